from __future__ import annotations

from pathlib import Path

import pytest

from tests.bench.abacus import make_abacus


@pytest.fixture
def abacus(tmp_path: Path) -> str:
    """Path of an interpreter that answers without torch."""
    return make_abacus(tmp_path)
