"""Dates and years as notes write them, in Korean and English."""

from __future__ import annotations

import calendar
import datetime
import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

_YEAR = r"(?P<year>(?:19[5-9]|20[0-4])\d)"
_MONTH_NAME = r"(?P<name>(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)\.?"
_DATES = tuple(
    re.compile(pattern + r"(?![\w.]*\d)", re.IGNORECASE)
    for pattern in (
        _YEAR + r"\s*[-./년]\s*(?P<month>\d{1,2})\s*[-./월]\s*(?P<day>\d{1,2})",
        _YEAR + r"\s*[-./년]\s*(?P<month>\d{1,2})",
        _MONTH_NAME + r"\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+" + _YEAR,
        r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\s+" + _MONTH_NAME + r",?\s+" + _YEAR,
        _MONTH_NAME + r",?\s+" + _YEAR,
        _YEAR,
    )
)
_WORD = (
    r"(?:논문|날짜|일자|발표|출판|게재|제출|공개"
    r"|paper|date[ds]?|published|submitted|released?|arxiv)"
)
_BEFORE = re.compile(rf"(?:{_WORD}\s*)*[:：]?\s*", re.IGNORECASE)
_AFTER_YEAR = re.compile(rf"[년.]?\s*[(]?(?:{_WORD}\s*)*[)]?\s*", re.IGNORECASE)
_LONE_YEAR = re.compile(r"(?<![A-Za-z0-9_.])" + _YEAR + r"(?![A-Za-z0-9_])")
_MONTHS = [name.lower() for name in calendar.month_abbr]


@dataclass(frozen=True, kw_only=True, slots=True)
class Date:
    """A date in ISO 8601, cut to its precision."""

    iso: str
    precision: Literal["year", "month", "day"]


def read_date(text: str) -> Date | None:
    """The date that a text opens with, after words such as `논문` or `paper:`; None if it has none.

    A year alone is a date only where nothing but such words stands beside it: `2021 논문`.

    Raises:
        ValueError: the calendar has no such day.
    """
    text = unicodedata.normalize("NFKC", text).strip()
    before = _BEFORE.match(text)
    start = before.end() if before else 0
    for pattern in _DATES:
        if found := pattern.match(text, start):
            return _date(found.groupdict(), rest=text[found.end() :])
    return None


def _date(parts: dict[str, str | None], *, rest: str) -> Date | None:
    year, day, name = int(parts["year"] or 0), parts.get("day"), parts.get("name")
    month = _MONTHS.index(name[:3].lower()) if name else int(parts.get("month") or 0)
    if day is not None:
        return Date(iso=datetime.date(year, month, int(day)).isoformat(), precision="day")
    if name or parts.get("month"):
        return Date(iso=f"{year}-{month:02}", precision="month") if 1 <= month <= 12 else None
    return Date(iso=str(year), precision="year") if _AFTER_YEAR.fullmatch(rest) else None


def years_in(text: str) -> tuple[int, ...]:
    """The years that stand by themselves in a text, each once: 2021 in `Models of 2021`."""
    text = unicodedata.normalize("NFKC", text)
    return tuple(dict.fromkeys(int(found["year"]) for found in _LONE_YEAR.finditer(text)))
