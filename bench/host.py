"""The machine as Linux describes it: processor, memory, and who else uses it while we measure."""

from __future__ import annotations

import os
import platform
import resource
from pathlib import Path
from types import TracebackType
from typing import Any

#: Processor time of others, as a share of all cores, above which a CPU figure is "shared".
SHARED_CPU = 0.10


def describe_host() -> dict[str, Any]:
    """Processor, usable cores, memory and operating system."""
    return {
        "cpu_model": cpu_model(),
        "cpu_count": len(os.sched_getaffinity(0)),
        "memory_mib": os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 2**20,
        "os": f"{platform.system()} {platform.release()}",
        "python": platform.python_version(),
    }


def cpu_model() -> str:
    """The processor as it calls itself; its architecture where it does not say."""
    try:
        for line in Path("/proc/cpuinfo").read_text().splitlines():
            key, _, value = line.partition(":")
            if key.strip() == "model name" and value.strip():
                return value.strip()
    except OSError:
        pass
    return platform.processor() or platform.machine()


def peak_rss_bytes() -> int:
    """The most memory this process has held (Linux counts it in KiB)."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def limit_memory() -> None:
    """Make asking for more memory than is free fail in this process, as it does on a GPU.

    Without it the kernel promises any amount, then kills a process of its own choice.
    """
    available = available_bytes()
    if available is not None:
        resource.setrlimit(resource.RLIMIT_DATA, (available, resource.RLIM_INFINITY))


def available_bytes() -> int | None:
    """Memory that can be had without swapping, None where the system does not say."""
    try:
        for line in Path("/proc/meminfo").read_text().splitlines():
            if line.startswith("MemAvailable:"):
                return int(line.split()[1]) * 1024
    except OSError:
        pass
    return None


class CpuWatch:
    """How much of the processor others used, from entering to leaving the block.

    Args:
        limit: share above which a figure is not sound.

    Attributes:
        other_share: of all cores, 0 to 1, stolen time of a virtual machine included; None where
            the system does not say.
    """

    def __init__(self, limit: float = SHARED_CPU) -> None:
        self.limit = limit
        self.other_share: float | None = None

    def __enter__(self) -> CpuWatch:
        self._before = _jiffies()
        self._own_before = _own_seconds()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        after = _jiffies()
        if self._before is None or after is None or after[1] == self._before[1]:
            return
        busy, total = after[0] - self._before[0], after[1] - self._before[1]
        own = (_own_seconds() - self._own_before) * os.sysconf("SC_CLK_TCK")
        self.other_share = min(1.0, max(0.0, (busy - own) / total))

    def state(self) -> dict[str, Any]:
        """What was seen, for the record."""
        share = self.other_share
        return {"other_cpu_share": None if share is None else round(share, 4)}

    def doubts(self) -> list[str]:
        """Why a figure taken meanwhile is not sound."""
        if self.other_share is None or self.other_share <= self.limit:
            return []
        return [f"shared: others used {self.other_share:.0%} of the processor"]


def _jiffies() -> tuple[int, int] | None:
    """(busy, all) clock ticks of all cores since the start of the system."""
    try:
        cells = Path("/proc/stat").read_text().split("\n", 1)[0].split()[1:9]
    except OSError:
        return None
    user, nice, system, idle, iowait, irq, softirq, steal = map(int, cells)
    busy = user + nice + system + irq + softirq + steal
    return busy, busy + idle + iowait


def _own_seconds() -> float:
    own = os.times()
    return own.user + own.system
