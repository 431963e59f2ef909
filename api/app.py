"""The web application: GraphQL, health, metrics, GraphiQL."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Receive, Scope, Send

from api.cache import Answers
from api.endpoint import Endpoint
from api.errors import refused
from api.execute import Executor
from api.metrics import Metrics
from api.operations import Operations
from api.settings import Settings
from db.engine import HEAD, Database
from db.errors import DatabaseError

_STATIC = Path(__file__).parent / "static"


def create_app(
    database_url: str, settings: Settings | None = None, routes: Sequence[BaseRoute] = ()
) -> Starlette:
    """The application.

    Args:
        database_url: an SQLAlchemy URL.
        settings: how it is set up.
        routes: what is served beside the API, e.g. a dashboard.

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
    endpoint = Endpoint(executor, operations, answers, metrics, _limiter(settings.rate))

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
        await asyncio.to_thread(_observe_age, executor, metrics)
        return Response(metrics.exposition(), media_type=metrics.content_type)

    found: list[BaseRoute] = [
        Route("/graphql", endpoint),
        Route("/healthz", health),
        Route("/readyz", ready),
        Route("/metrics", expose),
    ]
    if not settings.is_production and (_STATIC / "graphiql.min.js").exists():

        async def graphiql(_: Request) -> Response:
            return FileResponse(_STATIC / "graphiql.html")

        found += [
            Route("/graphiql", graphiql),
            Mount("/graphiql/static", StaticFiles(directory=_STATIC)),
        ]
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


def _observe_age(executor: Executor, metrics: Metrics) -> None:
    try:
        with executor.readers.reader() as reader:
            changed_at = reader.data_changed_at()
    except DatabaseError:
        return
    if changed_at is not None:
        metrics.last_ingest.set(changed_at)


def _limiter(rate: str | None) -> Callable[[Scope], None]:
    """Counts the requests of each token or address; raises over the rate."""
    if rate is None:
        return lambda _: None
    from limits import parse
    from limits.storage import MemoryStorage
    from limits.strategies import SlidingWindowCounterRateLimiter

    allowed = parse(rate)
    counter = SlidingWindowCounterRateLimiter(MemoryStorage())

    def check(scope: Scope) -> None:
        token = dict(scope["headers"]).get(b"authorization")
        client = scope.get("client")
        sender = token.decode("latin-1") if token else (client[0] if client else "")
        if not counter.hit(allowed, sender):
            raise refused(f"more than {rate}: try again later", "RATE_LIMITED")

    return check
