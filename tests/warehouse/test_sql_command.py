from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb
import orjson
import pytest
from click.testing import CliRunner

from backbonedb.commands.export import export
from backbonedb.commands.info import info
from backbonedb.commands.publish import publish
from backbonedb.commands.sql import sql
from backbonedb.settings import default_warehouse
from backbonedb.shell import completions, run_statements
from backbonedb.sql import Console
from db.engine import Database
from db.errors import BackboneError, QueryError
from warehouse.errors import NoVersionError
from warehouse.publish import publish as publish_version
from warehouse.store import Version

pytestmark = pytest.mark.realdata


@pytest.fixture
def folder(real_versions: Callable[[str], Version]) -> Path:
    return real_versions("sqlite").folder.parents[1]


def run(command: Any, *arguments: str, stdin: str = "") -> Any:
    result = CliRunner().invoke(command, arguments, input=stdin)
    if isinstance(result.exception, BackboneError):
        raise result.exception
    assert result.exception is None, result.output
    return result


def test_a_table_off_a_terminal_is_tab_separated_and_whole(folder: Path) -> None:
    result = run(sql, "SELECT name FROM variants", "--warehouse", str(folder))
    assert len(result.stdout.splitlines()) == 1 + 2234


def test_parameters_and_markdown(folder: Path) -> None:
    result = run(
        sql,
        "SELECT name, top1 FROM leaderboard WHERE year = $year AND top1 > $above "
        "AND dataset = 'imagenet' ORDER BY top1 DESC LIMIT 1",
        *("-p", "year=2021", "-p", "above=88.6", "--format", "markdown"),
        *("--warehouse", str(folder)),
    )
    assert result.stdout.splitlines() == [
        "| name | top1 |",
        "| --- | ---: |",
        "| vit_huge_patch14_clip_336.laion2b_ft_in12k_in1k | 88.634 |",
    ]


def test_the_limit_says_that_it_cut(folder: Path) -> None:
    result = run(sql, "@card", "--limit", "3", "--warehouse", str(folder))
    assert len(result.stdout.splitlines()) == 4
    assert result.stderr == "cut after 3 rows: --limit 0 prints all\n"


def test_a_file_standard_input_and_the_list(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "query.sql"
    path.write_text("SELECT 1 AS one;")
    from_file = run(sql, "-f", str(path), "--format", "json", "--warehouse", str(folder))
    from_input = run(sql, "--format", "json", "--warehouse", str(folder), stdin="SELECT 1 AS one")
    assert orjson.loads(from_file.stdout) == orjson.loads(from_input.stdout) == [{"one": 1}]
    assert "@card\tModels of 2021" in run(sql, "--list").stdout


def test_all_rows_go_to_a_file(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "card.parquet"
    result = run(sql, "@card", "-o", str(path), "--warehouse", str(folder))
    assert result.stderr == f"112 rows in {path}\n"
    assert duckdb.connect().execute(f"SELECT count(*) FROM '{path}'").fetchall() == [(112,)]


def test_commands_name_what_is_there(folder: Path) -> None:
    tables = run(sql, ".tables", "--warehouse", str(folder)).stdout
    assert "leaderboard\ttable\t12448\t" in tables
    assert "measurements\tview\t\t" in tables
    schema = run(sql, ".schema leaderboard", "--warehouse", str(folder)).stdout
    assert "leaderboard\ttop1\tDOUBLE\ttop-1 accuracy, percent" in schema


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("SELECT\n  nope FROM leaderboard", "sql:2:3: Binder Error: Referenced column"),
        ("SELECT 'ü', * FROM nope", "sql:1:20: Catalog Error: Table with name nope"),
        ("SELEC 1", "sql:1:1: Parser Error"),
        ("DELETE FROM leaderboard", "read-only"),
        (".nope", "known are .tables and .schema"),
        (".schema nope", "there are alerts, aliases"),
        ("@nope", "unknown question"),
    ],
)
def test_errors_are_one_line_with_a_position(folder: Path, line: str, message: str) -> None:
    with Console(folder) as console, pytest.raises(QueryError) as error:
        console.run(line)
    assert message in str(error.value)
    assert "\n" not in str(error.value)


