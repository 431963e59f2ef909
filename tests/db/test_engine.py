"""One database, two ways in: what readers and writers may do, and what failures say."""

from __future__ import annotations

import resource
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import URL, insert, select, text, update
from sqlalchemy.exc import DBAPIError

from db.bulk import insert_rows
from db.catalogue import Family, Model
from db.engine import Database
from db.errors import (
    DatabaseError,
    DatabaseFullError,
    DatabaseLockedError,
    DatabaseUnreachableError,
    DatabaseUrlError,
    SchemaRevisionError,
)
from db.provenance import DataState
from tests.support import free_port

from ..support import in_child, waited

pytestmark = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")

INCREMENTS, PROCESSES = 200, 4

only_sqlite = pytest.mark.parametrize("engine", ["sqlite"])
only_postgresql = pytest.mark.parametrize("engine", ["postgresql"])


def test_a_reader_cannot_write(database: Database) -> None:
    with pytest.raises(DatabaseError, match=r"(?i)read-?\s?only"), database.reading() as session:
        session.execute(insert(Family).values(name="coat", title="CoaT"))
    with database.reading() as session:
        assert session.scalars(select(Family)).all() == []


def test_a_reading_session_refuses_to_flush(database: Database) -> None:
    with (
        pytest.raises(RuntimeError, match="asked to write"),
        database.reading() as session,
    ):
        session.add(Family(name="coat", title="CoaT"))
        session.flush()


def test_a_reader_sees_one_state(database: Database) -> None:
    with database.reading() as session:
        assert session.scalars(select(Family.name)).all() == []
        with database.writing() as writer:
            writer.execute(insert(Family).values(name="coat", title="CoaT"))
        assert session.scalars(select(Family.name)).all() == []
    with database.reading() as session:
        assert session.scalars(select(Family.name)).all() == ["coat"]


def test_a_failed_writer_leaves_no_trace(database: Database) -> None:
    with pytest.raises(ZeroDivisionError), database.writing() as session:
        session.execute(insert(Family).values(name="coat", title="CoaT"))
        insert_rows(session, Family, ("name", "title"), [("deit", "DeiT")])
        _ = 1 / 0
    with database.reading() as session:
        assert session.scalars(select(Family)).all() == []


def test_a_refused_bulk_row_is_our_error_on_one_line(database: Database) -> None:
    with pytest.raises(DatabaseError) as caught, database.writing() as session:
        rows = [("resnet50", False, -1)]
        insert_rows(session, Model, ("name", "is_registered", "parameters"), rows)
    assert "ck_models_parameters_positive" in str(caught.value)
    assert str(caught.value).isprintable()


def _increment(url: str, count: int) -> None:
    with Database(url) as database:
        for _ in range(count):
            with database.writing() as session:
                version = session.scalar(select(DataState.version))
                assert version is not None
                session.execute(update(DataState).values(version=version + 1))


def test_no_increment_of_several_processes_is_lost(database_url: str) -> None:
    with Database(database_url) as database, database.writing() as session:
        state = {"id": 1, "version": 0, "changed_at": datetime.now(UTC), "rules_sha256": ""}
        session.execute(insert(DataState).values(**state))
    writers = [in_child(lambda: _increment(database_url, INCREMENTS)) for _ in range(PROCESSES)]
    assert [waited(pid) for pid in writers] == [0] * PROCESSES
    with Database(database_url) as database, database.reading() as session:
        assert session.scalar(select(DataState.version)) == INCREMENTS * PROCESSES


def test_a_writer_waits_for_its_turn_and_no_longer_than_told(database_url: str) -> None:
    with (
        Database(database_url) as holder,
        Database(database_url, lock_timeout_s=0.2) as waiting,
        holder.writing() as session,
    ):
        session.execute(insert(Family).values(name="coat", title="CoaT"))
        with pytest.raises(DatabaseLockedError, match=r"over 0\.2 s.*BACKBONEDB_LOCK_TIMEOUT"):
            waiting.writing().__enter__()
        with waiting.reading() as reader:  # readers do not wait for writers
            assert reader.scalars(select(Family)).all() == []


_HOLD = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.read()
"""


@only_sqlite
def test_an_sqlite_file_locked_by_another_process(database_url: str) -> None:
    with Database(database_url, lock_timeout_s=0.2) as database:
        holder = subprocess.Popen(
            [sys.executable, "-c", _HOLD, str(database.path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        with holder:
            assert holder.stdout is not None and holder.stdout.readline() == "held\n"
            with pytest.raises(DatabaseLockedError), database.writing():
                pass
        with database.writing() as session:  # free again
            session.execute(insert(Family).values(name="coat", title="CoaT"))


def _fill(url: str, limit: int) -> int:
    """Write until the limit of the file's size (bytes) is met, as on a full disk."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    with Database(url) as database:
        try:
            with database.writing() as session:
                rows = [(f"family_{number:07}", "t" * 1000) for number in range(20_000)]
                insert_rows(session, Family, ("name", "title"), rows)
        except DatabaseFullError as error:
            return 3 if "no room left" in str(error) and str(error).isprintable() else 4
    return 0


