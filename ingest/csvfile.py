"""CSV read strictly: by header, figures exactly as written, every doubt refused with its place.

No type is guessed. ``nan``, ``inf``, ``1_000`` and full-width digits, which Python's ``float``
would take, are refused; thousands separators and ``1024.0`` for a count are understood.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

import orjson

from db.errors import InputError
from ingest.document import Document
from ingest.figures import LARGEST, SMALLEST
from ingest.sources.base import Lines

_is_number = re.compile(
    r"[+-]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{1,2})?"
).fullmatch
_PLAIN = frozenset("0123456789.\n")
#: Names without blanks in plain ASCII, which need no closer look.
_are_plain_names = re.compile(r"[!-~]++(?:\n[!-~]++)*+").fullmatch
LARGEST_COUNT = 2**31 - 1
#: Over four times the longest of today; what is much longer cannot be indexed on PostgreSQL.
LONGEST_NAME = 250


@dataclass(frozen=True, kw_only=True, slots=True)
class Column:
    """A column: its cells, and the checks that give them a meaning.

    Attributes:
        file: name for messages.
        name: the column's name as the header writes it.
        lines: 1-based line of every record.
        cells: the cells as written.
    """

    file: str
    name: str
    lines: Sequence[int]
    cells: Sequence[str]

    def numbers(
        self,
        *,
        low: float = -LARGEST,
        high: float = LARGEST,
        is_positive: bool = False,
        is_required: bool = False,
    ) -> list[float | None]:
        """The figures, None where a cell is empty.

        Args:
            low: smallest figure allowed.
            high: largest figure allowed.
            is_positive: whether figures must be above 0, by ``SMALLEST`` at least.
            is_required: whether an empty cell is an error.

        Raises:
            InputError: a cell is no plain number, or out of bounds, or empty though required.
        """
        low = SMALLEST if is_positive else low
        figures = self._figures()
        present = [figure for figure in figures if figure is not None]
        largest, smallest = max(present, default=high), min(present, default=low)
        is_sound = low <= smallest and largest <= high
        if (is_sound or not present) and not (is_required and len(present) < len(figures)):
            return figures
        for at, figure in enumerate(figures):
            if figure is None:
                if is_required:
                    raise self.error(self.lines[at], "the cell is empty")
            elif not low <= figure <= high:
                raise self.error(self.lines[at], f"{self.cells[at]} is not {_bounds(low, high)}")
        return figures

    def _figures(self) -> list[float | None]:
        joined = "\n".join(("", *self.cells, ""))
        is_plain = _PLAIN.issuperset(joined) and joined.count("\n") == len(self.cells) + 1
        if is_plain and ".\n" not in joined and "\n." not in joined:
            # Digits and points only: a number, or two points too many, which float() refuses.
            with suppress(ValueError):
                return [float(cell) if cell else None for cell in self.cells]
        for line, cell in zip(self.lines, self.cells, strict=True):
            if cell and not _is_number(cell):
                raise self.error(line, f"{cell!r} is not a number")
        return [float(cell.replace(",", "")) if cell else None for cell in self.cells]

    def counts(self, *, is_required: bool = False) -> list[int | None]:
        """The positive whole numbers (``1024`` or ``1024.0``), None where a cell is empty.

        Raises:
            InputError: a cell is not a positive whole number, or empty though required.
        """
        figures = self.numbers(is_required=is_required, low=1, high=LARGEST_COUNT)
        counts = [None if figure is None else int(figure) for figure in figures]
        if counts != figures:
            for at, figure in enumerate(figures):
                if figure is not None and figure != int(figure):
                    raise self.error(
                        self.lines[at], f"{self.cells[at]!r} is not a positive whole number"
                    )
        return counts

    def names(self) -> Sequence[str]:
        """The names.

        Raises:
            InputError: a cell is empty, too long, has blanks around, or control characters inside.
        """
        joined = "\n".join(self.cells)
        # A quoted cell may hold a line end itself.
        is_plain = _are_plain_names(joined) and joined.count("\n") < len(self.cells)
        if is_plain and max(map(len, self.cells)) <= LONGEST_NAME:
            return self.cells
        for at, cell in enumerate(self.cells):
            if not cell or cell != cell.strip() or not cell.isprintable():
                raise self.error(self.lines[at], f"{cell!r} is not a name")
            if len(cell) > LONGEST_NAME:
                raise self.error(
                    self.lines[at], f"{cell[:40]!r}... is longer than {LONGEST_NAME} characters"
                )
        return self.cells

    def texts(self) -> list[str | None]:
        """The cells as text, None where a cell is empty."""
        return [cell or None for cell in self.cells]

    def error(self, line: int, reason: str) -> InputError:
        """An error that names this column."""
        return InputError(self.file, reason, line=line, column=self.name)


def _bounds(low: float, high: float) -> str:
    if low == SMALLEST:
        return f"above 0 and up to {high:g}"
    return f"from {low:g} to {high:g}"


@dataclass(frozen=True, kw_only=True, slots=True)
class CsvFile:
    """A CSV file, taken apart and not yet understood.

    Attributes:
        file: name for messages.
        header: the column names as written.
        line_numbers: 1-based line where every record starts.
        rows: the cells of every record, as many as the header has.
    """

    file: str
    header: tuple[str, ...]
    line_numbers: list[int]
    rows: list[list[str]]

    @property
    def lines(self) -> Lines:
        """The records as written, for provenance."""
        dumps = orjson.dumps
        cells = [dumps(row).decode() for row in self.rows]
        return Lines(
            header=dumps(self.header).decode(),
            rows=list(zip(self.line_numbers, cells, strict=True)),
        )

    def columns(self, synonyms: Mapping[str, str], required: Iterable[str]) -> dict[str, Column]:
        """The columns by their present names.

        Args:
            synonyms: old spelling to present name.
            required: present names that must be there.

        Raises:
            InputError: a required column is missing, or two columns mean the same.
        """
        found: dict[str, Column] = {}
        cells = list(zip(*self.rows, strict=True))
        for position, written in enumerate(self.header):
            name = synonyms.get(written.strip(), written.strip())
            if name in found:
                raise InputError(
                    self.file, f"the column {written!r} is there twice", line=1, column=position + 1
                )
            found[name] = Column(
                file=self.file, name=written, lines=self.line_numbers, cells=cells[position]
            )
        old = {present: spelling for spelling, present in synonyms.items()}
        for name in required:
            if name not in found:
                raise InputError(
                    self.file,
                    f"the column {old.get(name, name)!r} is missing; there are: "
                    f"{', '.join(self.header)}",
                    line=1,
                )
        return found


def read_csv(document: Document, *, force: bool = False) -> CsvFile:
    """Take a CSV file apart.

    Args:
        document: the file.
        force: take a last line that has no line end.

    Raises:
        InputError: not UTF-8, NUL, empty, unclosed quote, a record shorter or longer than the
            header, or a last line without a line end (a file that was cut off).
    """
    file = document.shown_as
    text = document.text()
    if not text.strip():
        raise InputError(file, "the file is empty", line=1)
    if not force and not text.endswith(("\n", "\r")):
        raise InputError(
            file,
            "the last line has no line end, so the file may have been cut off: fetch it again, "
            "or take it as it is with --force",
            line=text.count("\n") + 1,
        )
    line_numbers, rows = _records(file, text)
    header = tuple(rows.pop(0))
    first, *line_numbers = line_numbers
    for line, row in zip(line_numbers, rows, strict=True):
        if len(row) != len(header):
            raise InputError(
                file, f"{len(row)} cells where the header has {len(header)}", line=line
            )
    if not rows:
        raise InputError(file, "no records after the header", line=first)
    return CsvFile(file=file, header=header, line_numbers=line_numbers, rows=rows)


def _records(file: str, text: str) -> tuple[list[int], list[list[str]]]:
    """Lines where the records start, and the records."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        rows = list(reader)
    except csv.Error as error:
        reason = str(error)
        if "end of data" in reason:
            reason = "a quote is opened here and never closed"
        raise InputError(file, reason, line=_lines_until_error(text)) from error
    if reader.line_num == len(rows):
        return list(range(1, len(rows) + 1)), rows
    return _starts(text)[:-1], rows  # a quoted cell holds line ends


def _starts(text: str) -> list[int]:
    """Lines where the records start, and where the one after the last would."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    return [1, *(reader.line_num + 1 for _ in reader)]


def _lines_until_error(text: str) -> int:
    """The line where the record starts that cannot be read."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    line = 1
    with suppress(csv.Error):
        for _ in reader:
            line = reader.line_num + 1
    return line


def refuse_repeated(
    file: str, lines: Sequence[int], keys: Iterable[tuple[object, ...]], column: str
) -> None:
    """Refuse two records with one key.

    Raises:
        InputError: names the second record, and the line of the first.
    """
    seen: dict[tuple[object, ...], int] = {}
    for line, key in zip(lines, keys, strict=True):
        first = seen.setdefault(key, line)
        if first != line:
            shown = " at ".join(str(part) for part in key if part is not None)
            raise InputError(file, f"{shown} was already in line {first}", line=line, column=column)
