"""Step times of a run, from its file or from the database."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import orjson
from sqlalchemy import and_, select

from db.engine import Database
from db.errors import BackboneError
from db.speed import BenchmarkRun, Measurement, MeasurementSamples
from ingest.sources.bench_job import read_run_file
from ingest.sources.bench_record import parse_run_file
from watch.compare import Measured

#: Name, image size, batch size, median in ms, samples in ms (none: only the median is known).
Row = tuple[str, int, int | None, float | None, Iterable[float]]


def step_times(database: Database, name: str) -> dict[Measured, list[float]]:
    """Step times in milliseconds by what was measured, repeats together.

    Args:
        database: where runs are looked up.
        name: a run's file, or its name in the database.

    Raises:
        BackboneError: there is no such file or run, or the file is damaged.
    """
    path = Path(name)
    rows = _of_file(path) if path.is_file() else _of_run(database, name)
    times: dict[Measured, list[float]] = {}
    for model, img_size, batch_size, median, samples in rows:
        if batch_size is not None and median is not None:
            times.setdefault((model, img_size, batch_size), []).extend(samples or [median])
    return times


def _of_file(path: Path) -> list[Row]:
    document = read_run_file(path)
    parsed = parse_run_file(document.text(), file=document.shown_as)
    return [
        (
            result.columns["name_written"],
            result.columns["img_size"],
            result.columns["batch_size"],
            result.columns["step_time_ms"],
            result.samples_ms,
        )
        for result in parsed.results
    ]


def _of_run(database: Database, slug: str) -> list[Row]:
    with database.reading() as session:
        run_id = session.scalar(select(BenchmarkRun.id).where(BenchmarkRun.slug == slug))
        if run_id is None:
            raise BackboneError(f"{slug} is neither a file nor a run in the database")
        rows = session.execute(
            select(
                Measurement.name_written,
                Measurement.img_size,
                Measurement.batch_size,
                Measurement.step_time_ms,
                MeasurementSamples.samples_ms,
            )
            .outerjoin(
                MeasurementSamples,
                and_(
                    MeasurementSamples.source_id == Measurement.source_id,
                    MeasurementSamples.line == Measurement.line,
                ),
            )
            .where(Measurement.run_id == run_id, Measurement.until_source_id.is_(None))
        )
        return [(*row[:4], orjson.loads(row.samples_ms or "[]")) for row in rows]
