"""The largest batch size that fits."""

from __future__ import annotations

from collections.abc import Callable

#: No batch larger than this is tried.
LARGEST = 65_536


def largest_that_fits(fits: Callable[[int], bool], largest: int = LARGEST) -> int:
    """The largest batch size up to ``largest`` that fits, 0 if not even one image does.

    Doubles until one does not fit, then halves the gap; ``fits`` must not fit again above a size
    that does not.
    """
    low, high = 0, 1
    while high <= largest and fits(high):
        low, high = high, high * 2
    high = min(high, largest + 1)
    while high - low > 1:
        middle = (low + high) // 2
        if fits(middle):
            low = middle
        else:
            high = middle
    return low
