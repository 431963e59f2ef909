"""GraphiQL, the page to try queries on, from files that ship with this package.

``scripts/vendor_graphiql.py`` brings the packed files; nothing is fetched from elsewhere.
"""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from hashlib import sha256
from mimetypes import guess_type
from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import BaseRoute, Route

from api.requests import takes_gzip

_STATIC = Path(__file__).parent / "static"

#: Scripts and answers come from this server alone, and no inline script is run. Inline styles are:
#: GraphiQL's dialogs put a style sheet into the page that stops what is behind them from scrolling.
HEADERS: Mapping[str, str] = {
    "content-security-policy": "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data:",
            "connect-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'",
        )
    ),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cache-control": "no-cache",
}


def playground_routes() -> list[BaseRoute]:
    """Routes of the page and of its files, to be mounted beside ``/graphql``."""
    files = {path.name: path.read_bytes() for path in (_STATIC / "graphiql").iterdir()}

    async def page(_: Request) -> Response:
        return FileResponse(_STATIC / "graphiql.html", headers=HEADERS)

    async def file(request: Request) -> Response:
        name = request.path_params["name"]
        data, packed = files.get(name), files.get(f"{name}.gz")
        headers = {**HEADERS, "vary": "Accept-Encoding"}
        if packed is not None and takes_gzip(request.headers.get("accept-encoding", "")):
            data, headers["content-encoding"] = packed, "gzip"
        elif packed is not None:
            data = gzip.decompress(packed)
        if data is None:
            return Response(status_code=404)
        headers["etag"] = f'"{sha256(data).hexdigest()[:32]}"'
        if headers["etag"] in request.headers.get("if-none-match", ""):
            return Response(status_code=304, headers=headers)
        return Response(data, media_type=guess_type(name)[0], headers=headers)

    return [Route("/graphiql", page), Route("/graphiql/static/{name}", file)]
