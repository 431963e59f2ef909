"""The process behind ``warehouse.sandbox``: one order on standard input, one answer on output.

The order of the settings matters: each one is needed, and after the last one no setting can be
changed any more, not even by SQL that got past the check of the statement.
"""

from __future__ import annotations

import math
import os
import re
import resource
import sys
import threading
from typing import Any

#: Settings of a connection that must be chosen when it is opened.
_SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "threads": 2,
    "temp_directory": "",
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "allow_community_extensions": False,
    "python_enable_replacements": False,
}
_SURRENDER = (
    "SET errors_as_json = true",
    "SET TimeZone = 'UTC'",
    "SET enable_external_access = false",
    "SET disabled_filesystems = 'LocalFileSystem'",
    "SET lock_configuration = true",
)
#: What tells where the published file lies: in a plan, where views and macros are resolved, and in
#: SQL for what a plan no longer shows, or is told in the text of ``query``.
_TELLING_PLAN = ("DUCKDB_DATABASES", "DUCKDB_SETTINGS", "JSON_EXECUTE_SERIALIZED_SQL")
_TELLING_SQL = re.compile(r"current_setting|\bquery\b|json_execute_serialized_sql", re.IGNORECASE)


def main() -> None:
    """Read an order, answer it."""
    import orjson

    order = orjson.loads(sys.stdin.buffer.read())
    limits = order["limits"]
    _limit_process(limits)
    answer = _encoded(_answer(order["path"], order["sql"], limits))
    if len(answer) > limits["answer_bytes"]:
        exceeded = f"the answer is larger than {limits['answer_bytes']} bytes: select less"
        answer = orjson.dumps({"exceeded": exceeded})
    sys.stdout.buffer.write(answer)
    sys.stdout.buffer.flush()
    os._exit(0)  # a query that is still running must not be waited for


def _limit_process(limits: dict[str, Any]) -> None:
    """Limits that the operating system keeps: memory, processor time, and files of no length."""
    for kind, value in (
        (resource.RLIMIT_AS, limits["address_space_bytes"]),
        (resource.RLIMIT_CPU, math.ceil(limits["kill_seconds"]) * 2),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, 64),
    ):
        resource.setrlimit(kind, (value, value))


def _answer(path: str, sql: str, limits: dict[str, Any]) -> dict[str, Any]:
    import duckdb

    from db.errors import QueryError
    from warehouse.reader import translated_errors

    settings = {**_SETTINGS, "memory_limit": f"{limits['memory_bytes']}B"}
    try:
        connection = duckdb.connect(path, read_only=True, config=settings)
    except duckdb.Error:
        return {"unreadable": True}
    for statement in _SURRENDER:
        connection.execute(statement)
    is_late = threading.Event()

    def interrupt() -> None:
        is_late.set()
        connection.interrupt()

    timer = threading.Timer(limits["seconds"], interrupt)
    timer.daemon = True
    timer.start()
    try:
        with translated_errors(sql):
            statements = connection.extract_statements(sql)
            if [statement.type for statement in statements] != [duckdb.StatementType.SELECT]:
                return {"refused": "only one SELECT is answered here"}
            if _TELLING_SQL.search(sql) or _tells(connection, statements[0].query):
                return {"refused": "settings and places of files are not told here"}
            connection.execute(statements[0])
            columns = connection.description or []
            rows = connection.fetchmany(limits["rows"] + 1)
    except QueryError as error:
        if is_late.is_set():
            return {"exceeded": f"the query took longer than {limits['seconds']:g} s"}
        if "Out of Memory Error" in str(error):
            return {"exceeded": "the query needed more memory than it may use"}
        return {"refused": str(error)}
    finally:
        timer.cancel()
    return {
        "columns": [{"name": name, "type": str(kind)} for name, kind, *_ in columns],
        "rows": rows[: limits["rows"]],
        "isCut": len(rows) > limits["rows"],
    }


def _tells(connection: Any, select: str) -> bool:
    """Whether the answer could say where the published file lies."""
    import duckdb

    try:
        plan = str(connection.execute(f"EXPLAIN {select}").fetchall())
    except duckdb.Error:
        return False  # running it gives the same error, with its place in the SQL
    return any(name in plan for name in _TELLING_PLAN)


def _encoded(answer: dict[str, Any]) -> bytes:
    """The answer as JSON: instants as RFC 3339, what JSON has no form for as text."""
    import orjson

    try:
        return orjson.dumps(answer, default=str, option=orjson.OPT_NON_STR_KEYS)
    except orjson.JSONEncodeError:  # integers of more than 64 bits
        answer["rows"] = [[_small(value) for value in row] for row in answer["rows"]]
        return orjson.dumps(answer, default=str, option=orjson.OPT_NON_STR_KEYS)


def _small(value: Any) -> Any:
    """The value; an integer of more than 64 bits as text, in lists and structs too."""
    if isinstance(value, list | tuple):
        return [_small(item) for item in value]
    if isinstance(value, dict):
        return {name: _small(item) for name, item in value.items()}
    is_large = isinstance(value, int) and not -(2**63) <= value < 2**63
    return str(value) if is_large else value


if __name__ == "__main__":
    main()
