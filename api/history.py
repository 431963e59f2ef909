"""Which rows were valid at another time: ``asOf`` on evaluations and measurements.

A revision of a logical source is in force from its ingest (``ingestedAt``) or its publication
(``publishedAt``) until the next one is. A row belongs to the state that a revision left behind if
that revision or an earlier ingested one brought it and no revision up to it ended it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, Subquery, func, or_, select

from api.binding import Binder
from api.declare import Row
from api.lookups import converter
from api.scalars import INSTANT
from db.accuracy import Evaluation
from db.bulk import table_of
from db.provenance import PUBLISHERS, Ingest, LogicalSource, Source
from db.speed import BenchmarkRun

_EVALUATIONS = table_of(Evaluation)
_SOURCES = table_of(Source)
_INGESTS = table_of(Ingest)
_SERIES = table_of(LogicalSource)
_RUNS = table_of(BenchmarkRun)


def shown_evaluations(
    row: Row, arguments: Mapping[str, Any], binder: Binder
) -> ColumnElement[bool]:
    """The one evaluation of a weight on a test set at a size: now, or as of another time."""
    as_of = arguments.get("asOf")
    if as_of is None:
        shown: ColumnElement[bool] = row.c.is_shown
        return shown
    force = revisions_in_force(as_of, binder)
    rival, source, series = _EVALUATIONS.alias(), _SOURCES.alias(), _SERIES.alias()
    ranked = (
        select(
            rival.c.id,
            func.row_number()
            .over(
                partition_by=(rival.c.variant_id, rival.c.dataset_id, rival.c.img_size),
                # The same order as the ingest's choice of what is shown now.
                order_by=(
                    (series.c.publisher != PUBLISHERS[0]),
                    source.c.published_at.desc().nulls_last(),
                    series.c.publisher,
                    rival.c.name_written,
                ),
            )
            .label("place"),
        )
        .join(source, source.c.id == rival.c.source_id)
        .join(series, series.c.id == rival.c.logical_source_id)
        .join(force, force.c.logical_source_id == rival.c.logical_source_id)
        .where(is_valid(rival, force))
        .subquery()
    )
    return row.c.id.in_(select(ranked.c.id).where(ranked.c.place == 1))


def valid_measurements(
    row: Row, arguments: Mapping[str, Any], binder: Binder
) -> ColumnElement[bool]:
    """Measurements that stand: now, or as of another time."""
    as_of = arguments.get("asOf")
    if as_of is None:
        return row.c.until_source_id.is_(None)
    force, run = revisions_in_force(as_of, binder), _RUNS.alias()
    return (
        select(1)
        .select_from(force)
        .join(run, run.c.logical_source_id == force.c.logical_source_id)
        .where(run.c.id == row.c.run_id, is_valid(row, force))
        .correlate(row)
        .exists()
    )


def revisions_in_force(as_of: Mapping[str, Any], binder: Binder) -> Subquery:
    """``logical_source_id`` and ``revision_id``: which revision of each was in force."""
    source = _SOURCES.alias()
    convert = converter(INSTANT, binder)
    if as_of.get("publishedAt") is not None:
        moment = binder.bind(as_of["publishedAt"], INSTANT.sql, convert)
        newest = source.c.published_at.desc()
        listed = select(source).where(source.c.published_at <= moment)
    else:
        ingest = _INGESTS.alias()
        moment = binder.bind(as_of["ingestedAt"], INSTANT.sql, convert)
        newest = source.c.id.desc()
        listed = (
            select(source)
            .join(ingest, ingest.c.source_id == source.c.id)
            .where(ingest.c.finished_at <= moment)
        )
    place = func.row_number().over(
        partition_by=source.c.logical_source_id, order_by=(newest, source.c.id.desc())
    )
    ranked = listed.with_only_columns(
        source.c.logical_source_id, source.c.id.label("revision_id"), place.label("place")
    ).subquery()
    return (
        select(ranked.c.logical_source_id, ranked.c.revision_id)
        .where(ranked.c.place == 1)
        .subquery()
    )


def is_valid(row: Row, force: Row) -> ColumnElement[bool]:
    """Whether a row belongs to the state that the revision in force left behind."""
    return (row.c.source_id <= force.c.revision_id) & or_(
        row.c.until_source_id.is_(None), row.c.until_source_id > force.c.revision_id
    )
