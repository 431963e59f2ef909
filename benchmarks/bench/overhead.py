"""What the job's own clock costs: a model that does nothing, timed as any other.

    python -m benchmarks.bench.overhead

Printed is the time of the whole loop for each step that does nothing, as a share of a step of 1 ms;
at most 0.5 % is asked for.
"""

from __future__ import annotations

import sys
from statistics import median

from bench.timing import CpuClock, clock_overhead_ms

COUNT, ROUNDS = 20_000, 9
LIMIT = 0.005


def main() -> int:
    """Print the overhead; 1 if it is above the limit."""
    clock = CpuClock()
    loops = [clock.samples(lambda: None, COUNT, 60)[1] * 1000 / COUNT for _ in range(ROUNDS)]
    whole_ms = median(loops)
    print(
        f"loop {whole_ms * 1e6:.0f} ns a step, {whole_ms:.4%} of a step of 1 ms; "
        f"of it in the sample itself {clock_overhead_ms(clock) * 1e6:.0f} ns"
    )
    return 0 if whole_ms <= LIMIT else 1


if __name__ == "__main__":
    sys.exit(main())
