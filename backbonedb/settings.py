"""Where things are: every setting has a flag and a variable, and a default that works."""

from __future__ import annotations

import os
from pathlib import Path

from db.errors import BackboneError

#: A day; both engines count milliseconds in 32 bits.
LONGEST_LOCK_TIMEOUT_S = 86_400


def data_folder() -> Path:
    """The user's data directory for this program."""
    import platformdirs

    return Path(platformdirs.user_data_path("backbonedb"))


def default_url() -> str:
    """``BACKBONEDB_URL``, or an SQLite file in the user's data directory."""
    return os.environ.get("BACKBONEDB_URL") or f"sqlite:///{data_folder() / 'backbonedb.sqlite3'}"


def default_warehouse() -> Path:
    """``BACKBONEDB_WAREHOUSE``, or a folder in the user's data directory."""
    folder = os.environ.get("BACKBONEDB_WAREHOUSE")
    return Path(folder) if folder else data_folder() / "warehouse"


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
