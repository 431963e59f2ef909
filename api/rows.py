"""From rows to response objects: one compiled expression for each list of an operation.

A selection becomes the source of a Python expression, such as

    [{'top1': r[0], 'variant': {'name': r[1]}} for r in rows]

compiled once for a plan. A row then costs one dictionary display for each object in it and no call
for its fields, which is several times faster than completing field by field
(docs/decisions/0007-graphql-execution.md). The source holds nothing of the request but response
keys, which are GraphQL names, written by ``repr``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import orjson

from api.scalars import BOOLEAN, INT, Scalar

#: GraphQL's Int, see https://spec.graphql.org/October2021/#sec-Int
_LEAST_INT, _LARGEST_INT = -(2**31), 2**31 - 1


class UnfitValueError(Exception):
    """A stored value does not fit its GraphQL type; graphql-core words the error of its field."""


def _unfit(_: object) -> Any:
    raise UnfitValueError


class Code:
    """The objects that the expressions of one plan refer to by name."""

    def __init__(self) -> None:
        self._names: dict[str, Any] = {"loads": orjson.loads, "round": round, "unfit": _unfit}

    def name(self, value: Any) -> str:
        """A name for an object."""
        name = f"c{len(self._names)}"
        self._names[name] = value
        return name

    def function(self, parameters: str, expression: str) -> Callable[..., Any]:
        """The function of these parameters that gives the expression."""
        source = f"lambda {parameters}: {expression}"
        # Not input: built from column positions and repr()s of GraphQL names.
        function: Callable[..., Any] = eval(  # noqa: S307 - see above
            compile(source, "<plan>", "eval"), {"__builtins__": {}, **self._names}
        )
        return function


def leaf(
    scalar: Scalar,
    index: int,
    *,
    is_nullable: bool,
    is_sqlite: bool,
    is_checked: bool,
    digits: int | None = None,
    source: str = "r",
) -> str:
    """The expression of a column of a row (or another sequence) as JSON has it."""
    value = f"{source}[{index}]"
    if scalar.is_list:
        written = f"loads({value})"
    elif digits is not None:
        written = f"round({value}, {digits})"
    elif scalar is BOOLEAN and is_sqlite:
        written = f"{value} == 1"
    elif scalar is INT and is_checked:
        written = f"{value} if {_LEAST_INT} <= {value} <= {_LARGEST_INT} else unfit({value})"
    else:
        return value
    if is_nullable:
        return f"(None if {value} is None else {written})"
    return f"({written})"


def display(entries: list[tuple[str, str]]) -> str:
    """The dictionary display of an object: response keys and expressions."""
    return "{" + ", ".join(f"{key!r}: {expression}" for key, expression in entries) + "}"
