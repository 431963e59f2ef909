"""Threads that work for the event loop, behind a bounded queue.

``concurrent.futures`` would do; its hand-over costs as much processor time as the whole rest of an
answer from the cache (docs/decisions/0007-graphql-execution.md).
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from queue import SimpleQueue
from threading import Lock, Thread
from typing import Any, TypeVar

from api.errors import refused

T = TypeVar("T")
_Job = tuple[Callable[[], Any], "asyncio.Future[Any]"]


class Workers:
    """A fixed number of threads, started with the first job.

    Args:
        count: of threads.
        queue: jobs that may wait for one.
    """

    def __init__(self, count: int, queue: int) -> None:
        self._count = count
        self._most = count + queue
        self._present = 0
        self._jobs: SimpleQueue[_Job | None] = SimpleQueue()
        self._threads: list[Thread] = []
        self._starting = Lock()

    async def run(self, job: Callable[[], T]) -> T:
        """What the job returns, or raises, on one of the threads.

        Raises:
            RequestError: the queue is full.
        """
        if self._present >= self._most:
            raise refused("too many requests are waiting: try again", "OVERLOADED")
        if not self._threads:
            self._start()
        future: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._present += 1
        self._jobs.put((job, future))
        try:
            return await future
        finally:
            self._present -= 1

    def _start(self) -> None:
        with self._starting:
            for number in range(self._count - len(self._threads)):
                thread = Thread(target=self._work, name=f"graphql-{number}", daemon=True)
                self._threads.append(thread)
                thread.start()

    def _work(self) -> None:
        while True:
            taken = self._jobs.get()
            if taken is None:
                return
            _do(*taken)
            del taken  # or its answer would stay until the next job

    def close(self) -> None:
        """Wait for the jobs that are there, then end the threads."""
        for _ in self._threads:
            self._jobs.put(None)
        for thread in self._threads:
            thread.join()
        self._threads.clear()


def _do(job: Callable[[], Any], future: asyncio.Future[Any]) -> None:
    done: Callable[[Any], None] = future.set_result
    try:
        result: Any = job()
    except BaseException as error:
        done, result = future.set_exception, error
    future.get_loop().call_soon_threadsafe(_finish, future, done, result)


def _finish(future: asyncio.Future[Any], done: Callable[[Any], None], result: Any) -> None:
    if not future.done():  # else who waited for it has gone
        done(result)
