"""How well regressions are found: nights of simulated series with planted changes.

    python -m benchmarks.bench.simulate_nights     (about 2 minutes; --seeds N)

1,600 series over 60 nights. Every series has a spread of its own from night to night, 0.4 to 1.2 %;
on spiky machines one measurement in twenty is slowed by another 8 % on average (exponential), as
another process would. From night 20 on every night some series drop for good by 3, 5 or 10 %; in
the common-mode night everything slows by 4 %. A flagged series is measured again twice, with new
noise and new spikes. Levels are those of the nightly job: steps are found anew every night. A drop
counts as found if it is confirmed in its first night; a series that never changed counts as a false
alarm every night that it is confirmed, as if each were closed as noise at once. In the common-mode
night one alert is raised; what else is confirmed, and has no alert of its own yet, is named in it:
a drop of an earlier night that was missed until then, or an error.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from watch.detect import REPEATS, confirm, look
from watch.level import Level, Values, level_of
from watch.segments import segment_starts
from watch.steps import steps

Positions = NDArray[np.int64]

SERIES, NIGHTS, FIRST_DROP, DROPS_A_NIGHT = 1600, 60, 20, 9
DROPS = (0.03, 0.05, 0.10)
COMMON_NIGHT, COMMON_SHIFT = 45, 0.04
SPIKE_SHARE, SPIKE_MEAN = 0.05, 0.08


@dataclass
class Score:
    """Counts over all nights but the common-mode one."""

    flagged: int = 0
    false_flags: int = 0
    false_alarms: int = 0
    planted: Counter[float] = field(default_factory=Counter)
    found: Counter[float] = field(default_factory=Counter)
    common_alerts: list[int] = field(default_factory=list)
    named_in_it: int = 0
    named_in_error: int = 0


def simulate(*, is_spiky: bool, seed: int) -> Score:
    """Run all nights."""
    rng = np.random.default_rng(seed)
    sigma = rng.uniform(0.004, 0.012, SERIES)
    truth = rng.normal(4.0, 1.0, SERIES)
    order = rng.permutation(SERIES)
    history = np.empty((SERIES, 0))
    score = Score()

    def measure(which: Positions) -> Values:
        noise: Values = rng.normal(0, sigma[which])
        if is_spiky:
            spikes = rng.random(len(which)) < SPIKE_SHARE
            noise -= spikes * rng.exponential(SPIKE_MEAN, len(which))
        measured: Values = truth[which] + noise
        return measured

    everything = np.arange(SERIES, dtype=np.int64)
    planted_so_far = 0
    alerted: set[int] = set()
    for night in range(NIGHTS):
        dropped: dict[int, float] = {}
        is_common = night == COMMON_NIGHT
        if is_common:
            truth -= COMMON_SHIFT
        elif night >= FIRST_DROP:
            for number in range(DROPS_A_NIGHT):
                which = int(order[planted_so_far])
                planted_so_far += 1
                size = DROPS[number % len(DROPS)]
                truth[which] += np.log(1 - size)
                dropped[which] = size
        tonight = measure(everything)
        if night >= 8:
            levels = {at: _level(history[at], score.common_alerts) for at in range(SERIES)}
            found = look(levels, dict(enumerate(tonight)))
            flagged = np.array(found.flagged, dtype=np.int64)
            again = np.stack([tonight[flagged], *(measure(flagged) for _ in range(REPEATS))])
            repeated = dict(zip(found.flagged, again.T.tolist(), strict=True))
            confirmed = confirm(found, levels, repeated)
            tonight[flagged] = np.median(again, axis=0)
            if found.common is not None:
                score.common_alerts.append(night)
            # A drop that was missed at first may be confirmed later: no false alarm.
            changed = set(map(int, order[:planted_so_far]))
            if is_common:
                score.named_in_it += len(set(confirmed) - alerted)
                score.named_in_error += len(set(confirmed) - alerted - changed)
            else:
                score.flagged += len(flagged)
                score.false_flags += len(set(found.flagged) - changed)
                score.false_alarms += len(set(confirmed) - changed)
                for which, size in dropped.items():
                    score.planted[size] += 1
                    score.found[size] += which in confirmed
            alerted |= confirmed.keys()
        history = np.column_stack([history, tonight])
    return score


def _level(values: Values, common: list[int]) -> Level:
    """As ``watch.segments.levels_before`` does it."""
    return level_of(values, list(segment_starts(values, range(len(values)), {"detected": common})))


def time_detection(nights: int = 365) -> float:
    """Seconds for steps, levels and flags of 1,600 series over a year."""
    rng = np.random.default_rng(1)
    values = rng.normal(4.0, 0.01, (SERIES, nights))
    values[::3, nights // 2 :] -= 0.05
    tonight = rng.normal(4.0, 0.01, SERIES)
    begun = time.perf_counter()
    levels = {at: level_of(series, steps(series)) for at, series in enumerate(values)}
    look(levels, dict(enumerate(tonight)))
    return time.perf_counter() - begun


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seeds", type=int, default=3)
    seeds = range(parser.parse_args().seeds)
    ordinary = NIGHTS - 9  # nights with levels, less the common-mode one
    for name, is_spiky in (("quiet", False), ("spiky", True)):
        scores = [simulate(is_spiky=is_spiky, seed=seed) for seed in seeds]
        nights = ordinary * len(scores)
        planted, found = Counter[float](), Counter[float]()
        for score in scores:
            planted.update(score.planted)
            found.update(score.found)
        shares = ", ".join(f"{size:.0%}: {found[size] / planted[size]:.1%}" for size in DROPS)
        print(
            f"{name}: flagged in error {sum(s.false_flags for s in scores) / nights:.2f} a night, "
            f"confirmed in error {sum(s.false_alarms for s in scores) / nights:.2f} a night "
            f"(worst seed {max(s.false_alarms for s in scores) / ordinary:.2f}); "
            f"drops confirmed in the first night {shares} (of {dict(planted)}); "
            f"common-mode alerts in nights {[s.common_alerts for s in scores]}; "
            f"single series named in them {[s.named_in_it for s in scores]}, "
            f"of these in error {[s.named_in_error for s in scores]}"
        )
    print(f"detection over {SERIES} series x 365 nights: {time_detection():.1f} s")


if __name__ == "__main__":
    main()
