"""The card query on the command line, from a cold start.

    python -m benchmarks.card_query [--rounds 15]

Ours: ``backbonedb query`` with the card query over all real input, in a fresh process. Reference:
the same interpreter importing what any answer needs (SQLAlchemy and graphql-core) and doing nothing
with it. The goal: under 1 s of wall time.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time

from benchmarks.ingest import ours, prepare

CARD = """{
  evaluations(
    where: {dataset: {name: {exact: "imagenet"}}, imgSize: {exact: 224}, top1: {gt: 80},
            variant: {model: {year: {exact: 2021}}}}
    orderBy: [{top1: DESC}], first: 50
  ) {
    totalCount
    nodes {
      top1 top5 imgSize
      variant {
        name
        licence { name commercialUse }
        model { name year yearSource family { name } paper { title arxivId } }
      }
    }
  }
}"""
REFERENCE = [sys.executable, "-c", "import sqlalchemy.orm, graphql"]
OURS = [sys.executable, "-m", "backbonedb", "query", CARD]


def seconds(command: list[str], url: str) -> float:
    """Wall time of one run of a command."""
    begun = time.perf_counter()
    subprocess.run(
        command, check=True, stdout=subprocess.DEVNULL, env={**os.environ, "BACKBONEDB_URL": url}
    )
    return time.perf_counter() - begun


def main() -> None:
    """Measure both in turn and print medians and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/card.sqlite3"
        prepare("ours", url)
        ours(url)
        pairs = [(seconds(OURS, url), seconds(REFERENCE, url)) for _ in range(rounds)]
    query, reference = (statistics.median(column) for column in zip(*pairs, strict=True))
    print(f"reference {reference:.3f} s   card query {query:.3f} s (goal: under 1 s)")
    print(f"ratio {query / reference:.1f}; slowest of {rounds}: {max(p[0] for p in pairs):.3f} s")


if __name__ == "__main__":
    main()
