"""`make demo`: the main job on the embedded default, in a database of its own under .demo/.

Results come from the folder named in RESULTS, else from upstream if it answers within five
seconds, else from the small starter file in scripts/starter; which one is said loudly.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from backbonedb.cli import cli
from db.errors import BackboneError, DownloadError
from ingest.upstream import probe

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / ".demo"
CARD = ["--year", "2021", "--img-size", "224", "--top1-above", "80"]


def run(*arguments: str) -> None:
    """Run the command line in this process, as a user would type it."""
    print(f"\n$ backbonedb {' '.join(arguments)}", flush=True)
    cli.main(list(arguments), prog_name="backbonedb", standalone_mode=False)


def run_in_part(*arguments: str) -> None:
    """Run an ingest of several files: those that are refused do not keep out the others."""
    try:
        run(*arguments)
    except SystemExit:
        print("SOME FILES WERE REFUSED (see above); going on with the others", flush=True)


def ingest_results() -> str:
    """Ingest results from the best place there is; where that was."""
    given = os.environ.get("RESULTS")
    if given:
        run_in_part("ingest", "results", given)
        return f"your folder {given}"
    if probe(timeout_s=5.0):
        try:
            run_in_part("ingest", "upstream")
        except DownloadError as error:
            print(f"backbonedb: {error}", file=sys.stderr)
        else:
            return "timm's results folder on GitHub, as it is now"
    run("ingest", "results", str(ROOT / "scripts" / "starter"))
    return (
        "THE SMALL STARTER FILE ONLY (the families that the notes speak of): upstream did not "
        "answer; name a folder of timm's result CSVs with `make demo RESULTS=DIR`"
    )


def main() -> int:
    """Rebuild the demo's database and ask it the card query."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir()
    url = f"sqlite:///{(FOLDER / 'backbonedb.sqlite3').relative_to(Path.cwd())}"
    os.environ["BACKBONEDB_URL"] = url
    os.environ["BACKBONEDB_WAREHOUSE"] = str(FOLDER / "warehouse")
    os.environ["BACKBONEDB_AUTO_PUBLISH"] = "0"  # once, at the end
    try:
        run("db", "upgrade")
        run("ingest", "timm")
        run("ingest", "notes")
        origin = ingest_results()
        for file in sorted((ROOT / "benchmarks" / "results").glob("*.jsonl")):
            run("ingest", "bench", str(file.relative_to(Path.cwd())))
        run("publish")
        run("leaderboard", *CARD)
    except BackboneError as error:
        print(f"backbonedb: {error}", file=sys.stderr)
        return 1
    print(f"\nResults came from {origin}.")
    print("These are the weights tested at 224 pixels above 80 % top-1 whose model is of 2021.")
    print(f"Serve it: BACKBONEDB_URL={url} .venv/bin/backbonedb serve")
    return 0


if __name__ == "__main__":
    sys.exit(main())
