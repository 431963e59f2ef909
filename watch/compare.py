"""Two runs side by side: paired by series, ratio of throughput with a bootstrap interval.

Of single steps, the interval tells what these two measurements say, not how much a third one would
differ; of the medians of several runs it tells that too.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from watch.detect import SMALLEST_CHANGE
from watch.level import Values
from watch.software import SEED

RESAMPLES = 1000
#: A measurement's samples are thinned to so many: beyond, the interval hardly narrows.
MOST_SAMPLES = 500


class Measured(NamedTuple):
    """What is paired: a series but for the device, its settings in words."""

    model: str
    img_size: int
    batch_size: int
    settings: str

    def __str__(self) -> str:
        return f"{self.model} {self.img_size} px, batch {self.batch_size}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Compared:
    """One pair; ``ratio`` is throughput of B / A, ``low`` and ``high`` its 95 % interval.

    Attributes:
        measured: what, with the settings of A.
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

    Where each side has one settings throughout and they differ, it is they that are compared.

    Args:
        a: step times in milliseconds by what was measured; a single one where only the median is
            known.
        b: likewise.
    """
    rng = np.random.default_rng(SEED)
    settings_a, settings_b = ({key.settings for key in side} for side in (a, b))
    if len(settings_a) == len(settings_b) == 1:
        (settings,) = settings_a
        b = {key._replace(settings=settings): times for key, times in b.items()}
    pairs = [_pair(rng, key, a[key], b[key]) for key in sorted(a.keys() & b.keys())]
    return sorted(
        pairs,
        key=lambda pair: (not pair.is_significant, -abs(np.log(pair.ratio)), pair.measured),
    )


def interval_plot(pair: Compared, *, reach: float, width: int = 41) -> str:
    """The interval on a line from -``reach`` to +``reach`` (shares), ``|`` at no difference."""
    cells = ["·"] * width  # no spaces: off a terminal they would be folded
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
        speed_a=key.batch_size / median_a * 1000,
        speed_b=key.batch_size / median_b * 1000,
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
