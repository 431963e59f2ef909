"""Whether others use a device right now, and waiting until they do not."""

from __future__ import annotations

import time
from collections.abc import Callable

from bench import nvidia
from bench.errors import BenchError
from bench.host import SHARED_CPU, CpuWatch

#: How long the processor is watched to tell whether it is busy, and time between two looks.
LOOK_S = 2.0
PAUSE_S = 5.0


def others_on(uuid: str | None) -> str | None:
    """Who uses the device, in words; None if nobody does, or if nobody can tell.

    Args:
        uuid: of an accelerator; None for the CPU.
    """
    if uuid is not None:
        device = nvidia.find_device(uuid)
        pids = nvidia.other_processes(device, set()) if device else []
        return f"processes {', '.join(map(str, pids))} compute on it" if pids else None
    with CpuWatch() as watch:
        time.sleep(LOOK_S)
    if watch.other_share is not None and watch.other_share > SHARED_CPU:
        return f"others use {watch.other_share:.0%} of the processor"
    return None


def wait_idle(
    others: Callable[[], str | None],
    limit_s: float,
    *,
    is_stopped: Callable[[], bool] = lambda: False,
    pause_s: float = PAUSE_S,
) -> None:
    """Wait until nobody else uses the device.

    Raises:
        BenchError: somebody still does after ``limit_s``, or the wait was stopped.
    """
    end = time.monotonic() + limit_s
    while (busy := others()) is not None:
        if is_stopped():
            raise BenchError("stopped while waiting for an idle device: nothing was measured")
        if time.monotonic() >= end:
            raise BenchError(f"the device is not idle: {busy}: raise --wait-idle or leave it out")
        time.sleep(pause_s)
