"""Runs sent to a real server that is killed and started again: each arrives, and arrives once."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import threading
import time
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx2
import pytest
from sqlalchemy import func, select

from backbonedb.submission import Spool
from db.checks import check
from db.engine import Database
from db.provenance import Ingest
from db.speed import BenchmarkRun, Measurement
from db.tokens import Submission, create_token
from tests.support import free_port
from tests.watch.bench_lines import NIGHT, ending, measurement, name, opening, text

RUNS, MODELS, KILLS = 8, 300, 4
#: Seconds for everything; a server that does not come up ends the test, not the day.
LONGEST_S = 150.0


class MortalServer:
    """``backbonedb serve``, killed a number of times at any moment after it was ready."""

    def __init__(self, url: str, folder: Path, seed: int) -> None:
        self.port = free_port()
        self.kills = 0
        self._environment = {
            **os.environ,
            "BACKBONEDB_URL": url,
            "BACKBONEDB_WAREHOUSE": str(folder / "warehouse"),
        }
        self._random = random.Random(seed)
        self._is_over = threading.Event()
        self._thread = threading.Thread(target=self._live)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def __enter__(self) -> MortalServer:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._is_over.set()
        self._thread.join()

    def _live(self) -> None:
        while not self._is_over.is_set():
            process = subprocess.Popen(
                [sys.executable, "-m", "backbonedb", "serve", "--port", str(self.port)],
                env=self._environment,
                stderr=subprocess.DEVNULL,
            )
            try:
                self._wait_until_ready(process)
                if self.kills < KILLS:
                    self._is_over.wait(self._random.uniform(0.0, 0.8))
                    self.kills += 1
                else:
                    self._is_over.wait(LONGEST_S)
            finally:
                process.kill()
                process.wait()

    def _wait_until_ready(self, process: subprocess.Popen[bytes]) -> None:
        deadline = time.monotonic() + LONGEST_S
        while time.monotonic() < deadline and process.poll() is None:
            try:
                if httpx2.get(f"{self.url}/healthz").status_code == 200:
                    return
            except httpx2.TransportError:
                time.sleep(0.02)


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Runs that take a while to ingest."""
    paths = []
    for number in range(RUNS):
        at = NIGHT + timedelta(days=number)
        figures = [measurement(f"model_{model}", 10.0 + model, at) for model in range(MODELS)]
        path = tmp_path / name(at)
        path.write_text(text([opening(at), *figures, ending(at)]))
        paths.append(path)
    return paths


def test_every_run_arrives_once_though_the_server_is_killed(
    database: Database, files: list[Path], tmp_path: Path
) -> None:
    with database.writing() as session:
        token = create_token(session, "lab", ("submit",), now=datetime.now(UTC))
    spool = Spool(
        folder=tmp_path / "spool", tried_for_s=LONGEST_S, first_wait_s=0.02, longest_wait_s=0.2
    )
    url = database.url.render_as_string(hide_password=False)
    with MortalServer(url, tmp_path, seed=len(url)) as server:
        for file in files:
            spool.add(file, server.url)
        sent = Counter(spool.send(waiting, token) for waiting in list(spool.waiting()))
        while server.kills < KILLS:  # what is sent again is known already, whoever died meanwhile
            again = spool.add(files[server.kills], server.url)
            assert spool.send(again, token) in sent
    slugs = {file.stem for file in files}
    assert sent == Counter(slugs)
    assert list(spool.waiting()) == []
    assert server.kills == KILLS
    with database.reading() as session:
        rows = session.execute(
            select(BenchmarkRun.slug, func.count().label("measured"))
            .join(Measurement, Measurement.run_id == BenchmarkRun.id)
            .group_by(BenchmarkRun.slug)
        )
        counts = {row.slug: row.measured for row in rows}
        assert counts == dict.fromkeys(slugs, MODELS)
        for entity in (Ingest, Submission):
            assert session.scalar(select(func.count()).select_from(entity)) == RUNS
    assert [finding for _, finding in check(database) if finding] == []
