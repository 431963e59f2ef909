"""One measurement, in the process that was made for it."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from typing import Any

from bench.cases import Settings
from bench.cost import COUNTER, count_cost
from bench.fit import largest_that_fits
from bench.host import CpuWatch, limit_memory, peak_rss_bytes
from bench.model import Built, build
from bench.nvidia import NvidiaWatch, find_device
from bench.protocol import Limits
from bench.summary import Summary, summarise
from bench.timing import Clock, CpuClock, CudaClock, clock_overhead_ms, sample, warm_up
from bench.verdict import judge

#: How torch, the C++ library and CUDA's libraries say that there is no memory left, where torch's
#: own exception does not.
_OUT_OF_MEMORY = (
    "can't allocate memory",
    "not enough memory",
    "bad_alloc",
    "CUDA error: out of memory",
    "ALLOC_FAILED",
)
#: Samples are kept to the nanosecond.
_DECIMALS = 6


def measure(
    torch: Any, name: str, img_size: int, batch_size: int, settings: Settings, limits: Limits
) -> dict[str, Any]:
    """Build, warm up, sample and judge; what came of it as facts of a record.

    Running out of memory is a result; every other exception is the caller's.
    """
    if settings.device == "cpu":
        limit_memory()
    try:
        return _measure(torch, name, img_size, batch_size, settings, limits)
    except (RuntimeError, MemoryError) as error:
        if not is_out_of_memory(torch, error):
            raise
        return {"status": "oom", "reason": _one_line(error)}


def find_batch_size(
    torch: Any, name: str, img_size: int, settings: Settings, limits: Limits
) -> dict[str, Any]:
    """``batch_size``: the largest that fits in memory, and of which enough steps fit in time."""
    if settings.device == "cpu":
        limit_memory()
    longest_s = limits.max_s / limits.min_count
    stopped_by = "the search's upper end"

    def fits(batch_size: int) -> bool:
        nonlocal stopped_by
        step: Callable[[], Any] | None = None
        try:
            step = build(torch, name, img_size, batch_size, settings).step
            took_s = _one_step_s(torch, step, settings)
            if took_s > longest_s:  # the first of all also pays for what is set up once
                took_s = _one_step_s(torch, step, settings)
        except (RuntimeError, MemoryError) as error:
            if not is_out_of_memory(torch, error):
                raise
            stopped_by = "memory"
            return False
        finally:
            step = None
            gc.collect()
            if settings.device != "cpu":
                torch.cuda.empty_cache()
        if took_s > longest_s:
            stopped_by = f"time: a step of {took_s:.2g} s"
        return took_s <= longest_s

    batch_size = largest_that_fits(fits)
    return {"batch_size": batch_size or None, "stopped_by": stopped_by}


def is_out_of_memory(torch: Any, error: BaseException) -> bool:
    """Whether an exception says that memory ran out."""
    if isinstance(error, MemoryError | torch.OutOfMemoryError):
        return True
    return any(words in str(error) for words in _OUT_OF_MEMORY)


def _measure(
    torch: Any, name: str, img_size: int, batch_size: int, settings: Settings, limits: Limits
) -> dict[str, Any]:
    is_cpu = settings.device == "cpu"
    clock: Clock = CpuClock() if is_cpu else CudaClock(torch, settings.device)
    overhead_ms = clock_overhead_ms(clock)
    built = build(torch, name, img_size, batch_size, settings)
    first_step_s = _one_step_s(torch, built.step, settings)
    is_finite = bool(torch.isfinite(_tensor(built.step())).all())
    warm = warm_up(clock, built.step, limits)
    with _watch(torch, settings) as watch:
        samples, wall_s = sample(clock, built.step, limits, warm.step_ms)
    summary = summarise(samples) if samples else None
    verdict = judge(samples, summary, limits, watch.doubts())
    memory = _memory(torch, settings)
    energy_j = watch.state().get("energy_j")
    facts: dict[str, Any] = {
        "status": verdict.status,
        "reason": verdict.reason,
        "is_low_n": verdict.is_low_n,
        "sample_count": len(samples),
        "warmup": {
            "count": warm.count,
            "duration_s": round(warm.duration_s, 3),
            "is_steady": warm.is_steady,
        },
        "first_step_s": round(first_step_s, 4),
        "compile_time_s": _compile_time_s(settings, first_step_s, warm.step_ms),
        "clock_overhead_ms": round(overhead_ms, _DECIMALS),
        **memory,
        "parameters": built.parameter_count,
        "is_output_finite": is_finite,
        "energy_per_image_j": energy_j and energy_j / (len(samples) * batch_size),
        "device_state": watch.state(),
        "samples_ms": [round(value, _DECIMALS) for value in samples],
    }
    if summary is not None and verdict.status != "timeout":
        facts |= _figures(summary, batch_size, len(samples), wall_s)
    return facts | _cost(torch, built)


def _one_step_s(torch: Any, step: Callable[[], Any], settings: Settings) -> float:
    """How long a step takes, until the device is done; compiling included if it is the first."""
    begun = time.perf_counter()
    step()
    if settings.device != "cpu":
        torch.cuda.synchronize(settings.device)
    return time.perf_counter() - begun


def _figures(summary: Summary, batch_size: int, count: int, wall_s: float) -> dict[str, Any]:
    return {
        "samples_per_second": batch_size / summary.median * 1000,
        "wall_samples_per_second": count * batch_size / wall_s,
        "step_time_ms": summary.median,
        "step_time_mean_ms": summary.mean,
        "step_time_p5_ms": summary.p5,
        "step_time_p90_ms": summary.p90,
        "step_time_p95_ms": summary.p95,
        "step_time_p99_ms": summary.p99,
        "step_time_mad_ms": summary.mad,
        "step_time_cv": summary.cv,
    }


def _watch(torch: Any, settings: Settings) -> CpuWatch | NvidiaWatch:
    if settings.device == "cpu":
        return CpuWatch()
    device = find_device(str(torch.cuda.get_device_properties(settings.device).uuid))
    # Without NVML nobody can tell who uses the device; who uses the processor says little of it.
    return NvidiaWatch(device) if device else CpuWatch(limit=1.0)


def _compile_time_s(settings: Settings, first_step_s: float, step_ms: float) -> float | None:
    """What the first step took beyond a step: compiling."""
    if settings.compile == "off":
        return None
    return round(max(0.0, first_step_s - step_ms / 1000), 4)


def _memory(torch: Any, settings: Settings) -> dict[str, int | None]:
    if settings.device == "cpu":
        return {"peak_memory_bytes": peak_rss_bytes(), "peak_memory_reserved_bytes": None}
    return {
        "peak_memory_bytes": torch.cuda.max_memory_allocated(settings.device),
        "peak_memory_reserved_bytes": torch.cuda.max_memory_reserved(settings.device),
    }


def _cost(torch: Any, built: Built) -> dict[str, Any]:
    """The cost of one image; absent, with the reason, where counting fails."""
    built.model.eval()
    try:
        return {**count_cost(torch, built.model, built.one_image), "cost_counter": COUNTER}
    except Exception as error:  # a model may do what the counter does not know
        return {"gmacs": None, "macts": None, "cost_counter": f"failed: {_one_line(error)}"}


def _tensor(output: Any) -> Any:
    """The output, or the first of several."""
    return output[0] if isinstance(output, tuple | list) else output


def _one_line(error: BaseException) -> str:
    lines = str(error).strip().splitlines() or [""]
    return f"{type(error).__name__}: {lines[0]}"[:300]
