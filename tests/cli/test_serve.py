"""``backbonedb serve`` as a process: a real server, asked over HTTP, ended by a signal."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx2

from db.engine import Database
from tests.support import free_port
from warehouse.publish import publish

from ..support import ingest, results_csv

ROWS = [("coat_lite_mini.in1k", 224, 79.099, 94.607)]


@contextmanager
def serving(url: str, warehouse: Path, *options: str) -> Iterator[httpx2.Client]:
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "backbonedb", "serve", "--port", str(port), *options],
        env={**os.environ, "BACKBONEDB_URL": url, "BACKBONEDB_WAREHOUSE": str(warehouse)},
        stderr=subprocess.DEVNULL,
    )
    try:
        with httpx2.Client(base_url=f"http://127.0.0.1:{port}", timeout=20) as client:
            deadline = time.monotonic() + 30
            while time.monotonic() < deadline:
                try:
                    if client.get("/readyz").status_code == 200:
                        break
                except httpx2.TransportError:
                    time.sleep(0.1)
            yield client
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=20) == 0
    finally:
        process.kill()
        process.wait()


def test_one_server_has_everything(database: Database, tmp_path: Path) -> None:
    ingest(database, "results-imagenet.csv", results_csv(ROWS))
    publish(database, tmp_path)
    url = database.url.render_as_string(hide_password=False)
    with serving(url, tmp_path, "--sql") as client:
        assert client.get("/healthz").status_code == 200
        assert "<html" in client.get("/").text
        answer = client.post("/graphql", json={"query": "{ evaluations { nodes { top1 } } }"})
        assert answer.json() == {"data": {"evaluations": {"nodes": [{"top1": 79.099}]}}}
        manifest = client.get("/warehouse/").json()
        assert manifest["version"]
        sql = client.post("/sql", json={"sql": "SELECT top1 FROM leaderboard"})
        assert sql.json()["rows"] == [[79.099]]
        assert "backbonedb" in client.get("/metrics").text


def test_sql_is_off_unless_asked_for(database: Database, tmp_path: Path) -> None:
    url = database.url.render_as_string(hide_password=False)
    with serving(url, tmp_path) as client:
        assert client.post("/sql", json={"sql": "SELECT 1"}).status_code in {404, 405}
        assert client.get("/warehouse/").status_code == 404
