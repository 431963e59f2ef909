"""JSON lines read strictly: facts are taken by name and kind, what nobody took is refused."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping
from typing import Any, TypeVar

import orjson

from db.errors import InputError
from ingest.figures import LARGEST, SMALLEST

T = TypeVar("T")


class WrongKindError(ValueError):
    """A value is not of the kind asked for; ``str()`` names that kind, "a whole number"."""


class Record:
    """The facts of one JSON object on one line of a file.

    Args:
        facts: the decoded value; anything but an object is refused.
        file: the source's name as the user gave it.
        line: 1-based line.
        path: where in the line the object stands, such as ``weights[0].``.

    Raises:
        InputError: ``facts`` is not an object.
    """

    def __init__(self, facts: object, *, file: str, line: int, path: str = "") -> None:
        self.file, self.line, self.path = file, line, path
        if not isinstance(facts, dict):
            raise self.error(None, f"expected a JSON object, found {_shown(facts)}")
        self._facts: dict[str, Any] = dict(facts)

    def __contains__(self, key: str) -> bool:
        return key in self._facts

    def add_defaults(self, defaults: Mapping[str, object]) -> None:
        """Take facts that the object leaves out from ``defaults``."""
        self._facts = {**defaults, **self._facts}

    def take(self, key: str, kind: Callable[[object], T]) -> T:
        """The fact ``key``, which must be there.

        Raises:
            InputError: it is missing or of another kind.
        """
        if key not in self._facts:
            raise self.error(key, "is missing")
        value = self._facts.pop(key)
        try:
            return kind(value)
        except WrongKindError as expected:
            raise self.error(key, f"expected {expected}, found {_shown(value)}") from None

    def get(self, key: str, kind: Callable[[object], T]) -> T | None:
        """The fact ``key``, or None where the object leaves it out or says null.

        Raises:
            InputError: it is of another kind.
        """
        if self._facts.get(key) is None:
            self._facts.pop(key, None)
            return None
        return self.take(key, kind)

    def records(self, key: str) -> Iterator[Record]:
        """The objects of the list ``key``, none where it is left out; each must be used up.

        Raises:
            InputError: it is not a list of objects, or an object has a fact that was not taken.
        """
        for position, facts in enumerate(self.get(key, _values) or ()):
            path = f"{self.path}{key}[{position}]."
            record = Record(facts, file=self.file, line=self.line, path=path)
            yield record
            record.finish()

    def finish(self) -> None:
        """Say that every fact was taken.

        Raises:
            InputError: one was not, so nobody knows what it means.
        """
        for key in self._facts:
            raise self.error(key, "is not a known fact here")

    def refuse_second(self, key: str, name: str, known: Container[str]) -> None:
        """Say that ``name`` stands for one thing only.

        Raises:
            InputError: it is among ``known`` already.
        """
        if name in known:
            raise self.error(key, f"{name} stands here a second time")

    def error(self, key: str | None, reason: str) -> InputError:
        """The error that names the file, this line and ``key``."""
        column = f"{self.path}{key}" if key else self.path.rstrip(".") or None
        return InputError(self.file, reason, line=self.line, column=column)


def records(text: str, *, file: str) -> Iterator[tuple[Record, str]]:
    """Each line that is not blank, as a record and as it is written.

    Raises:
        InputError: a line is no JSON object.
    """
    for line, raw in enumerate(text.split("\n"), start=1):
        if not raw.strip():
            continue
        try:
            facts = orjson.loads(raw)
        except orjson.JSONDecodeError as error:
            raise InputError(file, f"no JSON: {error.msg}", line=line, column=error.colno) from None
        yield Record(facts, file=file, line=line), raw


def text(value: object) -> str:
    """A text with at least one character, and no NUL, which databases do not take."""
    if not isinstance(value, str) or not value or "\0" in value:
        raise WrongKindError("a text")
    return value


def count(value: object) -> int:
    """A whole number from 0."""
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise WrongKindError("a whole number from 0")
    return value


def positive(value: object) -> int:
    """A whole number from 1."""
    if value == 0:
        raise WrongKindError("a whole number from 1")
    return count(value)


def above_zero(value: object) -> float:
    """A number above 0."""
    if (found := number(value)) < SMALLEST:
        raise WrongKindError("a number above 0")
    return found


def number(value: object) -> float:
    """A number."""
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise WrongKindError("a number")
    if not -LARGEST <= value <= LARGEST:
        raise WrongKindError(f"a number of at most {LARGEST:g} either way")
    return float(value)


def flag(value: object) -> bool:
    """True or false."""
    if not isinstance(value, bool):
        raise WrongKindError("true or false")
    return value


def listing(kind: Callable[[object], T]) -> Callable[[object], tuple[T, ...]]:
    """The kind of a list whose values are all of ``kind``."""
    return lambda value: tuple(kind(item) for item in _values(value))


def _values(value: object) -> list[object]:
    if not isinstance(value, list):
        raise WrongKindError("a list")
    return value


def _shown(value: object) -> str:
    """The value as JSON, cut to a length that leaves the message one readable line."""
    shown = orjson.dumps(value).decode()
    return shown if len(shown) <= 60 else f"{shown[:57]}..."
