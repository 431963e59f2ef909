"""A real browser on a real server: Debian's Chromium, driven by Playwright.

Every page that a test opens is watched: a request that leaves the server, a script error or a
breach of the content security policy fails the test, whatever it was about. Screenshots go to
``build/screenshots``, to be looked at.
"""

from __future__ import annotations

import gc
import os
import re
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from api.app import create_app
from api.settings import Settings
from backbonedb.server_writer import ServerWriter
from benchmarks.dashboard.__main__ import ARGUMENTS
from dashboard.app import dashboard_routes
from db.engine import Database
from db.migrate import upgrade
from ingest.document import read_document
from ingest.pipeline import Ingestion
from ingest.sources.timm import bundled_registry_path
from tests.browser.nights import ingest_nights
from tests.support import benchmark_csv, free_port, ingest, results_csv

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page
    from starlette.routing import BaseRoute

SCREENSHOTS = Path("build/screenshots")
#: Two upstream files of one device: older and newer software.
OLD_AND_NEW = ("nchw-pt240-cu124-rtx3090", "nchw-pt210-cu121-rtx3090")
#: Notes and names that would run if anything took them for HTML.
HOSTILE_NAME = '<img src=x onerror="window.ran=1">'
HOSTILE_NOTES = """# 2022

[**timm/resnet50**](https://huggingface.co/timm/resnet50.a1_in1k)

- 이미지 사이즈 : 224x224
- <img src=x onerror="window.ran=1"> <script>window.ran=1</script> 참고
"""


class Server:
    """The application with the dashboard, on a port of its own.

    ``warehouse``: the folder of published versions, where SQL is to be answered.
    """

    def __init__(
        self, database_url: str, *, warehouse: Path | None = None, is_production: bool = False
    ) -> None:
        import uvicorn

        port = free_port()
        self.url = f"http://127.0.0.1:{port}"
        self.database_url = database_url
        self._writing = Database(database_url)
        app = create_app(
            database_url,
            Settings(is_production=is_production),
            [*dashboard_routes(), *(_sql_routes(warehouse) if warehouse else ())],
            ServerWriter(self._writing, None),
        )
        config = uvicorn.Config(app, port=port, log_config=None, timeout_graceful_shutdown=1)
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, daemon=True)
        self._thread.start()
        while not self._server.started:
            assert self._thread.is_alive(), "the server did not start"
            time.sleep(0.01)

    def stop(self) -> None:
        """End the server and wait for it."""
        self._server.should_exit = True
        self._thread.join()
        self._writing.close()
        gc.unfreeze()  # what the application froze, DuckDB would call leaked when all ends


def _sql_routes(folder: Path) -> list[BaseRoute]:
    from warehouse.http import questions_route, sql_route
    from warehouse.sandbox import Sandbox

    return [sql_route(Sandbox(folder=folder)), questions_route()]


