"""Does the job measure what a plain loop measures? Interleaved pairs on eight CPU models.

    python -m benchmarks.bench.agreement     (needs torch and timm; about 8 minutes)

A is this project's step, warm-up and sampling. B is a plain loop over the same weights in the way
of timm's own tool (benchmark.py, ``InferenceBenchmarkRunner``): an input of its own, gradients off
around the loop, ten steps to warm up, then as many steps as A took, timed one by one and as a
whole. Ten times in turn, A, B and A again, the order of B and the second A changing. Compared are
wall throughput with wall throughput and median with median; the interval is the 95 % bootstrap of
the mean log ratio. A/A is what two measurements of the same kind differ by on this machine then.

``--models`` and ``--pairs`` are for a quick look; the figures that count are those of the defaults.
"""

from __future__ import annotations

import argparse
import math
import random
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
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
IMG_SIZE = 224
RESAMPLES = 5000
#: Shorter than the protocol, so that the pairs lie close together; after the first the model is
#: warm, and on a restless machine the warm-up would take the longest of all.
TIME_SCALE, WARMUP_MAX_S = 0.5, 2.0
#: A ratio within this of 1 agrees, whatever its interval.
TOLERANCE = 0.03

#: Wall time of a step and median step, in milliseconds.
Times = tuple[float, float]


def job(step: Callable[[], Any]) -> tuple[Times, int]:
    """A: the job's way; also how many steps it took."""
    limits = replace(Limits().scaled(TIME_SCALE), warmup_max_s=WARMUP_MAX_S)
    warm = warm_up(CpuClock(), step, limits)
    samples, wall_s = sample(CpuClock(), step, limits, warm.step_ms)
    return (wall_s * 1000 / len(samples), median(samples)), len(samples)


def plain(torch: Any, model: Any, images: Any, count: int) -> Times:
    """B: a plain loop."""
    with torch.no_grad():
        for _ in range(10):
            model(images)
        times = []
        begun = time.perf_counter()
        for _ in range(count):
            before = time.perf_counter()
            model(images)
            times.append(time.perf_counter() - before)
        wall_s = time.perf_counter() - begun
    return wall_s * 1000 / count, median(times) * 1000


def interval(logs: Sequence[float]) -> tuple[float, float, float]:
    """Geometric mean ratio with its 95 % bootstrap interval."""
    rng = random.Random(0)
    means = sorted(fmean(rng.choices(logs, k=len(logs))) for _ in range(RESAMPLES))
    low, high = means[int(0.025 * RESAMPLES)], means[int(0.975 * RESAMPLES)]
    return math.exp(fmean(logs)), math.exp(low), math.exp(high)


def agrees(low: float, high: float) -> bool:
    """Whether the interval contains 1 or lies within the tolerance."""
    return low <= 1 <= high or (abs(low - 1) <= TOLERANCE and abs(high - 1) <= TOLERANCE)


def pairs_of(name: str, count: int) -> tuple[list[Times], list[Times], float | None]:
    """Log ratios B / A and A / A of ``count`` pairs, and what others used of the processor."""
    import torch

    built = build(torch, name, IMG_SIZE, 1, Settings(device="cpu"))
    images = torch.randn(1, 3, IMG_SIZE, IMG_SIZE)
    job(built.step)
    against_plain: list[Times] = []
    against_self: list[Times] = []
    with CpuWatch() as watch:
        for pair in range(count):
            a, steps = job(built.step)
            if pair % 2:
                again, b = job(built.step)[0], plain(torch, built.model, images, steps)
            else:
                b, again = plain(torch, built.model, images, steps), job(built.step)[0]
            against_plain.append((math.log(b[0] / a[0]), math.log(b[1] / a[1])))
            against_self.append((math.log(again[0] / a[0]), math.log(again[1] / a[1])))
    return against_plain, against_self, watch.other_share


def main() -> int:
    """Print a table; 1 if a model disagrees."""
    import timm
    import torch

    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--models", nargs="+", default=MODELS, metavar="MODEL")
    parser.add_argument("--pairs", type=int, default=PAIRS)
    options = parser.parse_args()
    host = describe_host()
    print(
        f"{host['cpu_model']}, {host['cpu_count']} cores, {host['os']}, torch {torch.__version__}, "
        f"timm {timm.__version__}, batch size 1, {IMG_SIZE} px, {options.pairs} pairs a model; "
        "ratios are step time B / A (95 % interval)\n"
    )
    print("| model | wall A/B | median A/B | wall A/A | median A/A | others' CPU | agrees |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    bad, begun = 0, time.monotonic()
    for name in options.models:
        against_plain, against_self, other_share = pairs_of(name, options.pairs)
        cells, is_agreed = [], True
        for logs in (against_plain, against_self):
            for which in (0, 1):
                ratio, low, high = interval([pair[which] for pair in logs])
                cells.append(f"{ratio:.3f} ({low:.3f} to {high:.3f})")
                is_agreed = is_agreed and (logs is against_self or agrees(low, high))
        share = "?" if other_share is None else f"{other_share:.0%}"
        print(f"| {name} | {' | '.join(cells)} | {share} | {'yes' if is_agreed else 'NO'} |")
        sys.stdout.flush()
        bad += not is_agreed
    print(f"\n{len(options.models) - bad} of {len(options.models)} models agree")
    print(f"took {time.monotonic() - begun:.0f} s", file=sys.stderr)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
