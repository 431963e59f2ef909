"""A year of nights in a database: how long the evaluation of the last night takes.

    python -m benchmarks.bench.detect_year

1,600 series over 365 nights are written to a temporary SQLite file (the schema's own rows, written
directly), then the last night is evaluated and its change points are written, as the nightly job
does; under 10 s are asked for.
"""

from __future__ import annotations

import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
from sqlalchemy import select

from db.bulk import insert_rows
from db.catalogue import Model
from db.engine import Database
from db.migrate import upgrade
from db.provenance import LogicalSource, Source, SourceRow
from db.speed import BenchmarkRun, Environment, Measurement
from ingest.watched import name_series
from watch.alerts import record
from watch.evaluate import evaluate

SERIES, NIGHTS = 1600, 365
LIMIT_S = 10.0
FIRST = datetime(2025, 1, 1, 1, tzinfo=UTC)


def fill(database: Database) -> int:
    """Write the nights; a third of the series stepped half-way. The last run's id."""
    speeds = np.exp(np.random.default_rng(1).normal(4, 0.01, (NIGHTS, SERIES)))
    speeds[NIGHTS // 2 :, ::3] *= 0.95
    with database.writing() as session:
        environment = Environment(
            slug="e", device_key="abacus", device_kind="cpu", device_count=1, torch="2.9.1"
        )
        session.add(environment)
        insert_rows(
            session,
            Model,
            ("name", "is_registered"),
            [(f"model_{at}", False) for at in range(SERIES)],
        )
        models = session.scalars(select(Model.id).order_by(Model.id)).all()
        for night in range(NIGHTS):
            started_at = FIRST + timedelta(days=night)
            logical = LogicalSource(publisher="p", kind="bench_job", subject=str(night))
            source = Source(
                logical_source=logical,
                name=f"{night}",
                uri="memory:",
                retrieved_at=started_at,
                sha256=f"{night:064}",
                byte_count=1,
                row_count=SERIES,
                is_current=True,
            )
            run = BenchmarkRun(
                slug=f"run-{night}",
                logical_source=logical,
                environment=environment,
                task="infer",
                precision="fp32",
                layout="nchw",
                compile="off",
                protocol="backbonedb-median",
                started_at=started_at,
                night=started_at.date().isoformat(),
            )
            session.add_all([source, run])
            session.flush()
            insert_rows(
                session,
                SourceRow,
                ("source_id", "line", "cells"),
                [(source.id, at + 1, "{}") for at in range(SERIES)],
            )
            insert_rows(
                session,
                Measurement,
                (
                    "run_id",
                    "source_id",
                    "line",
                    "model_id",
                    "name_written",
                    "img_size",
                    "batch_size",
                    "status",
                    "samples_per_second",
                    "is_contradictory",
                ),
                [
                    (run.id, source.id, at + 1, model, f"model_{at}", 224, 1, "ok", speed, False)
                    for at, (model, speed) in enumerate(
                        zip(models, speeds[night].tolist(), strict=True)
                    )
                ],
            )
            name_series(session, run.id)
        return run.id


def main() -> int:
    """Print the time; 1 if it is above the limit."""
    with tempfile.TemporaryDirectory() as folder:
        database = Database(f"sqlite:///{Path(folder) / 'year.sqlite3'}")
        upgrade(database)
        run_id = fill(database)
        begun, cpu = time.perf_counter(), time.process_time()
        with database.writing() as session:
            evaluation = evaluate(session, run_id)
            looked_s = time.perf_counter() - begun
            record(session, evaluation, datetime.now(UTC))
        took_s, cpu_s = time.perf_counter() - begun, time.process_time() - cpu
        print(
            f"{SERIES} series x {NIGHTS} nights: evaluated in {looked_s:.1f} s, "
            f"{took_s:.1f} s with alerts and change points written "
            f"({cpu_s:.1f} s of processor time); "
            f"{len(evaluation.night.flagged)} flagged"
        )
        database.close()
    return 0 if took_s < LIMIT_S else 1


if __name__ == "__main__":
    sys.exit(main())
