"""``backbonedb db``: upgrade, backup, restore, check."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from backbonedb.commands.options import database_option
from db.engine import HEAD, Database


@click.group()
def db() -> None:
    """Upgrade, back up, restore and check the database."""


@db.command()
@database_option
def upgrade(database: Database) -> None:
    """Bring the schema to this program's revision; make the database if there is none."""
    from db.migrate import upgrade as migrate

    before, after = migrate(database)
    if before == after:
        click.echo(f"{database.display_url} is at revision {after} already")
    else:
        click.echo(f"{database.display_url}: revision {before or 'none'} -> {after}")


@db.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@database_option
def backup(database: Database, file: Path) -> None:
    """Write the whole database to FILE, while others go on reading and writing."""
    from db.backup import backup as write_backup

    size = write_backup(database, file)
    click.echo(f"{database.display_url} -> {file} ({size:,} bytes)")


@db.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--yes", is_flag=True, help="Do not ask; off a terminal nobody is asked.")
@database_option
def restore(database: Database, file: Path, yes: bool) -> None:
    """Replace everything in the database by the backup in FILE."""
    from db.backup import restore as read_backup

    if not yes and file.is_file() and sys.stdin.isatty():
        click.confirm(f"Replace everything in {database.display_url}?", abort=True)
    revision = read_backup(database, file)
    click.echo(f"{file} -> {database.display_url} (revision {revision})")
    if revision != HEAD:
        click.echo("run `backbonedb db upgrade` to bring it to this program's revision")


@db.command()
@database_option
def check(database: Database) -> None:
    """Look for damage and broken rules; exit 1 if there are any."""
    from db.checks import check as run_checks

    wrong = 0
    for name, finding in run_checks(database):
        wrong += finding is not None
        click.echo(
            f"{'ok' if finding is None else 'WRONG'}\t{name}{': ' + finding if finding else ''}"
        )
    if wrong:
        click.echo(f"backbonedb: {wrong} checks failed: restore a backup", err=True)
        sys.exit(1)
