"""Alembic's entry: runs on the connection that ``db.migrate`` gives, or on ``BACKBONEDB_URL``.

The caller owns the transaction, so that all pending migrations are one whole.
"""

from __future__ import annotations

import os
from typing import Literal

from alembic import context
from sqlalchemy import Connection

from db.base import Instant
from db.engine import Database
from db.tables import metadata


def render_item(kind: str, item: object, _: object) -> str | Literal[False]:
    """Write our own column types as SQLAlchemy's: a migration must not change with the models."""
    if kind == "type" and isinstance(item, Instant):
        return 'sa.String(27).with_variant(sa.DateTime(timezone=True), "postgresql")'
    return False


def run(connection: Connection) -> None:
    """Run the asked-for migrations on ``connection``."""
    context.configure(
        connection=connection,
        target_metadata=metadata,
        render_as_batch=connection.dialect.name == "sqlite",
        compare_type=True,
        compare_server_default=True,
        render_item=render_item,
    )
    with context.begin_transaction():
        context.run_migrations()


given = context.config.attributes.get("connection")
if given is not None:
    run(given)
else:  # `alembic revision --autogenerate` in a checkout
    with Database(os.environ["BACKBONEDB_URL"]).connecting() as own:
        run(own)
        own.commit()
