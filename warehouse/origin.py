"""Which database a version shows: a folder of versions is for one database."""

from __future__ import annotations

import hashlib

from db.engine import Database
from warehouse.errors import OtherDatabaseError
from warehouse.store import Store, Version


def origin_of(database: Database) -> str:
    """What tells a database from others: the sha256 of where it is, hexadecimal.

    The manifest is public, and names neither hosts nor folders.
    """
    url = database.url.set(drivername=database.dialect, username=None, password=None)
    if database.path is not None:
        url = url.set(database=str(database.path.resolve()))
    return hashlib.sha256(url.render_as_string().encode()).hexdigest()


def require_own_folder(store: Store, current: Version | None, origin: str) -> None:
    """Refuse a folder whose current version shows another database.

    Args:
        store: the folder.
        current: its current version.
        origin: of the database that is to be published in it.

    Raises:
        OtherDatabaseError: another database was published there.
    """
    if current is not None and current.manifest.origin not in {"", origin}:
        raise OtherDatabaseError(
            f"{store.folder}: another database is published here: name another folder with "
            "--warehouse, or run `backbonedb publish --take-over` if that database was moved or "
            "is gone"
        )
