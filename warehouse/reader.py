"""The current version, opened for reading; and DuckDB's errors as one line with a position."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import orjson

from db.errors import QueryError
from warehouse.errors import WarehouseError
from warehouse.store import Store, Version


def open_current(folder: Path) -> tuple[Version, duckdb.DuckDBPyConnection]:
    """Open the current version; it stays whole however often something is published meanwhile.

    Args:
        folder: the folder of published versions.

    Raises:
        NoVersionError: nothing has been published.
        NewerVersionError: a newer program published it.
        WarehouseError: the file cannot be opened.
    """
    store = Store(folder)
    while True:
        version = store.require_current()
        try:
            return version, open_file(version.duckdb_path)
        except WarehouseError:
            if version.folder.exists():
                raise
            # published anew and cleaned up between the two calls


def open_file(path: Path) -> duckdb.DuckDBPyConnection:
    """Open a published DuckDB file for reading.

    Raises:
        WarehouseError: it cannot be opened.
    """
    try:
        connection = duckdb.connect(path, read_only=True)
        connection.execute("SET errors_as_json = true")
    except duckdb.Error as error:
        reason = " ".join(str(error).split())
        raise WarehouseError(f"{path}: the file cannot be opened: {reason}") from error
    return connection


@contextmanager
def translated_errors(sql: str, *, shown_as: str = "sql", skipped: int = 0) -> Iterator[None]:
    """Turn DuckDB's errors into one line that says where in the SQL they are.

    Args:
        sql: the SQL that is run.
        shown_as: its name for messages.
        skipped: characters in front of what the user wrote.

    Raises:
        QueryError: the SQL cannot be answered.
    """
    try:
        yield
    except duckdb.Error as error:
        raise QueryError(_one_line(str(error), sql, shown_as, skipped)) from error


def _one_line(message: str, sql: str, shown_as: str, skipped: int) -> str:
    kind, _, detail = message.partition(": ")
    place = shown_as
    if detail.startswith("{"):
        told = orjson.loads(detail)
        detail = told["exception_message"]
        if "position" in told:
            before = sql.encode()[: int(told["position"])].decode(errors="replace")
            before = before[skipped:]
            column = len(before) - (before.rfind("\n") + 1) + 1
            place = f"{shown_as}:{before.count(chr(10)) + 1}:{column}"
    lines = [line.strip() for line in detail.splitlines() if line.strip()]
    return f"{place}: {kind}: {'; '.join(lines)}"