def test_of_several_statements_each_is_answered(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "several.sql"
    path.write_text("SELECT $a AS a; -- ü; no end\nSELECT ';' AS b\n;\n-- done\n")
    for form, told in (
        ("csv", ["a", "1", "b", ";"]),
        ("json", ["[", '{"a":1}', "]", "[", '{"b":";"}', "]"]),
        ("table", ["a", "1", "b", ";"]),
    ):
        options = ("-p", "a=1", "--format", form, "--warehouse", str(folder))
        result = run(sql, "-f", str(path), *options)
        assert [line.strip() for line in result.stdout.splitlines()] == told
    with Console(folder) as console:
        with pytest.raises(QueryError, match="sql:2:10: Binder Error"):
            console.run("SELECT 'ü';\n  SELECT nope FROM models; SELECT 3")
        with pytest.raises(QueryError, match=r"sql: no statement has the parameter \$b"):
            console.run("SELECT 1; SELECT $a", {"a": 1, "b": 2})


def test_nothing_published(tmp_path: Path) -> None:
    with pytest.raises(NoVersionError, match="run `backbonedb publish`"):
        run(sql, "SELECT 1", "--warehouse", str(tmp_path))


def test_the_shell_answers_statements_over_several_lines(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = iter(["SELECT", " 1 AS one;", "", "SELEC;", "@card", ".quit", "never asked"])
    with Console(folder, limit=1) as console:
        run_statements(console, lambda prompt: next(lines))
        assert {"leaderboard", "top1", "@card", ".schema"} <= set(completions(console))
    assert next(lines) == "never asked"
    printed = capsys.readouterr()
    assert printed.out.startswith("one\n1\nname\t")
    assert "Parser Error" in printed.err


@pytest.mark.parametrize(
    ("command", "arguments", "message"),
    [
        (sql, ("-f", "{tmp}/nope.sql"), "nope.sql: the SQL cannot be read: No such file"),
        (sql, (" ;\n",), "sql: there is no SQL to answer"),
        (sql, ("SELECT 1", "-o", "{tmp}/nope/x.csv"), "x.csv: cannot be written: there is no such"),
        (sql, ("SELECT 1", "-o", "{tmp}"), "must end in .csv, .json, .parquet"),
        (sql, ("SELECT $y", "-p", "y"), "write it as NAME=VALUE"),
        (sql, ("SELECT $y",), "not provided for the following parameters: y"),
        (export, ("leaderboard", "-o", "{tmp}/nope/x.csv"), "x.csv: cannot be written"),
        (export, ("leaderboard", "--where", "year = 1 AND nope = 2"), "--where:1:14: Binder Error"),
        (export, ("leaderboard", "--where", "year = = 1"), "--where:1:8: Parser Error"),
        (export, ("nope",), "unknown table or view 'nope': there are alerts"),
        (export, ("--as", "timm-results", "{tmp}/file"), "file: cannot be written: File exists"),
    ],
)
def test_bad_input_is_one_line(
    folder: Path, tmp_path: Path, command: Any, arguments: tuple[str, ...], message: str
) -> None:
    (tmp_path / "file").touch()
    given = [argument.format(tmp=tmp_path) for argument in arguments]
    with pytest.raises(QueryError) as error:
        run(command, *given, "--warehouse", str(folder))
    assert message in str(error.value)
    assert "\n" not in str(error.value)


def test_every_database_has_its_own_folder(
    real_urls: Callable[[str], str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("BACKBONEDB_WAREHOUSE", raising=False)
    monkeypatch.delenv("BACKBONEDB_URL", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))

    def folder_of(*options: str) -> str:
        lines: list[str] = run(info, *options).stdout.splitlines()
        return next(line.partition("\t")[2] for line in lines if line.startswith("warehouse"))

    own, sqlite, postgresql = (
        folder_of(),
        folder_of("--url", real_urls("sqlite")),
        folder_of("--url", real_urls("postgresql")),
    )
    assert own == str(tmp_path / "backbonedb" / "warehouse")
    assert len({own, sqlite, postgresql}) == 3
    monkeypatch.setenv("BACKBONEDB_URL", real_urls("sqlite"))
    assert folder_of() == str(default_warehouse()) == sqlite
    with pytest.raises(NoVersionError, match=sqlite):
        run(sql, "SELECT 1")
    monkeypatch.setenv("BACKBONEDB_WAREHOUSE", str(tmp_path / "here"))
    assert folder_of() == str(tmp_path / "here")


def test_publish_and_export(real_urls: Callable[[str], str], tmp_path: Path) -> None:
    options = ("--warehouse", str(tmp_path))
    url = real_urls("sqlite")
    assert "written anew" in run(publish, "--url", url, *options).stdout
    assert run(publish, "--url", url, *options).stdout == "version 00000001 is up to date\n"
    written = run(export, "families", "--where", "name = 'coat'", *options).stdout
    assert written.splitlines()[1].endswith(",coat,CoaT")
    files = run(export, "--as", "timm-results", str(tmp_path / "csv"), *options).stdout
    assert files == f"27 files in {tmp_path / 'csv'}\n"


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_tables_do_not_count_deleted_rows(
    database: Database, tmp_path: Path, add_night: Any
) -> None:
    for day in (1, 2, 3):
        add_night(database, datetime(2026, 1, day, tzinfo=UTC))
        publish_version(database, tmp_path)  # January anew
    tables = run(sql, ".tables", "--warehouse", str(tmp_path)).stdout
    assert "speed\ttable\t6\t" in tables
    assert "models\ttable\t2\t" in tables


def test_one_line_for_what_cannot_be_written(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(QueryError, match="cannot be written: Is a directory"):
        run(export, "families", "-o", str(tmp_path), "--warehouse", str(folder))
    pivot = "PIVOT (SELECT 'a' AS text, 1 AS figure) ON text USING max(figure)"
    told = run(sql, pivot, "--format", "csv", "--warehouse", str(folder)).stdout
    assert told == "a\n1\n"
