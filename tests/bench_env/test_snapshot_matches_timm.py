"""The bundled snapshot against the timm that is installed (make test-bench)."""

from __future__ import annotations

import pytest

from ingest.snapshot import snapshot_lines
from ingest.sources.timm import bundled_registry_path, parse_registry

pytestmark = pytest.mark.torch


def test_bundled_snapshot_is_what_the_installed_timm_gives() -> None:
    timm = pytest.importorskip("timm")
    path = bundled_registry_path()
    bundled = path.read_text("utf-8")
    version = parse_registry(bundled, file=path.name).timm_version
    assert timm.__version__ == version, "the snapshot is of another timm: install that version"
    # Line by line: a failure names the architecture instead of half a megabyte of text.
    for expected, line in zip(snapshot_lines(), bundled.splitlines(), strict=True):
        assert line == expected
