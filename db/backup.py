"""Back up and restore a whole database, while others read it.

SQLite: its online backup, into a file that appears whole or not at all. PostgreSQL: ``pg_dump`` and
``pg_restore``, which come with the server and must be on the path.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import tempfile
from contextlib import closing
from pathlib import Path

from db.engine import HEAD, Database
from db.errors import (
    DatabaseError,
    DatabaseFullError,
    DatabaseLockedError,
    InputError,
    SchemaRevisionError,
)


def backup(database: Database, file: Path) -> int:
    """Write a backup of ``database`` to ``file``.

    Returns:
        The file's size in bytes.

    Raises:
        InputError: the file exists already, or its folder does not.
        SchemaRevisionError: there is no schema to back up.
        DatabaseError: the database or its tools failed; no file is left.
    """
    if file.exists():
        raise InputError(str(file), "exists already: name another file, or remove it first")
    if not file.absolute().parent.is_dir():
        raise InputError(str(file), "its folder does not exist: make it first")
    if database.revision() is None:
        raise SchemaRevisionError(f"{database.display_url}: there is no schema to back up")
    try:
        handle, name = tempfile.mkstemp(dir=file.absolute().parent, prefix=f".{file.name}.")
    except OSError as error:
        raise InputError(str(file), f"cannot be written: {error.strerror}") from error
    os.close(handle)
    part = Path(name)
    try:
        if database.path is not None:
            _copy_sqlite(database.path, part, lock_timeout_s=database.lock_timeout_s)
            with closing(sqlite3.connect(part)) as copy:
                copy.execute("PRAGMA journal_mode = DELETE")  # one file that can be read alone
        else:
            _run("pg_dump", database, "--format=custom", f"--file={part}")
        with part.open("rb") as written:
            os.fsync(written.fileno())
        size = part.stat().st_size
        part.rename(file)
    finally:
        for left_over in (part, part.with_name(f"{part.name}-journal")):
            left_over.unlink(missing_ok=True)
    return size


def restore(database: Database, file: Path) -> str:
    """Replace everything in ``database`` by the backup in ``file``, in one transaction.

    Returns:
        The schema revision of the backup; ``backbonedb db upgrade`` brings an older one forward.

    Raises:
        InputError: the file is no backup for this kind of database.
        DatabaseError: the database or its tools failed; nothing was changed.
    """
    if not file.is_file():
        raise InputError(str(file), "there is no such file")
    if database.path is not None:
        revision = _revision_of_backup(file)
        if revision > HEAD:
            raise InputError(
                str(file),
                f"is at schema revision {revision}, and this program knows up to {HEAD}: "
                "install the version that made it",
            )
        database.make_folder()
        _copy_sqlite(file, database.path, lock_timeout_s=database.lock_timeout_s)
        return revision
    with file.open("rb") as backup_file:
        if backup_file.read(5) != b"PGDMP":
            raise InputError(str(file), "is not a PostgreSQL backup made by `backbonedb db backup`")
    _run("pg_restore", database, "--clean", "--if-exists", "--single-transaction", str(file))
    return database.revision() or HEAD


def _copy_sqlite(source: Path, target: Path, *, lock_timeout_s: float) -> None:
    """Copy as SQLite does it: one consistent state, one transaction in the target."""

    def stop_if_locked(status: int, *_: int) -> None:
        # Without this the driver would try again for ever.
        if status in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
            raise DatabaseLockedError(
                f"{target}: another process has been writing for over {lock_timeout_s:g} s: "
                "try again when it has finished"
            )

    try:
        with (
            closing(sqlite3.connect(f"{source.absolute().as_uri()}?mode=ro", uri=True)) as read,
            closing(sqlite3.connect(target, timeout=lock_timeout_s)) as write,
        ):
            read.backup(write, progress=stop_if_locked)
    except sqlite3.Error as error:
        if "full" in str(error):
            raise DatabaseFullError(f"{target}: no room left on the device") from error
        raise DatabaseError(f"{source}: cannot be copied to {target}: {error}") from error


def _revision_of_backup(file: Path) -> str:
    try:
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as read:
            if read.execute("PRAGMA integrity_check").fetchone() != ("ok",):
                raise InputError(str(file), "the backup is damaged: restore another one")
            (revision,) = read.execute("SELECT version_num FROM alembic_version").fetchone()
            return str(revision)
    except sqlite3.Error as error:
        raise InputError(
            str(file), f"is not an SQLite backup made by `backbonedb db backup` ({error})"
        ) from error


def _run(program: str, database: Database, *arguments: str) -> None:
    path = shutil.which(program)
    if path is None:
        raise DatabaseError(f"{program} is not on the path: install PostgreSQL's client programs")
    url = database.url._replace(drivername="postgresql", password=None)
    environment = dict(os.environ)
    if database.url.password is not None:
        environment["PGPASSWORD"] = str(database.url.password)  # never on the command line
    result = subprocess.run(  # noqa: S603 - a program found on the path, no shell
        [path, f"--dbname={url.render_as_string(hide_password=False)}", *arguments],
        capture_output=True,
        text=True,
        check=False,
        env=environment,
    )
    if result.returncode != 0:
        last = (result.stderr.strip().splitlines() or ["no message"])[-1]
        raise DatabaseError(f"{program} failed: {last}")
