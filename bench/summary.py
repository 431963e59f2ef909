"""Samples in a few numbers."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Summary:
    """Times of single steps, in milliseconds.

    Attributes:
        count: samples.
        median: the figure that throughput is taken from.
        mean: for comparison with tools that time a whole loop.
        p5: 5th percentile (linear interpolation between order statistics); p90, p95, p99 alike.
        mad: median absolute deviation from the median, not scaled.
        cv: coefficient of variation, standard deviation / mean.
    """

    count: int
    median: float
    mean: float
    p5: float
    p90: float
    p95: float
    p99: float
    mad: float
    cv: float


def summarise(samples: Sequence[float]) -> Summary:
    """The summary of at least one sample."""
    ordered = sorted(samples)
    centre = statistics.median(ordered)
    mean = statistics.fmean(ordered)
    spread = statistics.stdev(ordered, mean) if len(ordered) > 1 else 0.0
    return Summary(
        count=len(ordered),
        median=centre,
        mean=mean,
        p5=percentile(ordered, 5),
        p90=percentile(ordered, 90),
        p95=percentile(ordered, 95),
        p99=percentile(ordered, 99),
        mad=statistics.median(abs(value - centre) for value in ordered),
        cv=spread / mean if mean else 0.0,
    )


def percentile(ordered: Sequence[float], percent: float) -> float:
    """The percentile of sorted values, linear between neighbours (numpy's default)."""
    place = (len(ordered) - 1) * percent / 100
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (place - below)
