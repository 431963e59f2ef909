"""The server of ``backbonedb serve``: one process, or several behind one address.

Every worker is a process of its own with its own connections and cache. Their caches need not know
of each other: each answer belongs to a state of the data, which the database counts.
"""

from __future__ import annotations

import os
import signal
import socket
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import uvicorn
from starlette.applications import Starlette
from uvicorn.config import STARTUP_FAILURE
from uvicorn.supervisors import Multiprocess

from api.app import create_app
from api.logs import log_as_json
from api.settings import Settings
from backbonedb.server_writer import Publication, ServerWriter
from dashboard.app import dashboard_routes
from db.engine import Database
from db.errors import BackboneError
from warehouse.http import questions_route, sql_route, warehouse_routes
from warehouse.sandbox import Sandbox

#: How long requests that are being answered may take after a signal to end, in seconds.
GRACE_S = 20
#: How long a worker may say nothing, as it does while it imports, in seconds.
STARTING_S = 60


@dataclass(frozen=True, kw_only=True, slots=True)
class Serving:
    """What is served.

    Attributes:
        url: of the database, with its password.
        lock_timeout_s: how long a writer waits for another one.
        settings: of the API.
        warehouse: folder of published files.
        with_sql: whether SELECT statements are answered.
        keeps: how many versions are kept when what writers change is published; 0: it is not.
        log_level: of the log, as the ``logging`` module counts.
    """

    url: str
    lock_timeout_s: float
    settings: Settings
    warehouse: Path
    with_sql: bool
    keeps: int
    log_level: int


def application(serving: Serving) -> Starlette:
    """The application of one worker."""
    log_as_json(serving.log_level)
    routes = [*dashboard_routes(), *warehouse_routes(serving.warehouse)]
    if serving.with_sql:
        routes += [sql_route(Sandbox(folder=serving.warehouse)), questions_route()]
    writing = Database(serving.url, lock_timeout_s=serving.lock_timeout_s)
    publication = None
    if serving.keeps:
        publication = Publication(writing, serving.warehouse, keep=serving.keeps)
    writer = ServerWriter(writing, publication)
    return create_app(serving.url, serving.settings, routes, writer)


def run(serving: Serving, listener: socket.socket, workers: int) -> None:
    """Serve until SIGTERM or SIGINT, then answer what is being answered and end.

    Args:
        serving: what is served.
        listener: listens at the address.
        workers: how many processes answer.

    Raises:
        BackboneError: a worker cannot start.
    """
    # The server hands the signal on when it has ended; to be asked to end is no failure.
    signal.signal(signal.SIGTERM, lambda *_: None)
    served = application(serving)  # what cannot be served is refused here, once
    if workers == 1:
        uvicorn.Server(_config(served)).run(sockets=[listener])
        return
    with tempfile.TemporaryDirectory(prefix="backbonedb-metrics-") as folder:
        # Where the workers' metrics meet (prometheus-client's multiprocess mode).
        os.environ["PROMETHEUS_MULTIPROC_DIR"] = folder
        config = _config(partial(application, serving), factory=True, workers=workers)
        supervisor = Multiprocess(config, sockets=[listener])
        supervisor.run()
        if any(process.exitcode == STARTUP_FAILURE for process in supervisor.processes):
            raise BackboneError("a worker cannot start; see the log above")


def _config(served: Callable[..., Any], **options: Any) -> uvicorn.Config:
    return uvicorn.Config(
        served,
        ws="none",
        log_config=None,
        access_log=False,
        timeout_graceful_shutdown=GRACE_S,
        timeout_worker_healthcheck=STARTING_S,
        **options,
    )
