"""Made-up nights of a benchmark job, written by the database itself: millions of rows in a minute.

Figures follow from ids by arithmetic that SQLite and PostgreSQL share, so both get the same.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, text

from db.engine import Database
from db.tables import metadata

MODELS = 1_600
FIRST_NIGHT = datetime(2023, 11, 1, 2, tzinfo=UTC)
#: Tables whose indexes are left out while rows are written.
_LARGE = ("source_rows", "measurements")

_SERIES = """\
INSERT INTO logical_sources (id, publisher, kind, subject)
SELECT :id, 'bench', 'bench_job', :slug"""
_SOURCE = """\
INSERT INTO sources (id, logical_source_id, name, uri, retrieved_at, sha256, byte_count, row_count,
  is_current)
VALUES (:id, :id, :slug, :slug, :at, :sha256, 0, :models, true)"""
_RUN = """\
INSERT INTO benchmark_runs (id, slug, logical_source_id, environment_id, task, precision, layout,
  compile, protocol, started_at, night, timezone, purpose)
VALUES (:id, :slug, :id, :environment, 'infer', 'amp', 'nchw', 'off', 'backbonedb-median', :at,
  :night, 'UTC', 'nightly')"""
_CELLS = """\
INSERT INTO source_rows (source_id, line, cells)
SELECT runs.id, models.id, '{}' FROM benchmark_runs AS runs, models
WHERE runs.id BETWEEN :first AND :last ORDER BY runs.id, models.id"""
_MEASUREMENTS = """\
INSERT INTO measurements (run_id, source_id, line, model_id, name_written, img_size, batch_size,
  status, samples_per_second, step_time_ms, gmacs, macts, param_count, is_contradictory)
SELECT runs.id, runs.id, models.id, models.id, models.name, 224, 256, 'ok',
  figures.speed, 256000 / figures.speed, models.id * 0.013, models.id * 0.071, models.id * 0.113,
  false
FROM (
  SELECT r.id AS run_id, m.id AS model_id,
    100 + m.id * 3 + ((m.id * 7919 + r.id * 104729) % 10007) * 0.01 AS speed
  FROM benchmark_runs AS r, models AS m WHERE r.id BETWEEN :first AND :last
) AS figures
JOIN benchmark_runs AS runs ON runs.id = figures.run_id
JOIN models ON models.id = figures.model_id
ORDER BY runs.id, models.id"""


def fill(database: Database, night_count: int, environment_count: int) -> int:
    """Fill an empty migrated database with nights, each with one run an environment.

    Returns:
        How many measurements there are.
    """
    with database.connecting() as connection:
        _without_foreign_keys(connection)
        with connection.begin():
            _add_models(connection, environment_count=16)
            for name in _LARGE:
                for index in metadata.tables[name].indexes:
                    index.drop(connection)
            add_nights(connection, range(night_count), environment_count)
            for name in _LARGE:
                for index in metadata.tables[name].indexes:
                    index.create(connection)
    return night_count * environment_count * MODELS


def add_night(database: Database, night: int, environment_count: int) -> int:
    """Add one night to a filled database; gives the number of its measurements."""
    with database.connecting() as connection:
        _without_foreign_keys(connection)
        with connection.begin():
            add_nights(connection, range(night, night + 1), environment_count)
    return environment_count * MODELS


def add_nights(connection: Connection, nights: range, environment_count: int) -> None:
    """Write the nights' runs with their measurements, and count the data version up."""
    first = (connection.scalar(text("SELECT max(id) FROM benchmark_runs")) or 0) + 1
    last = first - 1
    for night in nights:
        at = FIRST_NIGHT + timedelta(days=night)
        for environment in range(1, environment_count + 1):
            last += 1
            values = {
                "id": last,
                "slug": f"night-{night}-{environment}",
                "at": at.strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
                "night": at.date().isoformat(),
                "sha256": f"{last:064x}",
                "models": MODELS,
                "environment": environment,
            }
            for statement in (_SERIES, _SOURCE, _RUN):
                connection.execute(text(statement), values)
    for statement in (_CELLS, _MEASUREMENTS):
        connection.execute(text(statement), {"first": first, "last": last})
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    connection.execute(
        text("UPDATE data_state SET version = version + 1, changed_at = :now"), {"now": now}
    )


def _add_models(connection: Connection, environment_count: int) -> None:
    connection.execute(
        text("INSERT INTO data_state VALUES (1, 0, '2023-01-01T00:00:00.000000Z', :rules)"),
        {"rules": "0" * 64},
    )
    connection.execute(
        text("INSERT INTO models (id, name, is_registered) VALUES (:id, :name, true)"),
        [{"id": n, "name": f"model_{n * 7919 % MODELS:04}"} for n in range(1, MODELS + 1)],
    )
    connection.execute(
        text(
            "INSERT INTO environments (id, slug, device_key, device_kind, device_count, torch) "
            "VALUES (:id, :slug, :device, 'cuda', 1, '2.9.1')"
        ),
        [
            {"id": n, "slug": f"gpu{n}-pt291-cu128", "device": f"gpu{n}"}
            for n in range(1, environment_count + 1)
        ],
    )


def _without_foreign_keys(connection: Connection) -> None:
    """References are right by construction; checking ten million of them takes minutes."""
    if connection.dialect.name == "sqlite":
        driver = connection.connection.driver_connection
        assert driver is not None
        driver.execute("PRAGMA foreign_keys = OFF")
    else:
        connection.execute(text("SET session_replication_role = replica"))
        connection.commit()
