"""The catalogue notes as rows: entries, sizes, remarks, models, trainers, papers."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import orjson
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.bulk import insert_one, insert_rows
from db.notes import Note, NoteModel, NotePaper, NoteRemark, NoteSize, NoteTrainer
from db.provenance import Source
from ingest.document import Document
from ingest.entities import NameIndex
from ingest.sources.base import Counts, Finding, Identity, Lines, Revision, SourceKind
from ingest.sources.notes.outline import split_lines
from ingest.sources.notes.parse import parse_notes
from ingest.sources.notes.records import NoteEntry, Notes


@dataclass(frozen=True, kw_only=True, slots=True)
class NotesFile:
    """A file of notes: its text, and what was understood."""

    text: str
    notes: Notes

    @property
    def lines(self) -> Lines:
        """All lines that are not blank, as written."""
        rows = [
            (number, orjson.dumps([line]).decode())
            for number, line in enumerate(split_lines(self.text), 1)
            if line.strip()
        ]
        return Lines(header=None, rows=rows)


def bundled_notes_path() -> Path:
    """The notes that come with this package: the catalogue's facts in our own words."""
    return Path(__file__).parents[2] / "data" / "catalog-notes.md"


def identify_title(stem: str) -> Identity:
    """Notes may have any file name; it is their subject."""
    return Identity(kind="notes", subject=stem, publisher="notes")


def store(session: Session, index: NameIndex, revision: Revision, parsed: NotesFile) -> Counts:
    """Write the entries of a revision; those of earlier revisions stay with theirs."""
    for entry in parsed.notes.entries:
        _entry(session, revision, entry)
    previous = session.scalar(
        select(Source.id)
        .where(Source.logical_source_id == revision.logical_source_id, Source.id < revision.id)
        .order_by(Source.id.desc())
        .limit(1)
    )
    replaced = session.scalar(
        select(func.count()).select_from(Note).where(Note.source_id == previous)
    )
    return Counts(len(parsed.notes.entries), replaced or 0, 0)


def _entry(session: Session, revision: Revision, entry: NoteEntry) -> None:
    note_id = insert_one(
        session,
        Note,
        {
            "source_id": revision.id,
            "position": entry.position,
            "year": entry.year,
            "title": entry.title,
            "link": entry.link,
            "link_name": entry.link_name,
            "date": entry.date and entry.date.date,
            "date_precision": entry.date and entry.date.precision,
            "date_written": entry.date and entry.date.written,
            "image_sizes": list(entry.image_size_strings),
            "line": entry.line,
            "end_line": entry.end_line,
        },
    )
    insert_rows(
        session,
        NoteRemark,
        ("note_id", "position", "parent_position", "kind", "line", "raw", "text"),
        [
            (note_id, r.position, r.parent_position, r.kind, r.line, r.raw, r.text)
            for r in entry.remarks
        ],
    )
    insert_rows(
        session,
        NoteSize,
        ("note_id", "position", "purpose", "height", "width", "line"),
        [
            (note_id, position, size.purpose, size.height, size.width, size.line)
            for position, size in enumerate(entry.image_sizes, 1)
        ],
    )
    insert_rows(
        session,
        NoteModel,
        (
            "note_id",
            "position",
            "remark_position",
            "name_written",
            "relation",
            "words",
            "link",
            "stated_year",
        ),
        [
            (
                note_id,
                position,
                model.remark_position,
                model.name_written,
                model.relation,
                model.words,
                model.link,
                model.stated_year,
            )
            for position, model in enumerate(entry.models, 1)
        ],
    )
    insert_rows(
        session,
        NoteTrainer,
        ("note_id", "token", "person", "remark_position"),
        [(note_id, t.token, t.person, t.remark_position) for t in entry.trainers],
    )
    insert_rows(
        session,
        NotePaper,
        ("note_id", "arxiv_id", "relation", "remark_position"),
        [(note_id, p.arxiv_id, p.relation, p.remark_position) for p in entry.papers],
    )


def _parse(document: Document, identity: Identity, force: bool) -> NotesFile:
    text = document.text()
    return NotesFile(text=text, notes=parse_notes(text, file=document.shown_as))


SOURCE = SourceKind[NotesFile](
    kind="notes",
    title="catalogue notes in Markdown",
    file_names="any name ending in .md",
    identify=lambda _: None,
    parse=_parse,
    lines=lambda parsed: parsed.lines,
    findings=lambda parsed: [
        Finding(code=found.code, text=found.text, line=found.line)
        for found in parsed.notes.findings
    ],
    store=store,
)
