"""The introducing paper of an architecture: timm's links, and the reviewed ``papers.toml``.

The order is in the head of ``papers.toml``. A date comes from the identifier: arXiv numbers papers
by the month of their first submission (https://info.arxiv.org/help/arxiv_identifier.html).
"""

from __future__ import annotations

import fnmatch
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from ingest.sources.timm import Architecture, PaperLevel

ClaimSource = PaperLevel | Literal["curated"]
Confidence = Literal["high", "medium", "low"]

_REVIEWED = Path(__file__).with_name("papers.toml")
_LEVELS: tuple[PaperLevel, ...] = ("paper_ids", "entry_point", "module")
_ARXIV_ID = re.compile(
    r"(?:[a-z-]+(?:\.[A-Z]{2})?/(?P<old>\d{4})\d{3}|(?P<new>\d{4})\.\d{4,5})(?:v\d+)?"
)


@dataclass(frozen=True, kw_only=True, slots=True)
class PaperClaim:
    """That a paper introduces an architecture, and who says so.

    Attributes:
        arxiv_id: without version: ``2104.06399``.
        title: as published, or None if no source says it.
        source: the kind of timm's links that names the paper, or the curated rules.
        confidence: high - the paper's own network, or timm links it; medium - a variant of that
            network; low - only the nearest paper.
        reason: why the curated rule says so; None for timm's links.
    """

    arxiv_id: str
    title: str | None
    source: ClaimSource
    confidence: Confidence
    reason: str | None = None

    @property
    def url(self) -> str:
        """The paper's page on arXiv."""
        return f"https://arxiv.org/abs/{self.arxiv_id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class PaperRule:
    """One curated line: the paper that introduces the models whose names match a pattern."""

    arxiv_id: str
    models: tuple[str, ...]
    confidence: Confidence
    reason: str


def introducing_paper(architecture: Architecture) -> PaperClaim | None:
    """The paper that introduces a registered architecture, or None if there is none."""
    if reason_without_paper(architecture.name) is not None:
        return None
    training = training_papers()
    for level in _LEVELS:
        titles = {
            link.arxiv_id: link.title
            for link in architecture.papers
            if link.level == level and link.arxiv_id and link.arxiv_id not in training
        }
        if len(titles) == 1:
            ((arxiv_id, title),) = titles.items()
            return PaperClaim(
                arxiv_id=arxiv_id,
                title=paper_titles().get(arxiv_id, title),
                source=level,
                confidence="high",
            )
    return introducing_paper_of_name(architecture.name)


def introducing_paper_of_name(model_name: str) -> PaperClaim | None:
    """What the curated rules say of a model's name (without tag), registered or not."""
    if reason_without_paper(model_name) is not None:
        return None
    match = _all_rules().fullmatch(model_name)
    if match is None or match.lastindex is None:
        return None
    rule = paper_rules()[match.lastindex - 1]
    return PaperClaim(
        arxiv_id=rule.arxiv_id,
        title=paper_titles()[rule.arxiv_id],
        source="curated",
        confidence=rule.confidence,
        reason=rule.reason,
    )


def reason_without_paper(model_name: str) -> str | None:
    """Why no paper introduces a model, where the reviewed list says that; else None."""
    match = _all_exceptions().fullmatch(model_name)
    if match is None or match.lastindex is None:
        return None
    return models_without_paper()[match.lastindex - 1][1]


def submitted_from_arxiv_id(arxiv_id: str) -> tuple[int, int]:
    """Year and month (1 to 12) of a paper's first submission: (2021, 4) for ``2104.06399``.

    Takes identifiers since April 2007 and older ones (``cs/0501001``), with or without version.

    Raises:
        ValueError: ``arxiv_id`` is no arXiv identifier.
    """
    match = _ARXIV_ID.fullmatch(arxiv_id)
    digits = (match["old"] or match["new"]) if match else "0000"
    year, month = int(digits[:2]), int(digits[2:])
    if not 1 <= month <= 12:
        raise ValueError(f"{arxiv_id!r} is no arXiv identifier such as 2104.06399 or cs/0501001")
    # arXiv began in August 1991 and numbered by archive until March 2007.
    return (1900 if match and match["old"] and year >= 91 else 2000) + year, month


@cache
def paper_rules() -> tuple[PaperRule, ...]:
    """The curated rules in their order; the first that matches decides."""
    return tuple(
        PaperRule(
            arxiv_id=rule["paper"],
            models=tuple(rule["models"]),
            confidence=rule.get("confidence", "high"),
            reason=rule["reason"],
        )
        for rule in _reviewed()["curated"]["rules"]
    )


@cache
def models_without_paper() -> tuple[tuple[str, str], ...]:
    """Patterns of the names of models that no paper introduces, each with the reason."""
    return tuple(_reviewed()["without_paper"].items())


@cache
def _all_rules() -> re.Pattern[str]:
    """One group a rule, in their order: the group that matched is the rule that decides."""
    return re.compile("|".join(f"({_globs(rule.models)})" for rule in paper_rules()))


@cache
def _all_exceptions() -> re.Pattern[str]:
    """One group a pattern of ``models_without_paper``, in their order."""
    return re.compile("|".join(f"({_globs([models])})" for models, _ in models_without_paper()))


def training_papers() -> Mapping[str, str]:
    """Papers (arXiv identifiers) that timm links but that introduce no network, with the reason."""
    papers: Mapping[str, str] = _reviewed()["training_papers"]
    return papers


def paper_titles() -> Mapping[str, str]:
    """Titles as published, by arXiv identifier."""
    titles: Mapping[str, str] = _reviewed()["titles"]
    return titles


def _globs(globs: Iterable[str]) -> str:
    return "|".join(map(fnmatch.translate, globs))


@cache
def _reviewed() -> dict[str, Any]:
    return tomllib.loads(_REVIEWED.read_text(encoding="utf-8"))
