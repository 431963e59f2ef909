"""``backbonedb ingest``: bring sources into the database."""

from __future__ import annotations

import functools
import os
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click
from sqlalchemy.orm import Session

from backbonedb.commands.options import database_option
from backbonedb.commands.warehouse import warehouse_option
from backbonedb.looking import look_at
from backbonedb.publishing import publish_after
from backbonedb.times import Instant
from db.engine import Database
from db.errors import BackboneError, InputError
from db.provenance import PUBLISHERS
from ingest.document import Document, read_document
from ingest.kinds import identify
from ingest.pipeline import Ingestion, Outcome
from ingest.sources.base import Identity
from ingest.sources.notes.source import bundled_notes_path

#: Under which timm publishes its results.
UPSTREAM_LICENCE = "Apache-2.0"
RESULT_KINDS = frozenset({"results", "benchmark", "metadata"})


@click.group()
def ingest() -> None:
    """Bring sources into the database, each whole or not at all."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Job:
    """What all kinds of ingest share.

    Attributes:
        database: the database.
        force: whether to take a source although a guard speaks against it.
        name: the name to treat a file as, if not its own.
        warehouse: folder to publish in afterwards, None: do not publish.
    """

    database: Database
    force: bool
    name: str | None
    warehouse: Path | None


def _job_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options of every ingest, given to the command as ``job``."""

    @functools.wraps(command)
    def with_job(
        database: Database,
        force: bool,
        name: str | None,
        is_published: bool,
        warehouse: Path,
        **arguments: Any,
    ) -> None:
        folder = warehouse if is_published else None
        command(job=Job(database=database, force=force, name=name, warehouse=folder), **arguments)

    for option in (
        warehouse_option,
        click.option(
            "--publish/--no-publish",
            "is_published",
            envvar="BACKBONEDB_AUTO_PUBLISH",
            default=True,
            help="Publish the warehouse afterwards, if something changed. [default: publish]",
        ),
        click.option("--force", is_flag=True, help="Take it although a guard speaks against it."),
        click.option(
            "--as",
            "name",
            metavar="NAME",
            help="Treat the file as NAME, or as PUBLISHER/NAME for figures that are not timm's.",
        ),
        database_option,
    ):
        with_job = option(with_job)
    return with_job


def _revision_options(command: Callable[..., None]) -> Callable[..., None]:
    """What a file does not say of itself: ``revision`` and ``published_at``."""
    for option in (
        click.option("--revision", help="The publisher's revision, such as a commit."),
        click.option(
            "--published-at",
            type=Instant(),
            help="When the publisher published it: a date or an instant, UTC unless it says.",
        ),
    ):
        command = option(command)
    return command


@ingest.command()
@click.argument("path", type=click.Path(path_type=Path), required=False)
@click.option("--dry-run", is_flag=True, help="Print what was understood; change nothing.")
@_revision_options
@_job_options
def notes(
    job: Job,
    path: Path | None,
    dry_run: bool,
    revision: str | None,
    published_at: datetime | None,
) -> None:
    """Ingest catalogue notes in Markdown: the file at PATH, or the notes that ship with this."""
    from ingest.sources.notes import describe, parse_notes

    path = path or bundled_notes_path()
    notes_path = path.with_suffix(".md")  # notes are notes, whatever the file is called
    document = read_document(
        path,
        name=_with_suffix(job.name, notes_path) or notes_path.name,
        revision=revision,
        published_at=published_at,
    )
    if dry_run:
        parsed = parse_notes(document.text(), file=document.shown_as)
        click.echo(describe(parsed, file=document.shown_as))
        return
    identity = identify(document.name, shown_as=document.shown_as)
    if identity.kind != "notes":
        raise InputError(
            document.shown_as, "is not a name for notes: use one ending in .md with --as"
        )
    _ingest_all(job, [(document, identity)])


@ingest.command()
@click.argument("paths", type=click.Path(path_type=Path), nargs=-1, required=True)
@_revision_options
@_job_options
def results(
    job: Job, paths: tuple[Path, ...], revision: str | None, published_at: datetime | None
) -> None:
    """Ingest timm's result CSVs: accuracy, benchmarks, metadata. PATH is a file or a folder."""
    files = list(_files(paths))
    if job.name is not None and len(files) > 1:
        raise click.UsageError("--as names one file, but there are several")
    _ingest_files(job, files, revision=revision, published_at=published_at)


@ingest.command()
@click.option("--installed", is_flag=True, help="Of the installed timm, not the bundled snapshot.")
@_job_options
def timm(job: Job, installed: bool) -> None:
    """Ingest timm's registry: architectures, weights, licences, papers."""
    from ingest.sources.timm import bundled_registry_path, registry_of_installed_timm

    if installed:
        document = Document(
            name=job.name or "timm-registry.jsonl",
            shown_as="the installed timm",
            uri="python:timm",
            data=registry_of_installed_timm().encode(),
            licence=UPSTREAM_LICENCE,
        )
    else:
        document = read_document(
            bundled_registry_path(),
            name=job.name or "timm-registry.jsonl",
            uri="package:ingest/data/timm-registry.jsonl",
            licence=UPSTREAM_LICENCE,
        )
    _ingest_all(job, [(document, identify(document.name))])


