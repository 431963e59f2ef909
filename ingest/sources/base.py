"""What every kind of source gives: how to tell it by name, how to read it, how to store it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from sqlalchemy.orm import Session

from ingest.document import Document

if TYPE_CHECKING:
    from ingest.entities import NameIndex

Parsed = TypeVar("Parsed")


@dataclass(frozen=True, kw_only=True, slots=True)
class Identity:
    """Which logical source a file is a revision of.

    Attributes:
        kind: one of db.provenance.SOURCE_KINDS.
        subject: data set, run or title; empty where a publisher has one only.
        publisher: who publishes it.
    """

    kind: str
    subject: str
    publisher: str = "timm"


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """Something about a source that does not stop its ingest. ``code`` is stable."""

    code: str
    text: str
    line: int | None = None
    column: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Lines:
    """The records of a source as written, for provenance.

    Attributes:
        header: JSON array of the column names, None for a source without a header.
        rows: (1-based line, JSON text of the cells) of every record.
    """

    header: str | None
    rows: list[tuple[int, str]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Revision:
    """A revision that is being ingested: ids of its source and logical source."""

    id: int
    logical_source_id: int
    identity: Identity


@dataclass(frozen=True, slots=True)
class Counts:
    """Records that an ingest added (new or changed), closed and left as they were."""

    added: int
    closed: int
    unchanged: int


@dataclass(frozen=True, kw_only=True)
class SourceKind(Generic[Parsed]):
    """One kind of source.

    Attributes:
        kind: one of db.provenance.SOURCE_KINDS.
        title: what it is, for people.
        file_names: the file names it takes, for messages and docs.
        identify: the identity that a file name states, None if it is no name of this kind; raises
            InputError for a name of this kind that says something unknown.
        parse: reads a document whole (arguments: document, identity, force); raises InputError.
        lines: the parsed source's records as written.
        findings: what the parser noticed.
        store: writes the parsed source in the caller's transaction.
        guard: raises GuardError if the revision differs too much from the current one of the
            logical source whose id it is given (rule 8); None: not guarded, nor is its length.
    """

    kind: str
    title: str
    file_names: str
    identify: Callable[[str], Identity | None]
    parse: Callable[[Document, Identity, bool], Parsed]
    lines: Callable[[Parsed], Lines]
    findings: Callable[[Parsed], list[Finding]]
    store: Callable[[Session, NameIndex, Revision, Parsed], Counts]
    guard: Callable[[Session, int, Parsed], None] | None = None


AnyKind = SourceKind[Any]
