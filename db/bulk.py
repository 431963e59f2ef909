"""Write and change many rows at the speed of the driver: executemany, or COPY on PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Table, insert
from sqlalchemy.orm import DeclarativeBase, Session
from sqlalchemy.sql.dml import ReturningInsert

Tuples = Iterable[tuple[Any, ...]]


def table_of(entity: type[DeclarativeBase]) -> Table:
    """The table of a mapped class."""
    table = entity.__table__
    assert isinstance(table, Table)
    return table


def insert_rows(
    session: Session, entity: type[DeclarativeBase], columns: Sequence[str], rows: Tuples
) -> None:
    """Insert rows.

    Args:
        session: a writing session; nothing is committed.
        entity: the mapped class; its Python-side types are not applied, so columns must hold
            plain text, numbers and booleans.
        columns: names of the columns that ``rows`` give.
        rows: one tuple a row, in the order of ``columns``.
    """
    table = table_of(entity)
    names = ", ".join(columns)
    connection = session.connection()
    if connection.dialect.name == "postgresql":
        driver = connection.connection.driver_connection
        assert driver is not None
        with (
            driver.cursor() as cursor,
            cursor.copy(f"COPY {table.name} ({names}) FROM STDIN") as copy,
        ):
            for row in rows:
                copy.write_row(row)
        return
    marks = ", ".join("?" * len(columns))
    values = rows if isinstance(rows, list) else list(rows)
    if values:
        connection.exec_driver_sql(
            f"INSERT INTO {table.name} ({names}) VALUES ({marks})",
            values,
        )


@cache
def _insert(table: Table) -> ReturningInsert[int]:
    return insert(table).returning(table.c.id)


def insert_one(session: Session, entity: type[DeclarativeBase], values: dict[str, Any]) -> int:
    """Insert one row; its ``id``.

    Args:
        session: a writing session; nothing is committed.
        entity: the mapped class.
        values: values by column name; Python-side types are applied.
    """
    id_ = session.scalar(_insert(table_of(entity)), values)
    assert isinstance(id_, int)
    return id_


def update_rows(
    session: Session,
    entity: type[DeclarativeBase],
    columns: Sequence[str],
    key: Sequence[str],
    rows: Tuples,
) -> None:
    """Set ``columns`` of the rows that ``key`` names.

    Args:
        session: a writing session; nothing is committed.
        entity: the mapped class; Python-side types are not applied.
        columns: names of the columns to set.
        key: names of the columns that find a row.
        rows: one tuple a row: the new values, then the key's values.
    """
    values = list(rows)
    if not values:
        return
    connection = session.connection()
    mark = "%s" if connection.dialect.name == "postgresql" else "?"
    changes = ", ".join(f"{name} = {mark}" for name in columns)
    found = " AND ".join(f"{name} = {mark}" for name in key)
    connection.exec_driver_sql(
        f"UPDATE {table_of(entity).name} SET {changes} WHERE {found}",
        values,
    )
