"""How commands print rows: a table on a terminal, tab-separated off it, JSON or CSV on demand."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterable, Sequence
from typing import Any

import click
import orjson

FORMATS = ("table", "json", "csv")


def print_rows(columns: Sequence[str], rows: Iterable[Sequence[Any]], form: str) -> None:
    """Print rows.

    Args:
        columns: names of the columns.
        rows: the rows, one value a column; None is an empty cell, or JSON's null.
        form: one of ``FORMATS``. A table off a terminal is tab-separated and never cut.
    """
    rows = list(rows)
    if form == "json":
        named = [dict(zip(columns, row, strict=True)) for row in rows]
        click.echo(orjson.dumps(named, option=orjson.OPT_INDENT_2).decode())
    elif form == "csv":
        buffer = io.StringIO()
        writer = csv.writer(buffer, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)
        click.echo(buffer.getvalue(), nl=False)
    elif sys.stdout.isatty():
        _print_table(columns, rows)
    else:
        click.echo("\t".join(columns))
        for row in rows:
            click.echo("\t".join(_cell(value) for value in row))


def _print_table(columns: Sequence[str], rows: list[Sequence[Any]]) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(header_style="bold")
    for position, name in enumerate(columns):
        figures = all(isinstance(row[position], int | float | None) for row in rows)
        table.add_column(name, justify="right" if figures else "left", overflow="fold")
    for row in rows:
        table.add_row(*(_cell(value) for value in row))
    Console().print(table)


def _cell(value: Any) -> str:
    """A value on one line: tabs and line ends in it would break the table."""
    if value is None:
        return ""
    return " ".join(str(value).split()) if isinstance(value, str) else str(value)
