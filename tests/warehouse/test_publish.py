from __future__ import annotations

import dataclasses
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import duckdb
import orjson
import pytest
from sqlalchemy import update

from db.engine import Database
from db.errors import SchemaRevisionError
from db.migrate import upgrade
from db.provenance import Source
from db.speed import Measurement
from db.tables import metadata
from warehouse.errors import (
    NewerVersionError,
    NoVersionError,
    OtherDatabaseError,
    WarehouseError,
)
from warehouse.manifest import FORMAT, MANIFEST
from warehouse.publish import publish
from warehouse.relations import TABLES, WITHHELD
from warehouse.store import BUILDING, REMOVING, VERSIONS, Store, Version
from warehouse.wide import RELATIONS

JANUARY = datetime(2026, 1, 30, 2, tzinfo=UTC)
FEBRUARY = datetime(2026, 2, 3, 2, tzinfo=UTC)


def rows(version: Version, query: str) -> list[tuple[Any, ...]]:
    with duckdb.connect(version.duckdb_path, read_only=True) as connection:
        return connection.execute(query).fetchall()


def test_every_table_is_published_or_withheld_for_a_reason() -> None:
    published = {table.name for table in TABLES}
    assert published | set(WITHHELD) == set(metadata.tables)
    assert not published & set(WITHHELD)
    assert {"api_tokens", "submissions"} <= set(WITHHELD)  # secrets, and what is about them


def test_an_empty_database_can_be_published(database: Database, tmp_path: Path) -> None:
    publication = publish(database, tmp_path)
    assert publication.is_new
    assert rows(publication.version, "SELECT count(*) FROM leaderboard") == [(0,)]
    assert rows(publication.version, "SELECT count(*) FROM series_daily") == [(0,)]


@pytest.mark.realdata
def test_declared_types_and_comments_are_those_of_the_file(
    real_versions: Callable[[str], Version], engine: str
) -> None:
    version = real_versions(engine)
    found = rows(
        version,
        "SELECT table_name, column_name, data_type, comment FROM duckdb_columns() "
        "WHERE NOT internal",
    )
    declared = [
        (relation.name, column.name, column.type, column.meaning)
        for relation in (*TABLES, *RELATIONS)
        for column in relation.columns
    ]
    assert sorted(found) == sorted(declared)


@pytest.mark.realdata
def test_parquet_files_hold_what_the_duckdb_file_holds(
    real_versions: Callable[[str], Version], engine: str
) -> None:
    version = real_versions(engine)
    with duckdb.connect(version.duckdb_path, read_only=True) as connection:
        for relation in version.manifest.relations:
            paths = [str(version.folder / file.path) for file in relation.files]
            if relation.kind == "view" or not relation.row_count:
                continue
            difference = connection.execute(
                f"SELECT count(*) FROM (FROM {relation.name} EXCEPT ALL FROM read_parquet(?))",
                [paths],
            ).fetchall()
            assert difference == [(0,)], relation.name
            count = connection.execute(f"SELECT count(*) FROM {relation.name}").fetchall()
            assert count == [(relation.row_count,)], relation.name


@pytest.mark.realdata
def test_parquet_files_are_sorted_typed_and_described_alike(
    real_versions: Callable[[str], Version], engine: str
) -> None:
    version = real_versions(engine)
    with duckdb.connect() as connection:
        for relation in version.manifest.relations:
            paths = [str(version.folder / file.path) for file in relation.files]
            for path in paths:
                nullable = connection.execute(
                    "SELECT count(*) FILTER (repetition_type = 'REQUIRED') FROM parquet_schema(?)",
                    [path],
                ).fetchall()
                assert nullable == [(1,)], path  # the root alone: months do not differ
                without = connection.execute(
                    "SELECT count(*) FROM parquet_metadata(?) WHERE compression <> 'ZSTD' "
                    "OR stats_null_count IS NULL",
                    [path],
                ).fetchall()
                assert without == [(0,)], path
            if relation.name == "speed":
                out_of_order = connection.execute(
                    "SELECT count(*) FROM (SELECT model, lag(model) OVER (PARTITION BY filename "
                    "ORDER BY file_row_number) AS before FROM read_parquet(?, filename := true, "
                    "file_row_number := true)) WHERE model < before",
                    [paths],
                ).fetchall()
                assert out_of_order == [(0,)]


