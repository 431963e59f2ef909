"""Speed of publication, and of questions over what is published.

    python -m benchmarks.warehouse --nights 1042 URL FOLDER

URL is an empty migrated database. Compared, in the same run: publication with a script that drains
the same query into one Parquet and one DuckDB file; a night of 16,000 more rows with the whole; two
questions over 30 days with the same SQL on a hand-made sorted table.
"""

from __future__ import annotations

import argparse
import json
import resource
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

import duckdb

from benchmarks.warehouse.nights import FIRST_NIGHT, add_night, fill
from db.engine import Database
from warehouse.draft import STORAGE_VERSION
from warehouse.extract import snapshot
from warehouse.publish import publish_here
from warehouse.relations import table_columns
from warehouse.store import Store

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


def main() -> None:
    """Run all of it and print what came out as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("url")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--nights", type=int, default=1042)
    parser.add_argument("--step", choices=("drain", "whole"))
    arguments = parser.parse_args()
    url, folder = arguments.url, arguments.folder
    if arguments.step:
        run_step(arguments.step, url, folder)
        return
    folder.mkdir(parents=True, exist_ok=True)
    with Database(url) as database:
        started = time.perf_counter()
        rows = fill(database, arguments.nights, ENVIRONMENTS)
        print(f"{rows} rows since {FIRST_NIGHT:%F} in {time.perf_counter() - started:.0f} s")
    warehouse = folder / "warehouse"
    drained = [timed("drain", url, folder / "drained")]
    full = timed("whole", url, warehouse)
    shutil.rmtree(folder / "drained")
    drained.append(timed("drain", url, folder / "drained"))
    shutil.rmtree(folder / "drained")
    with Database(url) as database:
        added = add_night(database, arguments.nights, ENVIRONMENTS_OF_THE_INCREMENT)
    increment = timed("whole", url, warehouse)
    manifest = Store(warehouse).require_current().manifest
    drain_seconds = statistics.mean(one["seconds"] for one in drained)
    report = {
        "rows": rows,
        "added": added,
        "drain": drained,
        "full": full,
        "increment": increment,
        "speed_against_drain": round(drain_seconds / full["seconds"], 2),
        "cpu_against_drain": round(
            statistics.mean(one["cpu_seconds"] for one in drained) / full["cpu_seconds"], 2
        ),
        "increment_against_full": round(increment["seconds"] / full["seconds"], 3),
        "published_mb": round(sum(file.byte_count for file in manifest.files) / 1e6),
        **questions(warehouse),
    }
    print(json.dumps(report, indent=2))


if __name__ == "__main__":
    main()
