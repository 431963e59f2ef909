"""What the server tells Prometheus of itself."""

from __future__ import annotations

import os

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST
from prometheus_client.multiprocess import MultiProcessCollector

_SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)
#: Operations told apart by name; further names count as ``other``, so that clients cannot fill
#: the server's memory with names.
MAX_OPERATIONS = 200


class Metrics:
    """The metrics of one server."""

    content_type = CONTENT_TYPE_LATEST

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self._operations: set[str] = set()
        self._counters: dict[tuple[str, str], Counter] = {}
        self.requests = Counter(
            "backbonedb_graphql_requests",
            "GraphQL requests by operation name and error code (empty: none).",
            ("operation", "code"),
            registry=self.registry,
        )
        self.seconds = Histogram(
            "backbonedb_graphql_request_seconds",
            "Time from a request's arrival to its answer.",
            registry=self.registry,
            buckets=_SECONDS,
        )
        self.database_seconds = Histogram(
            "backbonedb_graphql_database_seconds",
            "Time that a request's statements took; answers from the cache are not observed.",
            registry=self.registry,
            buckets=_SECONDS,
        )
        self.cost = Histogram(
            "backbonedb_graphql_cost",
            "Objects that an answer could have had by the sizes of its lists; answers from the "
            "cache are not observed.",
            registry=self.registry,
            buckets=(1, 10, 100, 1_000, 10_000, 100_000, 1_000_000),
        )
        self.cache_hits = Counter(
            "backbonedb_graphql_cache_hits",
            "Answers taken from the response cache.",
            registry=self.registry,
        )
        self.last_ingest = Gauge(
            "backbonedb_last_ingest_timestamp_seconds",
            "When the data changed last, Unix time; its age is time() minus this.",
            registry=self.registry,
            multiprocess_mode="mostrecent",
        )

    def count(self, operation: str | None, code: str, seconds: float) -> None:
        """Count one request."""
        label = (self.operation(operation), code)
        counter = self._counters.get(label)
        if counter is None:
            counter = self._counters[label] = self.requests.labels(*label)
        counter.inc()
        self.seconds.observe(seconds)

    def operation(self, name: str | None) -> str:
        """The label of an operation."""
        if not name:
            return ""
        if name not in self._operations:
            if len(self._operations) >= MAX_OPERATIONS:
                return "other"
            self._operations.add(name)
        return name

    def exposition(self) -> bytes:
        """All metrics in Prometheus' text format; of all workers, where there are several."""
        if "PROMETHEUS_MULTIPROC_DIR" not in os.environ:
            return generate_latest(self.registry)
        together = CollectorRegistry()
        MultiProcessCollector(together)  # type: ignore[no-untyped-call] # the library's
        return generate_latest(together)
