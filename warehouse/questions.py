"""Named questions: one ``.sql`` file each, its meaning in the first comment."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from db.errors import QueryError

FOLDER = Path(__file__).resolve().parent / "questions"


@dataclass(frozen=True, kw_only=True, slots=True)
class Question:
    """A question that ships with the program.

    Attributes:
        name: what it is asked by, e.g. ``pareto-4090``.
        text: the question in a sentence.
        sql: its SELECT.
    """

    name: str
    text: str
    sql: str


def questions() -> tuple[Question, ...]:
    """All named questions, by name."""
    return tuple(_read(path) for path in sorted(FOLDER.glob("*.sql")))


def question(name: str) -> Question:
    """The question of that name.

    Raises:
        QueryError: there is none; names those that are there.
    """
    for found in questions():
        if found.name == name:
            return found
    known = ", ".join(found.name for found in questions())
    raise QueryError(f"unknown question {name!r}: known are {known}")


def _read(path: Path) -> Question:
    sql = path.read_text(encoding="utf-8")
    first, _, _ = sql.partition("\n")
    return Question(name=path.stem, text=first.removeprefix("--").strip(), sql=sql)
