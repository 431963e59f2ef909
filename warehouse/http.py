"""Published files and SQL over HTTP, as routes that an application can serve.

GET  /warehouse/                     the manifest of the current version
GET  /warehouse/NAME                 a file of the current version
GET  /warehouse/versions/V/NAME      the same, by an address whose content never changes
POST /sql                            {"sql": "SELECT ..."}
GET  /sql/questions                  the named questions
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import orjson
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import BaseRoute, Route

from db.errors import BackboneError
from warehouse.errors import NewerVersionError, NoVersionError, WarehouseError
from warehouse.questions import questions
from warehouse.sandbox import Sandbox, SandboxBusyError, SandboxLimitError
from warehouse.store import Store, Version

MEDIA_TYPES = {
    ".parquet": "application/vnd.apache.parquet",
    ".duckdb": "application/vnd.duckdb",
    ".json": "application/json",
}
#: HTTP status of errors, by kind; the first that fits.
STATUSES: tuple[tuple[type[BackboneError], int], ...] = (
    (NoVersionError, 404),
    (WarehouseError, 503),
    (SandboxBusyError, 503),
    (SandboxLimitError, 422),
    (BackboneError, 400),
)
#: What is told of errors whose own message names a place on the server.
TOLD: tuple[tuple[type[BackboneError], str], ...] = (
    (NoVersionError, "nothing has been published"),
    (NewerVersionError, "a newer program published the files: the server is to be upgraded"),
    (WarehouseError, "the published files cannot be read now"),
)
LOGGER = logging.getLogger("backbonedb.api.warehouse")


def warehouse_routes(folder: Path) -> list[BaseRoute]:
    """Routes that serve the published files, with ranges and entity tags.

    Args:
        folder: the folder of published versions.
    """
    store = Store(folder)

    async def manifest(request: Request) -> Response:
        version = await asyncio.to_thread(store.require_current)
        etag = f'"{version.manifest.duckdb.sha256[:32]}-{version.manifest.version}"'
        headers = {"etag": etag, "cache-control": "no-cache"}
        if _is_known(request, etag):
            return Response(status_code=304, headers=headers)
        return Response(version.manifest.dump(), media_type="application/json", headers=headers)

    async def current_file(request: Request) -> Response:
        version = await asyncio.to_thread(store.require_current)
        return _file(request, version, "no-cache")

    async def version_file(request: Request) -> Response:
        name = request.path_params["version"]
        try:
            if not name.isdecimal():
                raise FileNotFoundError(name)
            version = await asyncio.to_thread(store.version, name)
        except FileNotFoundError:
            raise NoVersionError(f"there is no version {name!r} (any more)") from None
        return _file(request, version, "public, max-age=31536000, immutable")

    return [
        Route("/warehouse/", _answering(manifest)),
        Route("/warehouse/versions/{version:str}/{path:path}", _answering(version_file)),
        Route("/warehouse/{path:path}", _answering(current_file)),
    ]


def sql_route(sandbox: Sandbox) -> BaseRoute:
    """The route that answers SQL; it is for those to mount who mean to."""

    async def answer(request: Request) -> Response:
        if request.headers.get("content-type", "").partition(";")[0] != "application/json":
            return _error(415, "bad_request", "send application/json")
        size = sandbox.limits.sql_bytes * 2
        body = b""
        async for chunk in request.stream():
            body += chunk
            if len(body) > size:
                return _error(413, "bad_request", f"the request is larger than {size} bytes")
        try:
            sql = orjson.loads(body)["sql"]
            assert isinstance(sql, str)
        except (orjson.JSONDecodeError, KeyError, TypeError, AssertionError):
            return _error(400, "bad_request", 'send {"sql": "SELECT ..."}')
        return _json(200, await sandbox.ask(sql))

    return Route("/sql", _answering(answer), methods=["POST"])


def questions_route() -> BaseRoute:
    """The route that lists the named questions, each with its meaning and its SQL."""
    listed = [{"name": one.name, "text": one.text, "sql": one.sql} for one in questions()]

    async def answer(_: Request) -> Response:
        return _json(200, {"questions": listed})

    return Route("/sql/questions", answer)


def _file(request: Request, version: Version, cache_control: str) -> Response:
    """A file that the manifest lists; nothing else is served, whatever the path says."""
    path = request.path_params["path"]
    for file in version.manifest.files:
        if file.path == path:
            break
    else:
        return _error(404, "not_found", f"version {version.manifest.version} has no file {path!r}")
    etag = f'"{file.sha256}"'
    headers = {
        "etag": etag,
        "cache-control": cache_control,
        "content-location": f"/warehouse/versions/{version.manifest.version}/{path}",
        # Ranges count the file's own bytes: nobody on the way may compress them.
        "content-encoding": "identity",
    }
    if _is_known(request, etag):
        return Response(status_code=304, headers=headers)
    media_type = MEDIA_TYPES[Path(path).suffix]
    return FileResponse(version.folder / path, media_type=media_type, headers=headers)


def _is_known(request: Request, etag: str) -> bool:
    known = request.headers.get("if-none-match", "")
    return known == "*" or etag in (part.strip().removeprefix("W/") for part in known.split(","))


def _answering(handler: Callable[[Request], Awaitable[Response]]) -> Callable[..., Any]:
    """The handler with this project's errors as answers."""

    async def answer(request: Request) -> Response:
        try:
            return await handler(request)
        except BackboneError as error:
            status = next(status for kind, status in STATUSES if isinstance(error, kind))
            message = next((text for kind, text in TOLD if isinstance(error, kind)), str(error))
            if isinstance(error, WarehouseError) and status == 503:
                LOGGER.error("warehouse", extra={"fields": {"error": str(error)}})
            return _error(status, error.code, message)

    return answer


def _error(status: int, code: str, message: str) -> Response:
    return _json(status, {"error": {"code": code, "message": message}})


def _json(status: int, content: object) -> Response:
    return Response(orjson.dumps(content), status, media_type="application/json")
