"""Whole nights by the command, with an interpreter that answers without torch (see abacus)."""

from __future__ import annotations

import math
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import delete, func, select, table

from backbonedb.cli import main
from backbonedb.nightly import Job
from backbonedb.nightly_settings import read_settings
from bench.progress import Progress
from bench.stopping import Stopping
from db.alerts import Alert, ChangePoint
from db.engine import Database
from db.errors import BackboneError
from db.migrate import upgrade
from db.speed import BenchmarkRun, Measurement, MeasurementSamples
from tests.bench.abacus import make_abacus
from tests.support import ingest
from tests.watch.bench_lines import ending, measurement, name, opening, text
from watch.alerts import record
from watch.evaluate import evaluate
from watch.report import report

MODELS = [f"model_{number}" for number in range(6)]
TONIGHT = datetime(2026, 3, 11, 1, 0, tzinfo=UTC)
SPEED = 1000 / 17


@pytest.fixture
def abacus(tmp_path: Path) -> str:
    """Path of an interpreter that answers without torch."""
    return make_abacus(tmp_path)


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setenv("BACKBONEDB_AUTO_PUBLISH", "0")
    monkeypatch.setenv("BACKBONEDB_NIGHTS", str(tmp_path / "nights"))


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    path = tmp_path / "nightly.toml"
    path.write_text(f'models = {MODELS}\nmachine = "lab"\nwatch = ["model_4"]\n')
    return path


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main(list(arguments))
    return int(ended.value.code or 0)


def nightly(
    database: Database, abacus: str, settings: Path, *, now: datetime = TONIGHT, budget: str = "10m"
) -> int:
    return run(
        "bench",
        "nightly",
        f"--url={database.url.render_as_string(hide_password=False)}",
        f"--python={abacus}",
        f"--settings={settings}",
        f"--budget={budget}",
        f"--now={now.isoformat()}",
    )


def abacus_opening(started_at: datetime, memory_mib: int = 1024) -> dict[str, Any]:
    """The opening line of a run on what abacus says it is."""
    run_lines = opening(started_at)
    run_lines["environment"] |= {
        "device": {"kind": "cpu", "name": "Abacus", "count": 1, "memory_mib": None},
        "host": {
            "cpu_model": "Abacus",
            "cpu_count": 2,
            "memory_mib": memory_mib,
            "os": "Linux",
            "python": "3.11.7",
        },
    }
    return run_lines


def earlier_nights(database: Database, count: int = 10, memory_mib: int = 1024) -> None:
    """Nights of the same series before tonight, each a little different from the other."""
    for night in range(count):
        started_at = TONIGHT - timedelta(days=count - night)
        run_lines = abacus_opening(started_at, memory_mib)
        figures = [
            measurement(model, SPEED * (1 + 0.004 * math.sin(7 * night + at)), started_at)
            for at, model in enumerate(MODELS)
        ]
        ingest(database, name(started_at), text([run_lines, *figures, ending(started_at)]))


def alerts(database: Database) -> list[tuple[str, str | None]]:
    with database.reading() as session:
        found = session.scalars(select(Alert).order_by(Alert.id)).all()
        return [(alert.kind, alert.series.model if alert.series else None) for alert in found]


