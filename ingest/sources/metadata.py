"""timm's old metadata file: what each (then untagged) weight was pretrained on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy.orm import Session

from db.notes import VariantLabel
from ingest.csvfile import CsvFile, read_csv, refuse_repeated
from ingest.document import Document
from ingest.entities import NameIndex
from ingest.series import Records, Series, store_rows
from ingest.sources.base import Counts, Identity, Revision, SourceKind

LABELS = Series(
    entity=VariantLabel,
    refers="variant_id",
    scope="logical_source_id",
    key=("name_written",),
    facts=("pretrain",),
    on_close={},
)


class LabelRow(NamedTuple):
    """A weight's name and its pretraining label (``in1k``, ``ig1b-swsl``), as written."""

    line: int
    name: str
    pretrain: str


@dataclass(frozen=True, kw_only=True, slots=True)
class MetadataFile:
    """A metadata file: its text, and what it says."""

    csv: CsvFile
    records: Records

    @property
    def rows(self) -> list[LabelRow]:
        """The records one by one."""
        return [
            LabelRow(*row)
            for row in zip(self.records.lines, *self.records.columns.values(), strict=True)
        ]


def parse_metadata(document: Document, *, force: bool = False) -> MetadataFile:
    """Read a metadata file.

    Raises:
        InputError: see ``read_csv``; a missing column, an empty cell, a name twice.
    """
    table = read_csv(document, force=force)
    columns = table.columns({}, ("model", "pretrain"))
    names, labels = columns["model"].names(), columns["pretrain"].names()
    refuse_repeated(table.file, table.line_numbers, ((name,) for name in names), "model")
    said = {"name_written": names, "pretrain": labels}
    return MetadataFile(csv=table, records=Records(lines=table.line_numbers, columns=said))


def identify(stem: str) -> Identity | None:
    """The old and the present name of the one metadata file."""
    if stem not in {"model_metadata-in1k", "model_metadata_in1k"}:
        return None
    return Identity(kind="metadata", subject="in1k")


def store(session: Session, index: NameIndex, revision: Revision, parsed: MetadataFile) -> Counts:
    """Bring the labels to what the revision says."""
    return store_rows(
        session,
        index,
        LABELS,
        revision,
        revision.logical_source_id,
        parsed.records,
        {},
    )


SOURCE = SourceKind[MetadataFile](
    kind="metadata",
    title="timm's pretraining labels of before 2023",
    file_names="model_metadata-in1k.csv",
    identify=identify,
    parse=lambda document, _, force: parse_metadata(document, force=force),
    lines=lambda parsed: parsed.csv.lines,
    findings=lambda _: [],
    guard=lambda *_: None,
    store=store,
)
