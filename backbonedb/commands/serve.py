"""``backbonedb serve``."""

from __future__ import annotations

import logging
import socket
from pathlib import Path

import click

from backbonedb.commands.options import database_option
from backbonedb.commands.warehouse import warehouse_option
from backbonedb.settings import auto_publishes, versions_kept
from db.engine import Database
from db.errors import BackboneError


def _checked_rate(_: click.Context, __: click.Parameter, rate: str | None) -> str | None:
    if rate is not None:
        from limits import parse

        try:
            parse(rate)
        except ValueError:
            raise click.BadParameter(f"{rate!r} is no rate: write e.g. 100/minute") from None
    return rate


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", type=int, default=8000, show_default=True, help="Port to listen on.")
@click.option("--production", is_flag=True, help="No GraphiQL, introspection or suggestions.")
@click.option(
    "--operations",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Folder of .graphql files that requests may name.",
)
@click.option("--only-operations", is_flag=True, help="Answer nothing but those.")
@click.option("--origin", "origins", multiple=True, help="Origin that browsers may ask from.")
@click.option(
    "--rate",
    callback=_checked_rate,
    help="Requests allowed for each address and token, e.g. 100/minute; each worker counts.",
)
@click.option(
    "--cache-bytes", type=int, default=32_000_000, show_default=True, help="Size of the cache."
)
@click.option(
    "--workers",
    type=click.IntRange(1, 64),
    default=1,
    show_default=True,
    help="Processes that answer; above 1 best with PostgreSQL.",
)
@click.option(
    "--log-level",
    type=click.Choice(["info", "warning", "error"]),
    default="info",
    show_default=True,
    help="info: a JSON line for each request, on standard error.",
)
@click.option(
    "--sql", "with_sql", is_flag=True, help="Answer SELECT statements at POST /sql, and on a page."
)
@warehouse_option
@database_option
def serve(
    database: Database,
    warehouse: Path,
    with_sql: bool,
    host: str,
    port: int,
    production: bool,
    operations: Path | None,
    only_operations: bool,
    origins: tuple[str, ...],
    rate: str | None,
    cache_bytes: int,
    workers: int,
    log_level: str,
) -> None:
    """Serve the dashboard at /, GraphQL at /graphql and the published files at /warehouse/.

    With /healthz, /readyz and /metrics; with --sql, SELECT statements at POST /sql too. Who has a
    token (`backbonedb token create`) submits runs and judges alerts over GraphQL.
    """
    with database.reading():
        pass  # no migration, no serving: refuse now, not at the first request
    from api.settings import Settings
    from backbonedb.server import Serving, run

    settings = Settings(
        is_production=production,
        operations=operations,
        only_operations=only_operations,
        origins=origins,
        rate=rate,
        cache_bytes=cache_bytes,
    )
    serving = Serving(
        url=database.url.render_as_string(hide_password=False),
        lock_timeout_s=database.lock_timeout_s,
        settings=settings,
        warehouse=warehouse,
        with_sql=with_sql,
        keeps=versions_kept() if auto_publishes() else 0,
        log_level=logging.getLevelNamesMapping()[log_level.upper()],
    )
    database.close()
    try:
        listener = socket.create_server((host, port))
    except OSError as error:
        raise BackboneError(
            f"cannot listen on {host}:{port} ({error.strerror}): choose another with --port"
        ) from error
    port = listener.getsockname()[1]
    click.echo(f"Dashboard at http://{host}:{port}/, GraphQL at /graphql", err=True)
    run(serving, listener, workers)
