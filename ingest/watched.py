"""The series of this project's own measurements: what a figure is compared with every night.

A series follows from the stored facts of a measurement, its run and its environment alone, so it is
the same in whatever order runs arrive.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, FromClause, func, insert, literal, select, update
from sqlalchemy.orm import Session

from db.alerts import Series
from db.bulk import table_of
from db.metrics import WATCHED
from db.speed import BenchmarkRun, Environment, Measurement

_SERIES, _MEASUREMENTS = table_of(Series), table_of(Measurement)
_RUNS, _ENVIRONMENTS = table_of(BenchmarkRun), table_of(Environment)


def name_series(session: Session, run_id: int) -> None:
    """Give every measurement of a run its series, made where it is new.

    A measurement without a batch size (no size fitted) belongs to none.
    """
    key = _key(_MEASUREMENTS, _RUNS, _ENVIRONMENTS)
    of_run = (
        _MEASUREMENTS.c.run_id == run_id,
        _MEASUREMENTS.c.batch_size.is_not(None),
        _MEASUREMENTS.c.series_id.is_(None),
        _RUNS.c.id == _MEASUREMENTS.c.run_id,
        _ENVIRONMENTS.c.id == _RUNS.c.environment_id,
    )
    same = [_SERIES.c[name] == expression for name, expression in key.items()]
    is_known = select(1).where(*same).correlate(_MEASUREMENTS, _RUNS, _ENVIRONMENTS).exists()
    names = [expression.label(name) for name, expression in key.items()]
    new = select(*names).where(*of_run, ~is_known).distinct().order_by(*names)
    session.execute(insert(_SERIES).from_select(list(key), new))
    session.execute(
        update(_MEASUREMENTS)
        .values(series_id=_SERIES.c.id)
        .where(*of_run, *same)
        .execution_options(synchronize_session=False)
    )


def _key(measured: FromClause, run: FromClause, environment: FromClause) -> dict[str, Any]:
    """The columns of ``series``, over a measurement, its run and its environment."""
    compiler: ColumnElement[str] = run.c.compile + func.coalesce(":" + run.c.compile_mode, "")
    return {
        "model": measured.c.name_written,
        "img_size": measured.c.img_size,
        "batch_size": measured.c.batch_size,
        "task": run.c.task,
        "precision": run.c.precision,
        "layout": run.c.layout,
        "compile": compiler,
        "device_key": environment.c.device_key,
        "protocol": run.c.protocol + " " + run.c.protocol_version,
        "metric": literal(WATCHED.name),
    }
