"""The one error of this package."""

from __future__ import annotations


class BenchError(Exception):
    """A run cannot start or go on; ``str()`` is one line that names the cause and the mend."""
