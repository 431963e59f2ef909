"""What people ask of runs and alerts on the command line."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from backbonedb.cli import main
from db.alerts import Alert
from db.engine import Database
from db.speed import BenchmarkRun
from tests.support import ingest
from tests.watch.bench_lines import NIGHT, ending, measurement, name, opening, run_id, text
from watch.alerts import series_id
from watch.history import SeriesKey

LATER = NIGHT + timedelta(days=1)


def lines(started_at: object = NIGHT, factor: float = 1.0) -> str:
    assert started_at in (NIGHT, LATER)
    moment = NIGHT if started_at == NIGHT else LATER
    figures = []
    for model, speed in (("resnet50", 50.0), ("vgg11", 20.0 * factor)):
        times = [1000 / speed * (1 + 0.001 * (at % 7)) for at in range(60)]
        figures.append(measurement(model, speed, moment, samples_ms=times, sample_count=len(times)))
    return text([opening(moment), *figures, ending(moment)])


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main(list(arguments))
    return int(ended.value.code or 0)


@pytest.fixture
def url(database: Database) -> str:
    return f"--url={database.url.render_as_string(hide_password=False)}"


def test_compare_files_and_runs(
    database: Database, url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ingest(database, name(), lines())
    other = tmp_path / "other.jsonl"
    other.write_text(lines(LATER, 0.8))
    assert run("bench", "compare", f"bench-{run_id(NIGHT)}", str(other), url) == 0
    out, err = capsys.readouterr()
    header, row = out.splitlines()
    assert header.split("\t")[:4] == ["model", "img_size", "batch_size", "a"]
    assert row.split("\t")[:6] == ["vgg11", "224", "1", "19.94", "15.95", "-20.0%"]
    assert err == "1 of 2 pairs differ by 2 % or more\n"
    assert run("bench", "compare", str(other), str(other), "--all", url) == 0
    assert len(capsys.readouterr().out.splitlines()) == 3


def test_compare_with_what_is_not_there(
    url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("bench", "compare", "bench-x", "bench-y", url) == 1
    assert capsys.readouterr().err == (
        "backbonedb: bench-x is neither a file nor a run in the database\n"
    )
    one, other = tmp_path / "one.jsonl", tmp_path / "other.jsonl"
    one.write_text(text([opening(), measurement("a")]))
    other.write_text(text([opening(), measurement("b")]))
    assert run("bench", "compare", str(one), str(other), url) == 1
    assert "have no measurement in common" in capsys.readouterr().err


@pytest.fixture
def two_alerts(database: Database) -> None:
    ingest(database, name(), lines())
    with database.writing() as session:
        night = session.scalars(select(BenchmarkRun)).one()
        for at, (model, ratio) in enumerate((("resnet50", 0.9), ("vgg11", 0.97))):
            key = SeriesKey(
                model, 224, 1, "infer", "fp32", "nchw", "off", "abacus", "backbonedb-median 1"
            )
            session.add(
                Alert(
                    kind="regression",
                    device_key="abacus",
                    series_id=series_id(session, key),
                    run_id=night.id,
                    state="open",
                    ratio=ratio,
                    text=f"{model} is slower",
                    raised_at=NIGHT + timedelta(days=at),
                )
            )


@pytest.mark.usefixtures("two_alerts")
def test_regressions_are_filtered(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    def models(*options: str) -> list[str]:
        status = run("regressions", "--format=json", *options, url)
        found = [row["model"] for row in json.loads(capsys.readouterr().out)]
        assert status == (3 if found else 0)
        return found

    assert models() == ["vgg11", "resnet50"]
    assert models("--min-change=5") == ["resnet50"]
    assert models("--since=2026-03-02") == ["vgg11"]
    assert models("--since=2026-03-02T01:00:00.5Z") == []
    assert models("--since=7d") == []
    assert models("--environment=other") == []
    assert models("--environment=aba") == ["vgg11", "resnet50"]
    assert run("regressions", "--since=yesterday", url) == 2


@pytest.mark.usefixtures("two_alerts")
def test_alerts_are_judged_and_held_to_account(
    url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("alerts", "judge", "1", "noise", "--by=kim", url) == 0
    assert run("alerts", "accept", "2", "--by=kim", url) == 0
    assert run("alerts", "list", "--format=json", url) == 0
    out, err = capsys.readouterr()
    listed = json.loads(out[out.index("[") :])
    assert [(row["state"], row["verdict"]) for row in listed] == [
        ("accepted", "real"),
        ("closed", "noise"),
    ]
    assert err == "50% of 2 judged alerts about models were real\n"
    assert run("alerts", "mute", "1", url) == 0
    assert capsys.readouterr().out == "alert 1 is muted: resnet50 is slower\n"
    assert run("alerts", "judge", "77", "real", url) == 1
    assert capsys.readouterr().err == (
        "backbonedb: there is no alert 77: see `backbonedb alerts list`\n"
    )
