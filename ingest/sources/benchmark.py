"""timm's benchmark results: throughput, step time and cost of every architecture in one run."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.bulk import insert_one
from db.errors import InputError
from db.provenance import PUBLISHERS
from db.speed import BenchmarkRun, Environment, Measurement
from ingest.csvfile import Column, CsvFile, read_csv, refuse_repeated
from ingest.document import Document
from ingest.entities import NameIndex
from ingest.environments import RunIdentity, parse_run_name
from ingest.series import Records, Series, store_rows
from ingest.sources.base import Counts, Finding, Identity, Revision, SourceKind

MEASUREMENTS = Series(
    entity=Measurement,
    refers="model_id",
    scope="run_id",
    key=("name_written", "img_size", "batch_size"),
    facts=(
        "status",
        "samples_per_second",
        "step_time_ms",
        "gmacs",
        "macts",
        "param_count",
        "is_contradictory",
    ),
    on_close={},
)

#: Columns that a file writes with its task before them (``infer_img_size``).
_TASK_COLUMNS = ("img_size", "batch_size", "samples_per_sec", "step_time", "gmacs", "macts")
REQUIRED = ("model", "img_size", "batch_size", "samples_per_sec", "step_time")
#: Above this share, throughput and step time contradict each other, unless the printed rounding
#: explains it (rule 10).
CONTRADICTION = 0.02


class BenchmarkRow(NamedTuple):
    """One architecture at one image size, as written.

    ``samples_per_second`` in images/s, ``step_time_ms`` in milliseconds, ``gmacs`` in thousand
    millions, ``macts`` and ``param_count`` in millions, ``img_size`` in pixels.
    """

    line: int
    name: str
    img_size: int
    batch_size: int | None
    status: str
    samples_per_second: float | None
    step_time_ms: float | None
    gmacs: float | None
    macts: float | None
    param_count: float | None
    is_contradictory: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class BenchmarkFile:
    """A benchmark file: its text, its task (``infer`` or ``train``), and what it says."""

    csv: CsvFile
    task: str
    records: Records

    @property
    def rows(self) -> list[BenchmarkRow]:
        """The records one by one."""
        return [
            BenchmarkRow(*row)
            for row in zip(self.records.lines, *self.records.columns.values(), strict=True)
        ]


def parse_benchmark(document: Document, *, task: str, force: bool = False) -> BenchmarkFile:
    """Read a benchmark file.

    Args:
        document: the file.
        task: ``infer`` or ``train``, as the file's name says; the columns must agree.
        force: see ``read_csv``.

    Raises:
        InputError: see ``read_csv``; a missing column; a cell that is no figure or not positive; a
            throughput without a batch size; an architecture twice at one size and batch size.
    """
    table = read_csv(document, force=force)
    prefix = f"{task}_"
    for written in table.header:
        if written.startswith(("infer_", "train_")) and not written.startswith(prefix):
            raise InputError(
                table.file,
                f"the column {written!r} is of another task than the file's name says ({task})",
                line=1,
                column=table.header.index(written) + 1,
            )
    columns = table.columns({prefix + name: name for name in _TASK_COLUMNS}, REQUIRED)
    names = columns["model"].names()
    img_sizes = columns["img_size"].counts(is_required=True)
    batch_sizes = columns["batch_size"].counts()
    speeds = columns["samples_per_sec"].numbers(is_positive=True)
    step_times = columns["step_time"].numbers(is_positive=True)
    nothing: list[None] = [None] * len(names)
    gmacs = columns["gmacs"].numbers(low=0) if "gmacs" in columns else nothing
    macts = columns["macts"].numbers(low=0) if "macts" in columns else nothing
    counted = columns.get("param_count")
    params = nothing if counted is None else counted.numbers(is_positive=True)
    for line, speed, batch_size in zip(table.line_numbers, speeds, batch_sizes, strict=True):
        if speed is not None and batch_size is None:
            raise columns["batch_size"].error(line, "a throughput without its batch size")
    refuse_repeated(
        table.file,
        table.line_numbers,
        zip(names, img_sizes, batch_sizes, strict=True),
        columns["model"].name,
    )
    contradictory = set(_contradictions(columns, speeds, step_times, batch_sizes))
    said = {
        "name_written": names,
        "img_size": img_sizes,
        "batch_size": batch_sizes,
        "status": ["missing" if speed is None else "ok" for speed in speeds],
        "samples_per_second": speeds,
        "step_time_ms": step_times,
        "gmacs": gmacs,
        "macts": macts,
        "param_count": params,
        "is_contradictory": [at in contradictory for at in range(len(names))],
    }
    records = Records(lines=table.line_numbers, columns=said)
    return BenchmarkFile(csv=table, task=task, records=records)


def _contradictions(
    columns: Mapping[str, Column],
    speeds: Sequence[float | None],
    step_times: Sequence[float | None],
    batch_sizes: Sequence[int | None],
) -> Iterator[int]:
    """Positions of the records whose figures contradict each other.

    They do if samples/s and batch size / step time differ by over 2 % of the printed samples/s and
    by more than the rounding of both cells allows.
    """
    for at, (speed, step_time, batch_size) in enumerate(
        zip(speeds, step_times, batch_sizes, strict=True)
    ):
        if speed is None or step_time is None or batch_size is None:
            continue
        implied = batch_size / step_time * 1000
        difference = abs(implied - speed)
        if difference > CONTRADICTION * speed:
            half_speed = _half_unit(columns["samples_per_sec"].cells[at], decimals=2)
            half_time = _half_unit(columns["step_time"].cells[at], decimals=3)
            if difference > half_speed + implied * half_time / step_time:
                yield at


def _half_unit(written: str, *, decimals: int) -> float:
    """Half of the last printed place. ``decimals``: what timm rounds to, zeros then dropped."""
    _, _, printed = written.partition(".")
    return 0.5 * 10.0 ** -max(len(printed), decimals)


def identify(stem: str) -> Identity | None:
    """The run that a file name states.

    Raises:
        InputError: the name has the form of a benchmark file, but cannot be read.
    """
    run = parse_run_name(stem)
    if run is not None:
        return Identity(kind="benchmark", subject=run.slug)
    if stem.startswith(("benchmark-", "model_benchmark")):
        raise InputError(
            f"{stem}.csv",
            "the name does not say the environment; expected "
            "benchmark-TASK-PRECISION-LAYOUT-ptVERSION-cuVERSION-DEVICE[-dynamo].csv",
        )
    return None


def store(session: Session, index: NameIndex, revision: Revision, parsed: BenchmarkFile) -> Counts:
    """Bring the measurements of one run to what the revision says."""
    run = parse_run_name(f"benchmark-{revision.identity.subject}")
    assert run is not None
    return store_rows(
        session,
        index,
        MEASUREMENTS,
        revision,
        _run_id(session, run, revision),
        parsed.records,
        {},
    )


def _run_id(session: Session, run: RunIdentity, revision: Revision) -> int:
    """Id of the run that a logical source reports: each publisher's runs are its own."""
    run_id = session.scalar(
        select(BenchmarkRun.id).where(BenchmarkRun.logical_source_id == revision.logical_source_id)
    )
    if run_id is not None:
        return run_id
    slug = run.environment_slug
    environment_id = session.scalar(select(Environment.id).where(Environment.slug == slug))
    if environment_id is None:
        environment_id = insert_one(
            session,
            Environment,
            {
                "slug": slug,
                "device_key": run.device_key,
                "device_kind": run.device_kind,
                "device_count": 1,
                "torch": run.torch,
                "cuda": run.cuda,
            },
        )
    publisher = revision.identity.publisher
    return insert_one(
        session,
        BenchmarkRun,
        {
            "slug": run.slug if publisher == PUBLISHERS[0] else f"{publisher}/{run.slug}",
            "logical_source_id": revision.logical_source_id,
            "environment_id": environment_id,
            "task": run.task,
            "precision": run.precision,
            "layout": run.layout,
            "compile": run.compile,
            "protocol": "timm-mean",
        },
    )


def _findings(parsed: BenchmarkFile) -> list[Finding]:
    return [
        Finding(
            code="contradictory_figures",
            text=f"{row.name}: {row.samples_per_second} images/s disagrees with "
            f"{row.batch_size} images in {row.step_time_ms} ms by over 2 %",
            line=row.line,
            column=f"{parsed.task}_samples_per_sec",
        )
        for row in parsed.rows
        if row.is_contradictory
    ]


def _parse(document: Document, identity: Identity, force: bool) -> BenchmarkFile:
    task = identity.subject.partition("-")[0]
    return parse_benchmark(document, task=task, force=force)


SOURCE = SourceKind[BenchmarkFile](
    kind="benchmark",
    title="timm's benchmark results of one run",
    file_names="benchmark-TASK-PRECISION-LAYOUT-ptVERSION-cuVERSION-DEVICE[-dynamo].csv",
    identify=identify,
    parse=_parse,
    lines=lambda parsed: parsed.csv.lines,
    findings=_findings,
    guard=lambda *_: None,
    store=store,
)
