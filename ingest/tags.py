"""What a weight's tag says of its history: data sets, recipe, origin, by ``tags.toml``.

    fb_in22k_ft_in1k        Meta AI, pretrained on ImageNet-22k, fine-tuned on ImageNet-1k
    mim_m38m_ft_in22k_in1k  masked image modelling on Merged-38M, fine-tuned on ImageNet-22k and
                            then ImageNet-1k

A fact that the tag does not state is None: unknown, which is not the same as no.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args

PartKind = Literal["stage", "dataset", "origin", "recipe", "distillation", "remark", "opaque"]


@dataclass(frozen=True, kw_only=True, slots=True)
class TagFacts:
    """The facts of a tag.

    ``pretrained_on`` joins data sets that were used together by " + ", ``fine_tuned_on`` joins
    data sets in the order of use by " then ". ``extra_data`` are the data sets beyond ImageNet and
    its subsets. ``origin`` is the organisation whose weight it is, ``trained_by`` the person who
    trained it. ``unknown_parts`` are parts that the vocabulary lacks.
    """

    pretrained_on: str | None = None
    fine_tuned_on: str | None = None
    recipe: str | None = None
    origin: str | None = None
    is_distilled: bool | None = None
    extra_data: str | None = None
    trained_by: str | None = None
    unknown_parts: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """An entry of the vocabulary: its kind, what it stands for, and the facts that it implies."""

    kind: PartKind
    name: str
    origin: str | None = None
    pretrained_on: str | None = None
    trained_by: str | None = None
    is_distilled: bool | None = None
    is_fine_tuning: bool = False


def parse_tag(tag: str | None) -> TagFacts:
    """The facts that ``tag`` states; none of them for a weight without a tag."""
    parts = list(split_tag(tag or ""))
    known = [part for _, part in parts if part is not None]
    stage = next((at for at, part in enumerate(known) if part.kind == "stage"), len(known))
    pretraining = [
        part.name for part in known[:stage] if part.kind == "dataset" and not part.is_fine_tuning
    ] or _given(part.pretrained_on for part in known)
    fine_tuning = [
        part.name
        for at, part in enumerate(known)
        if part.kind == "dataset" and (at > stage or part.is_fine_tuning)
    ]
    recipes = [part.name for part in known if part.kind == "recipe"]
    origins = [part.name for part in known if part.kind == "origin"]
    extra = [name for name in pretraining + fine_tuning if not name.startswith("ImageNet")]
    distilled = any(part.kind == "distillation" or part.is_distilled for part in known)
    return TagFacts(
        pretrained_on=" + ".join(pretraining) or None,
        fine_tuned_on=" then ".join(fine_tuning) or None,
        recipe=", ".join(recipes) or None,
        origin=next(iter(origins + _given(part.origin for part in known)), None),
        is_distilled=distilled or None,
        extra_data=", ".join(extra) or None,
        trained_by=next(iter(_given(part.trained_by for part in known)), None),
        unknown_parts=tuple(key for key, part in parts if part is None),
    )


def split_tag(tag: str) -> Iterator[tuple[str, Part | None]]:
    """The keys that ``tag`` is made of, longest first, each with its entry or None."""
    words = tag.split("_") if tag else []
    while words:
        for length in range(len(words), 0, -1):
            key = "_".join(words[:length])
            part = vocabulary().get(key) or _numbered(key)
            if part or length == 1:
                yield key, part
                del words[:length]
                break


@cache
def vocabulary() -> dict[str, Part]:
    """The reviewed parts by their key, one or more words joined by ``_``.

    Raises:
        ValueError: the table names a part twice.
    """
    parts: dict[str, Part] = {}
    for kind in get_args(PartKind):
        for key, entry in _tables()[kind].items():
            if key in parts:
                raise ValueError(f"tags.toml: {key} is in [{kind}] and in [{parts[key].kind}]")
            facts = {"name": entry} if isinstance(entry, str) else entry
            parts[key] = Part(kind=kind, **facts)
    return parts


def _numbered(key: str) -> Part | None:
    for pattern, meaning in _tables()["remark_pattern"].items():
        if re.fullmatch(pattern, key):
            return Part(kind="remark", name=meaning)
    return None


@cache
def _tables() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))


def _given(facts: Iterator[str | None]) -> list[str]:
    return [fact for fact in facts if fact]
