"""Publication after a command that changed data, unless it is switched off."""

from __future__ import annotations

from pathlib import Path

import click

from backbonedb.settings import auto_publishes, versions_kept
from db.engine import Database
from db.errors import BackboneError


def publish_after(
    database: Database, warehouse: Path, done: str, *, is_wanted: bool | None = None
) -> str | None:
    """Publish what a command changed; the change stands whether this succeeds or not.

    Args:
        database: what was changed.
        warehouse: where to publish.
        done: what the command did, in a word, for the warning.
        is_wanted: whether to publish; None: as the settings say.

    Returns:
        Name of the version; None: it was not published.
    """
    if not (auto_publishes() if is_wanted is None else is_wanted):
        return None
    from warehouse.publish import publish

    try:
        found = publish(database, warehouse, keep=versions_kept())
    except BackboneError as error:
        click.echo(f"backbonedb: warning: {done}, but not published: {error}", err=True)
        return None
    return found.version.manifest.version
