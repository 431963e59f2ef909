"""Where things are: every setting has a flag and a variable, and a default that works."""

from __future__ import annotations

import os
from pathlib import Path


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


def lock_timeout_s() -> float:
    """``BACKBONEDB_LOCK_TIMEOUT`` in seconds, or 30."""
    return float(os.environ.get("BACKBONEDB_LOCK_TIMEOUT") or 30)
