"""Runs of this project's own benchmark job: the JSON lines that ``python -m bench run`` writes.

A run is a logical source of its own, and its file grows: every ingest of a longer file is a
revision that repeats what the one before said.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import Any

import orjson
from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from db.bulk import insert_rows, table_of
from db.errors import GuardError, InputError
from db.speed import FIGURES_OF_A_RUN, BenchmarkRun, Environment, Measurement, MeasurementSamples
from ingest.document import Document, read_document
from ingest.entities import NameIndex
from ingest.series import Records, Series, current_rows, store_rows
from ingest.sources.base import Counts, Finding, Identity, Lines, Revision, SourceKind
from ingest.sources.bench_record import RUN_ID, RunFacts, RunFile, parse_run_file
from ingest.watched import name_series

PUBLISHER = "backbonedb"
#: What a device's name says beside its type; a processor's nominal clock too.
_MAKERS_WORDS = re.compile(r"\((?:r|tm)\)|nvidia|geforce|\bcpu\b|@.*")

MEASUREMENTS = Series(
    entity=Measurement,
    refers="model_id",
    scope="run_id",
    key=("name_written", "img_size", "batch_size", "repeat"),
    facts=(
        "status",
        "samples_per_second",
        "step_time_ms",
        "gmacs",
        "macts",
        "param_count",
        "is_contradictory",
        "reason",
        "is_max_batch_size",
        "sample_count",
        "is_low_n",
        "cost_counter",
        "is_output_finite",
        *FIGURES_OF_A_RUN,
    ),
    on_close={},
)


def read_run_file(path: Path) -> Document:
    """The file of a run, whatever it is called: named after the run that it holds.

    Raises:
        InputError: it cannot be read, or its first line opens no run.
    """
    document = read_document(path)
    first = document.text().split("\n", 1)[0]
    try:
        run_id = orjson.loads(first)["run_id"]
        if not re.fullmatch(RUN_ID, run_id):
            raise ValueError
    except (ValueError, TypeError, KeyError):
        reason = "expected the opening line of a run with its run_id, as `bench run` writes it"
        raise InputError(document.shown_as, reason, line=1) from None
    return Document(
        name=f"bench-{run_id}.jsonl",
        shown_as=document.shown_as,
        uri=document.uri,
        data=document.data,
        retrieved_at=document.retrieved_at,
    )


def identify(stem: str) -> Identity | None:
    """The run that a file name states."""
    match = re.fullmatch(rf"bench-({RUN_ID})", stem)
    return match and Identity(kind="bench_job", subject=match[1], publisher=PUBLISHER)


def device_key(environment: dict[str, Any], machine_label: str | None) -> str:
    """What must be the same for two figures to be comparable: device, its limits, the machine.

    ``h200-140gib-700w@lab``, ``intel-xeon-processor-2c-24gib``.
    """
    name = _MAKERS_WORDS.sub(" ", environment["device_name"].lower())
    parts = [re.sub(r"[^a-z0-9]+", "-", name).strip("-")]
    if environment["device_kind"] == "cpu":
        parts += [f"{environment['cpu_count']}c", f"{round(environment['memory_mib'] / 1024)}gib"]
    elif environment["device_memory_mib"] is not None:
        parts.append(f"{round(environment['device_memory_mib'] / 1024)}gib")
    if environment["power_limit_w"] is not None:
        parts.append(f"{environment['power_limit_w']:g}w")
    if environment["is_mig"]:
        parts.append("mig")
    if environment["device_count"] > 1:
        parts.append(f"x{environment['device_count']}")
    return "-".join(parts) + (f"@{machine_label}" if machine_label else "")


def store(session: Session, index: NameIndex, revision: Revision, parsed: RunFile) -> Counts:
    """Bring run, environment and measurements to what the revision says."""
    run_id = _run_id(session, revision, parsed)
    names = ("name_written", *MEASUREMENTS.key[1:], *MEASUREMENTS.facts)
    columns = {name: [result.columns[name] for result in parsed.results] for name in names}
    rows = Records(lines=[result.line for result in parsed.results], columns=columns)
    counts = store_rows(session, index, MEASUREMENTS, revision, run_id, rows, {})
    name_series(session, run_id)
    _store_samples(session, revision, run_id, parsed)
    return counts


def guard(session: Session, logical_source_id: int, parsed: RunFile) -> None:
    """A run only grows.

    Raises:
        GuardError: a measurement that is known is missing, or says something else.
    """
    run_id = session.scalar(
        select(BenchmarkRun.id).where(BenchmarkRun.logical_source_id == logical_source_id)
    )
    if run_id is None:
        return
    found = {
        tuple(result.columns[name] for name in MEASUREMENTS.key): result
        for result in parsed.results
    }
    for key, (_, facts) in current_rows(session, MEASUREMENTS, run_id).items():
        result = found.get(key)
        said = result and tuple(result.columns[name] for name in MEASUREMENTS.facts)
        if said != facts:
            line = None if result is None else result.line
            how = "is missing" if result is None else "is another"
            raise GuardError(
                f"run {parsed.run.run_id}",
                f"the measurement of {key[0]} that was ingested before {how}: a run only grows; "
                "check the file, or take it as it is with --force",
                line=line,
            )


def _run_id(session: Session, revision: Revision, parsed: RunFile) -> int:
    run = table_of(BenchmarkRun)
    progress = {"finished_at": parsed.finished_at, "control_drift": parsed.control_drift}
    found = session.scalar(
        select(run.c.id).where(run.c.logical_source_id == revision.logical_source_id)
    )
    if found is not None:
        session.execute(update(run).where(run.c.id == found).values(**progress))
        return int(found)
    made = session.scalar(
        insert(run)
        .values(
            slug=f"bench-{parsed.run.run_id}",
            logical_source_id=revision.logical_source_id,
            environment_id=_environment_id(session, parsed.run),
            protocol="backbonedb-median",
            **parsed.run.run,
            **progress,
        )
        .returning(run.c.id)
    )
    assert isinstance(made, int)
    return made


def _environment_id(session: Session, facts: RunFacts) -> int:
    """Id of the environment, made where it is new. All its facts make its name."""
    environment = table_of(Environment)
    key = device_key(facts.environment, facts.run["machine_label"])
    digest = hashlib.sha256(
        orjson.dumps([key, facts.environment], option=orjson.OPT_SORT_KEYS)
    ).hexdigest()
    torch, cuda = facts.environment["torch"], facts.environment["cuda"]
    parts = [key, "pt" + torch.partition("+")[0].replace(".", "")]
    parts += ["cu" + cuda.replace(".", "")] if cuda else []
    slug = "-".join([*parts, digest[:8]])
    found = session.scalar(select(environment.c.id).where(environment.c.slug == slug))
    if found is not None:
        return int(found)
    made = session.scalar(
        insert(environment)
        .values(slug=slug, device_key=key, **facts.environment)
        .returning(environment.c.id)
    )
    assert isinstance(made, int)
    return made


def _store_samples(session: Session, revision: Revision, run_id: int, parsed: RunFile) -> None:
    """Keep the samples of the measurements that this revision brought."""
    lines = set(
        session.scalars(
            select(Measurement.line).where(
                Measurement.run_id == run_id, Measurement.source_id == revision.id
            )
        )
    )
    insert_rows(
        session,
        MeasurementSamples,
        ("source_id", "line", "samples_ms"),
        [
            (revision.id, result.line, orjson.dumps(result.samples_ms).decode())
            for result in parsed.results
            if result.samples_ms and result.line in lines
        ],
    )


def _findings(parsed: RunFile) -> list[Finding]:
    found = [
        Finding(
            code="clock_went_backwards",
            text="this line's clock is behind that of the measurement before it",
            line=line,
            column="started_at",
        )
        for line in parsed.backwards
    ]
    for result in parsed.results:
        if result.columns["is_contradictory"]:
            columns = result.columns
            found.append(
                Finding(
                    code="contradictory_figures",
                    text=f"{columns['name_written']}: {columns['samples_per_second']:g} images/s "
                    f"disagrees with {columns['batch_size']} images in "
                    f"{columns['step_time_ms']:g} ms by over 2 %",
                    line=result.line,
                    column="samples_per_second",
                )
            )
    return found


def _parse(document: Document, identity: Identity, force: bool) -> RunFile:
    parsed = parse_run_file(document.text(), file=document.shown_as)
    if parsed.run.run_id != identity.subject:
        raise InputError(
            document.shown_as,
            f"holds run {parsed.run.run_id}, not {identity.subject} as its name says",
            line=1,
        )
    return parsed


SOURCE = SourceKind[RunFile](
    kind="bench_job",
    title="a run of this project's benchmark job",
    file_names="bench-RUN_ID.jsonl",
    identify=identify,
    parse=_parse,
    lines=lambda parsed: Lines(header=None, rows=parsed.lines),
    findings=_findings,
    guard=guard,
    store=store,
)
