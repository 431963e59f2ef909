"""Is the database whole? What ``backbonedb db check`` looks at, beyond the database's own rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import text
from sqlalchemy.orm import Session

from db.engine import Database


@dataclass(frozen=True, kw_only=True, slots=True)
class Check:
    """A statement that must select nothing, and what it means when it selects something."""

    name: str
    sql: str
    meaning: str


CHECKS = (
    Check(
        name="current revisions",
        sql="SELECT logical_source_id FROM sources GROUP BY logical_source_id "
        "HAVING sum(CASE WHEN is_current THEN 1 ELSE 0 END) <> 1",
        meaning="a logical source has not exactly one current revision",
    ),
    Check(
        name="newest is current",
        sql="SELECT s.id FROM sources s WHERE s.is_current AND EXISTS (SELECT 1 FROM sources n "
        "WHERE n.logical_source_id = s.logical_source_id AND n.id > s.id)",
        meaning="a revision that is not the newest is current",
    ),
    Check(
        name="source rows",
        sql="SELECT s.id FROM sources s LEFT JOIN source_rows r ON r.source_id = s.id "
        "GROUP BY s.id, s.row_count HAVING count(r.line) <> s.row_count",
        meaning="a revision has not as many rows as it was ingested with",
    ),
    Check(
        name="ingests",
        sql="SELECT s.id FROM sources s LEFT JOIN ingests i ON i.source_id = s.id "
        "WHERE i.id IS NULL",
        meaning="a revision has no ingest",
    ),
    Check(
        name="one shown evaluation",
        sql="SELECT variant_id FROM evaluations WHERE until_source_id IS NULL "
        "GROUP BY variant_id, dataset_id, img_size "
        "HAVING sum(CASE WHEN is_shown THEN 1 ELSE 0 END) <> 1",
        meaning="of the current evaluations of a weight, set and size not exactly one is shown",
    ),
    Check(
        name="series",
        sql="SELECT m.id FROM measurements m JOIN benchmark_runs r ON r.id = m.run_id "
        "WHERE (m.series_id IS NULL) = "
        "(r.protocol = 'backbonedb-median' AND m.batch_size IS NOT NULL)",
        meaning="a measurement of this project's own has no series, or another one has",
    ),
    Check(
        name="placeholders",
        sql="SELECT v.id FROM variants v JOIN models m ON m.id = v.model_id "
        "WHERE v.is_registered AND NOT m.is_registered",
        meaning="a registered weight belongs to a model that is not registered",
    ),
    Check(
        name="introducing papers",
        sql="SELECT m.id FROM models m WHERE m.year_source = 'paper' AND NOT EXISTS "
        "(SELECT 1 FROM model_papers p WHERE p.model_id = m.id AND p.relation = 'introduces')",
        meaning="a model has its year from a paper, but no introducing paper",
    ),
)


def check(database: Database) -> Iterator[tuple[str, str | None]]:
    """Run all checks.

    Yields:
        Name of the check, and None where all is well, else what is wrong.

    Raises:
        SchemaRevisionError: the database is not at the present schema revision.
        DatabaseError: the database cannot be read.
    """
    with database.reading() as session:
        if database.dialect == "sqlite":
            yield "file", _pragma(session, "integrity_check", "ok")
            yield "foreign keys", _pragma(session, "foreign_key_check", None)
        for each in CHECKS:
            found = session.execute(text(each.sql)).first()
            yield each.name, None if found is None else f"{each.meaning} (id {found[0]})"


def _pragma(session: Session, name: str, good: str | None) -> str | None:
    row = session.execute(text(f"PRAGMA {name}")).first()
    found = None if row is None else str(row[0])
    return None if found == good else f"{name}: {found}"
