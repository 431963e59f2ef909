"""Order and pages: keys, nulls last, and the cursor that stands between two rows.

A page begins after the row that a cursor describes by the values of its keys, not by its position:
pages stay right while rows are added, and page 1,000 costs what page 1 does.
"""

from __future__ import annotations

import base64
import binascii
import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson
from sqlalchemy import ColumnElement, UnaryExpression, and_, or_, tuple_
from sqlalchemy.types import Integer

from api.binding import Binder
from api.declare import Column, Entity, Row, ToOne, entity_named
from api.errors import refused
from api.joins import Joins
from api.scalars import BOOLEAN, FLOAT, INSTANT, INT, Scalar, check_finite, check_text


@dataclass(frozen=True, kw_only=True, slots=True)
class Key:
    """One key of an order."""

    name: str
    column: ColumnElement[Any]
    scalar: Scalar
    is_descending: bool
    is_nullable: bool

    def clause(self) -> UnaryExpression[Any]:
        """The key in ORDER BY."""
        ordered = self.column.desc() if self.is_descending else self.column.asc()
        return ordered.nulls_last() if self.is_nullable else ordered


def order_keys(
    entity: Entity, row: Row, order_by: Sequence[Mapping[str, Any]] | None, joins: Joins
) -> list[Key]:
    """The keys that were asked for, or the entity's own, and those that break all ties."""
    asked = [one for one in order_by or () if one]
    keys: list[Key] = []
    if asked:
        for one in asked:
            key = _asked_key(entity, row, one, joins)
            if key is not None and all(key.name != other.name for other in keys):
                keys.append(key)
    else:
        for name in entity.order:
            field = entity.field(name.removeprefix("-"))
            assert isinstance(field, Column)
            keys.append(_column_key(field, row, name.startswith("-"), joins, name))
    is_descending = bool(keys) and keys[-1].is_descending
    keys.extend(
        Key(
            name=f".{name}",
            column=row.c[name],
            scalar=INT,
            is_descending=is_descending,
            is_nullable=False,
        )
        for name in entity.key
    )
    return keys


def _asked_key(
    entity: Entity, row: Row, asked: Mapping[str, Any], joins: Joins, path: str = ""
) -> Key | None:
    ((name, value),) = asked.items()
    field = entity.field(name)
    path = f"{path}{name}"
    if isinstance(field, ToOne):
        target = entity_named(field.target)
        return _asked_key(target, joins.follow(row, field), value, joins, f"{path}.")
    assert isinstance(field, Column)
    return _column_key(field, row, value.value == "DESC", joins, path)


def _column_key(field: Column, row: Row, is_descending: bool, joins: Joins, path: str) -> Key:
    return Key(
        name=path,
        column=field.sql(row),
        scalar=field.scalar,
        is_descending=is_descending,
        is_nullable=field.is_nullable or joins.is_outer(row),
    )


#: What JSON may give for the value of a key; text for all others.
_CURSOR_TYPES: dict[str, tuple[type, ...]] = {
    "Int": (int,),
    "BigInt": (int,),
    "Float": (int, float),
    # SQLite has no booleans.
    "Boolean": (bool, int),
}


@dataclass(frozen=True, slots=True)
class Cursors:
    """Writes and reads the cursors of one list in one order."""

    mark: int
    keys: tuple[Key, ...]
    is_sqlite: bool

    def write(self, values: Sequence[Any]) -> str:
        """The cursor of a row whose keys have these values."""
        return base64.urlsafe_b64encode(orjson.dumps([self.mark, *values])).decode()

    def read(self, cursor: str) -> list[Any]:
        """The keys' values.

        Raises:
            RequestError: not a cursor of this list in this order.
        """
        try:
            mark, *values = orjson.loads(base64.b64decode(cursor, altchars=b"-_", validate=True))
        except (ValueError, TypeError, binascii.Error):
            raise _bad_cursor() from None
        if mark != self.mark or len(values) != len(self.keys):
            raise _bad_cursor()
        return [self._checked(key, value) for key, value in zip(self.keys, values, strict=True)]

    def reader(self, index: int) -> Callable[[str], Any]:
        """Reads the value of one key."""
        return lambda cursor: self.read(cursor)[index]

    def _checked(self, key: Key, value: Any) -> Any:
        if value is None:
            if key.is_nullable:
                return None
            raise _bad_cursor()
        expected = _CURSOR_TYPES.get(key.scalar.name, (str,))
        if type(value) not in expected:
            raise _bad_cursor()
        if key.scalar is FLOAT:
            return check_finite(float(value))
        if isinstance(value, str):
            check_text(value)
            if key.scalar is INSTANT and not self.is_sqlite:
                try:
                    return datetime.fromisoformat(value)
                except ValueError:
                    raise _bad_cursor() from None
        elif type(value) is int and abs(value) >= 2 ** (31 if key.scalar is INT else 63):
            raise _bad_cursor()
        return value


def _bad_cursor() -> Exception:
    return refused(
        "`after` is not a cursor of this list in this order: pass the `endCursor` of the page "
        "before, with the same `orderBy`",
        "BAD_CURSOR",
    )


def cursors_of(entity: Entity, keys: Sequence[Key], binder: Binder) -> Cursors:
    """The cursors of an entity's list in an order."""
    words = [entity.name, *(f"{key.name} {key.is_descending}" for key in keys)]
    return Cursors(zlib.crc32("\n".join(words).encode()), tuple(keys), binder.is_sqlite)


def after_condition(
    cursors: Cursors, keys: Sequence[Key], after: Any, binder: Binder
) -> ColumnElement[bool]:
    """Whether a row stands after a cursor.

    Args:
        cursors: of this list.
        keys: the columns that hold the keys of its order.
        after: the cursor, or the slot that will hold it.
        binder: takes the values of its keys as parameters.
    """
    values = [
        binder.bind(
            after,
            Integer() if key.scalar is BOOLEAN and binder.is_sqlite else key.scalar.sql,
            cursors.reader(index),
        )
        for index, key in enumerate(keys)
    ]
    directions = {key.is_descending for key in keys}
    if len(directions) == 1 and not any(key.is_nullable for key in keys):
        columns = tuple_(*(key.column for key in keys))
        bounds = tuple_(*values)
        return columns < bounds if keys[0].is_descending else columns > bounds
    options = []
    for index, (key, value) in enumerate(zip(keys, values, strict=True)):
        same = [
            before.column.is_not_distinct_from(held)
            if before.is_nullable
            else before.column == held
            for before, held in zip(keys[:index], values[:index], strict=True)
        ]
        beyond = key.column < value if key.is_descending else key.column > value
        if key.is_nullable:
            beyond = or_(beyond, and_(key.column.is_(None), value.is_not(None)))
        options.append(and_(*same, beyond))
    first, value = keys[0], values[0]
    if first.is_nullable:
        return or_(*options)
    # Says nothing new, but an index can begin there.
    bound = first.column <= value if first.is_descending else first.column >= value
    return and_(bound, or_(*options))