@pytest.mark.realdata
def test_weights_without_figures_on_a_test_set(
    real_versions: Callable[[str], Version], engine: str
) -> None:
    version = real_versions(engine)
    ((missing, distinct, known, pairs),) = rows(
        version,
        "SELECT (SELECT count(*) FROM not_evaluated), "
        "(SELECT count(*) FROM (SELECT DISTINCT name, dataset FROM not_evaluated)), "
        "(SELECT count(DISTINCT (name, dataset)) FROM leaderboard), "
        "(SELECT count(*) FROM variants) * (SELECT count(*) FROM datasets)",
    )
    assert missing == distinct == pairs - known > 0
    both = "SELECT count(*) FROM not_evaluated SEMI JOIN leaderboard USING (name, dataset)"
    assert rows(version, both) == [(0,)]
    assert rows(version, "SELECT count(*) FROM not_evaluated WHERE evaluated_count > 7") == [(0,)]


@pytest.mark.realdata
def test_both_engines_publish_the_same(real_versions: Callable[[str], Version]) -> None:
    sqlite, postgresql = real_versions("sqlite"), real_versions("postgresql")
    with duckdb.connect() as connection:
        for name, version in (("a", sqlite), ("b", postgresql)):
            connection.execute(f"ATTACH '{version.duckdb_path}' AS {name} (READ_ONLY)")
        for relation in (*TABLES, *RELATIONS):
            columns = ", ".join(
                f'"{column.name}"'
                for column in relation.columns
                if column.type != "TIMESTAMP" and column.name != "id"
            )
            difference = connection.execute(
                f"SELECT count(*) FROM (SELECT {columns} FROM a.{relation.name} "
                f"EXCEPT ALL SELECT {columns} FROM b.{relation.name})"
            ).fetchall()
            assert difference == [(0,)], relation.name


def test_hashes_and_sizes_of_the_manifest(
    database: Database, tmp_path: Path, add_night: Any
) -> None:
    add_night(database, JANUARY)
    version = publish(database, tmp_path).version
    for file in version.manifest.files:
        data = (version.folder / file.path).read_bytes()
        assert (len(data), hashlib.sha256(data).hexdigest()) == (file.byte_count, file.sha256)
    listed = {file.path for file in version.manifest.files} | {"manifest.json"}
    found = {str(p.relative_to(version.folder)) for p in version.folder.rglob("*") if p.is_file()}
    assert found == listed


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_older_programs_can_read_the_duckdb_file(database: Database, tmp_path: Path) -> None:
    version = publish(database, tmp_path).version
    storage = "SELECT tags['storage_version'] FROM duckdb_databases() WHERE path LIKE '%.duckdb'"
    assert rows(version, storage) == [("v1.5.0+",)]


def test_nothing_changed_nothing_published(
    database: Database, tmp_path: Path, add_night: Any
) -> None:
    add_night(database, JANUARY)
    first = publish(database, tmp_path)
    second = publish(database, tmp_path)
    assert (first.is_new, second.is_new) == (True, False)
    assert second.version.manifest == first.version.manifest


def test_only_changed_months_are_written(
    database: Database, tmp_path: Path, add_night: Any
) -> None:
    add_night(database, JANUARY)
    first = publish(database, tmp_path).version
    add_night(database, FEBRUARY)
    publication = publish(database, tmp_path)
    second = publication.version
    assert not publication.is_full
    relation = second.manifest.relation("speed")
    assert relation is not None
    assert [file.path for file in relation.files] == [
        "speed/2026-01.parquet",
        "speed/2026-02.parquet",
    ]
    january = "speed/2026-01.parquet"
    assert (first.folder / january).samefile(second.folder / january)
    nights = "SELECT day, list(samples_per_second) FROM speed GROUP BY day ORDER BY day"
    assert rows(second, nights) == [
        (JANUARY.date(), [100.0, 100.0]),
        (FEBRUARY.date(), [101.0, 101.0]),
    ]
    assert rows(first, nights) == [(JANUARY.date(), [100.0, 100.0])]


def test_changed_months_equal_a_full_publication(
    database: Database, tmp_path: Path, add_night: Any
) -> None:
    for day in range(1, 3):
        add_night(database, datetime(2026, 1, 28 + day, 2, tzinfo=UTC))
        publish(database, tmp_path / "steps")
        add_night(database, datetime(2026, 2, day, 2, tzinfo=UTC))
        publish(database, tmp_path / "steps")
    steps = publish(database, tmp_path / "steps").version
    whole = publish(database, tmp_path / "whole").version
    for relation in (*TABLES, *RELATIONS):
        query = f"FROM {relation.name} ORDER BY ALL"
        assert rows(steps, query) == rows(whole, query), relation.name


