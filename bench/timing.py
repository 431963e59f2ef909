"""Time steps one by one: clocks, the warm-up that ends when times are steady, and the sampling.

A step is a callable that does the work once. Samples are times of single steps in milliseconds.
"""

from __future__ import annotations

import gc
import math
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import median
from typing import Any, Protocol

from bench.protocol import Limits

Step = Callable[[], object]

#: No-op steps that tell what the clock itself costs.
OVERHEAD_COUNT = 1000


class Clock(Protocol):
    """Times steps on one kind of device."""

    def samples(self, step: Step, count: int, limit_s: float) -> tuple[list[float], float]:
        """Run ``step`` up to ``count`` times, starting none once ``limit_s`` have passed.

        Returns:
            The time of every step (ms), and the wall time of them all together (s).
        """


class CpuClock:
    """Monotonic nanoseconds around each step, for work that is done when the call returns."""

    def samples(self, step: Step, count: int, limit_s: float) -> tuple[list[float], float]:
        """See ``Clock``."""
        now = time.perf_counter_ns
        times = []
        first = before = now()
        end = first + round(limit_s * 1e9)
        for _ in range(count):
            before = now()
            if before >= end:
                break
            step()
            times.append(now() - before)
        return [nanoseconds / 1e6 for nanoseconds in times], (now() - first) / 1e9


class CudaClock:
    """A pair of events around each step and one synchronisation at the end.

    The host only enqueues, so the device never waits for the clock. Steps that the host has
    enqueued cannot be called back: the limit holds for the enqueueing.
    """

    def __init__(self, torch: Any, device: str) -> None:
        self.torch, self.device = torch, device

    def samples(self, step: Step, count: int, limit_s: float) -> tuple[list[float], float]:
        """See ``Clock``."""
        cuda = self.torch.cuda
        events = [
            (cuda.Event(enable_timing=True), cuda.Event(enable_timing=True)) for _ in range(count)
        ]
        cuda.synchronize(self.device)
        done = 0
        begun = time.perf_counter()
        for start, stop in events:
            if time.perf_counter() - begun >= limit_s:
                break
            start.record()
            step()
            stop.record()
            done += 1
        cuda.synchronize(self.device)
        wall_s = time.perf_counter() - begun
        return [float(start.elapsed_time(stop)) for start, stop in events[:done]], wall_s


@dataclass(frozen=True, kw_only=True, slots=True)
class WarmUp:
    """The steps thrown away.

    Attributes:
        count: how many.
        duration_s: how long they took.
        is_steady: whether the last windows agreed before the time was up.
        step_ms: median of the last window, milliseconds.
    """

    count: int
    duration_s: float
    is_steady: bool
    step_ms: float


def warm_up(clock: Clock, step: Step, limits: Limits) -> WarmUp:
    """Run ``step`` until its times are steady, within the limits."""
    count, duration_s, window = 0, 0.0, 1
    medians: list[float] = []
    while True:
        times, wall_s = clock.samples(step, window, limits.warmup_max_s - duration_s)
        if times:
            medians.append(median(times))
        count += len(times)
        duration_s += wall_s
        last = medians[-limits.steady_windows :]
        is_steady = (
            count >= limits.warmup_min_count
            and duration_s >= limits.warmup_min_s
            and len(last) == limits.steady_windows
            and max(last) <= min(last) * (1 + limits.steady_share)
        )
        if is_steady or duration_s >= limits.warmup_max_s:
            return WarmUp(
                count=count, duration_s=duration_s, is_steady=is_steady, step_ms=medians[-1]
            )
        window = _count_in(limits.window_s, medians[-1])


def sample(clock: Clock, step: Step, limits: Limits, step_ms: float) -> tuple[list[float], float]:
    """Take the samples that count.

    How many is settled beforehand from ``step_ms``, so that a device is synchronised only once.

    Args:
        clock: of the device.
        step: the work.
        limits: see ``Limits``.
        step_ms: what one step takes, from the warm-up.

    Returns:
        As ``Clock.samples``.
    """
    wanted = max(limits.min_count, _count_in(limits.min_s, step_ms))
    possible = max(1, math.floor(limits.max_s * 1000 / step_ms)) if step_ms > 0 else wanted
    with _no_cycle_collection():
        return clock.samples(step, min(wanted, possible), limits.max_s)


def clock_overhead_ms(clock: Clock) -> float:
    """What the clock shows for a step that does nothing: median, milliseconds."""
    times, _ = clock.samples(lambda: None, OVERHEAD_COUNT, 1.0)
    return median(times)


def _count_in(duration_s: float, step_ms: float) -> int:
    """Steps that fill a duration; a bounded number where a step takes no time."""
    return max(1, math.ceil(duration_s * 1000 / max(step_ms, 0.001)))


@contextmanager
def _no_cycle_collection() -> Iterator[None]:
    """Keep the garbage collector from stopping single steps, as ``timeit`` does."""
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
