from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bench.cases import Case
from bench.errors import BenchError
from bench.records import append, cut_torn_line, read


def result(model: str, **facts: Any) -> dict[str, Any]:
    return {
        "model": model,
        "img_size": 224,
        "batch_size": 1,
        "is_max_batch_size": False,
        "repeat": 1,
        "status": "ok",
        **facts,
    }


@pytest.mark.parametrize(
    ("path", "reason"),
    [("missing/x.jsonl", "No such file or directory"), (".", "Is a directory")],
)
def test_a_file_that_cannot_be_written_is_one_line(tmp_path: Path, path: str, reason: str) -> None:
    with pytest.raises(BenchError, match=f"cannot be written: {reason}$"):
        append(tmp_path / path, "run", {"run_id": "a"})


def test_what_is_appended_is_read(tmp_path: Path) -> None:
    out = tmp_path / "run.jsonl"
    append(out, "run", {"run_id": "a"})
    append(out, "control", result("resnet18", position="start"))
    append(out, "measurement", result("vit_이다"))
    append(out, "measurement", result("largest", batch_size=96, is_max_batch_size=True))
    recorded = read(out)
    assert recorded.run is not None
    assert recorded.run["run_id"] == "a"
    assert list(recorded.results) == [
        Case(model="vit_이다", img_size=224, batch_size=1),
        Case(model="largest", img_size=224, batch_size=None),
    ]
    assert len(recorded.controls) == 1
    assert not recorded.is_ended
    append(out, "end", {"run_id": "a"})
    assert read(out).is_ended
    assert all(json.loads(line)["schema_version"] == 1 for line in out.read_text().splitlines())


def test_figures_that_are_no_numbers_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="Out of range float"):
        append(tmp_path / "run.jsonl", "measurement", {"step_time_ms": float("nan")})
    assert not (tmp_path / "run.jsonl").exists()


def test_every_torn_end_is_cut_and_the_rest_is_kept(tmp_path: Path) -> None:
    out = tmp_path / "run.jsonl"
    append(out, "run", {"run_id": "a"})
    append(out, "measurement", result("first"))
    whole = out.read_bytes()
    append(out, "measurement", result("second"))
    data = out.read_bytes()
    for length in range(len(whole), len(data) + 1):
        out.write_bytes(data[:length])
        was_torn = cut_torn_line(out)
        recorded = read(out)
        is_whole = length == len(data)
        assert was_torn == (not is_whole and length > len(whole))
        assert [case.model for case in recorded.results] == ["first", "second"][: 1 + is_whole]
        assert recorded.damaged == []


def test_damaged_lines_are_named_and_others_kept(tmp_path: Path) -> None:
    out = tmp_path / "run.jsonl"
    append(out, "run", {"run_id": "a"})
    with out.open("a") as file:
        file.write('{"schema_version":1,"type":"measurem\n[1]\n{"schema_version":1,"type":"x"}\n')
    append(out, "measurement", result("kept"))
    recorded = read(out)
    assert recorded.damaged == [2, 3, 4]
    assert [case.model for case in recorded.results] == ["kept"]


def test_another_schema_version_is_refused(tmp_path: Path) -> None:
    out = tmp_path / "run.jsonl"
    out.write_text('{"schema_version":2,"type":"run"}\n')
    with pytest.raises(BenchError, match=r"run\.jsonl:1: schema_version 2"):
        read(out)


def test_a_missing_file_is_an_empty_one(tmp_path: Path) -> None:
    assert read(tmp_path / "none").results == {}
    assert not cut_torn_line(tmp_path / "none")