def test_a_superseded_measurement_leaves_speed(
    database: Database, tmp_path: Path, add_night: Any
) -> None:
    run_id = add_night(database, JANUARY)
    publish(database, tmp_path)
    add_night(database, FEBRUARY)
    with database.writing() as session:
        # A second revision of January's run that no longer has its first row.
        source = session.query(Source).filter(Source.sha256 == f"{0:064x}").one()
        values = {
            column.name: getattr(source, column.name)
            for column in Source.__table__.columns
            if column.name != "id"
        }
        source.is_current = False
        session.flush()
        revision = Source(**{**values, "sha256": "f" * 64})
        session.add(revision)
        session.flush()
        session.execute(
            update(Measurement)
            .where(Measurement.run_id == run_id, Measurement.line == 1)
            .values(until_source_id=revision.id)
        )
    add_night(database, FEBRUARY)
    publication = publish(database, tmp_path)
    version = publication.version
    assert not publication.is_full
    assert rows(version, "SELECT count(*) FROM speed WHERE run = 'night-0'") == [(1,)]
    assert rows(version, "SELECT count(*) FROM superseded_measurements") == [(1,)]
    assert rows(version, "SELECT count(*) FROM measurements") == [(6,)]


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_old_versions_are_removed(database: Database, tmp_path: Path, add_night: Any) -> None:
    for day in range(1, 6):
        add_night(database, datetime(2026, 1, day, tzinfo=UTC))
        publication = publish(database, tmp_path, keep=2)
    names = sorted(path.name for path in (tmp_path / VERSIONS).iterdir())
    assert names == ["00000004", "00000005"]
    assert publication.removed == ("00000003",)


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_a_reader_of_a_removed_version_reads_on(
    database: Database, tmp_path: Path, add_night: Any
) -> None:
    add_night(database, JANUARY)
    old = publish(database, tmp_path).version
    with duckdb.connect(old.duckdb_path, read_only=True) as connection:
        for day in range(1, 4):
            add_night(database, datetime(2026, 2, day, tzinfo=UTC))
            publish(database, tmp_path, keep=1)
        assert not old.folder.exists()
        count = connection.execute("SELECT count(*) FROM measurements").fetchall()
        assert count == [(2,)]


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_what_a_crash_leaves_is_removed(database: Database, tmp_path: Path, add_night: Any) -> None:
    add_night(database, JANUARY)
    publish(database, tmp_path)
    for name in (BUILDING, REMOVING, f"{VERSIONS}/00000007"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "half").write_text("")
    add_night(database, FEBRUARY)
    publish(database, tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == [".lock", "current", VERSIONS]
    assert sorted(path.name for path in (tmp_path / VERSIONS).iterdir()) == ["00000001", "00000002"]


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_superseded_measurements_are_sorted_over_all_months(
    database: Database, tmp_path: Path, add_night: Any
) -> None:
    early = [add_night(database, moment) for moment in (FEBRUARY, JANUARY)]
    add_night(database, FEBRUARY + timedelta(days=1))
    with database.writing() as session:
        session.execute(
            update(Measurement).where(Measurement.run_id.in_(early)).values(until_source_id=3)
        )
    version = publish(database, tmp_path).version
    path = version.folder / "superseded_measurements.parquet"
    assert rows(version, f"SELECT id FROM '{path}'") == [(1,), (2,), (3,), (4,)]


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
@pytest.mark.parametrize("damage", ["missing", "empty", "other"])
def test_a_damaged_version_is_replaced_by_the_command_that_its_message_names(
    database: Database, tmp_path: Path, add_night: Any, damage: str
) -> None:
    add_night(database, JANUARY)
    version = publish(database, tmp_path).version
    path = version.folder / MANIFEST
    path.unlink()
    if damage != "missing":
        path.write_text("" if damage == "empty" else "[1]")
    for ask in (lambda: publish(database, tmp_path), Store(tmp_path).require_current):
        with pytest.raises(WarehouseError, match=r"run `backbonedb publish --anew`$"):
            ask()
    again = publish(database, tmp_path, anew=True)
    assert (again.is_full, again.version.manifest.version) == (True, "00000002")
    assert Store(tmp_path).require_current() == again.version


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_a_folder_whose_links_were_copied_as_folders(
    database: Database, tmp_path: Path, add_night: Any
) -> None:
    add_night(database, JANUARY)
    publish(database, tmp_path / "own")
    shutil.copytree(tmp_path / "own", tmp_path / "copy", symlinks=False)
    copied = Store(tmp_path / "copy").require_current()
    assert copied.duckdb_path.is_file()
    assert copied.manifest.version == "00000001"
    add_night(database, JANUARY + timedelta(days=1))
    later = publish(database, tmp_path / "copy")
    assert later.version.manifest.version == "00000002"
    assert (tmp_path / "copy" / "current").is_symlink()
    assert Store(tmp_path / "copy").require_current() == later.version


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_files_and_folders_are_on_the_device_before_they_are_renamed(
    database: Database, tmp_path: Path, add_night: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_night(database, JANUARY)
    manifest = publish(database, tmp_path / "made").version.manifest
    store = Store(tmp_path / "again")
    kept = set()
    with store.publishing():
        shutil.copytree(tmp_path / "made" / VERSIONS / manifest.version, store.building)
        monkeypatch.setattr(
            os, "fsync", lambda file: kept.add(Path(f"/proc/self/fd/{file}").readlink())
        )
        version = store.switch(manifest)
    for path in (version.folder, *version.folder.rglob("*")):
        assert store.building / path.relative_to(version.folder) in kept
    assert store.folder in kept


def test_two_databases_do_not_share_a_folder(
    database: Database, tmp_path: Path, add_night: Any, templates: Any, engine: str
) -> None:
    add_night(database, JANUARY)
    first = publish(database, tmp_path).version
    with Database(templates.empty_url(engine)) as other:
        upgrade(other)
        add_night(other, JANUARY)
        with pytest.raises(OtherDatabaseError, match="--take-over"):
            publish(other, tmp_path)
        with pytest.raises(OtherDatabaseError, match="--take-over"):
            publish(other, tmp_path, anew=True)
        assert Store(tmp_path).require_current().manifest == first.manifest
        taken = publish(other, tmp_path, take_over=True)
        assert taken.is_full
        assert not publish(other, tmp_path).is_new
    with pytest.raises(OtherDatabaseError):
        publish(database, tmp_path)


def test_a_restored_database_is_published_whole(
    database: Database, tmp_path: Path, add_night: Any
) -> None:
    add_night(database, JANUARY)
    publish(database, tmp_path)
    with database.writing() as session:
        session.execute(update(Source).values(sha256="e" * 64))
    add_night(database, FEBRUARY)
    assert publish(database, tmp_path).is_full


def test_no_schema_nothing_published(templates: Any, engine: str, tmp_path: Path) -> None:
    with (
        Database(templates.empty_url("postgresql")) as database,
        pytest.raises(SchemaRevisionError, match="db upgrade"),
    ):
        publish(database, tmp_path)
    assert Store(tmp_path).current() is None
    with pytest.raises(NoVersionError, match="backbonedb publish"):
        Store(tmp_path).require_current()


def test_a_newer_format_is_refused(database: Database, tmp_path: Path) -> None:
    version = publish(database, tmp_path).version
    newer = dataclasses.replace(version.manifest, format=FORMAT + 1)
    (version.folder / "manifest.json").write_bytes(newer.dump())
    with pytest.raises(NewerVersionError, match="upgrade backbonedb"):
        Store(tmp_path).current()


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
@pytest.mark.parametrize("room", [1_000, 30_000, 300_000])
def test_no_room_left(database: Database, tmp_path: Path, add_night: Any, room: int) -> None:
    add_night(database, JANUARY)
    before = publish(database, tmp_path).version
    add_night(database, FEBRUARY)
    order = {
        "url": database.url.render_as_string(hide_password=False),
        "folder": str(tmp_path),
        "keep": 2,
        "anew": True,
    }
    code = (
        "import resource; from warehouse.publish import main; "
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({room}, {room})); main()"
    )
    done = subprocess.run(
        [sys.executable, "-P", "-c", code],
        input=orjson.dumps(order),
        capture_output=True,
        check=True,
    )
    answer = orjson.loads(done.stdout)
    assert answer["error"] == "WarehouseFullError"
    assert "no room left on the device" in answer["message"]
    assert Store(tmp_path).require_current().manifest == before.manifest
    assert sorted(path.name for path in tmp_path.iterdir()) == [".lock", "current", VERSIONS]
