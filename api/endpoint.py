"""The GraphQL endpoint: a plain ASGI application that never touches the database on the event loop.

Work happens on a bounded pool of threads; a request that finds the queue full is turned away at
once.
"""

from __future__ import annotations

import logging
import time
from collections.abc import MutableMapping
from functools import partial
from typing import Any

import orjson
from starlette.types import Receive, Scope, Send

from api.answering import Answering, Outcome
from api.bodies import read_written
from api.cache import Answers
from api.errors import STATUSES, RequestError, refused
from api.execute import Executor, MutationError
from api.logs import LOGGER, request_id
from api.looks import Looks
from api.metrics import Metrics
from api.operations import Operations
from api.requests import media_type_of, status_of, takes_gzip
from api.workers import Workers
from api.writes import Writes
from db.errors import DatabaseError

#: SQLite works in this process, and its driver lets go of the interpreter's lock at every row:
#: threads that read at once would only hinder each other. A long statement holds up nobody longer
#: than this, in seconds.
_PATIENCE_S = 0.02
Headers = list[tuple[bytes, bytes]]


class Endpoint:
    """Answers ``/graphql``.

    Args:
        executor: answers operations.
        operations: persisted ones.
        answers: the response cache.
        writes: answers mutations.
        metrics: counted into.
        allow: called with a request's scope; raises if its sender asks too often.
    """

    def __init__(
        self,
        executor: Executor,
        operations: Operations,
        answers: Answers | None,
        writes: Writes,
        metrics: Metrics,
        allow: Any,
    ) -> None:
        self.executor = executor
        self.metrics = metrics
        limits = executor.limits
        self.workers = Workers(
            limits.workers,
            limits.queue,
            patience_s=_PATIENCE_S if executor.readers.is_sqlite else None,
        )
        self._allow = allow
        self._writes = writes
        self._answering = Answering(executor, operations, answers)
        self._looks = Looks(self.workers, self._answering.look)

    def close(self) -> None:
        """Wait for running requests, then close all connections."""
        self.workers.close()
        self._writes.close()
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
            outcome = await self._outcome(scope, headers, receive, begun)
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

    async def _outcome(
        self,
        scope: Scope,
        headers: MutableMapping[bytes, bytes],
        receive: Receive,
        begun: float,
    ) -> Outcome:
        limits = self.executor.limits
        written = await read_written(scope, headers, receive, limits, self._writes.most_bytes)
        packs = takes_gzip(headers.get(b"accept-encoding", b"").decode("latin-1"))
        known = self._answering.known(written)
        if known is not None:
            kept = self._answering.kept(known, await self._looks.state(), written, packs=packs)
            if kept is not None:
                return kept
        try:
            return await self.workers.run(
                partial(self._answering.outcome, written, begun, packs=packs)
            )
        except MutationError as asked:
            response = await self._writes.answer(asked, written.method, headers)
        outcome = Outcome(body=orjson.dumps(response), is_write=True)
        if "errors" in response:
            outcome.code = response["errors"][0]["extensions"]["code"]
        return outcome

    def _record(self, outcome: Outcome, identity: str, seconds: float) -> None:
        metrics = self.metrics
        metrics.count(outcome.operation, outcome.code, seconds)
        if outcome.is_hit:
            metrics.cache_hits.inc()
        else:
            metrics.database_seconds.observe(outcome.database_s)
            metrics.cost.observe(outcome.cost)
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
                    "bytes": len(outcome.body),
                    "cached": outcome.is_hit,
                }
            },
        )


def _refusal(error: RequestError, media_type: str) -> Outcome:
    return Outcome(
        body=orjson.dumps(error.response()),
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
    body, status = outcome.body, outcome.status
    headers: Headers = [
        (b"content-type", f"{media_type}; charset=utf-8".encode()),
        (b"x-request-id", identity.encode()),
        (b"vary", b"Accept, Accept-Encoding"),
    ]
    if status == 503 or status == 429:
        headers.append((b"retry-after", b"1"))
    if status == 405:
        headers.append((b"allow", b"GET, POST"))
    if status == 401:
        headers.append((b"www-authenticate", b"Bearer"))
    if status == 200 and not outcome.code and not outcome.is_write:
        headers.append((b"cache-control", b"private, no-cache"))
        if outcome.etag:
            # Bytes that differ have names that differ.
            etag = outcome.etag.encode()
            if outcome.packed is not None:
                etag = etag[:-1] + b'-gzip"'
            headers.append((b"etag", etag))
            if etag in asked.get(b"if-none-match", b""):
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
