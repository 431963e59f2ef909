"""Which state of the data this is."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, func, literal, literal_column, select, table

from api.declare import Column, Entity, Link, Row, ToMany, ToOne
from api.scalars import INSTANT, INT, STRING
from db.bulk import table_of
from db.provenance import DataState, Ingest, Source

_STATES = table_of(DataState)
_INGESTS = table_of(Ingest)
_SOURCES = table_of(Source)

#: Always one row, in a database without data too.
_STATE = select(
    literal(1).label("id"),
    func.coalesce(func.max(_STATES.c.version), 0).label("version"),
    func.max(_STATES.c.changed_at, type_=_STATES.c.changed_at.type).label("changed_at"),
).subquery()


def _newest_ingest(_: Row, ingest: Row) -> ColumnElement[bool]:
    others = _INGESTS.alias()
    return ingest.c.id == select(func.max(others.c.id)).scalar_subquery()


def _revision(_: Row) -> ColumnElement[Any]:
    versions = table("alembic_version").alias()
    return select(literal_column("version_num")).select_from(versions).scalar_subquery()


def _newest_publication(_: Row) -> ColumnElement[Any]:
    sources = _SOURCES.alias()
    return select(func.max(sources.c.published_at)).where(sources.c.is_current).scalar_subquery()


META = Entity(
    name="Meta",
    table=_STATE,
    description="Which state of the data this is, and how fresh its sources are.",
    is_listed=False,
    fields=(
        Column(
            name="dataVersion",
            scalar=INT,
            description="Grows with every commit that changes data.",
            is_nullable=False,
            sql=lambda row: row.c.version,
        ),
        Column(
            name="dataChangedAt",
            scalar=INSTANT,
            description="When it last grew (UTC); empty where there is no data yet.",
            is_nullable=True,
            sql=lambda row: row.c.changed_at,
        ),
        Column(
            name="schemaRevision",
            scalar=STRING,
            description="The database's schema revision.",
            is_nullable=False,
            sql=_revision,
        ),
        Column(
            name="lastPublishedAt",
            scalar=INSTANT,
            description="When the newest current source was published (UTC), where anybody says.",
            is_nullable=True,
            sql=_newest_publication,
        ),
        ToOne(
            name="lastIngest",
            target="Ingest",
            description="The ingest that changed the data last.",
            is_nullable=True,
            links=(Link(table=_INGESTS, on=_newest_ingest),),
        ),
        ToMany(
            name="sources",
            target="Source",
            description="The current revision of every source; `retrievedAt` and `publishedAt` "
            "say how old each is.",
            links=(Link(table=_SOURCES, on=lambda _, source: source.c.is_current),),
            is_connection=False,
        ),
    ),
)

ENTITIES = (META,)
