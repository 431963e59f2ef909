from __future__ import annotations

import importlib
import re
from pathlib import Path

import pytest

from bench import nvidia
from bench.nvidia import UNSOUND_REASONS, find_device, others


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


def test_a_device_that_nvml_does_not_know_is_absent() -> None:
    assert find_device("00000000-0000-0000-0000-000000000000") is None


@pytest.mark.torch
def test_every_question_is_one_that_nvidia_ml_py_knows() -> None:
    pynvml = importlib.import_module("pynvml")
    asked = set(re.findall(r"\bnvml[A-Z]\w+|\bNVML_?[A-Z]\w+", Path(nvidia.__file__).read_text()))
    assert len(asked) > 10
    assert {name for name in asked if not hasattr(pynvml, name)} == {"nvmlClocksEventReasons"}
    for name, bit in (
        ("nvmlClocksEventReasonHwSlowdown", 0x08),
        ("nvmlClocksEventReasonSwThermalSlowdown", 0x20),
        ("nvmlClocksEventReasonHwThermalSlowdown", 0x40),
        ("nvmlClocksEventReasonHwPowerBrakeSlowdown", 0x80),
    ):
        assert bit in UNSOUND_REASONS
        assert getattr(pynvml, name) == bit
