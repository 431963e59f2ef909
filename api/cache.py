"""Answers kept for one state of the data, bounded in bytes."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass
from hashlib import sha256
from threading import Lock


@dataclass(slots=True)
class Answer:
    """The bytes of an answer.

    Attributes:
        body: as they are.
        packed: compressed by gzip, once somebody took them so.
    """

    body: bytes
    packed: bytes | None = None
    _etag: str = ""

    @property
    def has_etag(self) -> bool:
        """Whether ``etag`` costs nothing."""
        return bool(self._etag)

    def etag(self) -> str:
        """The name of this very content, worked out when it is first asked for."""
        if not self._etag:
            self._etag = f'"{sha256(self.body).hexdigest()[:32]}"'
        return self._etag


class Answers:
    """Answers by operation, of one state of the data at a time. Safe between threads.

    Args:
        most_bytes: bytes of bodies and keys kept; 0: nothing is.
    """

    #: What an entry costs beside its body and its text.
    _OVERHEAD_BYTES = 500

    def __init__(self, most_bytes: int) -> None:
        self._most = most_bytes
        self._state: object = None
        self._bytes = 0
        self._answers: OrderedDict[Hashable, tuple[Answer, int]] = OrderedDict()
        self._lock = Lock()

    def get(self, state: object, key: Hashable) -> Answer | None:
        """The answer kept for an operation in this state of the data."""
        with self._lock:
            if state != self._state:
                return None
            found = self._answers.get(key)
            if found is None:
                return None
            self._answers.move_to_end(key)
            return found[0]

    def has(self, key: Hashable) -> bool:
        """Whether an answer is kept for an operation, for whichever state."""
        return key in self._answers

    def put(self, state: object, key: Hashable, kept: Answer, key_bytes: int) -> None:
        """Keep an answer; those of other states go, then those not asked for longest."""
        size = len(kept.body) + len(kept.packed or b"") + key_bytes + self._OVERHEAD_BYTES
        if size > self._most // 4:
            return
        with self._lock:
            if state != self._state:
                self._answers.clear()
                self._state, self._bytes = state, 0
            previous = self._answers.pop(key, None)
            if previous is not None:
                self._bytes -= previous[1]
            self._answers[key] = (kept, size)
            self._bytes += size
            while self._bytes > self._most:
                _, (_, dropped) = self._answers.popitem(last=False)
                self._bytes -= dropped
