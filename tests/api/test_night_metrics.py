"""Nights and alerts in ``/metrics``."""

from __future__ import annotations

from datetime import timedelta

from prometheus_client.parser import text_string_to_metric_families
from starlette.testclient import TestClient

from api.app import create_app
from db.alerts import ALERT_KINDS
from db.engine import Database
from tests.support import ingest
from tests.watch.bench_lines import NIGHT, ending, measurement, name, opening, text
from watch.status import night_statuses, raise_missed_nights

COMPLETE, ALERTS = "backbonedb_last_complete_night_timestamp_seconds", "backbonedb_open_alerts"


def metrics(database: Database) -> dict[str, dict[str, float]]:
    """Of the metrics of nights: value by label."""
    url = database.url.render_as_string(hide_password=False)
    with TestClient(create_app(url)) as client:
        answer = client.get("/metrics")
    assert answer.status_code == 200
    return {
        family.name: {
            label: sample.value for sample in family.samples for label in sample.labels.values()
        }
        for family in text_string_to_metric_families(answer.text)
        if family.name in {COMPLETE, ALERTS}
    }


def test_a_database_without_nights_has_no_alerts(database: Database) -> None:
    assert metrics(database) == {COMPLETE: {}, ALERTS: dict.fromkeys(ALERT_KINDS, 0)}


def test_the_last_complete_night_of_every_device(database: Database) -> None:
    for number, whole in enumerate((True, True, False)):
        at = NIGHT + timedelta(days=number)
        lines = [opening(at), measurement("resnet50", started_at=at)]
        ingest(database, name(at), text([*lines, ending(at)] if whole else lines))
    # Another machine began a night and never finished one; a person's run is no night.
    at = NIGHT + timedelta(days=4)
    ingest(database, name(at), text([opening(at, machine="attic")]))
    at = NIGHT + timedelta(days=5)
    ingest(database, name(at), text([opening(at, machine="desk", purpose="manual"), ending(at)]))
    found = metrics(database)[COMPLETE]
    last = NIGHT + timedelta(days=1, hours=1)
    assert found == {
        "abacus-2c-2gib@attic": (NIGHT + timedelta(days=4)).timestamp(),
        "abacus-2c-2gib@lab": last.timestamp(),
    }
    with database.writing() as session:
        statuses = night_statuses(session, NIGHT + timedelta(days=5))
        assert {status.device_key: status.complete_at for status in statuses} == {
            "abacus-2c-2gib@attic": None,
            "abacus-2c-2gib@lab": last,
        }
        raise_missed_nights(session, NIGHT + timedelta(days=9))
    assert metrics(database)[ALERTS] == dict.fromkeys(ALERT_KINDS, 0) | {"missed_night": 2}
