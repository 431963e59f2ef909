"""From a selection to a plan: which statements, with which parameters, built into what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, func, literal_column, select
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.engine import Dialect
from sqlalchemy.types import BigInteger, String

from api.binding import Binder
from api.declare import Entity, Row, ToMany
from api.errors import refused
from api.filters import filter_condition
from api.joins import Joins
from api.level import Level
from api.ordering import Key, after_condition, cursors_of, order_keys
from api.plan import ListPlan, NestedPlan
from api.registry import DEFAULT_FIRST, ENTITIES, MAX_PAGE, FindRoot, ListRoot, found_by
from api.scalars import STRING, check_text
from api.selection import Collector, Selected

_PARAMETERS = "rows, more, total, nested"


class Planner:
    """Plans the lists of one operation.

    Args:
        dialect: SQLAlchemy's dialect of the database.
        collector: the operation's selections and variables.
    """

    def __init__(self, dialect: Dialect, collector: Collector) -> None:
        self.dialect = dialect
        self.collector = collector

    def list_root(self, root: ListRoot, selected: Selected) -> ListPlan:
        """The plan of a root connection."""
        entity = ENTITIES[root.entity]
        binder = Binder(self.dialect)
        joins = Joins(entity.table.alias())
        level = Level(joins, binder, self.collector, self._nested)
        first = page_size(selected, root.max_first)
        keys = order_keys(entity, joins.base, selected.arguments.get("orderBy"), joins)
        cursors = cursors_of(entity, keys, binder)
        after = selected.arguments.get("after")
        expression, needs_rows, needs_total = level.connection(
            entity, selected.children, cursors, has_after=after is not None
        )
        conditions = self._conditions(entity, joins.base, joins, selected.arguments, binder)
        total_index = None
        if needs_total and needs_rows:
            total = self._count(entity, selected, binder).scalar_subquery()
            total_index = level.index(".total", total)
        statement = None
        if needs_rows:
            if after is not None:
                conditions.append(after_condition(cursors, after, binder))
            statement = binder.compile(
                select(*(level.columns or [literal_column("1")]))
                .select_from(joins.clause)
                .where(*conditions)
                .order_by(*(key.clause() for key in keys))
                .limit(first + 1)
            )
        counting = Binder(self.dialect)
        return ListPlan(
            statement=statement,
            build=level.code.function(_PARAMETERS, expression),
            children=tuple(level.children),
            first=first,
            total_index=total_index,
            total=counting.compile(self._count(entity, selected, counting))
            if needs_total
            else None,
            has_after=after is not None,
        )

    def find_root(self, root: FindRoot, selected: Selected) -> ListPlan:
        """The plan of a root field that finds one row."""
        entity = ENTITIES[root.entity]
        binder = Binder(self.dialect)
        joins = Joins(entity.table.alias())
        level = Level(joins, binder, self.collector, self._nested)
        expression = level.object(entity, joins.base, selected.children)
        name = binder.bind(selected.arguments[root.by], STRING.sql, check_text)
        statement = binder.compile(
            select(*(level.columns or [literal_column("1")]))
            .select_from(joins.clause)
            .where(found_by(root, joins.base, name, binder))
            .limit(1)
        )
        return ListPlan(
            statement=statement,
            build=level.code.function(_PARAMETERS, f"next(({expression} for r in rows), None)"),
            children=tuple(level.children),
        )

    def _nested(self, parent: Entity, field: ToMany, selected: Selected) -> NestedPlan:
        entity = ENTITIES[field.target]
        binder = Binder(self.dialect)
        joins, parent_id, conditions = self._from_parents(parent, field, binder)
        level = Level(joins, binder, self.collector, self._nested)
        level.index(".parent", parent_id)
        keys = order_keys(entity, joins.base, selected.arguments.get("orderBy"), joins)
        arguments = selected.arguments
        scoped = self._conditions(
            entity, joins.base, joins, arguments, binder, is_scoped=field.is_scoped
        )
        if not field.is_connection:
            if field.item is None:
                item = level.object(entity, joins.base, selected.children)
            else:
                column = next(one for one in entity.columns() if one.name == field.item)
                item = level.leaf(column, joins.base)
            statement = binder.compile(
                select(*level.columns)
                .select_from(joins.clause)
                .where(*conditions, *scoped)
                .order_by(parent_id, *(key.clause() for key in keys))
            )
            return NestedPlan(
                statement=statement,
                build=level.code.function(_PARAMETERS, f"[{item} for r in rows]"),
                children=tuple(level.children),
            )
        first = page_size(selected, MAX_PAGE)
        cursors = cursors_of(entity, keys, binder)
        after = arguments.get("after")
        expression, needs_rows, needs_total = level.connection(
            entity, selected.children, cursors, has_after=after is not None
        )
        counts_apart = needs_total and (after is not None or not needs_rows or first == 0)
        total_index = None
        if needs_total and not counts_apart:
            total_index = level.index(".total", func.count().over(partition_by=parent_id))
        if after is not None:
            scoped.append(after_condition(cursors, after, binder))
        statement = None
        if needs_rows:
            statement = binder.compile(
                _pages(level.columns, joins, parent_id, [*conditions, *scoped], keys, first)
            )
        return NestedPlan(
            statement=statement,
            build=level.code.function(_PARAMETERS, expression),
            children=tuple(level.children),
            first=first,
            total_index=total_index,
            total=self._count_by_parent(parent, field, selected) if counts_apart else None,
            has_after=after is not None,
        )

    def _from_parents(
        self, parent: Entity, field: ToMany, binder: Binder
    ) -> tuple[Joins, ColumnElement[Any], list[ColumnElement[bool]]]:
        """FROM of a nested list: its rows' joins, the parent's id, which parents."""
        first, *others = field.links
        this: Row = first.table.alias()
        clause: Row = this
        if field.parent_key is not None:
            parent_id = field.parent_key(this)
        else:
            origin = parent.table.alias()
            parent_id = origin.c[parent.key[0]]
            clause = origin.join(this, first.on(origin, this))
        for link in others:
            that = link.table.alias()
            clause = clause.join(that, link.on(this, that))
            this = that
        if binder.is_sqlite:
            listed = func.json_each(binder.given("parents", String()))
            members = parent_id.in_(select(literal_column("value")).select_from(listed))
        else:
            members = parent_id == func.any(binder.given("parents", ARRAY(BigInteger())))
        return Joins(this, clause), parent_id, [members]

    def _conditions(
        self,
        entity: Entity,
        row: Row,
        joins: Joins,
        arguments: Mapping[str, Any],
        binder: Binder,
        *,
        is_scoped: bool = True,
    ) -> list[ColumnElement[bool]]:
        found = []
        if is_scoped and entity.scope is not None:
            shown = entity.scope(row, arguments, binder)
            if shown is not None:
                found.append(shown)
        where = arguments.get("where")
        if where:
            found.append(filter_condition(entity, row, where, joins, binder))
        return found

    def _count(self, entity: Entity, selected: Selected, binder: Binder) -> Select[Any]:
        joins = Joins(entity.table.alias())
        conditions = self._conditions(entity, joins.base, joins, selected.arguments, binder)
        return select(func.count()).select_from(joins.clause).where(*conditions)

    def _count_by_parent(self, parent: Entity, field: ToMany, selected: Selected) -> Any:
        entity = ENTITIES[field.target]
        binder = Binder(self.dialect)
        joins, parent_id, conditions = self._from_parents(parent, field, binder)
        scoped = self._conditions(
            entity, joins.base, joins, selected.arguments, binder, is_scoped=field.is_scoped
        )
        return binder.compile(
            select(parent_id, func.count())
            .select_from(joins.clause)
            .where(*conditions, *scoped)
            .group_by(parent_id)
        )


def _pages(
    columns: Sequence[ColumnElement[Any]],
    joins: Joins,
    parent_id: ColumnElement[Any],
    conditions: Sequence[ColumnElement[bool]],
    keys: Sequence[Key],
    first: int,
) -> Select[Any]:
    """The first rows of every parent, one more than a page so that the end is known."""
    place = func.row_number().over(
        partition_by=parent_id, order_by=tuple(key.clause() for key in keys)
    )
    ranked = (
        select(*columns, place.label("place"))
        .select_from(joins.clause)
        .where(*conditions)
        .subquery()
    )
    width = len(columns)
    return (
        select(*list(ranked.c)[:width])
        .where(ranked.c.place <= first + 1)
        .order_by(ranked.c[0], ranked.c.place)
    )


def page_size(selected: Selected, most: int) -> int:
    """How many rows a page has.

    Raises:
        RequestError: below zero, or above the limit of the list.
    """
    first = selected.arguments.get("first")
    if first is None:
        return DEFAULT_FIRST
    assert isinstance(first, int)
    if 0 <= first <= most:
        return first
    raise refused(
        f"`first: {first}` of {selected.name!r}: pages have 0 to {most} rows; "
        "ask for the next page with `after`",
        "LIMIT_EXCEEDED" if first > most else "BAD_USER_INPUT",
        selected.node,
    )

