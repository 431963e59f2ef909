"""From ``where`` to SQL.

Two-valued: a question about a missing value or a missing relation is false (but ``isNull: true``),
and ``NOT`` is its exact complement, so that every row is either in a filter or in its ``NOT``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, and_, false, or_, select, true

from api.binding import Binder
from api.declare import Column, Entity, Row, ToMany, ToOne, entity_named
from api.joins import Joins, View
from api.lookups import lookup_condition


def filter_condition(
    entity: Entity, row: Row, where: Mapping[str, Any], joins: Joins, binder: Binder
) -> ColumnElement[bool]:
    """Whether a row is what ``where`` asks for.

    Args:
        entity: what the row is.
        row: its alias.
        where: coerced filter input; null parts are ignored.
        joins: where the row comes from; to-one relations are joined to it.
        binder: takes the figures and texts as parameters.
    """
    parts: list[ColumnElement[bool]] = []
    for name, asked in where.items():
        if asked is None:
            continue
        if name == "AND":
            parts.extend(filter_condition(entity, row, one, joins, binder) for one in asked)
        elif name == "OR":
            options = [filter_condition(entity, row, one, joins, binder) for one in asked]
            parts.append(or_(false(), *options))
        elif name == "NOT":
            parts.append(filter_condition(entity, row, asked, joins, binder).is_not(true()))
        else:
            parts.append(_field_condition(entity.field(name), row, asked, joins, binder))
    return and_(true(), *parts)


def _field_condition(
    field: Column | ToOne | ToMany,
    row: Row,
    asked: Mapping[str, Any],
    joins: Joins,
    binder: Binder,
) -> ColumnElement[bool]:
    if isinstance(field, Column):
        return lookup_condition(field.sql(row), field.scalar, dict(asked), binder)
    target = entity_named(field.target)
    if isinstance(field, ToOne):
        named = _named(field, target, row, asked, binder)
        if named is not None:
            return named
        that = joins.follow(row, field)
        condition = filter_condition(target, that, asked, joins, binder)
        if joins.is_outer(that):
            condition = and_(that.c[target.key[0]].is_not(None), condition)
        return condition
    return _has_one(field, target, row, asked, binder)


def _named(
    field: ToOne, target: Entity, row: Row, asked: Mapping[str, Any], binder: Binder
) -> ColumnElement[bool] | None:
    """Whether the relation leads to the one row of that name, where that is all that is asked.

    The row is looked up once, so that an index of ``row`` can go on from there in its own order.
    """
    given = [(name, one) for name, one in asked.items() if one is not None]
    if len(field.links) != 1 or target.key != ("id",) or len(given) != 1:
        return None
    (link,), ((name, lookups),) = field.links, given
    named = None if name in {"AND", "OR", "NOT"} else target.field(name)
    if not isinstance(named, Column) or [
        lookup for lookup, value in lookups.items() if value is not None
    ] != ["exact"]:
        return None
    that = link.table.alias()
    column = named.sql(that)
    if not any(getattr(one, "unique", False) for one in column.base_columns):
        return None
    same = lookup_condition(column, named.scalar, dict(lookups), binder)
    found: Any = View({"id": select(that.c.id).where(same).scalar_subquery()})
    return link.on(row, found)


def _has_one(
    field: ToMany, target: Entity, row: Row, asked: Mapping[str, Any], binder: Binder
) -> ColumnElement[bool]:
    first, *others = field.links
    this = first.table.alias()
    tie = first.on(row, this)
    clause: Row = this
    for link in others:
        that = link.table.alias()
        clause = clause.join(that, link.on(this, that))
        this = that
    inner = Joins(this, clause)
    conditions = [tie, filter_condition(target, this, asked, inner, binder)]
    if field.is_scoped and target.scope is not None:
        shown = target.scope(this, {}, binder)
        if shown is not None:
            conditions.append(shown)
    return select(1).select_from(inner.clause).where(*conditions).correlate(row).exists()
