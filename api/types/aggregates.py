"""Aggregates of evaluations and measurements by what they belong to."""

from __future__ import annotations

from collections.abc import Mapping, Set
from typing import Any

from sqlalchemy import ColumnElement, FromClause, and_, case, cast, func, null, select
from sqlalchemy.types import Float

from api.binding import Binder
from api.declare import Argument, Column, Entity, Row, ToOne, camel
from api.filters import filter_condition
from api.joins import Joins
from api.roots import ListRoot
from api.scalars import FLOAT, INT, Scalar
from api.types.groups import Aggregated, Group

_STATISTICS = {
    "min": "Least",
    "max": "Largest",
    "mean": "Mean",
    "median": "Median (of an even number of values the mean of the two in the middle)",
    "stddev": "Sample standard deviation (null for fewer than two values)",
}


def aggregate_entity(aggregated: Aggregated, entities: Mapping[str, Entity]) -> Entity:
    """The entity of the groups."""
    keys = []
    for group in aggregated.groups:
        column = aggregated.group_column(group, entities)
        keys.append(
            _computed(
                group.name.lower(),
                column.scalar,
                f"{column.description.rstrip('.')}; null where it is unknown, or where `groupBy` "
                "does not name it.",
            )
        )
    figures = [
        _computed(f"{metric}_{statistic}", FLOAT, f"{words} of {meaning}, without missing values.")
        for metric, meaning in aggregated.metrics.items()
        for statistic, words in _STATISTICS.items()
    ]
    return Entity(
        name=f"{aggregated.entity.name}Aggregate",
        description=f"Figures of a group of {aggregated.entity.name} rows.",
        fields=(
            *keys,
            Column(
                name="count",
                scalar=INT,
                description="Rows of the group.",
                is_nullable=False,
                sql=lambda row: row.c.count_,
            ),
            *figures,
        ),
    )


def _computed(stored: str, scalar: Scalar, description: str) -> Column:
    return Column(
        name=camel(stored),
        scalar=scalar,
        description=description,
        is_nullable=True,
        sql=lambda row: row.c[stored],
    )


def aggregate_root(aggregated: Aggregated, entities: Mapping[str, Entity]) -> ListRoot:
    """The root field that lists the groups."""
    entity = aggregated.entity

    def source(arguments: Mapping[str, Any], names: Set[str], binder: Binder) -> FromClause:
        return _grouped(aggregated, entities, arguments, names, binder)

    return ListRoot(
        name=f"{entity.name[0].lower()}{entity.name[1:]}Aggregates",
        entity=f"{entity.name}Aggregate",
        description=f"{entity.name} rows in groups: their number, and statistics of their "
        "figures. Unknown is a group of its own.",
        max_first=2_000,
        arguments=(
            Argument(
                name="groupBy",
                annotation=aggregated.enum_name,
                description="What makes a group; an empty list: all rows are one.",
                is_list=True,
                is_required=True,
            ),
            Argument(
                name="where", annotation=f"{entity.name}Filter", description="Which rows count."
            ),
            *entity.arguments,
        ),
        source=source,
        filter_name="having",
    )


def _grouped(
    aggregated: Aggregated,
    entities: Mapping[str, Entity],
    arguments: Mapping[str, Any],
    names: Set[str],
    binder: Binder,
) -> FromClause:
    entity = aggregated.entity
    joins = Joins(entity.table.alias())
    assert entity.scope is not None
    conditions = [entity.scope(joins.base, arguments, binder)]
    if arguments.get("where"):
        conditions.append(filter_condition(entity, joins.base, arguments["where"], joins, binder))
    chosen = dict.fromkeys(one.value for one in arguments["groupBy"])
    groups = [group for group in aggregated.groups if group.name in chosen]
    keys = [
        _follow(aggregated, group, joins, entities).label(group.name.lower()) for group in groups
    ]
    metrics = [
        metric
        for metric in aggregated.metrics
        if any(camel(f"{metric}_{statistic}") in names for statistic in _STATISTICS)
    ]
    rows = (
        select(*keys, joins.base.c.id, *(joins.base.c[metric] for metric in metrics))
        .select_from(joins.clause)
        .where(*(condition for condition in conditions if condition is not None))
        .subquery()
    )
    placed = _with_places(rows, [rows.c[group.name.lower()] for group in groups], metrics, names)
    by = [placed.c[group.name.lower()] for group in groups]
    figures = [
        _statistic(placed, metric, statistic).label(f"{metric}_{statistic}")
        for metric in metrics
        for statistic in _STATISTICS
        if camel(f"{metric}_{statistic}") in names
    ]
    unnamed = [
        cast(null(), aggregated.group_column(group, entities).scalar.sql).label(group.name.lower())
        for group in aggregated.groups
        if group not in groups and camel(group.name.lower()) in names
    ]
    found = (
        select(*by, *unnamed, func.count().label("count_"), *figures)
        .select_from(placed)
        .group_by(*by)
    ).subquery()
    order = [found.c[group.name.lower()].asc().nulls_last() for group in groups]
    number = func.row_number().over(order_by=order or None).label("id")
    # A group by nothing has one row even where there are no rows to count.
    return select(found, number).subquery()


def _follow(
    aggregated: Aggregated, group: Group, joins: Joins, entities: Mapping[str, Entity]
) -> ColumnElement[Any]:
    row, entity = joins.base, aggregated.entity
    for name in group.path[:-1]:
        relation = entity.field(name)
        assert isinstance(relation, ToOne)
        row, entity = joins.follow(row, relation), entities[relation.target]
    column = entity.field(group.path[-1])
    assert isinstance(column, Column)
    return column.sql(row)


def _with_places(
    rows: FromClause, keys: list[ColumnElement[Any]], metrics: list[str], names: Set[str]
) -> FromClause:
    """The rows with what medians and deviations need: places, counts and means in the group."""
    further: list[ColumnElement[Any]] = []
    for metric in metrics:
        value = rows.c[metric]
        if camel(f"{metric}_median") in names:
            place = func.row_number().over(
                partition_by=keys or None, order_by=value.asc().nulls_last()
            )
            further.append(place.label(f"{metric}_place"))
            further.append(
                func.count(value).over(partition_by=keys or None).label(f"{metric}_values")
            )
        if camel(f"{metric}_stddev") in names:
            mean = func.avg(value).over(partition_by=keys or None)
            further.append(mean.label(f"{metric}_centre"))
    return select(rows, *further).subquery() if further else rows


def _statistic(rows: Row, metric: str, statistic: str) -> ColumnElement[Any]:
    value = rows.c[metric]
    if statistic == "median":
        place, count = rows.c[f"{metric}_place"], rows.c[f"{metric}_values"]
        in_the_middle = and_(2 * place >= count, 2 * place <= count + 2)
        return func.avg(case((in_the_middle, value)))
    if statistic == "stddev":
        offset = value - rows.c[f"{metric}_centre"]
        free = func.nullif(func.count(value) - 1, 0)
        variance = func.sum(offset * offset) / cast(free, Float(53))
        return func.sqrt(variance)
    if statistic == "mean":
        return func.avg(value)
    return func.min(value) if statistic == "min" else func.max(value)
