"""Accuracy against speed: weights joined with measurements of their models at the same size."""

from __future__ import annotations

from collections.abc import Mapping, Set
from typing import Any

from sqlalchemy import ColumnElement, String, and_, case, func, or_

from api.binding import Binder
from api.declare import Argument, Column, Entity, Link, Row, ToOne, Total, camel
from api.joins import Joins, View
from api.roots import MAX_FLAT, ListRoot
from api.scalars import BOOLEAN, check_text
from api.stored import column
from api.types.measured import CHOICE, best_measurement
from db.accuracy import Dataset, Evaluation
from db.bulk import table_of
from db.catalogue import Model, Variant
from db.speed import BenchmarkRun, Measurement

_EVALUATIONS, _DATASETS = table_of(Evaluation), table_of(Dataset)
_VARIANTS, _MODELS = table_of(Variant), table_of(Model)

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
#: What is asked by these names needs the measurement.
_NEED_MEASUREMENT = {"measurement", "run", "mixedBatchSizes", "isParetoOptimal"}.union(
    *({camel(name), name.upper()} for name in _MEASURED)
)

ARGUMENTS = (
    Argument(
        name="dataset",
        annotation=str,
        description="Test set of the accuracy; imagenet if not given.",
    ),
    *CHOICE,
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
    model = _MODELS.alias()
    test_set = binder.bind(arguments.get("dataset") or "imagenet", String(), check_text)
    clause = shown.join(dataset, dataset.c.id == shown.c.dataset_id).join(
        variant, variant.c.id == shown.c.variant_id
    )
    joined: dict[str, Row] = {"variant": variant, "dataset": dataset, "evaluation": shown}
    columns: dict[str, ColumnElement[Any]] = {
        name: shown.c[name]
        for name in ("id", "variant_id", "dataset_id", "img_size", "top1", "top5")
    }
    columns["model_id"] = variant.c.model_id
    if names & {"parameters", "PARAMETERS", "model"}:
        clause = clause.join(model, model.c.id == variant.c.model_id)
        columns["parameters"], joined["model"] = model.c.parameters, model
    if needs_speed or names & _NEED_MEASUREMENT:
        best, is_best = best_measurement(variant.c.model_id, shown.c.img_size, arguments, binder)
        clause = clause.join(best, is_best, isouter=not needs_speed)
        columns["measurement_id"] = best.c.id
        for name in _MEASURED:
            columns[name] = best.c[name]
        if needs_speed:
            joined["measurement"] = best
    return Joins(View(columns), clause, (shown.c.is_shown, dataset.c.name == test_set), joined)


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
