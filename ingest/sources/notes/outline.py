"""Lines of notes rewritten so that CommonMark reads their nesting as the author meant it.

People indent by tabs, by two to eight spaces, or by no-break spaces that an editor put there, which
CommonMark does not count as indentation: bullets then vanish into their parents' text. A bullet is
nested in the nearest earlier bullet that stands at least two columns to its left. The rewriting
keeps one line for one line, so line numbers stay those of the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

EMPTY_BULLET = "\ue000"
"""Stands for the text of an empty bullet: CommonMark lets none follow a paragraph directly."""

MAX_DEPTH = 30
"""Bullets nested deeper than this count as nested this deep."""

_TAB = 4
_INVISIBLE = "\u200b\u2060\ufeff"
_LIST_LINE = re.compile(r"(?:[-*+]|(?P<number>\d{1,2}[.)]))(?:\s+(?P<rest>.*)|$)")
_HEADING = re.compile(r"(#{1,6})(?:\s+(.*)|$)")
_FENCE = re.compile(r"(`{3,})[^`]*$|(~{3,})")
_BLOCK_START = re.compile(r"^(\d*)(?=(?:[-*+.)]|#{1,6})(?:\s|$))")


@dataclass(frozen=True, kw_only=True, slots=True)
class _Open:
    """A bullet that following lines may be nested in: its column as written, and its text's now."""

    column: int
    text_column: int


def split_lines(text: str) -> list[str]:
    """The lines of a text as written, without their ends: LF, CRLF or CR, and nothing else.

    `str.splitlines` would also split at characters that people paste into the middle of a line.
    """
    text = text.removeprefix("\ufeff")
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def outline(lines: Sequence[str]) -> list[str]:
    """The same number of lines, with indentation and list marks in one plain form.

    Every list mark becomes ``-``; the number of a numbered one stays as the bullet's text, and so
    does a second mark on the same line (``- 1. text`` is one bullet). Code fences stay whole.
    """
    out: list[str] = []
    opened: list[_Open] = []
    after_blank = True
    while len(out) < len(lines):
        column, text = _indentation(lines[len(out)])
        if not text:
            out.append("")
            after_blank = True
            continue
        if heading := _HEADING.match(text):
            opened.clear()
            out.append(f"{heading[1]} {heading[2] or ''}".rstrip())
            after_blank = True
            continue
        bullet = _LIST_LINE.match(text)
        if bullet or after_blank:
            opened = [outer for outer in opened if outer.column + 2 <= column][: MAX_DEPTH - 1]
        indent = opened[-1].text_column if opened else 0
        mark = ""
        if bullet:
            opened.append(_Open(column=column, text_column=indent + 2))
            mark, text = "- ", _bullet_text(bullet)
        closing = _closing_fence(text, islice(lines, len(out) + 1, None))
        out.append(" " * indent + mark + (text if closing else _escaped(text)))
        for line in lines[len(out) : len(out) + closing]:
            inner, code = _indentation(line)
            out.append(" " * (indent + len(mark) + max(0, inner - column - len(mark))) + code)
        after_blank = closing > 0
    return out


def _indentation(line: str) -> tuple[int, str]:
    """The column where a line's text starts, and that text without space at its end."""
    column = 0
    for place, char in enumerate(line):
        if char == "\t":
            column += _TAB - column % _TAB
        elif char.isspace():
            column += 1
        elif char not in _INVISIBLE:
            return column, line[place:].rstrip()
    return column, ""


def _bullet_text(bullet: re.Match[str]) -> str:
    """A bullet's text, with its number in front if it has one."""
    return " ".join(word for word in (bullet["number"], bullet["rest"]) if word) or EMPTY_BULLET


def _escaped(text: str) -> str:
    """A text that would itself start a heading, a list or a code fence, made to start none."""
    return _BLOCK_START.sub(r"\1\\", re.sub(r"^(?=```|~~~)", r"\\", text))


def _closing_fence(text: str, following: Iterable[str]) -> int:
    """How many lines after `text` close the code fence that it opens; 0 where it opens none.

    A fence that is never closed counts as none: it would swallow the rest of the notes.
    """
    fence = _FENCE.match(text)
    if fence is None:
        return 0
    mark = fence[1] or fence[2]
    for count, line in enumerate(following, start=1):
        _, closing = _indentation(line)
        if len(closing) >= len(mark) and set(closing) == {mark[0]}:
            return count
    return 0
