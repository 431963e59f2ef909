"""A run held against the nights before it: what to measure again, and what to report."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from sqlalchemy import Select, select, union
from sqlalchemy.orm import Session

from db.alerts import Alert, ChangePoint, Series
from db.speed import BenchmarkRun, Environment, Measurement
from watch.detect import Confirmed, Night, confirm, look
from watch.history import KEY_COLUMNS, DeviceHistory, Run, SeriesKey, load, runs_of
from watch.level import Level
from watch.segments import Accepted, levels_before
from watch.software import Moved, differences, moved


@dataclass(frozen=True, kw_only=True, slots=True)
class Evaluation:
    """What is to be said about a run.

    Attributes:
        history: of the device, with the series that the run measured and those with open alerts.
        run: the run.
        levels: of the series before the run.
        night: what stage 1 found; with no change at all where the software is new.
        confirmed: changes that stood up to being measured again.
        changed: what differs from the software of the run before; empty where nothing does.
        moved: how the series moved with the software.
    """

    history: DeviceHistory
    run: Run
    levels: dict[SeriesKey, Level]
    night: Night[SeriesKey]
    confirmed: dict[SeriesKey, Confirmed] = field(default_factory=dict)
    changed: tuple[str, ...] = ()
    moved: Moved | None = None


def evaluate(session: Session, run_id: int) -> Evaluation:
    """Hold a run against those before it on the same device.

    What was measured three times already is confirmed or dropped; what was measured once stands
    under ``night.flagged`` and waits.
    """
    device_key = session.execute(
        select(Environment.device_key).join(BenchmarkRun).where(BenchmarkRun.id == run_id)
    ).scalar_one()
    runs = runs_of(session, device_key)
    position = [run.id for run in runs].index(run_id)
    run = runs[position]
    # A run that comes late may begin segments of every series that was measured after it.
    is_last = position == len(runs) - 1
    history = load(
        session, device_key, runs=runs, among=_concerned(device_key, run_id) if is_last else None
    )
    levels = levels_before(
        history, position, accepted_levels(session, history), common_moves(session, history)
    )
    tonight = {
        key: repeats
        for key, series in history.series.items()
        if (repeats := series.repeats(position))
    }
    changed: tuple[str, ...] = ()
    before = runs[position - 1] if position else run
    if before.software != run.software:
        # The old level says how far the new software is from it, and nothing about single models.
        distances = [
            float(np.log(np.median(speeds))) - levels[key].centre
            for key, speeds in tonight.items()
            if key in levels
        ]
        changed = tuple(differences(before.software, run.software))
        return Evaluation(
            history=history,
            run=run,
            levels=levels,
            night=Night(changes={}, flagged=(), common=None, too_young=tuple(tonight)),
            changed=changed,
            moved=moved(distances),
        )
    night = look(levels, {key: float(np.log(speeds[0])) for key, speeds in tonight.items()})
    again = {key: [float(np.log(speed)) for speed in tonight[key]] for key in night.flagged}
    return Evaluation(
        history=history,
        run=run,
        levels=levels,
        night=night,
        confirmed=confirm(night, levels, again),
    )


def _concerned(device_key: str, run_id: int) -> Select[int]:
    """Series that a run measured, and those of its device with an open alert: a report shows them.

    A submission reads those instead of all that the device ever measured.
    """
    measured = select(Measurement.series_id.label("id")).where(Measurement.run_id == run_id)
    alerted = select(Alert.series_id).where(
        Alert.device_key == device_key, Alert.state == "open", Alert.series_id.is_not(None)
    )
    return select(union(measured, alerted).subquery().c.id)


def common_moves(session: Session, history: DeviceHistory) -> list[int]:
    """Positions of the runs in which all series moved together, unless that was judged noise."""
    found = set(
        session.scalars(
            select(Alert.run_id).where(
                Alert.kind == "common_mode",
                Alert.device_key == history.device_key,
                Alert.verdict.is_distinct_from("noise"),
            )
        )
    )
    return [position for position, run in enumerate(history.runs) if run.id in found]


def accepted_levels(session: Session, history: DeviceHistory) -> Accepted:
    """Positions of the runs from which on somebody accepted a new level."""
    positions = {run.id: position for position, run in enumerate(history.runs)}
    rows = session.execute(
        select(*KEY_COLUMNS, ChangePoint.run_id)
        .join(ChangePoint, ChangePoint.series_id == Series.id)
        .where(Series.device_key == history.device_key, ChangePoint.kind == "accepted")
    )
    accepted: dict[SeriesKey, list[int]] = {}
    for *key, run_id in rows:
        if run_id in positions:
            accepted.setdefault(SeriesKey(*key), []).append(positions[run_id])
    return accepted
