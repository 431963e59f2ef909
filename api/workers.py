"""Threads that work for the event loop, behind a bounded queue.

``concurrent.futures`` would do; its hand-over costs as much processor time as the whole rest of an
answer from the cache. Nor does it know turns: threads that run Python at once hand the
interpreter's lock to and fro, which costs a small query a third of its time
(docs/decisions/0007-graphql-execution.md).
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from contextlib import suppress
from math import inf
from queue import SimpleQueue
from threading import Lock, Semaphore, Thread, get_ident
from typing import Any, TypeVar

from api.errors import refused

T = TypeVar("T")
_Job = tuple[Callable[[], Any], "asyncio.Future[Any]"]


class Workers:
    """A fixed number of threads, started with the first job.

    Args:
        count: of threads.
        queue: jobs that may wait for one.
        patience_s: the threads take turns: one works, until a job of its takes longer than this
            while others wait; then the next one works beside it. None: all work at once.
    """

    def __init__(self, count: int, queue: int, *, patience_s: float | None = None) -> None:
        self._count = count
        self._most = count + queue
        self._patience_s = patience_s
        self._present = 0
        self._jobs: SimpleQueue[_Job | None] = SimpleQueue()
        self._threads: list[Thread] = []
        self._starting = Lock()
        self._turns = Semaphore(count if patience_s is None else 1)
        #: The thread whose turn it is, and since when it is at its job.
        self._leading: tuple[int, float] | None = None
        self._watched_by: asyncio.AbstractEventLoop | None = None

    async def run(self, job: Callable[[], T]) -> T:
        """What the job returns, or raises, on one of the threads.

        Raises:
            RequestError: the queue is full.
        """
        if self._present >= self._most:
            raise refused("too many requests are waiting: try again", "OVERLOADED")
        if not self._threads:
            self._start()
        loop = asyncio.get_running_loop()
        future: asyncio.Future[T] = loop.create_future()
        self._present += 1  # until the job ends, even if nobody waits for it any more
        self._jobs.put((job, future))
        if self._patience_s is not None and self._present > 1 and self._watched_by is not loop:
            self._watched_by = loop
            loop.call_later(self._patience_s, self._watch, loop, self._patience_s)
        return await future

    def _start(self) -> None:
        with self._starting:
            for number in range(self._count - len(self._threads)):
                thread = Thread(target=self._work, name=f"graphql-{number}", daemon=True)
                self._threads.append(thread)
                thread.start()

    def _watch(self, loop: asyncio.AbstractEventLoop, patience_s: float) -> None:
        """Give the next thread a turn if jobs wait for one that takes long."""
        if self._jobs.empty():
            self._watched_by = None
            return
        leading = self._leading
        if leading is not None and time.monotonic() - leading[1] > patience_s:
            self._leading = None
            self._turns.release()
        loop.call_later(patience_s, self._watch, loop, patience_s)

    def _work(self) -> None:
        me = get_ident()
        while True:
            self._turns.acquire()
            is_mine = True
            while is_mine:
                taken = self._jobs.get()
                if taken is None:
                    self._turns.release()
                    return
                mine = self._leading = (me, time.monotonic())
                self._do(*taken)
                del taken  # or its answer would stay until the next job
                # Another one may have been given the turn meanwhile.
                is_mine = self._patience_s is None or self._leading is mine
                if self._leading is mine:
                    self._leading = (me, inf)

    def close(self) -> None:
        """Wait for the jobs that are there, then end the threads."""
        for _ in self._threads:
            self._jobs.put(None)
        for thread in self._threads:
            thread.join()
        self._threads.clear()

    def _do(self, job: Callable[[], Any], future: asyncio.Future[Any]) -> None:
        done: Callable[[Any], None] = future.set_result
        result: Any = None
        if not future.cancelled():  # else nobody waits for it
            try:
                result = job()
            except BaseException as error:
                done, result = future.set_exception, error
        with suppress(RuntimeError):  # the loop has ended, and who waited with it
            future.get_loop().call_soon_threadsafe(self._finish, future, done, result)

    def _finish(
        self, future: asyncio.Future[Any], done: Callable[[Any], None], result: Any
    ) -> None:
        self._present -= 1
        if not future.done():  # else who waited for it has gone
            done(result)
