"""What a person sees of a run: a bar with the time left, plain lines, or nothing."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from types import TracebackType
from typing import Any

from bench.cases import Case
from bench.records import Record


def duration(seconds: float) -> str:
    """A duration for people: ``45 s``, ``12 min``, ``3 h 05 min``."""
    if seconds < 90:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 90 else f"{minutes // 60} h {minutes % 60:02d} min"


def outcome(record: Record) -> str:
    """One result in a few words."""
    speed = record.get("samples_per_second")
    figure = f" {speed:.4g} images/s" if speed else ""
    reason = f" ({record['reason']})" if record.get("reason") else ""
    return f"{record['status']}{figure}{reason}"


class Progress:
    """Plain lines on stderr, for terminals without rich and for logs; silent if ``is_quiet``."""

    def __init__(self, total: int, *, is_quiet: bool = False) -> None:
        self.total, self.done, self.is_quiet = total, 0, is_quiet
        self._begun = time.monotonic()

    def __enter__(self) -> Progress:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Leave the terminal as it was."""

    def begin(self, case: Case) -> None:
        """A measurement begins."""

    def finish(self, case: Case, record: Record) -> None:
        """A measurement is written."""
        self.done += 1
        left_s = (time.monotonic() - self._begun) / self.done * (self.total - self.done)
        left = f", {duration(left_s)} left" if self.done < self.total else ""
        self.say(f"[{self.done}/{self.total}{left}] {case}: {outcome(record)}")

    def say(self, message: str) -> None:
        """A line beside the progress."""
        if not self.is_quiet:
            print(message, file=sys.stderr, flush=True)  # noqa: T201 - stderr is its place


class RichProgress(Progress):
    """A bar that redraws once a second: oftener, it would disturb what it reports on."""

    def __init__(self, total: int) -> None:
        super().__init__(total)
        from rich.console import Console
        from rich.progress import (
            BarColumn,
            MofNCompleteColumn,
            TextColumn,
            TimeRemainingColumn,
        )
        from rich.progress import Progress as Bar

        self._bar = Bar(
            MofNCompleteColumn(),
            BarColumn(),
            TimeRemainingColumn(),
            TextColumn("{task.description}"),
            console=Console(stderr=True),
            refresh_per_second=1,
            speed_estimate_period=600,
        )
        self._task = self._bar.add_task("", total=total)

    def __enter__(self) -> Progress:
        self._bar.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._bar.stop()

    def begin(self, case: Case) -> None:
        """See ``Progress``."""
        self._bar.update(self._task, description=str(case))

    def finish(self, case: Case, record: Record) -> None:
        """See ``Progress``."""
        self.say(f"{case}: {outcome(record)}")
        self._bar.advance(self._task)

    def say(self, message: str) -> None:
        """See ``Progress``."""
        self._bar.console.print(message, highlight=False, markup=False)


def choose_progress(is_quiet: bool) -> Callable[[int], Progress]:
    """The maker of what suits the terminal."""

    def make(total: int) -> Progress:
        if not is_quiet and sys.stderr.isatty() and _has_rich():
            return RichProgress(total)
        return Progress(total, is_quiet=is_quiet)

    return make


def _has_rich() -> Any:
    import importlib.util

    return importlib.util.find_spec("rich")
