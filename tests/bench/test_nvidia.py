from __future__ import annotations

import pytest

from bench.nvidia import UNSOUND_REASONS, others


@pytest.mark.parametrize(
    ("running", "own", "expected"),
    [
        ([], {7}, []),
        ([7], {7}, []),
        ([7, 9], {7}, [9]),
        ([9], set(), [9]),  # asked before we compute there ourselves
        ([4711], {7}, []),  # in a container: ours, under the host's number
        ([4711, 4712], {7}, [4712]),
    ],
)
def test_own_process_is_no_other(running: list[int], own: set[int], expected: list[int]) -> None:
    assert others(running, own) == expected


def test_a_power_cap_is_no_disturbance() -> None:
    assert 0x04 not in UNSOUND_REASONS
    assert all(bit & (bit - 1) == 0 for bit in UNSOUND_REASONS)
