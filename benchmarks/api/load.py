"""Reads and writes at a fixed rate on a real server: errors, lost writes, times, memory.

    python -m benchmarks.api.load URL [--seconds 600] [--reads 100] [--writes 10] [--workers 1]

Writes into the database at ``URL``: give it a copy. Requests are sent when they are due, whether
those before were answered or not. Goals: no error, every acknowledged write present, and the
server's memory flat: from the second quarter of the time to the last it grows by at most
``GROWTH_MIB``.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import statistics
import sys
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import httpx2
import psutil  # type: ignore[import-untyped] # it has no stubs
from sqlalchemy import func, select

from backbonedb.submission import MUTATION
from benchmarks.api.queries import CARD, SPEED, TREE
from benchmarks.api.serving import Served, serving
from db.engine import Database
from db.speed import BenchmarkRun, Measurement
from db.tokens import create_token

#: What the server may grow by between the second and the last quarter of the time, in MiB: runs
#: that arrive make page caches and the list of names a little longer.
GROWTH_MIB = 16.0
#: An answer that takes longer is an error, in seconds.
_PATIENCE_S = 30.0
#: As many machines send their nights: in ten minutes each sends a hundred, where a single one would
#: send sixteen years of them.
_MACHINES = 60
_FIRST_NIGHT = datetime(2026, 1, 1, 1, tzinfo=UTC)
_RUNS = Path(__file__).resolve().parent.parent / "results"
#: Reads, in turn: mostly small ones, as dashboards ask.
READS = (
    CARD,
    '{ model(name: "convnext_base") { name year variants { nodes { name licence { name } } } } }',
    '{ search(text: "convnxt") { nodes { text score } } }',
    "{ meta { dataVersion } measurements(first: 20) { totalCount } }",
    "{ benchmarkRuns(first: 20) { totalCount nodes { slug environment { slug } } } }",
    CARD.replace("2021", "2022"),
    TREE,
    "{ families(first: 100) { nodes { name title } } }",
    CARD.replace("224", "384"),
    SPEED.replace("first: 2000", "first: 100"),
)


@cache
def _records() -> tuple[dict[str, Any], ...]:
    """The opening line, a measurement and the end of a real run."""
    lines = next(_RUNS.glob("*.jsonl")).read_text("utf-8").splitlines()
    records = [json.loads(line) for line in lines]
    measured = next(one for one in records if one["type"] == "measurement")
    return records[0], measured, records[-1]


def _submission(number: int, at: int) -> tuple[str, str, str]:
    """The slug, file name and content of a small run of its own.

    Args:
        number: tells the run from all others.
        at: its place among those of this load: each machine in turn sends a night.
    """
    opening, measured, end = _records()
    night = _FIRST_NIGHT + timedelta(days=at // _MACHINES)
    run_id = f"{night:%Y%m%dt%H%M%Sz}-{number:012x}"
    opening = {
        **opening,
        "machine": f"machine-{at % _MACHINES}",
        "started_at": night.strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
        "night": night.date().isoformat(),
    }
    records = ({**one, "run_id": run_id} for one in (opening, measured, end))
    slug = f"bench-{run_id}"
    return slug, f"{slug}.jsonl", "".join(json.dumps(one) + "\n" for one in records)


@dataclass(kw_only=True, slots=True)
class Loaded:
    """What came of a load.

    Attributes:
        read_s: times of the reads, in seconds.
        write_s: times of the writes.
        acknowledged: slugs of the runs that the server said it took.
        lost: those of them that are not in the database.
        errors: what went wrong, a line each.
        memory_mib: resident memory of the server's processes, once a second.
    """

    read_s: list[float] = field(default_factory=list)
    write_s: list[float] = field(default_factory=list)
    acknowledged: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    memory_mib: list[float] = field(default_factory=list)

    @property
    def growth_mib(self) -> float:
        """By what memory grew from the second quarter of the time to the last."""
        quarter = max(1, len(self.memory_mib) // 4)
        second = self.memory_mib[quarter : 2 * quarter]
        return statistics.median(self.memory_mib[-quarter:]) - statistics.median(second)


async def _paced(rate: float, seconds: float, act: Callable[[int], Awaitable[None]]) -> None:
    """Do something at a rate, without waiting for it to be done before the next."""
    begun = time.monotonic()
    async with asyncio.TaskGroup() as group:
        for number in range(round(rate * seconds)):
            await asyncio.sleep(max(0.0, begun + number / rate - time.monotonic()))
            group.create_task(act(number))  # type: ignore[arg-type] # a coroutine


async def _loaded(
    served: Served, token: str, first: int, reads: float, writes: float, seconds: float
) -> Loaded:
    loaded = Loaded()
    # Writes that wait for each other leave the reads their connections.
    reading, writing = (
        httpx2.AsyncClient(base_url=served.url, timeout=_PATIENCE_S) for _ in range(2)
    )

    async def ask(
        client: httpx2.AsyncClient, body: dict[str, Any], times: list[float], **headers: str
    ) -> bool:
        begun = time.monotonic()
        try:
            answer = await client.post("/graphql", json=body, headers=headers)
        except httpx2.TransportError as error:
            loaded.errors.append(f"{type(error).__name__}: {error}")
            return False
        times.append(time.monotonic() - begun)
        if answer.status_code != 200 or b'"errors"' in answer.content[:20]:
            loaded.errors.append(f"{answer.status_code}: {answer.text[:300]}")
            return False
        return True

    async def read(number: int) -> None:
        await ask(reading, {"query": READS[number % len(READS)]}, loaded.read_s)

    async def write(number: int) -> None:
        slug, name, content = _submission(first + number, number)
        variables = {"input": {"name": name, "content": content}, "key": slug}
        body = {"query": MUTATION, "variables": variables}
        if await ask(writing, body, loaded.write_s, authorization=f"Bearer {token}"):
            loaded.acknowledged.append(slug)

    async def watch(_: int) -> None:
        server = psutil.Process(served.process.pid)
        family = [server, *server.children(recursive=True)]
        loaded.memory_mib.append(sum(one.memory_info().rss for one in family) / 2**20)

    async with reading, writing:
        # What the first write imports and the first reads plan is no part of the load.
        await write(0)
        for number in range(len(READS)):
            await read(number)
        loaded.read_s.clear()
        loaded.write_s.clear()
        await asyncio.gather(
            _paced(reads, seconds, read),
            _paced(writes, seconds, lambda number: write(number + 1)),
            _paced(1, seconds, watch),
        )
    return loaded


def load(
    url: str,
    *,
    reads: float = 100,
    writes: float = 10,
    seconds: float,
    workers: int = 1,
    log: Path | None = None,
) -> Loaded:
    """Load a server over a database, and look for what it acknowledged.

    Args:
        url: of the database, which is written to.
        reads: a second.
        writes: a second.
        seconds: how long.
        workers: processes of the server.
        log: file for the server's standard error.
    """
    now = datetime.now(UTC)
    first = time.time_ns() // 1_000_000
    with Database(url) as database:
        with database.writing() as session:
            token = create_token(session, f"load {first}", ["submit"], now=now, expires_at=None)
        options = ("--log-level", "warning", "--workers", str(workers))
        with serving(url, *options, log=log) as served:
            loaded = asyncio.run(_loaded(served, token, first, reads, writes, seconds))
        present = (
            select(BenchmarkRun.slug)
            .join(Measurement, Measurement.run_id == BenchmarkRun.id)
            .group_by(BenchmarkRun.slug)
            .having(func.count() == 1)
        )
        with database.reading() as session:
            found = set(session.scalars(present))
    loaded.lost = sorted(set(loaded.acknowledged) - found)
    return loaded


def main() -> int:
    """Load and print; 1 if a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("url")
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--reads", type=float, default=100)
    parser.add_argument("--writes", type=float, default=10)
    parser.add_argument("--workers", type=int, default=1)
    options = vars(parser.parse_args())
    loaded = load(**options)
    for error in loaded.errors[:10]:
        print(error)
    for name, times in (("reads", loaded.read_s), ("writes", loaded.write_s)):
        cuts = [1000 * cut for cut in statistics.quantiles(times, n=100)]
        print(
            f"{len(times):7,} {name}: median {cuts[49]:.1f} ms, 99 % {cuts[98]:.1f} ms, "
            f"longest {1000 * max(times):.0f} ms"
        )
    print(f"{len(loaded.errors)} errors, {len(loaded.lost)} acknowledged writes lost")
    print(
        f"memory {loaded.memory_mib[0]:.0f} MiB, at the end {loaded.memory_mib[-1]:.0f} MiB; from "
        f"the second quarter to the last {loaded.growth_mib:+.1f} MiB (at most {GROWTH_MIB:g})"
    )
    return 1 if loaded.errors or loaded.lost or loaded.growth_mib > GROWTH_MIB else 0


if __name__ == "__main__":
    sys.exit(main())
