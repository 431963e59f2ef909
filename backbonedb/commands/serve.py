"""``backbonedb serve``."""

from __future__ import annotations

import socket
from pathlib import Path

import click

from backbonedb.commands.options import database_option
from backbonedb.commands.warehouse import warehouse_option
from db.engine import Database
from db.errors import BackboneError


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
@click.option("--rate", help="Requests allowed for each address, e.g. 100/minute.")
@click.option(
    "--cache-bytes", type=int, default=32_000_000, show_default=True, help="Size of the cache."
)
@click.option("--sql", "with_sql", is_flag=True, help="Answer SELECT statements at POST /sql.")
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
) -> None:
    """Serve the dashboard at /, GraphQL at /graphql and the published files at /warehouse/.

    With /healthz, /readyz and /metrics; with --sql, SELECT statements at POST /sql too.
    """
    with database.reading():
        pass  # no migration, no serving: refuse now, not at the first request
    import uvicorn

    from api.app import create_app
    from api.settings import Settings
    from dashboard.app import dashboard_routes
    from warehouse.http import sql_route, warehouse_routes
    from warehouse.sandbox import Sandbox

    settings = Settings(
        is_production=production,
        operations=operations,
        only_operations=only_operations,
        origins=origins,
        rate=rate,
        cache_bytes=cache_bytes,
    )
    url = database.url.render_as_string(hide_password=False)
    routes = [*dashboard_routes(), *warehouse_routes(warehouse)]
    if with_sql:
        routes.append(sql_route(Sandbox(folder=warehouse)))
    app = create_app(url, settings, routes)
    database.close()
    try:
        listener = socket.create_server((host, port))
    except OSError as error:
        raise BackboneError(
            f"cannot listen on {host}:{port} ({error.strerror}): choose another with --port"
        ) from error
    port = listener.getsockname()[1]
    click.echo(f"Dashboard at http://{host}:{port}/, GraphQL at /graphql", err=True)
    server = uvicorn.Server(uvicorn.Config(app, log_config=None, access_log=False))
    server.run(sockets=[listener])
