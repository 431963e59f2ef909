"""The figures of a measurement: unit, meaning and direction, in one closed vocabulary."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Metric:
    """One kind of figure.

    Attributes:
        name: of the column in ``measurements``, and of the fact in a run's file.
        unit: as printed beside figures.
        title: for people.
        is_less_better: whether smaller figures are better.
    """

    name: str
    unit: str
    title: str
    is_less_better: bool


METRICS = (
    Metric(name="samples_per_second", unit="images/s", title="throughput", is_less_better=False),
    Metric(name="step_time_ms", unit="ms", title="median step time", is_less_better=True),
    Metric(name="step_time_p95_ms", unit="ms", title="95th percentile", is_less_better=True),
    Metric(name="compile_time_s", unit="s", title="compile time", is_less_better=True),
    Metric(name="peak_memory_mib", unit="MiB", title="peak memory", is_less_better=True),
    Metric(
        name="energy_per_image_j", unit="J/image", title="energy per image", is_less_better=True
    ),
)

#: The figure that is watched from night to night.
WATCHED = METRICS[0]
