"""CPU time a request: servers in turn, in one run, on one database."""

from __future__ import annotations

import http.client
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field

import orjson

from benchmarks.api import naive
from benchmarks.api.queries import GRAPHQL
from benchmarks.api.serving import free_port

#: What each kind of server is asked.
QUERIES: Mapping[str, Mapping[str, str]] = {
    "bound": {name: name for name in GRAPHQL},
    "ours": GRAPHQL,
    "cached": GRAPHQL,
    "naive": naive.GRAPHQL,
}
_NAIVE_ROUNDS = 3


@dataclass(frozen=True, kw_only=True, slots=True)
class Cost:
    """CPU milliseconds a request, of one round or the median of all.

    Attributes:
        server: of the server's process.
        database: of the PostgreSQL processes that it is connected to; 0 with SQLite, which runs in
            the server.
    """

    server: float
    database: float

    @property
    def whole(self) -> float:
        """Both together."""
        return self.server + self.database


@dataclass(frozen=True, kw_only=True, slots=True)
class Server:
    """A running server of one kind.

    Attributes:
        kind: see ``QUERIES``.
        process: its process.
        connections: kept for all requests, each with one request at a time.
        backends: ids of the PostgreSQL processes that work for it.
    """

    kind: str
    process: subprocess.Popen[bytes]
    connections: list[http.client.HTTPConnection]
    backends: list[int] = field(default_factory=list)

    def ask(self, query: str) -> None:
        """Ask on all connections at once, then read the answers.

        Raises:
            SystemExit: another status than 200, or errors.
        """
        body = orjson.dumps({"query": query})
        for connection in self.connections:
            connection.request("POST", "/graphql", body, {"content-type": "application/json"})
        for connection in self.connections:
            response = connection.getresponse()
            answer = response.read()
            if response.status != 200 or b'"errors"' in answer[:200]:
                raise SystemExit(f"{self.kind}: {answer[:500]!r}")

    def cost(self, query: str, count: int) -> Cost:
        """CPU time a request over so many requests on each connection."""
        server, database = cpu_s(self.process.pid), sum(map(cpu_s, self.backends))
        for _ in range(count):
            self.ask(query)
        requests = count * len(self.connections)
        return Cost(
            server=(cpu_s(self.process.pid) - server) / requests * 1000,
            database=(sum(map(cpu_s, self.backends)) - database) / requests * 1000,
        )


def cpu_s(pid: int) -> float:
    """CPU time of a process, user and system, to the nanosecond, in seconds (Linux)."""
    # clock_getcpuclockid(3), which Python lacks: the scheduler's clock of that process.
    return time.clock_gettime((~pid << 3) | 2)


@contextmanager
def started(kind: str, url: str, connections: int) -> Iterator[Server]:
    """A server, warm: it has answered every query."""
    port = free_port()
    command = [sys.executable, "-m", "benchmarks.api.servers", kind, url, str(port)]
    process = subprocess.Popen(command, env={**os.environ, "PGAPPNAME": f"benchmark {kind}"})
    try:
        kept = [_connected(port) for _ in range(connections)]
        server = Server(kind=kind, process=process, connections=kept)
        for query in QUERIES[kind].values():
            for _ in range(1 if kind == "naive" else 20):
                server.ask(query)
        server.backends.extend(_backends(kind, url))
        yield server
    finally:
        process.terminate()
        process.wait()


def _connected(port: int) -> http.client.HTTPConnection:
    for _ in range(300):
        connection = http.client.HTTPConnection("127.0.0.1", port)
        try:
            connection.connect()
        except OSError:
            time.sleep(0.1)
            continue
        return connection
    raise SystemExit("the server did not start")


def _backends(kind: str, url: str) -> list[int]:
    if url.startswith("sqlite"):
        return []
    import psycopg

    with psycopg.connect(url) as connection:
        rows = connection.execute(
            "SELECT pid FROM pg_stat_activity WHERE application_name = %s", (f"benchmark {kind}",)
        )
        return [row[0] for row in rows]


Costs = dict[str, dict[str, list[Cost]]]


def measured(url: str, kinds: list[str], *, rounds: int, count: int, connections: int) -> Costs:
    """Costs of every kind and query, one a round; the kinds take turns within a round.

    Args:
        url: the database.
        kinds: of servers.
        rounds: how often each is measured; naive, which takes seconds, three times at most.
        count: requests on each connection that a figure is taken over; one of naive.
        connections: requests at once.
    """
    found: Costs = {kind: {name: [] for name in GRAPHQL} for kind in kinds}
    with ExitStack() as stack:
        servers = [stack.enter_context(started(kind, url, connections)) for kind in kinds]
        for number in range(rounds):
            for name in GRAPHQL:
                for server in servers:
                    if server.kind != "naive":
                        cost = server.cost(QUERIES[server.kind][name], count)
                    elif number < _NAIVE_ROUNDS:
                        cost = server.cost(QUERIES[server.kind][name], 1)
                    else:
                        continue
                    found[server.kind][name].append(cost)
    return found


def median(costs: list[Cost]) -> Cost:
    """The median of each figure."""
    return Cost(
        server=statistics.median(cost.server for cost in costs),
        database=statistics.median(cost.database for cost in costs),
    )
