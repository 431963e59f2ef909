"""Execute GraphQL operations: text and variables in, response map out."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graphql import GraphQLError, GraphQLSchema, OperationDefinitionNode
from graphql.execution.values import VariableValues
from graphql.language import OperationType
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Dialect

from api.documents import Document, Documents
from api.errors import RequestError, formatted, refused
from api.introspection import introspect
from api.limits import Limits, check_cost, check_document, check_values
from api.ordinary import execute_ordinarily
from api.plan import Constant, ListPlan, Plan, Request
from api.planner import Planner
from api.readers import Reader, Readers
from api.registry import FINDS, LISTS, ONES
from api.rows import UnfitValueError
from api.schema import schema
from api.selection import Collector, Selected
from db.engine import Database

_LISTS = {root.name: root for root in LISTS}
_FINDS = {root.name: root for root in FINDS}
_ONES = {root.name: root for root in ONES}


@dataclass(frozen=True, kw_only=True, slots=True)
class Prepared:
    """An operation that is ready to run.

    Attributes:
        document: where it stands.
        operation: its definition.
        values: its variables as they were given.
        coerced: its variables as their types read them.
        plan: what to run; None: the ordinary way has to word an error.
        cost: objects that the answer may have, by the sizes of its lists.
    """

    document: Document
    operation: OperationDefinitionNode
    values: Mapping[str, Any]
    coerced: VariableValues
    plan: Plan | None
    cost: int

    @property
    def name(self) -> str | None:
        """The operation's name, None if it has none."""
        return self.operation.name.value if self.operation.name else None

    @property
    def is_single(self) -> bool:
        """Whether one statement is certainly all that it runs."""
        return self.plan is not None and self.plan.is_single


class MutationError(RequestError):
    """An operation that writes where only reading is possible; ``api.writes`` can answer it.

    Args:
        document: where it stands.
        operation: its definition.
        values: its variables as they were given.
    """

    def __init__(
        self, document: Document, operation: OperationDefinitionNode, values: Mapping[str, Any]
    ) -> None:
        message = "mutations are sent to a server, by POST to /graphql with a token"
        super().__init__([GraphQLError(message, operation)], "NOT_CONFIGURED")
        self.document, self.operation, self.values = document, operation, values


