"""Where the segments of a series begin: found steps, new software, accepted levels."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import exp

import numpy as np

from watch.history import DeviceHistory, Run, SeriesKey
from watch.level import Level, Values, level_of
from watch.steps import steps

#: Positions in the device's list of runs at which somebody accepted a new level.
Accepted = Mapping[SeriesKey, Sequence[int]]


def environment_changes(runs: Sequence[Run]) -> list[int]:
    """Positions of the runs whose software is not that of the run before."""
    return [
        position
        for position, (before, after) in enumerate(pairwise(runs), start=1)
        if before.software != after.software
    ]


def segment_starts(
    values: Values, runs: Sequence[int], known: Mapping[str, Sequence[int]]
) -> dict[int, str]:
    """Positions in the values where a segment begins, with the kind of change, ascending.

    Args:
        values: logarithms of throughput, oldest first.
        runs: positions of their runs in the device's list, ascending.
        known: positions of runs with which a segment begins, by the kind of change; where two kinds
            meet, the later one of this mapping stands.
    """
    starts: dict[int, str] = {}
    for kind, positions in known.items():
        for position in positions:
            at = bisect_left(runs, position)
            if 0 < at < len(values):
                starts[at] = kind
    # Steps are looked for between the known ones, or each would be found a second time beside it.
    for low, high in pairwise([0, *sorted(starts), len(values)]):
        starts |= {low + at: "detected" for at in steps(values[low:high])}
    return dict(sorted(starts.items()))


def step_ratios(values: Values, starts: Sequence[int]) -> list[float]:
    """Throughput after / before each start, from the medians of the segments on both sides.

    Args:
        values: logarithms of throughput, oldest first.
        starts: positions in ``values`` where a segment begins, ascending, without 0.
    """
    bounds = [0, *starts, len(values)]
    centres = [float(np.median(values[low:high])) for low, high in pairwise(bounds)]
    return [exp(after - before) for before, after in pairwise(centres)]


def device_starts(history: DeviceHistory, common: Sequence[int]) -> dict[str, Sequence[int]]:
    """What begins a segment of every series of a device, for ``segment_starts``.

    Args:
        history: of the device.
        common: positions of the runs in which all series moved together.
    """
    return {"detected": common, "environment": environment_changes(history.runs)}


def levels_before(
    history: DeviceHistory, position: int, accepted: Accepted, common: Sequence[int]
) -> dict[SeriesKey, Level]:
    """The level of every series from the runs before ``position``.

    A series that was not measured since all of the device moved, or its software, has none: its
    next figure begins a segment, and its old level says nothing of that.

    Args:
        history: of the device.
        position: of a run.
        accepted: see ``Accepted``.
        common: positions of the runs in which all series moved together.
    """
    of_device = device_starts(history, common)
    moves = sorted(start for starts in of_device.values() for start in starts if start < position)
    levels = {}
    for key, series in history.series.items():
        count = series.count_before(position)
        is_stale = count and moves and series.runs[count - 1] < moves[-1]
        if count and not is_stale:
            values = series.values[:count]
            known = {**of_device, "accepted": accepted.get(key, ())}
            starts = segment_starts(values, series.runs[:count], known)
            levels[key] = level_of(values, list(starts))
    return levels
