"""Two runs side by side: paired by series, ratio of throughput with a bootstrap interval.

The interval is of the single steps of the two measurements: it tells what these two say, not how
much a third measurement would differ.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from watch.detect import SMALLEST_CHANGE
from watch.level import Values
from watch.software import SEED

#: Model, image size, batch size.
Measured = tuple[str, int, int]
RESAMPLES = 1000
#: A measurement's samples are thinned to so many: beyond, the interval hardly narrows.
MOST_SAMPLES = 500


@dataclass(frozen=True, kw_only=True, slots=True)
class Compared:
    """One pair; ``ratio`` is throughput of B / A, ``low`` and ``high`` its 95 % interval.

    Attributes:
        measured: model, image size, batch size.
        speed_a: images/s.
        speed_b: images/s.
        ratio: of throughput, B / A.
        low: None where samples are missing.
        high: None where samples are missing.
    """

    measured: Measured
    speed_a: float
    speed_b: float
    ratio: float
    low: float | None
    high: float | None

    @property
    def is_significant(self) -> bool:
        """Whether the interval leaves out 1 and the difference is worth reading about."""
        if self.low is None or self.high is None:
            return False
        return not self.low <= 1 <= self.high and abs(self.ratio - 1) >= SMALLEST_CHANGE


def compare(
    a: Mapping[Measured, Sequence[float]], b: Mapping[Measured, Sequence[float]]
) -> list[Compared]:
    """What both have: the significant ones first, the largest difference first.

    Args:
        a: step times in milliseconds by what was measured; a single one where only the median is
            known.
        b: likewise.
    """
    rng = np.random.default_rng(SEED)
    pairs = [_pair(rng, key, a[key], b[key]) for key in a.keys() & b.keys()]
    return sorted(
        pairs,
        key=lambda pair: (not pair.is_significant, -abs(np.log(pair.ratio)), pair.measured),
    )


def interval_plot(pair: Compared, *, reach: float, width: int = 41) -> str:
    """The interval on a line from -``reach`` to +``reach`` (shares), ``|`` at no difference."""
    cells = [" "] * width
    middle = width // 2

    def cell(ratio: float) -> int:
        at = middle + round((ratio - 1) / reach * middle)
        return min(max(at, 0), width - 1)

    if pair.low is not None and pair.high is not None:
        for at in range(cell(pair.low), cell(pair.high) + 1):
            cells[at] = "─"
    cells[middle] = "|"
    cells[cell(pair.ratio)] = "●"
    return "".join(cells)


def _pair(
    rng: np.random.Generator, key: Measured, times_a: Sequence[float], times_b: Sequence[float]
) -> Compared:
    median_a, median_b = float(np.median(times_a)), float(np.median(times_b))
    low = high = None
    if len(times_a) > 1 and len(times_b) > 1:
        ratios = _medians(rng, times_a) / _medians(rng, times_b)
        low, high = map(float, np.percentile(ratios, [2.5, 97.5]))
    return Compared(
        measured=key,
        speed_a=key[2] / median_a * 1000,
        speed_b=key[2] / median_b * 1000,
        ratio=median_a / median_b,
        low=low,
        high=high,
    )


def _medians(
    rng: np.random.Generator, times: Sequence[float]
) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    values = np.asarray(times)
    if len(values) > MOST_SAMPLES:
        values = values[np.linspace(0, len(values) - 1, MOST_SAMPLES).astype(int)]
    picks = rng.integers(len(values), size=(RESAMPLES, len(values)))
    medians: Values = np.median(values[picks], axis=1)
    return medians
