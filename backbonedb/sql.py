"""What ``backbonedb sql`` does with a line: SQL, a named question, ``.tables`` or ``.schema``."""

from __future__ import annotations

import io
import re
import shutil
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from contextlib import redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from backbonedb.output import print_rows
from db.errors import QueryError

if TYPE_CHECKING:
    from warehouse.store import Version

FORMATS = ("table", "csv", "json", "markdown")
#: Rows printed on a terminal unless told otherwise.
TERMINAL_ROWS = 1000
#: Endings of files that can be written.
ENDINGS = (".csv", ".json", ".parquet")


class Console:
    """The published version, opened, and how to print what it answers.

    Args:
        warehouse: the folder of published versions.
        form: one of ``FORMATS``.
        limit: rows printed at most; 0: all; None: ``TERMINAL_ROWS`` on a terminal, else all.
        timing: whether to say how long an answer took.
        name: name of the SQL's origin for messages.
    """

    def __init__(
        self,
        warehouse: Path,
        *,
        form: str = "table",
        limit: int | None = None,
        timing: bool = False,
        name: str = "sql",
    ) -> None:
        from warehouse.reader import open_current

        self.form, self.timing, self.name = form, timing, name
        if limit is None:
            limit = TERMINAL_ROWS if sys.stdout.isatty() else 0
        self.limit = limit
        self.version, self.connection = open_current(warehouse)

    def __enter__(self) -> Console:
        return self

    def __exit__(self, *_: object) -> None:
        self.connection.close()

    def run(self, line: str, parameters: Mapping[str, Any] | None = None) -> None:
        """Answer a line and print the answer; of several statements, one answer after the other.

        Raises:
            QueryError: it cannot be answered.
        """
        for query, given in self._statements(self._query(line), parameters or {}):
            started = time.perf_counter()
            if self.form in {"csv", "json"} and not self.limit:
                from warehouse.export import write_stream

                write_stream(self.connection, query, self.form, sys.stdout.buffer, given)
            else:
                self._print(query, given)
            if self.timing:
                click.echo(f"{time.perf_counter() - started:.3f} s", err=True)

    def write(self, line: str, parameters: Mapping[str, Any] | None, path: Path) -> None:
        """Answer a line and write all rows to a file, whose ending says the format.

        Raises:
            QueryError: it cannot be answered, or the ending is unknown.
        """
        from warehouse.export import write_file

        if path.suffix not in ENDINGS:
            raise QueryError(f"{path}: the file's name must end in {', '.join(ENDINGS)}")
        query = self._query(line)
        count = write_file(self.connection, query, path.suffix[1:], path, parameters)
        click.echo(f"{'all' if count is None else count} rows in {path}", err=True)

    def _query(self, line: str) -> str:
        """The SELECT that a line stands for."""
        from warehouse.questions import question

        word, _, rest = line.strip().partition(" ")
        if word.startswith("@"):
            return question(word[1:]).sql
        if word == ".tables":
            return _tables(self.version)
        if word == ".schema":
            return _schema(self.connection, rest.strip())
        if word.startswith("."):
            raise QueryError(f"unknown command {word}: known are .tables and .schema [NAME]")
        if not line.strip(" \t\r\n;"):
            raise QueryError(f"{self.name}: there is no SQL to answer")
        return line.strip().rstrip(";")

    def _statements(
        self, query: str, parameters: Mapping[str, Any]
    ) -> list[tuple[str, Mapping[str, Any]]]:
        """Each statement with the parameters that it names."""
        from warehouse.reader import translated_errors

        found = []
        for statement in _cut(query):
            with translated_errors(statement, shown_as=self.name):
                (parsed, *_) = self.connection.extract_statements(statement)
            found.append((statement, parsed.named_parameters))
        if not found:
            raise QueryError(f"{self.name}: there is no SQL to answer")
        unused = set(parameters).difference(*(names for _, names in found))
        if unused:
            raise QueryError(f"{self.name}: no statement has the parameter ${min(unused)}")
        return [
            (statement, {name: parameters[name] for name in names & set(parameters)})
            for statement, names in found
        ]

    def _print(self, query: str, parameters: Mapping[str, Any] | None) -> None:
        from warehouse.reader import translated_errors

        with translated_errors(query, shown_as=self.name):
            self.connection.execute(query, dict(parameters or {}))
            columns = [column[0] for column in self.connection.description or ()]
            rows = (
                self.connection.fetchmany(self.limit + 1)
                if self.limit
                else self.connection.fetchall()
            )
        is_cut = bool(self.limit) and len(rows) > self.limit
        if is_cut:
            rows.pop()
        if self.form == "markdown":
            print_markdown(columns, rows)
        elif self.form == "table" and _is_longer_than_the_terminal(len(rows)):
            with redirect_stdout(_Paged()) as page:
                print_rows(columns, rows, self.form)
            click.echo_via_pager(page.getvalue())
        else:
            print_rows(columns, rows, self.form)
        if is_cut:
            click.echo(f"cut after {self.limit} rows: --limit 0 prints all", err=True)


