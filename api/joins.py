"""The FROM of a statement: one row of an entity and the to-one relations joined to it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, FromClause

from api.declare import Row, ToOne


class _Columns(dict[str, ColumnElement[Any]]):
    """Columns by name, as items and as attributes."""

    __getattr__ = dict.__getitem__


class View:
    """A row put together from columns of several tables; used as a row of one table is.

    Args:
        columns: name to column.
    """

    def __init__(self, columns: Mapping[str, ColumnElement[Any]]) -> None:
        self.c = _Columns(columns)


class Joins:
    """A base row, and every relation that is read, filtered or ordered by, joined once.

    Args:
        base: alias of the table whose rows are listed, or a view.
        clause: what is selected from, where that is more than ``base``.
        conditions: which of its rows there are.
        joined: relations of ``base`` that ``clause`` has already, by name.
    """

    def __init__(
        self,
        base: Row | View,
        clause: FromClause | None = None,
        conditions: tuple[ColumnElement[bool], ...] = (),
        joined: Mapping[str, Row] | None = None,
    ) -> None:
        self.base: Any = base
        found: Any = self.base if clause is None else clause
        self.clause: FromClause = found
        self.conditions = conditions
        self._joined: dict[tuple[Any, str], Row] = {
            (self.base, name): row for name, row in (joined or {}).items()
        }
        self._outer: set[Row] = set()

    def follow(self, row: Row, relation: ToOne) -> Row:
        """The row that a relation leads to, joined now if it was not before."""
        found = self._joined.get((row, relation.name))
        if found is not None:
            return found
        outer = relation.is_nullable or row in self._outer
        this = row
        for link in relation.links:
            that = link.table.alias()
            self.clause = self.clause.join(that, link.on(this, that), isouter=outer)
            if outer:
                self._outer.add(that)
            this = that
        self._joined[row, relation.name] = this
        return this

    def is_outer(self, row: Row) -> bool:
        """Whether the row may be missing."""
        return row in self._outer
