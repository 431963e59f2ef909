"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from backbonedb.settings import default_url, lock_timeout_s
from db.engine import Database

F = TypeVar("F", bound=Callable[..., Any])


_LOCK_TIMEOUT = "backbonedb.lock_timeout_s"


def _remember_timeout(context: click.Context, _: click.Parameter, value: str) -> None:
    context.meta[_LOCK_TIMEOUT] = lock_timeout_s(value)


def _open(context: click.Context, _: click.Parameter, value: str | None) -> Database:
    database = Database(value or default_url(), lock_timeout_s=context.meta[_LOCK_TIMEOUT])
    context.call_on_close(database.close)
    return database


def database_option(command: F) -> F:
    """``--url`` and ``--lock-timeout``: the database, given to the command as ``database``."""
    url = click.option(
        "--url",
        "database",
        envvar="BACKBONEDB_URL",
        callback=_open,
        help="The database, as an SQLAlchemy URL. [default: a file in the user's data directory]",
    )
    lock_timeout = click.option(
        "--lock-timeout",
        envvar="BACKBONEDB_LOCK_TIMEOUT",
        default="30",
        show_default=True,
        metavar="SECONDS",
        is_eager=True,  # it is needed to open the database
        expose_value=False,
        callback=_remember_timeout,
        help="Wait so long for another process that writes.",
    )
    return url(lock_timeout(command))
