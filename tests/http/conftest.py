"""Real servers over all the real input, one an engine for all tests that only read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from benchmarks.api.serving import Served, serving

from ..conftest import Templates


@pytest.fixture(scope="session")
def servers() -> Iterator[tuple[dict[str, Served], ExitStack]]:
    """Filled on demand: engine to server."""
    with ExitStack() as stack:
        yield {}, stack


@pytest.fixture
def served(
    engine: str,
    loaded_url: str,
    templates: Templates,
    servers: tuple[dict[str, Served], ExitStack],
) -> Served:
    """A server over all the real input, on every engine in turn; for reading only."""
    found, stack = servers
    if engine not in found:
        # Its own copy: PostgreSQL copies no database that somebody is connected to.
        found[engine] = stack.enter_context(serving(templates.copy_url(loaded_url)))
    return found[engine]