@only_sqlite
def test_a_full_disk_is_said_and_nothing_is_kept(database_url: str) -> None:
    path = Path(database_url.removeprefix("sqlite:///"))
    assert waited(in_child(lambda: _fill(database_url, path.stat().st_size + 2**20))) == 3
    with Database(database_url) as database:
        with database.reading() as session:
            assert session.scalars(select(Family)).all() == []
            assert session.execute(text("PRAGMA integrity_check")).scalar() == "ok"
        with database.writing() as session:
            session.execute(insert(Family).values(name="coat", title="CoaT"))


@only_sqlite
def test_a_file_that_may_not_grow(database: Database) -> None:
    with pytest.raises(DatabaseFullError), database.connecting() as connection:
        pages = connection.execute(text("PRAGMA page_count")).scalar()
        connection.execute(text(f"PRAGMA max_page_count = {pages}"))
        for number in range(2000):
            connection.execute(insert(Family).values(name=f"f{number}", title="t" * 4000))


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("mysql://user@host/name", "unknown database scheme 'mysql'"),
        ("sqlite+aiosqlite:///x.db", "unknown database scheme"),
        ("postgresql+asyncpg://host/name", "unknown database scheme"),
        ("duckdb:///x.duckdb", "unknown database scheme"),
        ("sqlite://", "in memory would be lost"),
        ("sqlite:///:memory:", "in memory would be lost"),
        ("/some/file.db", "is not a database URL"),
        ("", "is not a database URL"),
        ("postgresql://host:port/name", "is not a database URL"),
    ],
)
def test_urls_that_name_no_database(url: str, reason: str) -> None:
    with pytest.raises(DatabaseUrlError) as caught:
        Database(url)
    assert reason in str(caught.value)
    assert "sqlite:///FILE" in str(caught.value)  # what would be right


def test_a_password_is_never_shown() -> None:
    with Database("postgresql://user:geheim@127.0.0.1:1/name") as database:
        assert "geheim" not in database.display_url
        with pytest.raises(DatabaseUnreachableError) as caught:
            database.revision()
        assert "geheim" not in str(caught.value)


def test_a_server_that_is_not_there() -> None:
    with (
        Database(f"postgresql://user@127.0.0.1:{free_port()}/name") as database,
        pytest.raises(DatabaseUnreachableError, match="check BACKBONEDB_URL") as caught,
        database.reading(),
    ):
        pass
    assert str(caught.value).isprintable()


@only_postgresql
def test_a_database_that_the_server_does_not_have(database_url: str) -> None:
    missing = database_url.replace("/test_", "/no_test_")
    with Database(missing) as database, pytest.raises(DatabaseUnreachableError):
        database.revision()


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    file = tmp_path / "notes.sqlite3"
    file.write_text("# 2021\n" * 1000)
    with (
        Database(f"sqlite:///{file}") as database,
        pytest.raises(DatabaseUnreachableError, match="is not an SQLite database"),
    ):
        database.revision()


def test_a_file_that_is_missing_is_not_made_by_readers(tmp_path: Path) -> None:
    file = tmp_path / "missing.sqlite3"
    with (
        Database(f"sqlite:///{file}") as database,
        pytest.raises(DatabaseUnreachableError, match="db upgrade"),
        database.reading(),
    ):
        pass
    assert not file.exists()


@pytest.mark.parametrize("name", ["a b", "100%", "what?", "#1", "모델", "a%20b"])
def test_any_file_name_will_do(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    with closing(sqlite3.connect(file)) as made:
        made.execute("CREATE TABLE alembic_version (version_num TEXT)")
        made.execute("INSERT INTO alembic_version VALUES ('9999')")
        made.commit()
    url = URL.create("sqlite", database=str(file)).render_as_string()
    with Database(url) as database:
        assert database.revision() == "9999"
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_database_without_schema_names_the_command(engine: str, templates: Any) -> None:
    with Database(templates.empty_url(engine)) as database:
        with database.connecting() as connection:
            connection.commit()
        for way in (database.reading, database.writing):
            with pytest.raises(SchemaRevisionError, match="no schema yet: run `backbonedb db upg"):
                way().__enter__()


@pytest.mark.parametrize(
    ("revision", "mend"),
    [("0001", "run `backbonedb db upgrade`"), ("9999", "install the version that made it")],
)
def test_a_database_at_another_revision_names_the_mend(
    database: Database, revision: str, mend: str
) -> None:
    with database.connecting() as connection:
        connection.execute(text(f"UPDATE alembic_version SET version_num = '{revision}'"))
        connection.commit()
    for way in (database.reading, database.writing):
        with pytest.raises(SchemaRevisionError, match=f"revision {revision}.*{mend}"):
            way().__enter__()


def test_other_errors_are_ours_too(database: Database) -> None:
    with pytest.raises(DatabaseError) as caught, database.writing() as session:
        session.execute(text("SELECT nothing FROM nowhere"))
    assert str(caught.value).isprintable()
    assert isinstance(caught.value.__cause__, DBAPIError)