@ingest.command()
@click.argument(
    "paths", metavar="FILE...", type=click.Path(path_type=Path), nargs=-1, required=True
)
@_job_options
def bench(job: Job, paths: tuple[Path, ...]) -> None:
    """Ingest runs of the benchmark job (JSON lines); the run's id says which run a file is.

    A run that is new is held against the nights before it, as the nightly job does.
    """
    from ingest.sources.bench_job import read_run_file

    if job.name is not None:
        raise click.UsageError("--as is for sources that are told by name: a run's file is not")

    def documents() -> Iterable[tuple[Document, Identity] | BackboneError]:
        for path in paths:
            try:
                document = read_run_file(path)
                yield document, identify(document.name)
            except BackboneError as error:
                yield error

    def look(session: Session, outcome: Outcome) -> None:
        if outcome.is_new:
            look_at(session, f"bench-{outcome.identity.subject}", datetime.now(UTC))

    _ingest_all(job, documents(), look)


@ingest.command()
@click.option("--ref", default="main", show_default=True, help="Branch, tag or commit of timm.")
@click.option(
    "--api-url", envvar="BACKBONEDB_GITHUB_API", help="Another host of GitHub's API, e.g. a mirror."
)
@click.option(
    "--raw-url", envvar="BACKBONEDB_GITHUB_RAW", help="Another host of the files, e.g. a mirror."
)
@_job_options
def upstream(job: Job, ref: str, api_url: str | None, raw_url: str | None) -> None:
    """Download timm's results folder from GitHub and ingest it.

    BACKBONEDB_GITHUB_TOKEN, if set, raises GitHub's limit of requests an hour.
    """
    import platformdirs

    from backbonedb.progress import download_progress
    from ingest.upstream import GITHUB, fetch_results

    if job.name is not None:
        raise click.UsageError("--as names one file, but upstream has many")
    with job.database.reading():
        pass  # a database that cannot be used should not cost a download
    endpoints = replace(GITHUB, api=api_url or GITHUB.api, raw=raw_url or GITHUB.raw)
    folder = platformdirs.user_cache_path("backbonedb") / "upstream"
    with download_progress() as on_progress:
        fetched = fetch_results(
            ref=ref,
            into=folder,
            endpoints=endpoints,
            on_progress=on_progress,
            token=os.environ.get("BACKBONEDB_GITHUB_TOKEN"),
        )
    click.echo(f"timm at {fetched.revision}, published {fetched.published_at:%Y-%m-%d}")
    _ingest_files(
        job,
        [file.path for file in fetched.files],
        uris={file.path: file.uri for file in fetched.files},
        revision=fetched.revision,
        published_at=fetched.published_at,
    )


def _files(paths: Iterable[Path]) -> Iterable[Path]:
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        found = sorted(path.glob("*.csv"))
        if not found:
            raise InputError(str(path), "there are no CSV files in this folder")
        yield from found


def _ingest_files(
    job: Job,
    files: list[Path],
    *,
    uris: dict[Path, str] | None = None,
    revision: str | None = None,
    published_at: datetime | None = None,
) -> None:
    def documents() -> Iterable[tuple[Document, Identity] | BackboneError]:
        for file in files:
            try:
                document = read_document(
                    file,
                    name=_with_suffix(job.name, file),
                    uri=(uris or {}).get(file),
                    revision=revision,
                    published_at=published_at,
                )
                identity = identify(document.name, shown_as=document.shown_as)
                if identity.kind not in RESULT_KINDS:
                    raise InputError(
                        str(file),
                        f"is no result file but {identity.kind}: use `backbonedb ingest notes` "
                        "or `backbonedb ingest timm`",
                    )
                if identity.publisher == PUBLISHERS[0]:
                    document = replace(document, licence=UPSTREAM_LICENCE)
                yield document, identity
            except BackboneError as error:
                yield error

    _ingest_all(job, documents())


def _with_suffix(name: str | None, file: Path) -> str | None:
    """``--as results-imagenet`` means ``results-imagenet.csv`` for a CSV file."""
    return name if name is None or Path(name).suffix else f"{name}{file.suffix}"


def _ingest_all(
    job: Job,
    documents: Iterable[tuple[Document, Identity] | BackboneError],
    also: Callable[[Session, Outcome], None] | None = None,
) -> None:
    """Ingest each source by itself: one that is refused does not keep out the others."""
    refused = changed = 0
    with Ingestion(job.database) as ingestion:
        for found in documents:
            try:
                if isinstance(found, BackboneError):
                    raise found
                outcome = ingestion.ingest(found[0], identity=found[1], force=job.force, also=also)
            except InputError as error:
                refused += 1
                click.echo(f"backbonedb: {error}", err=True)
            else:
                changed += outcome.is_changed
                click.echo(_line(outcome))
    if changed and job.warehouse is not None:
        version = publish_after(job.database, job.warehouse, "ingested", is_wanted=True)
        if version is not None:
            click.echo(f"published as version {version} in {job.warehouse}")
    if refused:
        sys.exit(1)


def _line(outcome: Outcome) -> str:
    if outcome.counts is None:
        again = "; derived anew by this program's rules" if outcome.is_changed else ""
        return f"{outcome.name}: nothing new{again}"
    counts = outcome.counts
    line = (
        f"{outcome.name}: {counts.added} new, {counts.closed} ended, {counts.unchanged} unchanged"
    )
    if outcome.problem_count:
        findings = "finding" if outcome.problem_count == 1 else "findings"
        line += f"; {outcome.problem_count} {findings} (backbonedb problems --file {outcome.name})"
    return line