class Executor:
    """Answers operations from one database.

    Args:
        database: what to read.
        limits: what a request may ask for.
        is_production: whether messages leave out suggestions and introspection is refused.
    """

    def __init__(
        self, database: Database, *, limits: Limits | None = None, is_production: bool = False
    ) -> None:
        self.limits = limits or Limits()
        self.schema: GraphQLSchema = schema()
        self.readers = Readers(database)
        self._kept: dict[str, Any] = {}
        self.is_production = is_production
        self.dialect = _dialect(database)
        self.documents = Documents(
            self.schema,
            check=lambda node: check_document(node, self.limits),
            max_tokens=self.limits.tokens,
            hide=is_production,
        )

    def execute(
        self,
        query: str,
        variables: Mapping[str, Any] | None = None,
        operation_name: str | None = None,
    ) -> dict[str, Any]:
        """The response map (``data``, ``errors``) of one operation."""
        try:
            return self.run(self.prepare(query, variables, operation_name))
        except RequestError as error:
            return error.response()

    def prepare(
        self,
        query: str,
        variables: Mapping[str, Any] | None = None,
        operation_name: str | None = None,
    ) -> Prepared:
        """Everything about an operation that needs no database.

        Raises:
            MutationError: it writes.
            RequestError: the request gets errors and no data.
        """
        if len(query) > self.limits.body_bytes:
            raise refused(
                f"a document of over {self.limits.body_bytes:,} characters", "PAYLOAD_TOO_LARGE"
            )
        document = self.documents.document(query)
        operation = document.operation(operation_name)
        values = variables or {}
        if operation.operation is not OperationType.QUERY:
            raise MutationError(document, operation, values)
        check_values(values, self.limits)
        coerced = document.variables(operation, values, self.is_production)
        shape = (operation_name, document.shape(coerced))
        planned = document.plans.get(shape)
        if planned is None:
            planned = self._plan(document, operation, coerced)
            document.plans.put(shape, planned)
        plan, cost = planned
        return Prepared(
            document=document,
            operation=operation,
            values=values,
            coerced=coerced,
            plan=plan,
            cost=cost,
        )

    def run(self, prepared: Prepared) -> dict[str, Any]:
        """The response map of a prepared operation, read with a reader of its own.

        Raises:
            RequestError: the deadline passed, a limit was reached or a cursor is not one.
            DatabaseError: the database cannot be read.
        """
        deadline = time.monotonic() + self.limits.deadline_s
        with (
            self.readers.reader() as reader,
            reader.request(deadline, is_single=prepared.is_single),
        ):
            return self.run_with(reader, prepared)

    def run_with(self, reader: Reader, prepared: Prepared) -> dict[str, Any]:
        """The response map of a prepared operation.

        Args:
            reader: inside one of its requests.
            prepared: what to run.

        Raises:
            RequestError, DatabaseError: see ``run``.
        """
        request = Request(
            variables=prepared.coerced.coerced,
            run=reader.run,
            is_sqlite=reader.is_sqlite,
            kept=self._kept,
        )
        if prepared.plan is not None:
            try:
                return {"data": prepared.plan.run(request)}
            except UnfitValueError:
                pass  # graphql-core words the error of the field
            except GraphQLError as error:
                raise RequestError([error], "BAD_USER_INPUT") from None
        return self._run_ordinarily(prepared, request)

    def _run_ordinarily(self, prepared: Prepared, request: Request) -> dict[str, Any]:
        collector = Collector(
            schema=self.schema,
            fragments=prepared.document.fragments,
            variables=prepared.coerced,
        )
        planner = Planner(self.dialect, collector, is_checked=False)
        result = execute_ordinarily(
            self.schema,
            prepared.document,
            prepared.operation,
            prepared.values,
            collector,
            lambda selected: plan_field(planner, selected).value(request),
        )
        response: dict[str, Any] = {"data": result.data}
        if result.errors:
            response["errors"] = [formatted(error, "FIELD_ERROR") for error in result.errors]
        return response

    def close(self) -> None:
        """Close all connections."""
        self.readers.close()

    def _plan(
        self,
        document: Document,
        operation: OperationDefinitionNode,
        coerced: VariableValues,
    ) -> tuple[Plan | None, int]:
        cost = check_cost(document.node, operation, coerced.coerced, self.limits)
        collector = Collector(
            schema=self.schema, fragments=document.fragments, variables=document.slots(coerced)
        )
        planner = Planner(self.dialect, collector)
        try:
            fields = tuple(
                (
                    selected.key,
                    Constant(held=introspect(self.schema, document, operation, selected, coerced))
                    if selected.name in {"__schema", "__type"}
                    else plan_field(planner, selected),
                )
                for selected in collector.collect("Query", [operation.selection_set])
            )
        except GraphQLError:
            return None, cost
        return Plan(fields=fields), cost


def plan_field(planner: Planner, selected: Selected) -> ListPlan | Constant:
    """The plan of one root field."""
    name = selected.name
    if name == "__typename":
        return Constant(held="Query")
    if name in _FINDS:
        return planner.find_root(_FINDS[name], selected)
    if name in _ONES:
        return planner.one_root(_ONES[name], selected)
    return planner.list_root(_LISTS[name], selected)


def _dialect(database: Database) -> Dialect:
    if database.dialect == "sqlite":
        return sqlite.dialect()
    # The one that writes $1 with its type, as libpq takes it; nothing else is asyncpg's.
    dialect: Dialect = postgresql.asyncpg.dialect()  # type: ignore[no-untyped-call] # SQLAlchemy's
    return dialect


def execute(
    database: Database,
    query: str,
    variables: Mapping[str, Any] | None = None,
    operation_name: str | None = None,
) -> dict[str, Any]:
    """The response map of one operation, for a process that runs one.

    Args:
        database: what to read.
        query: GraphQL document.
        variables: its variables, as JSON has them.
        operation_name: which operation, where the document has several.
    """
    executor = Executor(database)
    try:
        return executor.execute(query, variables, operation_name)
    finally:
        executor.close()
