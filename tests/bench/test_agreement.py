from __future__ import annotations

import math

import pytest

from benchmarks.bench.agreement import agrees, interval, pairs_of


def test_agreement_is_an_interval_around_one_or_close_to_it() -> None:
    assert agrees(0.9, 1.1)
    assert agrees(1.01, 1.02)
    assert not agrees(1.01, 1.04)
    assert not agrees(0.90, 0.99)


def test_the_interval_holds_the_mean_and_narrows_with_the_spread() -> None:
    wide = interval([math.log(ratio) for ratio in (0.9, 1.0, 1.1, 1.2, 0.95)])
    narrow = interval([math.log(ratio) for ratio in (0.99, 1.0, 1.01, 1.02, 0.995)])
    for ratio, low, high in (wide, narrow):
        assert low < ratio < high
    assert narrow[2] - narrow[1] < (wide[2] - wide[1]) / 5


@pytest.mark.torch
def test_pairs_of_a_model() -> None:
    against_plain, against_self, _ = pairs_of("test_vit", 1)
    assert len(against_plain) == len(against_self) == 1
    assert all(math.isfinite(number) for pair in against_plain for number in pair)
