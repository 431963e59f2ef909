"""timm's validation results: one file a test set, top-1 and top-5 of every weight."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.accuracy import Dataset, Evaluation
from db.errors import GuardError, InputError
from ingest.csvfile import CsvFile, read_csv, refuse_repeated
from ingest.datasets import dataset_of_file, datasets
from ingest.document import Document
from ingest.entities import NameIndex
from ingest.series import Records, Series, current_rows, store_rows
from ingest.shown import choose_shown
from ingest.sources.base import Counts, Identity, Revision, SourceKind

SYNONYMS = {"cropt_pct": "crop_pct"}
REQUIRED = ("model", "img_size", "top1", "top5")

EVALUATIONS = Series(
    entity=Evaluation,
    refers="variant_id",
    scope="logical_source_id",
    key=("name_written", "img_size"),
    facts=("top1", "top5", "param_count", "crop_pct", "interpolation"),
    on_close={"is_shown": False},
)
#: A revision is refused when top-1 moves by more points than this ...
MOVED_POINTS = 1.0
#: ... in a larger share of the pairs that both revisions have (rule 8).
MOVED_SHARE = 0.05


class ResultRow(NamedTuple):
    """Accuracy of one weight at one image size, as written.

    Percentages in 0..100, ``param_count`` in millions, ``img_size`` in pixels.
    """

    line: int
    name: str
    img_size: int
    top1: float
    top5: float
    param_count: float | None
    crop_pct: float | None
    interpolation: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class ResultsFile:
    """A results file: its text, and what it says."""

    csv: CsvFile
    records: Records

    @property
    def rows(self) -> list[ResultRow]:
        """The records one by one."""
        return [
            ResultRow(*row)
            for row in zip(self.records.lines, *self.records.columns.values(), strict=True)
        ]


def parse_results(document: Document, *, force: bool = False) -> ResultsFile:
    """Read a results file.

    Raises:
        InputError: see ``read_csv``; a missing column; a cell that is no figure or out of range;
            top-1 above top-5; a weight twice at one size.
    """
    table = read_csv(document, force=force)
    columns = table.columns(SYNONYMS, REQUIRED)
    names = columns["model"].names()
    img_sizes = columns["img_size"].counts(is_required=True)
    top1 = columns["top1"].numbers(low=0, high=100, is_required=True)
    top5 = columns["top5"].numbers(low=0, high=100, is_required=True)
    for line, first, fifth in zip(table.line_numbers, top1, top5, strict=True):
        assert first is not None and fifth is not None
        if first > fifth:
            raise columns["top1"].error(line, f"top-1 {first} is above top-5 {fifth}")
    refuse_repeated(
        table.file,
        table.line_numbers,
        zip(names, img_sizes, strict=True),
        columns["model"].name,
    )
    nothing: list[None] = [None] * len(names)
    said = {
        "name_written": names,
        "img_size": img_sizes,
        "top1": top1,
        "top5": top5,
        "param_count": columns["param_count"].numbers(is_positive=True)
        if "param_count" in columns
        else nothing,
        "crop_pct": columns["crop_pct"].numbers(is_positive=True, high=10)
        if "crop_pct" in columns
        else nothing,
        "interpolation": columns["interpolation"].texts()
        if "interpolation" in columns
        else nothing,
    }
    return ResultsFile(csv=table, records=Records(lines=table.line_numbers, columns=said))


def identify(stem: str) -> Identity | None:
    """The test set that a file name states.

    Raises:
        InputError: the name has the form of a results file, but no known test set.
    """
    if not stem.startswith("results-"):
        return None
    dataset = dataset_of_file(stem.removeprefix("results-"))
    if dataset is None:
        known = ", ".join(f"results-{dataset.files[0]}.csv" for dataset in datasets())
        raise InputError(f"{stem}.csv", f"an unknown test set; known are {known}")
    return Identity(kind="results", subject=dataset.name)


def guard_results(session: Session, logical_source_id: int, parsed: ResultsFile) -> None:
    """Refuse a revision whose accuracies moved too much.

    Raises:
        GuardError: top-1 moved by more than 1 point in more than 5 % of the common pairs.
    """
    current = current_rows(session, EVALUATIONS, logical_source_id)
    common = moved = 0
    for row in parsed.rows:
        found = current.get((row.name, row.img_size))
        if found is not None:
            common += 1
            moved += abs(found[1][0] - row.top1) > MOVED_POINTS
    if common and moved > MOVED_SHARE * common:
        raise GuardError(
            parsed.csv.file,
            f"top-1 moved by more than {MOVED_POINTS:g} point in {moved} of {common} rows that the "
            "current revision has too: check the file, or take it as it is with --force",
        )


def store(session: Session, index: NameIndex, revision: Revision, parsed: ResultsFile) -> Counts:
    """Bring the evaluations of one test set to what the revision says."""
    dataset_id = session.scalar(select(Dataset.id).where(Dataset.name == revision.identity.subject))
    assert dataset_id is not None
    counts = store_rows(
        session,
        index,
        EVALUATIONS,
        revision,
        revision.logical_source_id,
        parsed.records,
        {"dataset_id": dataset_id, "is_shown": True},
    )
    choose_shown(session, dataset_id)
    return counts


SOURCE = SourceKind[ResultsFile](
    kind="results",
    title="timm's validation results of one test set",
    file_names="results-DATASET.csv",
    identify=identify,
    parse=lambda document, _, force: parse_results(document, force=force),
    lines=lambda parsed: parsed.csv.lines,
    findings=lambda _: [],
    guard=guard_results,
    store=store,
)
