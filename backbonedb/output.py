"""How commands print rows: a table on a terminal, tab-separated off it, JSON or CSV on demand."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Literal

import click
import orjson

if TYPE_CHECKING:
    from rich.table import Table

FORMATS = ("table", "json", "csv")


def print_rows(
    columns: Sequence[str],
    rows: Iterable[Sequence[Any]],
    form: str,
    *,
    optional: Sequence[str] = (),
) -> None:
    """Print rows.

    Args:
        columns: names of the columns.
        rows: the rows, one value a column; None is an empty cell, or JSON's null.
        form: one of ``FORMATS``. A table off a terminal is tab-separated and never cut.
        optional: columns that a table on a narrow terminal does without, in this order.
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
        _print_table(columns, rows, optional)
    else:
        click.echo("\t".join(columns))
        for row in rows:
            click.echo("\t".join(_cell(value) for value in row))


def _print_table(
    columns: Sequence[str], rows: list[Sequence[Any]], optional: Sequence[str]
) -> None:
    from rich.console import Console

    console = Console()
    boundless = console.options.update(width=10_000)
    left_out: list[str] = []
    while True:
        shown = [name for name in columns if name not in left_out]
        table = _table(columns, rows, shown)
        is_too_wide = console.measure(table, options=boundless).maximum > console.width
        if not is_too_wide or len(left_out) == len(optional):
            break
        left_out.append(optional[len(left_out)])
    console.print(table)
    if left_out:
        console.print(f"left out for want of room: {', '.join(left_out)} (--format csv has all)")


def _table(columns: Sequence[str], rows: list[Sequence[Any]], shown: Sequence[str]) -> Table:
    from rich.table import Table

    table = Table(header_style="bold")
    positions = [position for position, name in enumerate(columns) if name in shown]
    for position in positions:
        figures = all(isinstance(row[position], int | float | None) for row in rows)
        side: Literal["left", "right"] = "right" if figures else "left"
        table.add_column(columns[position], justify=side, overflow="fold")
    for row in rows:
        table.add_row(*(_cell(row[position]) for position in positions))
    return table


def _cell(value: Any) -> str:
    """A value on one line: tabs and line ends in it would break the table."""
    if value is None:
        return ""
    return " ".join(str(value).split()) if isinstance(value, str) else str(value)
