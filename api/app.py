"""The web application: GraphQL, health, metrics, GraphiQL."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from hashlib import sha256
from typing import Any

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route
from starlette.types import Receive, Scope, Send

from api.cache import Answers
from api.endpoint import Endpoint
from api.errors import refused
from api.execute import Executor
from api.metrics import Metrics
from api.nights import read_nights
from api.operations import Operations
from api.playground import playground_routes
from api.settings import Settings
from api.writes import Writer, Writes
from db.engine import HEAD, Database
from db.errors import DatabaseError


def create_app(
    database_url: str,
    settings: Settings | None = None,
    routes: Sequence[BaseRoute] = (),
    writer: Writer | None = None,
) -> Starlette:
    """The application.

    Args:
        database_url: an SQLAlchemy URL.
        settings: how it is set up.
        routes: what is served beside the API, e.g. a dashboard.
        writer: does what mutations ask for; None: they are refused.

    Raises:
        DatabaseUrlError: the URL is none.
        QueryError: a persisted operation cannot be read or is not valid.
    """
    settings = settings or Settings()
    database = Database(database_url)
    metrics = Metrics()
    executor = Executor(database, limits=settings.limits, is_production=settings.is_production)
    operations = Operations(settings.operations, is_only=settings.only_operations)
    answers = Answers(settings.cache_bytes) if settings.cache_bytes else None
    writes = Writes(database, writer, executor.schema, settings.limits, hide=settings.is_production)
    endpoint = Endpoint(executor, operations, answers, writes, metrics, _limiter(settings.rate))

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        # What is there now stays: looking through it again and again doubles the slowest answers.
        gc.collect()
        gc.freeze()
        gc.set_threshold(50_000, 20, 20)
        yield
        await asyncio.to_thread(endpoint.close)
        database.close()

    async def health(_: Request) -> Response:
        return PlainTextResponse("ok\n")

    async def ready(_: Request) -> Response:
        reason = await asyncio.to_thread(_why_not_ready, database)
        return JSONResponse({"ready": not reason, "reason": reason}, 503 if reason else 200)

    async def expose(_: Request) -> Response:
        nights = await asyncio.to_thread(_observe, database, executor, metrics)
        return Response(metrics.exposition() + nights, media_type=metrics.content_type)

    found: list[BaseRoute] = [
        Route("/graphql", endpoint),
        Route("/healthz", health),
        Route("/readyz", ready),
        Route("/metrics", expose),
    ]
    if not settings.is_production:
        found += playground_routes()
    if settings.origins:
        cors = Middleware(
            CORSMiddleware,
            allow_origins=list(settings.origins),
            allow_methods=["GET", "POST"],
            allow_headers=["content-type", "x-request-id", "authorization"],
            max_age=3600,
        )
        return Starlette(routes=[*found, *routes], middleware=[cors], lifespan=lifespan)
    return _Application(endpoint, routes=[*found, *routes], lifespan=lifespan)


class _Application(Starlette):
    """Hands GraphQL requests to their endpoint at once: routing costs more than a cached answer."""

    def __init__(self, endpoint: Endpoint, **options: Any) -> None:
        super().__init__(**options)
        self._endpoint = endpoint

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["path"] == "/graphql":
            await self._endpoint(scope, receive, send)
        else:
            await super().__call__(scope, receive, send)


def _why_not_ready(database: Database) -> str:
    """Why the database cannot be served, in words fit for anybody; empty if it can."""
    try:
        revision = database.revision()
    except DatabaseError:
        return "the database cannot be reached"
    if revision != HEAD:
        return f"the database is at schema revision {revision}, this program needs {HEAD}"
    return ""


def _observe(database: Database, executor: Executor, metrics: Metrics) -> bytes:
    """Look how old the data is; what there is to tell of the nights, nothing if it is unknown."""
    try:
        with executor.readers.reader() as reader:
            changed_at = reader.data_changed_at()
        nights = read_nights(database).exposition()
    except DatabaseError:
        return b""
    if changed_at is not None:
        metrics.last_ingest.set(changed_at)
    return nights


def _limiter(rate: str | None) -> Callable[[Scope], None]:
    """Counts the requests of each address and of each token; raises over the rate."""
    if rate is None:
        return lambda _: None
    from limits import parse
    from limits.storage import MemoryStorage
    from limits.strategies import SlidingWindowCounterRateLimiter

    allowed = parse(rate)
    counter = SlidingWindowCounterRateLimiter(MemoryStorage())

    def check(scope: Scope) -> None:
        client = scope.get("client")
        token = dict(scope["headers"]).get(b"authorization", b"")
        # The address first: made-up tokens do not make a sender somebody else.
        senders = [client[0] if client else "", *([sha256(token).hexdigest()] if token else [])]
        if not all(counter.hit(allowed, sender) for sender in senders):
            raise refused(f"more than {rate}: try again later", "RATE_LIMITED")

    return check
