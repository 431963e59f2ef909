"""Revisions of logical sources: what is current, what a new revision changes, and the guards.

How the rows of a table follow the revisions is in ingest/series.py.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from db.bulk import insert_one, insert_rows, update_rows
from db.errors import GuardError
from db.provenance import LogicalSource, Source, SourceRow
from ingest.document import Document
from ingest.sources.base import Identity, Lines, Revision

#: Guards (rule 8) look at current revisions of at least this many rows.
GUARDED_ROWS = 100
#: A revision with a smaller share of the current one's rows is refused.
SMALLEST_SHARE = 0.95


@dataclass(frozen=True, kw_only=True, slots=True)
class CurrentRevision:
    """The current revision of a logical source."""

    id: int
    logical_source_id: int
    sha256: str
    row_count: int
    name: str


_CURRENT = (
    select(Source.id, Source.logical_source_id, Source.sha256, Source.row_count, Source.name)
    .join(LogicalSource)
    .where(
        LogicalSource.publisher == bindparam("publisher"),
        LogicalSource.kind == bindparam("kind"),
        LogicalSource.subject == bindparam("subject"),
        Source.is_current,
    )
)


def current_revision(session: Session, identity: Identity) -> CurrentRevision | None:
    """The current revision of a logical source, None if there is none yet."""
    row = session.execute(
        _CURRENT,
        {
            "publisher": identity.publisher,
            "kind": identity.kind,
            "subject": identity.subject,
        },
    ).first()
    if row is None:
        return None
    return CurrentRevision(
        id=row.id,
        logical_source_id=row.logical_source_id,
        sha256=row.sha256,
        row_count=row.row_count,
        name=row.name,
    )


def guard_row_count(file: str, row_count: int, current: CurrentRevision | None) -> None:
    """Refuse a revision that lost rows.

    Raises:
        GuardError: the current revision has 100 rows or more, the new one under 95 % as many.
    """
    if current is None or current.row_count < GUARDED_ROWS:
        return
    if row_count < SMALLEST_SHARE * current.row_count:
        raise GuardError(
            file,
            f"{row_count} rows, where the current revision ({current.name}) has "
            f"{current.row_count}: check the file, or take it as it is with --force",
        )


def begin_revision(
    session: Session,
    identity: Identity,
    document: Document,
    lines: Lines,
    current: CurrentRevision | None,
) -> Revision:
    """Write down a new current revision with its rows as written."""
    if current is None:
        logical_source_id = insert_one(
            session,
            LogicalSource,
            {
                "publisher": identity.publisher,
                "kind": identity.kind,
                "subject": identity.subject,
            },
        )
    else:
        logical_source_id = current.logical_source_id
        update_rows(session, Source, ("is_current",), ("id",), [(False, current.id)])
    source_id = insert_one(
        session,
        Source,
        {
            "logical_source_id": logical_source_id,
            "name": document.name,
            "uri": document.uri,
            "revision": document.revision,
            "published_at": document.published_at,
            "retrieved_at": document.retrieved_at,
            "sha256": document.sha256,
            "byte_count": len(document.data),
            "row_count": len(lines.rows),
            "header": lines.header,
            "licence": document.licence,
            "is_current": True,
        },
    )
    insert_rows(
        session,
        SourceRow,
        ("source_id", "line", "cells"),
        [(source_id, line, cells) for line, cells in lines.rows],
    )
    return Revision(id=source_id, logical_source_id=logical_source_id, identity=identity)
