"""Runs of the benchmark job into the database."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from db.alerts import Series
from db.engine import Database
from db.errors import GuardError, InputError
from db.metrics import METRICS, Metric
from db.provenance import Problem, SourceRow
from db.speed import BenchmarkRun, Environment, Measurement, MeasurementSamples
from ingest.sources.bench_job import read_run_file
from tests.support import all_rows, benchmark_csv, ingest
from tests.watch.bench_lines import NIGHT, ending, failure, measurement, name, opening, text
from watch.history import KEY_COLUMNS, SeriesKey, load

WHOLE = [
    opening(),
    measurement("resnet18", type="control", position="start"),
    measurement("resnet50", 50.0),
    measurement("resnet50", 400.0, batch_size=32, samples_per_second=12800.0),
    failure("vgg19", "oom"),
    failure("no_such_net", "error", batch_size=None, is_max_batch_size=True),
    measurement("vgg16", 20.0, status="unstable", reason="spread: 20% of the median"),
    ending(),
]


def test_a_run_with_its_environment_and_results(database: Database) -> None:
    assert ingest(database, name(), text(WHOLE)).counts is not None
    with database.reading() as session:
        run = session.scalars(select(BenchmarkRun)).one()
        environment = session.scalars(select(Environment)).one()
        rows = {
            (row.name_written, row.batch_size): row for row in session.scalars(select(Measurement))
        }
        samples = session.scalars(select(MeasurementSamples.samples_ms)).all()
        cells = session.scalars(select(SourceRow.cells)).all()
    assert (run.started_at, run.night, run.timezone) == (NIGHT, "2026-03-01", "Europe/Berlin")
    assert (run.protocol, run.protocol_version, run.purpose) == (
        "backbonedb-median",
        "1",
        "nightly",
    )
    assert run.finished_at == NIGHT + timedelta(hours=1)
    assert run.control_drift == 0.01
    assert environment.device_key == "abacus-2c-2gib@lab"
    assert environment.slug.startswith("abacus-2c-2gib@lab-pt291-")
    assert (environment.torch, environment.timm, environment.thread_count) == ("2.9.1", "1.0.31", 2)
    assert len(rows) == 5
    resnet = rows["resnet50", 1]
    assert (resnet.status, resnet.samples_per_second, resnet.step_time_ms) == ("ok", 50, 20)
    assert (resnet.peak_memory_mib, resnet.param_count) == (512, 25.557032)
    assert not resnet.is_contradictory
    assert rows["resnet50", 32].samples_per_second == 12800
    assert (rows["vgg19", 1].status, rows["vgg19", 1].reason) == ("oom", "it ended in oom")
    assert rows["no_such_net", None].is_max_batch_size
    assert rows["vgg16", 1].status == "unstable"
    assert sorted(samples) == ["[2.5,2.5,2.5]", "[20.0,20.0,20.0]", "[50.0,50.0,50.0]"]
    assert len(cells) == len(WHOLE)
    assert not any("samples_ms" in line for line in cells)


def test_every_measurement_with_a_batch_size_belongs_to_a_series(database: Database) -> None:
    """The same series that are compared from night to night, whatever came of a measurement."""
    later = NIGHT + timedelta(days=1)
    ingest(database, name(), text(WHOLE))
    ingest(
        database,
        name(later),
        text(
            [
                opening(later, software={"torch": "2.10.0"}),
                *(measurement("resnet50", 51.0, later, repeat=repeat) for repeat in (1, 2)),
                measurement("resnet50", 25.0, later, img_size=256),
            ]
        ),
    )
    inductor = NIGHT + timedelta(days=2)
    compiled = opening(inductor)
    compiled["settings"] |= {"compile": "inductor", "compile_mode": "max-autotune"}
    ingest(database, name(inductor), text([compiled, measurement("resnet50", 60.0, inductor)]))
    upstream = "benchmark-infer-amp-nchw-pt240-cu124-rtx4090.csv"
    ingest(database, upstream, benchmark_csv([("resnet50", 224, 256, 100)]))
    with database.reading() as session:
        rows = session.execute(
            select(
                Measurement.name_written,
                Measurement.img_size,
                Measurement.batch_size,
                BenchmarkRun.night,
                Measurement.series_id,
                Series,
            )
            .join(BenchmarkRun)
            .outerjoin(Series, Series.id == Measurement.series_id)
        ).all()
        history = load(session, "abacus-2c-2gib@lab")
    found: dict[int | None, set[str]] = {}
    for model, img_size, batch_size, night, series_id, series in rows:
        if batch_size is None or night is None:  # no size fitted; upstream's
            assert series_id is None
            continue
        assert (series.model, series.img_size, series.batch_size) == (model, img_size, batch_size)
        found.setdefault(series_id, set()).add(night)
    assert len(found) == 6
    assert {"2026-03-01", "2026-03-02"} in found.values()
    compilers = {series.compile for *_, series in rows if series is not None}
    assert compilers == {"off", "inductor:max-autotune"}
    with database.reading() as session:
        keys = {SeriesKey(*key) for key in session.execute(select(*KEY_COLUMNS))}
    # Those without a sound figure are series too, and nothing to compare yet.
    assert history.series.keys() < keys
    assert {key.model for key in keys - history.series.keys()} == {"vgg16", "vgg19"}


def test_a_longer_file_is_a_revision_and_a_repeated_one_is_nothing(database: Database) -> None:
    ingest(database, name(), text(WHOLE[:3]))
    before = all_rows(database)["measurements"]
    longer = ingest(database, name(), text(WHOLE)).counts
    assert longer is not None
    assert (longer.added, longer.closed, longer.unchanged) == (4, 0, 1)
    assert before[0] in all_rows(database)["measurements"]
    assert ingest(database, name(), text(WHOLE)).counts is None
    again = [*WHOLE, opening(), measurement("resnet50", 51.0, repeat=2), ending(control_drift=None)]
    assert ingest(database, name(), text(again)).counts is not None
    with database.reading() as session:
        assert session.scalar(select(func.count()).select_from(Measurement)) == 6
        assert session.scalar(select(func.count()).select_from(BenchmarkRun)) == 1
        assert session.scalar(select(func.count()).select_from(MeasurementSamples)) == 4
        assert session.scalar(select(BenchmarkRun.control_drift)) == 0.01


@pytest.mark.parametrize(
    "lines",
    [WHOLE[:2] + WHOLE[3:], [*WHOLE[:2], measurement("resnet50", 49.0), *WHOLE[3:]]],
    ids=["lost", "changed"],
)
def test_a_run_that_shrank_or_changed_is_refused(
    database: Database, lines: list[dict[str, Any]]
) -> None:
    ingest(database, name(), text(WHOLE))
    before = all_rows(database)
    with pytest.raises(GuardError, match="resnet50 that was ingested before is"):
        ingest(database, name(), text(lines))
    assert all_rows(database) == before


def test_two_runs_of_one_machine_share_an_environment(database: Database) -> None:
    later = NIGHT + timedelta(days=1)
    ingest(database, name(), text(WHOLE))
    second = [opening(later), measurement("resnet50", started_at=later), ending(later)]
    ingest(database, name(later), text(second))
    newer = NIGHT + timedelta(days=2)
    third = [opening(newer, software={"torch": "2.10.0"}), ending(newer)]
    ingest(database, name(newer), text(third))
    with database.reading() as session:
        assert session.scalar(select(func.count()).select_from(BenchmarkRun)) == 3
        keys = session.scalars(select(Environment.device_key)).all()
    assert keys == ["abacus-2c-2gib@lab"] * 2


def test_the_largest_that_fits_may_be_a_size_that_was_asked_for(database: Database) -> None:
    lines = [opening(), measurement("a"), measurement("a", 49.0, is_max_batch_size=True), ending()]
    ingest(database, name(), text(lines))
    with database.reading() as session:
        assert session.scalars(select(Measurement.samples_per_second)).all() == [50]


def test_a_clock_that_goes_backwards_is_a_finding(database: Database) -> None:
    lines = [
        opening(),
        measurement("a"),
        measurement("b", started_at=NIGHT - timedelta(hours=2), run_id=opening()["run_id"]),
        ending(),
    ]
    ingest(database, name(), text(lines))
    with database.reading() as session:
        problem = session.scalars(
            select(Problem).where(Problem.code == "clock_went_backwards")
        ).one()
    assert (problem.line, problem.column_name) == (3, "started_at")


def without(record: dict[str, Any], *names: str) -> dict[str, Any]:
    return {key: value for key, value in record.items() if key not in names}


@pytest.mark.parametrize(
    ("lines", "place", "reason"),
    [
        ([measurement("a")], "1:type", "expected the run's opening line first"),
        ([opening(schema_version=2)], "1:schema_version", "is 2, this program reads 1"),
        ([opening(), measurement("a", run_id="x")], "2:run_id", "expected a text like"),
        (
            [opening(), measurement("a", run_id=opening(NIGHT + timedelta(1))["run_id"])],
            "2:run_id",
            "is another run than line 1's",
        ),
        ([opening(), measurement("a"), measurement("a")], "3:model", "measured in line 2 already"),
        ([opening(), measurement("a", status="fast")], "2:status", "expected one of ok"),
        (
            [opening(), without(measurement("a"), "samples_per_second")],
            "2:samples_per_second",
            "is missing, yet the status is ok",
        ),
        ([opening(), measurement("a", step_time_ms=-1)], "2:step_time_ms", "above 0, found -1"),
        (
            [opening(), measurement("a", samples_per_second=1e300)],
            "2:samples_per_second",
            "a number of at most 1e+15 either way, found 1e+300",
        ),
        ([opening(), measurement("a", step_time_ms=5e-324)], "2:step_time_ms", "above 0"),
        ([opening(), measurement("a", batch_size=0)], "2:batch_size", "from 1, found 0"),
        ([opening(), measurement("a", sample_count=9)], "2:sample_count", "number of samples, 3"),
        ([opening(), measurement("a", colour="red")], "2:colour", "is not a known fact here"),
        ([opening(), without(measurement("a"), "model")], "2:model", "is missing"),
        ([opening() | {"started_at": "yesterday"}], "1:started_at", "expected an instant such as"),
        ([opening(night="1 March")], "1:night", "expected a date such as"),
        ([opening(software={"torch": 2})], "1:environment.software.torch", "expected a text"),
        ([opening(), ending(control_drift="no")], "2:control_drift", "expected a number"),
    ],
)
def test_bad_lines(
    database: Database, lines: list[dict[str, Any]], place: str, reason: str
) -> None:
    with pytest.raises(InputError) as refused:
        ingest(database, name(), text(lines))
    assert f"{name()}:{place}: " in str(refused.value)
    assert reason in str(refused.value)
    with database.reading() as session:
        assert session.scalar(select(func.count()).select_from(BenchmarkRun)) == 0


@pytest.mark.parametrize("damage", ['{"schema_version":1,"type":"meas', "[]", "null", "\x01"])
def test_a_damaged_line_is_refused_by_its_number(database: Database, damage: str) -> None:
    lines = text(WHOLE).splitlines()
    with pytest.raises(InputError, match=rf"{name()}:4"):
        ingest(database, name(), "\n".join([*lines[:3], damage, *lines[3:]]) + "\n")


def test_a_file_may_have_any_name(tmp_path: Path) -> None:
    path = tmp_path / "tonight.jsonl"
    path.write_text(text(WHOLE))
    assert read_run_file(path).name == name()
    path.write_text("{}\n")
    with pytest.raises(InputError, match=r"tonight\.jsonl:1: expected the opening line of a run"):
        read_run_file(path)


@pytest.mark.parametrize("metric", METRICS, ids=lambda metric: metric.name)
def test_every_metric_is_a_column_and_is_measured(database: Database, metric: Metric) -> None:
    """A metric has a column, and a run that measures everything fills it."""
    everything = measurement("a", compile_time_s=1.5, energy_per_image_j=0.25)
    ingest(database, name(), text([opening(), everything, ending()]))
    with database.reading() as session:
        row = session.scalars(select(Measurement)).one()
    assert getattr(row, metric.name) is not None
