"""Answers kept for one state of the data, bounded in bytes."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass
from hashlib import sha256
from threading import Lock


@dataclass(frozen=True, slots=True)
class Answer:
    """The bytes of an answer and the name of this very content."""

    body: bytes
    etag: str


def answer(body: bytes) -> Answer:
    """The answer of these bytes."""
    return Answer(body, f'"{sha256(body).hexdigest()[:32]}"')


class Answers:
    """Answers by operation, of one data version at a time. Safe between threads.

    Args:
        most_bytes: bytes of bodies and keys kept; 0: nothing is.
    """

    #: What an entry costs beside its body and its text.
    _OVERHEAD_BYTES = 500

    def __init__(self, most_bytes: int) -> None:
        self._most = most_bytes
        self._version: int | None = None
        self._bytes = 0
        self._answers: OrderedDict[Hashable, tuple[Answer, int]] = OrderedDict()
        self._lock = Lock()

    def get(self, version: int, key: Hashable) -> Answer | None:
        """The answer kept for an operation in this state of the data."""
        with self._lock:
            if version != self._version:
                return None
            found = self._answers.get(key)
            if found is None:
                return None
            self._answers.move_to_end(key)
            return found[0]

    def put(self, version: int, key: Hashable, kept: Answer, key_bytes: int) -> None:
        """Keep an answer; those of older states go, then those not asked for longest."""
        size = len(kept.body) + key_bytes + self._OVERHEAD_BYTES
        if size > self._most // 4:
            return
        with self._lock:
            if self._version is not None and version < self._version:
                return
            if version != self._version:
                self._answers.clear()
                self._version, self._bytes = version, 0
            previous = self._answers.pop(key, None)
            if previous is not None:
                self._bytes -= previous[1]
            self._answers[key] = (kept, size)
            self._bytes += size
            while self._bytes > self._most:
                _, (_, dropped) = self._answers.popitem(last=False)
                self._bytes -= dropped
