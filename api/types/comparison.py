"""Several weights side by side: every figure against the first weight's."""

from __future__ import annotations

from collections.abc import Mapping, Set
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Select, String, func, literal, null, select
from sqlalchemy import union_all as union
from sqlalchemy.types import Integer

from api.binding import Binder, Slot
from api.declare import Argument, Column, Entity, Link, ToOne, camel
from api.errors import refused
from api.lookups import member_of
from api.roots import MAX_FLAT, ListRoot
from api.scalars import FLOAT, INT, STRING, check_text
from db.accuracy import Dataset, Evaluation
from db.bulk import table_of
from db.catalogue import Variant
from db.speed import BenchmarkRun, Environment, Measurement

_EVALUATIONS, _MEASUREMENTS = table_of(Evaluation), table_of(Measurement)
_RUNS, _ENVIRONMENTS = table_of(BenchmarkRun), table_of(Environment)
_VARIANTS = table_of(Variant)
MOST_VARIANTS = 10


def _first(names: Any) -> str:
    if not 1 <= len(names) <= MOST_VARIANTS:
        raise refused(f"`variants` takes 1 to {MOST_VARIANTS} names")
    return check_text(names[0])


def _cells(arguments: Mapping[str, Any], binder: Binder) -> Select[Any]:
    """Every figure of the weights: metric, where it was taken, value."""
    names, slugs = arguments["variants"], arguments.get("environments")
    parts: list[Select[Any]] = []
    for metric in ("top1", "top5"):
        variant, row = _VARIANTS.alias(), _EVALUATIONS.alias()
        parts.append(
            select(
                literal(metric).label("metric"),
                variant.c.id.label("variant_id"),
                row.c.dataset_id,
                null().cast(Integer).label("run_id"),
                row.c.img_size,
                null().cast(Integer).label("batch_size"),
                row.c[metric].label("value"),
            )
            .join(row, row.c.variant_id == variant.c.id)
            .where(row.c.is_shown, member_of(variant.c.name, names, String(), binder, check_text))
        )
    if slugs is not None:
        variant, row, run, environment = (
            _VARIANTS.alias(),
            _MEASUREMENTS.alias(),
            _RUNS.alias(),
            _ENVIRONMENTS.alias(),
        )
        parts.append(
            select(
                literal("samplesPerSecond"),
                variant.c.id,
                null().cast(Integer),
                run.c.id,
                row.c.img_size,
                row.c.batch_size,
                func.max(row.c.samples_per_second),
            )
            .join(row, row.c.model_id == variant.c.model_id)
            .join(run, run.c.id == row.c.run_id)
            .join(environment, environment.c.id == run.c.environment_id)
            .where(
                row.c.until_source_id.is_(None),
                row.c.status == "ok",
                row.c.samples_per_second.is_not(None),
                member_of(variant.c.name, names, String(), binder, check_text),
                member_of(environment.c.slug, slugs, String(), binder, check_text),
            )
            .group_by(variant.c.id, run.c.id, row.c.img_size, row.c.batch_size)
        )
    return select(union(*parts).subquery())


def _comparison(arguments: Mapping[str, Any], _: Set[str], binder: Binder) -> FromClause:
    names = arguments["variants"]
    if not isinstance(names, Slot):
        _first(names)
    cells, baselines = _cells(arguments, binder).subquery(), _cells(arguments, binder).subquery()
    first = _VARIANTS.alias()
    same = (
        (baselines.c.metric == cells.c.metric)
        & (func.coalesce(baselines.c.dataset_id, 0) == func.coalesce(cells.c.dataset_id, 0))
        & (func.coalesce(baselines.c.run_id, 0) == func.coalesce(cells.c.run_id, 0))
        & (baselines.c.img_size == cells.c.img_size)
        & (
            baselines.c.variant_id
            == select(first.c.id)
            .where(first.c.name == binder.bind(names, String(), _first))
            .scalar_subquery()
        )
    )
    order = (cells.c.metric, cells.c.dataset_id, cells.c.run_id, cells.c.img_size)
    number = func.row_number().over(order_by=(*order, cells.c.variant_id))
    return (
        select(
            cells,
            baselines.c.value.label("baseline"),
            (cells.c.value - baselines.c.value).label("difference"),
            (cells.c.value / func.nullif(baselines.c.value, 0)).label("ratio"),
            number.label("id"),
        )
        .select_from(cells.join(baselines, same, isouter=True))
        .subquery()
    )


def _to(name: str, target: type[Any], description: str, *, is_nullable: bool) -> ToOne:
    def stored(this: Any) -> ColumnElement[Any]:
        found: ColumnElement[Any] = this.c[f"{name}_id"]
        return found

    return ToOne(
        name=name,
        target=target.__name__,
        description=description,
        is_nullable=is_nullable,
        links=(Link(table=table_of(target), on=lambda this, that: that.c.id == stored(this)),),
    )


def _figure(
    stored: str, description: str, *, is_nullable: bool, digits: int | None = None
) -> Column:
    return Column(
        name=camel(stored),
        scalar=FLOAT,
        description=description,
        is_nullable=is_nullable,
        sql=lambda row: row.c[stored],
        digits=digits,
    )


def _size(stored: str, description: str, *, is_nullable: bool) -> Column:
    return Column(
        name=camel(stored),
        scalar=INT,
        description=description,
        is_nullable=is_nullable,
        sql=lambda row: row.c[stored],
    )


COMPARISON = Entity(
    name="Comparison",
    description="A figure of a weight beside the same figure of the first weight.",
    fields=(
        Column(
            name="metric",
            scalar=STRING,
            description="top1, top5 (percent) or samplesPerSecond (images/s).",
            is_nullable=False,
            sql=lambda row: row.c.metric,
        ),
        _to("variant", Variant, "The weight.", is_nullable=False),
        _to("dataset", Dataset, "Test set of an accuracy.", is_nullable=True),
        _to("run", BenchmarkRun, "Run of a throughput.", is_nullable=True),
        _size("img_size", "Height and width of the input, pixels.", is_nullable=False),
        _size("batch_size", "Batch size of a throughput.", is_nullable=True),
        _figure("value", "The figure.", is_nullable=False),
        _figure(
            "baseline",
            "The first weight's on the same test set or in the same run at the same size; null "
            "where it has none.",
            is_nullable=True,
        ),
        _figure("difference", "Figure minus baseline.", is_nullable=True, digits=6),
        _figure("ratio", "Figure divided by baseline.", is_nullable=True),
    ),
)

LISTS = (
    ListRoot(
        name="compare",
        entity="Comparison",
        description="Figures of several weights against those of the first one: accuracy on all "
        "test sets, and throughput in the runs of `environments`.",
        max_first=MAX_FLAT,
        arguments=(
            Argument(
                name="variants",
                annotation=str,
                description=f"1 to {MOST_VARIANTS} names of weights, the baseline first.",
                is_list=True,
                is_required=True,
            ),
            Argument(
                name="environments",
                annotation=str,
                description="Slugs of environments; no throughput without them.",
                is_list=True,
            ),
        ),
        source=_comparison,
    ),
)
ENTITIES = (COMPARISON,)
