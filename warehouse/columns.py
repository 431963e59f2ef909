"""Columns as they are published: name, type, unit, meaning, and where the value comes from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import JSON, BigInteger, Boolean, Column, Float, Integer, String
from sqlalchemy.orm import InstrumentedAttribute

from db.base import Instant

#: Unit of every column that has one, by name. One name has one unit everywhere.
UNITS = {
    "baseline": "images/s",
    "batch_size": "images",
    "byte_count": "bytes",
    "crop_pct": "share, 0..1",
    "gmacs": "10⁹ multiply-accumulates",
    "height": "pixels",
    "img_size": "pixels",
    "macts": "10⁶ activations",
    "param_count": "millions",
    "parameters": "parameters",
    "top1": "%",
    "top1_drop": "percentage points",
    "top5": "%",
    "value": "images/s",
    "width": "pixels",
}
#: Ends of names that state a unit.
UNIT_ENDS = {
    "samples_per_second": "images/s",
    "samples_per_second_max": "images/s",
    "samples_per_second_min": "images/s",
    "_ms": "ms",
    "_s": "s",
    "_mib": "MiB",
    "_w": "W",
    "_j": "J",
}
#: What the columns hold that the schema keeps as JSON.
JSON_TYPES = {
    "variants.mean": "DOUBLE[]",
    "variants.std": "DOUBLE[]",
    "papers.authors": "VARCHAR[]",
    "notes.image_sizes": "VARCHAR[]",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class PublishedColumn:
    """A column of a published relation.

    Attributes:
        name: its name.
        type: its DuckDB type.
        expression: the SQL that gives it, over tables of the same names as in the database.
        meaning: what it says.
        source: the column or columns of the database that it comes from.
    """

    name: str
    type: str
    expression: str
    meaning: str
    source: str

    @property
    def unit(self) -> str:
        """Its unit, empty where it has none."""
        by_end = (unit for end, unit in UNIT_ENDS.items() if self.name.endswith(end))
        return UNITS.get(self.name) or next(by_end, "")


def taken(attribute: Any, name: str | None = None, meaning: str | None = None) -> PublishedColumn:
    """A column of the database as it is.

    Args:
        attribute: the mapped attribute, e.g. ``Model.year``.
        name: its published name, if another.
        meaning: what it says, if the schema's own words do not fit.
    """
    assert isinstance(attribute, InstrumentedAttribute)
    (column,) = attribute.property.columns
    return of_column(column, name, meaning)


def computed(name: str, type_: str, expression: str, meaning: str, source: str) -> PublishedColumn:
    """A column that is made while publishing."""
    return PublishedColumn(
        name=name, type=type_, expression=expression, meaning=meaning, source=source
    )


def of_column(
    column: Column[Any], name: str | None = None, meaning: str | None = None
) -> PublishedColumn:
    """A column of a table of the database as it is."""
    qualified = f"{column.table.name}.{column.name}"
    said = meaning or column.comment or ("key" if column.primary_key else "")
    return PublishedColumn(
        name=name or column.name,
        type=duckdb_type(column),
        expression=qualified,
        meaning=said or _referred(column),
        source=qualified,
    )


def published(
    relation: str, columns: Sequence[PublishedColumn], *names: str
) -> tuple[PublishedColumn, ...]:
    """Columns of a relation that is published before, as they are there."""
    found = {column.name: column for column in columns}
    return tuple(
        computed(
            name, found[name].type, f"{relation}.{name}", found[name].meaning, found[name].source
        )
        for name in names
    )


def _referred(column: Column[Any]) -> str:
    for key in column.foreign_keys:
        return f"the row of {key.column.table.name}"
    return ""


def duckdb_type(column: Column[Any]) -> str:
    """The DuckDB type of a column of the database; instants are UTC without a zone."""
    kinds: tuple[tuple[type, str], ...] = (
        (JSON, JSON_TYPES.get(f"{column.table.name}.{column.name}", "JSON")),
        (Instant, "TIMESTAMP"),
        (Boolean, "BOOLEAN"),
        (BigInteger, "BIGINT"),
        (Integer, "INTEGER"),
        (Float, "DOUBLE"),
        (String, "VARCHAR"),
    )
    for kind, name in kinds:
        if isinstance(column.type, kind):
            return name
    raise TypeError(f"{column}: no DuckDB type is declared for {column.type!r}")
