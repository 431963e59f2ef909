"""Bring a database to another schema revision, whole or not at all, one process at a time.

The installed package has no ``pyproject.toml``: the Alembic configuration is built here in code.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection, text

from db.engine import HEAD, WRITERS_LOCK, Database, schema_revision
from db.errors import SchemaRevisionError
from db.tables import metadata

MIGRATIONS = Path(__file__).resolve().parent.parent / "migrations"


def configuration() -> Config:
    """Alembic's configuration for this package's migrations."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    return config


def revisions() -> list[str]:
    """All schema revisions, oldest first."""
    script = ScriptDirectory.from_config(configuration())
    return [revision.revision for revision in script.walk_revisions()][::-1]


def upgrade(database: Database, revision: str = HEAD) -> tuple[str | None, str]:
    """Bring ``database`` up to ``revision`` in one transaction.

    Returns:
        The revision before (None: there was no schema) and after.

    Raises:
        SchemaRevisionError: the database stands at a revision that this program does not know.
        DatabaseError: the database refused; nothing was changed.
    """
    database.make_folder()
    return _move(database, command.upgrade, revision)


def downgrade(database: Database, revision: str) -> tuple[str | None, str]:
    """Take ``database`` back to ``revision`` (``base``: no tables) in one transaction.

    Returns:
        The revision before and after.

    Raises:
        SchemaRevisionError: unknown revision.
        DatabaseError: the database refused; nothing was changed.
    """
    return _move(database, command.downgrade, revision)


def drift(database: Database) -> list[Any]:
    """Differences between the tables as migrated and as declared; empty when they agree."""
    with database.connecting() as connection:
        context = MigrationContext.configure(
            connection,
            opts={"compare_type": True, "compare_server_default": True},
        )
        return list(compare_metadata(context, metadata))


def _move(database: Database, move: Any, revision: str) -> tuple[str | None, str]:
    with database.connecting() as connection, _exclusive(connection):
        before = schema_revision(connection)
        known = revisions()
        if before is not None and before not in known:
            raise SchemaRevisionError(
                f"{database.display_url}: the database is at schema revision {before}, which this "
                f"program does not know (it knows {known[0]} to {known[-1]}): install the version "
                "that made it"
            )
        config = configuration()
        config.attributes["connection"] = connection
        try:
            move(config, revision)
        except CommandError as error:
            raise SchemaRevisionError(f"{database.display_url}: {error}") from error
        return before, revision


@contextmanager
def _exclusive(connection: Connection) -> Iterator[None]:
    """One transaction that no other process migrates or writes beside."""
    if connection.dialect.name == "postgresql":
        with connection.begin():
            connection.execute(text(f"SELECT pg_advisory_xact_lock({WRITERS_LOCK})"))
            yield
        return
    # Rebuilding a table with foreign keys on would empty the tables that refer to it, and the
    # switch is ignored inside a transaction: off before it, checked in it, on again after it.
    driver_connection = connection.connection.driver_connection
    assert driver_connection is not None
    driver_connection.execute("PRAGMA foreign_keys = OFF")
    try:
        with connection.begin():
            yield
            broken = connection.execute(text("PRAGMA foreign_key_check")).first()
            if broken is not None:
                raise SchemaRevisionError(f"the migration would break a foreign key: {broken}")
    finally:
        driver_connection.execute("PRAGMA foreign_keys = ON")
