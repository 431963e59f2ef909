"""One look at the data's state for all who wait for it."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Iterator

import pytest

from api.looks import Looks
from api.workers import Workers


class Data:
    """A state that changes, and a look at it that can be held up."""

    def __init__(self) -> None:
        self.version, self.looks = 0, 0
        self.begun, self.going = threading.Event(), threading.Event()
        self.going.set()

    def look(self) -> int:
        self.looks += 1
        seen = self.version
        self.begun.set()
        assert self.going.wait(10)
        if seen < 0:
            raise OSError("cannot be read")
        return seen


@pytest.fixture
def run() -> Iterator[Callable[[Data], Looks]]:
    workers = Workers(4, 100)
    yield lambda data: Looks(workers, data.look)
    workers.close()


def test_those_who_wait_share_a_look_and_who_comes_later_has_another(
    run: Callable[[Data], Looks],
) -> None:
    async def main() -> None:
        data = Data()
        looks = run(data)
        data.going.clear()
        early = asyncio.create_task(looks.state())
        await asyncio.to_thread(data.begun.wait)
        # The first look has seen version 0; whoever asks from here on must not be told of it.
        data.version = 1
        data.begun.clear()
        late = [asyncio.create_task(looks.state()) for _ in range(5)]
        await asyncio.to_thread(data.begun.wait)
        late[0].cancel()
        data.going.set()
        assert await early == 0
        assert await asyncio.gather(*late[1:]) == [1] * 4
        assert data.looks == 2

    asyncio.run(main())


def test_many_that_come_at_once_need_one_look(run: Callable[[Data], Looks]) -> None:
    async def main() -> None:
        data = Data()
        looks = run(data)
        for version in range(1, 50):
            data.version = version
            assert set(await asyncio.gather(*(looks.state() for _ in range(8)))) == {version}
        assert data.looks == 49

    asyncio.run(main())


def test_a_look_that_fails_fails_for_all_who_wait_and_nobody_else(
    run: Callable[[Data], Looks],
) -> None:
    async def main() -> None:
        data = Data()
        looks = run(data)
        data.version = -1
        found = await asyncio.gather(*(looks.state() for _ in range(3)), return_exceptions=True)
        assert [str(one) for one in found] == ["cannot be read"] * 3
        data.version = 3
        assert await looks.state() == 3

    asyncio.run(main())
