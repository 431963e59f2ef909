"""Fields and relations from the database's mapped columns: type, nullability, meaning."""

from __future__ import annotations

from typing import Any

from sqlalchemy import JSON, BigInteger, Boolean, Float, Integer, Table
from sqlalchemy.orm import DeclarativeBase, InstrumentedAttribute

from api.declare import Column, Link, On, ToMany, ToOne, camel
from api.scalars import BIGINT, BOOLEAN, FLOAT, INSTANT, INT, STRING, STRINGS, Scalar
from db.base import Instant
from db.bulk import table_of
from db.tables import metadata


def scalar_of(attribute: InstrumentedAttribute[Any]) -> Scalar:
    """The API's scalar for a mapped column."""
    kind = attribute.type
    if isinstance(kind, Instant):
        return INSTANT
    if isinstance(kind, JSON):
        return STRINGS
    for sql, scalar in ((Boolean, BOOLEAN), (BigInteger, BIGINT), (Integer, INT), (Float, FLOAT)):
        if isinstance(kind, sql):
            return scalar
    return STRING


def column(
    attribute: InstrumentedAttribute[Any],
    name: str | None = None,
    *,
    description: str | None = None,
    scalar: Scalar | None = None,
    is_filter: bool = True,
    is_order: bool = True,
) -> Column:
    """A stored column as a field: type, nullability and meaning are the column's own."""
    found = scalar or scalar_of(attribute)
    stored = attribute.key
    meaning = description or table_column(attribute).comment
    assert meaning, f"{attribute} needs a comment or a description"
    return Column(
        name=name or camel(stored),
        scalar=found,
        description=meaning,
        is_nullable=bool(table_column(attribute).nullable),
        sql=lambda row: row.c[stored],
        is_filter=is_filter and not found.is_list,
        is_order=is_order and not found.is_list,
    )


def table_column(attribute: InstrumentedAttribute[Any]) -> Any:
    """The table's column behind a mapped attribute."""
    return table_of(attribute.parent.class_).c[attribute.key]


def referred_column(foreign_key: InstrumentedAttribute[Any]) -> tuple[Table, str]:
    """The table and the name of the column that a foreign key of one column refers to."""
    (target,) = (
        key.target_fullname
        for key in table_column(foreign_key).foreign_keys
        if key.constraint is None or len(key.constraint.elements) == 1
    )
    table, _, name = target.rpartition(".")
    return metadata.tables[table], name


def to_one(
    foreign_key: InstrumentedAttribute[Any],
    target: str,
    name: str | None = None,
    *,
    description: str | None = None,
) -> ToOne:
    """The row that a foreign key names."""
    stored = table_column(foreign_key)
    table, referred = referred_column(foreign_key)
    return ToOne(
        name=name or camel(foreign_key.key.removesuffix("_id")),
        target=target,
        description=description or stored.comment,
        is_nullable=bool(stored.nullable),
        links=(
            Link(
                table=table,
                on=lambda this, that: this.c[foreign_key.key] == that.c[referred],
            ),
        ),
    )


def to_many(
    foreign_key: InstrumentedAttribute[Any],
    target: str,
    name: str,
    *,
    description: str,
    is_connection: bool = True,
    is_small: bool = False,
) -> ToMany:
    """The rows of another table whose foreign key names this one."""
    child = table_of(foreign_key.parent.class_)
    _, referred = referred_column(foreign_key)
    return ToMany(
        name=name,
        target=target,
        description=description,
        links=(
            Link(table=child, on=lambda this, that: that.c[foreign_key.key] == this.c[referred]),
        ),
        parent_key=lambda row: row.c[foreign_key.key],
        is_connection=is_connection,
        is_small=is_small,
    )


def link(
    table: type[DeclarativeBase],
    on: On,
) -> Link:
    """A step to ``table``."""
    return Link(table=table_of(table), on=on)
