"""The schema's history: numbered, whole or not at all, one process at a time."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import inspect, text
from sqlalchemy.orm import Session

from db import migrate
from db.checks import check
from db.engine import HEAD, Database
from db.errors import DatabaseError, DatabaseUnreachableError, SchemaRevisionError
from db.migrate import MIGRATIONS, downgrade, drift, revisions, upgrade
from db.tables import metadata

from ..conftest import ENGINES, Templates
from ..support import (
    all_rows,
    benchmark_csv,
    differences,
    in_child,
    ingest,
    registry_jsonl,
    results_csv,
    waited,
)

pytestmark = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")

DUMPS = Path(__file__).with_name("dumps")


def tables_of(database: Database) -> set[str]:
    with database.connecting() as connection:
        return set(inspect(connection).get_table_names()) - {"alembic_version"}


def test_one_head_numbered_in_order() -> None:
    assert revisions() == [f"{number:04d}" for number in range(1, len(revisions()) + 1)]
    assert revisions()[-1] == HEAD


def test_every_file_says_its_number_and_what_it_does() -> None:
    files = sorted((MIGRATIONS / "versions").glob("[0-9]*.py"))
    assert [file.name[:4] for file in files] == revisions()
    for file in files:
        assert re.fullmatch(r"\d{4}_[a-z0-9_]+\.py", file.name)
        source = file.read_text(encoding="utf-8")
        assert "def downgrade" in source and not re.search(r"def downgrade.*:\n    pass", source)


def test_up_down_up_without_drift(engine: str, templates: Templates) -> None:
    with Database(templates.empty_url(engine)) as database:
        assert upgrade(database) == (None, HEAD)
        assert drift(database) == []
        assert tables_of(database) == set(metadata.tables)
        assert downgrade(database, "base") == (HEAD, "base")
        assert tables_of(database) == set()
        assert database.revision() is None
        assert upgrade(database) == (None, HEAD)
        assert drift(database) == []
        assert database.revision() == HEAD


def test_rows_survive_the_way_down_and_up(database: Database) -> None:
    """To the first revision and back; on SQLite tables are rebuilt on the way."""
    ingest(database, "timm-registry.jsonl", registry_jsonl({"a": (25_560_000, ["t"])}))
    ingest(database, "results-imagenet.csv", results_csv([("a.t", 224, 80, 95)]))
    run = "benchmark-infer-amp-nchw-pt240-cu124-rtx4090.csv"
    ingest(database, run, benchmark_csv([("a", 224, 256, 100)]))
    before = all_rows(database)
    downgrade(database, revisions()[0])
    upgrade(database)
    assert differences(before, all_rows(database)) == []
    assert [finding for _, finding in check(database) if finding] == []


def test_an_upgrade_of_what_is_up_to_date_changes_nothing(database: Database) -> None:
    assert upgrade(database) == (HEAD, HEAD)
    assert drift(database) == []


def test_drift_is_seen(database: Database) -> None:
    with database.connecting() as connection:
        connection.execute(text("ALTER TABLE families ADD COLUMN extra INTEGER"))
        connection.commit()
    assert any("extra" in str(difference) for difference in drift(database))


def _upgrade(url: str) -> None:
    with Database(url) as database:
        upgrade(database)


def test_two_processes_that_upgrade_at_once_both_succeed(engine: str, templates: Templates) -> None:
    url = templates.empty_url(engine)
    pids = [in_child(lambda: _upgrade(url)) for _ in range(2)]
    assert [waited(pid) for pid in pids] == [0, 0]
    with Database(url) as database:
        assert database.revision() == HEAD
        assert drift(database) == []


@pytest.fixture
def failing_migrations(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the migrations with one more, whose last statement fails."""
    folder = tmp_path / "migrations"
    shutil.copytree(MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "versions" / "9999_half_way.py").write_text(
        f"""
import sqlalchemy as sa
from alembic import op

revision, down_revision, branch_labels, depends_on = "9999", "{HEAD}", None, None


def upgrade():
    op.create_table("half", sa.Column("id", sa.Integer, primary_key=True))
    op.execute("INSERT INTO families (name, title) VALUES ('half', 'Half')")
    with op.batch_alter_table("families") as batch:
        batch.add_column(sa.Column("half", sa.Integer))
    op.execute("INSERT INTO nowhere VALUES (1)")


def downgrade():
    op.drop_table("half")
""",
        encoding="utf-8",
    )
    monkeypatch.setattr(migrate, "MIGRATIONS", folder)
    return folder


