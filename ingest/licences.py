"""What a published licence permits: the reviewed table ``licences.toml`` and a look-up in it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

CommercialUse = Literal["yes", "no", "unknown"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Licence:
    """A licence as published and what its text says.

    ``name`` is as published, None where a weight has no licence. ``commercial_use`` is "unknown"
    for every licence that was not reviewed. ``source_url`` leads to the text that the reading
    rests on, None without a review; ``reading`` is the reason in a sentence.
    """

    name: str | None
    spdx_id: str | None
    title: str
    commercial_use: CommercialUse
    source_url: str | None
    reading: str | None


def licence_of(published: str | None) -> Licence:
    """The licence that a publisher's wording stands for, whatever its case."""
    if not published:
        return _unreviewed(None, "Not published")
    return reviewed_licences().get(published.strip().casefold()) or _unreviewed(
        published, published
    )


@cache
def reviewed_licences() -> dict[str, Licence]:
    """The reviewed licences by their lower-case name."""
    table = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
    return {
        name: Licence(
            name=name,
            spdx_id=facts.get("spdx_id"),
            title=facts["title"],
            commercial_use=facts["commercial_use"],
            source_url=facts["source_url"],
            reading=facts["reading"],
        )
        for name, facts in table.items()
    }


def _unreviewed(name: str | None, title: str) -> Licence:
    return Licence(
        name=name,
        spdx_id=None,
        title=title,
        commercial_use="unknown",
        source_url=None,
        reading=None,
    )
