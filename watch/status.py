"""Did the night run? The newest nightly run of every device, and an alert where one is missing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.alerts import Alert
from db.provenance import raise_data_version
from db.speed import BenchmarkRun, Environment

#: A device without a complete night for longer than this is overdue.
OVERDUE_AFTER = timedelta(hours=36)


@dataclass(frozen=True, kw_only=True, slots=True)
class NightStatus:
    """Where a device's nights stand.

    Attributes:
        device_key: the device.
        last_started_at: when its newest nightly run began.
        last_slug: that run.
        is_complete: whether that run went through.
        complete_at: when the newest run that went through ended, None if none did.
        is_overdue: whether that is too long ago.
    """

    device_key: str
    last_started_at: datetime
    last_slug: str
    is_complete: bool
    complete_at: datetime | None
    is_overdue: bool


def night_statuses(session: Session, now: datetime) -> list[NightStatus]:
    """The status of every device that ever had a nightly run."""
    rows = session.execute(
        select(
            Environment.device_key,
            BenchmarkRun.started_at,
            BenchmarkRun.finished_at,
            BenchmarkRun.slug,
        )
        .join(Environment)
        .where(BenchmarkRun.purpose == "nightly", BenchmarkRun.started_at.is_not(None))
        .order_by(Environment.device_key, BenchmarkRun.started_at, BenchmarkRun.id)
    ).all()
    statuses = []
    for device_key in dict.fromkeys(row.device_key for row in rows):
        runs = [row for row in rows if row.device_key == device_key]
        ends = [row.finished_at for row in runs if row.finished_at is not None]
        complete_at = max(ends) if ends else None
        # A device that never finished a night is overdue from its first one on.
        since = complete_at or runs[0].started_at
        statuses.append(
            NightStatus(
                device_key=device_key,
                last_started_at=runs[-1].started_at,
                last_slug=runs[-1].slug,
                is_complete=runs[-1].finished_at is not None,
                complete_at=complete_at,
                is_overdue=now - since > OVERDUE_AFTER,
            )
        )
    return statuses


def raise_missed_nights(session: Session, now: datetime) -> list[Alert]:
    """Raise an alert for every device that is overdue, and close those of devices that are not.

    Returns:
        The alerts that were raised or closed.
    """
    changed: list[Alert] = []
    for status in night_statuses(session, now):
        known = session.scalars(
            select(Alert).where(
                Alert.kind == "missed_night",
                Alert.device_key == status.device_key,
                Alert.state.in_(("open", "muted")),
            )
        ).all()
        if not status.is_overdue:
            for alert in known:
                alert.state = "closed"
                changed.append(alert)
        elif not known:
            since = (
                "ever"
                if status.complete_at is None
                else f"since {status.complete_at:%Y-%m-%d %H:%M} UTC"
            )
            alert = Alert(
                kind="missed_night",
                device_key=status.device_key,
                state="open",
                raised_at=now,
                text=f"no complete night {since}; the last run, {status.last_slug}, "
                + ("went through" if status.is_complete else "stopped half-way"),
            )
            session.add(alert)
            changed.append(alert)
    session.flush()
    if changed:
        raise_data_version(session, now)
    return changed
