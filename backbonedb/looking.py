"""Look what got slower in a run that arrived, as after a night."""

from __future__ import annotations

import logging
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.speed import BenchmarkRun

LOGGER = logging.getLogger("backbonedb.watch")


def look_at(session: Session, slug: str, now: datetime) -> None:
    """Raise the alerts of a run and write its change points; what fails here refuses no run.

    Without it the first night of new software would not be seen as one by the night after.

    Args:
        session: a writing session; nothing is committed.
        slug: of the run.
        now: when alerts are raised.
    """
    try:
        from watch import alerts
        from watch.evaluate import evaluate
    except ImportError:
        LOGGER.warning("%s was not looked at: pip install 'backbonedb[watch]'", slug)
        return
    run_id = session.scalars(select(BenchmarkRun.id).where(BenchmarkRun.slug == slug)).one()
    try:
        with session.begin_nested():
            alerts.record(session, evaluate(session, run_id), now)
    except Exception:
        # Figures are kept whatever is to be said about them.
        LOGGER.exception("%s could not be looked at", slug)
