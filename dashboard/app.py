"""The dashboard's routes, to be mounted beside the API.

Every page is the same shell; its modules read the address and ask ``/graphql``.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from string import Template

from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

_FOLDER = Path(__file__).parent
STATIC = _FOLDER / "static"

#: Addresses that the shell answers; what it shows there is decided in ``static/main.js``.
PAGES = ("/", "/models/{name:path}", "/compare", "/trends", "/data")

#: Scripts, styles and answers come from this server alone, and nothing inline is run.
HEADERS: Mapping[str, str] = {
    "content-security-policy": "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data:",
            "connect-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        )
    ),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    # Ask whether it changed, each time: an upgraded server is never met with old modules.
    "cache-control": "no-cache",
}


class _Static(StaticFiles):
    """Static files under the same policy as the pages."""

    def file_response(self, *args: object, **kwargs: object) -> Response:
        response = super().file_response(*args, **kwargs)  # type: ignore[arg-type] # passed on
        response.headers.update(HEADERS)
        return response


def _modules() -> str:
    """Links that let the browser fetch all modules at once instead of import by import."""
    paths = sorted(path.relative_to(STATIC).as_posix() for path in STATIC.rglob("*.js"))
    return "\n".join(
        f'<link rel="modulepreload" href="/static/{path}">' for path in paths if path != "early.js"
    )


def _playground(scope: Scope) -> str:
    """Address of the API's playground, if this server has one."""
    paths = {getattr(route, "path", None) for route in scope["app"].routes}
    return "/graphiql" if "/graphiql" in paths else ""


def dashboard_routes() -> list[BaseRoute]:
    """Routes of the pages and of their files, for ``api.app.create_app(routes=...)``."""
    shell = Template((_FOLDER / "shell.html").read_text(encoding="utf-8"))
    modules = _modules()

    async def page(request: Request) -> Response:
        text = shell.substitute(modules=modules, playground=_playground(request.scope))
        return HTMLResponse(text, headers=HEADERS)

    return [
        *(Route(path, page) for path in PAGES),
        Mount(
            "/static",
            _Static(directory=STATIC),
            middleware=[Middleware(GZipMiddleware, minimum_size=500)],
        ),
    ]