def test_a_failure_half_way_leaves_nothing(database: Database, failing_migrations: Path) -> None:
    before = tables_of(database)
    with pytest.raises(DatabaseError, match="nowhere"):
        upgrade(database, "9999")
    assert tables_of(database) == before
    assert database.revision() == HEAD
    with database.reading() as session:
        assert session.execute(text("SELECT count(*) FROM families")).scalar() == 0
    assert drift(database) == []


def test_a_failure_on_the_way_from_nothing_leaves_nothing(
    engine: str, templates: Templates, failing_migrations: Path
) -> None:
    with Database(templates.empty_url(engine)) as database:
        with pytest.raises(DatabaseError, match="nowhere"):
            upgrade(database, "9999")
        assert tables_of(database) == set()
        assert database.revision() is None


def test_an_unknown_revision_is_refused(database: Database) -> None:
    with database.connecting() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '8888'"))
        connection.commit()
    with pytest.raises(SchemaRevisionError, match=r"8888.*install the version that made it"):
        upgrade(database)
    with pytest.raises(SchemaRevisionError, match=r"8888.*install the version that made it"):
        downgrade(database, "base")


def test_an_unknown_aim_is_refused(database: Database) -> None:
    with pytest.raises(SchemaRevisionError, match="7777"):
        upgrade(database, "7777")
    assert database.revision() == HEAD


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with (
        Database(f"sqlite:///{tmp_path / 'file' / 'deep' / 'x.sqlite3'}") as database,
        pytest.raises(DatabaseUnreachableError, match="its folder cannot be made"),
    ):
        upgrade(database)


def test_a_missing_folder_is_made(tmp_path: Path) -> None:
    with Database(f"sqlite:///{tmp_path / 'a' / 'b' / 'x.sqlite3'}") as database:
        assert upgrade(database) == (None, HEAD)


# From the second revision on: a dump of a filled database at every earlier one, as
# `<revision>.<engine>.sql` (`.dump` of sqlite3; `pg_dump --inserts --no-owner`), made before the
# migration that follows it is merged.


def _old_revisions() -> Iterator[tuple[str, str]]:
    for revision in revisions()[:-1]:
        for engine in ENGINES:
            yield revision, engine


def test_there_is_a_dump_of_every_old_revision() -> None:
    wanted = {f"{revision}.{engine}.sql" for revision, engine in _old_revisions()}
    assert {file.name for file in DUMPS.glob("*.sql")} == wanted


def load_dump(database: Database, file: Path) -> None:
    """Fill an empty database with a dump's statements."""
    script = file.read_text(encoding="utf-8")
    with database.connecting() as connection:
        driver: Any = connection.connection.driver_connection
        if database.dialect == "sqlite":
            driver.executescript(f"PRAGMA foreign_keys = OFF;\n{script}\nPRAGMA foreign_keys = ON;")
        else:
            # psql's own commands (\\connect ...) are not for the server.
            lines = [line for line in script.splitlines() if not line.startswith("\\")]
            driver.execute("\n".join(lines).encode())
            driver.commit()


#: Tables that a migration fills further: measurements get the series they belong to.
FILLED_FURTHER = {"series"}


def rows_of_known_tables(session: Session, tables: set[str]) -> dict[str, int]:
    return {
        name: session.execute(text(f"SELECT count(*) FROM {name}")).scalar_one()
        for name in sorted(tables)
    }


def upgrade_dump(database: Database, file: Path) -> None:
    """Load a dump, upgrade it, and look whether everything is still there and can be asked."""
    load_dump(database, file)
    old_tables = tables_of(database)
    with database.connecting() as connection, Session(connection) as session:
        before = rows_of_known_tables(session, old_tables)
    assert before["evaluations"] > 0
    upgrade(database)
    assert drift(database) == []
    with database.reading() as session:
        after = rows_of_known_tables(session, old_tables & tables_of(database))
        for name in FILLED_FURTHER & before.keys():
            assert after.pop(name) >= before[name]
        assert after == {name: before[name] for name in after}
        for table in metadata.sorted_tables:
            session.execute(table.select().limit(1)).all()
    assert [finding for _, finding in check(database) if finding] == []


@pytest.mark.parametrize(("revision", "engine"), list(_old_revisions()) or [("none", "none")])
def test_old_databases_are_upgraded_and_answer(
    revision: str, engine: str, templates: Templates
) -> None:
    if revision == "none":
        assert revisions() == [HEAD]  # nothing older than the first revision
        return
    with Database(templates.empty_url(engine)) as database:
        upgrade_dump(database, DUMPS / f"{revision}.{engine}.sql")
