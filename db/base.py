"""What every table shares: naming of constraints, column types, and the checks in words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import CheckConstraint, DateTime, MetaData, String
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.types import TypeDecorator

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """Base of all tables; its metadata is what the migrations are compared with."""

    metadata = MetaData(naming_convention=NAMING)


#: Text that is ordered or paged by. Byte order on PostgreSQL as on SQLite, so that both engines
#: answer in the same order, whatever the server's locale.
SortedText = String().with_variant(String(collation="C"), "postgresql")


class Instant(TypeDecorator[datetime]):
    """A point in time: aware, in UTC. ``timestamptz``, or RFC 3339 text with ``Z`` on SQLite."""

    impl = String
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> Any:
        """The engine's own type, or text."""
        if dialect.name == "postgresql":
            return dialect.type_descriptor(DateTime(timezone=True))
        return dialect.type_descriptor(String(27))

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        """What the driver gets; refuses an instant without a zone."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"an instant needs its zone: {value!r}")
        value = value.astimezone(UTC)
        if dialect.name == "postgresql":
            return value
        return value.strftime("%Y-%m-%dT%H:%M:%S.%fZ")

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        """An aware instant in UTC."""
        if value is None:
            return None
        if isinstance(value, datetime):
            return value.astimezone(UTC)
        return datetime.fromisoformat(value)


def one_of(column: str, values: Iterable[str]) -> CheckConstraint:
    """A closed vocabulary, kept by the database.

    Written as comparisons: SQLite builds a table for ``IN (...)`` anew for every row it checks,
    which took a third of the time that a measurement takes to insert.
    """
    compared = " OR ".join(f"{column} = '{value}'" for value in values)
    return CheckConstraint(compared, name=f"{column}_vocabulary")


def percent(column: str) -> CheckConstraint:
    """0 to 100. NaN and infinities fail it on both engines."""
    return CheckConstraint(f"{column} >= 0 AND {column} <= 100", name=f"{column}_percent")


def finite(column: str, *, positive: bool = False) -> CheckConstraint:
    """A finite figure that is not negative (or above zero, if ``positive``)."""
    low = ">" if positive else ">="
    return CheckConstraint(f"{column} {low} 0 AND {column} < 1e300", name=f"{column}_finite")


def all_finite(columns: Iterable[str], name: str) -> CheckConstraint:
    """Finite figures that are not negative, where there are any.

    One look where all are empty: thousands of rows have none of them.
    """
    names = list(columns)
    sound = " AND ".join(f"{column} >= 0 AND {column} < 1e300" for column in names)
    return CheckConstraint(f"coalesce({', '.join(names)}) IS NULL OR ({sound})", name=name)
