"""``backbonedb ingest upstream`` as a user runs it, against a real server on loopback."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from db.engine import Database
from db.provenance import Source

from .http_server import Answer, HttpServer
from .test_upstream import REVISION, publish, raw_path

RESULTS = {
    "results-imagenet.csv": b"model,img_size,top1,top5\ncoat_lite_mini.in1k,224,79.099,94.607\n",
    "results-sketch.csv": b"model,img_size,top1,top5\r\ncoat_lite_mini.in1k,224,28.4,46.1\r\n",
}


@pytest.fixture
def server() -> Iterator[HttpServer]:
    with HttpServer() as server:
        publish(server, RESULTS)
        yield server


def run(url: str, server_url: str, cache: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "backbonedb", "ingest", "upstream", "--url", url],
        env={
            **os.environ,
            "BACKBONEDB_GITHUB_API": server_url,
            "BACKBONEDB_GITHUB_RAW": server_url,
            "BACKBONEDB_AUTO_PUBLISH": "0",
            "XDG_CACHE_HOME": str(cache),
            "NO_PROXY": "*",
        },
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_files_go_in_with_their_revision_and_date(
    database_url: str, server: HttpServer, tmp_path: Path
) -> None:
    done = run(database_url, server.url, tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        f"timm at {REVISION}, published 2025-02-26",
        "results-imagenet.csv: 1 new, 0 ended, 0 unchanged; 1 finding "
        "(backbonedb problems --file results-imagenet.csv)",
        "results-sketch.csv: 1 new, 0 ended, 0 unchanged; 1 finding "
        "(backbonedb problems --file results-sketch.csv)",
    ]
    with Database(database_url) as database, database.reading() as session:
        sources = session.scalars(select(Source).order_by(Source.name)).all()
        assert [source.name for source in sources] == sorted(RESULTS)
        for source in sources:
            assert source.revision == REVISION
            assert source.published_at is not None
            assert source.published_at.isoformat() == "2025-02-26T22:58:36+00:00"
            assert source.licence == "Apache-2.0"
            assert source.uri == f"{server.url}{raw_path(source.name)}"

    again = run(database_url, server.url, tmp_path)
    assert again.returncode == 0
    assert [line.rpartition(": ")[2] for line in again.stdout.splitlines()[1:]] == [
        "nothing new",
        "nothing new",
    ]


def test_a_truncated_download_is_one_line_and_changes_nothing(
    database_url: str, server: HttpServer, tmp_path: Path
) -> None:
    server.on(raw_path("results-sketch.csv"), Answer(body=RESULTS["results-sketch.csv"][:20]))
    done = run(database_url, server.url, tmp_path)
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert line.startswith("backbonedb: ") and "results-sketch.csv" in line
    with Database(database_url) as database, database.reading() as session:
        assert session.scalars(select(Source)).all() == []


def test_no_schema_is_told_before_anything_is_downloaded(
    server: HttpServer, tmp_path: Path
) -> None:
    done = run(f"sqlite:///{tmp_path / 'none.sqlite3'}", server.url, tmp_path)
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert "backbonedb db upgrade" in line
    assert server.requests == []
