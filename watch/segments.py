"""Where the segments of a series begin: found steps, new software, accepted levels."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import pairwise

from watch.history import DeviceHistory, Run, SeriesHistory, SeriesKey
from watch.level import Level, level_of
from watch.steps import steps

#: Positions in the device's list of runs at which somebody accepted a new level.
Accepted = Mapping[SeriesKey, Sequence[int]]


def environment_changes(runs: Sequence[Run]) -> list[int]:
    """Positions of the runs whose software is not that of the run before."""
    return [
        position
        for position, (before, after) in enumerate(pairwise(runs), start=1)
        if before.environment_id != after.environment_id
    ]


def segment_starts(
    series: SeriesHistory, changed: Sequence[int], accepted: Sequence[int]
) -> dict[int, str]:
    """Positions in the series' values where a segment begins, with the kind of change.

    Args:
        series: the figures.
        changed: positions of the runs with new software, or in which all series moved together.
        accepted: positions of the runs from which on a new level was accepted.
    """
    values = series.values
    starts: dict[int, str] = {}
    for kind, positions in (("environment", changed), ("accepted", accepted)):
        for position in positions:
            at = bisect_left(series.runs, position)
            if 0 < at < len(values):
                starts[at] = kind
    # Steps are looked for between the known ones, or each would be found a second time beside it.
    for low, high in pairwise([0, *sorted(starts), len(values)]):
        starts |= {low + at: "detected" for at in steps(values[low:high])}
    return dict(sorted(starts.items()))


def levels_before(
    history: DeviceHistory, position: int, accepted: Accepted, common: Sequence[int]
) -> dict[SeriesKey, Level]:
    """The level of every series from the runs before ``position``.

    Args:
        history: of the device.
        position: of a run.
        accepted: see ``Accepted``.
        common: positions of the runs in which all series moved together.
    """
    changed = [*environment_changes(history.runs[:position]), *common]
    levels = {}
    for key, whole in history.series.items():
        count = bisect_left(whole.runs, position)
        if count:
            before = SeriesHistory(runs=whole.runs[:count], speeds=whole.speeds[:count])
            starts = segment_starts(before, changed, accepted.get(key, ()))
            levels[key] = level_of(before.values, list(starts))
    return levels
