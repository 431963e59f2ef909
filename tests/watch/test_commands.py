"""What people ask of runs and alerts on the command line."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path
from xml.etree import ElementTree

import pytest
from sqlalchemy import select

from backbonedb.cli import main
from db.alerts import Alert, Series
from db.engine import Database
from db.speed import BenchmarkRun, Environment, Measurement
from tests.bench.abacus import make_abacus
from tests.support import ingest
from tests.watch.bench_lines import (
    NIGHT,
    ending,
    failure,
    measurement,
    name,
    opening,
    run_id,
    text,
)

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
    assert err == (
        "1 of 2 pairs differ by 2 % or more; the median pair by -10.6% (-20.0% to +0.0%)\n"
    )
    assert run("bench", "compare", str(other), str(other), "--all", url) == 0
    assert len(capsys.readouterr().out.splitlines()) == 3


def test_compare_environments_by_the_medians_of_their_runs(
    database: Database, url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for night in range(8):
        started_at = NIGHT + timedelta(days=night)
        torch = "2.9.1" if night < 4 else "2.10.0"
        factor = (1.0 if night < 4 else 0.8) * (1 + 0.002 * (night % 4))
        figures = [
            measurement("resnet50", 50.0, started_at),
            measurement("vgg11", 20.0 * factor, started_at),
        ]
        whole = [opening(started_at, software={"torch": torch}), *figures, ending(started_at)]
        ingest(database, name(started_at), text(whole))
    with database.reading() as session:
        old, new = session.scalars(select(Environment.slug).order_by(Environment.id)).all()
    assert run("bench", "compare", old, new, url) == 0
    out, err = capsys.readouterr()
    (row,) = out.splitlines()[1:]
    assert row.split("\t")[:6] == ["vgg11", "224", "1", "20.06", "16.05", "-20.0%"]
    assert err.startswith("1 of 2 pairs differ by 2 % or more")


def test_compare_other_settings(
    database: Database, url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ingest(database, name(), text([opening(), measurement("vgg11", 20.0), ending()]))
    other = tmp_path / "other.jsonl"
    run_lines = opening(LATER)
    run_lines["settings"]["precision"] = "bf16"
    once = measurement("vgg11", 30.0, LATER, samples_ms=[], sample_count=0)
    other.write_text(text([run_lines, once]))
    assert run("bench", "compare", f"bench-{run_id(NIGHT)}", str(other), "--all", url) == 0
    out, err = capsys.readouterr()
    assert out.splitlines()[1].split("\t")[5:8] == ["+50.0%", "", ""]
    assert err.splitlines() == [
        "other settings: a infer fp32 nchw off backbonedb-median 1, "
        "b infer bf16 nchw off backbonedb-median 1",
        "1 of 1 pairs have one figure on a side, hence no interval",
        "0 of 1 pairs differ by 2 % or more; the median pair by +50.0% (+50.0% to +50.0%)",
    ]


def test_compare_draws_a_picture(
    database: Database, url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one, other, picture = (tmp_path / file for file in ("one.jsonl", "other.jsonl", "p.svg"))
    one.write_text(lines())
    other.write_text(lines(LATER, 0.8))
    assert run("bench", "compare", str(one), str(other), "--all", f"--plot={picture}", url) == 0
    drawn = ElementTree.parse(picture).getroot()
    texts = [found.text for found in drawn.iter("{http://www.w3.org/2000/svg}text")]
    assert "vgg11 224 px, batch 1" in texts
    assert any(told and told.startswith("-20.0%") for told in texts)
    assert len(list(drawn.iter("{http://www.w3.org/2000/svg}circle"))) == 2
    capsys.readouterr()
    assert run("bench", "compare", str(one), str(other), f"--plot={tmp_path / 'p.png'}", url) == 1
    assert "name a file that ends in .svg" in capsys.readouterr().err


def test_like_takes_the_id_of_a_measurement(
    database: Database, url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run_lines = opening()
    run_lines["settings"] |= {"precision": "bf16", "layout": "nhwc"}
    first, largest = (
        measurement("model_2", batch_size=4, samples_per_second=80.0),
        failure("model_3", "oom", batch_size=None, is_max_batch_size=True),
    )
    ingest(database, name(), text([run_lines, first | {"step_time_ms": 50.0}, largest, ending()]))
    with database.reading() as session:
        ids = {row.name_written: row.id for row in session.scalars(select(Measurement))}
    options = [f"--python={make_abacus(tmp_path)}", "--control=off", "--quiet", url]
    for model, expected in (("model_2", (4, False)), ("model_3", (48, True))):
        out = tmp_path / f"{model}.jsonl"
        asked = ["bench", "run", f"--like={ids[model]}", f"--out={out}", *options]
        assert run(*asked) == 0, capsys.readouterr().err
        again, record = map(json.loads, out.read_text().splitlines()[:2])
        assert again["settings"] == run_lines["settings"]
        assert (record["model"], record["img_size"]) == (model, 224)
        assert (record["batch_size"], record["is_max_batch_size"]) == expected
    assert run("bench", "run", "--like=4711", *options) == 1
    assert capsys.readouterr().err == "backbonedb: there is no measurement 4711\n"


def test_upstreams_measurements_cannot_be_repeated(
    database: Database, url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    header = "model,infer_samples_per_sec,infer_step_time,infer_batch_size,infer_img_size"
    file = "benchmark-infer-amp-nchw-pt240-cu124-rtx4090.csv"
    ingest(database, file, f"{header}\nresnet18,1000.0,32.0,32,224\n")
    with database.reading() as session:
        (found,) = session.scalars(select(Measurement.id)).all()
    assert run("bench", "run", f"--like={found}", url) == 1
    assert "comes from timm's benchmark files" in capsys.readouterr().err


def test_compare_with_what_is_not_there(
    url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("bench", "compare", "bench-x", "bench-y", url) == 1
    assert capsys.readouterr().err == (
        "backbonedb: bench-x is neither a file, nor a run or an environment in the database\n"
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
            series = session.scalars(select(Series).where(Series.model == model)).one()
            session.add(
                Alert(
                    kind="regression",
                    device_key="abacus",
                    series_id=series.id,
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


@pytest.mark.usefixtures("two_alerts")
def test_a_decision_is_published(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BACKBONEDB_AUTO_PUBLISH", "yes")
    monkeypatch.setenv("BACKBONEDB_WAREHOUSE", str(tmp_path / "warehouse"))
    for decided in (
        ("judge", "1", "noise", "--by=kim"),
        ("mute", "1"),
        ("accept", "2", "--by=kim"),
    ):
        assert run("alerts", *decided, url) == 0
    capsys.readouterr()
    assert run("sql", "SELECT id, state FROM alerts ORDER BY id", "--format=csv") == 0
    assert capsys.readouterr().out.splitlines() == ["id,state", "1,muted", "2,accepted"]
    assert len(list((tmp_path / "warehouse" / "versions").iterdir())) == 3


@pytest.mark.usefixtures("two_alerts")
def test_what_is_real_is_heard_again(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("alerts", "mute", "1", url) == 0
    assert run("alerts", "judge", "1", "real", url) == 0
    assert capsys.readouterr().out.splitlines() == [
        "alert 1 is muted: resnet50 is slower",
        "alert 1 is open: resnet50 is slower",
    ]
