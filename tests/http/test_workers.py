"""Several workers at one address: all answer, all see what is written, the dead are replaced."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

import httpx2
import psutil  # type: ignore[import-untyped] # it has no stubs
import pytest

from benchmarks.api.serving import Served, serving
from db.engine import Database

from ..support import ingest, results_csv

pytestmark = pytest.mark.http

QUERY = {"query": "query Named { evaluations { totalCount } }"}


def workers_of(served: Served) -> list[psutil.Process]:
    """The processes that answer; the one that looks after them has started them by `spawn`."""
    return [
        child
        for child in psutil.Process(served.process.pid).children()
        if child.status() != psutil.STATUS_ZOMBIE
        and any("spawn_main" in word for word in child.cmdline())
    ]


def connected(served: Served, worker: psutil.Process) -> int:
    """How many senders a worker has."""
    return sum(
        one.laddr.port == served.port and one.status == psutil.CONN_ESTABLISHED
        for one in worker.net_connections("tcp")
    )


@contextmanager
def senders(served: Served) -> Iterator[list[httpx2.Client]]:
    """Senders with a connection each, so many that every worker has one."""
    found: list[httpx2.Client] = []
    deadline = time.monotonic() + 20
    try:
        while not (workers := workers_of(served)) or not all(
            connected(served, worker) for worker in workers
        ):
            assert time.monotonic() < deadline
            found.append(httpx2.Client(base_url=served.url))
            found[-1].get("/healthz")
        yield found
    finally:
        for client in found:
            client.close()


def count(client: httpx2.Client) -> int:
    answer = client.post("/graphql", json=QUERY).json()
    return int(answer["data"]["evaluations"]["totalCount"])


def test_all_workers_see_what_is_written(database: Database) -> None:
    url = database.url.render_as_string(hide_password=False)
    rows = [("coat_lite_mini.in1k", 224, 79.099, 94.607), ("resnet50.a1_in1k", 224, 80.2, 94.6)]
    with serving(url, "--workers", "3") as served, senders(served) as clients:
        assert len(workers_of(served)) == 3
        for size in (1, 2, 1, 2):
            ingest(database, "results-imagenet.csv", results_csv(rows[:size]), force=True)
            for _ in range(2):  # the second answers come from the caches
                assert [count(client) for client in clients] == [size] * len(clients)
        metrics = clients[0].get("/metrics").text
        asked = 8.0 * len(clients)
        counted = f'backbonedb_graphql_requests_total{{code="",operation="Named"}} {asked}'
        assert counted in metrics


def test_a_worker_that_dies_is_replaced_and_the_end_is_orderly(database_url: str) -> None:
    with serving(database_url, "--workers", "2") as served:
        first = workers_of(served)
        first[0].kill()
        deadline = time.monotonic() + 20
        while len(set(workers_of(served)) - {first[0]}) < 2:
            assert time.monotonic() < deadline
            time.sleep(0.1)
        assert served.is_ready()
        last = workers_of(served)
        assert served.terminate() == 0
        assert not any(worker.is_running() for worker in last)
