from __future__ import annotations

import doctest
import socket
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import duckdb
import pandas
import polars
import pytest
import uvicorn

import backbonedb
import backbonedb.client
from api.app import create_app
from backbonedb.client import Client
from backbonedb.remote import Server
from db.engine import Database
from db.errors import DownloadError, QueryError
from db.leaderboard import leaderboard
from warehouse.errors import NoVersionError
from warehouse.http import warehouse_routes
from warehouse.store import Version

pytestmark = pytest.mark.realdata

CARD: dict[str, Any] = {"year": 2021, "img_size": 224, "top1_above": 80}
QUERY = "query Best($n: Int) { evaluations(first: $n, orderBy: [{top1: DESC}]) { nodes { top1 } } }"


@pytest.fixture
def folder(real_versions: Callable[[str], Version]) -> Path:
    return real_versions("sqlite").folder.parents[1]


@pytest.fixture(scope="module")
def server(
    real_urls: Callable[[str], str], real_versions: Callable[[str], Version]
) -> Iterator[str]:
    folder = real_versions("sqlite").folder.parents[1]
    app = create_app(real_urls("sqlite"), routes=warehouse_routes(folder))
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
        running = uvicorn.Server(uvicorn.Config(app, log_level="error"))
        thread = threading.Thread(target=running.run, kwargs={"sockets": [found]})
        thread.start()
        while not running.started:
            time.sleep(0.01)
        yield f"http://127.0.0.1:{port}"
        running.should_exit = True
        thread.join()


@pytest.mark.parametrize("place", ["folder", "file", "sqlite", "postgresql", "path", "server"])
def test_every_place_gives_the_same_rows(
    place: str,
    folder: Path,
    real_urls: Callable[[str], str],
    server: str,
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    where: Any = {
        "folder": folder,
        "file": folder / "current" / "backbonedb.duckdb",
        "sqlite": real_urls("sqlite"),
        "path": real_urls("sqlite").removeprefix("sqlite:///"),
        "server": server,
    }.get(place) or real_urls("postgresql")
    with Database(real_urls("sqlite")) as database, database.reading() as session:
        expected = leaderboard(session, **CARD)
    with backbonedb.connect(where) as db:
        rows = db.leaderboard(**CARD)
        assert list(rows) == expected
        assert rows[0] == expected[0]
        assert len(rows) == 112
        assert repr(rows) == "<112 rows of the leaderboard>"


def test_rows_as_tables_of_other_libraries(folder: Path) -> None:
    with backbonedb.connect(folder) as db:
        rows = db.leaderboard(year=2021, limit=3)
        names = [row.name for row in rows]
        assert rows.to_pandas()["name"].to_list() == names
        assert rows.to_polars()["name"].to_list() == names
        assert rows.to_arrow()["name"].to_pylist() == names
        assert rows.to_arrow().schema.field("top1").type == "double"


def test_sql_is_a_relation(folder: Path) -> None:
    with backbonedb.connect(folder) as db:
        relation = db.sql("SELECT family, count(*) AS n FROM leaderboard GROUP BY ALL")
        assert relation.columns == ["family", "n"]
        best = db.sql("SELECT max(top1) FROM leaderboard WHERE year = $year", {"year": 2021})
        assert best.fetchall() == [(98.56,)]
        with pytest.raises(QueryError, match=r"^sql:1:8: Binder Error"):
            db.sql("SELECT nope FROM leaderboard")


def test_a_relation_that_fails_when_it_is_fetched_says_why_in_words(folder: Path) -> None:
    with backbonedb.connect(folder) as db:
        relation = db.sql("SELECT CAST(name AS INTEGER) FROM models")
        with pytest.raises(duckdb.ConversionException) as caught:
            relation.fetchall()
        assert str(caught.value).startswith("Conversion Error: Could not convert string")
        with pytest.raises(QueryError, match="sql:1:8: Binder Error"):
            db.sql("SELECT nope FROM models")


def test_graphql(folder: Path, real_urls: Callable[[str], str], server: str) -> None:
    answers = []
    for where in (real_urls("sqlite"), server):
        with backbonedb.connect(where) as db:
            answers.append(db.graphql(QUERY, {"n": 2})["data"]["evaluations"]["nodes"])
    with backbonedb.connect(folder) as db:
        best = db.sql("SELECT top1 FROM leaderboard ORDER BY top1 DESC LIMIT 2").fetchall()
        with pytest.raises(QueryError, match="SQL only"):
            db.graphql(QUERY)
    assert answers == 2 * [[{"top1": top1} for (top1,) in best]]


def test_other_programs_read_the_served_parquet(server: str) -> None:
    url = f"{server}/warehouse/leaderboard.parquet"
    frame = pandas.read_parquet(url)
    assert len(frame) == 12448
    lazily = polars.scan_parquet(url).filter(polars.col("year") == 2021).collect()
    assert len(lazily) == (frame["year"] == 2021).sum() > 0


def test_the_served_file_is_fetched_once_and_checked(server: str, tmp_path: Path) -> None:
    for _ in range(2):
        place = Server(server, cache=tmp_path)
        with Client(place) as client:
            assert client.sql("SELECT count(*) FROM leaderboard").fetchall() == [(12448,)]
    (path,) = tmp_path.iterdir()
    assert len(path.stem) == 64


def test_places_that_are_none(tmp_path: Path) -> None:
    with pytest.raises(QueryError, match="there is nothing there"):
        backbonedb.connect(tmp_path / "nope")
    with backbonedb.connect(tmp_path) as db, pytest.raises(NoVersionError):
        db.sql("SELECT 1")
    with backbonedb.connect("http://127.0.0.1:1") as db, pytest.raises(DownloadError):
        db.sql("SELECT 1")
    with pytest.raises(AttributeError):
        backbonedb.nope  # noqa: B018 - the attribute is the test


def test_an_unknown_test_set_names_those_that_are_there(folder: Path) -> None:
    with backbonedb.connect(folder) as db, pytest.raises(QueryError, match="imagenet-a-clean"):
        db.leaderboard(dataset="nope")


def test_the_examples_of_the_documentation(
    folder: Path, real_urls: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BACKBONEDB_WAREHOUSE", str(folder))
    monkeypatch.setenv("BACKBONEDB_URL", real_urls("sqlite"))
    result = doctest.testmod(backbonedb.client)
    assert (result.failed, result.attempted > 0) == (0, True)
