"""Accuracy against speed: weights joined with measurements of their models at the same size."""

from __future__ import annotations

from collections.abc import Mapping, Set
from typing import Any

from sqlalchemy import CTE, ColumnElement, String, and_, case, func, or_, select, tuple_

from api.binding import Binder
from api.declare import Argument, Column, Entity, Link, Row, ToOne, Total, column
from api.joins import Joins, View
from api.roots import MAX_FLAT, ListRoot
from api.scalars import BOOLEAN, INT, STRING, check_text
from db.accuracy import Dataset, Evaluation
from db.bulk import table_of
from db.catalogue import Model, Variant
from db.provenance import Source
from db.speed import BenchmarkRun, Environment, Measurement

_EVALUATIONS, _MEASUREMENTS = table_of(Evaluation), table_of(Measurement)
_RUNS, _ENVIRONMENTS = table_of(BenchmarkRun), table_of(Environment)
_VARIANTS, _DATASETS, _MODELS = table_of(Variant), table_of(Dataset), table_of(Model)
_SOURCES = table_of(Source)

#: Columns of a tradeoff that are the measurement's.
_MEASURED = (
    "run_id",
    "samples_per_second",
    "step_time_ms",
    "batch_size",
    "gmacs",
    "macts",
    "peak_memory_mib",
)

ARGUMENTS = (
    Argument(
        name="dataset",
        annotation=str,
        description="Test set of the accuracy; imagenet if not given.",
    ),
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
        name="batch",
        annotation="BatchChoice",
        description="Batch size of the throughput; as measured if not given.",
    ),
)


def tradeoff_rows(
    arguments: Mapping[str, Any], names: Set[str], binder: Binder, *, needs_speed: bool = True
) -> Joins:
    """Shown evaluations on a test set, each with the measurement of its model at its size.

    Args:
        arguments: see ``ARGUMENTS``.
        names: fields that are asked for.
        binder: takes the arguments' values.
        needs_speed: whether evaluations without a measurement are left out.
    """
    shown, variant, dataset = _EVALUATIONS.alias(), _VARIANTS.alias(), _DATASETS.alias()
    model, best = _MODELS.alias(), _MEASUREMENTS.alias()
    test_set = binder.bind(arguments.get("dataset") or "imagenet", String(), check_text)
    runs = _chosen_runs(arguments, binder)
    is_best = and_(
        best.c.model_id == variant.c.model_id,
        best.c.img_size == shown.c.img_size,
        *_eligible(best, runs, arguments, binder),
        ~_has_better(best, runs, arguments, binder),
    )
    clause = shown.join(dataset, dataset.c.id == shown.c.dataset_id).join(
        variant, variant.c.id == shown.c.variant_id
    )
    joined = {"variant": variant, "dataset": dataset, "evaluation": shown}
    columns: dict[str, ColumnElement[Any]] = {
        name: shown.c[name]
        for name in ("id", "variant_id", "dataset_id", "img_size", "top1", "top5")
    }
    columns["model_id"] = variant.c.model_id
    if names & {"parameters", "PARAMETERS", "model"}:
        clause = clause.join(model, model.c.id == variant.c.model_id)
        columns["parameters"], joined["model"] = model.c.parameters, model
    clause = clause.join(best, is_best, isouter=not needs_speed)
    columns["measurement_id"] = best.c.id
    for name in _MEASURED:
        columns[name] = best.c[name]
    if needs_speed:
        joined["measurement"] = best
    return Joins(View(columns), clause, (shown.c.is_shown, dataset.c.name == test_set), joined)


