"""CPU time a request: ours, the bound and the naive server, in turn, on one database.

    python -m benchmarks.api.run URL [--requests 300] [--naive] [--json FILE]

CPU time is the server process's own, user and system, over warm requests on one kept connection.
Goals: ours at most 2 times the bound for Q1, 1.5 times for Q2 and Q3 without the response cache;
with it under 0.15 ms, or half of the bound's Q1.
"""

from __future__ import annotations

import argparse
import http.client
import json
import socket
import subprocess
import sys
import time
from pathlib import Path

import orjson
import psutil  # type: ignore[import-untyped] # it has no stubs

from benchmarks.api.queries import GRAPHQL


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def measured(kind: str, url: str, queries: dict[str, str], count: int) -> dict[str, float]:
    """CPU milliseconds a request of every query."""
    port = free_port()
    command = [sys.executable, "-m", "benchmarks.api.servers", kind, url, str(port)]
    server = subprocess.Popen(command)
    try:
        connection = _connected(port)
        process = psutil.Process(server.pid)
        found = {}
        for name, query in queries.items():
            body = orjson.dumps({"query": query})
            for _ in range(20):
                _ask(connection, body)
            before = sum(process.cpu_times()[:2])
            for _ in range(count):
                _ask(connection, body)
            found[name] = (sum(process.cpu_times()[:2]) - before) / count * 1000
        return found
    finally:
        server.terminate()
        server.wait()


def _connected(port: int) -> http.client.HTTPConnection:
    for _ in range(100):
        connection = http.client.HTTPConnection("127.0.0.1", port)
        try:
            connection.connect()
        except OSError:
            time.sleep(0.1)
            continue
        return connection
    raise SystemExit("the server did not start")


def _ask(connection: http.client.HTTPConnection, body: bytes) -> bytes:
    connection.request("POST", "/graphql", body, {"content-type": "application/json"})
    response = connection.getresponse()
    answer = response.read()
    if response.status != 200 or b'"errors"' in answer[:200]:
        raise SystemExit(answer[:500])
    return answer


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("url")
    parser.add_argument("--requests", type=int, default=300)
    parser.add_argument("--naive", action="store_true")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    names = {name: name for name in GRAPHQL}
    results = {
        "bound": measured("bound", options.url, names, options.requests),
        "ours": measured("ours", options.url, GRAPHQL, options.requests),
        "cached": measured("cached", options.url, GRAPHQL, options.requests),
    }
    if options.naive:
        from benchmarks.api.naive import GRAPHQL as NAIVE

        results["naive"] = measured("naive", options.url, NAIVE, max(5, options.requests // 30))
    print(f"{'CPU ms a request':16} " + " ".join(f"{name:>8}" for name in GRAPHQL))
    for kind, times in results.items():
        print(f"{kind:16} " + " ".join(f"{times[name]:8.3f}" for name in GRAPHQL))
    for kind in ("ours", "cached"):
        ratios = [results[kind][name] / results["bound"][name] for name in GRAPHQL]
        print(f"{kind + ' / bound':16} " + " ".join(f"{ratio:8.2f}" for ratio in ratios))
    if options.json:
        options.json.write_text(json.dumps(results, indent=2) + "\n")


if __name__ == "__main__":
    main()
