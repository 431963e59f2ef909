from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import orjson
import pytest

from db.errors import QueryError
from warehouse.export import select_relation, spreadsheet_safe, write_file, write_stream


@pytest.fixture
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as connection:
        connection.execute("CREATE TABLE cells (text VARCHAR, figure DOUBLE)")
        connection.execute("SET errors_as_json = true")
        yield connection


FORMULAS = ("=1+1", "+1", "-1", "@sum(A1)", "\t=1", "\r=1", "＝1", " =cmd|' /C calc'!A0")


@pytest.mark.parametrize("text", FORMULAS)
def test_formulas_are_neutralised_and_figures_are_not(connection: Any, text: str) -> None:
    connection.execute("INSERT INTO cells VALUES (?, -10.203), ('plain', 1)", [text])
    stream = io.BytesIO()
    write_stream(connection, spreadsheet_safe(connection, "FROM cells"), "csv", stream)
    header, first, second = csv.reader(io.StringIO(stream.getvalue().decode()))
    assert header == ["\ufefftext", "figure"]
    assert first == ["'" + text, "-10.203"]
    assert second == ["plain", "1.0"]
    assert stream.getvalue().startswith(b"\xef\xbb\xbftext")


def test_without_it_cells_stay_as_they_are(connection: Any) -> None:
    connection.execute("INSERT INTO cells VALUES ('=1+1', 1)")
    stream = io.BytesIO()
    assert write_stream(connection, "FROM cells", "csv", stream) == 1
    assert stream.getvalue() == b"text,figure\n=1+1,1.0\n"


def test_more_rows_than_a_pipe_holds(connection: Any) -> None:
    stream = io.BytesIO()
    assert write_stream(connection, "SELECT * FROM range(300_000)", "csv", stream) == 300_000
    assert stream.getvalue().count(b"\n") == 300_001


@pytest.mark.parametrize("count", [1, 300_000])
def test_a_stream_that_takes_no_more_is_an_error(connection: Any, count: int) -> None:
    with (
        Path("/dev/full").open("wb", buffering=0) as full,
        pytest.raises(QueryError, match="No space left"),
    ):
        write_stream(connection, f"SELECT * FROM range({count})", "csv", full)


def test_a_reader_that_stops_early_is_none(connection: Any) -> None:
    receiving, sending = os.pipe()
    os.close(receiving)
    with os.fdopen(sending, "wb", buffering=0) as stream:
        assert write_stream(connection, "SELECT * FROM range(300_000)", "csv", stream) == 300_000


def test_what_duckdb_runs_as_several_statements(connection: Any, tmp_path: Path) -> None:
    connection.execute("INSERT INTO cells VALUES ('a', 1), ('b', 2)")
    pivot = "PIVOT cells ON text USING max(figure)"
    stream = io.BytesIO()
    assert write_stream(connection, pivot, "csv", stream) is None
    assert stream.getvalue() == b"a,b\n1.0,2.0\n"
    with pytest.raises(QueryError, match="taken: cannot be written: Is a directory"):
        (tmp_path / "taken").mkdir()
        write_file(connection, "FROM cells", "csv", tmp_path / "taken")
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]


def test_json_and_parquet(connection: Any, tmp_path: Path) -> None:
    connection.execute("INSERT INTO cells VALUES ('ü', 0.1), (NULL, NULL)")
    stream = io.BytesIO()
    write_stream(connection, "FROM cells", "json", stream)
    assert orjson.loads(stream.getvalue()) == [
        {"text": "ü", "figure": 0.1},
        {"text": None, "figure": None},
    ]
    assert write_file(connection, "FROM cells", "parquet", tmp_path / "cells.parquet") == 2
    read = connection.execute("FROM read_parquet(?)", [str(tmp_path / "cells.parquet")]).fetchall()
    assert read == [("ü", 0.1), (None, None)]


def test_a_failed_file_leaves_the_old_one(connection: Any, tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    path.write_text("old")
    with pytest.raises(QueryError, match="no_such_column"):
        write_file(connection, "SELECT no_such_column FROM cells", "csv", path)
    assert [p.name for p in tmp_path.iterdir()] == ["rows.csv"]
    assert path.read_text() == "old"


def test_a_condition_and_unknown_names(connection: Any) -> None:
    connection.execute("INSERT INTO cells VALUES ('a', 1), ('b', 2)")
    stream = io.BytesIO()
    write_stream(
        connection, select_relation(connection, "cells", "figure > 1 -- two"), "csv", stream
    )
    assert stream.getvalue() == b"text,figure\nb,2.0\n"
    with pytest.raises(QueryError, match="there are cells"):
        select_relation(connection, "cells; DROP TABLE cells")
