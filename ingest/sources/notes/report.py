"""What was understood of notes, in plain lines for people."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from ingest.sources.notes.records import NoteEntry, NoteModel, Notes


def describe(notes: Notes, *, file: str = "notes") -> str:
    """Every entry with what was understood and what stayed a plain remark; ends without newline.

    The same notes give the same text. Characters that a terminal would obey are written as escapes.
    """
    return "\n".join(_printable(line) for line in _lines(notes, file))


def _printable(line: str) -> str:
    return "".join(map(_printable_character, line)).rstrip()


def _printable_character(char: str) -> str:
    match unicodedata.category(char)[0]:
        case "C":  # controls, direction marks, private use
            return char.encode("unicode_escape").decode()
        case "Z":
            return " "
        case _:
            return char


def _lines(notes: Notes, file: str) -> Iterator[str]:
    bullet_count = sum(len(entry.bullets) for entry in notes.entries)
    yield (
        f"{file}: {_count(len(notes.entries), 'entry', 'entries')} under "
        f"{_count(len(notes.years), 'year')} ({', '.join(map(str, notes.years))}), "
        f"{_count(bullet_count, 'bullet')}, {_count(len(notes.findings), 'finding')}"
    )
    for name, remarks in (("preamble", notes.preamble), ("outside entries", notes.loose)):
        for remark in remarks:
            yield f"{name}, line {remark.line}: {remark.text}"
    for entry in notes.entries:
        yield ""
        yield f"{entry.year or 'no year'}  {entry.title}  (line {entry.line})"
        for label, value in _facts(entry):
            yield f"  {label:<8}  {value}"
        for remark in entry.plain_remarks:
            yield f"    {'  ' * (remark.depth - 1)}- {remark.text}"
    if notes.findings:
        yield ""
    for finding in notes.findings:
        yield f"{file}:{finding.line}: {finding.text}"


def _facts(entry: NoteEntry) -> Iterator[tuple[str, str]]:
    """What was understood of an entry, as label and value."""
    yield "link", entry.link_name or entry.link or "none"
    yield "date", f"{entry.date.date} ({entry.date.written})" if entry.date else "none"
    yield "sizes", ", ".join(entry.image_size_strings) or "none"
    relations = dict.fromkeys(model.relation for model in entry.models)
    for relation in relations:
        models = [model for model in entry.models if model.relation == relation]
        yield relation, ", ".join(map(_name, models))
    for trainer in entry.trainers:
        yield "trainer", f"{trainer.token}: {trainer.person}"
    for paper in entry.papers:
        yield "paper", f"arXiv:{paper.arxiv_id} ({paper.relation})"
    plain = _count(len(entry.plain_remarks), "plain remark")
    yield "remarks", f"{_count(len(entry.bullets), 'bullet')}, {plain}"


def _name(model: NoteModel) -> str:
    return (
        f"{model.name_written} ({model.stated_year})" if model.stated_year else model.name_written
    )


def _count(number: int, singular: str, plural: str | None = None) -> str:
    return f"{number} {singular if number == 1 else plural or singular + 's'}"
