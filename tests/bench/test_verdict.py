from __future__ import annotations

import pytest

from bench.protocol import Limits
from bench.summary import summarise
from bench.verdict import Verdict, drift_of, judge


def judged(samples: list[float], doubts: list[str] | None = None) -> Verdict:
    summary = summarise(samples) if samples else None
    return judge(samples, summary, Limits(), doubts or [])


def test_quiet_samples_are_ok() -> None:
    assert judged([10.0, 10.1] * 20) == Verdict(status="ok", reason=None, is_low_n=False)


def test_single_slow_steps_do_not_matter() -> None:
    assert judged([10.0] * 50 + [90.0] + [10.0] * 50).status == "ok"


def test_few_samples_are_low_n_and_too_few_are_a_timeout() -> None:
    assert judged([10.0] * 29) == Verdict(status="ok", reason=None, is_low_n=True)
    assert judged([10.0] * 3).status == "ok"
    timeout = judged([10.0] * 2)
    assert (timeout.status, timeout.is_low_n) == ("timeout", True)
    assert timeout.reason == "2 steps in 60 s, at least 3 are needed"
    assert judged([]).status == "timeout"


def test_wide_spread_is_unstable() -> None:
    verdict = judged([8.0, 10.0, 12.0] * 20)
    assert (verdict.status, verdict.reason) == ("unstable", "spread: 30% of the median")


def test_drift_is_unstable() -> None:
    verdict = judged([10.0] * 20 + [10.3] * 20 + [10.8] * 20)
    assert verdict.status == "unstable"
    assert "drift: +8% from the first to the last third" in (verdict.reason or "")


def test_doubts_about_the_device_are_unstable() -> None:
    verdict = judged([10.0] * 40, ["throttled: hardware thermal slowdown"])
    assert (verdict.status, verdict.reason) == ("unstable", "throttled: hardware thermal slowdown")


def test_drift_needs_nine_samples() -> None:
    assert drift_of([1.0] * 4 + [2.0] * 4) == 0
    assert drift_of([1.0, 1, 1, 2, 2, 2, 3, 3, 3]) == pytest.approx(2)
