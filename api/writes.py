"""Writing over GraphQL: who may, what it needs, and one write after the other.

Mutations are rare and write much, so graphql-core executes them field by field, on a thread of
their own: however long a write waits for another one, reads go on. What a write does is not known
here; a ``Writer`` is given that knows (the server's command line makes one).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import partial
from typing import Any, Protocol

from graphql import GraphQLError, GraphQLResolveInfo, GraphQLSchema
from graphql.execution import execute_sync

from api.errors import RequestError, formatted, refused
from api.execute import MutationError
from api.limits import Limits, check_values
from api.logs import LOGGER
from api.mutations import MUTATIONS
from api.scalars import check_text
from api.selection import Collector
from api.workers import Workers
from db.engine import Database
from db.errors import (
    BackboneError,
    DatabaseError,
    GuardError,
    IdempotencyError,
    InputError,
    QueryError,
)
from db.tokens import ApiToken, find_token, needs_record, record_use

#: Code of a mutation's field by what its writer raised; the first that fits.
_CODES: tuple[tuple[type[BackboneError], str], ...] = (
    (GuardError, "CONFLICT"),
    (IdempotencyError, "IDEMPOTENCY_KEY_REUSED"),
    (InputError, "INPUT_ERROR"),
    (QueryError, "INPUT_ERROR"),
)
_MUTATIONS = {mutation.name: mutation for mutation in MUTATIONS}
_SCHEME = b"bearer "
#: Longest text of a mutation beside the content of a run, in characters.
_LONGEST_TEXT = 2_000
_LONGEST_KEY = 200

Headers = Mapping[bytes, bytes]


class Writer(Protocol):
    """Does what mutations ask for; each call is one transaction, or leaves no trace.

    Raises:
        InputError, GuardError, QueryError, IdempotencyError: the caller's own doing.
        DatabaseError: the database refused; to be tried again.
    """

    def submit(self, name: str, content: str, key: str, sender: ApiToken) -> Mapping[str, Any]:
        """Take a run: ``slug`` and ``isNew``; the same again for the same key."""
        ...

    def judge(
        self, alert: int, decision: str, remark: str | None, sender: ApiToken
    ) -> Mapping[str, Any]:
        """Decide about an alert: ``alert``, ``state`` and ``verdict``."""
        ...

    def close(self) -> None:
        """Finish what goes on in the background."""
        ...


class Writes:
    """Answers mutations.

    Args:
        database: where tokens are looked up.
        writer: does the writing; None: this server takes no writes.
        schema: the schema.
        limits: what a request may ask for.
        hide: whether messages leave out suggestions.
        now: the clock.
    """

    def __init__(
        self,
        database: Database,
        writer: Writer | None,
        schema: GraphQLSchema,
        limits: Limits,
        *,
        hide: bool,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._database = database
        self._writer = writer
        self._schema = schema
        self._limits = limits
        self._hide = hide
        self._now = now
        self._writing = Workers(1, limits.queue)
        # Senders are told who they are while somebody else writes.
        self._checking = Workers(1, limits.queue)

    def close(self) -> None:
        """Wait for running writes."""
        self._checking.close()
        self._writing.close()
        if self._writer is not None:
            self._writer.close()

    async def most_bytes(self, headers: Headers) -> int:
        """How long a body may be that turned out longer than ordinary ones.

        Raises:
            RequestError: no token, or one that does not allow to submit runs.
        """
        most = self._limits.body_bytes
        if self._writer is None or b"authorization" not in headers:
            raise refused(f"a body of over {most:,} bytes", "PAYLOAD_TOO_LARGE")
        sender = await self._checking.run(partial(self._sender, headers))
        _require(sender, {"submit"})
        return self._limits.submission_bytes

    async def answer(self, asked: MutationError, method: str, headers: Headers) -> dict[str, Any]:
        """The response map of a mutation.

        Args:
            asked: the operation.
            method: of the HTTP request.
            headers: of the HTTP request.

        Raises:
            RequestError: not sent by POST, no valid token, one without the scope, or bad variables.
            DatabaseError: the database refused; nothing that failed left a trace.
        """
        if method != "POST":
            raise refused("mutations are sent by POST", "METHOD_NOT_ALLOWED")
        if self._writer is None:
            raise refused("this server takes no writes", "NOT_CONFIGURED")
        await self._checking.run(partial(self._sender, headers))
        return await self._writing.run(partial(self._write, self._writer, asked, headers))

    def _write(self, writer: Writer, asked: MutationError, headers: Headers) -> dict[str, Any]:
        sender = self._sender(headers)  # it may have been revoked while others were writing
        check_values(asked.values, self._limits)
        variables = asked.document.variables(asked.operation, asked.values, self._hide)
        collector = Collector(
            schema=self._schema, fragments=asked.document.fragments, variables=variables
        )
        selected = collector.collect("Mutation", [asked.operation.selection_set])
        names = [one.name for one in selected if one.name in _MUTATIONS]
        _require(sender, {_MUTATIONS[name].scope for name in names})
        now = self._now()
        if needs_record(sender, now):
            with self._database.writing() as session:
                record_use(session, sender.id, now)
        LOGGER.info("write", extra={"fields": {"token": sender.name, "mutations": names}})

        def resolve(source: Any, info: GraphQLResolveInfo[Any], **arguments: Any) -> Any:
            if source is None:
                return _done(writer, info.field_name, arguments, sender)
            return source[info.field_name]

        operation = asked.operation.name
        result = execute_sync(
            self._schema,
            asked.document.node,
            variable_values=dict(asked.values),
            operation_name=operation.value if operation else None,
            field_resolver=resolve,
        )
        response: dict[str, Any] = {"data": result.data}
        for error in result.errors or ():
            if not isinstance(error.original_error, GraphQLError | RequestError | None):
                raise error.original_error  # not the asker's doing
        if result.errors:
            response["errors"] = [formatted(error, "FIELD_ERROR") for error in result.errors]
        return response

    def _sender(self, headers: Headers) -> ApiToken:
        """The token that a request came with.

        Raises:
            RequestError: none, or one that is not valid; which of the reasons is not told.
        """
        written = headers.get(b"authorization", b"")
        token = written[len(_SCHEME) :].strip() if written.lower().startswith(_SCHEME) else b""
        found = None
        if token:
            with self._database.reading() as session:
                found = find_token(session, token.decode("latin-1"), self._now())
                if found is not None:
                    session.expunge(found)
        if found is None:
            raise refused(
                "writing needs a valid token: `Authorization: Bearer TOKEN`; make one with "
                "`backbonedb token create`",
                "UNAUTHENTICATED",
            )
        return found


def _require(sender: ApiToken, scopes: set[str]) -> None:
    missing = sorted(scope for scope in scopes if not sender.allows(scope))
    if missing:
        raise refused(f"the token has not the scope `{missing[0]}`", "FORBIDDEN")


def _done(
    writer: Writer, name: str, arguments: Mapping[str, Any], sender: ApiToken
) -> Mapping[str, Any]:
    """What one field of a mutation answers.

    Raises:
        GraphQLError: refused, with its code.
        DatabaseError: to be tried again.
    """
    given = arguments["input"]
    try:
        if name == "submitBenchmarkRun":
            key = _text(arguments["idempotencyKey"], "idempotencyKey", _LONGEST_KEY)
            run = _text(given["name"], "name", _LONGEST_KEY)
            return writer.submit(run, check_text(given["content"]), key, sender)
        remark = given.get("remark")
        if remark is not None:
            _text(remark, "remark", _LONGEST_TEXT)
        return writer.judge(given["alert"], given["decision"].value, remark, sender)
    except DatabaseError:
        raise
    except BackboneError as error:
        code = next((code for kind, code in _CODES if isinstance(error, kind)), None)
        if code is None:
            raise
        raise GraphQLError(str(error), extensions={"code": code}) from None


def _text(value: str, name: str, longest: int) -> str:
    if not value.strip() or len(value) > longest:
        message = f"`{name}` must have 1 to {longest:,} characters"
        raise GraphQLError(message, extensions={"code": "BAD_USER_INPUT"})
    return check_text(value)
