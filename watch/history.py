"""The series of a device, night by night, as the database has them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import datetime
from itertools import chain, pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session

from db.alerts import Series
from db.metrics import WATCHED
from db.speed import BenchmarkRun, Environment, Measurement
from watch.level import Values
from watch.software import PACKAGES, Software

#: How this project's own figures are taken; upstream's have no nights.
PROTOCOL = "backbonedb-median"

Places = NDArray[np.intp]


class SeriesKey(NamedTuple):
    """What is compared from night to night; the columns of ``series``."""

    model: str
    img_size: int
    batch_size: int
    task: str
    precision: str
    layout: str
    compile: str
    device_key: str
    protocol: str
    metric: str = WATCHED.name

    def __str__(self) -> str:
        return f"{self.model} {self.img_size} px, batch {self.batch_size}"


KEY_COLUMNS = tuple(getattr(Series, name) for name in SeriesKey._fields)


@dataclass(frozen=True, kw_only=True, slots=True)
class Run:
    """One run of a device, in the order of time."""

    id: int
    slug: str
    started_at: datetime
    software: Software


@dataclass(frozen=True, kw_only=True, slots=True)
class SeriesHistory:
    """The sound figures of a series, oldest first.

    Attributes:
        id: of the row in ``series``.
        runs: positions of its runs in the device's list, ascending.
        values: logarithm of the median throughput (images/s) of each of these runs.
        throughputs: all throughputs (images/s), by run and by repeat.
        starts: positions in ``throughputs`` of the first one of each run.
    """

    id: int
    runs: list[int]
    values: Values
    throughputs: Values
    starts: Places

    def count_before(self, position: int) -> int:
        """How many of its runs are before a position in the device's list."""
        return bisect_left(self.runs, position)

    def repeats(self, position: int) -> list[float]:
        """Throughputs (images/s) of the run at a position in the device's list, as repeated.

        None of them where the run did not measure it.
        """
        at = self.count_before(position)
        if at == len(self.runs) or self.runs[at] != position:
            return []
        end = self.starts[at + 1] if at + 1 < len(self.starts) else None
        found: list[float] = self.throughputs[self.starts[at] : end].tolist()
        return found


@dataclass(frozen=True, kw_only=True, slots=True)
class DeviceHistory:
    """All runs of a device, and all its series or those that were asked for.

    Attributes:
        device_key: the device.
        runs: oldest first.
        series: those with a sound figure.
        series_ids: of those without one as well.
    """

    device_key: str
    runs: list[Run]
    series: dict[SeriesKey, SeriesHistory]
    series_ids: list[int]


def runs_of(session: Session, device_key: str) -> list[Run]:
    """The runs of a device, oldest first."""
    rows = session.execute(
        select(
            BenchmarkRun.id,
            BenchmarkRun.slug,
            BenchmarkRun.started_at,
            *(getattr(Environment, name) for name in PACKAGES),
        )
        .join(Environment)
        .where(
            Environment.device_key == device_key,
            BenchmarkRun.protocol == PROTOCOL,
            BenchmarkRun.started_at.is_not(None),
        )
        .order_by(BenchmarkRun.started_at, BenchmarkRun.id)
    )
    return [
        Run(id=id_, slug=slug, started_at=started_at, software=tuple(software))
        for id_, slug, started_at, *software in rows
        if started_at is not None
    ]


def last_measured(session: Session, history: DeviceHistory) -> dict[SeriesKey, int]:
    """Position of the last run that measured each series of a device, whatever came of it."""
    rows = session.execute(
        select(*KEY_COLUMNS, func.max(BenchmarkRun.started_at))
        .join(Measurement, Measurement.series_id == Series.id)
        .join(BenchmarkRun, BenchmarkRun.id == Measurement.run_id)
        .where(Series.device_key == history.device_key, Measurement.until_source_id.is_(None))
        .group_by(Series.id, *KEY_COLUMNS)
    )
    begun = [run.started_at for run in history.runs]
    return {SeriesKey(*key): bisect_right(begun, last) - 1 for *key, last in rows}


def load(
    session: Session,
    device_key: str,
    *,
    runs: list[Run] | None = None,
    among: Select[int] | None = None,
) -> DeviceHistory:
    """The history of a device.

    Args:
        session: a reading session.
        device_key: the device.
        runs: its runs, if they are known already.
        among: the ids of the series that are wanted; None: all of the device.
    """
    runs = runs_of(session, device_key) if runs is None else runs
    wanted = [Series.device_key == device_key]
    if among is not None:
        wanted.append(Series.id.in_(among))
    known = session.execute(select(Series.id, *KEY_COLUMNS).where(*wanted)).all()
    figures = _figures(session, wanted, runs)
    # Of each series the rows from one of these bounds to the next, since they are sorted by it.
    bounds = np.searchsorted(figures[:, 0], [row.id for row in known])
    ends = np.searchsorted(figures[:, 0], [row.id for row in known], side="right")
    found = {
        SeriesKey(*key): _by_run(id_, figures[start:end])
        for (id_, *key), start, end in zip(known, bounds, ends, strict=True)
        if start < end
    }
    return DeviceHistory(
        device_key=device_key,
        runs=runs,
        series=dict(sorted(found.items())),
        series_ids=[row.id for row in known],
    )


def _figures(session: Session, wanted: list[ColumnElement[bool]], runs: list[Run]) -> Values:
    """Current sound figures: series id, position of the run, repeat, images/s; in this order.

    One array instead of rows: a year of nights has half a million of them.
    """
    rows = session.execute(
        select(
            Measurement.series_id,
            Measurement.run_id,
            Measurement.repeat,
            Measurement.samples_per_second,
        )
        .join(Series, Series.id == Measurement.series_id)
        .where(*wanted, Measurement.status == "ok", Measurement.until_source_id.is_(None))
    )
    figures = np.fromiter(chain.from_iterable(rows), dtype=np.float64).reshape(-1, 4)
    places = {run.id: position for position, run in enumerate(runs)}
    run_ids, which = np.unique(figures[:, 1], return_inverse=True)
    figures[:, 1] = np.array([places.get(int(id_), -1) for id_ in run_ids], dtype=float)[which]
    figures = figures[figures[:, 1] >= 0]
    ordered: Values = figures[np.lexsort((figures[:, 2], figures[:, 1], figures[:, 0]))]
    return ordered


def _by_run(id_: int, figures: Values) -> SeriesHistory:
    positions, speeds = figures[:, 1].astype(int), figures[:, 3]
    starts = np.flatnonzero(np.diff(positions, prepend=-1))
    if len(starts) == len(speeds):
        medians = speeds
    else:
        bounds = pairwise([*starts, len(speeds)])
        medians = np.array([np.median(speeds[start:end]) for start, end in bounds])
    return SeriesHistory(
        id=id_,
        runs=positions[starts].tolist(),
        values=np.log(medians),
        throughputs=speeds,
        starts=starts,
    )
