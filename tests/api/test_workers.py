"""Threads behind a bounded queue."""

from __future__ import annotations

import asyncio
import random
import threading
import time
from collections.abc import Iterator
from functools import partial

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
    begun, held, done = threading.Event(), threading.Event(), list[int]()

    def job() -> None:
        begun.set()
        held.wait()
        done.append(1)

    async def main() -> None:
        left = asyncio.create_task(workers.run(job))
        await asyncio.to_thread(begun.wait)
        left.cancel()
        with pytest.raises(asyncio.CancelledError):
            await left
        assert await workers.run(lambda: 2) == 2
        held.set()
        await asyncio.to_thread(workers.close)
        assert done == [1]

    asyncio.run(main())


@pytest.fixture
def taking_turns() -> Iterator[Workers]:
    """Three threads that wait 10 ms for each other."""
    workers = Workers(3, 100, patience_s=0.01)
    yield workers
    workers.close()


def test_threads_that_take_turns_work_one_at_a_time(taking_turns: Workers) -> None:
    at_once, most = 0, 0

    def job() -> None:
        nonlocal at_once, most
        at_once += 1
        most = max(most, at_once)
        time.sleep(0.0001)  # lets go of the interpreter's lock, as a statement does
        at_once -= 1

    async def main() -> None:
        await asyncio.gather(*(taking_turns.run(job) for _ in range(90)))

    asyncio.run(main())
    # A machine that stands still for 10 ms looks like a job that takes long.
    assert most <= 2


def test_jobs_that_take_long_hold_up_nobody(taking_turns: Workers) -> None:
    held = threading.Event()

    async def main() -> None:
        long = [asyncio.create_task(taking_turns.run(held.wait)) for _ in range(2)]
        await asyncio.sleep(0)
        threads = {await taking_turns.run(threading.get_ident) for _ in range(20)}
        assert len(threads) == 1
        held.set()
        assert await asyncio.gather(*long) == [True, True]
        # All threads held: the rest waits, and nothing is forgotten.
        held.clear()
        long = [asyncio.create_task(taking_turns.run(held.wait)) for _ in range(3)]
        waiting = [asyncio.create_task(taking_turns.run(lambda: 1)) for _ in range(5)]
        await asyncio.sleep(0.1)
        assert not any(task.done() for task in waiting)
        held.set()
        assert await asyncio.gather(*waiting) == [1] * 5
        await asyncio.gather(*long)

    try:
        asyncio.run(main())
    finally:
        held.set()  # or a failure would wait for ever


def test_turns_come_and_go_without_losing_a_job(taking_turns: Workers) -> None:
    waits = random.Random(1).choices((0, 0, 0, 0.015, 0.03), k=100)

    def job(number: int) -> int:
        time.sleep(waits[number])
        return number

    async def main() -> None:
        jobs = [taking_turns.run(partial(job, number)) for number in range(100)]
        assert await asyncio.gather(*jobs) == list(range(100))

    asyncio.run(main())


def test_a_long_job_after_one_that_was_overtaken_holds_up_nobody(taking_turns: Workers) -> None:
    """The overtaken thread ends while the next one is at a job that will take long."""
    held = threading.Event()

    async def main() -> None:
        first = asyncio.create_task(taking_turns.run(lambda: time.sleep(0.015)))
        long = asyncio.create_task(taking_turns.run(held.wait))
        quick = [asyncio.create_task(taking_turns.run(lambda: 1)) for _ in range(3)]
        await first
        assert await asyncio.wait_for(asyncio.gather(*quick), 5) == [1] * 3
        assert not long.done()
        held.set()
        await long

    try:
        for _ in range(5):
            held.clear()
            asyncio.run(main())
    finally:
        held.set()


def test_a_job_that_nobody_waits_for_keeps_its_place_until_it_ends(workers: Workers) -> None:
    held = threading.Event()

    async def main() -> None:
        left = [asyncio.create_task(workers.run(held.wait)) for _ in range(3)]
        await asyncio.sleep(0.05)
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)
        with pytest.raises(RequestError, match="too many requests"):
            await workers.run(lambda: 1)
        held.set()
        for _ in range(500):
            await asyncio.sleep(0.01)
            if not workers._present:
                break
        assert await workers.run(lambda: 1) == 1

    try:
        asyncio.run(main())
    finally:
        held.set()
