from __future__ import annotations

import math

import numpy as np
import pytest
from scipy import stats

from watch.choose import choose, pareto_frontier
from watch.compare import Measured, compare, interval_plot
from watch.detect import adjusted, confirm, look
from watch.level import Level, Values, level_of
from watch.report import sparkline
from watch.software import moved
from watch.steps import steps


def noise(seed: int, count: int, sigma: float = 0.01) -> Values:
    return np.random.default_rng(seed).normal(4, sigma, count)


def levels(count: int, nights: int = 30, sigma: float = 0.01) -> dict[int, Level]:
    return {at: level_of(noise(at, nights, sigma)) for at in range(count)}


def test_level_is_of_the_current_segment_and_the_spread_of_all() -> None:
    values = np.concatenate([noise(1, 40), noise(2, 5) - 0.1])
    whole, split = level_of(values), level_of(values, [40])
    assert split.centre == pytest.approx(3.9, abs=0.01)
    assert (split.count, split.segment_count) == (45, 5)
    assert split.sigma == pytest.approx(0.01, rel=0.4)
    assert whole.centre == pytest.approx(4.0, abs=0.01)


def test_spikes_widen_neither_level_nor_spread() -> None:
    values = noise(3, 60)
    values[::20] -= 0.5
    assert level_of(values).centre == pytest.approx(4, abs=0.005)
    assert level_of(values).sigma == pytest.approx(0.01, rel=0.35)


def test_series_are_watched_from_eight_nights_on() -> None:
    young, old = level_of(noise(1, 7)), level_of(noise(1, 8))
    night = look({"young": young, "old": old}, {"young": 3.0, "old": 4.0, "new": 4.0})
    assert set(night.changes) == {"old"}
    assert set(night.too_young) == {"young", "new"}


def test_a_new_segment_is_watched_with_a_wider_interval() -> None:
    values = noise(1, 31)
    settled, fresh = level_of(values), level_of(values, [30])
    night = look({"settled": settled, "fresh": fresh}, {"settled": 4.0, "fresh": 4.0})
    widths = {key: change.high - change.low for key, change in night.changes.items()}
    assert widths["fresh"] > 1.2 * widths["settled"]


def test_a_drop_is_flagged_and_confirmed_and_an_improvement_alike() -> None:
    known = levels(20)
    tonight = {at: level.centre for at, level in known.items()}
    tonight[3] += math.log(0.9)
    tonight[5] += math.log(1.1)
    night = look(known, tonight)
    assert set(night.flagged) == {3, 5}
    assert night.common is None
    found = confirm(night, known, {key: [tonight[key]] * 3 for key in (3, 5)})
    assert found[3].change.direction == "slower"
    assert found[3].change.ratio == pytest.approx(0.9)
    assert found[5].change.direction == "faster"


def test_one_repeat_at_the_old_level_acquits() -> None:
    known = levels(20)
    tonight = {at: level.centre for at, level in known.items()}
    tonight[3] += math.log(0.8)
    night = look(known, tonight)
    acquitted = confirm(night, known, {3: [tonight[3], tonight[3], known[3].centre]})
    assert acquitted == {}
    assert confirm(night, known, {3: [tonight[3], tonight[3]]}) == {}


def test_changes_under_two_percent_are_not_worth_reading() -> None:
    known = levels(20, sigma=0.001)
    night = look(known, {at: level.centre + math.log(0.985) for at, level in known.items()})
    assert night.flagged == ()


def test_all_together_is_one_finding_and_the_worst_still_shows() -> None:
    known = levels(40)
    tonight = {at: level.centre + math.log(0.9) for at, level in known.items()}
    tonight[7] += math.log(0.85)
    night = look(known, tonight)
    assert night.common == pytest.approx(0.9, abs=0.005)
    assert night.flagged == (7,)
    found = confirm(night, known, {7: [tonight[7]] * 3})
    assert found[7].change.ratio == pytest.approx(0.85, abs=0.01)


def test_series_that_do_not_move_alike_are_one_finding_too() -> None:
    known = levels(200)
    moves = np.random.default_rng(9).normal(math.log(0.92), 0.03, 200)
    tonight = {at: level.centre + moves[at] for at, level in known.items()}
    night = look(known, tonight)
    assert night.common == pytest.approx(0.92, abs=0.01)
    assert len(night.flagged) < 10
    tonight[7] = known[7].centre + math.log(0.75)
    assert 7 in look(known, tonight).flagged


def test_q_values_agree_with_scipy() -> None:
    p = np.random.default_rng(4).uniform(size=200) ** 3
    np.testing.assert_allclose(adjusted(p), stats.false_discovery_control(p))


def test_steps_are_found_where_they_are_and_spikes_are_none() -> None:
    values = noise(5, 120)
    values[50:] -= 0.05
    values[90:] += 0.08
    values[[10, 70, 71]] -= 0.4
    assert steps(values) == pytest.approx([50, 90], abs=1)
    assert steps(noise(6, 365)) == []
    assert steps(noise(6, 5)) == []


def test_small_steps_are_part_of_the_level() -> None:
    values = noise(7, 100, 0.001)
    values[50:] -= 0.01
    assert steps(values) == []


def test_moved_is_the_median_with_its_interval() -> None:
    found = moved([math.log(0.9)] * 9 + [0.0])
    assert found is not None
    assert found.ratio == pytest.approx(0.9)
    assert found.low <= found.ratio <= found.high
    assert moved([]) is None


def test_the_plan_fits_the_budget_in_the_order_of_claims() -> None:
    chosen = choose(
        list("abcdefg"),
        every_night=(["f"], ["b", "x"], ["f", "c"]),
        last_run={"a": 5, "b": 1, "d": 2, "e": 3, "f": 5},
        cost_s=lambda key: 50 if key == "c" else 10,
        budget_s=50,
    )
    # c is too long; g was never measured; d is staler than e.
    assert chosen == ["f", "b", "g", "d", "e"]


def test_frontier() -> None:
    points = {
        "fast": (100.0, 70.0),
        "good": (10.0, 85.0),
        "worse": (9.0, 84.0),
        "mid": (50.0, 80.0),
    }
    assert pareto_frontier(points) == ["fast", "mid", "good"]


def test_compare_puts_what_matters_first() -> None:
    rng = np.random.default_rng(1)
    steady = rng.normal(10, 0.1, 200)
    same, slower, only_a = (
        Measured(model, 224, 1, "infer fp32") for model in ("same", "slower", "only a")
    )
    a = {same: steady, slower: steady, only_a: steady}
    b = {same: rng.normal(10, 0.1, 200), slower: steady * 1.25}
    first, second = compare(
        {key: values.tolist() for key, values in a.items()},
        {key: values.tolist() for key, values in b.items()},
    )
    assert first.measured == slower
    assert first.is_significant
    assert first.ratio == pytest.approx(0.8)
    assert first.low is not None
    assert first.high is not None
    assert first.low < 0.8 < first.high
    assert not second.is_significant
    assert interval_plot(first, reach=0.2)[0] == "●"
    assert "|" in interval_plot(first, reach=0.2)


def test_sparkline() -> None:
    assert sparkline(np.array([1.0, 2.0, 3.0])) == "▁▅█"
    assert sparkline(np.array([2.0, 2.0])) == "▅▅"
