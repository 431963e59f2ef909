"""The scalars of the API: their GraphQL names, how input is read, how SQL and JSON write them."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, NewType

import strawberry
from graphql import GraphQLError, IntValueNode, StringValueNode, ValueNode
from sqlalchemy import BigInteger, Boolean, Float, Integer, String
from sqlalchemy.types import TypeEngine
from strawberry.types.scalar import ScalarDefinition

from api.errors import refused
from db.base import Instant

BigInt = NewType("BigInt", int)
DateTime = NewType("DateTime", str)

#: Integers that every JSON reader holds exactly.
_LARGEST_BIGINT = 2**53 - 1
_RFC3339 = re.compile(
    r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d{1,6})?([Zz]|[+-]\d\d:\d\d)", flags=re.ASCII
)


def read_bigint(value: object) -> int:
    """An integer of at most 2^53 - 1 either way.

    Raises:
        GraphQLError: anything else.
    """
    if isinstance(value, bool) or not isinstance(value, int) or abs(value) > _LARGEST_BIGINT:
        raise GraphQLError("BigInt takes a whole number of at most 2^53 - 1 either way")
    return value


def _read_bigint_literal(node: ValueNode, _: object = None) -> int:
    if not isinstance(node, IntValueNode):
        raise GraphQLError("BigInt takes a whole number of at most 2^53 - 1 either way")
    return read_bigint(int(node.value))


def read_instant(value: object) -> datetime:
    """An RFC 3339 instant with its zone, in UTC; a date alone is its first instant in UTC.

    Raises:
        GraphQLError: anything else.
    """
    if isinstance(value, str):
        text = f"{value}T00:00:00Z" if re.fullmatch(r"\d{4}-\d\d-\d\d", value) else value
        if _RFC3339.fullmatch(text):
            try:
                return datetime.fromisoformat(text.upper().replace("Z", "+00:00")).astimezone(UTC)
            except (ValueError, OverflowError):
                pass
    raise GraphQLError("DateTime takes an RFC 3339 instant such as 2024-05-01T12:00:00Z")


def _read_instant_literal(node: ValueNode, _: object = None) -> datetime:
    if not isinstance(node, StringValueNode):
        raise GraphQLError("DateTime takes a string such as 2024-05-01T12:00:00Z")
    return read_instant(node.value)


def _same(value: Any) -> Any:
    return value


#: What strawberry is told of the scalars that GraphQL itself does not have.
SCALAR_MAP: dict[object, ScalarDefinition] = {
    BigInt: strawberry.scalar(
        name="BigInt",
        description="A whole number that may pass 2^31, written as a JSON number.",
        serialize=_same,
        parse_value=read_bigint,
        parse_literal=_read_bigint_literal,
    ),
    DateTime: strawberry.scalar(
        name="DateTime",
        description="An instant in UTC, RFC 3339 with `Z`; input may give another offset, "
        "or a date alone for its first instant.",
        specified_by_url="https://scalars.graphql.org/andimarek/date-time.html",
        serialize=_same,
        parse_value=read_instant,
        parse_literal=_read_instant_literal,
    ),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Scalar:
    """A kind of figure or text.

    Attributes:
        name: GraphQL name, and the prefix of its lookup input.
        annotation: what strawberry is given.
        sql: type that parameters compared with it are bound as.
        is_list: whether the column holds a JSON array of them, as text.
        is_ordered: whether ``gt`` ... ``range`` make sense.
    """

    name: str
    annotation: Any
    sql: TypeEngine[Any]
    is_list: bool = False
    is_ordered: bool = True


INT = Scalar(name="Int", annotation=int, sql=Integer())
BIGINT = Scalar(name="BigInt", annotation=BigInt, sql=BigInteger())
FLOAT = Scalar(name="Float", annotation=float, sql=Float(53))
STRING = Scalar(name="String", annotation=str, sql=String())
BOOLEAN = Scalar(name="Boolean", annotation=bool, sql=Boolean(), is_ordered=False)
INSTANT = Scalar(name="DateTime", annotation=DateTime, sql=Instant())
STRINGS = Scalar(name="String", annotation=list[str], sql=String(), is_list=True)
FLOATS = Scalar(name="Float", annotation=list[float], sql=String(), is_list=True)


def check_text(value: str) -> str:
    """The text, if a database can hold it.

    Raises:
        RequestError: it has a NUL or half of a surrogate pair.
    """
    if "\0" in value or (not value.isascii() and any("\ud800" <= c <= "\udfff" for c in value)):
        raise refused("text must not have NUL characters or unpaired surrogates")
    return value


def check_finite(value: float) -> float:
    """The number, if it is finite.

    Raises:
        RequestError: infinite or not a number.
    """
    if not math.isfinite(value):
        raise refused("a Float must be finite")
    return value
