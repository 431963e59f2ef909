"""What differs between two environments of a device, and by how much everything moved with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

#: Versions of ``PACKAGES``, in their order.
Software = tuple[str | int | None, ...]

#: Columns of ``environments`` that may change without making another device of it.
PACKAGES = ("driver", "cuda", "cudnn", "torch", "timm", "python", "os", "thread_count")
#: Resamples of the bootstrap, and its seed: the same figures give the same interval.
RESAMPLES, SEED = 2000, 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Moved:
    """Ratio of throughput new / old over the series that both have, with its 95 % interval."""

    ratio: float
    low: float
    high: float
    count: int


def differences(before: Software, after: Software) -> list[str]:
    """What differs between two runs' software: ``torch 2.9.1 -> 2.10.0``."""
    return [
        f"{name} {old} -> {new}"
        for name, old, new in zip(PACKAGES, before, after, strict=True)
        if old != new
    ]


def moved(differences: Sequence[float]) -> Moved | None:
    """The median ratio of paired series with a bootstrap interval; None without any pair.

    Args:
        differences: of the logarithms of throughput, new less old, one a series.
    """
    if not len(differences):
        return None
    values = np.asarray(differences)
    picks = np.random.default_rng(SEED).integers(len(values), size=(RESAMPLES, len(values)))
    medians = np.median(values[picks], axis=1)
    low, high = np.exp(np.percentile(medians, [2.5, 97.5]))
    return Moved(
        ratio=float(np.exp(np.median(values))), low=float(low), high=float(high), count=len(values)
    )
