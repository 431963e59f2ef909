"""Where things are: every setting has a flag and a variable, and a default that works."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from db.errors import BackboneError

if TYPE_CHECKING:
    from db.engine import Database

#: The database, unless another one is named.
DATABASE_FILE = "backbonedb.sqlite3"

#: A day; both engines count milliseconds in 32 bits.
LONGEST_LOCK_TIMEOUT_S = 86_400


def data_folder() -> Path:
    """The user's data directory for this program."""
    import platformdirs

    return Path(platformdirs.user_data_path("backbonedb"))


def default_url() -> str:
    """``BACKBONEDB_URL``, or an SQLite file in the user's data directory."""
    return os.environ.get("BACKBONEDB_URL") or f"sqlite:///{data_folder() / DATABASE_FILE}"


def default_warehouse(database: Database | None = None) -> Path:
    """``BACKBONEDB_WAREHOUSE``, or a folder in the user's data directory, one for each database.

    Args:
        database: what is published there; None: the database of the settings.
    """
    folder = os.environ.get("BACKBONEDB_WAREHOUSE")
    if folder:
        return Path(folder)
    if database is None:
        from db.engine import Database

        database = Database(default_url())
    own = data_folder() / DATABASE_FILE
    if database.path is not None and database.path.absolute() == own.absolute():
        return data_folder() / "warehouse"
    from warehouse.origin import origin_of

    return data_folder() / f"warehouse-{origin_of(database)[:12]}"


def auto_publishes() -> bool:
    """Whether commands that change data publish: unless ``BACKBONEDB_AUTO_PUBLISH`` is 0 or no.

    Raises:
        BackboneError: it is neither yes nor no.
    """
    import click

    written = os.environ.get("BACKBONEDB_AUTO_PUBLISH", "").strip()
    try:  # as the option of `ingest` reads it
        return click.BOOL.convert(written or "1", None, None)
    except click.BadParameter:
        raise BackboneError(f"BACKBONEDB_AUTO_PUBLISH={written}: write 1 or 0") from None


def versions_kept() -> int:
    """How many published versions are kept: ``BACKBONEDB_KEEP``, or 3.

    Raises:
        BackboneError: it is no number from 1 on.
    """
    written = os.environ.get("BACKBONEDB_KEEP") or "3"
    if not written.isdecimal() or int(written) < 1:
        raise BackboneError(f"BACKBONEDB_KEEP={written}: write a number from 1 on")
    return int(written)


def lock_timeout_s(written: str) -> float:
    """What ``--lock-timeout`` or its variable says, in seconds.

    Raises:
        BackboneError: it is no number of seconds.
    """
    try:
        timeout = float(written)
    except ValueError:
        timeout = -1
    if not 0 <= timeout <= LONGEST_LOCK_TIMEOUT_S:
        raise BackboneError(
            f"{written!r} in --lock-timeout or BACKBONEDB_LOCK_TIMEOUT is no time: use seconds, "
            "such as 30"
        )
    return timeout
