"""A measurement of the database as the lines of a file, so that the job can repeat it."""

from __future__ import annotations

from sqlalchemy import select

from db.engine import Database
from db.errors import QueryError
from db.provenance import SourceRow
from db.speed import PROTOCOLS, BenchmarkRun, Measurement

_, _OURS = PROTOCOLS


def lines_of(database: Database, measurement_id: int) -> str:
    """Two JSON lines: the opening of the measurement's run, and the measurement.

    Args:
        database: where it is.
        measurement_id: of the row in ``measurements``.

    Raises:
        QueryError: there is none, or this program did not take it.
    """
    with database.reading() as session:
        found = session.execute(
            select(Measurement.source_id, Measurement.line, BenchmarkRun.protocol)
            .join(BenchmarkRun, BenchmarkRun.id == Measurement.run_id)
            .where(Measurement.id == measurement_id)
        ).first()
        if found is None:
            raise QueryError(f"there is no measurement {measurement_id}")
        if found.protocol != _OURS:
            raise QueryError(
                f"measurement {measurement_id} comes from timm's benchmark files, which say too "
                "little to repeat it: use --models, --batch-sizes and --img-size"
            )
        # A run's file opens with its settings, and every line of it has the same.
        opening = session.scalars(
            select(SourceRow.cells)
            .where(SourceRow.source_id == found.source_id)
            .order_by(SourceRow.line)
            .limit(1)
        ).one()
        line = session.get_one(SourceRow, (found.source_id, found.line)).cells
    return f"{opening}\n{line}\n"
