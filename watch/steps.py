"""Where a series stepped: change points of its whole history, by PELT with a BIC penalty.

Killick, Fearnhead and Eckley, "Optimal detection of changepoints with a linear computational cost",
JASA 2012, as implemented in ruptures.
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from ruptures import KernelCPD
from scipy.ndimage import median_filter

from watch.detect import SMALLEST_CHANGE
from watch.level import MAD_TO_SIGMA, SMALLEST_SIGMA, Values

#: A segment has at least so many measurements: fewer are spikes.
SHORTEST = 3
#: Spikes are cut to this distance from the running median, in standard deviations.
CUT_AT = 3.0
#: Measurements of the running median.
WINDOW = 7


def steps(values: Values) -> list[int]:
    """Positions of the first values of new segments, ascending.

    Args:
        values: logarithms of throughput, oldest first.
    """
    count = len(values)
    if count < 2 * SHORTEST:
        return []
    sigma = _sigma(values)
    smooth = median_filter(values, size=WINDOW, mode="nearest")
    cut = np.clip(values, smooth - CUT_AT * sigma, smooth + CUT_AT * sigma)
    # A step costs a level and a place: two parameters, half of log n each, on the scale of squares.
    penalty = 2 * sigma**2 * np.log(count)
    found = KernelCPD(kernel="linear", min_size=SHORTEST).fit(cut[:, None]).predict(pen=penalty)
    return _large_ones(cut, found[:-1])


def _sigma(values: Values) -> float:
    """Spread of single values, from differences of neighbours: steps do not widen it."""
    differences = np.abs(np.diff(values))
    return max(MAD_TO_SIGMA * float(np.median(differences)) / float(np.sqrt(2)), SMALLEST_SIGMA)


def _large_ones(values: Values, found: list[int]) -> list[int]:
    """Those whose levels differ enough to be worth reading about, smaller ones merged away."""
    kept: list[int] = []
    bounds = [*found, len(values)]
    for start, end in pairwise(bounds):
        before = values[kept[-1] if kept else 0 : start]
        difference = np.median(values[start:end]) - np.median(before)
        if abs(difference) >= SMALLEST_CHANGE:
            kept.append(start)
    return kept
