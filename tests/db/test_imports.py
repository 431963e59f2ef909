"""Imports go one way: db <- ingest, api, warehouse, watch <- backbonedb; bench stands alone."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
#: Package to the packages of ours that it may import.
ALLOWED: dict[str, set[str]] = {
    "db": set(),
    "bench": set(),
    "dashboard": set(),
    "migrations": {"db"},
    "ingest": {"db"},
    "api": {"db"},
    "warehouse": {"db"},
    "watch": {"db"},
    "backbonedb": {"db", "migrations", "ingest", "api", "warehouse", "watch", "bench", "dashboard"},
}
OURS = set(ALLOWED)


def imported(file: Path) -> Iterator[tuple[str, int]]:
    """Top-level packages that a file imports, wherever the statement stands, with its line."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name.partition(".")[0], node.lineno
        elif isinstance(node, ast.ImportFrom):
            if node.level:
                yield file.relative_to(ROOT).parts[0], node.lineno
            else:
                yield (node.module or "").partition(".")[0], node.lineno


@pytest.mark.parametrize("package", ALLOWED)
def test_imports_go_one_way(package: str) -> None:
    wrong = [
        f"{file.relative_to(ROOT)}:{line} imports {name}"
        for file in sorted((ROOT / package).rglob("*.py"))
        for name, line in imported(file)
        if name in OURS - ALLOWED[package] - {package} or name == "tests"
    ]
    assert wrong == []


def test_every_package_of_ours_is_told_of() -> None:
    found = {
        folder.name
        for folder in ROOT.iterdir()
        if (folder / "__init__.py").is_file() and folder.name not in {"tests", "docs"}
    }
    assert found - {"scripts", "benchmarks"} <= OURS


def test_the_rule_sees_imports_inside_functions(tmp_path: Path) -> None:
    file = tmp_path / "late.py"
    file.write_text("def late():\n    from ingest.kinds import identify\n    import api.schema\n")
    assert list(imported(file)) == [("ingest", 2), ("api", 3)]


@pytest.mark.parametrize(
    "arguments", [["--help"], ["--version"], ["ingest", "--help"], ["leaderboard", "--help"]]
)
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    script = f"""
import sys
from backbonedb.cli import main
try:
    main({arguments!r})
except SystemExit as stop:
    assert not stop.code, stop.code
heavy = {{"torch", "timm", "strawberry", "duckdb", "uvicorn", "starlette", "psycopg", "numpy"}}
print(sorted(heavy & {{name.partition(".")[0] for name in sys.modules}}), file=sys.stderr)
"""
    result = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert result.stderr.strip() == "[]"
    assert "backbonedb" in result.stdout


def test_the_command_itself_loads_no_command() -> None:
    """What every start pays for: the schema's modules are loaded by the commands that need them."""
    script = """
import sys
from backbonedb.cli import main
try:
    main(["--help"])
except SystemExit:
    pass
print(any(name.startswith(("sqlalchemy", "backbonedb.commands.")) for name in sys.modules))
"""
    result = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert result.stdout.splitlines()[-1] == "False"
