"""``backbonedb export``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from backbonedb.commands.warehouse import warehouse_option


@click.command()
@click.argument("relation", metavar="TABLE|VIEW", required=False)
@click.option("--format", "form", type=click.Choice(("csv", "parquet", "json")), default="csv")
@click.option("--where", metavar="SQL", help="Only rows that meet this condition.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write here.")
@click.option(
    "--spreadsheet-safe",
    is_flag=True,
    help="CSV for spreadsheets: no cell is run as a formula, and UTF-8 is recognised.",
)
@click.option("--as", "kind", type=click.Choice(("timm-results",)), help="Write upstream's files.")
@click.argument("folder", type=click.Path(path_type=Path), required=False)
@warehouse_option
def export(
    warehouse: Path,
    relation: str | None,
    form: str,
    where: str | None,
    output: Path | None,
    spreadsheet_safe: bool,
    kind: str | None,
    folder: Path | None,
) -> None:
    """Write a table or view of the published version, or upstream's files as they came.

    backbonedb export leaderboard --where "year = 2021" --spreadsheet-safe -o models.csv

    backbonedb export --as timm-results FOLDER
    """
    from warehouse import export as rows
    from warehouse.reader import open_current

    if kind is not None:
        from warehouse.timm_results import write_timm_results

        target = folder or (Path(relation) if relation else None)
        if target is None:
            raise click.UsageError("--as timm-results needs a folder")
        _, connection = open_current(warehouse)
        with connection:
            paths = write_timm_results(connection, target)
        click.echo(f"{len(paths)} files in {target}")
        return
    if relation is None:
        raise click.UsageError("name a table or view, e.g. leaderboard")
    if spreadsheet_safe and form != "csv":
        raise click.UsageError("--spreadsheet-safe is for --format csv")
    _, connection = open_current(warehouse)
    with connection:
        select = rows.select_relation(connection, relation, where)
        if spreadsheet_safe:
            select = rows.spreadsheet_safe(connection, select)
        if output is not None:
            rows.write_file(connection, select, form, output)
        else:
            rows.write_stream(connection, select, form, sys.stdout.buffer)
