"""Every bad input is refused in one line that names file and place, and nothing is changed."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import text

from db.engine import Database

from ..support import all_rows, benchmark_csv, differences, ingest, results_csv
from .console import Console, run_process

RESULTS = "results-imagenet.csv"
BENCHMARK = "benchmark-infer-amp-nchw-pt240-cu124-rtx4090.csv"
METADATA = "model_metadata-in1k.csv"
HEADER = "model,img_size,top1,top5\n"
SPEED_HEADER = "model,infer_samples_per_sec,infer_step_time,infer_batch_size,infer_img_size\n"
GOOD = "a.t,224,80.5,95.5\n"

#: What is wrong: file name, content, the place that must be named, and words of the reason.
BAD: dict[str, tuple[str, str | bytes, str, str]] = {
    "missing column": (RESULTS, "model,img_size,top1\na,224,80\n", ":1", "'top5' is missing"),
    "missing columns of a benchmark": (BENCHMARK, HEADER + GOOD, ":1", "is missing"),
    "no pretrain": (METADATA, "model\na\n", ":1", "'pretrain' is missing"),
    "column twice": (
        RESULTS,
        "model,img_size,top1,top5,top1\na,224,80,95,80\n",
        ":1:5",
        "'top1' is there twice",
    ),
    "column twice in two spellings": (
        RESULTS,
        "model,img_size,top1,top5,crop_pct,cropt_pct\na,224,80,95,1,1\n",
        ":1:6",
        "there twice",
    ),
    "columns of another task": (
        BENCHMARK,
        SPEED_HEADER.replace("infer_", "train_") + "a,1,1000,1,224\n",
        ":1:2",
        "of another task",
    ),
    "short row": (RESULTS, HEADER + GOOD + "b,224,80\n", ":3", "3 cells where the header has 4"),
    "long row": (RESULTS, HEADER + "b,224,80,95,1\n" + GOOD, ":2", "5 cells where the header has"),
    "blank line": (RESULTS, HEADER + "\n" + GOOD, ":2", "0 cells"),
    "unclosed quote": (RESULTS, HEADER + GOOD + '"b,224,80,95\n' + GOOD, ":3", "never closed"),
    "quote in the middle": (RESULTS, HEADER + 'a,"2"4,80,95\n', ":2", ""),
    "nan": (RESULTS, HEADER + "a,224,nan,95\n", ":2:top1", "'nan' is not a number"),
    "inf": (RESULTS, HEADER + "a,224,80,inf\n", ":2:top5", "'inf' is not a number"),
    "-inf": (RESULTS, HEADER + "a,224,-inf,95\n", ":2:top1", "is not a number"),
    "infinity": (RESULTS, HEADER + "a,224,80,Infinity\n", ":2:top5", "is not a number"),
    "underscore": (RESULTS, HEADER + "a,1_000,80,95\n", ":2:img_size", "'1_000' is not a number"),
    "full-width": (RESULTS, HEADER + "a,224,８０,95\n", ":2:top1", "'８０' is not a number"),
    "Arabic digits": (RESULTS, HEADER + "a,224,٨٠,95\n", ":2:top1", "is not a number"),
    "hexadecimal": (RESULTS, HEADER + "a,0xE0,80,95\n", ":2:img_size", "is not a number"),
    "blanks around": (RESULTS, HEADER + "a,224, 80,95\n", ":2:top1", "' 80' is not a number"),
    "line end inside": (RESULTS, HEADER + 'a,224,"80\n",95\n', ":2:top1", "is not a number"),
    "comma for a point": (RESULTS, HEADER + 'a,224,"80,5",95\n', ":2:top1", "is not a number"),
    "a point alone": (RESULTS, HEADER + "a,224,80.,95\n", ":2:top1", "is not a number"),
    "two points": (RESULTS, HEADER + "a,224,8.0.5,95\n", ":2:top1", "is not a number"),
    "percent sign": (RESULTS, HEADER + "a,224,80%,95\n", ":2:top1", "is not a number"),
    "huge exponent": (RESULTS, HEADER + "a,224,1e999,95\n", ":2:top1", "is not a number"),
    "top-1 above 100": (RESULTS, HEADER + GOOD + "b,224,100.1,100\n", ":3:top1", "from 0 to 100"),
    "top-1 below 0": (RESULTS, HEADER + "b,224,-0.1,100\n", ":2:top1", "from 0 to 100"),
    "top-1 above top-5": (RESULTS, HEADER + "b,224,80,79.9\n", ":2:top1", "above top-5"),
    "empty figure": (RESULTS, HEADER + "b,224,,79.9\n", ":2:top1", "the cell is empty"),
    "empty name": (RESULTS, HEADER + ",224,70,79.9\n", ":2:model", "is not a name"),
    "name with blanks": (RESULTS, HEADER + " a,224,70,79.9\n", ":2:model", "is not a name"),
    "name with a line end": (RESULTS, HEADER + '"a\nb",224,70,79\n', ":2:model", "is not a name"),
    "name without end": (RESULTS, HEADER + "a" * 9000 + ",224,70,79\n", ":2:model", "longer than"),
    "half a pixel": (RESULTS, HEADER + "a,224.5,80,95\n", ":2:img_size", "positive whole number"),
    "no pixels": (RESULTS, HEADER + "a,0,80,95\n", ":2:img_size", "0 is not"),
    "too many pixels": (RESULTS, HEADER + "a,3000000000,80,95\n", ":2:img_size", "is not from 1"),
    "row twice": (RESULTS, HEADER + GOOD + GOOD, ":3:model", "was already in line 2"),
    "speed of nothing": (BENCHMARK, SPEED_HEADER + "a,0,1,1,224\n", ":2:infer_sam", "above 0"),
    "negative time": (BENCHMARK, SPEED_HEADER + "a,1,-1,1,224\n", ":2:infer_step", "above 0"),
    "speed without batch size": (
        BENCHMARK,
        SPEED_HEADER + "a,100,1,,224\n",
        ":2:infer_batch_size",
        "without its batch size",
    ),
    "label twice": (METADATA, "model,pretrain\na,in1k\na,in1k\n", ":3:model", "already in line 2"),
    "unknown test set": ("results-imagenet-z.csv", HEADER + GOOD, "", "unknown test set"),
    "unknown kind": ("figures.csv", HEADER + GOOD, "", "does not say what it is"),
    "unknown environment": ("benchmark-infer.csv", HEADER, "", "does not say the environment"),
    "empty": (RESULTS, "", ":1", "the file is empty"),
    "only blanks": (RESULTS, "\n\n", ":1", "the file is empty"),
    "only a byte-order mark": (RESULTS, "\ufeff", ":1", "the file is empty"),
    "only a header": (RESULTS, HEADER, ":1", "no records"),
    "not UTF-8": (RESULTS, HEADER.encode() + b"a\xff,224,80,95\n", ":2", "0xff is not UTF-8"),
    "UTF-16": (RESULTS, (HEADER + GOOD).encode("utf-16"), ":1", "is not UTF-8"),
    "NUL": (RESULTS, HEADER + GOOD + "b\0,224,80,95\n", ":3", "a NUL"),
    "cut-off last line": (RESULTS, HEADER + GOOD + "b.t,224,80.5,9", ":3", "--force"),
    "cut off in a quote": (RESULTS, HEADER + GOOD + '"b.t,2', ":3", ""),
    "a cell of 200 kB": (RESULTS, HEADER + "a" * 200_000 + ",224,80,95\n", ":2", "field limit"),
    "a line of 2 MB": (RESULTS, HEADER + "a" * 2**21 + ",224,80,95\n", "", "a line of over"),
    "a web page": (RESULTS, "<!DOCTYPE html>\n<html></html>\n", ":1", "is missing"),
    "a pointer of Git LFS": (
        RESULTS,
        "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n",
        ":1",
        "is missing",
    ),
    "notes without headings": ("notes.md", "- a bullet\n", ":1", "no heading names a year"),
    "notes that are a table": ("notes.md", "a,b\n1,2\n", ":1", "no heading names a year"),
    "empty notes": ("notes.md", "", ":1", "the file is empty"),
    "notes that are not UTF-8": ("notes.md", b"# 2021\n\n\xb3\xed\n", ":3", "0xb3 is not UTF-8"),
    "notes with NUL": ("notes.md", "# 2021\n\0\n", ":2", "a NUL"),
}


@pytest.fixture
def console(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, filled_url: str
) -> Console:
    """The command line on a database that holds a little already."""
    monkeypatch.setenv("BACKBONEDB_URL", filled_url)
    monkeypatch.setenv("BACKBONEDB_AUTO_PUBLISH", "0")
    return Console(capsys)


@pytest.fixture(scope="module")
def filled_urls() -> dict[str, str]:
    """Filled on demand: engine to URL of a database that holds a little."""
    return {}


@pytest.fixture
def filled_url(engine: str, filled_urls: dict[str, str], request: pytest.FixtureRequest) -> str:
    """URL of a database, one for all tests that must not change it."""
    if engine not in filled_urls:
        database: Database = request.getfixturevalue("database")
        many = [(f"net_{n}.t", 224, 70, 95) for n in range(100)]
        ingest(database, "results-sketch.csv", results_csv(many))
        ingest(database, RESULTS, results_csv([("a.t", 224, 80, 95)]))
        ingest(database, BENCHMARK, benchmark_csv([("a", 224, 256, 100)]))
        filled_urls[engine] = database.url.render_as_string(hide_password=False)
    return filled_urls[engine]


def refused(console: Console, url: str, *arguments: str | Path) -> str:
    """Run a command that must fail; its one line, the database being as it was."""
    with Database(url) as database:
        before = all_rows(database)
    result = console.run(*arguments)
    with Database(url) as database:
        assert differences(before, all_rows(database)) == []
    assert result.status == 1, result
    assert result.err.count("\n") == 1 and result.err.endswith("\n"), result.err
    assert result.err.startswith("backbonedb: ")
    return result.err.removeprefix("backbonedb: ").rstrip("\n")


@pytest.mark.parametrize("name", BAD)
def test_bad_files(console: Console, filled_url: str, tmp_path: Path, name: str) -> None:
    file_name, content, place, reason = BAD[name]
    file = tmp_path / file_name
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    command = "notes" if file_name.endswith(".md") else "results"
    line = refused(console, filled_url, "ingest", command, file)
    assert line.startswith(f"{file}{place}"), line
    assert reason in line
    assert line.isprintable()


def test_a_line_of_200_mb(console: Console, filled_url: str, tmp_path: Path) -> None:
    file = tmp_path / RESULTS
    with file.open("wb") as written:
        for _ in range(200):
            written.write(b"a" * 2**20)
    line = refused(console, filled_url, "ingest", "results", file)
    assert line.startswith(f"{file}:1: a line of over")


def test_a_file_that_is_not_there(console: Console, filled_url: str, tmp_path: Path) -> None:
    for command in ("results", "notes"):
        line = refused(console, filled_url, "ingest", command, tmp_path / RESULTS)
        assert line == f"{tmp_path / RESULTS}: cannot be read: No such file or directory"


def test_a_folder_without_csv_files(console: Console, filled_url: str, tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("# 2021\n")
    line = refused(console, filled_url, "ingest", "results", tmp_path)
    assert line == f"{tmp_path}: there are no CSV files in this folder"


def test_a_folder_for_notes(console: Console, filled_url: str, tmp_path: Path) -> None:
    assert "Is a directory" in refused(console, filled_url, "ingest", "notes", tmp_path)


def test_a_file_that_shrank(console: Console, filled_url: str, tmp_path: Path) -> None:
    file = tmp_path / "results-sketch.csv"
    file.write_text(results_csv((f"net_{n}.t", 224, 70, 95) for n in range(90)))
    line = refused(console, filled_url, "ingest", "results", file)
    assert line.startswith(f"{file}: 90 rows") and "--force" in line


def test_accuracies_that_moved(console: Console, filled_url: str, tmp_path: Path) -> None:
    file = tmp_path / "results-sketch.csv"
    file.write_text(results_csv((f"net_{n}.t", 224, 60, 95) for n in range(100)))
    assert "--force" in refused(console, filled_url, "ingest", "results", file)


@pytest.mark.parametrize(
    "url",
    ["mysql://h/n", "duckdb:///x.duckdb", "file.sqlite3", "sqlite://", "https://example.org/x"],
)
def test_an_unknown_url(console: Console, filled_url: str, url: str) -> None:
    line = refused(console, filled_url, "ingest", "timm", "--url", url)
    assert "use sqlite:///FILE or postgresql://USER:PASSWORD@HOST/NAME" in line


@pytest.mark.parametrize("value", ["soon", "nan", "-1", "inf"])
def test_a_lock_timeout_that_is_no_time(
    console: Console, filled_url: str, monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setenv("BACKBONEDB_LOCK_TIMEOUT", value)
    assert "BACKBONEDB_LOCK_TIMEOUT" in refused(console, filled_url, "info")


@pytest.mark.parametrize("command", [["ingest", "timm"], ["leaderboard"], ["problems"]])
def test_a_database_at_another_revision(
    console: Console, database: Database, command: list[str]
) -> None:
    with database.connecting() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0000'"))
        connection.commit()
    url = database.url.render_as_string(hide_password=False)
    result = console.run(*command, "--url", url)
    assert result.status == 1
    assert result.err.count("\n") == 1
    assert "revision 0000" in result.err and "backbonedb db upgrade" in result.err


def test_a_database_without_schema(console: Console, tmp_path: Path) -> None:
    result = console.run("ingest", "timm", "--url", f"sqlite:///{tmp_path / 'new.sqlite3'}")
    assert result.status == 1 and "backbonedb db upgrade" in result.err
    assert result.err.count("\n") == 1


def test_a_locked_database(
    console: Console, filled_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BACKBONEDB_LOCK_TIMEOUT", "0.2")
    file = tmp_path / RESULTS
    file.write_text(results_csv([("a.t", 224, 81, 95)]))
    with Database(filled_url) as holder, holder.writing():
        line = refused(console, filled_url, "ingest", "results", file)
    assert "another process has been writing for over 0.2 s" in line


_LIMITED = """
import resource, sys
limit = int(sys.argv.pop(1))
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
from backbonedb.cli import main
main(sys.argv[1:])
"""


@pytest.mark.parametrize("engine", ["sqlite"])
def test_a_full_disk(database: Database, tmp_path: Path) -> None:
    ingest(database, RESULTS, results_csv([("a.t", 224, 80, 95)]))
    before = all_rows(database)
    database.close()
    assert database.path is not None
    limit = database.path.stat().st_size + 500_000
    file = tmp_path / "results-sketch.csv"
    file.write_text(results_csv((f"net_{n}.t", 224, 70, 95) for n in range(20_000)))
    url = database.url.render_as_string()
    command = ["ingest", "results", str(file), "--url", url]
    result = subprocess.run(
        [sys.executable, "-c", _LIMITED, str(limit), *command],
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 1
    assert len(result.stderr.splitlines()) == 1
    assert "no room left on the device" in result.stderr
    with Database(url) as again:
        assert differences(before, all_rows(again)) == []


@pytest.mark.parametrize("engine", ["sqlite"])
def test_one_bad_file_does_not_keep_out_the_others(
    console: Console, database: Database, tmp_path: Path
) -> None:
    """Each source is a whole of its own; the exit status says that one was refused."""
    (tmp_path / "results-sketch.csv").write_text(results_csv([("a.t", 224, 40, 60)]))
    (tmp_path / "results-imagenet.csv").write_text("model\na\n")
    (tmp_path / "strange.csv").write_text("model\na\n")
    url = database.url.render_as_string()
    result = console.run("ingest", "results", tmp_path, "--url", url)
    assert result.status == 1
    assert len(result.err.splitlines()) == 2
    assert result.out.startswith("results-sketch.csv: 1 new")


def test_wrong_usage_is_another_status(console: Console, tmp_path: Path) -> None:
    for arguments in (
        ("ingest", "nothing"),
        ("ingest", "results"),
        ("leaderboard", "--year", "soon"),
        ("leaderboard", "--format", "xml"),
        ("leaderboard", "--limit", "0"),
        ("no-such-command",),
        ("--no-such-option",),
    ):
        result = console.run(*arguments)
        assert result.status == 2, arguments
        assert result.err and not result.out


def test_the_process_itself(filled_url: str, tmp_path: Path) -> None:
    """Exit status and streams as a shell sees them."""
    file = tmp_path / RESULTS
    file.write_text(HEADER + "a,224,nan,95\n")
    result = run_process("ingest", "results", file, env={"BACKBONEDB_URL": filled_url})
    assert (result.status, result.out) == (1, "")
    assert re.fullmatch(rf"backbonedb: {re.escape(str(file))}:2:top1: 'nan' [^\n]*\n", result.err)


@pytest.mark.parametrize("engine", ["sqlite"])
def test_a_name_that_is_not_text(filled_url: str, tmp_path: Path) -> None:
    file = tmp_path / os.fsdecode(b"notes-\xff\n.md")
    file.write_text("# 2021\n")
    command = [
        sys.executable,
        "-m",
        "backbonedb",
        "ingest",
        "notes",
        str(file),
        "--url",
        filled_url,
    ]
    result = subprocess.run(command, capture_output=True, check=False)
    assert result.returncode == 1
    assert result.stderr.count(b"\n") == 1 and b"Traceback" not in result.stderr
