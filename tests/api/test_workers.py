"""Threads behind a bounded queue."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator

import pytest

from api.errors import RequestError
from api.workers import Workers


@pytest.fixture
def workers() -> Iterator[Workers]:
    """Two threads, one place to wait."""
    workers = Workers(2, 1)
    yield workers
    workers.close()


def test_a_job_gives_its_result_or_its_error_on_another_thread(workers: Workers) -> None:
    async def main() -> None:
        assert await workers.run(threading.get_ident) != threading.get_ident()
        with pytest.raises(ZeroDivisionError):
            await workers.run(lambda: 1 // 0)
        assert await workers.run(lambda: 3) == 3

    asyncio.run(main())


def test_no_more_jobs_than_threads_and_places(workers: Workers) -> None:
    held = threading.Event()

    async def main() -> None:
        running = [asyncio.create_task(workers.run(held.wait)) for _ in range(3)]
        await asyncio.sleep(0)
        with pytest.raises(RequestError, match="too many requests"):
            await workers.run(held.wait)
        held.set()
        assert await asyncio.gather(*running) == [True] * 3
        assert await workers.run(lambda: 1) == 1

    asyncio.run(main())


def test_who_leaves_harms_nobody_and_closing_waits(workers: Workers) -> None:
    held, done = threading.Event(), list[int]()

    def job() -> None:
        held.wait()
        done.append(1)

    async def main() -> None:
        left = asyncio.create_task(workers.run(job))
        await asyncio.sleep(0)
        left.cancel()
        with pytest.raises(asyncio.CancelledError):
            await left
        assert await workers.run(lambda: 2) == 2
        held.set()
        await asyncio.to_thread(workers.close)
        assert done == [1]

    asyncio.run(main())
