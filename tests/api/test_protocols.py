"""Throughput taken in two ways never stands in one list (docs: `protocol` of tradeoffs)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import update

from api.execute import Executor
from db.engine import Database
from db.speed import BenchmarkRun

from .catalogue import fill

#: Runs of the small catalogue: of two environments, both taken in the way of timm.
GPU, CPU = "run-gpu", "run-cpu"


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """The small catalogue, for changing."""
    with Database(database_url) as database:
        with database.writing() as session:
            fill(session)
        yield database


def _taken(database: Database, run: str, protocol: str, version: str = "1") -> None:
    with database.writing() as session:
        session.execute(
            update(BenchmarkRun)
            .where(BenchmarkRun.slug == run)
            .values(protocol=protocol, protocol_version=version)
        )


def _runs(database: Database, arguments: str = "") -> set[str]:
    """The runs whose figures stand in both lists."""
    executor = Executor(database)
    query = f"""{{
      tradeoffs({arguments} first: 100) {{ nodes {{ run {{ slug }} }} }}
      paretoFrontier({arguments} metrics: [{{metric: TOP5}}, {{metric: STEP_TIME_MS}}],
        first: 100) {{ nodes {{ run {{ slug }} }} }} }}"""
    try:
        answer: Any = executor.execute(query)
    finally:
        executor.close()
    found = {
        name: {node["run"]["slug"] for node in answer["data"][name]["nodes"]}
        for name in ("tradeoffs", "paretoFrontier")
    }
    assert found["paretoFrontier"] <= found["tradeoffs"]
    return found["tradeoffs"]


def test_runs_of_one_protocol_stand_together(database: Database) -> None:
    assert _runs(database) == {GPU, CPU}
    assert _runs(database, 'protocol: "timm-mean"') == {GPU, CPU}
    assert _runs(database, 'protocol: "backbonedb-median"') == set()
    assert _runs(database, 'protocol: "unknown"') == set()


def test_two_protocols_do_not_though_the_other_run_is_newer(database: Database) -> None:
    _taken(database, CPU, "backbonedb-median")
    assert _runs(database) == {GPU}
    assert _runs(database, 'protocol: "backbonedb-median"') == {CPU}


def test_where_only_own_runs_are_left_they_are_taken(database: Database) -> None:
    _taken(database, CPU, "backbonedb-median")
    assert _runs(database, 'environment: "i9-pt240"') == {CPU}
    assert _runs(database, 'environment: "i9-pt240", protocol: "timm-mean"') == set()


def test_two_versions_of_a_protocol_do_not_stand_together(database: Database) -> None:
    _taken(database, GPU, "backbonedb-median", "1")
    _taken(database, CPU, "backbonedb-median", "2")
    assert _runs(database) == {CPU}  # the newer run's version