class _Paged(io.StringIO):
    """A page to be shown on the terminal."""

    def isatty(self) -> bool:
        return True


def _is_longer_than_the_terminal(row_count: int) -> bool:
    return sys.stdout.isatty() and row_count + 4 > shutil.get_terminal_size().lines


def _tables(version: Version) -> str:
    """Everything that can be asked, with its rows: the file's own count knows deleted ones too."""
    counts = ", ".join(
        f"('{relation.name}', {relation.row_count})"
        for relation in version.manifest.relations
        if relation.row_count is not None
    )
    return (
        "SELECT table_name AS name, 'table' AS kind, counts.rows, comment AS meaning "
        f"FROM duckdb_tables() LEFT JOIN (VALUES {counts}) AS counts (relation, rows) "
        "ON relation = table_name "
        "UNION ALL SELECT view_name, 'view', NULL, comment FROM duckdb_views() "
        "WHERE NOT internal ORDER BY name"
    )


def _schema(connection: Any, relation: str) -> str:
    from warehouse.export import relation_names

    known = relation_names(connection)
    if relation and relation not in known:
        raise QueryError(f"unknown table or view {relation!r}: there are {', '.join(known)}")
    condition = f"AND table_name = '{relation}'" if relation else ""
    return (
        "SELECT table_name AS relation, column_name AS name, data_type AS type, comment AS meaning "
        f"FROM duckdb_columns() WHERE NOT internal {condition} ORDER BY table_name, column_index"
    )


def _cut(query: str) -> list[str]:
    """The statements of a text; in front of each, blanks for all that is written before it.

    So errors name their place in the whole text.
    """
    import duckdb

    written, start = query.encode(), 0
    tokens = duckdb.tokenize(query)  # offsets are of bytes
    ends = [
        at
        for at, kind in tokens
        if kind == duckdb.token_type.operator and written[at : at + 1] == b";"
    ]
    found = []
    for end in (*ends, len(written)):
        if any(start <= at < end and kind != duckdb.token_type.comment for at, kind in tokens):
            before = re.sub(r"[^\n]", " ", written[:start].decode())
            found.append(before + written[start:end].decode())
        start = end + 1
    return found


def read_query(path: Path) -> str:
    """The SQL in a file.

    Raises:
        QueryError: it cannot be read.
    """
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise QueryError(f"{path}: the SQL cannot be read: {reason}") from error


def parse_parameters(given: Iterable[str]) -> dict[str, Any]:
    """``NAME=VALUE`` texts as values: numbers, true, false and null as such, else text.

    Raises:
        QueryError: one has no ``=``.
    """
    parameters: dict[str, Any] = {}
    for text in given:
        name, equals, value = text.partition("=")
        if not equals or not name:
            raise QueryError(f"{text!r} is not a parameter: write it as NAME=VALUE")
        parameters[name] = _value(value)
    return parameters


def _value(text: str) -> Any:
    words = {"true": True, "false": False, "null": None}
    if text.lower() in words:
        return words[text.lower()]
    for kind in (int, float):
        try:
            return kind(text)
        except ValueError:
            continue
    return text


def print_markdown(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Print rows as a Markdown table, figures to the right."""
    rows = list(rows)
    figures = [
        all(isinstance(row[at], int | float | None) for row in rows) for at in range(len(columns))
    ]
    click.echo(_markdown_line(columns))
    click.echo("|" + "|".join(" ---: " if figure else " --- " for figure in figures) + "|")
    for row in rows:
        click.echo(_markdown_line(row))


def _markdown_line(cells: Iterable[Any]) -> str:
    texts = ("" if cell is None else str(cell) for cell in cells)
    escaped = (" ".join(text.split()).replace("|", "\\|") for text in texts)
    return "| " + " | ".join(escaped) + " |"
