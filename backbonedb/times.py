"""Times as people write them: dates, instants, durations."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import click

_SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86_400}


def duration_s(written: str) -> float | None:
    """``90s``, ``30m``, ``2h`` or ``7d`` in seconds, None if it is no duration."""
    match = re.fullmatch(r"(\d+(?:\.\d+)?)([smhd])", written)
    return float(match[1]) * _SECONDS[match[2]] if match else None


class Duration(click.ParamType[float]):
    """An option such as ``2h``, in seconds."""

    name = "duration"

    def convert(
        self, value: str | float, param: click.Parameter | None, ctx: click.Context | None
    ) -> float:
        """See ``click.ParamType``."""
        seconds = value if isinstance(value, float) else duration_s(value)
        if seconds is None:
            self.fail(f"{value!r} is no duration such as 90s, 30m, 2h or 7d", param, ctx)
        return seconds


class Instant(click.ParamType[datetime]):
    """An option such as ``2026-03-01`` (midnight) or ``2026-03-01T04:00:00Z``; UTC by default."""

    name = "time"

    def convert(
        self, value: str | datetime, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime:
        """See ``click.ParamType``."""
        if isinstance(value, datetime):
            return value
        try:
            moment = datetime.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is no date or instant such as 2026-03-01T04:00:00Z", param, ctx)
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


class Since(Instant):
    """An option such as ``2026-03-01``, ``2026-03-01T04:00:00Z`` or ``7d`` (that long ago)."""

    def convert(
        self, value: str | datetime, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime:
        """See ``click.ParamType``."""
        seconds = duration_s(value) if isinstance(value, str) else None
        if seconds is not None:
            return datetime.now(UTC) - timedelta(seconds=seconds)
        return super().convert(value, param, ctx)


class Until(Instant):
    """An option such as ``2026-03-01``, ``2026-03-01T04:00:00Z`` or ``90d`` (in so long)."""

    def convert(
        self, value: str | datetime, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime:
        """See ``click.ParamType``."""
        seconds = duration_s(value) if isinstance(value, str) else None
        if seconds is not None:
            try:
                return datetime.now(UTC) + timedelta(seconds=seconds)
            except OverflowError:
                self.fail(f"{value!r} is beyond all calendars", param, ctx)
        return super().convert(value, param, ctx)
