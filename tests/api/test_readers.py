"""Connections that only read: values as drivers take and give them, errors, the data's state."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import insert, text, update

from api.errors import RequestError
from api.readers import Reader, Readers
from db.engine import Database
from db.errors import DatabaseError
from db.provenance import DataState

BEGIN = datetime(2024, 1, 1, tzinfo=UTC)


@pytest.fixture
def reader(catalogue: Database) -> Iterator[Reader]:
    """A connection to the small catalogue, on every engine in turn."""
    reader = Reader(catalogue)
    yield reader
    reader.close()


def _mark(reader: Reader, type_: str) -> str:
    return "?" if reader.is_sqlite else f"$1::{type_}"


@pytest.mark.parametrize(
    ("type_", "value"),
    [
        ("INTEGER", 70_000),
        ("BIGINT", 2**40),
        ("FLOAT(53)", 0.1),
        ("VARCHAR", "100 % 'ü' 한국어 \\"),
        ("INTEGER", None),
    ],
)
def test_values_pass_unchanged(reader: Reader, type_: str, value: Any) -> None:
    assert list(reader.run(f"SELECT {_mark(reader, type_)}", (value,))) == [(value,)]


def test_more_statements_than_a_connection_keeps_prepared(reader: Reader) -> None:
    for _ in range(2):
        for number in range(250):
            assert list(reader.run(f"SELECT {number}", ())) == [(number,)]
    if not reader.is_sqlite:
        ((kept,),) = reader.run("SELECT count(*) FROM pg_prepared_statements", ())
        assert kept == 200


def test_what_the_database_refuses_is_its_error(reader: Reader) -> None:
    with pytest.raises(DatabaseError, match="nowhere"):
        reader.run("SELECT 1 FROM nowhere", ())
    with pytest.raises(DatabaseError):
        reader.run("DELETE FROM families", ())
    assert list(reader.run("SELECT 1", ())) == [(1,)]


def test_the_timeout_of_a_long_request_is_not_taken_for_the_next_ones(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    if reader.is_sqlite:
        return  # it is asked for the deadline itself
    now = 1000.0
    monkeypatch.setattr("api.readers.time.monotonic", lambda: now)
    with reader.request(now + 9, is_single=False):
        now += 6
        assert list(reader.run("SHOW statement_timeout", ())) == [("3s",)]
    with reader.request(now + 3, is_single=True):
        assert list(reader.run("SHOW statement_timeout", ())) == [("3s",)]


def test_connections_that_the_server_ended_while_idle_fail_no_request(database_url: str) -> None:
    with Database(database_url) as database:
        readers = Readers(database)
        with readers.reader() as one, readers.reader() as other:
            before = {one, other}
        if database.dialect != "sqlite":
            with Database(database_url) as administrator, administrator.reading() as session:
                session.execute(
                    text(
                        "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
                        " WHERE datname = current_database() AND pid != pg_backend_pid()"
                    )
                )
        with readers.reader() as one, readers.reader() as other:
            assert [list(reader.run("SELECT 1", ())) for reader in (one, other)] == [[(1,)]] * 2
            assert ({one, other} == before) == (database.dialect == "sqlite")
        readers.close()


def test_the_state_is_another_one_after_a_change_and_after_going_back(database_url: str) -> None:
    with Database(database_url) as database:
        reader = Reader(database)
        seen = [reader.data_state()]
        with database.writing() as session:
            row = {"id": 1, "version": 2, "changed_at": BEGIN, "rules_sha256": "0" * 64}
            session.execute(insert(DataState).values(**row))
        seen.append(reader.data_state())
        assert reader.data_state() == seen[-1]
        # As after a backup of an older version was restored.
        for version, day in ((1, 2), (2, 3)):
            with database.writing() as session:
                changed_at = BEGIN.replace(day=day)
                session.execute(update(DataState).values(version=version, changed_at=changed_at))
            seen.append(reader.data_state())
        assert all(one != other for at, one in enumerate(seen) for other in seen[:at])
        reader.close()


def test_a_deadline_ends_with_its_request(reader: Reader) -> None:
    with reader.request(time.monotonic() + 0.01, is_single=True):
        reader.run("SELECT 1", ())
    time.sleep(0.02)
    # SQLite asks about the deadline every so many steps, counted over all runs of a statement.
    for _ in range(5_000):
        reader.data_state()


def test_a_deadline_is_for_all_statements_of_a_request(reader: Reader) -> None:
    """Each takes less than the time that was left at the beginning; all together take more."""
    if reader.is_sqlite:
        slow = "SELECT count(*) FROM (WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r LIMIT 1500000) SELECT n FROM r)"  # noqa: E501 - one statement
    else:
        slow = "SELECT count(*) FROM pg_sleep(0.4)"
    begun = time.monotonic()
    with (
        pytest.raises(RequestError, match="not ready in time"),
        reader.request(begun + 1.0, is_single=False),
    ):
        for _ in range(100):
            reader.run(slow, ())
    assert time.monotonic() - begun < 5
    assert len(reader.run("SELECT 1", ())) == 1
