"""Warm-up and sampling against a clock whose times are known in advance."""

from __future__ import annotations

from collections.abc import Callable
from statistics import median

import pytest

from bench.protocol import Limits
from bench.timing import CpuClock, Step, sample, warm_up


class KnownTimes:
    """Steps that take what a function of their number says (ms), without waiting for it."""

    def __init__(self, time_of: Callable[[int], float]) -> None:
        self.time_of = time_of
        self.done = 0

    def samples(self, step: Step, count: int, limit_s: float) -> tuple[list[float], float]:
        times: list[float] = []
        while len(times) < count and sum(times) < limit_s * 1000:
            step()
            times.append(self.time_of(self.done))
            self.done += 1
        return times, sum(times) / 1000


def nothing() -> None:
    pass


def test_warm_up_ends_after_a_second_where_times_are_steady() -> None:
    warm = warm_up(KnownTimes(lambda _: 20.0), nothing, Limits())
    assert warm.is_steady
    assert 1.0 <= warm.duration_s < 1.5
    assert warm.step_ms == 20


def test_warm_up_takes_ten_steps_of_a_slow_model() -> None:
    warm = warm_up(KnownTimes(lambda _: 500.0), nothing, Limits())
    assert (warm.count, warm.is_steady) == (10, True)


def test_warm_up_waits_until_times_settle() -> None:
    # 5 % faster with every 50 steps until step 500.
    warm = warm_up(KnownTimes(lambda at: 10 * 0.95 ** min(at // 50, 10)), nothing, Limits())
    assert warm.is_steady
    assert warm.count >= 500
    assert warm.step_ms == pytest.approx(10 * 0.95**10)


def test_warm_up_gives_up_after_thirty_seconds() -> None:
    warm = warm_up(KnownTimes(lambda at: 10 * 1.02**at), nothing, Limits())
    assert not warm.is_steady
    assert 30 <= warm.duration_s < 32


def test_warm_up_of_a_step_longer_than_its_limit() -> None:
    warm = warm_up(KnownTimes(lambda _: 40_000.0), nothing, Limits())
    assert (warm.count, warm.is_steady) == (1, False)


@pytest.mark.parametrize(
    ("step_ms", "count"),
    [(1, 3000), (50, 60), (100, 30), (1000, 30), (2000, 30), (5000, 12), (25_000, 2)],
)
def test_sample_count(step_ms: float, count: int) -> None:
    """At least 30 and 3 s, at most 60 s."""
    samples, wall_s = sample(KnownTimes(lambda _: step_ms), nothing, Limits(), step_ms)
    assert len(samples) == count
    assert wall_s == pytest.approx(count * step_ms / 1000)


def test_sampling_stops_at_its_limit_when_steps_become_slow() -> None:
    clock = KnownTimes(lambda at: 10.0 if at < 10 else 10_000.0)
    samples, _ = sample(clock, nothing, Limits(), 10.0)
    assert len(samples) == 16


def test_cpu_clock_times_every_step() -> None:
    done = []
    times, wall_s = CpuClock().samples(lambda: done.append(1), 25, 10)
    assert len(times) == len(done) == 25
    assert all(time >= 0 for time in times)
    assert sum(times) <= wall_s * 1000


def test_cpu_clock_starts_no_step_after_the_limit() -> None:
    assert CpuClock().samples(nothing, 5, 0.0)[0] == []


def test_scaled_limits_change_durations_only() -> None:
    scaled = Limits().scaled(0.1)
    assert (scaled.min_s, scaled.max_s) == pytest.approx((0.3, 6))
    assert (scaled.min_count, scaled.steady_share) == (30, 0.02)


def test_the_clock_costs_under_half_a_percent_of_a_step_of_a_millisecond() -> None:
    count = 20_000
    rounds = [CpuClock().samples(lambda: None, count, 60)[1] * 1000 / count for _ in range(9)]
    assert median(rounds) < 0.005
