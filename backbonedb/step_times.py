"""Step times of a run or an environment, from a file or from the database."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import Any

import orjson
from sqlalchemy import ColumnElement, and_, func, select
from sqlalchemy.orm import Session

from db.engine import Database
from db.errors import BackboneError
from db.speed import BenchmarkRun, Environment, Measurement, MeasurementSamples
from ingest.sources.bench_job import read_run_file
from ingest.sources.bench_record import parse_run_file
from watch.compare import Measured
from watch.history import PROTOCOL

Times = dict[Measured, list[float]]


def step_times(database: Database, name: str) -> Times:
    """Step times in milliseconds by what was measured.

    Only sound figures: what was measured while something disturbed it is left out. Of one run they
    are the single steps, repeats together, or the median where only that is known. Of an
    environment with several runs they are the medians of its runs: nights differ by more than steps
    do.

    Args:
        database: where runs and environments are looked up.
        name: a run's file, or the name of a run or an environment in the database.

    Raises:
        BackboneError: there is no such file, run or environment, or the file is damaged.
    """
    path = Path(name)
    if path.is_file():
        return _of_file(path)
    with database.reading() as session:
        run = select(BenchmarkRun.id).where(BenchmarkRun.slug == name)
        of_environment = select(BenchmarkRun.id).join(Environment).where(Environment.slug == name)
        run_ids = session.scalars(run).all() or session.scalars(of_environment).all()
        if not run_ids:
            raise BackboneError(
                f"{name} is neither a file, nor a run or an environment in the database"
            )
        return _of_run(session, run_ids[0]) if len(run_ids) == 1 else _of_runs(session, run_ids)


def _of_file(path: Path) -> Times:
    document = read_run_file(path)
    parsed = parse_run_file(document.text(), file=document.shown_as)
    settings = _settings({**parsed.run.run, "protocol": PROTOCOL})
    times: Times = {}
    for result in parsed.results:
        columns = result.columns
        if columns["status"] != "ok":
            continue
        if columns["step_time_ms"] is not None and columns["batch_size"] is not None:
            key = Measured(
                columns["name_written"], columns["img_size"], columns["batch_size"], settings
            )
            times.setdefault(key, []).extend(result.samples_ms or [columns["step_time_ms"]])
    return times


def _of_run(session: Session, run_id: int) -> Times:
    times: Times = {}
    rows = session.execute(
        select(*_MEASURED, _STEP_TIME_MS, MeasurementSamples.samples_ms)
        .join(BenchmarkRun, BenchmarkRun.id == Measurement.run_id)
        .outerjoin(
            MeasurementSamples,
            and_(
                MeasurementSamples.source_id == Measurement.source_id,
                MeasurementSamples.line == Measurement.line,
            ),
        )
        .where(Measurement.run_id == run_id, *_HAS_FIGURE)
    ).mappings()
    for row in rows:
        found = orjson.loads(row["samples_ms"] or "[]") or [row["step_time_ms"]]
        times.setdefault(_measured(row), []).extend(found)
    return times


def _of_runs(session: Session, run_ids: Sequence[int]) -> Times:
    by_run: dict[Measured, dict[int, list[float]]] = {}
    rows = session.execute(
        select(*_MEASURED, _STEP_TIME_MS, Measurement.run_id)
        .join(BenchmarkRun, BenchmarkRun.id == Measurement.run_id)
        .where(Measurement.run_id.in_(run_ids), *_HAS_FIGURE)
    ).mappings()
    for row in rows:
        runs = by_run.setdefault(_measured(row), {})
        runs.setdefault(row["run_id"], []).append(row["step_time_ms"])
    return {key: [median(found) for found in runs.values()] for key, runs in by_run.items()}


#: timm's older files have no step time; it follows from the throughput.
_STEP_TIME_MS: ColumnElement[float] = func.coalesce(
    Measurement.step_time_ms, Measurement.batch_size * 1000.0 / Measurement.samples_per_second
).label("step_time_ms")
_HAS_FIGURE = (
    Measurement.status == "ok",
    Measurement.until_source_id.is_(None),
    Measurement.batch_size.is_not(None),
    Measurement.samples_per_second.is_not(None),
)
_SETTINGS = ("task", "precision", "layout", "compile", "compile_mode", "protocol")
_MEASURED = (
    Measurement.name_written,
    Measurement.img_size,
    Measurement.batch_size,
    *(getattr(BenchmarkRun, name) for name in (*_SETTINGS, "protocol_version")),
)


def _measured(row: Mapping[Any, Any]) -> Measured:
    return Measured(row["name_written"], row["img_size"], row["batch_size"], _settings(row))


def _settings(run: Mapping[Any, Any]) -> str:
    """All that two runs must share for their figures to be comparable, in a few words."""
    words: Iterable[str | None] = (run[name] for name in _SETTINGS)
    return " ".join([*filter(None, words), run["protocol_version"]])
