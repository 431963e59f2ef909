"""What a filter can ask of a column, in strawberry-django's names."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import orjson
from sqlalchemy import ColumnElement, and_, cast, func, literal_column, select
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.types import String, TypeEngine

from api.binding import Binder, Convert
from api.scalars import BOOLEAN, FLOAT, INSTANT, STRING, Scalar, check_finite, check_text

#: GraphQL type of a lookup's value: the scalar itself, a list of it, its range, a flag.
SCALAR, LIST, RANGE, FLAG = "scalar", "list", "range", "flag"


def stored_instant(value: datetime) -> str:
    """An instant as SQLite holds it: fixed width, so that it sorts as text."""
    return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def converter(scalar: Scalar, binder: Binder) -> Convert | None:
    """How a value of the scalar is checked and handed to the driver."""
    if scalar is STRING:
        return check_text
    if scalar is FLOAT:
        return check_finite
    if scalar is INSTANT and binder.is_sqlite:
        return stored_instant
    return None


def member_of(
    column: ColumnElement[Any], values: Any, sql_type: TypeEngine[Any], binder: Binder, check: Any
) -> ColumnElement[bool]:
    """Whether the column is among the values of one parameter."""

    def checked(items: list[Any]) -> list[Any]:
        return items if check is None else [check(item) for item in items]

    if binder.is_sqlite:
        listed = binder.bind(values, String(), lambda items: orjson.dumps(checked(items)).decode())
        return column.in_(select(literal_column("value")).select_from(func.json_each(listed)))
    array = binder.bind(values, ARRAY(sql_type), checked)
    return column == func.any(cast(array, ARRAY(sql_type)))


def _position(column: ColumnElement[Any], text: Any, binder: Binder) -> ColumnElement[int]:
    found = func.instr if binder.is_sqlite else func.strpos
    return found(column, text)


def _lowered(column: ColumnElement[Any], binder: Binder) -> ColumnElement[Any]:
    # SQLite's lower() changes A-Z only; so does PostgreSQL's under the C collation.
    return func.lower(column if binder.is_sqlite else column.collate("C"))


_CAPITALS = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz")


def _lower(value: str) -> str:
    return check_text(value).translate(_CAPITALS)


Condition = Callable[[ColumnElement[Any], Any, Scalar, Binder], ColumnElement[bool]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Lookup:
    """One question a filter can ask.

    Attributes:
        name: GraphQL name.
        takes: type of its value, see ``SCALAR`` ... ``FLAG``.
        description: when it holds. A column without a value matches only ``isNull: true``.
        condition: the SQL.
        applies: to which scalars it makes sense.
    """

    name: str
    takes: str
    description: str
    condition: Condition
    applies: Callable[[Scalar], bool]


def _compare(operator: str) -> Condition:
    def condition(
        column: ColumnElement[Any], value: Any, scalar: Scalar, binder: Binder
    ) -> ColumnElement[bool]:
        bound = binder.bind(value, scalar.sql, converter(scalar, binder))
        return column.op(operator, is_comparison=True)(bound)

    return condition


def _in_list(
    column: ColumnElement[Any], value: Any, scalar: Scalar, binder: Binder
) -> ColumnElement[bool]:
    return member_of(column, value, scalar.sql, binder, converter(scalar, binder))


def _range(
    column: ColumnElement[Any], value: Any, scalar: Scalar, binder: Binder
) -> ColumnElement[bool]:
    ends = (("start", ">="), ("end", "<="))
    return and_(
        True,
        *(
            _compare(operator)(column, value[end], scalar, binder)
            for end, operator in ends
            if value.get(end) is not None
        ),
    )


def _text(shape: Callable[[Any, Any, Binder], ColumnElement[bool]], convert: Convert) -> Condition:
    def condition(
        column: ColumnElement[Any], value: Any, scalar: Scalar, binder: Binder
    ) -> ColumnElement[bool]:
        return shape(column, binder.bind(value, String(), convert), binder)

    return condition


def _is_null(
    column: ColumnElement[Any], value: Any, scalar: Scalar, binder: Binder
) -> ColumnElement[bool]:
    return column.is_(None) if value else column.is_not(None)


def _any(scalar: Scalar) -> bool:
    return True


def _ordered(scalar: Scalar) -> bool:
    return scalar.is_ordered


def _textual(scalar: Scalar) -> bool:
    return scalar is STRING


LOOKUPS = (
    Lookup(
        name="exact",
        takes=SCALAR,
        description="Equal.",
        condition=_compare("="),
        applies=_any,
    ),
    Lookup(
        name="inList",
        takes=LIST,
        description="Equal to one of these; an empty list matches nothing.",
        condition=_in_list,
        applies=lambda scalar: scalar is not BOOLEAN,
    ),
    Lookup(
        name="gt", takes=SCALAR, description="Above.", condition=_compare(">"), applies=_ordered
    ),
    Lookup(
        name="gte",
        takes=SCALAR,
        description="At least.",
        condition=_compare(">="),
        applies=_ordered,
    ),
    Lookup(
        name="lt", takes=SCALAR, description="Below.", condition=_compare("<"), applies=_ordered
    ),
    Lookup(
        name="lte",
        takes=SCALAR,
        description="At most.",
        condition=_compare("<="),
        applies=_ordered,
    ),
    Lookup(
        name="range",
        takes=RANGE,
        description="Between two values, both included.",
        condition=_range,
        applies=_ordered,
    ),
    Lookup(
        name="contains",
        takes=SCALAR,
        description="Has this text in it.",
        condition=_text(lambda c, v, b: _position(c, v, b) > 0, check_text),
        applies=_textual,
    ),
    Lookup(
        name="iContains",
        takes=SCALAR,
        description="Has this text in it, A-Z in either case.",
        condition=_text(lambda c, v, b: _position(_lowered(c, b), v, b) > 0, _lower),
        applies=_textual,
    ),
    Lookup(
        name="iExact",
        takes=SCALAR,
        description="Equal, A-Z in either case.",
        condition=_text(lambda c, v, b: _lowered(c, b) == v, _lower),
        applies=_textual,
    ),
    Lookup(
        name="startsWith",
        takes=SCALAR,
        description="Begins with this text.",
        condition=_text(lambda c, v, b: func.substr(c, 1, func.length(v)) == v, check_text),
        applies=_textual,
    ),
    Lookup(
        name="endsWith",
        takes=SCALAR,
        description="Ends with this text.",
        condition=_text(
            lambda c, v, b: (
                (func.substr(c, func.length(c) - func.length(v) + 1) == v)
                & (func.length(c) >= func.length(v))
            ),
            check_text,
        ),
        applies=_textual,
    ),
    Lookup(
        name="isNull",
        takes=FLAG,
        description="Has no value (true) or has one (false).",
        condition=_is_null,
        applies=_any,
    ),
)


def lookups_of(scalar: Scalar) -> tuple[Lookup, ...]:
    """The lookups that make sense for a scalar."""
    return tuple(lookup for lookup in LOOKUPS if lookup.applies(scalar))


def lookup_condition(
    column: ColumnElement[Any], scalar: Scalar, asked: dict[str, Any], binder: Binder
) -> ColumnElement[bool]:
    """All lookups that were asked of one column; null ones are ignored."""
    return and_(
        True,
        *(
            lookup.condition(column, asked[lookup.name], scalar, binder)
            for lookup in LOOKUPS
            if asked.get(lookup.name) is not None
        ),
    )
