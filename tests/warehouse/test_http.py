from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import duckdb
import orjson
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.testclient import TestClient

from db.engine import Database
from warehouse.http import questions_route, sql_route, warehouse_routes
from warehouse.manifest import MANIFEST
from warehouse.publish import publish
from warehouse.questions import questions
from warehouse.sandbox import Sandbox
from warehouse.store import Version


def client_of(folder: Path) -> TestClient:
    routes = [*warehouse_routes(folder), sql_route(Sandbox(folder=folder))]
    return TestClient(Starlette(routes=routes, middleware=[Middleware(GZipMiddleware)]))


@pytest.fixture(params=["sqlite"])
def engine(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def version(database: Database, tmp_path: Path, add_night: Any) -> Version:
    add_night(database, datetime(2026, 1, 1, tzinfo=UTC))
    return publish(database, tmp_path).version


@pytest.fixture
def client(version: Version, tmp_path: Path) -> TestClient:
    return client_of(tmp_path)


def test_the_manifest_lists_files_that_are_served(client: TestClient, version: Version) -> None:
    manifest = client.get("/warehouse/").json()
    assert manifest == orjson.loads(version.manifest.dump())
    for file in version.manifest.files:
        answer = client.get(f"/warehouse/{file.path}")
        assert hashlib.sha256(answer.content).hexdigest() == file.sha256, file.path
        assert answer.headers["etag"] == f'"{file.sha256}"'
        where = answer.headers["content-location"]
        immutable = client.get(where)
        assert immutable.content == answer.content
        assert "immutable" in immutable.headers["cache-control"]


def test_ranges(client: TestClient, version: Version) -> None:
    path = "/warehouse/leaderboard.parquet"
    whole = client.get(path).content
    part = client.get(path, headers={"Range": "bytes=4-11"})
    assert (part.status_code, part.content) == (206, whole[4:12])
    assert part.headers["content-range"] == f"bytes 4-11/{len(whole)}"
    last = client.get(path, headers={"Range": "bytes=-4"})
    assert last.content == b"PAR1"
    head = client.head(path)
    assert (head.content, head.headers["content-length"]) == (b"", str(len(whole)))
    assert head.headers["accept-ranges"] == "bytes"
    beyond = client.get(path, headers={"Range": f"bytes={len(whole)}-"})
    assert beyond.status_code == 416


def test_a_range_of_another_version_is_not_mixed_in(
    client: TestClient, version: Version, database: Database, tmp_path: Path, add_night: Any
) -> None:
    path = "/warehouse/backbonedb.duckdb"
    etag = client.head(path).headers["etag"]
    same = client.get(path, headers={"Range": "bytes=0-9", "If-Range": etag})
    assert same.status_code == 206
    add_night(database, datetime(2026, 2, 1, tzinfo=UTC))
    publish(database, tmp_path)
    other = client.get(path, headers={"Range": "bytes=0-9", "If-Range": etag})
    assert other.status_code == 200
    assert len(other.content) > 10


def test_what_is_known_is_not_sent_again(client: TestClient) -> None:
    for path in ("/warehouse/", "/warehouse/leaderboard.parquet"):
        etag = client.get(path).headers["etag"]
        assert client.get(path, headers={"If-None-Match": etag}).status_code == 304
        assert client.get(path, headers={"If-None-Match": '"other"'}).status_code == 200


def test_parquet_is_read_from_what_was_served(client: TestClient, tmp_path: Path) -> None:
    import pyarrow.parquet

    table = pyarrow.parquet.read_table(
        BytesIO(client.get("/warehouse/speed/2026-01.parquet").content)
    )
    assert sorted(table["model"].to_pylist()) == ["net_a", "net_b"]


@pytest.mark.parametrize(
    "path",
    [
        "/warehouse/manifest.json",
        "/warehouse/%2e%2e/.lock",
        "/warehouse/versions/..%2f..%2f/leaderboard.parquet",
        "/warehouse/versions/00000001/../../.lock",
        "/warehouse/versions/00000099/leaderboard.parquet",
        "/warehouse/.lock",
        "/warehouse//etc/passwd",
    ],
)
def test_nothing_else_is_served(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "error" in answer.json()


def test_nothing_published(tmp_path: Path) -> None:
    client = client_of(tmp_path / "none")
    assert client.get("/warehouse/").status_code == 404
    assert client.post("/sql", json={"sql": "SELECT 1"}).status_code == 404


@pytest.mark.parametrize(
    ("manifest", "message"),
    [
        (b"", "the published files cannot be read now"),
        (b'{"format": 99}', "a newer program published the files: the server is to be upgraded"),
    ],
)
def test_what_cannot_be_read_tells_no_place(
    version: Version, tmp_path: Path, manifest: bytes, message: str
) -> None:
    (version.folder / MANIFEST).write_bytes(manifest)
    client = client_of(tmp_path)
    for answer in (
        client.get("/warehouse/"),
        client.get("/warehouse/leaderboard.parquet"),
        client.get("/warehouse/versions/00000001/leaderboard.parquet"),
        client.post("/sql", json={"sql": "SELECT 1"}),
    ):
        assert answer.status_code == 503
        assert answer.json()["error"]["message"] == message
    (version.folder / MANIFEST).write_bytes(version.manifest.dump())
    version.duckdb_path.write_text("no database")
    answer = client.post("/sql", json={"sql": "SELECT 1"})
    assert (answer.status_code, answer.json()["error"]["message"]) == (
        503,
        "the published files cannot be read now",
    )


def test_sql(client: TestClient, version: Version) -> None:
    answer = client.post("/sql", json={"sql": "SELECT count(*) AS n FROM speed"})
    assert answer.status_code == 200
    assert answer.json() == {
        "version": version.manifest.version,
        "columns": [{"name": "n", "type": "BIGINT"}],
        "rows": [[2]],
        "isCut": False,
    }
    refused = client.post("/sql", json={"sql": "SELECT nope FROM speed"})
    assert refused.status_code == 400
    assert refused.json()["error"]["code"] == "bad_query"
    assert refused.json()["error"]["message"].startswith("sql:1:8: Binder Error")
    assert client.post("/sql", json={"sql": "SELECT repeat('x', 2000000000)"}).status_code == 422


def test_requests_that_are_no_questions(client: TestClient) -> None:
    form = {"content-type": "application/x-www-form-urlencoded"}
    assert client.post("/sql", content="sql=SELECT 1", headers=form).status_code == 415
    assert client.post("/sql", json=["SELECT 1"]).status_code == 400
    assert client.post("/sql", json={"sql": 1}).status_code == 400
    assert client.post("/sql", json={"sql": "x" * 300_000}).status_code == 413
    assert client.get("/sql").status_code == 405


def test_duckdb_opens_the_served_file(client: TestClient, tmp_path: Path) -> None:
    path = tmp_path / "served.duckdb"
    path.write_bytes(client.get("/warehouse/backbonedb.duckdb").content)
    with duckdb.connect(path, read_only=True) as connection:
        assert connection.execute("SELECT count(*) FROM speed").fetchall() == [(2,)]


def test_the_named_questions_are_listed() -> None:
    client = TestClient(Starlette(routes=[questions_route()]))
    listed = client.get("/sql/questions").json()["questions"]
    assert [one["name"] for one in listed] == [one.name for one in questions()]
    assert all(one["text"] and one["sql"].startswith("--") for one in listed)
