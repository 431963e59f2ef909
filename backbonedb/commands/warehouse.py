"""The option that commands on the published warehouse share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from backbonedb.settings import default_warehouse

F = TypeVar("F", bound=Callable[..., Any])


def _folder(context: click.Context, _: click.Parameter, value: Path | None) -> Path:
    # A database that the command line names is known by now: click looks at it first.
    return value or default_warehouse(context.params.get("database"))


def warehouse_option(command: F) -> F:
    """``--warehouse``: the folder of published versions, given to the command as ``warehouse``."""
    return click.option(
        "--warehouse",
        envvar="BACKBONEDB_WAREHOUSE",
        type=click.Path(path_type=Path),
        callback=_folder,
        help="The folder of published versions. [default: in the user's data directory, one for "
        "each database]",
    )(command)
