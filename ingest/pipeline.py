"""Ingest one source: read it whole, then write it in one transaction, or leave no trace."""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from importlib import metadata
from typing import Any

from sqlalchemy import bindparam, func, select, update
from sqlalchemy.orm import Session

from db.bulk import insert_one, insert_rows, table_of
from db.engine import Database
from db.provenance import DataState, Ingest, Problem
from ingest.derive import refresh_all, refresh_catalogue, refresh_new
from ingest.document import Document
from ingest.entities import NameIndex
from ingest.history import begin_revision, current_revision, guard_row_count
from ingest.kinds import identify, kind_of
from ingest.reference import rules_sha256, write_reference_rows
from ingest.sources.base import AnyKind, Counts, Finding, Identity, Revision


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome:
    """What an ingest did.

    Attributes:
        name: the source's file name.
        identity: the logical source.
        counts: records added, closed and unchanged; None if the revision was current already.
        problem_count: findings about this revision.
        is_changed: whether the database changed: with a new revision, or since a program with other
            rules derives other rows from what is there.
    """

    name: str
    identity: Identity
    counts: Counts | None
    problem_count: int = 0
    is_changed: bool = False

    @property
    def is_new(self) -> bool:
        """Whether the revision was not the current one."""
        return self.counts is not None


class Ingestion:
    """A writer that ingests source after source, each in a transaction of its own.

    Safe beside any number of other writers, and to be killed at any moment. As a context manager it
    keeps the collector of reference cycles asleep: rows are thousands of small tuples without
    cycles, and looking for some in them costs a fifth of the time.

    Args:
        database: the database, at the present schema revision.
        now: the clock.
    """

    def __init__(
        self, database: Database, now: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        self.database = database
        self.now = now
        self._index: NameIndex | None = None
        self._version: int | None = None

    def __enter__(self) -> Ingestion:
        self._had_collector = gc.isenabled()
        gc.disable()
        return self

    def __exit__(self, *_: object) -> None:
        if self._had_collector:
            gc.enable()

    def ingest(
        self,
        document: Document,
        *,
        identity: Identity | None = None,
        force: bool = False,
        also: Callable[[Session, Outcome], None] | None = None,
    ) -> Outcome:
        """Ingest one revision of one source; nothing happens if it is the current one already.

        Args:
            document: the source.
            identity: what it is, if its name does not say so.
            force: take it although a guard speaks against it.
            also: what else belongs into the transaction, even if the revision is the current one;
                when it raises, nothing was ingested.

        Raises:
            InputError: the source cannot be read; names file, line and column.
            GuardError: it differs from the current revision more than upstream's ever do.
            DatabaseError: the database refused.
        """
        started_at = self.now()
        identity = identity or identify(document.name)
        kind = kind_of(identity.kind)
        with self.database.reading() as session:
            current = current_revision(session, identity)
            is_known = current is not None and current.sha256 == document.sha256
            if is_known and also is None and not _state(session).has_old_rules:
                return Outcome(name=document.name, identity=identity, counts=None)
        parsed = kind.parse(document, identity, force)
        with self.database.writing() as session:
            state = _state(session)
            index, self._index = self._index, None
            if index is None or self._version != state.version:
                index = NameIndex(session)
            read = _Read(identity, kind, document, parsed)
            outcome = _write(session, index, read, state, started_at, self.now, force)
            if also is not None:
                also(session, outcome)
            version = _state(session).version
        # Only now are the names in memory those in the database.
        self._index, self._version = index, version
        return outcome


class _State:
    """The state of the data as a transaction finds it."""

    def __init__(self, version: int, rules: str | None) -> None:
        self.version = version
        self.has_old_rules = rules != rules_sha256()

    def change(self, session: Session, now: datetime) -> None:
        """Mark the data as changed, for every process."""
        values = {"version": self.version + 1, "changed_at": now, "rules_sha256": rules_sha256()}
        if self.version:
            session.execute(_CHANGE, values)
        else:
            insert_one(session, DataState, {"id": 1, **values})


_DATA_STATE = table_of(DataState)
_CHANGE = update(_DATA_STATE)
_STATE = select(_DATA_STATE.c.version, _DATA_STATE.c.rules_sha256)


def _state(session: Session) -> _State:
    row = session.execute(_STATE).first()
    return _State(0, None) if row is None else _State(row.version, row.rules_sha256)


@dataclass(frozen=True, slots=True)
class _Read:
    """A source that was read: what it is, and what it says."""

    identity: Identity
    kind: AnyKind
    document: Document
    parsed: Any


def _write(
    session: Session,
    index: NameIndex,
    read: _Read,
    state: _State,
    started_at: datetime,
    now: Callable[[], datetime],
    force: bool,
) -> Outcome:
    """Write what was read, unless another process has done so meanwhile."""
    identity, kind, document = read.identity, read.kind, read.document
    if state.has_old_rules:
        write_reference_rows(session)
    current = current_revision(session, identity)
    if current is not None and current.sha256 == document.sha256:
        if state.has_old_rules:
            refresh_all(session, index)
            state.change(session, now())
        return Outcome(
            name=document.name, identity=identity, counts=None, is_changed=state.has_old_rules
        )
    lines = kind.lines(read.parsed)
    if kind.guard is not None and current is not None and not force:
        guard_row_count(document.shown_as, len(lines.rows), current)
        kind.guard(session, current.logical_source_id, read.parsed)
    revision = begin_revision(session, identity, document, lines, current)
    counts = kind.store(session, index, revision, read.parsed)
    if state.has_old_rules or kind.kind == "registry":
        refresh_all(session, index)
    elif kind.kind == "notes":
        refresh_catalogue(session, index)
    else:
        refresh_new(session, index)
    problem_count = _findings(session, revision, kind.findings(read.parsed))
    finished_at = now()
    insert_one(
        session,
        Ingest,
        {
            "source_id": revision.id,
            "started_at": started_at,
            "finished_at": finished_at,
            "added_count": counts.added,
            "closed_count": counts.closed,
            "unchanged_count": counts.unchanged,
            "program_version": _program_version(),
            "is_forced": force,
        },
    )
    state.change(session, finished_at)
    return Outcome(
        name=document.name,
        identity=identity,
        counts=counts,
        problem_count=problem_count,
        is_changed=True,
    )


@cache
def _program_version() -> str:
    return metadata.version("backbonedb")


_PROBLEM_COUNT = select(func.count()).where(table_of(Problem).c.source_id == bindparam("id"))


def _findings(session: Session, revision: Revision, findings: list[Finding]) -> int:
    """Write the parser's findings; how many problems the revision has by now."""
    insert_rows(
        session,
        Problem,
        ("source_id", "line", "column_name", "code", "text", "is_derived"),
        [(revision.id, f.line, f.column, f.code, f.text, False) for f in findings],
    )
    return session.scalar(_PROBLEM_COUNT, {"id": revision.id}) or 0
