"""Does the job measure what a plain loop measures? Interleaved pairs on eight CPU models.

    python -m benchmarks.bench.agreement     (needs torch and timm)

A is this project's warm-up and sampling, B a plain loop in the way of timm's own tool: ten steps
to warm up, then as many steps as A took, timed one by one and as a whole. Ten times in turn, A, B
and A again, in one process with one model, the order of A and B changing. Compared are wall
throughput with wall throughput and median with median; the interval is the 95 % bootstrap of the
mean log ratio. A/A is what two measurements of the same kind differ by on this machine then.
"""

from __future__ import annotations

import math
import random
import sys
import time
from collections.abc import Callable, Sequence
from statistics import fmean, median
from typing import Any

from bench.cases import Settings
from bench.host import CpuWatch, describe_host
from bench.model import build
from bench.protocol import Limits
from bench.timing import CpuClock, sample, warm_up

MODELS = (
    "resnet18",
    "mobilenetv3_large_100",
    "efficientnet_b0",
    "regnety_004",
    "vit_tiny_patch16_224",
    "deit3_small_patch16_224",
    "mixer_s32_224",
    "ghostnet_100",
)
PAIRS = 10
RESAMPLES = 5000
#: Shorter than the protocol, so that the pairs lie close together.
TIME_SCALE = 0.25
#: A ratio within this of 1 agrees, whatever its interval.
TOLERANCE = 0.03

#: Wall time of a step and median step, in milliseconds.
Times = tuple[float, float]


def job(step: Callable[[], Any]) -> tuple[Times, int]:
    """A: the job's way; also how many steps it took."""
    limits = Limits().scaled(TIME_SCALE)
    warm = warm_up(CpuClock(), step, limits)
    samples, wall_s = sample(CpuClock(), step, limits, warm.step_ms)
    return (wall_s * 1000 / len(samples), median(samples)), len(samples)


def plain(step: Callable[[], Any], count: int) -> Times:
    """B: a plain loop."""
    for _ in range(10):
        step()
    times = []
    begun = time.perf_counter()
    for _ in range(count):
        before = time.perf_counter()
        step()
        times.append(time.perf_counter() - before)
    wall_s = time.perf_counter() - begun
    return wall_s * 1000 / count, median(times) * 1000


def interval(logs: Sequence[float]) -> tuple[float, float, float]:
    """Geometric mean ratio with its 95 % bootstrap interval."""
    rng = random.Random(0)
    means = sorted(fmean(rng.choices(logs, k=len(logs))) for _ in range(RESAMPLES))
    low, high = means[int(0.025 * RESAMPLES)], means[int(0.975 * RESAMPLES)]
    return math.exp(fmean(logs)), math.exp(low), math.exp(high)


def agrees(ratio: float, low: float, high: float) -> bool:
    """Whether the interval contains 1 or lies within the tolerance."""
    return low <= 1 <= high or (abs(low - 1) <= TOLERANCE and abs(high - 1) <= TOLERANCE)


def main() -> int:
    """Print a table; 1 if a model disagrees."""
    import timm
    import torch

    host = describe_host()
    print(
        f"{host['cpu_model']}, {host['cpu_count']} cores, {host['os']}, torch {torch.__version__}"
    )
    print(f"timm {timm.__version__}, batch size 1, 224 px, {PAIRS} pairs a model\n")
    print("| model | wall A/B | median A/B | wall A/A | median A/A | others' CPU | agrees |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    bad = 0
    for name in MODELS:
        step = build(torch, name, 224, 1, Settings(device="cpu")).step
        job(step)
        against_plain: list[Times] = []
        against_self: list[Times] = []
        with CpuWatch() as watch:
            for pair in range(PAIRS):
                a, count = job(step)
                if pair % 2:
                    again, b = job(step)[0], plain(step, count)
                else:
                    b, again = plain(step, count), job(step)[0]
                against_plain.append((math.log(b[0] / a[0]), math.log(b[1] / a[1])))
                against_self.append((math.log(again[0] / a[0]), math.log(again[1] / a[1])))
        cells, ok = [], True
        for logs in (against_plain, against_self):
            for which in (0, 1):
                ratio, low, high = interval([pair[which] for pair in logs])
                cells.append(f"{ratio:.3f} ({low:.3f} to {high:.3f})")
                ok = ok and (logs is against_self or agrees(ratio, low, high))
        share = "?" if watch.other_share is None else f"{watch.other_share:.0%}"
        print(f"| {name} | {' | '.join(cells)} | {share} | {'yes' if ok else 'NO'} |", flush=True)
        bad += not ok
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
