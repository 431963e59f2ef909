"""The year of a model (rule 5 of docs/concepts.md, "Years"): the notes first, then its paper.

Pure. Where two entries disagree, the earlier year holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ingest.families import reaches


@dataclass(frozen=True, kw_only=True, slots=True)
class Statement:
    """What an entry of the notes says of a name.

    Attributes:
        year: year of the entry's heading.
        relation: one of db.notes.NOTE_RELATIONS.
        name: the name as written, without a tag.
        family: key of the family that the name belongs to, None if it belongs to none.
        stated_year: year that the bullet states for the name, None if it states none.
    """

    year: int
    relation: str
    name: str
    family: str | None
    stated_year: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class NoteYears:
    """Years by model, family and beginning of names, as the notes give them."""

    subjects: Mapping[str, int] = field(default_factory=dict)
    siblings: Mapping[str, int] = field(default_factory=dict)
    remarks: Mapping[str, int] = field(default_factory=dict)
    families: Mapping[str, int] = field(default_factory=dict)
    prefixes: Mapping[str, int] = field(default_factory=dict)


def note_years(statements: Iterable[Statement]) -> NoteYears:
    """Gather what the notes state."""
    subjects: dict[str, int] = {}
    siblings: dict[str, int] = {}
    remarks: dict[str, int] = {}
    families: dict[str, int] = {}
    prefixes: dict[str, int] = {}
    for said in statements:
        if said.relation == "subject":
            _keep_earliest(subjects, said.name, said.year)
            if said.family is not None:
                _keep_earliest(families, said.family, said.year)
        elif said.relation == "sibling":
            _keep_earliest(siblings, said.name, said.year)
        elif said.relation == "covers":
            _keep_earliest(prefixes, said.name, said.year)
        if said.stated_year is not None:
            _keep_earliest(remarks, said.name, said.stated_year)
    return NoteYears(
        subjects=subjects, siblings=siblings, remarks=remarks, families=families, prefixes=prefixes
    )


def year_of(
    model: str, family: str | None, notes: NoteYears, paper_year: int | None
) -> tuple[int, str] | None:
    """The year of a model and the rule that gave it, None where nobody says.

    Args:
        model: the model's name.
        family: key of its family, or None.
        notes: what the notes state.
        paper_year: year of the first submission of the introducing paper, or None.
    """
    for years, source in (
        (notes.subjects, "note"),
        (notes.siblings, "note_sibling"),
        (notes.remarks, "note_remark"),
    ):
        if model in years:
            return years[model], source
    covered = [year for prefix, year in notes.prefixes.items() if reaches(prefix, model)]
    if covered:
        return min(covered), "note_family"
    if family is not None and family in notes.families:
        return notes.families[family], "note_family"
    if paper_year is not None:
        return paper_year, "paper"
    return None


def _keep_earliest(years: dict[str, int], name: str, year: int) -> None:
    years[name] = min(year, years.get(name, year))
