"""Rows lie in the order that their relation declares, in the DuckDB file and in Parquet."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import duckdb
import pytest
from sqlalchemy import func, select, update

from db.engine import Database
from db.speed import BenchmarkRun, Measurement
from warehouse.publish import publish
from warehouse.relations import TABLES, Relation
from warehouse.speed import SPEED
from warehouse.store import Version
from warehouse.wide import RELATIONS

ORDERED = tuple(relation for relation in (*TABLES, *RELATIONS) if relation.order_by)
MONTH = "coalesce(strftime(started_at, '%Y-%m'), '')"


def require_order(version: Version, relation: Relation) -> None:
    """Check a relation's rows as they are stored; those of speed month by month."""
    described = version.manifest.relation(relation.name)
    assert described is not None
    keys = re.sub(" DESC| NULLS FIRST", "", relation.order_by)
    with duckdb.connect(version.duckdb_path, read_only=True) as connection:
        places = [relation.name]
        if described.row_count:
            places += [f"read_parquet('{version.folder / file.path}')" for file in described.files]
        for place in places:
            month = MONTH if relation is SPEED else "''"
            select = f"SELECT {month} AS month, {keys} FROM {place}"
            stored = connection.execute(select).fetchall()
            in_order = connection.execute(f"{select} ORDER BY month, {relation.order_by}")
            assert sorted(stored, key=lambda row: str(row[0])) == in_order.fetchall(), place


@pytest.mark.realdata
@pytest.mark.parametrize("relation", ORDERED, ids=lambda relation: relation.name)
def test_the_real_input(real_versions: Callable[[str], Version], relation: Relation) -> None:
    require_order(real_versions("sqlite"), relation)


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_measurements_of_changed_months(database: Database, tmp_path: Path, add_night: Any) -> None:
    """Later ids in an earlier month, and series that differ in what is rarely asked."""
    first = datetime(2026, 2, 1, 2, tzinfo=UTC)
    conditions: tuple[dict[str, Any], ...] = (
        {"machine_label": "b", "protocol_version": "2"},
        {"machine_label": "a", "protocol_version": "1"},
        {"compile": "inductor", "compile_mode": "max-autotune"},
        {"compile": "inductor", "compile_mode": "default"},
        {},
    )
    for publication in range(2):
        for place, condition in enumerate(conditions):
            days = place if publication else place - 20
            run_id = add_night(database, first - timedelta(days=days))
            with database.writing() as session:
                if condition:
                    session.execute(
                        update(BenchmarkRun).where(BenchmarkRun.id == run_id).values(condition)
                    )
        with database.writing() as session:
            newest = session.scalar(select(func.max(Measurement.source_id)))
            session.execute(
                update(Measurement)
                .where(Measurement.source_id < newest, Measurement.line == 1)
                .values(until_source_id=newest)
            )
        version = publish(database, tmp_path).version
    for relation in ORDERED:
        require_order(version, relation)
    with duckdb.connect(version.duckdb_path, read_only=True) as connection:
        counted = connection.execute(
            "SELECT (SELECT count(*) FROM speed), (SELECT count(*) FROM superseded_measurements)"
        ).fetchall()
    assert counted == [(11, 9)]
