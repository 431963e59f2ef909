"""``backbonedb publish``."""

from __future__ import annotations

from pathlib import Path

import click

from backbonedb.commands.options import database_option
from backbonedb.commands.warehouse import warehouse_option
from db.engine import Database


@click.command()
@click.option(
    "--keep",
    type=click.IntRange(min=1),
    envvar="BACKBONEDB_KEEP",
    default=3,
    show_default=True,
    help="How many versions to keep; commands that publish by themselves read BACKBONEDB_KEEP.",
)
@click.option("--anew", is_flag=True, help="Write everything, even what did not change.")
@click.option("--take-over", is_flag=True, help="Publish even where another database did.")
@warehouse_option
@database_option
def publish(database: Database, warehouse: Path, keep: int, anew: bool, take_over: bool) -> None:
    """Publish the database as Parquet and DuckDB files, as a new version.

    Readers of the version before are not disturbed. Nothing happens if nothing changed.
    """
    from warehouse.publish import publish as publish_version

    publication = publish_version(database, warehouse, keep=keep, anew=anew, take_over=take_over)
    manifest = publication.version.manifest
    if not publication.is_new:
        click.echo(f"version {manifest.version} is up to date")
        return
    size = sum(file.byte_count for file in manifest.files) / 1e6
    what = "written anew" if publication.is_full else "changed months written"
    click.echo(f"version {manifest.version}: {len(manifest.files)} files, {size:.1f} MB, {what}")