@dataclass(kw_only=True)
class Watched:
    """What happened on a page that must not."""

    page: Page
    server_url: str
    allows_failures: bool = False
    found: list[str] = field(default_factory=list)

    def watch(self) -> None:
        """Begin to listen."""
        self.page.on("request", self._request)
        self.page.on("pageerror", lambda error: self.found.append(f"script error: {error}"))
        self.page.on("console", self._console)

    def _request(self, request: Any) -> None:
        if not request.url.startswith((self.server_url, "blob:", "data:")):
            self.found.append(f"request to {request.url}")

    def _console(self, message: Any) -> None:
        if message.type != "error":
            return
        if self.allows_failures and "Failed to load resource" in message.text:
            return
        self.found.append(f"console: {message.text}")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium. Missing: a skip at home, a failure in CI."""
    executable = shutil.which("chromium")
    if executable is None:
        message = "no chromium: apt-get install chromium"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=list(ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def real_server(templates: Any, real_data: Path) -> Iterator[Server]:
    """All the real input, served."""
    url = templates.empty_url("sqlite")
    with Database(url) as database:
        upgrade(database)
        ingestion = Ingestion(database)
        results = sorted((real_data / "timm-results").glob("*.csv"))
        for path in (real_data / "catalog-notes.md", bundled_registry_path(), *results):
            ingestion.ingest(read_document(path))
    server = Server(url)
    yield server
    server.stop()


@pytest.fixture(scope="session")
def warehouse(real_server: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """The same data published for SQL: a DuckDB connection."""
    import duckdb

    from warehouse.publish import publish

    with Database(real_server.database_url) as database:
        version = publish(database, tmp_path_factory.mktemp("warehouse")).version
    with duckdb.connect(version.duckdb_path, read_only=True) as connection:
        yield connection


@pytest.fixture(scope="session")
def nights_template(
    templates: Any, real_data: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[str, Path]:
    """A database with nights, alerts and some upstream figures, and where it is published."""
    from warehouse.publish import publish

    url = templates.empty_url("sqlite")
    folder = tmp_path_factory.mktemp("published")
    files = ("results-imagenet.csv", *(f"benchmark-infer-amp-{one}.csv" for one in OLD_AND_NEW))
    with Database(url) as database:
        upgrade(database)
        ingestion = Ingestion(database)
        results = [real_data / "timm-results" / name for name in files]
        for path in (real_data / "catalog-notes.md", bundled_registry_path(), *results):
            ingestion.ingest(read_document(path))
        ingest_nights(database)
        publish(database, folder)
    return url, folder


@pytest.fixture
def nights_server(templates: Any, nights_template: tuple[str, Path]) -> Iterator[Server]:
    """Nights with alerts that may be judged, and SQL, served."""
    url, folder = nights_template
    server = Server(templates.copy_url(url), warehouse=folder)
    yield server
    server.stop()


@pytest.fixture
def empty_server(templates: Any) -> Iterator[Server]:
    """A database without any data, served."""
    url = templates.empty_url("sqlite")
    with Database(url) as database:
        upgrade(database)
    server = Server(url)
    yield server
    server.stop()


@pytest.fixture
def hostile_server(templates: Any) -> Iterator[Server]:
    """Names and notes with HTML and scripts in them, served."""
    url = templates.empty_url("sqlite")
    rows = [(HOSTILE_NAME.replace('"', ""), 224, 80.5, 95.5), ("resnet50.a1_in1k", 224, 80.1, 95.1)]
    with Database(url) as database:
        upgrade(database)
        Ingestion(database).ingest(read_document(bundled_registry_path()))
        ingest(database, "results-imagenet.csv", results_csv(rows))
        speeds = [(rows[0][0], 224, 256, 1000.0), ("resnet50", 224, 256, 2000.0)]
        ingest(database, "benchmark-infer-amp-nchw-pt291-cu128-rtx4090.csv", benchmark_csv(speeds))
        ingest(database, "notes.md", HOSTILE_NOTES)
    server = Server(url)
    yield server
    server.stop()


Open = Callable[..., "Page"]


@pytest.fixture
def watched_pages() -> list[Watched]:
    """The pages that were opened in this test."""
    return []


@pytest.fixture
def open_page(
    browser: Browser, watched_pages: list[Watched], request: pytest.FixtureRequest
) -> Iterator[Open]:
    """Opens a page: ``open_page(server, "/models/resnet50", locale="ko-KR", width=320)``."""
    contexts = []

    def opened(
        server: Server,
        path: str = "/",
        *,
        locale: str = "en-US",
        width: int = 1280,
        height: int = 900,
        dark: bool = False,
        zone: str = "Asia/Seoul",
        allows_failures: bool = False,
        wait: bool = True,
    ) -> Page:
        context = browser.new_context(
            locale=locale,
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            timezone_id=zone,
            permissions=["clipboard-read", "clipboard-write"],
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        watched = Watched(page=page, server_url=server.url, allows_failures=allows_failures)
        watched.watch()
        watched_pages.append(watched)
        page.goto(server.url + path)
        if wait:
            page.wait_for_selector("main h1, main h2")
            page.wait_for_load_state("networkidle")
        return page

    yield opened
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    stem = re.sub(r"[^\w.-]+", "-", request.node.name).strip("-")
    for number, watched in enumerate(watched_pages):
        if not watched.page.is_closed():
            watched.page.screenshot(path=SCREENSHOTS / f"{stem}-{number}.png", full_page=True)
    for context in contexts:
        context.close()
    assert [one for watched in watched_pages for one in watched.found] == []
