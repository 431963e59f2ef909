"""Nights of our own measurements, ingested and evaluated as the nightly job does it.

Twenty-six nights on one machine: new software in the eleventh, one model slower from the
twenty-first on, another one faster from the twenty-fourth on.
"""

from __future__ import annotations

import math
from datetime import UTC, datetime, timedelta

from sqlalchemy import select

from db.engine import Database
from db.speed import BenchmarkRun
from tests.support import ingest
from tests.watch.bench_lines import ending, measurement, name, opening, run_id, text
from watch.alerts import raise_alerts, write_change_points
from watch.evaluate import evaluate

FIRST = datetime(2026, 3, 1, 1, 30, tzinfo=UTC)
NIGHTS = 26
NEW_SOFTWARE, SLOWER, FASTER = 10, 20, 23
SLOWER_MODEL, FASTER_MODEL = "resnet50", "coat_lite_mini"
#: Measured at a second batch size, too: half as many images/s again.
BATCHED_MODEL, BATCH_SIZE = "resnet18", 8
#: Images/s of the models at batch size 1 before anything changed.
SPEEDS = {
    "resnet18": 81.0,
    SLOWER_MODEL: 34.0,
    FASTER_MODEL: 27.5,
    "vit_small_patch16_224": 41.0,
    "convnext_tiny": 30.0,
    "mobilenetv3_large_100": 118.0,
    "swin_tiny_patch4_window7_224": 24.0,
    "efficientnet_b0": 64.0,
}


def speed(model: str, night: int, repeat: int = 1) -> float:
    """Images/s of a model in a night: its level, and a spread that is always the same."""
    spread = 1 + 0.004 * math.sin(12.9898 * night + 78.233 * len(model) + 4.1 * repeat)
    level = SPEEDS[model] * (1.06 if night >= NEW_SOFTWARE else 1)
    if model == SLOWER_MODEL and night >= SLOWER:
        level *= 0.91
    if model == FASTER_MODEL and night >= FASTER:
        level *= 1.12
    return level * spread


def ingest_nights(database: Database) -> None:
    """Fill the database with the nights, their change points and alerts."""
    for night in range(NIGHTS):
        started_at = FIRST + timedelta(days=night)
        torch = "2.10.0" if night >= NEW_SOFTWARE else "2.9.1"
        figures = [measurement(model, speed(model, night), started_at) for model in SPEEDS]
        batched = 1.5 * speed(BATCHED_MODEL, night, repeat=2)
        figures.append(measurement(BATCHED_MODEL, batched, started_at, batch_size=BATCH_SIZE))
        for at, model in ((SLOWER, SLOWER_MODEL), (FASTER, FASTER_MODEL)):
            if night == at:  # what is flagged is measured twice more
                figures += [
                    measurement(model, speed(model, night, repeat), started_at, repeat=repeat)
                    for repeat in (2, 3)
                ]
        lines = [opening(started_at, software={"torch": torch}), *figures, ending(started_at)]
        ingest(database, name(started_at), text(lines), retrieved=started_at + timedelta(hours=1))
        with database.writing() as session:
            slug = f"bench-{run_id(started_at)}"
            run = session.scalars(select(BenchmarkRun.id).where(BenchmarkRun.slug == slug)).one()
            evaluation = evaluate(session, run)
            raise_alerts(session, evaluation, started_at + timedelta(hours=1))
            write_change_points(session, evaluation.history)
