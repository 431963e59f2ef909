"""Databases to query: the small catalogue on every engine, filled once a test run."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from api.execute import Executor
from db.engine import Database
from db.migrate import upgrade

from .catalogue import fill

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
