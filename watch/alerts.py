"""Alerts: raised once, kept until somebody decides, and held to account for their precision."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from math import exp

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session, joinedload

from db.alerts import Alert, ChangePoint, Series
from db.errors import QueryError
from watch.evaluate import KEY_COLUMNS, Evaluation
from watch.history import SeriesKey
from watch.segments import environment_changes, segment_starts

#: Kinds that are about the device as a whole.
ENVIRONMENT_KINDS = ("environment_change", "common_mode", "missed_night")


@dataclass(frozen=True, kw_only=True, slots=True)
class Precision:
    """How past alerts of models were judged."""

    real: int
    noise: int
    unjudged: int

    @property
    def share(self) -> float | None:
        """Share of the judged alerts that were real, None if none was judged."""
        judged = self.real + self.noise
        return self.real / judged if judged else None


def raise_alerts(session: Session, evaluation: Evaluation, now: datetime) -> list[Alert]:
    """Write what an evaluation found; the alerts that are new.

    A series that has an open or muted alert of the same kind raises no second one, and a run raises
    each of its alerts once, however often it is evaluated.
    """
    run, device_key = evaluation.run, evaluation.history.device_key
    found: list[Alert] = []
    if evaluation.changed:
        found.append(_environment_change(evaluation))
    if evaluation.night.common is not None:
        found.append(
            Alert(
                kind="common_mode",
                ratio=evaluation.night.common,
                text=f"over 30 % of the {len(evaluation.night.changes)} watched series moved "
                f"together by {evaluation.night.common - 1:+.1%} without new software",
            )
        )
    for key, confirmed in sorted(evaluation.confirmed.items()):
        change = confirmed.change
        before = evaluation.levels[key].centre
        alert = Alert(
            kind="regression" if change.direction == "slower" else "improvement",
            series_id=series_id(session, key),
            ratio=change.ratio,
            ratio_low=change.low,
            ratio_high=change.high,
            baseline=_speed(before),
            value=_speed(before) * change.ratio,
            q_value=confirmed.q,
            text=f"{key} is {abs(change.ratio - 1):.1%} {change.direction}: "
            f"{_speed(before) * change.ratio:.4g} images/s after {_speed(before):.4g}",
        )
        found.append(alert)
    new = []
    for alert in found:
        alert.device_key, alert.run_id = device_key, run.id
        alert.state, alert.raised_at = "open", now
        if not _is_known(session, alert):
            session.add(alert)
            session.flush()
            new.append(alert)
    return new


def write_change_points(session: Session, evaluation: Evaluation) -> None:
    """Write the steps of every series of the device anew; accepted levels stay."""
    history = evaluation.history
    ids = {
        SeriesKey(*key): id_
        for *key, id_ in session.execute(
            select(*KEY_COLUMNS, Series.id).where(Series.device_key == history.device_key)
        )
    }
    session.execute(
        delete(ChangePoint).where(
            ChangePoint.series_id.in_(ids.values()), ChangePoint.kind != "accepted"
        )
    )
    changed = environment_changes(history.runs)
    for key, series in history.series.items():
        for at, kind in segment_starts(series, changed, ()).items():
            point = ChangePoint(
                series_id=ids.get(key) or series_id(session, key),
                run_id=history.runs[series.runs[at]].id,
                kind=kind,
            )
            session.add(point)
    session.flush()


def series_id(session: Session, key: SeriesKey) -> int:
    """Id of a series, made where it is new."""
    facts = key._asdict()
    found = session.scalar(select(Series.id).filter_by(**facts))
    if found is None:
        series = Series(**facts)
        session.add(series)
        session.flush()
        found = series.id
    return found


def list_alerts(
    session: Session,
    *,
    states: Sequence[str] = (),
    kinds: Sequence[str] = (),
    since: datetime | None = None,
    min_change: float = 0.0,
    device: str | None = None,
) -> list[Alert]:
    """Alerts, newest first, the largest change of a moment first.

    Args:
        session: a reading session.
        states: none means all.
        kinds: none means all.
        since: raised then or later.
        min_change: change of throughput at least, as a share; alerts without a ratio stay.
        device: beginning of the device key.
    """
    query = select(Alert).options(joinedload(Alert.series), joinedload(Alert.run))
    if states:
        query = query.where(Alert.state.in_(states))
    if kinds:
        query = query.where(Alert.kind.in_(kinds))
    if since is not None:
        query = query.where(Alert.raised_at >= since)
    if device is not None:
        query = query.where(Alert.device_key.startswith(device, autoescape=True))
    if min_change:
        query = query.where(Alert.ratio.is_(None) | (func.abs(Alert.ratio - 1) >= min_change))
    order = (Alert.raised_at.desc(), func.abs(Alert.ratio - 1).desc().nulls_last(), Alert.id)
    return list(session.scalars(query.order_by(*order)))


def judge(
    session: Session, alert_id: int, verdict: str, *, by: str, now: datetime, remark: str | None
) -> Alert:
    """Say whether an alert was ``real`` or ``noise``; noise is closed.

    Raises:
        QueryError: there is no such alert.
    """
    alert = _get(session, alert_id)
    alert.verdict, alert.judged_by, alert.judged_at, alert.remark = verdict, by, now, remark
    if verdict == "noise":
        alert.state = "closed"
    return alert


def accept(session: Session, alert_id: int, *, by: str, now: datetime, remark: str | None) -> Alert:
    """Take the new level as it is: a segment starts at the alert's run.

    Raises:
        QueryError: there is no such alert, or it is not about a model.
    """
    alert = _get(session, alert_id)
    if alert.series_id is None or alert.run_id is None:
        raise QueryError(f"alert {alert_id} is about the device: judge it, there is no level")
    judge(session, alert_id, "real", by=by, now=now, remark=remark)
    alert.state = "accepted"
    known = session.scalar(
        select(ChangePoint.id).filter_by(
            series_id=alert.series_id, run_id=alert.run_id, kind="accepted"
        )
    )
    if known is None:
        session.add(
            ChangePoint(
                series_id=alert.series_id, run_id=alert.run_id, kind="accepted", ratio=alert.ratio
            )
        )
    return alert


def mute(session: Session, alert_id: int, *, remark: str | None) -> Alert:
    """Hear no more of it: the series raises no alert of this kind until somebody judges it.

    Raises:
        QueryError: there is no such alert.
    """
    alert = _get(session, alert_id)
    alert.state, alert.remark = "muted", remark
    return alert


def precision(session: Session) -> Precision:
    """How past alerts about models were judged."""
    rows = session.execute(
        select(Alert.verdict, func.count())
        .where(Alert.series_id.is_not(None))
        .group_by(Alert.verdict)
    )
    counts = dict[str | None, int]()
    for verdict, count in rows:
        counts[verdict] = count
    return Precision(
        real=counts.get("real", 0), noise=counts.get("noise", 0), unjudged=counts.get(None, 0)
    )


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


def _is_known(session: Session, alert: Alert) -> bool:
    query = select(Alert.id).where(Alert.kind == alert.kind, Alert.device_key == alert.device_key)
    if alert.series_id is None:
        query = query.where(Alert.run_id == alert.run_id)
    else:
        query = query.where(
            Alert.series_id == alert.series_id,
            Alert.state.in_(("open", "muted")) | (Alert.run_id == alert.run_id),
        )
    return session.scalar(query.limit(1)) is not None


def _get(session: Session, alert_id: int) -> Alert:
    alert = session.get(Alert, alert_id)
    if alert is None:
        raise QueryError(f"there is no alert {alert_id}: see `backbonedb alerts list`")
    return alert


def _speed(logarithm: float) -> float:
    return exp(logarithm)
