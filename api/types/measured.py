"""Which measurement stands for a model at an image size: of which runs, at which batch size."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import CTE, ColumnElement, Select, and_, case, func, select, true

from api.binding import Binder
from api.declare import Argument, Row
from api.scalars import INT, STRING, check_text
from db.bulk import table_of
from db.provenance import Source
from db.speed import PROTOCOLS, BenchmarkRun, Environment, Measurement

_MEASUREMENTS, _RUNS = table_of(Measurement), table_of(BenchmarkRun)
_ENVIRONMENTS, _SOURCES = table_of(Environment), table_of(Source)

#: How a list takes the choice.
CHOICE = (
    Argument(
        name="environment",
        annotation=str,
        description="Slug of the environment of the throughput. Where several runs are left by "
        "this and the next arguments, each model and size takes the newest run that has it.",
    ),
    Argument(name="task", annotation=str, description="infer (if not given) or train."),
    Argument(name="precision", annotation=str, description="Number format, e.g. amp or fp32."),
    Argument(name="layout", annotation=str, description="Memory layout: nchw or nhwc."),
    Argument(name="compile", annotation=str, description="Compiler, or off."),
    Argument(
        name="protocol",
        annotation=str,
        description=f"How the throughput was taken: {' or '.join(PROTOCOLS)}. If not given: "
        f"{PROTOCOLS[0]} where the other arguments leave a run of it, else {PROTOCOLS[1]}. "
        "Figures of two protocols, or of two versions of one, never stand in one list; of "
        "versions, that of the newest run is taken.",
    ),
    Argument(
        name="batch",
        annotation="BatchChoice",
        description="Batch size of the throughput; as measured if not given.",
    ),
)


def best_measurement(
    model_id: ColumnElement[int],
    img_size: ColumnElement[int],
    arguments: Mapping[str, Any],
    binder: Binder,
) -> tuple[Row, ColumnElement[bool]]:
    """The measurement that stands for a model at an image size, and what it is joined on.

    The newest run's, then (with ``atMost``) the largest batch's, then the fastest. It is looked up
    row by row: ranking all measurements first takes longer, and much longer where there are
    millions.

    Args:
        model_id: column of the rows that it is joined to.
        img_size: likewise.
        arguments: see ``CHOICE``.
        binder: takes the arguments' values.
    """
    runs = _chosen_runs(arguments, binder)

    def found(one: Row) -> Select[Any]:
        return select(one.c.id).where(
            one.c.model_id == model_id, one.c.img_size == img_size, _is_of_runs(one, runs, binder)
        )

    one = _MEASUREMENTS.alias()
    sound = found(one).where(*_are_sound(one, arguments, binder))
    order: list[ColumnElement[Any]] = [one.c.samples_per_second.desc(), one.c.id]
    if (arguments.get("batch") or {}).get("atMost") is not None:
        order.insert(0, one.c.batch_size.desc())
    if not binder.is_sqlite:
        newest_first = select(runs.c.id).order_by(runs.c.newness).scalar_subquery()
        place = func.array_position(func.array(newest_first), one.c.run_id)
        best: Row = sound.with_only_columns(one).order_by(place, *order).limit(1).lateral()
        return best, true()
    newness = select(runs.c.newness).where(runs.c.id == one.c.run_id).scalar_subquery()
    preferred = sound.order_by(newness, *order).limit(1).scalar_subquery()
    # Most have one candidate only; an index tells so, without looking at the row and sorting.
    other, best = _MEASUREMENTS.alias(), _MEASUREMENTS.alias()
    only = found(other).with_only_columns(case((func.count() == 1, func.min(other.c.id))))
    is_best = best.c.id == func.coalesce(only.scalar_subquery(), preferred)
    return best, and_(is_best, *_are_sound(best, arguments, binder))


def _are_sound(row: Row, arguments: Mapping[str, Any], binder: Binder) -> list[ColumnElement[bool]]:
    """Whether a measurement is sound and of the chosen batch size."""
    conditions: list[ColumnElement[bool]] = [
        row.c.until_source_id.is_(None),
        row.c.samples_per_second.is_not(None),
        row.c.status == "ok",
    ]
    batch = arguments.get("batch") or {}
    if batch.get("exact") is not None:
        conditions.append(row.c.batch_size == binder.bind(batch["exact"], INT.sql))
    elif batch.get("atMost") is not None:
        conditions.append(row.c.batch_size <= binder.bind(batch["atMost"], INT.sql))
    return conditions


def _is_of_runs(row: Row, runs: Row, binder: Binder) -> ColumnElement[bool]:
    """Whether a measurement is of one of the runs; in words that lead into the index on runs.

    Not a join: SQLite would begin it with all runs of the model. Not IN: PostgreSQL would.
    """
    ids = select(runs.c.id)
    if binder.is_sqlite:
        return row.c.run_id.in_(ids)
    return row.c.run_id == func.any(func.array(ids.scalar_subquery()))


def _chosen_runs(arguments: Mapping[str, Any], binder: Binder) -> CTE:
    """Runs with the asked settings; ``newness`` 1: started, published or read last.

    Materialised, or SQLite would work them out anew for every row.
    """
    run, environment, source = _RUNS.alias(), _ENVIRONMENTS.alias(), _SOURCES.alias()
    conditions = []
    for name, stored in (
        ("environment", environment.c.slug),
        ("task", run.c.task),
        ("precision", run.c.precision),
        ("layout", run.c.layout),
        ("compile", run.c.compile),
        ("protocol", run.c.protocol),
    ):
        value = arguments.get(name) or ("infer" if name == "task" else None)
        if value is not None:
            conditions.append(stored == binder.bind(value, STRING.sql, check_text))
    order = (
        case((run.c.protocol == PROTOCOLS[0], 0), else_=1),
        func.coalesce(run.c.started_at, source.c.published_at, source.c.retrieved_at).desc(),
        run.c.slug.desc(),
    )
    how = (run.c.protocol, run.c.protocol_version)
    found = (
        select(
            run.c.id,
            func.row_number().over(order_by=order).label("newness"),
            *how,
            *(func.first_value(one).over(order_by=order).label(f"asked_{one.name}") for one in how),
        )
        .join(environment, environment.c.id == run.c.environment_id)
        .join(
            source, and_(source.c.logical_source_id == run.c.logical_source_id, source.c.is_current)
        )
        .where(*conditions)
        .subquery()
    )
    return (
        select(found.c.id, found.c.newness)
        .where(*(found.c[one.name] == found.c[f"asked_{one.name}"] for one in how))
        .cte()
        .prefix_with("MATERIALIZED")
    )
