"""A night with torch itself: measured, ingested, published, reported."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import select

from db.engine import Database
from db.migrate import upgrade
from db.speed import BenchmarkRun, Measurement

pytestmark = pytest.mark.torch
MODELS = ["test_resnet", "test_vit"]


def test_a_night_on_a_fresh_database(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'night.sqlite3'}"
    with Database(url) as database:
        upgrade(database)
    settings = tmp_path / "nightly.toml"
    settings.write_text(f'models = {MODELS}\nmachine = "lab"\ncontrol = "off"\n')
    environment = {
        **os.environ,
        "TMPDIR": str(tmp_path),
        "BACKBONEDB_URL": url,
        "BACKBONEDB_NIGHTS": str(tmp_path / "nights"),
        "BACKBONEDB_WAREHOUSE": str(tmp_path / "warehouse"),
    }
    environment.pop("BACKBONEDB_AUTO_PUBLISH", None)
    command = [sys.executable, "-m", "backbonedb", "bench", "nightly", f"--settings={settings}"]
    night = subprocess.run(
        [*command, "--device=cpu", "--budget=3m"],
        env=environment,
        capture_output=True,
        text=True,
        timeout=400,
    )
    assert night.returncode == 0, night.stderr
    assert night.stdout.startswith("# Nothing changed\n")
    (report,) = (tmp_path / "nights").glob("*.md")
    assert report.read_text() == night.stdout
    assert list((tmp_path / "warehouse").rglob("*.parquet"))
    with Database(url) as database, database.reading() as session:
        run = session.scalars(select(BenchmarkRun)).one()
        assert (run.purpose, run.finished_at is not None) == ("nightly", True)
        assert sorted(session.scalars(select(Measurement.name_written))) == MODELS
