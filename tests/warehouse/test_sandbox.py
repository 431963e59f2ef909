"""SQL of strangers: each statement is refused or ends inside its limits, and nothing is changed."""

from __future__ import annotations

import asyncio
import hashlib
import resource
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pytest

from db.errors import QueryError
from warehouse.errors import NoVersionError
from warehouse.sandbox import Limits, Sandbox, SandboxBusyError, SandboxLimitError
from warehouse.store import Version

pytestmark = pytest.mark.realdata

BEST = "eva02_large_patch14_448.mim_m38m_ft_in22k_in1k"
LIMITS = Limits(seconds=1.0, kill_seconds=4.0)

WRITES = (
    "DELETE FROM leaderboard",
    "UPDATE leaderboard SET top1 = 100",
    "INSERT INTO families VALUES (0, 'x', 'x')",
    "CREATE TABLE t AS SELECT 1",
    "CREATE TEMP TABLE t AS SELECT 1",
    "CREATE OR REPLACE VIEW leaderboard AS SELECT 1",
    "CREATE MACRO f() AS 1",
    "DROP TABLE leaderboard",
    "ALTER TABLE leaderboard RENAME TO x",
    "TRUNCATE leaderboard",
    "CHECKPOINT",
    "VACUUM",
    "ANALYZE",
    "BEGIN",
    "COMMIT",
    "WITH gone AS (DELETE FROM leaderboard RETURNING *) SELECT * FROM gone",
    "WITH made AS (INSERT INTO families VALUES (0, 'x', 'x') RETURNING *) FROM made",
    "WITH made AS (CREATE TABLE t AS SELECT 1) SELECT 1",
    "SELECT * FROM (DELETE FROM leaderboard RETURNING *)",
    "MERGE INTO families USING (SELECT 1 AS id) AS n USING (id) WHEN MATCHED THEN DELETE",
)
FILES = (
    "COPY (SELECT 1) TO 'backbonedb.duckdb'",
    "COPY (SELECT 1) TO 'backbonedb.duckdb' (USE_TMP_FILE false)",
    "COPY (SELECT 1) TO '/tmp/backbonedb-attack' (USE_TMP_FILE false)",
    "EXPLAIN ANALYZE COPY (SELECT 1) TO 'backbonedb.duckdb' (USE_TMP_FILE false)",
    "EXPLAIN COPY (SELECT 1) TO 'backbonedb.duckdb'",
    "WITH c AS (COPY (SELECT 1) TO 'backbonedb.duckdb') SELECT * FROM c",
    "COPY families FROM '/etc/passwd'",
    "EXPORT DATABASE 'out'",
    "IMPORT DATABASE 'out'",
    "SELECT * FROM read_blob('backbonedb.duckdb')",
    "SELECT * FROM read_blob('/etc/passwd')",
    "SELECT * FROM read_text('/etc/passwd')",
    "SELECT * FROM read_text('manifest.json')",
    "SELECT * FROM read_csv('/etc/passwd')",
    "SELECT * FROM read_csv_auto('/dev/stdin')",
    "SELECT * FROM read_json('manifest.json')",
    "SELECT * FROM read_parquet('leaderboard.parquet')",
    "SELECT * FROM parquet_metadata('leaderboard.parquet')",
    "SELECT * FROM parquet_schema('leaderboard.parquet')",
    "SELECT * FROM 'leaderboard.parquet'",
    "SELECT * FROM '/etc/passwd'",
    "SELECT * FROM glob('/*')",
    "SELECT * FROM glob('*')",
    "SELECT * FROM sniff_csv('/etc/passwd')",
    "SELECT * FROM read_duckdb('backbonedb.duckdb')",
    "SELECT * FROM query('SELECT * FROM read_text(''/etc/passwd'')')",
    "SELECT * FROM query_table('/etc/passwd')",
    "SELECT * FROM query('DELETE FROM leaderboard')",
    "ATTACH 'other.duckdb'",
    "ATTACH 'backbonedb.duckdb' AS again",
    "ATTACH ':memory:' AS m",
    "DETACH backbonedb",
    "USE memory",
)
NETWORK = (
    "SELECT * FROM 'http://127.0.0.1:1/x.parquet'",
    "SELECT * FROM read_csv('https://127.0.0.1:1/x.csv')",
    "SELECT * FROM read_parquet('s3://bucket/x.parquet')",
    "ATTACH 'http://127.0.0.1:1/x.duckdb'",
    "INSTALL httpfs",
    "INSTALL sqlite FROM 'http://127.0.0.1:1'",
    "FORCE INSTALL httpfs FROM community",
    "LOAD httpfs",
    "LOAD '/tmp/x.duckdb_extension'",
    "SELECT * FROM sqlite_scan('x.db', 't')",
    "SELECT * FROM postgres_scan('host=127.0.0.1', 'public', 't')",
)
SETTINGS = (
    "SET lock_configuration = false",
    "SET enable_external_access = true",
    "SET memory_limit = '100GB'",
    "SET GLOBAL disabled_filesystems = ''",
    "RESET disabled_filesystems",
    "RESET ALL",
    "SET VARIABLE x = 1",
    "PRAGMA enable_logging",
    "PRAGMA database_list",
    "PRAGMA threads = 64",
    "PRAGMA enable_profiling = 'json'",
    "CALL enable_logging('QueryLog')",
    "CREATE SECRET s (TYPE s3)",
    "SELECT getenv('HOME')",
    "SELECT set_config('memory_limit', '100GB')",
    "PREPARE p AS SELECT 1",
    "EXECUTE p",
    "DEALLOCATE p",
)
SEVERAL = (
    "",
    "-- nothing",
    ";",
    "SELECT 1; SELECT 2",
    "SELECT 1; DELETE FROM leaderboard",
    "SELECT 1; COPY (SELECT 1) TO 'backbonedb.duckdb' (USE_TMP_FILE false)",
    "SELECT 1; SET lock_configuration = false; SELECT 2",
    "PIVOT leaderboard ON year USING count(*)",
    "EXPLAIN SELECT 1",
    "EXPLAIN ANALYZE SELECT 1",
    "SELECT $1",
    "SELECT " + "1," * 60_000 + "1",
    "SELECT " + "(" * 20_000 + "1" + ")" * 20_000,
)
#: Ways to ask where on the server the published file lies.
PLACES = (
    "SELECT path FROM duckdb_databases()",
    "SELECT reverse(path) FROM duckdb_databases",
    "SELECT * FROM query('SELECT path FROM duckdb_data' || 'bases()')",
    "SELECT file FROM pragma_database_list",
    "SELECT * FROM pg_catalog.pg_database",
    "SHOW DATABASES",
    "SELECT error((SELECT path FROM duckdb_databases() LIMIT 1))",
    "SELECT count(*) FROM models WHERE name = (SELECT max(path) FROM duckdb_databases())",
    "SELECT value FROM duckdb_settings()",
    "SELECT setting FROM pg_catalog.pg_settings",
    "SELECT current_setting('allowed_paths')",
    "SELECT \"current_setting\"('allowed_paths')",
    "SELECT * FROM query('SELECT current_' || 'setting(''allowed_paths'')')",
    "SELECT * FROM json_execute_serialized_sql("
    "json_serialize_sql('SELECT path FROM duckdb_databases()'))",
    'SELECT * FROM "JSON_execute_serialized_sql"('
    "json_serialize_sql('SELECT value FROM duckdb_sett' || 'ings()'))",
)
REFUSED = (*WRITES, *FILES, *NETWORK, *SETTINGS, *SEVERAL, *PLACES)
TOO_MUCH = (
    "WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM r) SELECT max(n) FROM r",
    "WITH RECURSIVE r AS (SELECT 'x' AS s UNION ALL SELECT s || s FROM r) SELECT length(s) FROM r",
    "SELECT count(*) FROM range(1000000000000) AS a, range(1000000) AS b",
    "SELECT sum(a.top1 * b.top1 * c.top1) FROM tradeoffs AS a, tradeoffs AS b, tradeoffs AS c",
    "SELECT repeat('x', 2000000000)",
    "SELECT length(repeat('x', 2000000000)) + length(repeat('y', 2000000000))",
    "SELECT repeat('x', 100000) FROM range(1000)",
    "SELECT list(a) FROM range(1000000000) AS r(a)",
    "SELECT range(1000000000)",
    "SELECT string_agg(name, ',') FROM tradeoffs, range(100000)",
    "SELECT a.name, b.name, c.name FROM tradeoffs a, tradeoffs b, tradeoffs c ORDER BY ALL",
    "SELECT DISTINCT a.cells, b.cells FROM source_rows AS a, source_rows AS b",
    "SELECT max(sin(n)) FROM generate_series(1, 100000000000) AS g(n)",
)


