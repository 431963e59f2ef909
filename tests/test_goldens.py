from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
pytestmark = pytest.mark.checkout

_spec = importlib.util.spec_from_file_location("goldens", ROOT / "scripts" / "goldens.py")
assert _spec is not None and _spec.loader is not None
goldens = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(goldens)


@pytest.mark.parametrize("name", sorted(goldens.GOLDENS))
def test_generated_text_agrees_with_the_code(name: str) -> None:
    kept = (ROOT / name).read_text("utf-8")
    assert kept == goldens.GOLDENS[name](), f"{name}: run `make goldens` and read the difference"
