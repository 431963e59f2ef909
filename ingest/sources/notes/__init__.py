"""The catalogue notes: Markdown in, typed records out; no database.

    outline   lines whose nesting CommonMark reads as the author meant it
    markdown  those lines as blocks: headings, paragraphs, bullets
    sections  the blocks sorted into headings, entries and what belongs to neither
    dates, sizes, names   what one text says
    relations which models a set of remarks names, and how
    parse     all of it together: parse_notes
    report    what was understood, in lines for people: describe

A file has headings of years; under them entries, each a paragraph that opens with a link or bold
name; under those, bullets. A bullet that is not understood stays a remark, and nothing is dropped:
every line that is not blank belongs to a heading, to an entry's title or to a remark.
"""

from __future__ import annotations

from ingest.sources.notes.parse import parse_notes
from ingest.sources.notes.records import (
    DatedLine,
    Finding,
    ImageSize,
    Link,
    NoteEntry,
    NoteHeading,
    NoteModel,
    NotePaper,
    NoteRemark,
    Notes,
    NoteTrainer,
    Relation,
)
from ingest.sources.notes.report import describe

__all__ = [
    "DatedLine",
    "Finding",
    "ImageSize",
    "Link",
    "NoteEntry",
    "NoteHeading",
    "NoteModel",
    "NotePaper",
    "NoteRemark",
    "NoteTrainer",
    "Notes",
    "Relation",
    "describe",
    "parse_notes",
]