@pytest.fixture(scope="module")
def version(real_versions: Callable[[str], Version]) -> Version:
    return real_versions("sqlite")


@pytest.fixture(scope="module")
def sandbox(version: Version) -> Sandbox:
    return Sandbox(folder=version.folder.parents[1], limits=LIMITS)


def ask(sandbox: Sandbox, sql: str) -> dict[str, Any]:
    sandbox._slots = None  # of another event loop
    return asyncio.run(sandbox.ask(sql))


@pytest.fixture(scope="module", autouse=True)
def published_files_unchanged(version: Version) -> Any:
    def hashes() -> dict[str, str]:
        return {
            str(path): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in version.folder.rglob("*")
            if path.is_file()
        }

    before = hashes()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    yield
    assert hashes() == before
    assert not Path("/tmp/backbonedb-attack").exists()
    # The server's own process stays small whatever its children tried (KiB).
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - memory < 100 * 1024


def test_the_corpus_is_large() -> None:
    assert len({*REFUSED, *TOO_MUCH}) == len(REFUSED) + len(TOO_MUCH) >= 60


@pytest.mark.parametrize("sql", REFUSED, ids=lambda sql: sql[:60])
def test_refused(sandbox: Sandbox, sql: str) -> None:
    with pytest.raises(QueryError) as error:
        ask(sandbox, sql)
    assert "\n" not in str(error.value)
    assert str(sandbox.folder) not in str(error.value)


