"""Databases to publish: the real input, and made-up nights of a benchmark job."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, insert, select

from db.bulk import insert_rows
from db.catalogue import Model
from db.engine import Database
from db.migrate import upgrade
from db.provenance import DataState, LogicalSource, Source, SourceRow
from db.speed import BenchmarkRun, Environment, Measurement
from ingest.document import read_document
from ingest.pipeline import Ingestion
from warehouse.publish import publish
from warehouse.store import Version

REGISTRY = Path(__file__).resolve().parents[2] / "ingest" / "data" / "timm-registry.jsonl"

AddNight = Callable[[Database, datetime], int]


@pytest.fixture(scope="session")
def real_urls(real_data: Path, templates: Any) -> Callable[[str], str]:
    """Engine to URL of a database that holds the real input, for reading only."""
    urls: dict[str, str] = {}

    def load(engine: str) -> str:
        if engine not in urls:
            urls[engine] = templates.empty_url(engine)
            with Database(urls[engine]) as database:
                upgrade(database)
                ingestion = Ingestion(database)
                for path in (
                    real_data / "catalog-notes.md",
                    REGISTRY,
                    *sorted((real_data / "timm-results").glob("*.csv")),
                ):
                    ingestion.ingest(read_document(path))
        return urls[engine]

    return load


@pytest.fixture(scope="session")
def real_versions(
    real_urls: Callable[[str], str], tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str], Version]:
    """Engine to the published real input, for reading only."""
    versions: dict[str, Version] = {}

    def load(engine: str) -> Version:
        if engine not in versions:
            folder = tmp_path_factory.mktemp(f"warehouse_{engine}")
            with Database(real_urls(engine)) as database:
                versions[engine] = publish(database, folder).version
        return versions[engine]

    return load


@pytest.fixture
def add_night() -> AddNight:
    """Adds one night of two models on one machine, as one committed revision; gives its run."""
    return _add_night


def _add_night(database: Database, started_at: datetime) -> int:
    with database.writing() as session:
        model_ids = _ensure_models(session)
        night = session.scalar(select(func.count()).select_from(BenchmarkRun)) or 0
        series_id = session.scalar(
            insert(LogicalSource)
            .values(publisher="us", kind="bench_job", subject=f"night-{night}")
            .returning(LogicalSource.id)
        )
        source_id = session.scalar(
            insert(Source)
            .values(
                logical_source_id=series_id,
                name=f"night-{night}.jsonl",
                uri=f"file:///night-{night}.jsonl",
                retrieved_at=started_at,
                sha256=f"{night:064x}",
                byte_count=0,
                row_count=2,
                is_current=True,
            )
            .returning(Source.id)
        )
        environment_id = session.scalar(select(Environment.id)) or session.scalar(
            insert(Environment)
            .values(slug="gpu-pt2", device_key="gpu", device_kind="cuda", device_count=1)
            .returning(Environment.id)
        )
        run_id = session.scalar(
            insert(BenchmarkRun)
            .values(
                slug=f"night-{night}",
                logical_source_id=series_id,
                environment_id=environment_id,
                task="infer",
                precision="amp",
                layout="nchw",
                compile="off",
                protocol="backbonedb-median",
                started_at=started_at,
            )
            .returning(BenchmarkRun.id)
        )
        assert run_id is not None and source_id is not None
        insert_rows(
            session,
            SourceRow,
            ("source_id", "line", "cells"),
            [(source_id, line, "{}") for line in (1, 2)],
        )
        figures = {
            "img_size": 224,
            "batch_size": 64,
            "status": "ok",
            "samples_per_second": 100.0 + night,
            "step_time_ms": 640.0,
            "is_contradictory": False,
        }
        insert_rows(
            session,
            Measurement,
            ("run_id", "source_id", "line", "model_id", "name_written", *figures),
            [
                (run_id, source_id, line, model_id, name, *figures.values())
                for line, (name, model_id) in enumerate(model_ids.items(), start=1)
            ],
        )
        state = session.get(DataState, 1)
        now = datetime.now(UTC)
        if state is None:
            session.add(DataState(id=1, version=1, changed_at=now, rules_sha256="0" * 64))
        else:
            state.version += 1
            state.changed_at = now
    return int(run_id)


def _ensure_models(session: Any) -> dict[str, int]:
    found = {row.name: row.id for row in session.execute(select(Model.name, Model.id))}
    if not found:
        for name in ("net_b", "net_a"):
            session.add(Model(name=name, is_registered=False))
        session.flush()
        return _ensure_models(session)
    return found
