"""``backbonedb problems``."""

from __future__ import annotations

import click
from sqlalchemy import select

from backbonedb.commands.options import database_option
from backbonedb.output import FORMATS, print_rows
from db.engine import Database
from db.provenance import Problem, Source

COLUMNS = ("file", "line", "column", "code", "text")


@click.command()
@click.option("--code", help="Only findings of this kind.")
@click.option("--file", "file_name", help="Only findings about this file.")
@click.option("--all", "all_revisions", is_flag=True, help="Superseded revisions too.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="table", show_default=True)
@database_option
def problems(
    database: Database, code: str | None, file_name: str | None, all_revisions: bool, form: str
) -> None:
    """List what was found about sources and did not stop their ingest."""
    rows = (
        select(Source.name, Problem.line, Problem.column_name, Problem.code, Problem.text)
        .join(Source, Source.id == Problem.source_id)
        .order_by(Source.name, Source.id, Problem.line, Problem.code)
    )
    if not all_revisions:
        # A row that a new revision repeats keeps its place in the revision that brought it.
        rows = rows.where(Source.is_current | Problem.is_derived)
    if code is not None:
        rows = rows.where(Problem.code == code)
    if file_name is not None:
        rows = rows.where(Source.name == file_name)
    with database.reading() as session:
        print_rows(COLUMNS, [tuple(row) for row in session.execute(rows)], form)
