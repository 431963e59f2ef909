"""Upstream's result files written back from the cells that were kept: nothing was lost on the way.

Equal to what was read byte for byte, apart from line ends.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import orjson

from db.errors import QueryError

_SOURCES = """\
SELECT sources.id, sources.name, sources.header
FROM sources JOIN logical_sources ON logical_sources.id = sources.logical_source_id
WHERE sources.is_current AND logical_sources.publisher = 'timm'
  AND logical_sources.kind IN ('results', 'benchmark', 'metadata')
ORDER BY sources.name"""
_CELLS = "SELECT cells FROM source_rows WHERE source_id = ? ORDER BY line"
#: Records read at a time.
BATCH_ROWS = 10_000


def write_timm_results(connection: duckdb.DuckDBPyConnection, folder: Path) -> list[Path]:
    """Write the current revision of every result and benchmark file of timm.

    Args:
        connection: the opened version.
        folder: where to; made if it is missing.

    Returns:
        The files, by name.

    Raises:
        QueryError: the folder cannot be written.
    """
    try:
        return _write_files(connection, folder)
    except OSError as error:
        raise QueryError(f"{folder}: cannot be written: {error.strerror}") from error


def _write_files(connection: duckdb.DuckDBPyConnection, folder: Path) -> list[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for source_id, name, header in connection.execute(_SOURCES).fetchall():
        path = folder / Path(name).name
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(orjson.loads(header))
            writer.writerows(_records(connection, source_id))
        paths.append(path)
    return paths


def _records(connection: duckdb.DuckDBPyConnection, source_id: int) -> Iterator[list[Any]]:
    connection.execute(_CELLS, [source_id])
    while batch := connection.fetchmany(BATCH_ROWS):
        for (cells,) in batch:
            yield orjson.loads(cells)
