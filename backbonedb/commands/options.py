"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from backbonedb.settings import default_url, lock_timeout_s
from db.engine import Database

F = TypeVar("F", bound=Callable[..., Any])


def _open(context: click.Context, _: click.Parameter, value: str | None) -> Database:
    database = Database(value or default_url(), lock_timeout_s=lock_timeout_s())
    context.call_on_close(database.close)
    return database


def database_option(command: F) -> F:
    """``--url``: the database, given to the command as ``database``."""
    return click.option(
        "--url",
        "database",
        envvar="BACKBONEDB_URL",
        callback=_open,
        help="The database, as an SQLAlchemy URL. [default: a file in the user's data directory]",
    )(command)
