"""What changed between two states of the data."""

from __future__ import annotations

from collections.abc import Mapping, Set
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Select, and_, case, func, literal, select
from sqlalchemy import union_all as union

from api.binding import Binder
from api.declare import Argument, Column, Entity, Link, ToOne
from api.errors import refused
from api.history import is_valid, revisions_in_force
from api.roots import MAX_FLAT, ListRoot
from api.scalars import INT, STRING
from db.accuracy import Evaluation
from db.bulk import table_of
from db.provenance import LogicalSource
from db.speed import BenchmarkRun, Measurement

_EVALUATIONS, _MEASUREMENTS = table_of(Evaluation), table_of(Measurement)
_RUNS, _SERIES = table_of(BenchmarkRun), table_of(LogicalSource)


def _state(as_of: Mapping[str, Any], what: str, binder: Binder) -> FromClause:
    """Rows that were valid then: what they are of, and their id."""
    force = revisions_in_force(as_of, binder)
    if what == "evaluation":
        row = _EVALUATIONS.alias()
        tie = force.c.logical_source_id == row.c.logical_source_id
        joined = row.join(force, tie)
        batch: ColumnElement[Any] = literal(0)
        repeat: ColumnElement[Any] = literal(0)
    else:
        row = _MEASUREMENTS.alias()
        run = _RUNS.alias()
        joined = row.join(run, run.c.id == row.c.run_id).join(
            force, force.c.logical_source_id == run.c.logical_source_id
        )
        batch, repeat = func.coalesce(row.c.batch_size, 0), row.c.repeat
    return (
        select(
            row.c.id,
            row.c.name_written,
            row.c.img_size,
            batch.label("batch_size"),
            repeat.label("repeat"),
            force.c.logical_source_id,
        )
        .select_from(joined)
        .where(is_valid(row, force))
        .subquery()
    )


def _differences(arguments: Mapping[str, Any], what: str, binder: Binder) -> Select[Any]:
    sides = []
    for side in ("since", "until"):
        state = _state(arguments[side], what, binder)
        sides.append(select(state, literal(side).label("side")))
    rows = union(*sides).subquery()
    # Not a full outer join: SQLite 3.40 answers wrong ones over such subqueries.
    before = func.max(case((rows.c.side == "since", rows.c.id)))
    after = func.max(case((rows.c.side == "until", rows.c.id)))
    names = ("logical_source_id", "name_written", "img_size", "batch_size", "repeat")
    key = [rows.c[name] for name in names]
    pairs = (
        select(*key, before.label("before_id"), after.label("after_id"))
        .group_by(*key)
        .having(before.is_distinct_from(after))
        .subquery()
    )
    series = _SERIES.alias()
    change = case(
        (pairs.c.before_id.is_(None), "appeared"),
        (pairs.c.after_id.is_(None), "vanished"),
        else_="changed",
    )
    return select(
        literal(what).label("subject"),
        change.label("change"),
        pairs.c.name_written,
        pairs.c.img_size,
        pairs.c.batch_size,
        pairs.c.repeat,
        series.c.subject.label("series"),
        pairs.c.before_id,
        pairs.c.after_id,
    ).join(series, series.c.id == pairs.c.logical_source_id)


def _changes(arguments: Mapping[str, Any], _: Set[str], binder: Binder) -> FromClause:
    for name in ("since", "until"):
        if not any(value is not None for value in arguments[name].values()):
            raise refused(f"`{name}` needs `ingestedAt` or `publishedAt`")
    rows = union(
        _differences(arguments, "evaluation", binder),
        _differences(arguments, "measurement", binder),
    ).subquery()
    # A number that tells the rows apart and depends on nothing but what they are of.
    names = ("subject", "series", "name_written", "img_size", "batch_size", "repeat")
    place = func.row_number().over(order_by=[rows.c[name] for name in names])
    return select(rows, place.label("id")).subquery()


def _row(name: str, target: type[Any], stored: str, description: str) -> ToOne:
    subject = target.__name__.lower()
    return ToOne(
        name=name,
        target=target.__name__,
        description=description,
        is_nullable=True,
        links=(
            Link(
                table=table_of(target),
                on=lambda this, that: and_(that.c.id == this.c[stored], this.c.subject == subject),
            ),
        ),
    )


def _text(name: str, stored: str, description: str) -> Column:
    return Column(
        name=name,
        scalar=STRING,
        description=description,
        is_nullable=False,
        sql=lambda row: row.c[stored],
    )


CHANGE = Entity(
    name="Change",
    description="A figure that appeared, vanished or changed between two states of the data.",
    fields=(
        _text("subject", "subject", "evaluation or measurement."),
        _text("change", "change", "appeared, vanished or changed."),
        _text("series", "series", "Test set or run whose revisions differ."),
        _text("nameWritten", "name_written", "Name as written of what was measured."),
        Column(
            name="imgSize",
            scalar=INT,
            description="Height and width of the input, pixels.",
            is_nullable=False,
            sql=lambda row: row.c.img_size,
        ),
        _row("evaluationBefore", Evaluation, "before_id", "The accuracy before."),
        _row("evaluationAfter", Evaluation, "after_id", "The accuracy after."),
        _row("measurementBefore", Measurement, "before_id", "The speed before."),
        _row("measurementAfter", Measurement, "after_id", "The speed after."),
    ),
)

LISTS = (
    ListRoot(
        name="changes",
        entity="Change",
        description="Figures that differ between two states of the data. Figures that upstream "
        "published again unchanged are not among them; one that another revision words anew "
        "(e.g. with another crop) is.",
        max_first=MAX_FLAT,
        arguments=(
            Argument(
                name="since", annotation="AsOf", description="State before.", is_required=True
            ),
            Argument(name="until", annotation="AsOf", description="State after.", is_required=True),
        ),
        source=_changes,
    ),
)
ENTITIES = (CHANGE,)
