"""Single step times: kept for a number of nights; what they came to stays for ever."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from db.provenance import Source
from db.speed import BenchmarkRun, MeasurementSamples

#: For so many nights, unless told otherwise.
KEPT_NIGHTS = 90


def prune_samples(session: Session, now: datetime, nights: int) -> None:
    """Remove the samples of runs that began more than ``nights`` days before ``now``."""
    old = (
        select(Source.id)
        .join(BenchmarkRun, BenchmarkRun.logical_source_id == Source.logical_source_id)
        .where(BenchmarkRun.started_at < now - timedelta(days=nights))
    )
    session.execute(delete(MeasurementSamples).where(MeasurementSamples.source_id.in_(old)))
