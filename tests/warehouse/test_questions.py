from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import duckdb
import pytest
from sqlalchemy import update

from db.engine import Database
from db.errors import QueryError
from db.speed import BenchmarkRun
from warehouse.publish import publish
from warehouse.questions import question, questions
from warehouse.speed import SERIES
from warehouse.store import Version

#: Rows that the questions have on the real input; those about nights have none there.
REAL_ROWS = {
    "accuracy-by-year": 12,
    "card": 112,
    "commercial-small": 50,
    "compile-speedup": 4029,
    "families": 146,
    "pareto-4090": 33,
    "problems": 4,
    "provenance": 10,
    "robustness-drop": 271,
    "trend-30-days": 0,
}


@pytest.mark.realdata
@pytest.mark.parametrize("found", questions(), ids=lambda found: found.name)
def test_every_question_has_its_text_and_answer(
    found: Any, real_versions: Callable[[str], Version]
) -> None:
    assert found.text.endswith(".") and found.sql.startswith("-- ")
    with duckdb.connect(real_versions("sqlite").duckdb_path, read_only=True) as connection:
        assert len(connection.execute(found.sql).fetchall()) == REAL_ROWS[found.name]


@pytest.mark.realdata
def test_nothing_beats_a_weight_of_the_frontier(real_versions: Callable[[str], Version]) -> None:
    with duckdb.connect(real_versions("sqlite").duckdb_path, read_only=True) as connection:
        frontier = connection.execute(
            f"SELECT top1, samples_per_second, environment FROM ({question('pareto-4090').sql})"
        ).fetchall()
        for top1, samples_per_second, environment in frontier:
            better = connection.execute(
                "SELECT count(*) FROM tradeoffs WHERE dataset = 'imagenet' AND environment = ? "
                "AND task = 'infer' AND precision = 'amp' AND layout = 'nchw' AND compile = 'off' "
                "AND top1 >= ? AND samples_per_second >= ? "
                "AND (top1 > ? OR samples_per_second > ?)",
                [environment, top1, samples_per_second, top1, samples_per_second],
            ).fetchall()
            assert better == [(0,)]


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_the_trend_of_nights(database: Database, tmp_path: Path, add_night: Any) -> None:
    first = datetime(2026, 1, 1, 2, tzinfo=UTC)
    for days in (0, 40, 41):
        add_night(database, first + timedelta(days=days))
    version = publish(database, tmp_path).version
    with duckdb.connect(version.duckdb_path, read_only=True) as connection:
        rows = connection.execute(
            "SELECT model, samples_per_second, samples_per_second_before, change_percent "
            f"FROM ({question('trend-30-days').sql}) ORDER BY model"
        ).fetchall()
    assert rows == [("net_a", 101.5, 100.0, 1.5), ("net_b", 101.5, 100.0, 1.5)]


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_figures_of_two_protocols_or_compilers_are_not_compared(
    database: Database, tmp_path: Path, add_night: Any
) -> None:
    first, last = datetime(2026, 1, 1, 2, tzinfo=UTC), datetime(2026, 2, 10, 2, tzinfo=UTC)
    conditions: tuple[tuple[datetime, dict[str, str]], ...] = (
        (first, {"protocol_version": "1"}),
        (last, {"protocol_version": "2"}),
        (last, {"protocol_version": "2", "compile": "inductor", "compile_mode": "default"}),
        (last, {"protocol_version": "1", "compile": "inductor", "compile_mode": "max-autotune"}),
    )
    for started_at, values in conditions:
        run_id = add_night(database, started_at)
        with database.writing() as session:
            session.execute(update(BenchmarkRun).where(BenchmarkRun.id == run_id).values(**values))
    version = publish(database, tmp_path).version
    with duckdb.connect(version.duckdb_path, read_only=True) as connection:
        trend = f"({question('trend-30-days').sql})"
        trends = connection.execute(
            "SELECT compile_mode, protocol_version, change_percent "
            f"FROM {trend} WHERE model = 'net_a' ORDER BY ALL"
        ).fetchall()
        assert trends == [("default", "2", None), ("max-autotune", "1", None), (None, "2", None)]
        columns = {row[0] for row in connection.execute(f"DESCRIBE {trend}").fetchall()}
        assert columns >= set(SERIES)
        speedups = connection.execute(
            "SELECT model, compile_mode, eager_samples_per_second, compiled_samples_per_second "
            f"FROM ({question('compile-speedup').sql}) ORDER BY ALL"
        ).fetchall()
        assert speedups == [(name, "default", 101.0, 102.0) for name in ("net_a", "net_b")]


def test_an_unknown_question_names_those_that_are_there() -> None:
    with pytest.raises(QueryError, match="accuracy-by-year"):
        question("nope")
