"""Databases to query: the small catalogue on every engine, filled once; servers to write to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from api.execute import Executor
from api.settings import Settings
from backbonedb.server_writer import ServerWriter
from db.engine import Database
from db.migrate import upgrade
from db.tokens import create_token, revoke_token

from .catalogue import fill
from .writing import NOW, Server

if TYPE_CHECKING:
    from tests.conftest import Templates


@pytest.fixture(scope="session")
def filled_urls() -> dict[str, str]:
    """Filled on demand: engine to URL of the small catalogue."""
    return {}


@pytest.fixture
def catalogue_url(engine: str, templates: Templates, filled_urls: dict[str, str]) -> str:
    """URL of the small catalogue on every engine in turn; for reading only."""
    if engine not in filled_urls:
        url = templates.empty_url(engine)
        with Database(url) as database:
            upgrade(database)
            with database.writing() as session:
                fill(session)
        filled_urls[engine] = url
    return filled_urls[engine]


@pytest.fixture
def catalogue(catalogue_url: str) -> Iterator[Database]:
    """The small catalogue, on every engine in turn; for reading only."""
    with Database(catalogue_url) as database:
        yield database


@pytest.fixture
def executor(catalogue: Database) -> Iterator[Executor]:
    """Answers queries about the small catalogue."""
    executor = Executor(catalogue)
    yield executor
    executor.close()


@pytest.fixture
def tokens(database: Database) -> dict[str, str]:
    """Tokens by name: of both scopes, of one, and some that are not valid (any more)."""
    with database.writing() as session:
        made = {
            "both": create_token(session, "both", ("submit", "judge"), now=NOW),
            "other": create_token(session, "other", ("submit",), now=NOW),
            "judge": create_token(session, "judge", ("judge",), now=NOW),
            "revoked": create_token(session, "revoked", ("submit", "judge"), now=NOW),
            "expired": create_token(
                session,
                "expired",
                ("submit", "judge"),
                now=NOW - timedelta(days=2),
                expires_at=NOW - timedelta(days=1),
            ),
        }
        revoke_token(session, "revoked", now=NOW)
    return made | {"wrong": "bbdb_" + "A" * 43, "cut": made["both"][:-1]}


@pytest.fixture
def server(database: Database, tokens: dict[str, str]) -> Iterator[Server]:
    """Starts an application that takes writes; arguments are those of ``Settings``."""
    url = database.url.render_as_string(hide_password=False)
    open_clients: list[TestClient] = []

    def start(*, takes_writes: bool = True, **settings: Any) -> TestClient:
        writer = ServerWriter(Database(url), None) if takes_writes else None
        started = TestClient(create_app(url, Settings(**settings), writer=writer))
        started.__enter__()
        open_clients.append(started)
        return started

    yield start
    for one in open_clients:
        one.__exit__(None, None, None)
