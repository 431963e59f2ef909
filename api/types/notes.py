"""The catalogue notes: entries, their bullets, the names that they speak of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, select

from api.binding import Binder
from api.declare import Entity, Link, Row, ToOne
from api.stored import column, to_many, to_one
from db.bulk import table_of
from db.notes import Note, NoteModel, NoteRemark, NoteSize
from db.provenance import Source

_SOURCES = table_of(Source)
_NOTES = table_of(Note)
_REMARKS = table_of(NoteRemark)


def _of_current_revision(row: Row, _: Mapping[str, Any], __: Binder) -> ColumnElement[bool]:
    sources = _SOURCES.alias()
    return row.c.source_id.in_(select(sources.c.id).where(sources.c.is_current))


def _of_current_note(row: Row, _: Mapping[str, Any], binder: Binder) -> ColumnElement[bool]:
    notes = _NOTES.alias()
    return row.c.note_id.in_(select(notes.c.id).where(_of_current_revision(notes, {}, binder)))


NOTE = Entity(
    name="Note",
    table=_NOTES,
    description="An entry of the catalogue notes.",
    fields=(
        column(Note.position),
        column(Note.year),
        column(Note.title),
        column(Note.link),
        column(Note.link_name),
        to_one(Note.link_variant_id, "Variant"),
        column(Note.date),
        column(Note.date_precision),
        column(Note.date_written),
        column(Note.image_sizes),
        to_many(
            NoteSize.note_id,
            "NoteSize",
            "sizes",
            description="Input sizes that it states, in its order.",
            is_connection=False,
        ),
        to_many(
            NoteRemark.note_id,
            "NoteRemark",
            "remarks",
            description="Its bullets and other text, in order.",
            is_connection=False,
        ),
        to_many(
            NoteModel.note_id,
            "NoteMention",
            "mentions",
            description="Names that it speaks of, in order.",
            is_connection=False,
        ),
        column(Note.line),
        column(Note.end_line),
        to_one(Note.source_id, "Source", description="The revision of the notes."),
    ),
    order=("position",),
    scope=_of_current_revision,
)

NOTE_SIZE = Entity(
    name="NoteSize",
    table=table_of(NoteSize),
    description="An input size that an entry of the notes states.",
    fields=(
        column(NoteSize.position, description="Place in the entry, from 1."),
        column(NoteSize.purpose),
        column(NoteSize.height),
        column(NoteSize.width),
        column(NoteSize.line),
    ),
    order=("position",),
    key=("note_id", "position"),
)

NOTE_REMARK = Entity(
    name="NoteRemark",
    table=_REMARKS,
    description="A bullet, or other text, of an entry of the notes.",
    fields=(
        column(NoteRemark.position),
        column(NoteRemark.parent_position, description="Position of the bullet that it is under."),
        column(NoteRemark.kind),
        column(NoteRemark.text),
        column(NoteRemark.raw),
        column(NoteRemark.line),
        to_one(NoteRemark.note_id, "Note", description="The entry."),
    ),
    order=("position",),
    key=("note_id", "position"),
    scope=_of_current_note,
)

NOTE_MENTION = Entity(
    name="NoteMention",
    table=table_of(NoteModel),
    description="A name that an entry of the notes speaks of, and how.",
    fields=(
        column(NoteModel.position),
        column(NoteModel.name_written),
        column(
            NoteModel.relation,
            description="What the entry says of it: subject, covers, sibling, related, best, "
            "mention or trainer.",
        ),
        column(NoteModel.words),
        column(NoteModel.link),
        column(NoteModel.stated_year),
        to_one(NoteModel.model_id, "Model"),
        to_one(NoteModel.variant_id, "Variant"),
        to_one(NoteModel.family_id, "Family"),
        to_one(NoteModel.note_id, "Note", description="The entry."),
        ToOne(
            name="remark",
            target="NoteRemark",
            description="The bullet that has the name; empty: the title.",
            is_nullable=True,
            links=(
                Link(
                    table=_REMARKS,
                    on=lambda this, that: (
                        (that.c.note_id == this.c.note_id)
                        & (that.c.position == this.c.remark_position)
                    ),
                ),
            ),
        ),
    ),
    order=("position",),
    key=("note_id", "position"),
    scope=_of_current_note,
)

ENTITIES = (NOTE, NOTE_SIZE, NOTE_REMARK, NOTE_MENTION)
