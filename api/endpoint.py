"""The GraphQL endpoint: a plain ASGI application that never touches the database on the event loop.

Work happens on a bounded pool of threads; a request that finds the queue full is turned away at
once.
"""

from __future__ import annotations

import asyncio
import gzip
import logging
import time
from collections.abc import Hashable, MutableMapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import orjson
from starlette.types import Receive, Scope, Send

from api.cache import Answer, Answers, answer
from api.errors import STATUSES, RequestError, refused
from api.execute import Executor
from api.logs import LOGGER, request_id
from api.metrics import Metrics
from api.operations import Operations
from api.readers import Reader
from api.requests import (
    Asked,
    check_content_type,
    media_type_of,
    read_body,
    read_query_string,
    status_of,
)
from db.errors import DatabaseError

Headers = list[tuple[bytes, bytes]]
#: Shorter answers are not compressed.
_LEAST_PACKED_BYTES = 1_000


@dataclass(slots=True)
class Outcome:
    """What became of a request, for its answer, the log and the metrics."""

    answer: Answer
    status: int = 200
    packed: bytes | None = None
    operation: str | None = None
    code: str = ""
    cost: int = 0
    statements: int = 0
    database_s: float = 0.0
    is_hit: bool = False


class Endpoint:
    """Answers ``/graphql``.

    Args:
        executor: answers operations.
        operations: persisted ones.
        answers: the response cache.
        metrics: counted into.
        allow: called with a request's scope; raises if its sender asks too often.
    """

    def __init__(
        self,
        executor: Executor,
        operations: Operations,
        answers: Answers | None,
        metrics: Metrics,
        allow: Any,
    ) -> None:
        limits = executor.limits
        self.executor = executor
        self.operations = operations
        self.answers = answers
        self.metrics = metrics
        self._allow = allow
        self._pool = ThreadPoolExecutor(limits.workers, thread_name_prefix="graphql")
        self._most_waiting = limits.workers + limits.queue
        self._waiting = 0

    def close(self) -> None:
        """Wait for running requests, then close all connections."""
        self._pool.shutdown(wait=True)
        self.executor.close()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        begun = time.monotonic()
        headers = dict(scope["headers"])
        identity = request_id(headers.get(b"x-request-id"))
        media_type = "application/json"
        try:
            accept = headers.get(b"accept")
            media_type = media_type_of(None if accept is None else accept.decode("latin-1"))
            self._allow(scope)
            asked = await self._asked(scope, headers, receive)
            packs = b"gzip" in headers.get(b"accept-encoding", b"")
            outcome = await self._worked(asked, begun, packs)
        except RequestError as error:
            outcome = _refusal(error, media_type)
        except DatabaseError as error:
            LOGGER.error("database", extra={"fields": {"request": identity, "error": str(error)}})
            outcome = _refusal(
                refused("the database cannot be read now", "DATABASE_UNAVAILABLE"), media_type
            )
        except Exception:
            LOGGER.exception("fault", extra={"fields": {"request": identity}})
            outcome = _refusal(
                refused(f"a fault of this program; its log has request {identity}", "INTERNAL"),
                media_type,
            )
        await _send(scope, send, outcome, headers, media_type, identity)
        self._record(outcome, identity, time.monotonic() - begun)

    async def _asked(
        self, scope: Scope, headers: MutableMapping[bytes, bytes], receive: Receive
    ) -> Asked:
        most = self.executor.limits.body_bytes
        if scope["method"] in {"GET", "HEAD"}:
            if len(scope["query_string"]) > most:
                raise refused(f"a query string of over {most:,} bytes", "PAYLOAD_TOO_LARGE")
            return read_query_string(scope["query_string"])
        if scope["method"] != "POST":
            raise refused("ask with POST or GET", "METHOD_NOT_ALLOWED")
        content_type = headers.get(b"content-type")
        check_content_type(None if content_type is None else content_type.decode("latin-1"))
        if b"content-encoding" in headers:
            raise refused("bodies must not be compressed", "UNSUPPORTED_MEDIA_TYPE")
        body = b""
        while True:
            message = await receive()
            if message["type"] == "http.disconnect":
                raise refused("the sender went away", "BAD_REQUEST")
            body += message.get("body", b"")
            if len(body) > most:
                raise refused(f"a body of over {most:,} bytes", "PAYLOAD_TOO_LARGE")
            if not message.get("more_body"):
                return read_body(body)

    async def _worked(self, asked: Asked, begun: float, packs: bool) -> Outcome:
        if self._waiting >= self._most_waiting:
            raise refused("too many requests are waiting: try again", "OVERLOADED")
        self._waiting += 1
        try:
            loop = asyncio.get_running_loop()
            return await loop.run_in_executor(self._pool, self._work, asked, begun, packs)
        finally:
            self._waiting -= 1

    def _work(self, asked: Asked, begun: float, packs: bool) -> Outcome:
        """The answer of a request, on a thread of the pool."""
        executor = self.executor
        deadline = begun + executor.limits.deadline_s
        if time.monotonic() > deadline:
            raise refused("the request waited too long for its turn", "DEADLINE_EXCEEDED")
        text = self.operations.document(asked)
        prepared = executor.prepare(text, asked.variables, asked.operation_name)
        outcome = Outcome(answer=answer(b""), operation=prepared.name, cost=prepared.cost)
        with executor.readers.reader() as reader:
            if self.answers is None:
                with reader.request(deadline, is_single=prepared.is_single):
                    outcome.answer = answer(self._answered(reader, prepared, outcome))
            else:
                with reader.request(deadline, is_single=False):
                    self._kept(reader, self.answers, text, asked, prepared, outcome)
            outcome.statements = reader.statement_count
            outcome.database_s = reader.database_time_s
        if packs and len(outcome.answer.body) >= _LEAST_PACKED_BYTES:
            outcome.packed = gzip.compress(outcome.answer.body, 4)
        return outcome

    def _kept(
        self,
        reader: Reader,
        answers: Answers,
        text: str,
        asked: Asked,
        prepared: Any,
        outcome: Outcome,
    ) -> None:
        version = reader.data_version()
        given = orjson.dumps(asked.variables, option=orjson.OPT_SORT_KEYS)
        key: Hashable = (text, asked.operation_name, given)
        found = answers.get(version, key)
        if found is not None:
            outcome.answer, outcome.is_hit = found, True
            return
        outcome.answer = answer(self._answered(reader, prepared, outcome))
        if not outcome.code:
            answers.put(version, key, outcome.answer, len(text) + len(given))

    def _answered(self, reader: Reader, prepared: Any, outcome: Outcome) -> bytes:
        response = self.executor.run_with(reader, prepared)
        if "errors" in response:
            outcome.code = response["errors"][0]["extensions"]["code"]
        body = orjson.dumps(response)
        most = self.executor.limits.result_bytes
        if len(body) > most:
            raise refused(f"the answer has over {most:,} bytes: ask for less", "RESULT_TOO_LARGE")
        return body

    def _record(self, outcome: Outcome, identity: str, seconds: float) -> None:
        self.metrics.count(
            outcome.operation, outcome.code, seconds, outcome.database_s, outcome.cost
        )
        if outcome.is_hit:
            self.metrics.cache_hits.inc()
        if not LOGGER.isEnabledFor(logging.INFO):
            return
        LOGGER.info(
            "graphql",
            extra={
                "fields": {
                    "request": identity,
                    "operation": outcome.operation,
                    "status": outcome.status,
                    "code": outcome.code,
                    "seconds": round(seconds, 6),
                    "database_seconds": round(outcome.database_s, 6),
                    "statements": outcome.statements,
                    "cost": outcome.cost,
                    "bytes": len(outcome.answer.body),
                    "cached": outcome.is_hit,
                }
            },
        )


