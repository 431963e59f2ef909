from __future__ import annotations

import statistics

import pytest

from bench.summary import percentile, summarise


def test_known_samples() -> None:
    summary = summarise([5.0, 1.0, 2.0, 3.0, 4.0])
    assert (summary.count, summary.median, summary.mean, summary.mad) == (5, 3.0, 3.0, 1.0)
    assert summary.p5 == pytest.approx(1.2)
    assert summary.p99 == pytest.approx(4.96)
    assert summary.cv == pytest.approx(statistics.stdev([1, 2, 3, 4, 5]) / 3)


def test_one_sample_has_no_spread() -> None:
    summary = summarise([7.0])
    assert (summary.median, summary.p5, summary.p99, summary.mad, summary.cv) == (7, 7, 7, 0, 0)


def test_percentiles_agree_with_the_standard_library() -> None:
    values = sorted((at * 37 % 101) ** 1.5 for at in range(101))
    hundredths = statistics.quantiles(values, n=100, method="inclusive")
    for percent in range(1, 100):
        assert percentile(values, percent) == pytest.approx(hundredths[percent - 1])


def test_one_slow_step_moves_the_mean_but_not_the_median() -> None:
    summary = summarise([10.0] * 99 + [1000.0])
    assert summary.median == 10
    assert summary.mean == pytest.approx(19.9)
