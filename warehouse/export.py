"""Rows as CSV, JSON or Parquet, streamed by DuckDB: no row becomes a Python object."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any, BinaryIO

import duckdb

from db.errors import QueryError
from warehouse.reader import translated_errors

FORMATS = {
    "csv": "FORMAT csv, HEADER true",
    "json": "FORMAT json, ARRAY true",
    "parquet": "FORMAT parquet, COMPRESSION zstd",
}
#: What a spreadsheet takes for the beginning of a formula, at the start of a cell; the full-width
#: forms count in East Asian settings. Tab and line ends let a formula begin after them.
FORMULA_START = r"^[\t\r\n ]*[=+\-@＝＋－＠]|^[\t\r\n]"
#: Byte order mark, by which spreadsheets know UTF-8.
BOM = "\ufeff"


def select_relation(
    connection: duckdb.DuckDBPyConnection, relation: str, where: str | None = None
) -> str:
    """The SELECT for a published relation.

    Args:
        connection: the opened version.
        relation: name of a table or view.
        where: SQL condition on its rows.

    Raises:
        QueryError: there is no such relation, and which there are; or the condition is wrong, and
            where.
    """
    known = relation_names(connection)
    if relation not in known:
        raise QueryError(f"unknown table or view {relation!r}: there are {', '.join(known)}")
    if not where:
        return f"FROM {relation}"
    begin = f"FROM {relation} WHERE ("
    explain = f"EXPLAIN {begin}{where}\n)"
    with translated_errors(explain, shown_as="--where", skipped=len(explain) - len(where) - 2):
        connection.execute(explain).fetchall()
    return f"{begin}{where}\n)"


def relation_names(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """Names of all tables and views."""
    query = (
        "SELECT table_name FROM information_schema.tables "
        "WHERE table_schema = 'main' ORDER BY table_name"
    )
    return [name for (name,) in connection.execute(query).fetchall()]


def spreadsheet_safe(connection: duckdb.DuckDBPyConnection, select: str) -> str:
    """The SELECT made for spreadsheets: UTF-8 is recognised, and no cell is run as a formula.

    Texts that would be are put behind an apostrophe; the first column's name begins with a byte
    order mark, so that the file does.

    Args:
        connection: the opened version.
        select: the SELECT, without parameters.

    Raises:
        QueryError: the SELECT cannot be answered.
    """
    with translated_errors(select):
        described = connection.execute(f"DESCRIBE {select}").fetchall()
    cells = [
        f'{_safe(name, kind)} AS "{name if place else BOM + name}"'
        for place, (name, kind, *_) in enumerate(described)
    ]
    return f"SELECT {', '.join(cells)} FROM ({select}\n)"


def _safe(name: str, kind: str) -> str:
    column = f'"{name}"'
    if kind != "VARCHAR":
        return column
    is_formula = f"regexp_matches({column}, '{FORMULA_START}')"
    return f"CASE WHEN {is_formula} THEN chr(39) || {column} ELSE {column} END"


def write_file(
    connection: duckdb.DuckDBPyConnection,
    select: str,
    form: str,
    path: Path,
    parameters: Mapping[str, Any] | None = None,
) -> int | None:
    """Write what a SELECT gives into a file, whole or not at all.

    Args:
        connection: the opened version.
        select: the SELECT.
        form: one of ``FORMATS``.
        path: the file; replaced if it is there.
        parameters: values of the SELECT's ``$name`` parameters.

    Returns:
        How many rows were written; None: DuckDB does not tell, as of PIVOT, which it runs as
        several statements.

    Raises:
        QueryError: the SELECT cannot be answered, or the file cannot be written.
    """
    if not path.absolute().parent.is_dir():
        raise QueryError(f"{path}: cannot be written: there is no such folder")
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        count = _copy(connection, select, form, draft, parameters)
        draft.replace(path)
    except OSError as error:
        raise QueryError(f"{path}: cannot be written: {error.strerror}") from error
    finally:
        draft.unlink(missing_ok=True)
    return count


def write_stream(
    connection: duckdb.DuckDBPyConnection,
    select: str,
    form: str,
    stream: BinaryIO,
    parameters: Mapping[str, Any] | None = None,
) -> int | None:
    """Write what a SELECT gives into a stream, as DuckDB makes it.

    See ``write_file``. A reader that stops early ends it without an error.
    """
    receiving, sending = os.pipe()
    failures = list[OSError]()
    with os.fdopen(receiving, "rb") as pipe:
        pump = threading.Thread(target=_pump, args=(pipe, stream, failures))
        pump.start()
        try:
            count = _copy(connection, select, form, Path(f"/dev/fd/{sending}"), parameters)
        finally:
            os.close(sending)
            pump.join()
    for failure in failures:
        raise QueryError(f"the answer cannot be written: {failure.strerror}") from failure
    return count


def _pump(pipe: BinaryIO, stream: BinaryIO, failures: list[OSError]) -> None:
    """Copy all of a pipe; a failure is kept, and the writer may finish all the same."""
    try:
        shutil.copyfileobj(pipe, stream)
        stream.flush()
    except OSError as error:
        if not isinstance(error, BrokenPipeError):
            failures.append(error)
        while pipe.read(1 << 20):
            pass


_COPY = "COPY ("


def _copy(
    connection: duckdb.DuckDBPyConnection,
    select: str,
    form: str,
    path: Path,
    parameters: Mapping[str, Any] | None,
) -> int | None:
    escaped = str(path).replace("'", "''")
    copy = f"{_COPY}{select}\n) TO '{escaped}' ({FORMATS[form]}, USE_TMP_FILE false)"
    with translated_errors(copy, skipped=len(_COPY)):
        rows = connection.execute(copy, dict(parameters or {})).fetchall()
    return int(rows[0][0]) if rows else None
