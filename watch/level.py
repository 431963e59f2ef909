"""The level and spread of a series: what tonight's figure is held against."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.float64]

#: Measurements that a series needs before it is watched.
YOUNGEST = 8
#: So many last measurements tell the spread.
REMEMBERED = 90
#: Makes the median absolute deviation an estimate of a normal's standard deviation.
MAD_TO_SIGMA = 1.4826
#: Efficiency of that estimate: n deviations tell as much as 0.37 n squares would (Rousseeuw and
#: Croux, "Alternatives to the median absolute deviation", JASA 1993).
MAD_EFFICIENCY = 0.37
#: A spread below this is the clock's luck, not the machine's quality.
SMALLEST_SIGMA = 0.002
#: Weight of the other series' spread, in degrees of freedom: the variance is moderated as in Smyth,
#: "Linear models and empirical Bayes methods", SAGMB 2004.
PRIOR_FREEDOM = 4.0
#: Variance of the median of n normal values is about this / n.
MEDIAN_VARIANCE = np.pi / 2


@dataclass(frozen=True, kw_only=True, slots=True)
class Level:
    """Where a series stands, in logarithms of throughput.

    Attributes:
        centre: median of the current segment.
        sigma: spread from night to night within segments, one standard deviation.
        count: measurements in all.
        segment_count: measurements of the current segment.
    """

    centre: float
    sigma: float
    count: int
    segment_count: int

    @property
    def is_old_enough(self) -> bool:
        """Whether the series can be watched. A new segment is, since the spread carries over."""
        return self.count >= YOUNGEST

    @property
    def centre_variance(self) -> float:
        """Variance of ``centre``, as a share of that of a single measurement."""
        return min(1.0, MEDIAN_VARIANCE / self.segment_count)

    @property
    def freedom(self) -> float:
        """How much is known of ``sigma``, in degrees of freedom."""
        return MAD_EFFICIENCY * (min(self.count, REMEMBERED) - 1)


def level_of(values: Values, starts: Sequence[int] = ()) -> Level:
    """The level of a series.

    Args:
        values: logarithms of throughput, oldest first, at least one.
        starts: positions where a new segment begins, ascending; 0 need not be among them.
    """
    bounds = [0, *(start for start in starts if 0 < start < len(values)), len(values)]
    segments = [values[low:high] for low, high in pairwise(bounds)]
    # One value says nothing about a spread: segments of one would only shrink it.
    deviations = [segment - np.median(segment) for segment in segments if len(segment) > 1]
    spread = np.concatenate(deviations)[-REMEMBERED:] if deviations else np.zeros(1)
    sigma = MAD_TO_SIGMA * float(np.median(np.abs(spread)))
    return Level(
        centre=float(np.median(segments[-1])),
        sigma=max(sigma, SMALLEST_SIGMA),
        count=len(values),
        segment_count=len(segments[-1]),
    )
