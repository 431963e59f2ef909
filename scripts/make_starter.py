"""Make the starter CSV of `make demo`: the rows of the families that the notes speak of.

    python scripts/make_starter.py RESULTS-IMAGENET.CSV

Rows are copied as they are from timm's results-imagenet.csv (huggingface/pytorch-image-models,
folder results/, commit aa4b5850c1543fa488abf260f18390eda46cf85d of 2026-08-08, Apache-2.0).
"""

from __future__ import annotations

import sys
from pathlib import Path

from ingest.families import family_of
from ingest.sources.notes import parse_notes

ROOT = Path(__file__).resolve().parent.parent
NOTES = ROOT / "ingest" / "data" / "catalog-notes.md"
STARTER = ROOT / "scripts" / "starter" / "results-imagenet.csv"


def main(source: Path) -> None:
    """Write the starter CSV from upstream's file."""
    notes = parse_notes(NOTES.read_text("utf-8"), file=str(NOTES))
    spoken_of = {
        family.name
        for entry in notes.entries
        for model in entry.models
        if (family := family_of(model.architecture)) is not None
    }
    header, *rows = source.read_text("utf-8").splitlines()
    chosen = [
        row
        for row in rows
        if (family := family_of(row.partition(",")[0].partition(".")[0])) is not None
        and family.name in spoken_of
    ]
    STARTER.parent.mkdir(exist_ok=True)
    STARTER.write_text("\n".join([header, *chosen]) + "\n", "utf-8")
    print(f"{STARTER}: {len(chosen)} of {len(rows)} rows, families {', '.join(sorted(spoken_of))}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
