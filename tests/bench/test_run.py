"""Whole runs of the command, with an interpreter that answers without torch (see conftest)."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bench.cases import Settings
from bench.errors import BenchError
from bench.plan import Request, make_plan
from bench.progress import Progress
from bench.run import execute
from bench.stopping import Stopping
from tests.bench.abacus import make_abacus

ROOT = Path(__file__).resolve().parents[2]
SIX = [f"--models=model_{number}" for number in range(6)]


@pytest.fixture
def abacus(tmp_path: Path) -> str:
    """Path of an interpreter that answers without torch."""
    return make_abacus(tmp_path)


def command(abacus: str, *options: str) -> list[str]:
    return [sys.executable, "-m", "bench", "run", "--python", abacus, *options]


def bench(
    abacus: str, *options: str, folder: Path, **variables: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command(abacus, *options),
        cwd=ROOT,
        env={**os.environ, "TMPDIR": str(folder), **variables},
        capture_output=True,
        text=True,
        timeout=60,
    )


def lines(path: Path, kind: str) -> list[dict[str, Any]]:
    records = [json.loads(line) for line in path.read_text().splitlines()]
    return [record for record in records if record["type"] == kind]


def test_results_controls_and_end(abacus: str, tmp_path: Path) -> None:
    out = tmp_path / "run.jsonl"
    done = bench(abacus, *SIX, "--batch-sizes=1,32", f"--out={out}", folder=tmp_path)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.splitlines()[-1] == f"{out}: 12 ok"
    run, end = lines(out, "run"), lines(out, "end")
    assert len(run) == len(end) == 1
    assert run[0]["settings"]["device"] == "cpu"
    assert end[0]["statuses"] == {"ok": 12}
    assert end[0]["control_drift"] == 0
    assert [record["position"] for record in lines(out, "control")] == ["start", "middle", "end"]
    results = lines(out, "measurement")
    asked = {(f"model_{number}", batch) for number in range(6) for batch in (1, 32)}
    assert {(record["model"], record["batch_size"]) for record in results} == asked
    assert {record["run_id"] for record in results} == {run[0]["run_id"]}


def test_a_crash_and_a_hang_are_results(abacus: str, tmp_path: Path) -> None:
    out = tmp_path / "run.jsonl"
    options = ["--models=model_*", "--timeout=1", "--control=off", "--quiet", f"--out={out}"]
    done = bench(abacus, *options, folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    by_model = {record["model"]: record for record in lines(out, "measurement")}
    assert len(by_model) == 8
    assert by_model["model_6"]["status"] == "error"
    assert "SIGSEGV" in by_model["model_6"]["reason"]
    assert (by_model["model_7"]["status"], by_model["model_7"]["reason"]) == (
        "timeout",
        "not done after 1 s",
    )


def test_max_says_what_fitted(abacus: str, tmp_path: Path) -> None:
    out = tmp_path / "run.jsonl"
    options = ["--models=model_1", "--batch-sizes=max,48", "--control=off", f"--out={out}"]
    assert bench(abacus, *options, folder=tmp_path).returncode == 0
    found = {record["is_max_batch_size"]: record for record in lines(out, "measurement")}
    assert found[True]["batch_size"] == found[False]["batch_size"] == 48
    assert found[True]["batch_size_stopped_by"] == "memory"


def test_dry_run_measures_nothing(abacus: str, tmp_path: Path) -> None:
    out = tmp_path / "run.jsonl"
    done = bench(abacus, *SIX, "--dry-run", f"--out={out}", folder=tmp_path)
    assert done.returncode == 0
    assert len(done.stdout.splitlines()) == 7
    assert done.stdout.splitlines()[-1].startswith("6 measurements on Abacus, about ")
    assert not out.exists()


def test_resume_leaves_out_what_is_done(abacus: str, tmp_path: Path) -> None:
    out = tmp_path / "run.jsonl"
    first = bench(abacus, *SIX[:4], f"--out={out}", folder=tmp_path)
    again = bench(abacus, *SIX, f"--out={out}", folder=tmp_path)
    more = bench(abacus, *SIX, f"--out={out}", "--resume", folder=tmp_path)
    assert (first.returncode, again.returncode, more.returncode) == (0, 1, 0)
    assert again.stderr == (
        f"python -m bench: {out} exists: go on with it by --resume, or name another --out\n"
    )
    assert len(lines(out, "measurement")) == 6
    assert len({record["run_id"] for record in lines(out, "measurement")}) == 1


def test_a_damaged_line_is_named_and_measured_again(abacus: str, tmp_path: Path) -> None:
    out = tmp_path / "run.jsonl"
    assert bench(abacus, *SIX, f"--out={out}", "--control=off", folder=tmp_path).returncode == 0
    whole = out.read_text().splitlines()
    lost = json.loads(whole[2])["model"]
    out.write_text("\n".join([*whole[:2], whole[2][:40], *whole[3:], ""]))
    again = bench(abacus, *SIX, f"--out={out}", "--control=off", "--resume", folder=tmp_path)
    assert again.returncode == 0
    assert f"{out}:3: not a record of a run: left out" in again.stderr
    assert json.loads(out.read_text().splitlines()[-2])["model"] == lost
    assert f"{out}: 1 ok" in again.stderr

    out.write_text("\n".join([whole[0][:40], *whole[1:], ""]))
    refused = bench(abacus, *SIX, f"--out={out}", "--resume", folder=tmp_path)
    assert refused.returncode == 1
    assert f"{out}:1: damaged, and no line says what run this is" in refused.stderr


@pytest.mark.parametrize(
    ("options", "variables", "reason"),
    [
        (["--threads=1"], {}, "settings threads None (now 1)"),
        (["--machine=other"], {}, "machine None (now other)"),
        (["--time-scale=0.5"], {}, "time_scale 1.0 (now 0.5)"),
        ([], {"ABACUS_TORCH": "2.10.0"}, "software torch 2.9.1 (now 2.10.0)"),
    ],
)
def test_a_file_is_one_run(
    abacus: str, tmp_path: Path, options: list[str], variables: dict[str, str], reason: str
) -> None:
    out = tmp_path / "run.jsonl"
    assert bench(abacus, *SIX[:1], f"--out={out}", folder=tmp_path).returncode == 0
    before = out.read_bytes()
    refused = bench(
        abacus, *SIX, f"--out={out}", "--resume", *options, folder=tmp_path, **variables
    )
    assert refused.returncode == 1
    assert refused.stderr == (
        f"python -m bench: {out} was begun with {reason}: a file is one run, name another --out\n"
    )
    assert out.read_bytes() == before


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        ([], "name what to measure: --models PATTERN"),
        (["--models=model_1", "--precision=tf32"], "--precision tf32: an abacus has no tf32"),
        (["--models=model_1", "--time-scale=0"], "--time-scale 0.0: must be above 0"),
        (["--like=nowhere.jsonl:3"], "--like nowhere.jsonl:3: name a measurement's FILE:LINE"),
    ],
)
def test_bad_input(abacus: str, tmp_path: Path, options: list[str], reason: str) -> None:
    done = bench(abacus, *options, f"--out={tmp_path / 'run.jsonl'}", folder=tmp_path)
    assert (done.returncode, done.stderr) == (1, f"python -m bench: {reason}\n")
    assert not (tmp_path / "run.jsonl").exists()


def test_no_such_interpreter(tmp_path: Path) -> None:
    done = bench("/no/python", "--models=a", folder=tmp_path)
    assert done.returncode == 1
    assert done.stderr.startswith("python -m bench: /no/python: No such file or directory")


def test_like_repeats_a_measurement(abacus: str, tmp_path: Path) -> None:
    first, second = tmp_path / "first.jsonl", tmp_path / "second.jsonl"
    options = ["--models=model_3", "--batch-sizes=32", "--precision=bf16", "--control=off"]
    assert bench(abacus, *options, f"--out={first}", folder=tmp_path).returncode == 0
    again = ["--control=off", f"--like={first}:2", f"--out={second}"]
    assert bench(abacus, *again, folder=tmp_path).returncode == 0
    assert lines(first, "run")[0]["settings"] == lines(second, "run")[0]["settings"]
    (record,) = lines(second, "measurement")
    assert (record["model"], record["batch_size"], record["img_size"]) == ("model_3", 32, 224)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_finishes_the_line_and_leaves_a_resumable_file(
    abacus: str, tmp_path: Path, number: signal.Signals
) -> None:
    out = tmp_path / "run.jsonl"
    options = [*SIX, "--batch-sizes=1,2,3,4,5,6,7,8", f"--out={out}"]
    environment = {**os.environ, "TMPDIR": str(tmp_path)}
    running = subprocess.Popen(
        command(abacus, *options), cwd=ROOT, env=environment, stderr=subprocess.PIPE, text=True
    )
    assert running.stderr is not None
    with running.stderr:
        running.stderr.readline()
        running.send_signal(number)
        rest = running.stderr.read()
    assert running.wait(20) == 130
    assert f"stopped: go on with --out {out} --resume" in rest
    stopped_at = len(lines(out, "measurement"))
    assert 1 <= stopped_at < 48
    assert lines(out, "end") == []
    assert bench(abacus, *options, "--resume", folder=tmp_path).returncode == 0
    assert len(lines(out, "measurement")) == 48


def test_a_second_run_on_the_device_is_refused_and_told_of_the_first(
    abacus: str, tmp_path: Path
) -> None:
    first, second = tmp_path / "first.jsonl", tmp_path / "second.jsonl"
    hangs = ["--models=model_7", "--control=off", f"--out={first}"]
    running = subprocess.Popen(
        command(abacus, *hangs), cwd=ROOT, env={**os.environ, "TMPDIR": str(tmp_path)}
    )
    try:
        while not first.exists():
            time.sleep(0.05)
        refused = bench(abacus, *SIX, f"--out={second}", folder=tmp_path)
    finally:
        running.kill()
        running.wait()
    assert refused.returncode == 1
    assert f"cpu is in use: process {running.pid} measures into {first} since " in refused.stderr
    assert not second.exists()


def test_killed_at_twenty_moments_nothing_is_lost_or_double(abacus: str, tmp_path: Path) -> None:
    out = tmp_path / "run.jsonl"
    options = [*SIX, "--batch-sizes=1,2,3,4,5,6,7,8", "--quiet", f"--out={out}", "--resume"]
    environment = {**os.environ, "TMPDIR": str(tmp_path)}
    moments = random.Random(5)
    finished: list[str] = []
    for _ in range(20):
        running = subprocess.Popen(command(abacus, *options), cwd=ROOT, env=environment)
        time.sleep(moments.uniform(0.1, 1.2))
        running.kill()
        running.wait()
        whole = [line for line in _text(out).split("\n")[:-1] if '"type":"measurement"' in line]
        assert whole[: len(finished)] == finished
        finished = whole
    assert finished
    assert bench(abacus, *options, folder=tmp_path).returncode == 0
    results = lines(out, "measurement")
    asked = {(f"model_{number}", batch) for number in range(6) for batch in range(1, 9)}
    assert sorted((record["model"], record["batch_size"]) for record in results) == sorted(asked)
    assert lines(out, "end")


def _text(path: Path) -> str:
    return path.read_text() if path.exists() else ""


def test_no_measurement_begins_after_the_budget(
    abacus: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "run.jsonl"
    request = Request(
        settings=Settings(device="cpu"), models=("model_1",), out=out, budget_s=0, python=abacus
    )
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    outcome = execute(request, make_plan(request), Progress, Stopping())
    assert outcome.is_complete
    assert outcome.statuses == {}
    assert len(lines(out, "end")) == 1


def test_what_another_process_measured_since_the_plan_was_made_is_left_out(
    abacus: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "run.jsonl"
    models = tuple(f"model_{number}" for number in range(6))
    request = Request(
        settings=Settings(device="cpu"), models=models, out=out, is_resume=True, python=abacus
    )
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    plan, late = make_plan(request), make_plan(request)
    execute(request, plan, Progress, Stopping())
    with out.open("a") as file:
        file.write('{"schema_version":1,"type":"measu')  # it was killed then
    assert execute(request, late, Progress, Stopping()).statuses == {}
    assert sorted(record["model"] for record in lines(out, "measurement")) == sorted(models)
    with pytest.raises(BenchError, match="exists: go on with it"):
        execute(replace(request, is_resume=False), late, Progress, Stopping())