def _refusal(error: RequestError, media_type: str) -> Outcome:
    return Outcome(
        answer=Answer(orjson.dumps(error.response()), ""),
        status=status_of(error, media_type, STATUSES),
        code=error.code,
    )


async def _send(
    scope: Scope,
    send: Send,
    outcome: Outcome,
    asked: MutableMapping[bytes, bytes],
    media_type: str,
    identity: str,
) -> None:
    body, status = outcome.answer.body, outcome.status
    headers: Headers = [
        (b"content-type", f"{media_type}; charset=utf-8".encode()),
        (b"x-request-id", identity.encode()),
        (b"vary", b"Accept, Accept-Encoding"),
    ]
    if status == 503 or status == 429:
        headers.append((b"retry-after", b"1"))
    if status == 405:
        headers.append((b"allow", b"GET, POST"))
    if status == 200 and not outcome.code:
        etag = outcome.answer.etag.encode()
        headers += [(b"etag", etag), (b"cache-control", b"private, no-cache")]
        if scope["method"] != "POST" and etag in asked.get(b"if-none-match", b""):
            status, body = 304, b""
    else:
        headers.append((b"cache-control", b"no-store"))
    if outcome.packed is not None and status == 200:
        body = outcome.packed
        headers.append((b"content-encoding", b"gzip"))
    if status != 304:
        headers.append((b"content-length", str(len(body)).encode()))
    if scope["method"] == "HEAD":
        body = b""
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
