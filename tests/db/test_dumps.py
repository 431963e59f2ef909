"""The way that old databases are tested, tried on a dump of the present one."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from db.engine import Database

from ..conftest import Templates
from ..support import ingest, results_csv
from .test_migrations import upgrade_dump


def test_a_dump_of_today_is_loaded_and_asked(templates: Templates, tmp_path: Path) -> None:
    from db.migrate import upgrade

    with Database(templates.empty_url("sqlite")) as database:
        upgrade(database)
        ingest(database, "results-sketch.csv", results_csv([("resnet50.a1_in1k", 224, 40, 60)]))
        assert database.path is not None
        file = tmp_path / "0001.sqlite.sql"
        with closing(sqlite3.connect(database.path)) as connection:
            file.write_text("\n".join(connection.iterdump()), encoding="utf-8")
    with Database(templates.empty_url("sqlite")) as copy:
        upgrade_dump(copy, file)
