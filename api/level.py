"""One level of a plan: the columns, joins and nested lists that a selection on an entity needs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from graphql import SelectionSetNode
from sqlalchemy import ColumnElement, func

from api.binding import Binder
from api.declare import Column, Entity, Row, ToMany, ToOne
from api.joins import Joins
from api.ordering import Cursors
from api.plan import NestedPlan
from api.registry import ENTITIES
from api.rows import Code, display, leaf
from api.scalars import INSTANT, Scalar
from api.selection import Collector, Selected

PlanNested = Callable[[Entity, ToMany, Selected], NestedPlan]


class Level:
    """Collects what one statement has to give, while the expression of its response is written.

    Args:
        joins: where its rows come from.
        binder: parameters of its statement.
        collector: the operation's selections.
        plan_nested: plans a list nested in a row of an entity.
        is_checked: whether values that do not fit their types raise ``UnfitValueError``.
    """

    def __init__(
        self,
        joins: Joins,
        binder: Binder,
        collector: Collector,
        plan_nested: PlanNested,
        *,
        is_checked: bool,
    ) -> None:
        self.joins = joins
        self.binder = binder
        self.collector = collector
        self.plan_nested = plan_nested
        self.is_checked = is_checked
        self.code = Code()
        self.columns: list[ColumnElement[Any]] = []
        self.children: list[tuple[int, NestedPlan]] = []
        self.has_windows = False
        self._indexes: dict[Any, int] = {}

    def index(self, identity: Any, expression: ColumnElement[Any]) -> int:
        """The position of an expression in the rows; it is selected once."""
        found = self._indexes.get(identity)
        if found is None:
            found = self._indexes[identity] = len(self.columns)
            self.columns.append(expression.label(f"c{found}"))
        return found

    def column(self, name: str, row: Row, scalar: Scalar, expression: ColumnElement[Any]) -> int:
        """The position of a field's value, as JSON will have it."""
        if not self.binder.is_sqlite:
            if scalar is INSTANT:
                utc = func.timezone("UTC", expression)
                expression = func.to_char(utc, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
            elif scalar.is_list:
                expression = expression.cast(scalar.sql)
        return self.index((row, name), expression)

    def object(self, entity: Entity, row: Row, sets: Iterable[SelectionSetNode]) -> str:
        """The expression of an object of an entity."""
        entries = []
        for selected in self.collector.collect(entity.name, sets):
            if selected.name == "__typename":
                entries.append((selected.key, repr(entity.name)))
                continue
            field = entity.field(selected.name)
            entries.append((selected.key, self._field(entity, field, row, selected)))
        return display(entries)

    def _field(
        self, entity: Entity, field: Column | ToOne | ToMany, row: Row, selected: Selected
    ) -> str:
        if isinstance(field, Column):
            return self.leaf(field, row)
        if isinstance(field, ToOne):
            return self._joined(field, row, selected)
        parent = self.index((row, ".id"), row.c[entity.key[0]])
        self.children.append((parent, self.plan_nested(entity, field, selected)))
        return f"nested[{len(self.children) - 1}][r[{parent}]]"

    def leaf(self, field: Column, row: Row) -> str:
        """The expression of a leaf field."""
        self.has_windows |= field.is_window
        index = self.column(field.name, row, field.scalar, field.sql(row))
        return leaf(
            field.scalar,
            index,
            is_nullable=field.is_nullable,
            is_sqlite=self.binder.is_sqlite,
            is_checked=self.is_checked,
            digits=field.digits,
        )

    def _joined(self, field: ToOne, row: Row, selected: Selected) -> str:
        target = ENTITIES[field.target]
        that = self.joins.follow(row, field)
        written = self.object(target, that, selected.children)
        if not self.joins.is_outer(that):
            return written
        present = self.index((that, ".id"), that.c[target.key[0]])
        return f"(None if r[{present}] is None else {written})"

    def connection(
        self,
        entity: Entity,
        sets: Iterable[SelectionSetNode],
        cursors: Cursors,
        *,
        has_after: bool,
    ) -> tuple[str, bool, list[str]]:
        """The expression of a connection; ``has_after``: its page begins after a cursor.

        Returns:
            The expression, whether it needs rows, and what it needs of the whole list.
        """
        entries: list[tuple[str, str]] = []
        needs_rows, totals = False, list[str]()
        whole = {total.name: total for total in entity.totals}
        for selected in self.collector.collect(f"{entity.name}Connection", sets):
            name = selected.name
            if name == "__typename":
                written = repr(f"{entity.name}Connection")
            elif name == "totalCount":
                written = f"totals[{_place(totals, name)}]"
            elif name in whole:
                written = leaf(
                    whole[name].scalar,
                    _place(totals, name),
                    source="totals",
                    is_nullable=False,
                    is_sqlite=self.binder.is_sqlite,
                    is_checked=self.is_checked,
                )
            else:
                needs_rows = True
                if name == "nodes":
                    written = self._nodes(entity, selected)
                elif name == "edges":
                    written = self._edges(entity, selected, cursors)
                else:
                    written = self._page_info(selected, cursors, has_after)
            entries.append((selected.key, written))
        return display(entries), needs_rows, totals

    def _nodes(self, entity: Entity, selected: Selected) -> str:
        return f"[{self.object(entity, self.joins.base, selected.children)} for r in rows]"

    def _edges(self, entity: Entity, selected: Selected, cursors: Cursors) -> str:
        entries = []
        for one in self.collector.collect(f"{entity.name}Edge", selected.children):
            if one.name == "__typename":
                written = repr(f"{entity.name}Edge")
            elif one.name == "node":
                written = self.object(entity, self.joins.base, one.children)
            else:
                written = self._cursor(cursors, "r")
            entries.append((one.key, written))
        return f"[{display(entries)} for r in rows]"

    def _page_info(self, selected: Selected, cursors: Cursors, has_after: bool) -> str:
        entries = []
        for one in self.collector.collect("PageInfo", selected.children):
            if one.name == "startCursor":
                written = self._end_cursor(cursors, 0)
            elif one.name == "endCursor":
                written = self._end_cursor(cursors, -1)
            else:
                written = {
                    "__typename": repr("PageInfo"),
                    "hasNextPage": "more",
                    "hasPreviousPage": repr(has_after),
                }[one.name]
            entries.append((one.key, written))
        return display(entries)

    def _end_cursor(self, cursors: Cursors, position: int) -> str:
        return f"({self._cursor(cursors, f'rows[{position}]')} if rows else None)"

    def _cursor(self, cursors: Cursors, row: str) -> str:
        indexes = [
            self.column(key.name, self.joins.base, key.scalar, key.column) for key in cursors.keys
        ]
        values = ", ".join(f"{row}[{index}]" for index in indexes)
        return f"{self.code.name(cursors.write)}(({values},))"


def _place(names: list[str], name: str) -> int:
    """The position of a name in the list, which has it from now on."""
    if name not in names:
        names.append(name)
    return names.index(name)
