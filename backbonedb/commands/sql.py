"""``backbonedb sql``: ad-hoc SQL over the published version."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from backbonedb.commands.warehouse import warehouse_option
from backbonedb.sql import FORMATS, Console, parse_parameters, read_query


@click.command()
@click.argument("query", required=False)
@click.option("-f", "--file", "path", type=click.Path(path_type=Path), help="Read the SQL here.")
@click.option(
    "-p",
    "--param",
    "parameters",
    multiple=True,
    metavar="NAME=VALUE",
    help="Value of the parameter $NAME in the SQL.",
)
@click.option("--format", "form", type=click.Choice(FORMATS), default="table", show_default=True)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="Write all rows to a .csv, .json or .parquet file.",
)
@click.option(
    "--limit",
    type=click.IntRange(min=0),
    help="Print at most so many rows; 0: all. [default: 1000 on a terminal, else all]",
)
@click.option("--timing", is_flag=True, help="Say how long it took.")
@click.option("--list", "is_list", is_flag=True, help="List the named questions.")
@warehouse_option
def sql(
    warehouse: Path,
    query: str | None,
    path: Path | None,
    parameters: tuple[str, ...],
    form: str,
    output: Path | None,
    limit: int | None,
    timing: bool,
    is_list: bool,
) -> None:
    """Answer SQL from the published version, in DuckDB's dialect.

    QUERY is SQL, `@NAME` for a named question, `.tables` or `.schema [NAME]`. Without one, SQL is
    read from standard input; on a terminal, a shell opens.

        backbonedb sql "SELECT name, top1 FROM leaderboard WHERE year = 2021 LIMIT 5"

        backbonedb sql @pareto-4090 --format markdown
    """
    if is_list:
        from warehouse.questions import questions

        for question in questions():
            click.echo(f"@{question.name}\t{question.text}")
        return
    given: dict[str, Any] = parse_parameters(parameters)
    if path is not None:
        if query is not None:
            raise click.UsageError("give QUERY or --file, not both")
        query = read_query(path)
    elif query is None and not sys.stdin.isatty():
        query = sys.stdin.read()
    with Console(
        warehouse, form=form, limit=limit, timing=timing, name=str(path or "sql")
    ) as console:
        if query is None:
            from backbonedb.shell import run_shell

            run_shell(console)
        elif output is not None:
            console.write(query, given, output)
        else:
            console.run(query, given)
