"""What got slower: levels of series, flags, confirmation, steps, alerts, nights and reports.

Figures are logarithms of throughput, so that a difference is a ratio and twice as fast is as far
away as half as fast. One value a night: "8 nights" are 8 measurements of a series.
"""

from __future__ import annotations
