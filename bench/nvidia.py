"""What an NVIDIA device does while we measure, through NVML. Clocks are read, never changed.

Needs nvidia-ml-py; without it everything here is absent from the record, which says so.
"""

from __future__ import annotations

import importlib
import os
import threading
import time
from dataclasses import dataclass
from statistics import median
from types import TracebackType
from typing import Any

try:
    pynvml: Any = importlib.import_module("pynvml")
except ImportError:
    pynvml = None

#: Time between two readings.
INTERVAL_S = 0.1
#: What is read: SM clock, power of the whole device, temperature of the chip.
READINGS = ("clock_mhz", "power_w", "temperature_c")
#: Reasons to run below the asked-for clock that make a figure unsound, by NVML's bits
#: (nvml.h, nvmlClocksEventReasons): a power cap is the device's normal state under load.
UNSOUND_REASONS = {
    0x08: "hardware slowdown",
    0x20: "software thermal slowdown",
    0x40: "hardware thermal slowdown",
    0x80: "hardware power brake",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Device:
    """NVML's handles: of what we compute on, and of the whole device around a MIG instance."""

    own: Any
    whole: Any


def find_device(uuid: str) -> Device | None:
    """The device that torch names by ``uuid``; None where NVML cannot be asked about it."""
    if pynvml is None:
        return None
    try:
        pynvml.nvmlInit()
    except pynvml.NVMLError:
        return None
    bare = uuid.removeprefix("GPU-").removeprefix("MIG-")
    whole = _asked("nvmlDeviceGetHandleByUUID", f"GPU-{bare}")
    if whole is not None:
        return Device(own=whole, whole=whole)
    own = _asked("nvmlDeviceGetHandleByUUID", f"MIG-{bare}")
    whole = None if own is None else _asked("nvmlDeviceGetDeviceHandleFromMigDeviceHandle", own)
    return None if whole is None else Device(own=own, whole=whole)


def describe_device(device: Device) -> dict[str, Any]:
    """Driver, power limit (W) and whether the device is cut into MIG instances."""
    limit = _asked("nvmlDeviceGetPowerManagementLimit", device.whole)
    mode = _asked("nvmlDeviceGetMigMode", device.whole)
    return {
        "driver": _asked("nvmlSystemGetDriverVersion"),
        "power_limit_w": None if limit is None else limit / 1000,
        "is_mig": bool(mode and mode[0]),
    }


def other_processes(device: Device, own_pids: set[int]) -> list[int]:
    """Processes that compute on the device, but for ours.

    NVML numbers processes as the host does, a container does not: where none of ours is among them
    and we do compute there, one that is not known by its number is us.
    """
    running = _asked("nvmlDeviceGetComputeRunningProcesses", device.own) or []
    return others([process.pid for process in running], own_pids)


def others(pids: list[int], own_pids: set[int]) -> list[int]:
    """The processes that are not ours; see ``other_processes``."""
    foreign = [pid for pid in pids if pid not in own_pids]
    is_numbered_otherwise = bool(own_pids) and len(foreign) == len(pids)
    return foreign[1:] if is_numbered_otherwise else foreign


class NvidiaWatch:
    """Readings of a device ten times a second, from entering to leaving the block."""

    def __init__(self, device: Device) -> None:
        self.device = device
        self.own_pids = {os.getpid()}
        self.readings: dict[str, list[float]] = {name: [] for name in READINGS}
        self.reasons = 0
        self.others: set[int] = set()
        self.energy_j: float | None = None
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._read_on, daemon=True)

    def __enter__(self) -> NvidiaWatch:
        self._energy_before = self._energy_mj()
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        after = self._energy_mj()
        self._stopped.set()
        self._thread.join()
        if after is not None and self._energy_before is not None:
            self.energy_j = (after - self._energy_before) / 1000

    def state(self) -> dict[str, Any]:
        """What was seen, for the record: lowest, median and highest of each reading."""
        ranges = {
            name: {"min": min(values), "median": median(values), "max": max(values)}
            for name, values in self.readings.items()
            if values
        }
        return {
            **ranges,
            "throttle_reasons": self._unsound_reasons(),
            "other_pids": sorted(self.others),
            "energy_j": self.energy_j,
        }

    def doubts(self) -> list[str]:
        """Why a figure taken meanwhile is not sound."""
        doubts = [f"throttled: {reason}" for reason in self._unsound_reasons()]
        if self.others:
            pids = ", ".join(map(str, sorted(self.others)))
            doubts.append(f"shared: processes {pids} computed on the device too")
        return doubts

    def _unsound_reasons(self) -> list[str]:
        return [name for bit, name in UNSOUND_REASONS.items() if self.reasons & bit]

    def _energy_mj(self) -> int | None:
        energy: int | None = _asked("nvmlDeviceGetTotalEnergyConsumption", self.device.whole)
        return energy

    def _read_on(self) -> None:
        whole = self.device.whole
        while not self._stopped.is_set():
            begun = time.monotonic()
            power = _asked("nvmlDeviceGetPowerUsage", whole)
            self._note("clock_mhz", _asked("nvmlDeviceGetClockInfo", whole, pynvml.NVML_CLOCK_SM))
            self._note("power_w", None if power is None else power / 1000)
            self._note(
                "temperature_c",
                _asked("nvmlDeviceGetTemperature", whole, pynvml.NVML_TEMPERATURE_GPU),
            )
            self.reasons |= _clock_reasons(whole)
            self.others.update(other_processes(self.device, self.own_pids))
            self._stopped.wait(max(0.0, INTERVAL_S - (time.monotonic() - begun)))

    def _note(self, name: str, value: float | None) -> None:
        if value is not None:
            self.readings[name].append(float(value))


def _clock_reasons(handle: Any) -> int:
    """Why the clock is below what was asked for, as bits; drivers before 535 know the old name."""
    for question in (
        "nvmlDeviceGetCurrentClocksEventReasons",
        "nvmlDeviceGetCurrentClocksThrottleReasons",
    ):
        reasons: int | None = _asked(question, handle)
        if reasons is not None:
            return reasons
    return 0


def _asked(question: str, *arguments: Any) -> Any:
    """NVML's answer; None where this version or device does not support the question."""
    try:
        return getattr(pynvml, question)(*arguments)
    # The second: this nvidia-ml-py does not know the question, the third: the driver does not.
    except (pynvml.NVMLError, AttributeError, pynvml.NVMLLibraryMismatchError):
        return None
