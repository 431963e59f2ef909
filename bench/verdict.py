"""Whether a figure is sound: too few samples, too wide a spread, a drift, a disturbed device."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from bench.protocol import Limits
from bench.summary import Summary

#: Scales the median absolute deviation to the standard deviation of normal samples.
MAD_TO_SIGMA = 1.4826
#: Robust spread, as a share of the median, above which a figure is unstable.
WIDEST_SPREAD = 0.10
#: Change from the first to the last third of the samples above which it is.
LARGEST_DRIFT = 0.05


@dataclass(frozen=True, kw_only=True, slots=True)
class Verdict:
    """The status of a measurement, and in words why it is not ``ok``."""

    status: str
    reason: str | None
    is_low_n: bool


def judge(
    samples: Sequence[float], summary: Summary | None, limits: Limits, doubts: Sequence[str]
) -> Verdict:
    """The verdict on a measurement that ran to its end.

    Args:
        samples: times of single steps in their order, milliseconds.
        summary: of ``samples``; None if there are none.
        limits: what was asked for.
        doubts: what was seen on the device meanwhile.
    """
    is_low_n = len(samples) < limits.min_count
    if summary is None or len(samples) < limits.fewest_count:
        reason = (
            f"{len(samples)} steps in {limits.max_s:g} s, at least {limits.fewest_count} are needed"
        )
        return Verdict(status="timeout", reason=reason, is_low_n=is_low_n)
    reasons = list(doubts)
    spread = MAD_TO_SIGMA * summary.mad / summary.median if summary.median else 0.0
    if spread > WIDEST_SPREAD:
        reasons.append(f"spread: {spread:.0%} of the median")
    drift = drift_of(samples)
    if abs(drift) > LARGEST_DRIFT:
        reasons.append(f"drift: {drift:+.0%} from the first to the last third")
    if reasons:
        return Verdict(status="unstable", reason="; ".join(reasons), is_low_n=is_low_n)
    return Verdict(status="ok", reason=None, is_low_n=is_low_n)


def drift_of(samples: Sequence[float]) -> float:
    """Relative change of the median from the first to the last third; 0 for under 9 samples."""
    third = len(samples) // 3
    if third < 3:
        return 0.0
    first = median(samples[:third])
    return median(samples[-third:]) / first - 1 if first else 0.0
