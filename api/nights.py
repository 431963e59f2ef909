"""What Prometheus is told of the nights: how long ago the last complete one was, open alerts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector
from sqlalchemy import func, select

from db.alerts import ALERT_KINDS, Alert
from db.engine import Database
from db.speed import BenchmarkRun, Environment


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Nights(Collector):
    """The nights of all devices.

    Attributes:
        complete_at: device key to the end of its last nightly run that went through; to the start
            of its first one where none did.
        open_alerts: kind of alert to the number of open ones.
    """

    complete_at: Mapping[str, datetime]
    open_alerts: Mapping[str, int]

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """The metrics."""
        complete = GaugeMetricFamily(
            "backbonedb_last_complete_night_timestamp_seconds",
            "When a device's last complete nightly run ended, Unix time; its first one began where "
            "none was complete. Its age is time() minus this.",
            labels=("device",),
        )
        for device, moment in self.complete_at.items():
            complete.add_metric((device,), moment.timestamp())
        yield complete
        alerts = GaugeMetricFamily(
            "backbonedb_open_alerts", "Open alerts by kind.", labels=("kind",)
        )
        for kind in ALERT_KINDS:
            alerts.add_metric((kind,), self.open_alerts.get(kind, 0))
        yield alerts

    def exposition(self) -> bytes:
        """The metrics in Prometheus' text format."""
        registry = CollectorRegistry()
        registry.register(self)
        return generate_latest(registry)


def read_nights(database: Database) -> Nights:
    """The nights as they are now.

    Raises:
        DatabaseError: the database cannot be read.
    """
    finished, started = func.max(BenchmarkRun.finished_at), func.min(BenchmarkRun.started_at)
    with database.reading() as session:
        devices = session.execute(
            select(Environment.device_key, finished, started)
            .join(BenchmarkRun, BenchmarkRun.environment_id == Environment.id)
            .where(BenchmarkRun.purpose == "nightly", BenchmarkRun.started_at.is_not(None))
            .group_by(Environment.device_key)
            .order_by(Environment.device_key)
        ).all()
        alerts = session.execute(
            select(Alert.kind, func.count().label("found"))
            .where(Alert.state == "open")
            .group_by(Alert.kind)
        ).all()
    return Nights(
        complete_at={device: end or start for device, end, start in devices if start},
        open_alerts={row.kind: row.found for row in alerts},
    )
