"""Where every figure comes from: sources, their revisions, their rows, ingests and problems."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, Table, UniqueConstraint, text, update
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from db.base import Base, Instant, SortedText, one_of

#: Publishers whose figures are preferred where several give one, best first; of the others the one
#: that published last.
PUBLISHERS = ("timm",)
SOURCE_KINDS = ("notes", "registry", "results", "benchmark", "metadata", "bench_job")


class LogicalSource(Base):
    """What a publisher keeps publishing under one subject, whatever its file is called today."""

    __tablename__ = "logical_sources"

    id: Mapped[int] = mapped_column(primary_key=True)
    publisher: Mapped[str] = mapped_column(SortedText, comment="who publishes it, e.g. timm")
    kind: Mapped[str] = mapped_column(
        SortedText, comment="what it holds: results, benchmark, registry, notes, ..."
    )
    subject: Mapped[str] = mapped_column(
        SortedText, comment="data set, run or title it is about; empty where there is one only"
    )

    __table_args__ = (
        UniqueConstraint("publisher", "kind", "subject"),
        one_of("kind", SOURCE_KINDS),
        {"comment": "What a publisher keeps publishing under one subject (a series of revisions)"},
    )


class Source(Base):
    """One ingested revision of a logical source. Ids grow in the order of ingestion."""

    __tablename__ = "sources"

    id: Mapped[int] = mapped_column(primary_key=True)
    logical_source_id: Mapped[int] = mapped_column(
        ForeignKey("logical_sources.id"), comment="the series that this is a revision of"
    )
    name: Mapped[str] = mapped_column(SortedText, comment="file name as given")
    uri: Mapped[str] = mapped_column(comment="where it was read from")
    revision: Mapped[str | None] = mapped_column(comment="the publisher's revision, e.g. a commit")
    published_at: Mapped[datetime | None] = mapped_column(
        Instant, comment="when the publisher published it (UTC); empty where nobody says"
    )
    retrieved_at: Mapped[datetime] = mapped_column(Instant, comment="when it was read (UTC)")
    sha256: Mapped[str] = mapped_column(comment="of the bytes as read, hexadecimal")
    byte_count: Mapped[int] = mapped_column(comment="size in bytes as read")
    row_count: Mapped[int] = mapped_column(comment="records without the header")
    header: Mapped[str | None] = mapped_column(
        comment="JSON array of the column names as written, for sources with a header"
    )
    licence: Mapped[str | None] = mapped_column(comment="SPDX id under which it is published")
    is_current: Mapped[bool] = mapped_column(comment="whether it is its series' newest revision")

    logical_source: Mapped[LogicalSource] = relationship()

    __table_args__ = (
        CheckConstraint("length(sha256) = 64", name="sha256_length"),
        Index("ix_sources_logical_source_id", "logical_source_id", "id"),
        Index(
            "uq_sources_current",
            "logical_source_id",
            unique=True,
            sqlite_where=text("is_current"),
            postgresql_where=text("is_current"),
        ),
        {"comment": "One ingested revision of a logical source"},
    )


class SourceRow(Base):
    """One record of a revision, its cells as they were written."""

    __tablename__ = "source_rows"

    source_id: Mapped[int] = mapped_column(
        ForeignKey("sources.id"), primary_key=True, comment="the revision"
    )
    line: Mapped[int] = mapped_column(
        primary_key=True, autoincrement=False, comment="1-based line where the record starts"
    )
    cells: Mapped[str] = mapped_column(
        comment="JSON array of the cells' text, in the order of the header; "
        "for a source of JSON lines the line itself"
    )

    __table_args__ = (
        {
            "comment": "One record of a revision, its cells as written",
            "sqlite_with_rowid": False,
        },
    )


class Ingest(Base):
    """One ingest that changed the database."""

    __tablename__ = "ingests"

    id: Mapped[int] = mapped_column(primary_key=True)
    source_id: Mapped[int] = mapped_column(
        ForeignKey("sources.id"), unique=True, comment="the revision it brought"
    )
    started_at: Mapped[datetime] = mapped_column(Instant, comment="UTC")
    finished_at: Mapped[datetime] = mapped_column(Instant, comment="UTC")
    added_count: Mapped[int] = mapped_column(comment="records that are new or changed")
    closed_count: Mapped[int] = mapped_column(comment="records superseded or no longer published")
    unchanged_count: Mapped[int] = mapped_column(comment="records that stayed as they were")
    program_version: Mapped[str] = mapped_column(comment="version of backbonedb")
    is_forced: Mapped[bool] = mapped_column(comment="whether a guard was overridden (--force)")

    __table_args__ = ({"comment": "One ingest that changed the database"},)


class Problem(Base):
    """A finding about a source that did not stop its ingest."""

    __tablename__ = "problems"

    id: Mapped[int] = mapped_column(primary_key=True)
    source_id: Mapped[int] = mapped_column(ForeignKey("sources.id"), comment="the revision")
    line: Mapped[int | None] = mapped_column(comment="1-based line")
    column_name: Mapped[str | None] = mapped_column(comment="column of the cell")
    code: Mapped[str] = mapped_column(SortedText, comment="stable name of the kind of finding")
    text: Mapped[str] = mapped_column(comment="what was found, in one sentence")
    is_derived: Mapped[bool] = mapped_column(
        comment="whether it follows from several sources together and is found anew at each ingest"
    )

    __table_args__ = (
        Index("ix_problems_source_id", "source_id", "line"),
        {"comment": "A finding about a source that did not stop its ingest"},
    )


class DataState(Base):
    """The one row that says which state of the data this is."""

    __tablename__ = "data_state"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False, comment="always 1")
    version: Mapped[int] = mapped_column(comment="grows with every commit that changes data")
    changed_at: Mapped[datetime] = mapped_column(Instant, comment="when it last grew (UTC)")
    rules_sha256: Mapped[str] = mapped_column(
        comment="of the reviewed tables (families, papers, licences, ...) that derived rows rest on"
    )

    __table_args__ = (
        CheckConstraint("id = 1", name="one_row"),
        {"comment": "The one row that says which state of the data this is"},
    )


def raise_data_version(session: Session, now: datetime) -> None:
    """Mark the data as changed, for every process: what was read before is another state's.

    Args:
        session: a writing session; nothing is committed.
        now: the time.
    """
    state = DataState.__table__
    assert isinstance(state, Table)
    session.execute(update(state).values(version=state.c.version + 1, changed_at=now))