@pytest.mark.parametrize("sql", TOO_MUCH, ids=lambda sql: sql[:60])
def test_ended_inside_its_limits(sandbox: Sandbox, sql: str) -> None:
    with pytest.raises(SandboxLimitError):
        ask(sandbox, sql)


def test_no_catalogue_tells_where_the_file_lies(sandbox: Sandbox) -> None:
    with duckdb.connect() as connection:
        names = connection.execute(
            "SELECT DISTINCT function_name FROM duckdb_functions() "
            "WHERE function_type = 'table' AND len(parameters) = 0 ORDER BY ALL"
        ).fetchall()
    assert len(names) > 20
    for (name,) in names:
        try:
            told = str(ask(sandbox, f"FROM {name}()")["rows"])
        except QueryError as error:
            told = str(error)
        assert str(sandbox.folder) not in told, name


def test_answers(sandbox: Sandbox, version: Version) -> None:
    answer = ask(
        sandbox,
        "SELECT name, top1, 2::HUGEINT ** 100 AS large, DATE '2026-01-01' AS day "
        "FROM leaderboard WHERE dataset = 'imagenet' ORDER BY top1 DESC LIMIT 1",
    )
    assert answer == {
        "version": version.manifest.version,
        "columns": [
            {"name": "name", "type": "VARCHAR"},
            {"name": "top1", "type": "DOUBLE"},
            {"name": "large", "type": "DOUBLE"},
            {"name": "day", "type": "DATE"},
        ],
        "rows": [
            ["eva02_large_patch14_448.mim_m38m_ft_in22k_in1k", 90.056, 2.0**100, "2026-01-01"]
        ],
        "isCut": False,
    }


def test_integers_that_json_readers_cannot_hold_are_text(sandbox: Sandbox) -> None:
    assert ask(sandbox, "SELECT 170141183460469231731687303715884105727 AS n")["rows"] == [
        ["170141183460469231731687303715884105727"]
    ]


def test_large_integers_change_nothing_beside_them(sandbox: Sandbox) -> None:
    large = 2**100
    sql = f"SELECT [1, {large}] AS list, {{'a': 'b'}} AS struct, NULL, true, {large} AS n"
    assert ask(sandbox, sql)["rows"] == [[[1, str(large)], {"a": "b"}, None, True, str(large)]]


def test_instants_are_utc(sandbox: Sandbox) -> None:
    answer = ask(sandbox, "SELECT TIMESTAMPTZ '2026-01-01 09:00:00+09:00' AS at, [now()] AS list")
    assert answer["rows"][0][0] == "2026-01-01T00:00:00+00:00"


def test_a_cut_is_said(sandbox: Sandbox) -> None:
    answer = ask(sandbox, "SELECT name FROM variants")
    assert (len(answer["rows"]), answer["isCut"]) == (1000, True)
    answer = ask(sandbox, "SELECT name FROM variants LIMIT 1000")
    assert (len(answer["rows"]), answer["isCut"]) == (1000, False)


def test_too_many_at_once(version: Version) -> None:
    sandbox = Sandbox(
        folder=version.folder.parents[1], limits=LIMITS, process_count=1, waiting_count=1
    )

    async def three() -> list[object]:
        asked = (sandbox.ask("SELECT 1") for _ in range(3))
        return list(await asyncio.gather(*asked, return_exceptions=True))

    kinds = sorted(type(answer).__name__ for answer in asyncio.run(three()))
    assert kinds == sorted([SandboxBusyError.__name__, "dict", "dict"])


def test_nothing_published(tmp_path: Path) -> None:
    with pytest.raises(NoVersionError):
        ask(Sandbox(folder=tmp_path), "SELECT 1")
