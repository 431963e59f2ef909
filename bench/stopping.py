"""Ctrl-C and SIGTERM: the first stops after the measurement under way, the second at once."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class Stopping:
    """Counts the requests to stop."""

    def __init__(self) -> None:
        self.count = 0

    def is_asked(self) -> bool:
        """Whether no further measurement should begin."""
        return self.count > 0

    def is_urgent(self) -> bool:
        """Whether the measurement under way should be given up too."""
        return self.count > 1

    @contextmanager
    def listening(self) -> Iterator[Stopping]:
        """Take the signals while in the block (in the main thread)."""

        def note(number: int, frame: FrameType | None) -> None:
            self.count += 1

        numbers = (signal.SIGINT, signal.SIGTERM)
        before = [signal.signal(number, note) for number in numbers]
        try:
            yield self
        finally:
            for number, handler in zip(numbers, before, strict=True):
                signal.signal(number, handler)
