"""The option that commands on the published warehouse share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from backbonedb.settings import default_warehouse

F = TypeVar("F", bound=Callable[..., Any])


def warehouse_option(command: F) -> F:
    """``--warehouse``: the folder of published versions, given to the command as ``warehouse``."""
    return click.option(
        "--warehouse",
        envvar="BACKBONEDB_WAREHOUSE",
        type=click.Path(path_type=Path),
        default=default_warehouse,
        help="The folder of published versions. [default: beside the default database]",
    )(command)
