"""How long a measurement takes: the limits of warm-up and sampling (protocol version 1)."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace


@dataclass(frozen=True, kw_only=True, slots=True)
class Limits:
    """When warm-up and sampling end. Durations in seconds.

    Attributes:
        warmup_min_count: steps that are always thrown away.
        warmup_min_s: warm-up lasts at least this long,
        warmup_max_s: and at most this long, steady or not.
        window_s: steps are grouped into windows of about this length to see whether they are
            steady.
        steady_windows: so many last windows' medians must agree
        steady_share: within this share of the smallest.
        min_count: samples to take at least, unless ``max_s`` ends it; fewer are "low n".
        min_s: sampling lasts at least this long,
        max_s: and at most this long.
        fewest_count: with fewer samples than this there is no figure.
    """

    warmup_min_count: int = 10
    warmup_min_s: float = 1.0
    warmup_max_s: float = 30.0
    window_s: float = 0.25
    steady_windows: int = 3
    steady_share: float = 0.02
    min_count: int = 30
    min_s: float = 3.0
    max_s: float = 60.0
    fewest_count: int = 3

    def scaled(self, factor: float) -> Limits:
        """The limits with all durations multiplied by ``factor``."""
        durations = [field.name for field in fields(self) if field.name.endswith("_s")]
        return replace(self, **{name: getattr(self, name) * factor for name in durations})
