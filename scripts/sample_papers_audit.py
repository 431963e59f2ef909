"""Draw architectures at random for the audit of introducing papers, as a Markdown table.

    python scripts/sample_papers_audit.py --seed 2 RESULTS_IMAGENET_CSV

Draws among the registered architectures that have a row in the results file and an introducing
paper. A reviewer fills in the last two columns: ``docs/audits/introducing-papers.md``.
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path

from ingest.papers import introducing_paper
from ingest.sources.timm import bundled_registry_path, parse_registry


def main() -> None:
    """Print the table for the seed and the results file that the command line names."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("results", type=Path, help="timm's results-imagenet.csv")
    parser.add_argument("--seed", type=int, required=True, help="seed of the draw")
    parser.add_argument("--count", type=int, default=100, help="architectures to draw (100)")
    options = parser.parse_args()

    rows = options.results.read_text(encoding="utf-8").splitlines()[1:]
    tested = {row.partition(",")[0].partition(".")[0] for row in rows}
    registry = bundled_registry_path()
    timm = parse_registry(registry.read_text(encoding="utf-8"), file=registry.name)
    claims = {
        architecture.name: claim
        for architecture in timm.architectures
        if architecture.name in tested and (claim := introducing_paper(architecture))
    }
    print("| architecture | arXiv | title | source | confidence | verdict | why |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    for name in sorted(random.Random(options.seed).sample(sorted(claims), options.count)):
        claim = claims[name]
        cells = (name, claim.arxiv_id, claim.title, claim.source, claim.confidence, "", "")
        print("|", " | ".join(map(str, cells)), "|")


if __name__ == "__main__":
    main()
