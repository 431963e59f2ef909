"""Rows that follow a series of revisions: what a new revision adds, ends and leaves (rule 2).

A row is valid from the revision that brought it (``source_id``) until the revision that changed or
dropped it (``until_source_id``); a row that a new revision repeats stays as it is. Each row names a
weight or an architecture in the source's words; what these stand for is found for the series as a
whole, so that rows of the past follow what is learnt later.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import repeat
from typing import Any, Literal

from sqlalchemy import Select, Table, bindparam, delete, func, null, select
from sqlalchemy.orm import Session

from db.bulk import insert_rows, table_of, update_rows
from db.provenance import Problem, Source
from ingest.entities import NameIndex
from ingest.names import Target, WrittenName, resolve_models, resolve_weights
from ingest.sources.base import Counts, Revision

#: Key of a row within a revision.
Key = tuple[Any, ...]
#: What a row says: when this differs, it is another row.
Facts = tuple[Any, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Series:
    """How the rows of one table follow a series of revisions.

    Attributes:
        entity: the mapped class; it has ``source_id``, ``line``, ``until_source_id`` and
            ``name_written``.
        refers: column of the weight or architecture that the name stands for.
        scope: column that says which series a row belongs to.
        key: columns that tell a row within a revision; the first is ``name_written``.
        facts: columns that, when they differ, make it another row.
        on_close: further columns to set when a row ends.
    """

    entity: type[Any]
    refers: Literal["variant_id", "model_id"]
    scope: str
    key: tuple[str, ...]
    facts: tuple[str, ...]
    on_close: Mapping[str, Any]


@dataclass(frozen=True, kw_only=True, slots=True)
class Records:
    """The records of a revision, column by column.

    Attributes:
        lines: 1-based line of every record.
        columns: values by the table's name of the column, one a record: the key and the facts of
            the series.
    """

    lines: Sequence[int]
    columns: Mapping[str, Sequence[Any]]

    def of(self, names: Iterable[str]) -> list[Sequence[Any]]:
        """The columns named."""
        return [self.columns[name] for name in names]


def store_rows(
    session: Session,
    index: NameIndex,
    series: Series,
    revision: Revision,
    scope_id: int,
    records: Records,
    constants: Mapping[str, Any],
) -> Counts:
    """Bring a table to the state that a revision says, names resolved and doubts reported.

    Args:
        session: a writing session.
        index: names of models and variants.
        series: the table and its columns.
        revision: the revision that brings the rows.
        scope_id: value of the scope column.
        records: the records of the revision.
        constants: further columns that all new rows share.
    """
    names = records.columns["name_written"]
    largest: dict[str, float | None] = dict.fromkeys(names)
    if "param_count" in records.columns:
        for name, count in zip(names, records.columns["param_count"], strict=True):
            largest[name] = _larger(largest[name], count)
    targets, ids = resolve_series(session, index, series, scope_id, revision, largest)
    counts = _merge(session, series, revision, scope_id, records, ids, constants)
    report_names(session, series, scope_id, revision.logical_source_id, targets)
    return counts


def current_rows(session: Session, series: Series, scope_id: int) -> dict[Key, tuple[int, Facts]]:
    """Current rows of a series: key to (id, facts)."""
    statement = _current(table_of(series.entity), series.scope, (*series.key, *series.facts))
    rows = session.execute(statement, {"scope_id": scope_id})
    width = len(series.key)
    return {tuple(row[1 : 1 + width]): (row[0], tuple(row[1 + width :])) for row in rows}


def _merge(
    session: Session,
    series: Series,
    revision: Revision,
    scope_id: int,
    records: Records,
    ids: Mapping[str, int],
    constants: Mapping[str, Any],
) -> Counts:
    current = current_rows(session, series, scope_id)
    shared = (scope_id, revision.id, *constants.values())
    rows: Iterable[tuple[Any, ...]] = zip(
        *(repeat(value, len(records.lines)) for value in shared),
        [ids[name] for name in records.columns["name_written"]],
        records.lines,
        *records.of(series.key),
        *records.of(series.facts),
        strict=True,
    )
    added_count = len(records.lines)
    closed: list[int] = []
    if current:
        new = _changes(current, series, records)
        rows = [row for row, is_new in zip(rows, new, strict=True) if is_new]
        added_count = len(rows)
        repeated = set(zip(*records.of((*series.key, *series.facts)), strict=True))
        closed = [id_ for key, (id_, facts) in current.items() if key + facts not in repeated]
        on_close = {"until_source_id": revision.id, **series.on_close}
        update_rows(
            session,
            series.entity,
            tuple(on_close),
            ("id",),
            [(*on_close.values(), id_) for id_ in closed],
        )
    insert_rows(
        session,
        series.entity,
        (
            series.scope,
            "source_id",
            *constants,
            series.refers,
            "line",
            *series.key,
            *series.facts,
        ),
        rows,
    )
    return Counts(added_count, len(closed), len(current) - len(closed))


def _changes(
    current: Mapping[Key, tuple[int, Facts]], series: Series, records: Records
) -> list[bool]:
    """Whether each record is new, or says something else than the current row of its key."""
    keys = zip(*records.of(series.key), strict=True)
    facts = zip(*records.of(series.facts), strict=True)
    return [
        (found := current.get(key)) is None or found[1] != said
        for key, said in zip(keys, facts, strict=True)
    ]


def resolve_series(
    session: Session,
    index: NameIndex,
    series: Series,
    scope_id: int,
    revision: Revision | None = None,
    incoming: Mapping[str, float | None] | None = None,
) -> tuple[dict[str, Target], dict[str, int]]:
    """Find what every name of a series of revisions stands for, rows of the past included.

    Rows already stored are pointed to what their name stands for now.

    Args:
        session: a writing session.
        index: names of models and variants; missing ones are made.
        series: the table.
        scope_id: which series of revisions.
        revision: the revision that is being ingested, if any.
        incoming: its names, with their parameters in millions where given.

    Returns:
        Target of every name as written, and id of the row that it refers to.
    """
    incoming = incoming or {}
    is_weight = series.refers == "variant_id"
    names = _names(table_of(series.entity), series.scope, series.refers)
    stored = {row.name_written: row for row in session.execute(names, {"scope_id": scope_id})}
    written = []
    for name, row in stored.items():
        until = float("inf") if row.open_count else row.until
        if revision is not None and row.open_count and name not in incoming:
            until = revision.id
        count = _larger(incoming.get(name), row.param_count)
        written.append(
            WrittenName(name, count, row.first, float("inf") if name in incoming else until)
        )
    written += [
        WrittenName(name, count, revision.id if revision else 0)
        for name, count in incoming.items()
        if name not in stored
    ]
    if is_weight:
        targets = resolve_weights(written, index.known)
        index.ensure_variants(session, targets.values())
        found = {name: index.variants[target.variant] for name, target in targets.items()}
    else:
        targets = resolve_models(written, index.known)
        index.ensure_models(session, (target.model for target in targets.values()))
        found = {name: index.models[target.model] for name, target in targets.items()}
    moved = [
        (found[name], scope_id, name)
        for name, row in stored.items()
        if not row.lowest == row.highest == found[name]
    ]
    if moved:
        index.has_orphans = True
        update_rows(session, series.entity, (series.refers,), (series.scope, "name_written"), moved)
    return targets, found


_FORGET_PROBLEMS = delete(table_of(Problem)).where(
    Problem.is_derived,
    Problem.source_id.in_(
        select(Source.id).where(Source.logical_source_id == bindparam("logical_source_id"))
    ),
)


def report_names(
    session: Session,
    series: Series,
    scope_id: int,
    logical_source_id: int,
    targets: Mapping[str, Target],
) -> None:
    """Write anew which current names could not be resolved, each at its first row."""
    session.execute(_FORGET_PROBLEMS, {"logical_source_id": logical_source_id})
    doubtful = {name: target.problem for name, target in targets.items() if target.problem}
    if not doubtful:
        return
    columns = table_of(series.entity).c
    rows = session.execute(
        select(columns.name_written, columns.source_id, func.min(columns.line))
        .where(columns[series.scope] == scope_id, columns.until_source_id.is_(None))
        .group_by(columns.name_written, columns.source_id)
        .order_by(columns.name_written, columns.source_id.desc())
    )
    first = {name: (source_id, line) for name, source_id, line in rows}
    insert_rows(
        session,
        Problem,
        ("source_id", "line", "column_name", "code", "text", "is_derived"),
        [
            (*first[name], "model", *problem, True)
            for name, problem in sorted(doubtful.items())
            if name in first
        ],
    )


def _larger(one: float | None, other: float | None) -> float | None:
    """Of several counts beside one name the largest is compared, in whatever order they came."""
    return max(one or 0, other or 0) or None


@cache
def _names(table: Table, scope: str, refers: str) -> Select[*tuple[Any, ...]]:
    """Every name of a series (``scope_id``): its parameters, its span, what it refers to."""
    columns = table.c
    param_count = columns.get("param_count")
    return (
        select(
            columns.name_written,
            (null() if param_count is None else func.max(param_count)).label("param_count"),
            func.min(columns.source_id).label("first"),
            func.max(columns.until_source_id).label("until"),
            (func.count() - func.count(columns.until_source_id)).label("open_count"),
            func.min(columns[refers]).label("lowest"),
            func.max(columns[refers]).label("highest"),
        )
        .where(columns[scope] == bindparam("scope_id"))
        .group_by(columns.name_written)
    )


@cache
def _current(table: Table, scope: str, columns: tuple[str, ...]) -> Select[*tuple[Any, ...]]:
    """Id and ``columns`` of every current row of a series (``scope_id``)."""
    return select(table.c.id, *(table.c[name] for name in columns)).where(
        table.c[scope] == bindparam("scope_id"), table.c.until_source_id.is_(None)
    )
