"""The FROM of a statement: one row of an entity and the to-one relations joined to it."""

from __future__ import annotations

from sqlalchemy import FromClause

from api.declare import Row, ToOne


class Joins:
    """A base row, and every relation that is read, filtered or ordered by, joined once.

    Args:
        base: alias of the table whose rows are listed.
        clause: what is selected from, where that is more than ``base``.
    """

    def __init__(self, base: Row, clause: FromClause | None = None) -> None:
        self.base = base
        self.clause = base if clause is None else clause
        self._joined: dict[tuple[Row, str], Row] = {}
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
