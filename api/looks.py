"""Which state the data is in, told to many requests by one look.

Whether a kept answer still holds is a statement and two hand-overs between threads, which cost more
than the rest of such an answer. A look that has not begun is as new to all who wait for it as one
of their own would be, so they share it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from api.workers import Workers


class Looks:
    """Looks at the state of the data, one after the other, each for all who wait.

    Args:
        workers: do the looking.
        look: gives the state.
    """

    def __init__(self, workers: Workers, look: Callable[[], object]) -> None:
        self._workers = workers
        self._look = look
        #: The look that has not begun yet.
        self._next: asyncio.Future[object] | None = None

    async def state(self) -> object:
        """The state of the data now, or later: never as it was before the call.

        Raises:
            RequestError: too many requests are waiting.
            DatabaseError: the database cannot be read.
        """
        shared = self._next
        if shared is None:
            shared = self._next = asyncio.ensure_future(self._workers.run(self._begin))
            shared.add_done_callback(self._ended)
        # Who goes away does not take the look from the others.
        return await asyncio.shield(shared)

    def _begin(self) -> object:
        self._next = None  # who comes now needs a look of its own
        return self._look()

    def _ended(self, shared: asyncio.Future[object]) -> None:
        if self._next is shared:  # it never began
            self._next = None
        if not shared.cancelled():
            shared.exception()  # told to those who waited, if any stayed
