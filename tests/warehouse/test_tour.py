"""The notebook docs/tour.ipynb: every cell runs, and its three pictures show something."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import matplotlib
import matplotlib.pyplot as plt
import orjson
import pytest

from warehouse.store import Version

NOTEBOOK = Path(__file__).resolve().parents[2] / "docs" / "tour.ipynb"

pytestmark = pytest.mark.realdata


def test_the_notebook_runs(
    real_versions: Callable[[str], Version],
    real_urls: Callable[[str], str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("BACKBONEDB_WAREHOUSE", str(real_versions("sqlite").folder.parents[1]))
    monkeypatch.setenv("BACKBONEDB_URL", real_urls("sqlite"))
    matplotlib.use("agg")
    notebook = orjson.loads(NOTEBOOK.read_bytes())
    names: dict[str, object] = {}
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            assert cell["outputs"] == []  # figures age; whoever opens it runs it
            exec(compile("".join(cell["source"]), cell["id"], "exec"), names)
    titles = [plt.figure(number).axes[0].get_title() for number in plt.get_fignums()]
    assert titles == [
        "ImageNet top-1 and throughput, rtx4090-pt291-cu128, amp",
        "Best ImageNet top-1 by year of the model",
        "Robustness drop",
    ]
    plt.close("all")
