"""Publications that are killed, and readers beside writers and publications."""

from __future__ import annotations

import hashlib
import random
import subprocess
import sys
import threading
import time
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime, timedelta
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import orjson
import pytest

from db.engine import Database
from warehouse.publish import publish
from warehouse.reader import open_current
from warehouse.store import VERSIONS, Store, Version

pytestmark = pytest.mark.long

FIRST = datetime(2026, 1, 1, 2, tzinfo=UTC)
KILLS = 20
READERS = 8
ROUNDS = 20


def assert_whole(version: Version) -> None:
    for file in version.manifest.files:
        data = (version.folder / file.path).read_bytes()
        assert hashlib.sha256(data).hexdigest() == file.sha256, file.path


def test_killed_at_any_moment(database: Database, tmp_path: Path, add_night: Any) -> None:
    add_night(database, FIRST)
    started = time.monotonic()
    nights = {publish(database, tmp_path).version.manifest.version: 1}
    duration = time.monotonic() - started
    moments = random.Random(20260101)
    url = database.url.render_as_string(hide_password=False)
    order = orjson.dumps({"url": url, "folder": str(tmp_path), "keep": 2, "anew": False})
    for kill in range(KILLS):
        add_night(database, FIRST + timedelta(days=kill + 1))
        process = subprocess.Popen(
            [sys.executable, "-P", "-m", "warehouse.publish"],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
        )
        assert process.stdin is not None
        process.stdin.write(order)
        process.stdin.close()
        time.sleep(moments.uniform(0, 1.2 * duration))
        process.kill()
        process.wait()
        version = Store(tmp_path).require_current()
        assert_whole(version)
        nights.setdefault(version.manifest.version, kill + 2)
        speed = version.manifest.relation("speed")
        assert speed is not None
        assert speed.row_count == 2 * nights[version.manifest.version]
    version = publish(database, tmp_path, keep=2).version
    assert_whole(version)
    assert sorted(path.name for path in tmp_path.iterdir()) == [".lock", "current", VERSIONS]
    assert len(list((tmp_path / VERSIONS).iterdir())) <= 2


def read_until(folder: Path, done: Path) -> list[tuple[str, int]]:
    """Read the current version again and again; what was seen of each."""
    seen = []
    while not done.exists():
        version, connection = open_current(folder)
        with connection:
            ((rows, runs),) = connection.execute(
                "SELECT count(*), count(DISTINCT run_id) FROM speed"
            ).fetchall()
            ((sources,),) = connection.execute("SELECT count(*) FROM sources").fetchall()
        assert rows == 2 * runs == 2 * sources, version.manifest.version
        seen.append((version.manifest.version, rows))
        time.sleep(0.05)  # leave the processors to the writers now and then
    return seen


def test_readers_writers_and_publications(
    database: Database, tmp_path: Path, add_night: Any
) -> None:
    folder, done = tmp_path / "warehouse", tmp_path / "done"
    add_night(database, FIRST)
    publish(database, folder)

    with ProcessPoolExecutor(READERS, mp_context=get_context("spawn")) as readers:
        reading = [readers.submit(read_until, folder, done) for _ in range(READERS)]
        try:
            for day in range(ROUNDS):
                night = FIRST + timedelta(days=day + 1)
                writer = threading.Thread(target=add_night, args=(database, night))
                writer.start()
                publish(database, folder, keep=1)
                writer.join()
            publish(database, folder, keep=1)
        finally:
            done.touch()
        seen = {found for future in reading for found in future.result()}
    assert len(dict(seen)) == len(seen) > ROUNDS / 4  # one version always shows the same
    assert max(rows for _, rows in seen) <= 2 * (ROUNDS + 1)
