"""The dashboard's routes, to be mounted beside the API.

Every page is the same shell; its modules read the address and ask ``/graphql``.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Mapping
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

#: Addresses that the shell answers, and the module that fills it there, as in ``static/main.js``.
PAGES: Mapping[str, str] = {
    "/": "pages/explore.js",
    "/models/{name:path}": "pages/model.js",
    "/compare": "pages/compare.js",
    "/trends": "pages/trends.js",
    "/data": "pages/data.js",
    "/sql-playground": "pages/sql.js",
}
#: What a page may lead to if this server has it: name in the shell, address of the route.
OFFERS: Mapping[str, str] = {"graphiql": "/graphiql", "sql": "/sql/questions"}
_IMPORT = re.compile(r'^(?:import|export)\b[^;]*?from "(\.[^"]+)";', re.MULTILINE)

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


def modules_of(page: str) -> set[str]:
    """The modules that a page's module needs: those it imports at its start, and they, and so on.

    Args:
        page: path of a module below ``STATIC``.
    """
    found: set[str] = set()
    waiting = [STATIC / "main.js", STATIC / page]
    while waiting:
        path = waiting.pop()
        name = path.relative_to(STATIC).as_posix()
        if name not in found:
            found.add(name)
            imports = _IMPORT.findall(path.read_text("utf-8"))
            waiting.extend((path.parent / address).resolve() for address in imports)
    return found


def _preloads(page: str) -> str:
    """Links that let the browser fetch all modules at once instead of import by import."""
    return "\n".join(
        f'<link rel="modulepreload" href="/static/{name}">' for name in sorted(modules_of(page))
    )


def _offered(scope: Scope) -> dict[str, str]:
    """Addresses of what this server has beside the pages; empty for what it has not."""
    paths = {getattr(route, "path", None) for route in scope["app"].routes}
    return {name: path if path in paths else "" for name, path in OFFERS.items()}


def _page(shell: Template, module: str) -> Callable[[Request], Awaitable[Response]]:
    preloads = _preloads(module)

    async def page(request: Request) -> Response:
        text = shell.substitute(modules=preloads, **_offered(request.scope))
        return HTMLResponse(text, headers=HEADERS)

    return page


def dashboard_routes() -> list[BaseRoute]:
    """Routes of the pages and of their files, for ``api.app.create_app(routes=...)``."""
    shell = Template((_FOLDER / "shell.html").read_text(encoding="utf-8"))
    return [
        *(Route(path, _page(shell, module)) for path, module in PAGES.items()),
        Mount(
            "/static",
            _Static(directory=STATIC),
            middleware=[Middleware(GZipMiddleware, minimum_size=500)],
        ),
    ]
