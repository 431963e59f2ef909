"""Alerts are raised once a run; where a series stepped is written anew with each run of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from math import exp, log

from sqlalchemy import bindparam, delete, select, update
from sqlalchemy.orm import Session

from db.alerts import Alert, ChangePoint
from db.bulk import insert_rows, table_of
from db.provenance import raise_data_version
from watch.detect import SMALLEST_CHANGE, Confirmed
from watch.evaluate import Evaluation, accepted_levels, common_moves
from watch.history import DeviceHistory, SeriesKey
from watch.segments import device_starts, segment_starts, step_ratios

_POINTS = table_of(ChangePoint)
_FORGET = delete(_POINTS).where(
    _POINTS.c.series_id == bindparam("id"), _POINTS.c.kind != "accepted"
)
#: Series that the alert about all of them names.
MOST_NAMED = 5


def record(session: Session, evaluation: Evaluation, now: datetime) -> list[Alert]:
    """Write what an evaluation found, alerts and change points; the alerts that are new."""
    new = raise_alerts(session, evaluation, now)
    write_change_points(session, evaluation.history)
    raise_data_version(session, now)
    return new


def raise_alerts(session: Session, evaluation: Evaluation, now: datetime) -> list[Alert]:
    """Write what an evaluation found; the alerts that are new.

    A series that has an open alert of the same kind raises a second one only where it went farther
    since, one that has a muted alert none, and a run raises each of its alerts once, however often
    it is evaluated. Where all series moved together, single ones that moved otherwise are named in
    that one alert and raise none of their own.
    """
    found: list[Alert] = []
    if evaluation.changed:
        found.append(_environment_change(evaluation))
        _close_later_one(session, evaluation)
    models = {
        key: alert
        for key, confirmed in sorted(evaluation.confirmed.items())
        if not _is_known(session, evaluation, alert := _of_model(evaluation, key, confirmed))
    }
    if evaluation.night.common is not None:
        found.append(_common_mode(evaluation, evaluation.night.common, models))
    else:
        found += models.values()
    new = [alert for alert in found if not _is_known(session, evaluation, alert)]
    for alert in new:
        alert.device_key, alert.run_id = evaluation.history.device_key, evaluation.run.id
        alert.state, alert.raised_at = "open", now
    session.add_all(new)
    session.flush()
    return new


def write_change_points(session: Session, history: DeviceHistory) -> None:
    """Write the steps of a history's series anew, over all nights; accepted levels stay."""
    of_device = device_starts(history, common_moves(session, history))
    accepted = accepted_levels(session, history)
    ids = [{"id": id_} for id_ in history.series_ids]
    if ids:
        session.connection().execute(_FORGET, ids)
    rows = []
    for key, series in history.series.items():
        known = {**of_device, "accepted": accepted.get(key, ())}
        starts = segment_starts(series.values, series.runs, known)
        ratios = step_ratios(series.values, list(starts))
        rows += [
            (series.id, history.runs[series.runs[at]].id, kind, ratio)
            for (at, kind), ratio in zip(starts.items(), ratios, strict=True)
            if kind != "accepted"
        ]
    insert_rows(session, ChangePoint, ("series_id", "run_id", "kind", "ratio"), rows)


def _of_model(evaluation: Evaluation, key: SeriesKey, confirmed: Confirmed) -> Alert:
    change = confirmed.change
    before = exp(evaluation.levels[key].centre)
    now = before * change.ratio
    return Alert(
        kind="regression" if change.direction == "slower" else "improvement",
        series_id=evaluation.history.series[key].id,
        ratio=change.ratio,
        ratio_low=change.low,
        ratio_high=change.high,
        baseline=before,
        value=now,
        q_value=confirmed.q,
        text=f"{key} is {abs(change.ratio - 1):.1%} {change.direction}: "
        f"{now:.4g} images/s after {before:.4g}",
    )


def _common_mode(evaluation: Evaluation, common: float, others: Mapping[SeriesKey, Alert]) -> Alert:
    text = (
        f"over 30 % of the {len(evaluation.night.changes)} watched series moved together by "
        f"{common - 1:+.1%} without new software"
    )
    # Their ratios are beside the common one; what they moved by is both.
    moved = {key: (alert.ratio or 1) * common for key, alert in others.items()}
    farthest = sorted(moved, key=lambda key: -abs(moved[key] / common - 1))
    if farthest:
        named = ", ".join(f"{key} ({moved[key] - 1:+.1%})" for key in farthest[:MOST_NAMED])
        more = len(farthest) - MOST_NAMED
        text += f"; otherwise moved {named}" + (f" and {more} more" if more > 0 else "")
    return Alert(kind="common_mode", ratio=common, text=text)


def _environment_change(evaluation: Evaluation) -> Alert:
    moved = evaluation.moved
    told = ", ".join(evaluation.changed)
    if moved is None:
        return Alert(kind="environment_change", text=f"new software: {told}")
    return Alert(
        kind="environment_change",
        ratio=moved.ratio,
        ratio_low=moved.low,
        ratio_high=moved.high,
        text=f"new software: {told}; throughput of {moved.count} series moved by "
        f"{moved.ratio - 1:+.1%} ({moved.low - 1:+.1%} to {moved.high - 1:+.1%})",
    )


def _close_later_one(session: Session, evaluation: Evaluation) -> None:
    """Close the alert of the next run about the software that this one, which came late, has."""
    runs, run = evaluation.history.runs, evaluation.run
    later = runs[runs.index(run) + 1 :][:1]
    if later and later[0].software == run.software:
        session.execute(
            update(Alert)
            .where(
                Alert.kind == "environment_change",
                Alert.device_key == evaluation.history.device_key,
                Alert.run_id == later[0].id,
                Alert.state == "open",
            )
            .values(state="closed", remark=f"{run.slug}, which came later, has this software too")
        )


def _is_known(session: Session, evaluation: Evaluation, alert: Alert) -> bool:
    """Whether the run raised it already, or the series has one that tells it."""
    query = select(Alert).where(
        Alert.kind == alert.kind, Alert.device_key == evaluation.history.device_key
    )
    if alert.series_id is None:
        of_run = query.where(Alert.run_id == evaluation.run.id)
        return session.scalars(of_run.limit(1)).first() is not None
    earlier = session.scalars(query.where(Alert.series_id == alert.series_id))
    return any(one.run_id == evaluation.run.id or _tells(one, alert) for one in earlier)


def _tells(earlier: Alert, later: Alert) -> bool:
    """Whether an alert tells a change, or is muted; not if the series went farther since then.

    Farther by what is worth reading about, and by twice the prediction interval's half: both
    figures were measured.
    """
    if earlier.state != "open":
        return earlier.state == "muted"
    before, now, low, high = earlier.value, later.value, later.ratio_low, later.ratio_high
    if before is None or now is None or low is None or high is None:
        return True
    farther = log(before / now) if later.kind == "regression" else log(now / before)
    return farther <= max(SMALLEST_CHANGE, log(high / low))
