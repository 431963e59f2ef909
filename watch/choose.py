"""What to measure tonight, within a time budget."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)


def choose(
    candidates: Sequence[Key],
    *,
    every_night: Iterable[Iterable[Key]],
    last_run: Mapping[Key, int],
    cost_s: Callable[[Key], float],
    budget_s: float,
) -> list[Key]:
    """Candidates in the order of their claim, as many as fit.

    First what is measured every night, then what was never measured, then the stalest. Something
    that does not fit any more makes way for something cheaper behind it.

    Args:
        candidates: all that may be measured.
        every_night: groups of candidates with the first claim, the strongest group first (open
            alerts, watch list, Pareto frontier).
        last_run: position of the last run that measured a candidate; the others never were.
        cost_s: estimated seconds of a measurement.
        budget_s: seconds in all.
    """
    allowed = dict.fromkeys(candidates)
    first = [key for group in every_night for key in group if key in allowed]
    never = [key for key in allowed if key not in last_run]
    stalest = sorted((key for key in allowed if key in last_run), key=lambda key: last_run[key])
    chosen, left_s = [], budget_s
    for key in dict.fromkeys([*first, *never, *stalest]):
        cost = cost_s(key)
        if cost <= left_s:
            chosen.append(key)
            left_s -= cost
    return chosen


def pareto_frontier(points: Mapping[Key, tuple[float, float]]) -> list[Key]:
    """Keys that no other beats in both figures (throughput, accuracy), fastest first."""
    frontier: list[Key] = []
    best = float("-inf")
    for key, (_, accuracy) in sorted(points.items(), key=lambda item: item[1], reverse=True):
        if accuracy > best:
            frontier.append(key)
            best = accuracy
    return frontier