def _eligible(
    row: Row, runs: Row, arguments: Mapping[str, Any], binder: Binder
) -> list[ColumnElement[bool]]:
    """Whether a measurement is sound, of a chosen run, and of the chosen batch size."""
    conditions: list[ColumnElement[bool]] = [
        _is_of_runs(row, runs, binder),
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


def _has_better(
    row: Row, runs: Row, arguments: Mapping[str, Any], binder: Binder
) -> ColumnElement[bool]:
    """Whether another measurement of the model at the size is preferred.

    The newest run's, then (with ``atMost``) the largest batch's, then the fastest. Most rows have
    no other, which one look into the index tells: ranking all measurements first takes twice as
    long here, and much longer where there are millions.
    """
    other = _MEASUREMENTS.alias()

    def preference(one: Row) -> ColumnElement[Any]:
        newness = (
            select(runs.c.newness).where(runs.c.id == one.c.run_id).correlate(one).scalar_subquery()
        )
        keys = [newness, -one.c.samples_per_second, one.c.id]
        if (arguments.get("batch") or {}).get("atMost") is not None:
            keys.insert(1, -one.c.batch_size)
        return tuple_(*keys)

    return (
        select(1)
        .where(
            other.c.model_id == row.c.model_id,
            other.c.img_size == row.c.img_size,
            other.c.id != row.c.id,
            *_eligible(other, runs, arguments, binder),
            preference(other) < preference(row),
        )
        .correlate(row)
        .exists()
    )


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
    ):
        value = arguments.get(name) or ("infer" if name == "task" else None)
        if value is not None:
            conditions.append(stored == binder.bind(value, STRING.sql, check_text))
    newness = func.row_number().over(
        order_by=(
            func.coalesce(run.c.started_at, source.c.published_at, source.c.retrieved_at).desc(),
            run.c.slug.desc(),
        )
    )
    return (
        select(run.c.id, newness.label("newness"))
        .join(environment, environment.c.id == run.c.environment_id)
        .join(
            source, and_(source.c.logical_source_id == run.c.logical_source_id, source.c.is_current)
        )
        .where(source.c.is_current, *conditions)
        .cte()
        .prefix_with("MATERIALIZED")
    )


def _is_pareto_optimal(row: Row) -> ColumnElement[bool]:
    """No other row is at least as accurate and as fast, and better in one of the two."""
    best_beside = func.max(row.c.top1).over(partition_by=row.c.samples_per_second)
    best_faster = func.max(row.c.top1).over(
        order_by=row.c.samples_per_second.desc(), groups=(None, -1)
    )
    return and_(row.c.top1 == best_beside, or_(best_faster.is_(None), row.c.top1 > best_faster))


def _by(name: str, target: type[Any], stored: str, description: str, *, optional: bool) -> ToOne:
    return ToOne(
        name=name,
        target=target.__name__,
        description=description,
        is_nullable=optional,
        links=(Link(table=table_of(target), on=lambda this, that: that.c.id == this.c[stored]),),
    )


TRADEOFF = Entity(
    name="Tradeoff",
    description="Accuracy of a weight, and throughput of its model at the same image size.",
    fields=(
        column(Evaluation.top1),
        column(Evaluation.top5),
        column(Evaluation.img_size),
        column(Measurement.samples_per_second),
        column(Measurement.step_time_ms),
        column(Measurement.batch_size),
        column(Model.parameters),
        column(Measurement.gmacs),
        column(Measurement.macts),
        column(Measurement.peak_memory_mib),
        Column(
            name="isParetoOptimal",
            scalar=BOOLEAN,
            description="Whether no row of the filtered list is at least as good in top-1 and in "
            "samples per second and better in one of them. Rows equal in both are both optimal.",
            is_nullable=False,
            sql=lambda row: case((_is_pareto_optimal(row), 1), else_=0) == 1,
            is_filter=False,
            is_order=False,
            is_window=True,
        ),
        _by("variant", Variant, "variant_id", "The weight.", optional=False),
        _by("model", Model, "model_id", "The model.", optional=False),
        _by("dataset", Dataset, "dataset_id", "The test set.", optional=False),
        _by("evaluation", Evaluation, "id", "Where the accuracy stands.", optional=False),
        _by(
            "measurement",
            Measurement,
            "measurement_id",
            "Where the throughput stands.",
            optional=True,
        ),
        _by("run", BenchmarkRun, "run_id", "The run that measured it.", optional=True),
    ),
    totals=(
        Total(
            name="mixedBatchSizes",
            scalar=BOOLEAN,
            description="Whether throughput was taken at several batch sizes in this list.",
            sql=lambda row: func.count(row.c.batch_size.distinct()) > 1,
        ),
    ),
)

LISTS = (
    ListRoot(
        name="tradeoffs",
        entity="Tradeoff",
        description="Accuracy joined with throughput by model and image size. Weights without a "
        "sound measurement in the chosen runs are left out.",
        max_first=MAX_FLAT,
        arguments=ARGUMENTS,
        source=tradeoff_rows,
    ),
)
ENTITIES = (TRADEOFF,)
