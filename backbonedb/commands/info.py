"""``backbonedb info``."""

from __future__ import annotations

from pathlib import Path

import click
from sqlalchemy import func, select

from backbonedb.cli import version
from backbonedb.commands.options import database_option
from backbonedb.commands.warehouse import warehouse_option
from db.bulk import table_of
from db.engine import HEAD, Database
from db.provenance import DataState
from db.tables import metadata


@click.command()
@warehouse_option
@database_option
def info(database: Database, warehouse: Path) -> None:
    """Show where the database and the published files are, and what the database holds."""
    click.echo(f"program\t{version()}")
    click.echo(f"database\t{database.display_url}")
    click.echo(f"warehouse\t{warehouse}")
    path = database.path
    found = None if path is not None and not path.exists() else database.revision()
    click.echo(f"schema revision\t{found or 'none'} (this program needs {HEAD})")
    if found != HEAD:
        click.echo("run `backbonedb db upgrade`")
        return
    with database.reading() as session:
        state = session.execute(select(DataState.version, DataState.changed_at)).first()
        if state is not None:
            changed = state.changed_at.isoformat(timespec="seconds").replace("+00:00", "Z")
            click.echo(f"data version\t{state.version} of {changed}")
        for name in sorted(metadata.tables):
            table = metadata.tables[name]
            if name != table_of(DataState).name:
                count = session.scalar(select(func.count()).select_from(table))
                click.echo(f"{name}\t{count}")
