"""Measurements of timm's smallest models with torch itself, by the command."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.torch
ROOT = Path(__file__).resolve().parents[2]


def bench(folder: Path, *options: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Short measurements: the figures do not matter here."""
    return subprocess.run(
        [sys.executable, "-m", "bench", "run", "--time-scale=0.1", "--control=off", *options],
        cwd=ROOT,
        env={**os.environ, "TMPDIR": str(folder), **variables},
        capture_output=True,
        text=True,
        timeout=300,
    )


def results(path: Path) -> list[dict[str, Any]]:
    records = [json.loads(line) for line in path.read_text().splitlines()]
    return [record for record in records if record["type"] == "measurement"]


def test_a_model_is_measured_with_cost_and_memory(tmp_path: Path) -> None:
    out = tmp_path / "run.jsonl"
    done = bench(tmp_path, "--models=resnet18", f"--out={out}", "--batch-sizes=2", "--device=cpu")
    assert done.returncode == 0, done.stderr
    (record,) = results(out)
    assert record["status"] in {"ok", "unstable"}
    assert record["parameters"] == 11_689_512
    # timm's own table says 1.82 GMACs and 2.48 million activations.
    assert record["gmacs"] == pytest.approx(1.82, abs=0.01)
    assert record["macts"] == pytest.approx(2.48, abs=0.01)
    assert record["cost_counter"] == "torch.utils.flop_counter"
    assert record["is_output_finite"]
    assert record["sample_count"] == len(record["samples_ms"]) >= 3  # 30 on an idle machine
    assert record["samples_per_second"] == pytest.approx(2000 / record["step_time_ms"])
    assert record["step_time_p5_ms"] <= record["step_time_ms"] <= record["step_time_p95_ms"]
    assert record["peak_memory_bytes"] > 4 * record["parameters"]
    run = json.loads(out.read_text().splitlines()[0])
    assert run["environment"]["software"]["timm"]
    assert run["environment"]["device"]["kind"] == "cpu"


@pytest.mark.parametrize(
    "options",
    [
        ["--task=train"],
        ["--precision=bf16", "--layout=nhwc"],
        ["--precision=amp_bf16"],
        ["--task=train", "--precision=amp_bf16"],
        ["--img-size=192"],
    ],
    ids=" ".join,
)
def test_settings(tmp_path: Path, options: list[str]) -> None:
    out = tmp_path / "run.jsonl"
    done = bench(tmp_path, "--models=test_vit", "--device=cpu", f"--out={out}", *options)
    assert done.returncode == 0, done.stderr
    (record,) = results(out)
    assert record["status"] in {"ok", "unstable"}, record["reason"]
    assert record["is_output_finite"]


def test_a_model_that_cannot_take_a_size_is_a_result(tmp_path: Path) -> None:
    out = tmp_path / "run.jsonl"
    done = bench(
        tmp_path, "--models=test_resnet", "--models=test_vit", "--img-size=7", f"--out={out}"
    )
    assert done.returncode == 0, done.stderr
    by_model = {record["model"]: record for record in results(out)}
    assert by_model["test_vit"]["status"] == "error"
    assert by_model["test_vit"]["reason"]
    assert by_model["test_resnet"]["status"] in {"ok", "unstable"}


def test_out_of_memory_is_a_result_at_the_asked_batch_size(tmp_path: Path) -> None:
    out = tmp_path / "run.jsonl"
    options = ["--models=test_resnet", "--batch-sizes=10000000", "--device=cpu", f"--out={out}"]
    done = bench(tmp_path, *options)
    assert done.returncode == 0, done.stderr
    (record,) = results(out)
    assert (record["status"], record["batch_size"]) == ("oom", 10_000_000)
    assert "samples_per_second" not in record


def test_the_largest_batch_that_fits_is_searched_and_says_why_it_ended(tmp_path: Path) -> None:
    out = tmp_path / "run.jsonl"
    options = ["--models=test_vit", "--batch-sizes=max", "--device=cpu", "--time-scale=0.3"]
    options.append(f"--out={out}")
    done = bench(tmp_path, *options)
    assert done.returncode == 0, done.stderr
    (record,) = results(out)
    assert record["is_max_batch_size"]
    assert record["batch_size"] >= 1
    # Three tenths of the protocol's time: a step may take 0.6 s, long before memory is full.
    assert record["batch_size_stopped_by"].startswith("time: a step of ")


def test_compiling_takes_time_that_is_told(tmp_path: Path) -> None:
    out = tmp_path / "run.jsonl"
    options = ["--models=test_vit", "--compile=inductor", "--device=cpu", f"--out={out}"]
    done = bench(tmp_path, *options)
    assert done.returncode == 0, done.stderr
    (record,) = results(out)
    if any(map(shutil.which, ("g++", "clang++"))):
        assert record["status"] in {"ok", "unstable"}, record["reason"]
        assert record["is_output_finite"]
        assert record["compile_time_s"] > record["step_time_ms"] / 1000
    else:
        assert record["status"] == "error"
    run = json.loads(out.read_text().splitlines()[0])
    assert (run["settings"]["compile"], run["settings"]["compile_mode"]) == ("inductor", "default")


def test_without_a_compiler_compiling_is_an_error_with_its_reason(tmp_path: Path) -> None:
    out = tmp_path / "run.jsonl"
    options = ["--models=test_vit", "--compile=inductor", "--device=cpu", f"--out={out}"]
    done = bench(tmp_path, *options, CXX="/no/compiler")
    assert done.returncode == 0, done.stderr
    (record,) = results(out)
    assert record["status"] == "error"
    assert "compiler" in record["reason"].lower()


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (["--models=no_such_net"], "has no model 'no_such_net'"),
        (["--models=test_vit", "--device=cuda:99"], "no device 'cuda:99': this machine has cpu"),
        (["--models=test_vit", "--device=tpu"], "no device 'tpu'"),
        (
            ["--models=test_vit", "--device=cpu", "--precision=tf32"],
            "tf32 exists on NVIDIA",
        ),
    ],
)
def test_bad_input(tmp_path: Path, options: list[str], reason: str) -> None:
    done = bench(tmp_path, *options, f"--out={tmp_path / 'run.jsonl'}")
    assert done.returncode == 1
    assert reason in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert not (tmp_path / "run.jsonl").exists()
