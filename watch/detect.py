"""Is tonight's figure another? Flags, their confirmation, and what moves all series together.

Stage 1 looks at every series by itself and flags generously. Stage 2 measures what was flagged
twice more in fresh processes: the median of the three must still be off, none of them may be back
at the old level (something that disturbs one measurement in twenty disturbs two of three too
often), and the false discovery rate of the night must stay under 5 %. If many series move
together, that is one finding about the
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

import numpy as np
from scipy.special import stdtr, stdtrit

from watch.level import MAD_TO_SIGMA, PRIOR_FREEDOM, Level, Values

Key = TypeVar("Key", bound=Hashable)
Direction = Literal["slower", "faster"]

#: One-sided probability under which a figure is measured again.
FLAG_P = 0.01
#: Changes smaller than this are not worth reading about.
SMALLEST_CHANGE = 0.02
#: False discovery rate of confirmed alarms.
FALSE_DISCOVERIES = 0.05
#: Share of the series that move together above which it is the device.
COMMON_SHARE = 0.30
#: So many series are needed to tell that.
COMMON_COUNT = 5
#: How often a flagged series is measured again.
REPEATS = 2
#: Variance of the median of three normal values, as a share of that of one: 1 - sqrt(3) / pi.
MEDIAN_OF_THREE = 1 - np.sqrt(3) / np.pi


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """How far tonight's figure is from its level.

    Attributes:
        ratio: throughput now / before.
        low: lower end of the ratio's 95 % prediction interval around 1.
        high: upper end of it.
        p: one-sided probability of a figure so far off, or farther, if nothing changed.
    """

    ratio: float
    low: float
    high: float
    p: float

    @property
    def direction(self) -> Direction:
        """``slower`` or ``faster``."""
        return "slower" if self.ratio < 1 else "faster"

    @property
    def is_large(self) -> bool:
        """Whether it is worth reading about."""
        return abs(self.ratio - 1) >= SMALLEST_CHANGE


@dataclass(frozen=True, kw_only=True, slots=True)
class Confirmed:
    """A change that stood up to being measured again; ``q`` as in ``alerts.q_value``."""

    change: Change
    q: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Night(Generic[Key]):
    """What stage 1 found.

    Attributes:
        changes: of every series that can be watched, relative to ``common``.
        flagged: series to be measured again.
        common: ratio by which the series moved together, None if they did not.
        common_variance: by how much they differed in that, as a variance of logarithms.
        too_young: series that cannot be watched yet.
    """

    changes: dict[Key, Change]
    flagged: tuple[Key, ...]
    common: float | None
    too_young: tuple[Key, ...]
    common_variance: float = 0.0


def look(levels: Mapping[Key, Level], values: Mapping[Key, float]) -> Night[Key]:
    """Stage 1.

    Args:
        levels: of the series up to last night.
        values: tonight's logarithms of throughput; series without a level are too young.
    """
    watched = {key: levels[key] for key in values if key in levels and levels[key].is_old_enough}
    too_young = tuple(key for key in values if key not in watched)
    prior = _prior_variance(watched)
    changes = {key: change(levels[key], values[key], prior) for key in watched}
    common = _common(changes)
    common_variance = 0.0
    if common is not None:
        shift = float(np.log(common))
        distances = [values[key] - level.centre - shift for key, level in watched.items()]
        sigma = MAD_TO_SIGMA * float(np.median(np.abs(distances)))
        common_variance = max(0.0, sigma**2 - prior)
        changes = {
            key: change(level, values[key] - shift, prior, added=common_variance)
            for key, level in watched.items()
        }
    flagged = tuple(key for key, found in changes.items() if found.is_large and found.p < FLAG_P)
    return Night(
        changes=changes,
        flagged=flagged,
        common=common,
        common_variance=common_variance,
        too_young=too_young,
    )


def confirm(
    night: Night[Key], levels: Mapping[Key, Level], repeated: Mapping[Key, Sequence[float]]
) -> dict[Key, Confirmed]:
    """Stage 2: what is still off, at a false discovery rate of 5 % over the whole night.

    Args:
        night: of stage 1.
        levels: as given to ``look``.
        repeated: all logarithms of throughput of each flagged series, tonight's first one included;
            a series that could not be measured again as often as it should is not confirmed.
    """
    prior = _prior_variance({key: levels[key] for key in night.changes})
    shift = 0.0 if night.common is None else float(np.log(night.common))
    added = night.common_variance
    changes = dict(night.changes)
    candidates = set()
    for key, values in repeated.items():
        if len(values) <= REPEATS:
            continue
        middle = float(np.median(values)) - shift
        changes[key] = change(levels[key], middle, prior, variance=MEDIAN_OF_THREE, added=added)
        distances = [value - shift - levels[key].centre for value in values]
        nearest = levels[key].centre + min(distances, key=abs)
        witness = change(levels[key], nearest, prior, added=added)
        if witness.is_large and witness.direction == night.changes[key].direction:
            candidates.add(key)
    confirmed: dict[Key, Confirmed] = {}
    for direction in ("slower", "faster"):
        # A series that moved the other way is, one-sidedly, no evidence at all.
        p = [found.p if found.direction == direction else 1 - found.p for found in changes.values()]
        for (key, found), q in zip(changes.items(), adjusted(np.asarray(p)), strict=True):
            if key in candidates and found.direction == direction and q <= FALSE_DISCOVERIES:
                confirmed[key] = Confirmed(change=found, q=float(q))
    return confirmed


def change(
    level: Level, value: float, prior: float, *, variance: float = 1.0, added: float = 0.0
) -> Change:
    """How far a figure is from its level.

    Args:
        level: of the series.
        value: logarithm of throughput.
        prior: variance that is usual among the series of the night.
        variance: of ``value``, as a share of that of a single measurement.
        added: variance that has nothing to do with measuring.
    """
    freedom = level.freedom + PRIOR_FREEDOM
    moderated = (level.freedom * level.sigma**2 + PRIOR_FREEDOM * prior) / freedom
    error = float(np.sqrt(moderated * (variance + level.centre_variance) + added))
    distance = value - level.centre
    half = _two_sided_95(freedom) * error
    return Change(
        ratio=float(np.exp(distance)),
        low=float(np.exp(distance - half)),
        high=float(np.exp(distance + half)),
        p=float(stdtr(freedom, -abs(distance) / error)),
    )


def adjusted(p: Values) -> Values:
    """q-values: the false discovery rates of Benjamini and Hochberg (JRSS B, 1995)."""
    count = len(p)
    order = np.argsort(p)
    q = p[order] * count / np.arange(1, count + 1)
    result = np.empty(count)
    result[order] = np.minimum(1.0, np.minimum.accumulate(q[::-1])[::-1])
    return result


def _common(changes: Mapping[Key, Change]) -> float | None:
    """The ratio by which over 30 % of the series moved together, None if they did not."""
    if len(changes) < COMMON_COUNT:
        return None
    for direction in ("slower", "faster"):
        moved = [
            found.ratio
            for found in changes.values()
            if found.direction == direction and found.is_large and found.p < FLAG_P
        ]
        if len(moved) > COMMON_SHARE * len(changes):
            # If most moved, the median of all is the shift; if fewer, the others stayed behind.
            all_ratios = [found.ratio for found in changes.values()]
            typical = moved if 2 * len(moved) < len(changes) else all_ratios
            return float(np.exp(np.median(np.log(typical))))
    return None


def _prior_variance(levels: Mapping[Key, Level]) -> float:
    """Variance that is usual among the series."""
    if not levels:
        return 0.0
    return float(np.median([level.sigma for level in levels.values()])) ** 2


def _two_sided_95(freedom: float) -> float:
    """97.5th percentile of Student's distribution."""
    return float(stdtrit(freedom, 0.975))
