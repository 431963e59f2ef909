"""The kinds of sources, in the order in which their names are tried."""

from __future__ import annotations

from pathlib import PurePath

from db.errors import InputError
from ingest.sources import bench_job, benchmark, metadata, registry, results
from ingest.sources.base import AnyKind, Identity
from ingest.sources.notes import source as notes

SOURCES: tuple[AnyKind, ...] = (
    results.SOURCE,
    benchmark.SOURCE,
    bench_job.SOURCE,
    metadata.SOURCE,
    registry.SOURCE,
    notes.SOURCE,
)


def kind_of(kind: str) -> AnyKind:
    """The source kind by its name in db.provenance.SOURCE_KINDS."""
    return next(source for source in SOURCES if source.kind == kind)


def identify(name: str, *, shown_as: str | None = None) -> Identity:
    """The logical source that a file name states: the name counts, never the path.

    Args:
        name: ``results-imagenet.csv``, or ``PUBLISHER/results-imagenet.csv`` for figures that are
            not timm's.
        shown_as: how messages name the file; by its name unless given.

    Raises:
        InputError: no kind of source has files of such a name.
    """
    shown_as = shown_as or name
    if not name.isprintable():
        raise InputError(shown_as, "the file's name holds characters that cannot be printed")
    publisher, slash, file_name = name.rpartition("/")
    if slash and (not publisher or "/" in publisher):
        raise InputError(shown_as, "name the publisher as in PUBLISHER/results-imagenet.csv")
    path = PurePath(file_name)
    if path.suffix.lower() in {".csv", ".jsonl"}:
        for source in SOURCES:
            try:
                identity = source.identify(path.stem)
            except InputError as error:
                raise InputError(shown_as, error.reason) from None
            if identity is not None:
                return _published_by(identity, publisher)
    elif path.suffix.lower() in {".md", ".markdown"}:
        return _published_by(notes.identify_title(path.stem), publisher)
    forms = ", ".join(source.file_names for source in SOURCES)
    raise InputError(
        shown_as,
        f"the name {file_name!r} does not say what it is; known are {forms}; or name it with --as",
    )


def _published_by(identity: Identity, publisher: str) -> Identity:
    if not publisher:
        return identity
    if identity.kind == registry.SOURCE.kind and publisher != identity.publisher:
        raise InputError(publisher, "publishes no registry: there is one only, which is timm's")
    return Identity(kind=identity.kind, subject=identity.subject, publisher=publisher)
