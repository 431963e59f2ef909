"""Measurements, month by month: a month whose runs did not change is taken over as it is.

While one month is written, the next one is read from the database.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

import duckdb

from warehouse.draft import Draft
from warehouse.extract import Snapshot
from warehouse.manifest import PublishedFile
from warehouse.relations import Relation, table_columns
from warehouse.speed import MEASURED, SERIES, SPEED, SUPERSEDED
from warehouse.store import Version

#: The month of runs that do not say when they began.
UNDATED = "undated"
_PREVIOUS_RUNS = "memory.main.previous_runs"
_RUN_ORDER = "memory.main.run_order"
_MODEL_ORDER = "memory.main.model_order"
#: What the measurements of a month are joined with.
_JOINED = ("benchmark_runs", "environments", "models")


@dataclass(frozen=True, slots=True)
class Month:
    """A calendar month in UTC, or ``UNDATED``.

    Attributes:
        name: ``2026-01``, or ``undated``.
    """

    name: str

    @property
    def condition(self) -> str:
        """SQL condition on ``started_at``, the same for SQLite, PostgreSQL and DuckDB."""
        if self.name == UNDATED:
            return "started_at IS NULL"
        year, month = map(int, self.name.split("-"))
        following = f"{year + month // 12:04}-{month % 12 + 1:02}"
        first, end = (f"'{name}-01T00:00:00.000000Z'" for name in (self.name, following))
        return f"started_at >= {first} AND started_at < {end}"


def remember_runs(draft: Draft) -> None:
    """Keep the runs of the version that the draft was copied from, before they are replaced."""
    draft.connection.execute(f"CREATE TABLE {_PREVIOUS_RUNS} AS FROM benchmark_runs")


def write_measured(
    draft: Draft, snapshot: Snapshot, previous: Version | None, since_source_id: int
) -> list[tuple[Relation, tuple[PublishedFile, ...]]]:
    """Fill ``speed`` and ``superseded_measurements``, and write their Parquet files.

    Args:
        draft: a draft whose other tables are filled; a copy of ``previous`` if there is one.
        snapshot: the database.
        previous: the version whose unchanged months are taken over; None: all are written.
        since_source_id: revisions after this one may have changed measurements.

    Returns:
        The relations that are there now, each with its Parquet files.
    """
    months = _months(draft, "true")
    if previous is None:
        changed = months
        for relation in MEASURED:
            draft.connection.execute(f"CREATE TABLE {relation.name} AS {_none_of(relation)}")
    else:
        changed = _changed_months(draft, since_source_id)
        for month in changed:
            for relation in MEASURED:
                draft.connection.execute(f"DELETE FROM {relation.name} WHERE {month.condition}")
    files = _taken_over(draft, previous, [month for month in months if month not in changed])
    _order_runs_and_models(draft)
    _list_texts(draft)
    for month, staged in _staged(draft, snapshot, [month for month in changed if month in months]):
        files.append(_write_month(draft, month, staged))
    if changed:  # months were added after later ones
        draft.connection.execute(
            f"CREATE OR REPLACE TABLE {SUPERSEDED.name} AS "
            f"FROM {SUPERSEDED.name} ORDER BY {SUPERSEDED.order_by}"
        )
    superseded = draft.write_parquet(f"FROM {SUPERSEDED.name}", f"{SUPERSEDED.name}.parquet")
    return [
        (SPEED, tuple(sorted(files, key=lambda file: file.path))),
        (SUPERSEDED, (superseded,)),
    ]


def _months(draft: Draft, condition: str, runs: str = "benchmark_runs") -> list[Month]:
    rows = draft.rows(
        f"SELECT DISTINCT coalesce(strftime(started_at, '%Y-%m'), '{UNDATED}') AS month "
        f"FROM {runs} WHERE {condition} ORDER BY month"
    )
    return [Month(str(name)) for (name,) in rows]


def _changed_months(draft: Draft, since_source_id: int) -> list[Month]:
    """Months, before or now, of runs with a new revision, and of runs that are gone."""
    revised = (
        f"logical_source_id IN (SELECT logical_source_id FROM sources WHERE id > {since_source_id})"
    )
    gone = "id NOT IN (SELECT id FROM benchmark_runs)"
    found = _months(draft, revised) + _months(draft, f"{revised} OR {gone}", _PREVIOUS_RUNS)
    return sorted(set(found), key=lambda month: month.name)


def _none_of(relation: Relation) -> str:
    columns = ", ".join(f"CAST(NULL AS {c.type}) AS {c.name}" for c in relation.columns)
    return f"SELECT {columns} WHERE false"


def _taken_over(
    draft: Draft, previous: Version | None, months: Sequence[Month]
) -> list[PublishedFile]:
    """Parquet files of unchanged months: the same files, under a second name."""
    if previous is None:
        return []
    paths = {_path(month) for month in months}
    files = [file for file in previous.manifest.files if file.path in paths]
    for file in files:
        path = draft.folder / file.path
        path.parent.mkdir(exist_ok=True)
        os.link(previous.folder / file.path, path)
    return files


def _path(month: Month) -> str:
    return f"{SPEED.name}/{month.name}.parquet"


def _order_runs_and_models(draft: Draft) -> None:
    """Number runs and models in the order in which ``speed`` lists what was measured."""
    sources = {column.name: column.source for column in SPEED.columns}
    of_runs = [
        sources[name]
        for name in (*SERIES, "started_at")
        if sources[name].partition(".")[0] in {"environments", "benchmark_runs"}
    ]
    draft.connection.execute(
        f"CREATE TABLE {_RUN_ORDER} AS SELECT benchmark_runs.id, "
        f"rank() OVER (ORDER BY {', '.join(of_runs)}) AS place "
        "FROM benchmark_runs JOIN environments ON environments.id = environment_id"
    )
    draft.connection.execute(
        f"CREATE TABLE {_MODEL_ORDER} AS "
        "SELECT id, row_number() OVER (ORDER BY name) AS place FROM models"
    )


def _list_texts(draft: Draft) -> None:
    """Copies of the joined tables whose texts are numbers into a list of them.

    The Parquet writer takes such a list as it is, and else hashes the texts of every row anew:
    that took more time than all figures. Readers see texts either way.
    """
    for table in _JOINED:
        texts = [
            column.source.partition(".")[2]
            for column in SPEED.columns
            if column.type == "VARCHAR" and column.source.startswith(f"{table}.")
        ]
        for text in texts:
            draft.connection.execute(
                f"CREATE TYPE {_listed(f'{table}_{text}')} AS ENUM "
                f"(SELECT DISTINCT {text} FROM {table} WHERE {text} IS NOT NULL ORDER BY {text})"
            )
        numbers = ", ".join(
            f"CAST({text} AS {_listed(f'{table}_{text}')}) AS {text}" for text in texts
        )
        draft.connection.execute(
            f"CREATE TABLE {_listed(table)} AS SELECT * REPLACE ({numbers}) FROM {table}"
        )


def _listed(name: str) -> str:
    return f"memory.main.listed_{name}"


def _staged(
    draft: Draft, snapshot: Snapshot, months: Sequence[Month]
) -> Iterator[tuple[Month, str]]:
    """Every month with the table that holds its measurements in order; one is read ahead."""
    with draft.connection.cursor() as cursor, ThreadPoolExecutor(max_workers=1) as reader:
        ahead: deque[tuple[Month, Future[str]]] = deque()
        for month in months:
            ahead.append((month, reader.submit(_stage, cursor, snapshot, month)))
            if len(ahead) > 1:
                yield from _finished(draft, *ahead.popleft())
        for waiting in ahead:
            yield from _finished(draft, *waiting)


def _finished(draft: Draft, month: Month, staging: Future[str]) -> Iterator[tuple[Month, str]]:
    staged = staging.result()
    yield month, staged
    draft.connection.execute(f"DROP TABLE {staged}")


def _stage(connection: duckdb.DuckDBPyConnection, snapshot: Snapshot, month: Month) -> str:
    """Read the measurements of a month's runs, and put them in the order of ``speed``."""
    read, staged = (f'memory.main."{kind} {month.name}"' for kind in ("read", "staged"))
    runs = connection.execute(
        f"SELECT id FROM published.benchmark_runs WHERE {month.condition} ORDER BY id"
    ).fetchall()
    ids = [str(id_) for (id_,) in runs]
    # Runs of a month lie together, and their range is what a database answers from its index
    # whatever it knows of the table: PostgreSQL would read all of it for each month.
    among = f"run_id BETWEEN {ids[0]} AND {ids[-1]} AND run_id IN ({', '.join(ids)})"
    snapshot.create_table(connection, read, table_columns("measurements"), where=among)
    connection.execute(
        f"CREATE TABLE {staged} AS SELECT read.* FROM {read} AS read "
        f"JOIN {_MODEL_ORDER} AS model_order ON model_order.id = read.model_id "
        f"JOIN {_RUN_ORDER} AS run_order ON run_order.id = read.run_id "
        "ORDER BY model_order.place, read.img_size, read.batch_size, run_order.place, read.id"
    )
    connection.execute(f"DROP TABLE {read}")
    return staged


def _write_month(draft: Draft, month: Month, staged: str) -> PublishedFile:
    """Add a month's rows to the tables, and write its Parquet file."""
    tables = {"measurements": staged, **{table: _listed(table) for table in _JOINED}}
    for relation in MEASURED:
        select = relation.select().format(**tables)
        with draft.as_written():
            draft.connection.execute(f"INSERT INTO {relation.name} {select}")
    return draft.write_parquet(SPEED.select().format(**tables), _path(month))