def test_the_first_night(
    database: Database, abacus: str, settings: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert nightly(database, abacus, settings) == 0
    told = capsys.readouterr().out
    assert told.startswith("# Nothing changed\n")
    assert "measured: 6 ok" in told
    assert "watched: 0 series; 6 are too young (under 8 nights)" in told
    assert alerts(database) == []
    with database.reading() as session:
        measured = session.scalars(select(Measurement.name_written)).all()
        night = session.scalars(select(BenchmarkRun)).one()
    assert sorted(measured) == MODELS
    assert (night.purpose, night.night) == ("nightly", TONIGHT.astimezone().date().isoformat())


def test_a_model_slowed_by_a_fifth_is_one_alert(
    database: Database,
    abacus: str,
    settings: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    earlier_nights(database)
    monkeypatch.setenv("ABACUS_SLOW", "model_3:1.25")
    assert nightly(database, abacus, settings) == 3
    told = capsys.readouterr().out
    assert told.startswith("# 1 slower\n")
    assert "| model_3 224 px, batch 1 | 47.06 | 58.8" in told
    assert "| -20.0% | " in told
    assert alerts(database) == [("regression", "model_3")]
    with database.reading() as session:
        repeats = session.scalars(
            select(Measurement.repeat)
            .where(Measurement.name_written == "model_3")
            .order_by(Measurement.run_id.desc(), Measurement.repeat)
            .limit(3)
        ).all()
        alert = session.scalars(select(Alert)).one()
    assert repeats == [1, 2, 3]
    assert alert.ratio == pytest.approx(0.8, abs=0.005)
    assert alert.q_value is not None
    assert alert.q_value < 0.05

    # The next night it is as slow: the alert stays the only one, and is named as open.
    assert nightly(database, abacus, settings, now=TONIGHT + timedelta(days=1)) == 0
    assert "## Still open" in capsys.readouterr().out
    assert alerts(database) == [("regression", "model_3")]


def test_an_ordinary_night_raises_nothing(
    database: Database, abacus: str, settings: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    earlier_nights(database)
    assert nightly(database, abacus, settings) == 0
    assert "watched: 6 series; 0 are too young" in capsys.readouterr().out
    assert alerts(database) == []


def test_a_little_more_memory_is_the_same_device_with_the_same_software(
    database: Database, abacus: str, settings: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    earlier_nights(database, memory_mib=1025)
    assert nightly(database, abacus, settings) == 0
    assert "watched: 6 series; 0 are too young" in capsys.readouterr().out
    assert alerts(database) == []


def test_what_was_not_measured_again_is_told_and_no_alert(database: Database) -> None:
    earlier_nights(database)
    figures = [
        measurement(model, SPEED * (0.8 if model == "model_3" else 1), TONIGHT) for model in MODELS
    ]
    ingest(database, name(TONIGHT), text([abacus_opening(TONIGHT), *figures, ending(TONIGHT)]))
    with database.writing() as session:
        night = session.scalars(select(BenchmarkRun).order_by(BenchmarkRun.id.desc())).first()
        assert night is not None
        evaluation = evaluate(session, night.id)
        assert record(session, evaluation, TONIGHT) == []
        told = report(session, evaluation, [])
    assert "- 1 looked off but could not be measured again often enough" in told


def test_a_night_is_published(
    database: Database,
    abacus: str,
    settings: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.delenv("BACKBONEDB_AUTO_PUBLISH")
    monkeypatch.setenv("BACKBONEDB_WAREHOUSE", str(tmp_path / "warehouse"))
    assert nightly(database, abacus, settings) == 0
    capsys.readouterr()
    assert (
        run("sql", "SELECT name_written, status FROM measurements ORDER BY 1", "--format=csv") == 0
    )
    assert capsys.readouterr().out.splitlines()[1:] == [f"{model},ok" for model in MODELS]


def test_new_software_is_one_environment_change(
    database: Database,
    abacus: str,
    settings: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    earlier_nights(database)
    monkeypatch.setenv("ABACUS_TORCH", "2.10.0")
    monkeypatch.setenv("ABACUS_SLOW", "all:1.1")
    assert nightly(database, abacus, settings) == 4
    assert "new software: torch 2.9.1 -> 2.10.0; throughput of 6 series moved by -9.1%" in (
        capsys.readouterr().out
    )
    assert alerts(database) == [("environment_change", None)]
    # The spread carries over: the night after is watched, against the new level.
    assert nightly(database, abacus, settings, now=TONIGHT + timedelta(days=1)) == 0
    assert "watched: 6 series" in capsys.readouterr().out
    with database.reading() as session:
        kinds = session.execute(
            select(ChangePoint.kind, func.count()).group_by(ChangePoint.kind)
        ).all()
    assert [tuple(row) for row in kinds] == [("environment", 6)]


def test_all_models_together_are_one_alert(
    database: Database, abacus: str, settings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    earlier_nights(database)
    monkeypatch.setenv("ABACUS_SLOW", "all:1.1")
    assert nightly(database, abacus, settings) == 4
    assert alerts(database) == [("common_mode", None)]
    assert nightly(database, abacus, settings, now=TONIGHT + timedelta(days=1)) == 0
    assert alerts(database) == [("common_mode", None)]


def test_what_moves_otherwise_with_all_is_named_in_their_alert(
    database: Database,
    abacus: str,
    settings: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    earlier_nights(database)
    monkeypatch.setenv("ABACUS_SLOW", "all:1.1,model_3:1.5")
    assert nightly(database, abacus, settings) == 4
    assert alerts(database) == [("common_mode", None)]
    told = capsys.readouterr().out
    assert "moved together by -9.1% without new software; otherwise moved model_3 224 px" in told
    assert "batch 1 (-39." in told
    with database.reading() as session:
        ratios = session.execute(select(ChangePoint.kind, ChangePoint.ratio)).all()
    assert [kind for kind, _ in ratios] == ["detected"] * 6
    assert min(ratio or 1 for _, ratio in ratios) == pytest.approx(0.606, abs=0.005)


def test_accepting_starts_a_new_level(
    database: Database, abacus: str, settings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    earlier_nights(database)
    monkeypatch.setenv("ABACUS_SLOW", "model_3:1.25")
    nightly(database, abacus, settings)
    url = f"--url={database.url.render_as_string(hide_password=False)}"
    assert run("regressions", url) == 3
    assert run("alerts", "accept", "1", "--remark=a fix costs this", url) == 0
    assert run("regressions", url) == 0
    assert nightly(database, abacus, settings, now=TONIGHT + timedelta(days=1)) == 0
    assert alerts(database) == [("regression", "model_3")]
    monkeypatch.delenv("ABACUS_SLOW")
    assert nightly(database, abacus, settings, now=TONIGHT + timedelta(days=2)) == 0
    assert alerts(database) == [("regression", "model_3"), ("improvement", "model_3")]


def test_a_night_that_cannot_be_ingested_says_where_its_figures_are(
    database: Database, abacus: str, settings: Path, tmp_path: Path
) -> None:
    def lose_the_database(total: int) -> Progress:
        with database.connecting() as connection, connection.begin():
            connection.execute(delete(table("alembic_version")))
        return Progress(total, is_quiet=True)

    job = Job(
        database=database,
        settings=read_settings(settings),
        folder=tmp_path / "nights",
        budget_s=600,
        python=abacus,
        progress=lose_the_database,
        stopping=Stopping(),
        now=lambda: TONIGHT,
    )
    with pytest.raises(BackboneError, match=r"what was measured is in .*backbonedb ingest bench "):
        job.run()
    (file,) = (tmp_path / "nights").glob("*.jsonl")
    assert file.read_text().count('"type":"measurement"') == 6


def test_the_budget_and_the_watch_list_decide(
    database: Database, abacus: str, settings: Path
) -> None:
    assert nightly(database, abacus, settings, budget="70s") == 0
    with database.reading() as session:
        first = set(session.scalars(select(Measurement.name_written)))
    assert "model_4" in first
    assert 1 < len(first) < 6
    assert nightly(database, abacus, settings, now=TONIGHT + timedelta(1), budget="70s") == 0
    with database.reading() as session:
        both = session.scalars(select(Measurement.name_written)).all()
    # The watch list again, then what was never measured.
    assert both.count("model_4") == 2
    assert len(set(both)) == 2 * len(first) - 1 or set(both) == set(MODELS)


def test_a_watched_model_need_not_be_among_the_others(
    database: Database, abacus: str, tmp_path: Path
) -> None:
    path = tmp_path / "nightly.toml"
    path.write_text('models = ["model_1"]\nmachine = "lab"\nwatch = ["model_5"]\n')
    assert nightly(database, abacus, path) == 0
    with database.reading() as session:
        assert set(session.scalars(select(Measurement.name_written))) == {"model_1", "model_5"}


def test_a_night_that_was_killed_is_taken_by_the_next(
    database: Database,
    abacus: str,
    settings: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    earlier_nights(database)
    folder = tmp_path / "nights"
    monkeypatch.setenv("ABACUS_TORCH", "2.10.0")
    with Database(f"sqlite:///{tmp_path / 'other.sqlite3'}") as other:
        upgrade(other)
        assert nightly(other, abacus, settings) == 0
    # As if it had been killed in the middle of a line, before its database heard of it.
    (file,) = folder.glob("*.jsonl")
    *lines, torn, _ = file.read_text().splitlines(keepends=True)
    file.write_text("".join([*lines, torn[:100]]))
    file.with_suffix(".md").unlink()
    (folder / "nightly-20260310T010000Z.jsonl").write_text("no run\n")
    capsys.readouterr()
    assert nightly(database, abacus, settings, now=TONIGHT + timedelta(1)) == 0
    # Its new software was found then, and not in the night after it.
    assert alerts(database) == [("environment_change", None)]
    with database.reading() as session:
        nights = set(session.scalars(select(Measurement.run_id)))
    assert len(nights) == 12
    assert sorted(path.name for path in folder.glob("*.md")) == [
        "nightly-20260311T010000Z.md",
        "nightly-20260312T010000Z.md",
    ]


def test_a_clock_behind_the_last_night_is_refused(
    database: Database, abacus: str, settings: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    nightly(database, abacus, settings)
    capsys.readouterr()
    assert nightly(database, abacus, settings, now=TONIGHT - timedelta(days=2)) == 1
    assert capsys.readouterr().err.startswith("backbonedb: the clock says 2026-03-09 01:00 UTC, ")
    with database.reading() as session:
        assert session.scalar(select(func.count()).select_from(BenchmarkRun)) == 1


def test_status_tells_of_missing_nights(
    database: Database, abacus: str, settings: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    url = f"--url={database.url.render_as_string(hide_password=False)}"
    assert run("bench", "status", url) == 0
    nightly(database, abacus, settings)
    capsys.readouterr()
    assert run("bench", "status", url, f"--now={(TONIGHT + timedelta(hours=20)).isoformat()}") == 0
    assert "last night 2026-03-11 01:00 UTC, complete" in capsys.readouterr().out
    late = f"--now={(TONIGHT + timedelta(hours=40)).isoformat()}"
    assert run("bench", "status", url, late) == 4
    assert run("bench", "status", url, late) == 4
    assert alerts(database) == [("missed_night", None)]
    nightly(database, abacus, settings, now=TONIGHT + timedelta(hours=41))
    assert run("bench", "status", url, f"--now={(TONIGHT + timedelta(hours=42)).isoformat()}") == 0
    with database.reading() as session:
        assert session.scalars(select(Alert.state)).all() == ["closed"]


def test_samples_are_kept_for_so_many_nights(
    database: Database, abacus: str, settings: Path
) -> None:
    earlier_nights(database)
    settings.write_text(settings.read_text() + "samples_nights = 5\n")
    nightly(database, abacus, settings)
    with database.reading() as session:
        assert session.scalar(select(func.count()).select_from(MeasurementSamples)) == 5 * 6
        assert session.scalar(select(func.count()).select_from(Measurement)) == 11 * 6


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("colour = 1", "colour: is not known; known are device, models"),
        ('batch_sizes = ["1"]', "batch_sizes: expected a list of counts"),
        ('precision = "fp8"', "precision: expected one of fp32"),
        ('compile = "jit"', "compile: --compile jit: use off"),
        ("models = 3", "models: expected a list of names"),
        ("models = [", "no TOML"),
    ],
)
def test_bad_settings(
    database: Database,
    abacus: str,
    tmp_path: Path,
    line: str,
    reason: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = tmp_path / "bad.toml"
    path.write_text(line + "\n")
    assert nightly(database, abacus, path) == 1
    error: Any = capsys.readouterr().err
    assert error.startswith(f"backbonedb: {path}")
    assert reason in error
