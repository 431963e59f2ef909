"""The catalogue notes: entries, their bullets, the models they speak of; other files' labels."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    CheckConstraint,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.base import Base, SortedText, one_of
from db.catalogue import Family, Model, Variant
from db.literature import DATE_PRECISIONS, MODEL_PAPER_RELATIONS
from db.provenance import Source

NOTE_RELATIONS = ("subject", "covers", "sibling", "related", "best", "mention")
REMARK_KINDS = ("bullet", "text")
SIZE_PURPOSES = ("any", "train", "test")


class Note(Base):
    """An entry of the notes. Entries of a superseded revision stay with that revision."""

    __tablename__ = "notes"

    id: Mapped[int] = mapped_column(primary_key=True)
    source_id: Mapped[int] = mapped_column(ForeignKey("sources.id"), comment="the revision")
    position: Mapped[int] = mapped_column(comment="place in the file, from 1")
    year: Mapped[int | None] = mapped_column(comment="year of the heading above it")
    title: Mapped[str] = mapped_column(comment="as written, e.g. timm/coat")
    link: Mapped[str | None] = mapped_column(comment="address, where the title has one")
    link_name: Mapped[str | None] = mapped_column(comment="weight that the address names")
    link_variant_id: Mapped[int | None] = mapped_column(
        ForeignKey("variants.id"), index=True, comment="that weight, where it is known"
    )
    date: Mapped[str | None] = mapped_column(
        SortedText, comment="dated line: ISO 8601, cut to its precision; mostly a last revision"
    )
    date_precision: Mapped[str | None] = mapped_column(comment="year, month or day")
    date_written: Mapped[str | None] = mapped_column(comment="the dated line as written")
    image_sizes: Mapped[list[str]] = mapped_column(
        JSON,
        comment="input sizes, one text a line that states some, e.g. train 224x224, test 288x288",
    )
    line: Mapped[int] = mapped_column(comment="1-based first line")
    end_line: Mapped[int] = mapped_column(comment="1-based last line")

    link_variant: Mapped[Variant | None] = relationship()
    source: Mapped[Source] = relationship()

    __table_args__ = (
        UniqueConstraint("source_id", "position"),
        one_of("date_precision", DATE_PRECISIONS),
        {"comment": "An entry of the catalogue notes"},
    )


class NoteSize(Base):
    """An input size that an entry states."""

    __tablename__ = "note_sizes"

    note_id: Mapped[int] = mapped_column(ForeignKey("notes.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    purpose: Mapped[str] = mapped_column(comment="train, test, or any where the entry says no more")
    height: Mapped[int] = mapped_column(comment="pixels")
    width: Mapped[int] = mapped_column(comment="pixels")
    line: Mapped[int] = mapped_column(comment="1-based line")

    __table_args__ = (
        one_of("purpose", SIZE_PURPOSES),
        CheckConstraint("height > 0 AND width > 0", name="size_positive"),
        {"comment": "An input size that an entry states"},
    )


class NoteRemark(Base):
    """A bullet (or other text) of an entry, in order and nesting."""

    __tablename__ = "note_remarks"

    note_id: Mapped[int] = mapped_column(ForeignKey("notes.id"), primary_key=True)
    position: Mapped[int] = mapped_column(
        primary_key=True, autoincrement=False, comment="place in the entry, from 1"
    )
    parent_position: Mapped[int | None] = mapped_column(comment="the bullet that it is under")
    kind: Mapped[str] = mapped_column(comment="bullet, or other text between bullets")
    line: Mapped[int] = mapped_column(comment="1-based line")
    raw: Mapped[str] = mapped_column(comment="line or lines as written")
    text: Mapped[str] = mapped_column(comment="without marks")

    __table_args__ = (
        ForeignKeyConstraint(
            ["note_id", "parent_position"], ["note_remarks.note_id", "note_remarks.position"]
        ),
        one_of("kind", REMARK_KINDS),
        CheckConstraint("parent_position < position", name="parent_before_child"),
        {"comment": "A bullet of an entry, in order and nesting"},
    )


class NoteModel(Base):
    """A name that an entry speaks of, and how."""

    __tablename__ = "note_models"

    note_id: Mapped[int] = mapped_column(ForeignKey("notes.id"), primary_key=True)
    position: Mapped[int] = mapped_column(
        primary_key=True, autoincrement=False, comment="place in the entry, from 1"
    )
    remark_position: Mapped[int | None] = mapped_column(comment="the bullet; empty: the title")
    name_written: Mapped[str] = mapped_column(SortedText, comment="name as written")
    relation: Mapped[str] = mapped_column(comment="what the entry says of it")
    words: Mapped[str | None] = mapped_column(comment="the entry's words for it")
    link: Mapped[str | None] = mapped_column(comment="address beside it")
    stated_year: Mapped[int | None] = mapped_column(comment="year that the bullet states for it")
    model_id: Mapped[int | None] = mapped_column(
        ForeignKey("models.id"), index=True, comment="the model, where the name is one"
    )
    variant_id: Mapped[int | None] = mapped_column(
        ForeignKey("variants.id"), index=True, comment="the weight, where the name is one"
    )
    family_id: Mapped[int | None] = mapped_column(
        ForeignKey("families.id"), index=True, comment="the family, where the name is one"
    )

    model: Mapped[Model | None] = relationship()
    variant: Mapped[Variant | None] = relationship()
    family: Mapped[Family | None] = relationship()

    __table_args__ = (
        one_of("relation", NOTE_RELATIONS),
        ForeignKeyConstraint(
            ["note_id", "remark_position"], ["note_remarks.note_id", "note_remarks.position"]
        ),
        {"comment": "A name that an entry speaks of, and how"},
    )


class NoteTrainer(Base):
    """Who trained the weights of an entry whose names hold a token."""

    __tablename__ = "note_trainers"

    note_id: Mapped[int] = mapped_column(ForeignKey("notes.id"), primary_key=True)
    token: Mapped[str] = mapped_column(
        SortedText, primary_key=True, comment="part of the weights' names, e.g. rw"
    )
    person: Mapped[str] = mapped_column(comment="who trained them")
    remark_position: Mapped[int] = mapped_column(comment="the bullet that says so")

    __table_args__ = (
        ForeignKeyConstraint(
            ["note_id", "remark_position"], ["note_remarks.note_id", "note_remarks.position"]
        ),
        {"comment": "Who trained the weights of an entry whose names hold a token"},
    )


class NotePaper(Base):
    """A paper on arXiv that an entry links."""

    __tablename__ = "note_papers"

    note_id: Mapped[int] = mapped_column(ForeignKey("notes.id"), primary_key=True)
    arxiv_id: Mapped[str] = mapped_column(SortedText, primary_key=True, comment="e.g. 2104.06399")
    relation: Mapped[str] = mapped_column(comment="introduces the subject, or is related")
    remark_position: Mapped[int | None] = mapped_column(comment="the bullet; empty: the title")

    __table_args__ = (
        one_of("relation", MODEL_PAPER_RELATIONS),
        ForeignKeyConstraint(
            ["note_id", "remark_position"], ["note_remarks.note_id", "note_remarks.position"]
        ),
        {"comment": "A paper on arXiv that an entry links"},
    )


class VariantLabel(Base):
    """What a metadata file says a weight was pretrained on. Valid as evaluations are."""

    __tablename__ = "variant_labels"

    id: Mapped[int] = mapped_column(primary_key=True)
    logical_source_id: Mapped[int] = mapped_column(ForeignKey("logical_sources.id"))
    source_id: Mapped[int] = mapped_column(comment="revision that brought the row")
    line: Mapped[int] = mapped_column(comment="its line in that revision")
    until_source_id: Mapped[int | None] = mapped_column(
        ForeignKey("sources.id"), comment="revision that ended it; empty: current"
    )
    variant_id: Mapped[int] = mapped_column(
        ForeignKey("variants.id"), index=True, comment="the weight"
    )
    name_written: Mapped[str] = mapped_column(SortedText, comment="the weight's name as written")
    pretrain: Mapped[str] = mapped_column(comment="pretraining as written, e.g. ig1b-swsl")

    variant: Mapped[Variant] = relationship()

    __table_args__ = (
        ForeignKeyConstraint(["source_id", "line"], ["source_rows.source_id", "source_rows.line"]),
        UniqueConstraint("logical_source_id", "name_written", "source_id"),
        Index(
            "uq_variant_labels_current",
            "logical_source_id",
            "name_written",
            unique=True,
            sqlite_where=text("until_source_id IS NULL"),
            postgresql_where=text("until_source_id IS NULL"),
        ),
        CheckConstraint("until_source_id > source_id", name="until_after_from"),
        {"comment": "What a metadata file says a weight was pretrained on"},
    )
