"""The series of a device, night by night, as the database has them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from statistics import median
from typing import NamedTuple

import numpy as np
from sqlalchemy import Result, select
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


class RunSettings(NamedTuple):
    """What the series of a run share besides the device."""

    task: str
    precision: str
    layout: str
    compile: str
    protocol: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Run:
    """One run of a device, in the order of time."""

    id: int
    slug: str
    started_at: datetime
    environment_id: int
    settings: RunSettings


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
    rows = session.scalars(
        select(BenchmarkRun)
        .join(Environment)
        .where(
            Environment.device_key == device_key,
            BenchmarkRun.protocol == PROTOCOL,
            BenchmarkRun.started_at.is_not(None),
        )
        .order_by(BenchmarkRun.started_at, BenchmarkRun.id)
    )
    return [
        Run(
            id=run.id,
            slug=run.slug,
            started_at=run.started_at,
            environment_id=run.environment_id,
            settings=RunSettings(
                task=run.task,
                precision=run.precision,
                layout=run.layout,
                compile="off" if run.compile == "off" else f"{run.compile}:{run.compile_mode}",
                protocol=f"{PROTOCOL} {run.protocol_version}",
            ),
        )
        for run in rows
        if run.started_at is not None
    ]


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
    figures: defaultdict[tuple[str, int, int, RunSettings], list[_Figure]] = defaultdict(list)
    for model, img_size, batch_size, run_id, repeat, speed in _sound_figures(session, device_key):
        position = positions.get(run_id)
        if position is not None:
            measured = (model, img_size, batch_size, runs[position].settings)
            figures[measured].append((position, repeat, speed))
    series = {}
    for (model, img_size, batch_size, settings), found in sorted(figures.items()):
        key = SeriesKey(model, img_size, batch_size, device_key=device_key, **settings._asdict())
        series[key] = _by_run(sorted(found))
    return DeviceHistory(device_key=device_key, runs=runs, series=series)


#: Position of the run, repeat, images/s.
_Figure = tuple[int, int, float]


def _by_run(figures: Sequence[_Figure]) -> SeriesHistory:
    history = SeriesHistory()
    for position, _, speed in figures:
        if history.runs and history.runs[-1] == position:
            history.speeds[-1].append(speed)
        else:
            history.runs.append(position)
            history.speeds.append([speed])
    return history


def _sound_figures(session: Session, device_key: str) -> Result[str, int, int, int, int, float]:
    """Current figures of a device with status ok, in no order: a year has half a million."""
    return session.execute(
        select(
            Measurement.name_written,
            Measurement.img_size,
            Measurement.batch_size,
            Measurement.run_id,
            Measurement.repeat,
            Measurement.samples_per_second,
        )
        .join(BenchmarkRun, BenchmarkRun.id == Measurement.run_id)
        .join(Environment, Environment.id == BenchmarkRun.environment_id)
        .where(
            Environment.device_key == device_key,
            BenchmarkRun.protocol == PROTOCOL,
            Measurement.status == "ok",
            Measurement.until_source_id.is_(None),
        )
    )
