"""Sources, their revisions and rows, ingests, problems."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, select

from api.declare import Column, Entity, Link, Row, ToOne
from api.scalars import STRING, STRINGS
from api.stored import column, to_many, to_one
from db.bulk import table_of
from db.provenance import Ingest, LogicalSource, Problem, Source, SourceRow

_SERIES = table_of(LogicalSource)


def _of_series(name: str, description: str) -> Column:
    """A column of the source's series."""

    def sql(row: Row) -> ColumnElement[Any]:
        series = _SERIES.alias()
        return (
            select(series.c[name])
            .where(series.c.id == row.c.logical_source_id)
            .correlate(row)
            .scalar_subquery()
        )

    return Column(name=name, scalar=STRING, description=description, is_nullable=False, sql=sql)


SOURCE = Entity(
    name="Source",
    table=table_of(Source),
    description="One ingested revision of a file, a registry or the notes.",
    fields=(
        column(Source.name),
        column(Source.uri),
        _of_series("publisher", "Who publishes it, e.g. timm."),
        _of_series("kind", "What it holds: notes, registry, results, benchmark, metadata, ..."),
        _of_series("subject", "Data set, run or title it is about; empty where there is one only."),
        column(Source.revision),
        column(Source.published_at),
        column(Source.retrieved_at),
        column(Source.sha256),
        column(Source.byte_count),
        column(Source.row_count),
        column(
            Source.header,
            "columns",
            scalar=STRINGS,
            description="Column names as written, for sources with a header.",
        ),
        column(Source.licence),
        column(Source.is_current),
        to_many(
            Problem.source_id,
            "Problem",
            "problems",
            description="Findings, by line.",
        ),
    ),
    order=("name", "retrievedAt"),
)


def row_of(what: str, *, is_nullable: bool) -> ToOne:
    """The field that leads from a figure to the source row it was read from."""
    return ToOne(
        name="provenance",
        target="Provenance",
        description=f"Where {what} was read.",
        is_nullable=is_nullable,
        links=(
            Link(
                table=table_of(SourceRow),
                on=lambda this, that: (
                    (that.c.source_id == this.c.source_id) & (that.c.line == this.c.line)
                ),
            ),
        ),
    )


PROVENANCE = Entity(
    name="Provenance",
    table=table_of(SourceRow),
    description="The source row that a figure was read from.",
    fields=(
        column(SourceRow.line, description="1-based line where the record starts."),
        column(
            SourceRow.cells,
            scalar=STRINGS,
            description="The cells' text exactly as written, in the order of `source.columns`.",
        ),
        to_one(SourceRow.source_id, "Source", description="The revision of the file."),
    ),
    key=("source_id", "line"),
)

INGEST = Entity(
    name="Ingest",
    table=table_of(Ingest),
    description="One ingest that changed the database.",
    fields=(
        to_one(Ingest.source_id, "Source", description="The revision it brought."),
        column(Ingest.started_at, description="When it began (UTC)."),
        column(Ingest.finished_at, description="When it was done (UTC)."),
        column(Ingest.added_count),
        column(Ingest.closed_count),
        column(Ingest.unchanged_count),
        column(Ingest.program_version),
        column(Ingest.is_forced),
    ),
    order=("-finishedAt",),
)

PROBLEM = Entity(
    name="Problem",
    table=table_of(Problem),
    description="A finding about a source that did not stop its ingest.",
    fields=(
        column(Problem.code),
        column(Problem.text),
        column(Problem.line),
        column(Problem.column_name, "column"),
        column(Problem.is_derived),
        to_one(Problem.source_id, "Source", description="The revision it is about."),
    ),
    order=("line", "code"),
)

ENTITIES = (SOURCE, PROVENANCE, INGEST, PROBLEM)
