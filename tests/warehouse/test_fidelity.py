"""Nothing is lost or changed on the way from the CSV files to DuckDB."""

from __future__ import annotations

import csv
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import orjson
import pytest

from warehouse.store import Version
from warehouse.timm_results import write_timm_results

pytestmark = pytest.mark.realdata

#: Column of a published row for every column of the files that holds a figure or a name.
RESULT_COLUMNS = {
    "model": "name_written",
    "img_size": "img_size",
    "top1": "top1",
    "top5": "top5",
    "param_count": "param_count",
    "crop_pct": "crop_pct",
    "interpolation": "interpolation",
}
BENCHMARK_COLUMNS = {
    "model": "name_written",
    "samples_per_sec": "samples_per_second",
    "step_time": "step_time_ms",
    "batch_size": "batch_size",
    "img_size": "img_size",
    "gmacs": "gmacs",
    "macts": "macts",
    "param_count": "param_count",
}
LABEL_COLUMNS = {"model": "name_written", "pretrain": "pretrain"}
FILES = 27


def cells_of(path: Path) -> tuple[list[str], list[list[str]]]:
    with path.open(encoding="utf-8", newline="") as file:
        header, *records = csv.reader(file)
    return header, records


def same_figure(cell: str, value: object) -> bool:
    """Whether a published value says exactly what the cell says."""
    if value is None:
        return cell == ""
    if isinstance(value, str):
        return cell == value
    return Decimal(cell.replace(",", "")) == Decimal(repr(value))


def published(
    connection: duckdb.DuckDBPyConnection, relation: str, columns: dict[str, str], file: str
) -> Any:
    return connection.execute(
        f"SELECT {', '.join(f'rows.{column}' for column in columns.values())} "
        f"FROM {relation} AS rows JOIN sources ON sources.id = rows.source_id "
        "WHERE sources.name = ? ORDER BY rows.line",
        [file],
    ).fetchall()


@pytest.fixture(params=("sqlite", "postgresql"))
def connection(request: pytest.FixtureRequest, real_versions: Callable[[str], Version]) -> Any:
    version = real_versions(request.param)
    with duckdb.connect(version.duckdb_path, read_only=True) as connection:
        yield connection


def test_every_figure_equals_its_cell(connection: Any, real_data: Path) -> None:
    paths = sorted((real_data / "timm-results").glob("*.csv"))
    assert len(paths) == FILES
    checked = 0
    for path in paths:
        header, records = cells_of(path)
        if path.name.startswith("results"):
            names, relation, task = RESULT_COLUMNS, "evaluations", ""
        elif path.name.startswith("benchmark"):
            names, relation = BENCHMARK_COLUMNS, "measurements"
            task = path.name.split("-")[1] + "_"
        else:
            names, relation, task = (
                {"model": "name_written", "pretrain": "pretrain"},
                "variant_labels",
                "",
            )
        columns = {
            name: names[name.removeprefix(task)]
            for name in header
            if name.removeprefix(task) in names
        }
        positions = [header.index(name) for name in columns]
        rows = published(connection, relation, columns, path.name)
        assert len(rows) == len(records), path.name
        for record, row in zip(records, rows, strict=True):
            for position, value in zip(positions, row, strict=True):
                assert same_figure(record[position], value), (path.name, record, row)
                checked += 1
    assert checked == 288_278


def test_every_cell_is_kept_as_written(connection: Any, real_data: Path) -> None:
    for path in sorted((real_data / "timm-results").glob("*.csv")):
        _, records = cells_of(path)
        kept = connection.execute(
            "SELECT cells FROM source_rows JOIN sources ON sources.id = source_id "
            "WHERE sources.name = ? ORDER BY line",
            [path.name],
        ).fetchall()
        assert [orjson.loads(cells) for (cells,) in kept] == records, path.name


def test_upstreams_files_come_back_byte_for_byte(
    connection: Any, real_data: Path, tmp_path: Path
) -> None:
    written = write_timm_results(connection, tmp_path)
    assert len(written) == FILES
    for path in written:
        original = (real_data / "timm-results" / path.name).read_bytes()
        assert path.read_bytes() == original.replace(b"\r\n", b"\n"), path.name
