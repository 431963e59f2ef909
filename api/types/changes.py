"""What changed between two states of the data."""

from __future__ import annotations

from collections.abc import Mapping, Set
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Select, and_, case, func, literal, or_, select
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
    else:
        row = _MEASUREMENTS.alias()
        run = _RUNS.alias()
        joined = row.join(run, run.c.id == row.c.run_id).join(
            force, force.c.logical_source_id == run.c.logical_source_id
        )
        batch = func.coalesce(row.c.batch_size, 0)
    return (
        select(
            row.c.id,
            row.c.name_written,
            row.c.img_size,
            batch.label("batch_size"),
            force.c.logical_source_id,
        )
        .select_from(joined)
        .where(is_valid(row, force))
        .subquery()
    )


def _differences(arguments: Mapping[str, Any], what: str, binder: Binder) -> Select[Any]:
    before = _state(arguments["since"], what, binder)
    after = _state(arguments["until"], what, binder)
    same = and_(
        before.c.logical_source_id == after.c.logical_source_id,
        before.c.name_written == after.c.name_written,
        before.c.img_size == after.c.img_size,
        before.c.batch_size == after.c.batch_size,
    )
    series = _SERIES.alias()

    def either(name: str) -> ColumnElement[Any]:
        return func.coalesce(after.c[name], before.c[name])

    change = case(
        (before.c.id.is_(None), "appeared"), (after.c.id.is_(None), "vanished"), else_="changed"
    )
    return (
        select(
            literal(what).label("subject"),
            change.label("change"),
            either("name_written").label("name_written"),
            either("img_size").label("img_size"),
            func.nullif(either("batch_size"), 0).label("batch_size"),
            series.c.subject.label("series"),
            before.c.id.label("before_id"),
            after.c.id.label("after_id"),
        )
        .select_from(before.join(after, same, full=True))
        .join(series, series.c.id == either("logical_source_id"))
        .where(or_(before.c.id.is_(None), after.c.id.is_(None), before.c.id != after.c.id))
    )


def _changes(arguments: Mapping[str, Any], _: Set[str], binder: Binder) -> FromClause:
    for name in ("since", "until"):
        if not any(value is not None for value in arguments[name].values()):
            raise refused(f"`{name}` needs `ingestedAt` or `publishedAt`")
    rows = union(
        _differences(arguments, "evaluation", binder),
        _differences(arguments, "measurement", binder),
    ).subquery()
    # A number that tells the rows apart and depends on nothing but what they are of.
    order = (rows.c.subject, rows.c.series, rows.c.name_written, rows.c.img_size, rows.c.batch_size)
    return select(rows, func.row_number().over(order_by=order).label("id")).subquery()


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
