"""Which of several current evaluations of one weight, test set and size is shown (rule 2).

The publisher that stands first in db.provenance.PUBLISHERS, then the revision published last; the
others remain as alternatives.
"""

from __future__ import annotations

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from db.accuracy import Dataset, Evaluation
from db.bulk import update_rows
from db.provenance import PUBLISHERS, LogicalSource, Source

_SOURCE_COUNT = (
    select(func.count(LogicalSource.id))
    .join(Dataset, Dataset.name == LogicalSource.subject)
    .where(LogicalSource.kind == "results", Dataset.id == bindparam("dataset_id"))
)


def choose_shown(session: Session, dataset_id: int) -> None:
    """Set ``is_shown`` of the current evaluations on a test set.

    One source has one current row for a weight, set and size (names that would be a second one stay
    names of their own), so there is nothing to choose before a second source comes.
    """
    if (session.scalar(_SOURCE_COUNT, {"dataset_id": dataset_id}) or 0) < 2:
        return
    current = (Evaluation.dataset_id == dataset_id, Evaluation.until_source_id.is_(None))
    rivals = (
        select(Evaluation.variant_id, Evaluation.img_size)
        .where(*current)
        .group_by(Evaluation.variant_id, Evaluation.img_size)
        .having((func.count() > 1) | (func.count().filter(Evaluation.is_shown) == 0))
        .subquery()
    )
    rows = session.execute(
        select(
            Evaluation.id,
            Evaluation.variant_id,
            Evaluation.img_size,
            Evaluation.is_shown,
            Evaluation.name_written,
            LogicalSource.publisher,
            Source.published_at,
        )
        .join(
            rivals,
            (rivals.c.variant_id == Evaluation.variant_id)
            & (rivals.c.img_size == Evaluation.img_size),
        )
        .join(LogicalSource, LogicalSource.id == Evaluation.logical_source_id)
        .join(
            Source,
            (Source.logical_source_id == Evaluation.logical_source_id) & Source.is_current,
        )
        .where(*current)
    ).all()
    best: dict[tuple[int, int], tuple[tuple[object, ...], int]] = {}
    for row in rows:
        first = PUBLISHERS.index(row.publisher) if row.publisher in PUBLISHERS else len(PUBLISHERS)
        published = row.published_at.timestamp() if row.published_at else float("-inf")
        rank = (first, -published, row.publisher, row.name_written)
        key = (row.variant_id, row.img_size)
        if key not in best or rank < best[key][0]:
            best[key] = (rank, row.id)
    shown = {id_ for _, id_ in best.values()}
    update_rows(
        session,
        Evaluation,
        ("is_shown",),
        ("id",),
        [(row.id in shown, row.id) for row in rows if row.is_shown != (row.id in shown)],
    )
