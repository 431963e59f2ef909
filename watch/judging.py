"""Alerts as people deal with them: listed, judged, accepted, muted, held to account."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, literal, select
from sqlalchemy.orm import Session, joinedload

from db.alerts import Alert, ChangePoint
from db.errors import QueryError
from db.provenance import raise_data_version

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
        # Not LIKE: in SQLite it would not tell A from a.
        query = query.where(func.substr(Alert.device_key, 1, len(device)) == device)
    if min_change:
        query = query.where(Alert.ratio.is_(None) | (func.abs(Alert.ratio - 1) >= min_change))
    order = (Alert.raised_at.desc(), func.abs(Alert.ratio - 1).desc().nulls_last(), Alert.id)
    return list(session.scalars(query.order_by(*order)))


def judge(
    session: Session, alert_id: int, verdict: str, *, by: str, now: datetime, remark: str | None
) -> Alert:
    """Say whether an alert was ``real`` or ``noise``; noise is closed, what is real is heard again.

    Raises:
        QueryError: there is no such alert.
    """
    alert = _get(session, alert_id)
    alert.verdict, alert.judged_by, alert.judged_at, alert.remark = verdict, by, now, remark
    if verdict == "noise":
        alert.state = "closed"
    elif alert.state == "muted":
        alert.state = "open"
    if alert.kind == "common_mode" and alert.device_key is not None:
        _write_steps(session, alert.device_key)
    raise_data_version(session, now)
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
    if alert.device_key is not None:
        _write_steps(session, alert.device_key, alert.series_id)
    return alert


def _write_steps(session: Session, device_key: str, series_id: int | None = None) -> None:
    """Find the steps of a device, or of one series, anew: a decision moves where segments begin."""
    try:
        from watch.alerts import write_change_points
        from watch.history import load
    except ImportError:
        return  # without what finds them, the next night writes them
    session.flush()
    among = None if series_id is None else select(literal(series_id))
    write_change_points(session, load(session, device_key, among=among))


def mute(session: Session, alert_id: int, *, now: datetime, remark: str | None) -> Alert:
    """Hear no more of it: the series raises no alert of this kind until somebody judges it.

    Raises:
        QueryError: there is no such alert.
    """
    alert = _get(session, alert_id)
    alert.state, alert.remark = "muted", remark
    raise_data_version(session, now)
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


def _get(session: Session, alert_id: int) -> Alert:
    alert = session.get(Alert, alert_id)
    if alert is None:
        raise QueryError(f"there is no alert {alert_id}: see `backbonedb alerts list`")
    return alert
