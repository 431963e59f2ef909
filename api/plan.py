"""Plans: the few SQL statements of an operation and how their rows become its response."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, MutableMapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any, Protocol

from api.binding import Statement
from api.errors import refused

#: Rows read for one response, over all its lists.
MAX_ROWS = 100_000

_parent_of = itemgetter(0)
Rows = Sequence[Sequence[Any]]


class Run(Protocol):
    """Runs one statement and gives its rows."""

    def __call__(self, sql: str, parameters: Any, /) -> Rows:
        """The rows; ``parameters`` as the driver takes them."""
        ...


@dataclass(slots=True)
class Request:
    """What one run of a plan knows.

    Attributes:
        variables: coerced values.
        run: runs a statement.
        is_sqlite: whether the database is SQLite; else PostgreSQL.
        kept: what is kept in memory from request to request.
        row_count: rows read so far.
    """

    variables: Mapping[str, Any]
    run: Run
    is_sqlite: bool
    kept: MutableMapping[str, Any]
    row_count: int = 0

    def rows(self, statement: Statement, given: Mapping[str, Any]) -> Rows:
        """The rows of one statement.

        Raises:
            RequestError: the response would need too many.
        """
        rows = self.run(statement.sql, statement.parameters(self.variables, given))
        self.row_count += len(rows)
        if self.row_count > MAX_ROWS:
            raise refused(
                f"the answer needs more than {MAX_ROWS:,} rows: ask for fewer with `first` or "
                "`where`",
                "RESULT_TOO_LARGE",
            )
        return rows

    def listed(self, ids: Iterable[int]) -> str:
        """Many ids as one parameter: a JSON array, or PostgreSQL's way to write one."""
        written = ",".join(map(str, ids))
        return f"[{written}]" if self.is_sqlite else f"{{{written}}}"


@dataclass(frozen=True, kw_only=True, slots=True)
class ListPlan:
    """One list, or one object, of a response: one statement for all its parents together.

    Attributes:
        statement: gives the rows, a nested list's parent first; None: only a count is asked.
        build: response value from the page's rows, whether more follow, its totals and the
            nested lists' values by parent.
        children: lists nested in the rows: position of their parent's id, and their plans.
        first: longest page; None: all rows.
        total_index: position of the count in each row; None: not in the rows.
        totals: what is asked of the whole list, where the rows cannot tell; of a nested list
            every parent and its count.
        has_after: whether the page begins after a cursor.
        prepare: works out the parameter ``prepared`` before the statements run.
    """

    statement: Statement | None
    build: Callable[[Rows, bool, Sequence[Any], Sequence[Mapping[Any, Any]]], Any]
    children: tuple[tuple[int, NestedPlan], ...] = ()
    first: int | None = None
    total_index: int | None = None
    totals: Statement | None = None
    has_after: bool = False
    prepare: Callable[[Request], Any] | None = None

    @property
    def most_statements(self) -> int:
        """Statements that it may run, with those of nested lists."""
        own = (self.statement is not None) + (self.totals is not None)
        own += 0 if self.prepare is None else 2
        return own + sum(plan.most_statements for _, plan in self.children)

    def value(self, request: Request) -> Any:
        """The response value of a list that has no parent."""
        given = {} if self.prepare is None else {"prepared": self.prepare(request)}
        rows: Rows = () if self.statement is None else request.rows(self.statement, given)
        more = self.first is not None and len(rows) > self.first
        page = rows[: self.first] if more else rows
        totals = self._totals_of(request, rows, given)
        return self.build(page, more, totals, self.nested(request, page))

    def _totals_of(self, request: Request, rows: Rows, given: Mapping[str, Any]) -> Sequence[Any]:
        if self.totals is None:
            return ()
        if self.total_index is not None:
            if rows:
                return (rows[0][self.total_index],)
            if not self.has_after and self.first != 0:
                return (0,)
        return request.rows(self.totals, given)[0]

    def nested(self, request: Request, rows: Rows) -> list[Mapping[Any, Any]]:
        """For every nested list, its value by parent."""
        return [
            plan.values(request, {row[index] for row in rows if row[index] is not None})
            for index, plan in self.children
        ]


@dataclass(frozen=True, kw_only=True, slots=True)
class NestedPlan(ListPlan):
    """A list nested in another: the rows of all parents come from one statement."""

    def values(self, request: Request, parents: set[Any]) -> Mapping[Any, Any]:
        """The list of every parent."""
        if not parents:
            return {}
        given = {"parents": request.listed(parents)}
        rows: Rows = () if self.statement is None else request.rows(self.statement, given)
        counts = self._counts(request, rows, given)
        pages = {parent: list(page) for parent, page in groupby(rows, _parent_of)}
        first = self.first
        kept = rows
        if self.children and first is not None:
            kept = [row for page in pages.values() for row in page[:first]]
        nested = self.nested(request, kept)
        build = self.build
        found: dict[Any, Any] = {}
        for parent in parents:
            page = pages.get(parent, [])
            more = first is not None and len(page) > first
            total = (len(page) if counts is None else counts.get(parent, 0),)
            found[parent] = build(page[:first] if more else page, more, total, nested)
        return found

    def _counts(
        self, request: Request, rows: Rows, given: Mapping[str, Any]
    ) -> dict[Any, int] | None:
        """The lengths of the lists by parent; None: the rows are the whole lists."""
        if self.totals is not None:
            return dict(request.rows(self.totals, given))  # type: ignore[arg-type] # pairs
        if self.total_index is None:
            return None
        return {row[0]: row[self.total_index] for row in rows}


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan:
    """A whole operation: its root fields in response order.

    Attributes:
        fields: response key and what gives its value.
    """

    fields: tuple[tuple[str, ListPlan | Constant], ...]

    @property
    def is_single(self) -> bool:
        """Whether one statement is certainly all that it runs."""
        return sum(plan.most_statements for _, plan in self.fields) <= 1

    def run(self, request: Request) -> dict[str, Any]:
        """The response's ``data``."""
        return {key: plan.value(request) for key, plan in self.fields}


@dataclass(frozen=True, kw_only=True, slots=True)
class Constant:
    """A value that needs no database, such as ``__typename`` or an introspection field's."""

    held: Any

    @property
    def most_statements(self) -> int:
        """None."""
        return 0

    def value(self, _: Request) -> Any:
        """The response value."""
        return self.held
