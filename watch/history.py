"""The series of a device, night by night, as the database has them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby
from statistics import median
from typing import Any, NamedTuple

import numpy as np
from sqlalchemy import select
from sqlalchemy.orm import Session

from db.metrics import WATCHED
from db.speed import BenchmarkRun, Environment, Measurement
from watch.level import Values

#: How this project's own figures are taken; upstream's have no nights.
PROTOCOL = "backbonedb-median"


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


@dataclass(frozen=True, kw_only=True, slots=True)
class Run:
    """One run of a device, in the order of time."""

    id: int
    slug: str
    started_at: datetime
    environment_id: int
    night: str | None


@dataclass(kw_only=True, slots=True)
class SeriesHistory:
    """A series: positions of its runs in the device's list, and throughputs (images/s) of each."""

    runs: list[int] = field(default_factory=list)
    speeds: list[list[float]] = field(default_factory=list)

    @property
    def values(self) -> Values:
        """Logarithm of the median throughput of every run."""
        if all(len(speeds) == 1 for speeds in self.speeds):
            medians = [speeds[0] for speeds in self.speeds]
        else:
            medians = [median(speeds) for speeds in self.speeds]
        values: Values = np.log(np.asarray(medians))
        return values


@dataclass(frozen=True, kw_only=True, slots=True)
class DeviceHistory:
    """All runs of a device up to one of them, and its series."""

    device_key: str
    runs: list[Run]
    series: dict[SeriesKey, SeriesHistory]


def devices(session: Session) -> list[str]:
    """Keys of the devices that this project's job has run on."""
    return list(
        session.scalars(
            select(Environment.device_key)
            .join(BenchmarkRun)
            .where(BenchmarkRun.protocol == PROTOCOL)
            .distinct()
            .order_by(Environment.device_key)
        )
    )


def runs_of(session: Session, device_key: str) -> list[Run]:
    """The runs of a device, oldest first."""
    rows = session.execute(
        select(
            BenchmarkRun.id,
            BenchmarkRun.slug,
            BenchmarkRun.started_at,
            BenchmarkRun.environment_id,
            BenchmarkRun.night,
        )
        .join(Environment)
        .where(
            Environment.device_key == device_key,
            BenchmarkRun.protocol == PROTOCOL,
            BenchmarkRun.started_at.is_not(None),
        )
        .order_by(BenchmarkRun.started_at, BenchmarkRun.id)
    )
    return [Run(**row._mapping) for row in rows]


def load(session: Session, device_key: str, *, until: int | None = None) -> DeviceHistory:
    """The history of a device.

    Args:
        session: a reading session.
        device_key: the device.
        until: id of the last run to be looked at, None for all.
    """
    runs = runs_of(session, device_key)
    if until is not None:
        runs = runs[: [run.id for run in runs].index(until) + 1]
    positions = {run.id: position for position, run in enumerate(runs)}
    series: dict[SeriesKey, SeriesHistory] = {}
    for key, rows in groupby(_figures(session, device_key), key=_key):
        history = SeriesHistory()
        found = [
            (positions[row.run_id], row.samples_per_second)
            for row in rows
            if row.run_id in positions
        ]
        found.sort(key=_position)  # stable: repeats stay in their order
        for position, figures in groupby(found, key=_position):
            history.runs.append(position)
            history.speeds.append([speed for _, speed in figures])
        if history.runs:
            series[key] = history
    return DeviceHistory(device_key=device_key, runs=runs, series=series)


def _figures(session: Session, device_key: str) -> Sequence[Any]:
    """Sound current figures of a device, series by series."""
    columns = (
        Measurement.name_written,
        Measurement.img_size,
        Measurement.batch_size,
        BenchmarkRun.task,
        BenchmarkRun.precision,
        BenchmarkRun.layout,
        BenchmarkRun.compile,
        BenchmarkRun.compile_mode,
        BenchmarkRun.protocol_version,
        Environment.device_key,
    )
    return session.execute(
        select(*columns, Measurement.run_id, Measurement.samples_per_second)
        .join(BenchmarkRun, BenchmarkRun.id == Measurement.run_id)
        .join(Environment, Environment.id == BenchmarkRun.environment_id)
        .where(
            Environment.device_key == device_key,
            BenchmarkRun.protocol == PROTOCOL,
            Measurement.status == "ok",
            Measurement.until_source_id.is_(None),
        )
        .order_by(*columns, Measurement.run_id, Measurement.repeat)
    ).all()


def _key(row: Any) -> SeriesKey:
    return SeriesKey(
        model=row.name_written,
        img_size=row.img_size,
        batch_size=row.batch_size,
        task=row.task,
        precision=row.precision,
        layout=row.layout,
        compile="off" if row.compile == "off" else f"{row.compile}:{row.compile_mode}",
        device_key=row.device_key,
        protocol=f"{PROTOCOL} {row.protocol_version}",
    )


def _position(figure: tuple[int, float]) -> int:
    return figure[0]
