"""Build sdist and wheel, install the wheel in an empty environment, and use it from there.

The environment gets what requirements/run.txt pins; the tests of the command line and of the
database then run against the installed package, from a folder without the checkout.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TESTED = ("tests/cli", "tests/db")
#: What must be in the wheel beside the code.
SHIPPED = (
    "ingest/families.toml",
    "ingest/papers.toml",
    "ingest/data/timm-registry.jsonl",
    "ingest/data/catalog-notes.md",
    "migrations/script.py.mako",
    "db/py.typed",
    "api/static/graphiql.html",
    "api/static/graphiql/graphiql.min.js.gz",
    "api/static/graphiql/LICENSES.txt",
    "dashboard/shell.html",
    "dashboard/static/main.js",
    "dashboard/static/vendor/parquet.js",
    "dashboard/static/vendor/LICENSES.txt",
)


def run(*command: str | Path, cwd: Path, **environment: str) -> str:
    """Run a command; its standard output. A failure ends the check."""
    result = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**os.environ, **environment},
        check=False,
        stdout=subprocess.PIPE,
        text=True,
    )
    if result.returncode != 0:
        print(result.stdout)
        sys.exit(f"{' '.join(str(part) for part in command)}: exit status {result.returncode}")
    return result.stdout


def main() -> int:
    """Build, install, use, test."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        run(sys.executable, "-m", "build", "--outdir", folder / "dist", ROOT, cwd=folder)
        (wheel,) = (folder / "dist").glob("*.whl")
        contents = run(sys.executable, "-m", "zipfile", "-l", wheel, cwd=folder)
        for path in SHIPPED:
            assert path in contents, f"{path} is missing from the wheel"
        for path in ("tests/", "benchmarks/", "scripts/"):
            assert f"\n{path}" not in contents, f"{path} must not be in the wheel"
        venv.create(folder / "env", with_pip=True)
        python = folder / "env" / "bin" / "python"
        pip = (python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
        requirements = ROOT / "requirements"
        run(*pip, "--require-hashes", "-r", requirements / "run.txt", cwd=folder)
        run(*pip, "--no-deps", wheel, cwd=folder)
        use(python, folder)
        run(*pip, "--require-hashes", "-r", requirements / "dev.txt", cwd=folder)
        shutil.copytree(ROOT / "tests", folder / "checkout" / "tests")
        shutil.copy(ROOT / "pyproject.toml", folder / "checkout")
        test_data = os.environ.get("BACKBONEDB_TEST_DATA", str(ROOT.parent / "shared" / "data"))
        chosen = ("-m", "not long and not checkout and not torch", *TESTED)
        pytest = (python, "-P", "-m", "pytest", "-q", "-n2", *chosen)
        print(run(*pytest, cwd=folder / "checkout", BACKBONEDB_TEST_DATA=test_data))
    return 0


def use(python: Path, folder: Path) -> None:
    """Do the main job with the installed command."""
    url = f"sqlite:///{folder / 'used.sqlite3'}"
    backbonedb = (python, "-P", "-m", "backbonedb")
    for arguments in (("--help",), ("db", "upgrade"), ("ingest", "timm"), ("ingest", "notes")):
        run(*backbonedb, *arguments, cwd=folder, BACKBONEDB_URL=url)
    run(
        *backbonedb,
        "ingest",
        "results",
        ROOT / "scripts" / "starter",
        cwd=folder,
        BACKBONEDB_URL=url,
    )
    answer = run(
        *backbonedb,
        "query",
        "{ evaluations(where: {variant: {model: {year: {exact: 2021}}}}) { totalCount } }",
        cwd=folder,
        BACKBONEDB_URL=url,
    )
    assert '"totalCount": 0' not in answer, answer
    print(f"the installed command answers: {' '.join(answer.split())}")


if __name__ == "__main__":
    sys.exit(main())
