"""A minute of reads and writes: no error, nothing lost, memory flat.

`LOAD_SECONDS=600 make test-http` loads for longer.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from benchmarks.api.load import GROWTH_MIB, load
from db.engine import Database

pytestmark = [pytest.mark.http, pytest.mark.realdata]

SECONDS = float(os.environ.get("LOAD_SECONDS", "60"))


def test_reads_and_writes_go_on(loaded_copy: Database, tmp_path: Path) -> None:
    log = tmp_path / "server.log"
    url = loaded_copy.url.render_as_string(hide_password=False)
    loaded = load(url, reads=100, writes=10, seconds=SECONDS, log=log)
    assert loaded.errors == [], log.read_text("utf-8")[-3000:]
    assert len(loaded.read_s) == round(100 * SECONDS)
    assert len(loaded.acknowledged) == round(10 * SECONDS) + 1  # and one to warm up
    assert loaded.lost == []
    assert loaded.growth_mib < GROWTH_MIB
