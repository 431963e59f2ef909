from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from bench.errors import BenchError
from bench.host import CpuWatch, describe_host
from bench.idle import wait_idle
from bench.lock import device_lock

HOLD = """
import sys
from pathlib import Path
from bench.lock import device_lock
with device_lock("cpu", Path("first.jsonl"), Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_second_run_is_refused_and_told_of_the_first(tmp_path: Path) -> None:
    first = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert first.stdin is not None
    assert first.stdout is not None
    with first, first.stdin, first.stdout:
        assert first.stdout.readline() == b"held\n"
        second = device_lock("cpu", Path("second.jsonl"), tmp_path)
        with (
            pytest.raises(BenchError, match=rf"process {first.pid} measures .*first\.jsonl"),
            second,
        ):
            pass
        with device_lock("cuda-of-another-name", Path("second.jsonl"), tmp_path):
            pass
        first.kill()
        first.wait()
        with device_lock("cpu", Path("second.jsonl"), tmp_path):
            pass


def test_watch_says_no_more_than_it_can() -> None:
    with CpuWatch() as watch:
        sum(range(2_000_000))
    share = watch.other_share
    assert share is None or 0 <= share <= 1
    assert watch.doubts() == [] or "shared" in watch.doubts()[0]
    watch.other_share = 0.25
    assert watch.doubts() == ["shared: others used 25% of the processor"]


def test_host_says_what_it_has() -> None:
    host = describe_host()
    assert host["cpu_model"]
    assert host["cpu_count"] >= 1
    assert host["memory_mib"] > 100


def test_waiting_ends_when_the_device_is_idle() -> None:
    looks = iter(["busy", "busy", None])
    wait_idle(lambda: next(looks), 60, pause_s=0)
    assert list(looks) == []


def test_waiting_ends_when_its_time_is_up_or_it_is_stopped() -> None:
    with pytest.raises(BenchError, match="not idle: process 7"):
        wait_idle(lambda: "process 7", 0, pause_s=0)
    with pytest.raises(BenchError, match="stopped"):
        wait_idle(lambda: "process 7", 60, is_stopped=lambda: True, pause_s=0)
