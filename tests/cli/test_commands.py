"""What the commands print, and that they end as they should."""

from __future__ import annotations

import csv
import io
import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from importlib import metadata
from pathlib import Path

import pytest
from sqlalchemy import select, text

from db.bulk import table_of
from db.catalogue import Family, Variant
from db.engine import HEAD, Database
from db.leaderboard import LeaderboardRow
from ingest.sources.timm import bundled_registry_path

from ..conftest import Templates, real_sources
from ..support import all_rows, differences, ingest, registry_jsonl, results_csv
from .console import Console, run_process

#: Columns of a row that scripts rely on, with what a value must be.
CONTRACT = {
    "name": str,
    "model": str,
    "family": str | None,
    "year": int | None,
    "year_source": str | None,
    "img_size": int,
    "top1": float,
    "top5": float,
    "param_count": float | None,
    "licence": str | None,
    "commercial_use": str,
    "paper": str | None,
}
CARD = ("leaderboard", "--year", "2021", "--img-size", "224", "--top1-above", "80")


@pytest.fixture
def console(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Console:
    """The command line, with nothing of the user's around it."""
    for name in ("BACKBONEDB_URL", "BACKBONEDB_LOCK_TIMEOUT"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("BACKBONEDB_AUTO_PUBLISH", "0")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("BACKBONEDB_WAREHOUSE", str(tmp_path / "warehouse"))
    return Console(capsys)


@pytest.fixture
def small(console: Console, database: Database, monkeypatch: pytest.MonkeyPatch) -> Database:
    """A database with four weights, the one that the command line uses."""
    ingest(
        database,
        "timm-registry.jsonl",
        registry_jsonl({"resnet50": (25_557_032, ["a1_in1k", "tv_in1k"])}),
    )
    rows = [
        ("resnet50.a1_in1k", 224, 80.25, 95.5),
        ("resnet50.a1_in1k", 288, 81.5, 95.75),
        ("resnet50.tv_in1k", 224, 76.125, 92.875),
        ("nobody", 224, 80.0, 95.0, "1,013.01"),
    ]
    ingest(database, "results-imagenet.csv", results_csv(rows))
    monkeypatch.setenv("BACKBONEDB_URL", database.url.render_as_string(hide_password=False))
    return database


# --- leaderboard ---


@pytest.mark.realdata
def test_the_card_query_in_three_forms(
    console: Console, loaded_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BACKBONEDB_URL", loaded_url)
    table, as_json, as_csv = (
        console.run(*CARD, *arguments)
        for arguments in ((), ("--format", "json"), ("--format", "csv"))
    )
    assert {result.status for result in (table, as_json, as_csv)} == {0}
    assert {result.err for result in (table, as_json, as_csv)} == {""}
    rows = json.loads(as_json.out)
    assert len(rows) > 100
    assert all(row["year"] == 2021 and row["top1"] > 80 for row in rows)
    assert any(row["model"].startswith("coat_") for row in rows)
    printed = [[str(row[name]) if row[name] is not None else "" for name in row] for row in rows]
    assert list(csv.reader(io.StringIO(as_csv.out))) == [list(rows[0]), *printed]
    assert [line.split("\t") for line in table.out.splitlines()] == [list(rows[0]), *printed]


def test_rows_of_json_keep_the_contract(console: Console, small: Database) -> None:
    rows = json.loads(console.run("leaderboard", "--format", "json").out)
    assert [row["name"] for row in rows] == [
        "resnet50.a1_in1k",
        "resnet50.a1_in1k",
        "nobody",
        "resnet50.tv_in1k",
    ]
    assert list(rows[0])[: len(CONTRACT)] == list(CONTRACT) == list(LeaderboardRow._fields)
    for row in rows:
        for name, kind in CONTRACT.items():
            assert isinstance(row[name], kind), (name, row[name])
    assert rows[0]["param_count"] == 25.56 and rows[2]["param_count"] == 1013.01
    assert rows[2]["commercial_use"] == "unknown"  # unknown is never yes


@pytest.mark.parametrize(
    ("arguments", "count"),
    [
        (("--top1-above", "80"), 2),  # exclusive
        (("--top1-above", "79.999"), 3),
        (("--img-size", "288"), 1),
        (("--img-size", "96"), 0),
        (("--year", "2015"), 3),
        (("--year", "1999"), 0),
        (("--limit", "1"), 1),
        (("--dataset", "sketch"), 0),
    ],
)
def test_filters(console: Console, small: Database, arguments: tuple[str, ...], count: int) -> None:
    result = console.run("leaderboard", *arguments, "--format", "json")
    assert (result.status, len(json.loads(result.out))) == (0, count)


def test_no_row_is_said_beside_the_table(console: Console, small: Database) -> None:
    result = console.run("leaderboard", "--year", "1999")
    assert result.status == 0
    assert result.out.splitlines() == ["\t".join(CONTRACT)]
    assert "no weight meets all of this" in result.err


def test_an_unknown_test_set(console: Console, small: Database) -> None:
    result = console.run("leaderboard", "--dataset", "imagenet-x")
    assert result.status == 1 and result.out == ""
    assert "unknown test set 'imagenet-x': known are imagenet" in result.err


def test_cells_cannot_break_the_table(console: Console, small: Database) -> None:
    with small.writing() as session:
        session.execute(table_of(Family).update().values(name=Family.name + "\t\n!"))
    lines = console.run("leaderboard").out.splitlines()
    assert {line.count("\t") for line in lines} == {len(CONTRACT) - 1}
    assert "resnet !" in lines[1]


# --- db ---


def test_a_database_is_made_used_checked_and_copied(
    console: Console, engine: str, templates: Templates, tmp_path: Path
) -> None:
    url = ("--url", templates.empty_url(engine))
    made = console.run("db", "upgrade", *url)
    assert made.status == 0 and f"revision none -> {HEAD}" in made.out
    again = console.run("db", "upgrade", *url)
    assert again.status == 0 and f"is at revision {HEAD} already" in again.out
    checked = console.run("db", "check", *url)
    assert checked.status == 0 and checked.err == ""
    assert {line.partition("\t")[0] for line in checked.out.splitlines()} == {"ok"}
    assert console.run("ingest", "timm", *url).status == 0
    assert console.run("ingest", "timm", *url).out == "timm-registry.jsonl: nothing new\n"


@pytest.mark.parametrize("engine", ["sqlite"])
def test_backup_and_restore(console: Console, small: Database, tmp_path: Path) -> None:
    file = tmp_path / "backup"
    before = all_rows(small)
    saved = console.run("db", "backup", file)
    assert saved.status == 0 and f"({file.stat().st_size:,} bytes)" in saved.out
    assert console.run("db", "backup", file).status == 1  # not over it
    with small.writing() as session:
        session.execute(text("UPDATE models SET module = 'changed'"))
    restored = console.run("db", "restore", file, "--yes")
    assert restored.status == 0 and f"revision {HEAD}" in restored.out
    assert differences(before, all_rows(small)) == []


@pytest.mark.parametrize("engine", ["sqlite"])
def test_restore_asks_first(console: Console, small: Database, tmp_path: Path) -> None:
    console.run("db", "backup", tmp_path / "backup")
    with small.writing() as session:
        session.execute(text("UPDATE models SET module = 'changed'"))
    before = all_rows(small)
    url = small.url.render_as_string()
    command = ["db", "restore", str(tmp_path / "backup"), "--url", url]
    terminal, theirs = os.openpty()
    with os.fdopen(terminal, "wb", buffering=0) as keyboard:
        process = subprocess.Popen(
            [sys.executable, "-m", "backbonedb", *command],
            stdin=theirs,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        keyboard.write(b"n\n")
        process.communicate(timeout=30)
    os.close(theirs)
    assert process.returncode == 1
    assert differences(before, all_rows(small)) == []


def test_check_finds_what_is_wrong(console: Console, small: Database) -> None:
    with small.writing() as session:
        session.execute(text("DELETE FROM ingests"))
    result = console.run("db", "check")
    assert result.status == 1
    assert "WRONG\tingests: a revision has no ingest (id " in result.out
    assert result.err.count("\n") == 1


# --- info, problems ---


def test_info_of_nothing(console: Console, tmp_path: Path) -> None:
    result = console.run("info")
    assert result.status == 0
    assert str(tmp_path / "data" / "backbonedb" / "backbonedb.sqlite3") in result.out
    assert "backbonedb db upgrade" in result.out
    assert not (tmp_path / "data").exists()  # asking makes nothing


def test_info(console: Console, small: Database) -> None:
    result = console.run("info")
    lines = dict(line.split("\t") for line in result.out.splitlines())
    assert lines["program"] == metadata.version("backbonedb")
    assert lines["evaluations"] == "4" and lines["sources"] == "2"
    assert lines["schema revision"].startswith(HEAD)
    assert "geheim" not in result.out


def test_problems(console: Console, small: Database) -> None:
    rows = json.loads(console.run("problems", "--format", "json").out)
    assert rows == [
        {
            "file": "results-imagenet.csv",
            "line": 5,
            "column": "model",
            "code": "unregistered_name",
            "text": "nobody is not in timm's registry",
        }
    ]
    for arguments, count in (
        (("--code", "unregistered_name"), 1),
        (("--code", "other"), 0),
        (("--file", "results-imagenet.csv"), 1),
        (("--file", "other.csv"), 0),
        (("--all",), 1),
    ):
        result = console.run("problems", *arguments)
        assert result.status == 0 and len(result.out.splitlines()) == 1 + count


@pytest.mark.realdata
def test_problems_of_the_real_input(
    console: Console, loaded_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BACKBONEDB_URL", loaded_url)
    rows = json.loads(
        console.run("problems", "--code", "contradictory_figures", "--format", "json").out
    )
    assert len(rows) == 2
    for row in rows:
        assert row["file"].startswith("benchmark-") and row["line"] > 1 and row["column"]
    (differs,) = json.loads(
        console.run("problems", "--code", "note_year_differs", "--format", "json").out
    )
    assert differs["file"] == "catalog-notes.md"


# --- ingest ---


@pytest.mark.realdata
def test_dry_run_of_the_notes_prints_and_changes_nothing(
    console: Console, small: Database, real_data: Path
) -> None:
    before = all_rows(small)
    result = console.run("ingest", "notes", real_data / "catalog-notes.md", "--dry-run")
    assert result.status == 0 and result.err == ""
    assert differences(before, all_rows(small)) == []
    for words in ("timm/coat", "coat_lite_mini.in1k", "224x224", "densenetblur121d", "2021"):
        assert words in result.out


def test_dry_run_needs_no_database(console: Console, tmp_path: Path) -> None:
    file = tmp_path / "notes.md"
    file.write_text("# 2021\n\n[**timm/coat**]()\n\n- 224x224\n", encoding="utf-8")
    url = f"sqlite:///{tmp_path / 'none.sqlite3'}"
    result = console.run("ingest", "notes", file, "--dry-run", "--url", url)
    assert result.status == 0 and "coat" in result.out
    assert [path.name for path in tmp_path.iterdir()] == ["notes.md"]


@pytest.mark.realdata
def test_files_and_folders(
    console: Console, database_url: str, real_data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BACKBONEDB_URL", database_url)
    notes, _, *results = real_sources(real_data)
    assert console.run("ingest", "notes", notes).status == 0
    whole = console.run("ingest", "results", real_data / "timm-results")
    assert whole.status == 0 and whole.err == ""
    assert [line.partition(":")[0] for line in whole.out.splitlines()] == [
        path.name for path in results
    ]
    again = console.run("ingest", "results", *results)
    assert {line.partition(": ")[2] for line in again.out.splitlines()} == {"nothing new"}


def test_a_file_under_another_name(console: Console, small: Database, tmp_path: Path) -> None:
    file = tmp_path / "download.csv"
    file.write_text(results_csv([("resnet50.a1_in1k", 224, 79.0, 95.0)]))
    assert console.run("ingest", "results", file).status == 1
    taken = console.run("ingest", "results", file, "--as", "lab/results-imagenet.csv")
    assert taken.status == 0 and taken.out.startswith("lab/results-imagenet.csv: 1 new")
    rows = json.loads(console.run("leaderboard", "--format", "json").out)
    assert len(rows) == 4 and rows[1]["top1"] == 80.25  # timm's own figure is shown
    sketch = console.run("ingest", "results", file, "--as", "results-sketch.csv")
    assert sketch.status == 0
    assert console.run("ingest", "results", file, file, "--as", "results-sketch.csv").status == 2


def test_force_takes_what_a_guard_refuses(
    console: Console, small: Database, tmp_path: Path
) -> None:
    file = tmp_path / "results-sketch.csv"
    file.write_text(results_csv((f"net_{n}.t", 224, 40, 60) for n in range(100)))
    assert console.run("ingest", "results", file).status == 0
    file.write_text(results_csv([("net_0.t", 224, 40, 60)]))
    assert console.run("ingest", "results", file).status == 1
    taken = console.run("ingest", "results", file, "--force")
    assert taken.status == 0 and taken.out == "results-sketch.csv: 0 new, 99 ended, 1 unchanged\n"
    file.write_text(file.read_text().rstrip("\n"))
    assert console.run("ingest", "results", file).status == 1  # cut off
    assert console.run("ingest", "results", file, "--force").status == 0


def test_the_bundled_registry(console: Console, small: Database) -> None:
    result = console.run("ingest", "timm")
    assert result.status == 0 and result.out.startswith("timm-registry.jsonl: ")
    with small.reading() as session:
        registered = session.scalars(select(Variant.name).where(Variant.is_registered)).all()
    text_ = bundled_registry_path().read_text(encoding="utf-8")
    assert len(registered) == json.loads(text_.splitlines()[0])["weights"]


# --- query ---

QUERY = '{ models(where: {name: {exact: "resnet50"}}) { nodes { name } } }'
ANSWER = {"data": {"models": {"nodes": [{"name": "resnet50"}]}}}


def test_a_query_as_argument_file_and_standard_input(
    console: Console, small: Database, tmp_path: Path
) -> None:
    file = tmp_path / "query.graphql"
    file.write_text(QUERY)
    for argument in (QUERY, str(file)):
        result = console.run("query", argument)
        assert result.status == 0 and json.loads(result.out) == ANSWER
    url = small.url.render_as_string(hide_password=False)
    piped = run_process("query", "-", "--url", url, stdin=QUERY)
    assert piped.status == 0 and json.loads(piped.out) == ANSWER


def test_a_query_with_errors_is_answered_and_fails(console: Console, small: Database) -> None:
    for query in (
        "{ models { nothing } }",
        "{ models(",
        "{ models(first: -1) { nodes { name } } }",
    ):
        result = console.run("query", query)
        assert result.status == 1
        assert json.loads(result.out)["errors"], query


def test_what_is_no_query(console: Console, small: Database) -> None:
    for arguments in (("no-such-file",), (QUERY, "--variables", "{")):
        result = console.run("query", *arguments)
        assert result.status == 1 and result.out == ""
        assert result.err.count("\n") == 1


# --- ingest ---


def test_a_revision_says_when_it_was_published(
    console: Console, small: Database, tmp_path: Path
) -> None:
    """A file does not say it itself, and past states are asked for by it."""
    file = tmp_path / "results-sketch.csv"
    for top1, day in ((40, "2024-05-01"), (41, "2025-05-01T12:00:00+02:00")):
        file.write_text(results_csv([("resnet50.a1_in1k", 224, top1, 60)]))
        options = ("--published-at", day, "--revision", f"commit-{top1}")
        assert console.run("ingest", "results", file, *options).status == 0
    query = """{ evaluations(asOf: {publishedAt: "2024-12-31"},
                             where: {dataset: {name: {exact: "sketch"}}})
        { nodes { top1 provenance { source { revision publishedAt } } } } }"""
    answer = json.loads(console.run("query", query).out)
    (node,) = answer["data"]["evaluations"]["nodes"]
    source = {"revision": "commit-40", "publishedAt": "2024-05-01T00:00:00.000000Z"}
    assert node == {"top1": 40.0, "provenance": {"source": source}}
    assert console.run("ingest", "results", file, "--published-at", "May").status == 2


# --- the process ---


@pytest.mark.parametrize("engine", ["sqlite"])
def test_a_reader_that_has_seen_enough(small: Database) -> None:
    """``backbonedb leaderboard | head -1`` ends quietly."""
    url = small.url.render_as_string()
    ingest(small, "results-sketch.csv", results_csv((f"n_{n}.t", 224, 40, 60) for n in range(9999)))
    command = [sys.executable, "-m", "backbonedb", "leaderboard", "--dataset", "sketch"]
    with subprocess.Popen(
        [*command, "--url", url], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None and process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""


@pytest.mark.parametrize("engine", ["sqlite"])
def test_a_command_leaves_one_file(
    console: Console, engine: str, templates: Templates, tmp_path: Path
) -> None:
    """Connections are closed, so that nothing stays in a journal beside the database."""
    file = tmp_path / "own" / "backbone.sqlite3"
    url = f"sqlite:///{file}"
    assert run_process("db", "upgrade", "--url", url).status == 0
    assert (
        run_process("ingest", "timm", "--url", url, env={"BACKBONEDB_AUTO_PUBLISH": "0"}).status
        == 0
    )
    assert [path.name for path in file.parent.iterdir()] == [file.name]
    with closing(sqlite3.connect(f"file:{file}?mode=ro&immutable=1", uri=True)) as connection:
        assert connection.execute("SELECT count(*) FROM sources").fetchone() == (1,)
