"""From a selection to a plan: which statements, with which parameters, built into what."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, func, literal_column, select
from sqlalchemy.engine import Dialect

from api.binding import Binder, Statement
from api.declare import Entity, Row, ToMany
from api.filters import filter_condition
from api.joins import Joins
from api.level import Level
from api.ordering import after_condition, cursors_of, order_keys
from api.pages import page_of, page_size, pages_by_parent
from api.plan import ListPlan, NestedPlan, Request
from api.registry import ENTITIES, found_by
from api.roots import MAX_PAGE, FindRoot, ListRoot, OneRoot, Preparation, Source
from api.scalars import STRING, check_text
from api.selection import Collector, Selected

_PARAMETERS = "rows, more, totals, nested"


class Planner:
    """Plans the lists of one operation.

    Args:
        dialect: SQLAlchemy's dialect of the database.
        collector: the operation's selections and variables.
        is_checked: whether values that do not fit their types are found while rows are built.
    """

    def __init__(self, dialect: Dialect, collector: Collector, *, is_checked: bool = True) -> None:
        self.dialect = dialect
        self.collector = collector
        self.is_checked = is_checked

    def list_root(self, root: ListRoot, selected: Selected) -> ListPlan:
        """The plan of a root connection."""
        entity = ENTITIES[root.entity]
        binder = Binder(self.dialect)
        joins = self._root_joins(root.source, root, selected, binder)
        level = self._level(joins, binder)
        first = page_size(selected, root.max_first)
        keys = order_keys(entity, joins.base, selected.arguments.get("orderBy"), joins)
        cursors = cursors_of(entity, keys, binder)
        after = selected.arguments.get("after")
        expression, needs_rows, totals = level.connection(
            entity, selected.children, cursors, has_after=after is not None
        )
        conditions = self._conditions(entity, joins, selected, binder, root.filter_name)
        total_index: int | None = None
        if needs_rows and totals == ["totalCount"]:
            counted = self._totals(entity, root, selected, totals, binder)
            total_index = level.index(".total", counted.scalar_subquery())
        statement: Statement | None = None
        if needs_rows:
            page = page_of(level, conditions, keys, cursors, after)
            # Written out: plans of PostgreSQL that know no parameters rest on it.
            statement = binder.compile(page.limit(literal_column(str(first + 1))))
        counting = Binder(self.dialect)
        return ListPlan(
            statement=statement,
            build=level.code.function(_PARAMETERS, expression),
            children=tuple(level.children),
            first=first,
            total_index=total_index,
            totals=counting.compile(self._totals(entity, root, selected, totals, counting))
            if totals
            else None,
            has_after=after is not None,
            prepare=self._preparation(root, selected),
        )

    def _preparation(self, root: ListRoot, selected: Selected) -> Callable[[Request], Any] | None:
        if root.prepare is None:
            return None
        entity = ENTITIES[root.entity]

        def rows(binder: Binder) -> tuple[Any, Select[Any]]:
            joins = self._root_joins(root.prepare_from, root, selected, binder)
            conditions = self._conditions(entity, joins, selected, binder, root.filter_name)
            return joins.base, select(1).select_from(joins.clause).where(*conditions)

        return root.prepare(
            Preparation(arguments=selected.arguments, dialect=self.dialect, rows=rows)
        )

    def _root_joins(
        self, source: Source | None, root: ListRoot, selected: Selected, binder: Binder
    ) -> Joins:
        if source is None:
            return Joins(ENTITIES[root.entity].table.alias())
        rows = source(selected.arguments, self.collector.names(selected), binder)
        return rows if isinstance(rows, Joins) else Joins(rows)

    def _totals(
        self,
        entity: Entity,
        root: ListRoot,
        selected: Selected,
        names: Sequence[str],
        binder: Binder,
    ) -> Select[Any]:
        """Of the whole list: its count, and what else its connection was asked for."""
        joins = self._root_joins(root.source, root, selected, binder)
        conditions = self._conditions(entity, joins, selected, binder, root.filter_name)
        written = {total.name: total.sql for total in entity.totals}
        columns = [
            func.count() if name == "totalCount" else written[name](joins.base) for name in names
        ]
        return select(*columns).select_from(joins.clause).where(*conditions)

    def find_root(self, root: FindRoot, selected: Selected) -> ListPlan:
        """The plan of a root field that finds one row."""
        entity = ENTITIES[root.entity]
        binder = Binder(self.dialect)
        joins = Joins(entity.table.alias())
        level = self._level(joins, binder)
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
            build=level.code.function(_PARAMETERS, f"([{expression} for r in rows] or [None])[0]"),
            children=tuple(level.children),
        )

    def one_root(self, root: OneRoot, selected: Selected) -> ListPlan:
        """The plan of a root field that gives the one object of its entity."""
        entity = ENTITIES[root.entity]
        binder = Binder(self.dialect)
        joins = Joins(entity.table.alias())
        level = self._level(joins, binder)
        expression = level.object(entity, joins.base, selected.children)
        return ListPlan(
            statement=binder.compile(
                select(*(level.columns or [literal_column("1")])).select_from(joins.clause)
            ),
            build=level.code.function(_PARAMETERS, f"[{expression} for r in rows][0]"),
            children=tuple(level.children),
        )

    def _level(self, joins: Joins, binder: Binder) -> Level:
        return Level(joins, binder, self.collector, self._nested, is_checked=self.is_checked)

    def _nested(self, parent: Entity, field: ToMany, selected: Selected) -> NestedPlan:
        """The plan of a list nested in rows of an entity."""
        entity = ENTITIES[field.target]
        binder = Binder(self.dialect)
        joins, parent_id, conditions = self._from_parents(parent, field, binder)
        level = self._level(joins, binder)
        level.index(".parent", parent_id)
        keys = order_keys(entity, joins.base, selected.arguments.get("orderBy"), joins)
        scope = self._conditions(entity, joins, selected, binder, is_scoped=field.is_scoped)
        conditions += scope
        if not field.is_connection:
            item = level.object(entity, joins.base, selected.children)
            return NestedPlan(
                statement=binder.compile(pages_by_parent(level, parent_id, conditions, keys)),
                build=level.code.function(_PARAMETERS, f"[{item} for r in rows]"),
                children=tuple(level.children),
            )
        first = page_size(selected, MAX_PAGE)
        cursors = cursors_of(entity, keys, binder)
        after = selected.arguments.get("after")
        expression, needs_rows, totals = level.connection(
            entity, selected.children, cursors, has_after=after is not None
        )
        # The rows tell the total where they are the whole list.
        counts_apart = bool(totals) and (after is not None or not needs_rows or first == 0)
        total_index: int | None = None
        if totals and not counts_apart and not field.is_small:
            total_index = level.index(".total", func.count().over(partition_by=parent_id))
        if after is not None:
            conditions.append(after_condition(cursors, keys, after, binder))
        rows = pages_by_parent(
            level, parent_id, conditions, keys, None if field.is_small else first
        )
        return NestedPlan(
            statement=binder.compile(rows) if needs_rows else None,
            build=level.code.function(_PARAMETERS, expression),
            children=tuple(level.children),
            first=first,
            total_index=total_index,
            totals=self._count_by_parent(parent, field, selected) if counts_apart else None,
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
        members = binder.among(parent_id, "parents")
        return Joins(this, clause), parent_id, [members]

    def _conditions(
        self,
        entity: Entity,
        joins: Joins,
        selected: Selected,
        binder: Binder,
        filter_name: str = "where",
        *,
        is_scoped: bool = True,
    ) -> list[ColumnElement[bool]]:
        """Which rows of an entity a list has."""
        found = list(joins.conditions)
        if is_scoped and entity.scope is not None:
            shown = entity.scope(joins.base, selected.arguments, binder)
            if shown is not None:
                found.append(shown)
        where = selected.arguments.get(filter_name)
        if where:
            found.append(filter_condition(entity, joins.base, where, joins, binder))
        return found

    def _count_by_parent(self, parent: Entity, field: ToMany, selected: Selected) -> Any:
        entity = ENTITIES[field.target]
        binder = Binder(self.dialect)
        joins, parent_id, conditions = self._from_parents(parent, field, binder)
        scoped = self._conditions(entity, joins, selected, binder, is_scoped=field.is_scoped)
        return binder.compile(
            select(parent_id, func.count())
            .select_from(joins.clause)
            .where(*conditions, *scoped)
            .group_by(parent_id)
        )
