"""Values that are known when a request runs: variables, cursors, ids of parents.

A plan is made once for a document and the *shape* of its variables; the figures and texts in them
are bound as SQL parameters each time.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from graphql import GraphQLInputType, get_nullable_type
from graphql.type import is_enum_type, is_input_object_type, is_list_type, is_scalar_type
from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Select,
    bindparam,
    func,
    literal_column,
    select,
)
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.engine import Dialect
from sqlalchemy.types import BigInteger, String, TypeEngine

#: Turns a value as GraphQL coerced it into what the driver takes.
Convert = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class Slot:
    """The place of a value in the coerced variables: a name, then keys and positions."""

    path: tuple[str | int, ...]

    def read(self, variables: Mapping[str, Any]) -> Any:
        """The value of this request."""
        value: Any = variables
        for step in self.path:
            value = value[step]
        return value


def shape_of(type_: GraphQLInputType, value: Any, is_structural: bool) -> Any:
    """The hashable part of a value that decides what SQL is written.

    Args:
        type_: the variable's type.
        value: the coerced value.
        is_structural: whether plain numbers and texts are part of the shape too, as they are
            for variables that give list sizes.
    """
    if value is None:
        return None
    kind: Any = get_nullable_type(type_)
    if is_list_type(kind):
        item = get_nullable_type(kind.of_type)
        if is_scalar_type(item):
            return "list"
        return tuple(shape_of(item, one, is_structural) for one in value)
    if is_input_object_type(kind):
        return tuple(
            (name, shape_of(kind.fields[name].type, one, is_structural))
            for name, one in value.items()
        )
    if is_structural or is_enum_type(kind) or isinstance(value, bool):
        return (type(value).__name__, value)
    return "value"


def slots_of(
    type_: GraphQLInputType, value: Any, is_structural: bool, path: tuple[str | int, ...]
) -> Any:
    """The value with a ``Slot`` in place of everything that ``shape_of`` leaves out."""
    if value is None:
        return None
    kind: Any = get_nullable_type(type_)
    if is_list_type(kind):
        item = get_nullable_type(kind.of_type)
        if is_scalar_type(item):
            return Slot(path)
        return [
            slots_of(item, one, is_structural, (*path, index)) for index, one in enumerate(value)
        ]
    if is_input_object_type(kind):
        return {
            name: slots_of(kind.fields[name].type, one, is_structural, (*path, name))
            for name, one in value.items()
        }
    if is_structural or is_enum_type(kind) or isinstance(value, bool):
        return value
    return Slot(path)


@dataclass(frozen=True, slots=True)
class Statement:
    """A compiled statement and where its parameters come from.

    Attributes:
        sql: text in the driver's parameter style.
        names: parameters by position.
        constants: values that never change.
        bound: name, place and conversion of those read from variables.
        given: names that the plan's runner passes, e.g. ids of parents.
    """

    sql: str
    names: tuple[str, ...]
    constants: Mapping[str, Any]
    bound: tuple[tuple[str, Slot, Convert | None], ...]

    def parameters(self, variables: Mapping[str, Any], given: Mapping[str, Any]) -> tuple[Any, ...]:
        """What the driver takes for this request."""
        values = {**self.constants, **given}
        for name, slot, convert in self.bound:
            value = slot.read(variables)
            values[name] = value if convert is None else convert(value)
        return tuple([values[name] for name in self.names])


class Binder:
    """Collects the parameters of one statement while it is written."""

    def __init__(self, dialect: Dialect) -> None:
        self.dialect = dialect
        self._constants: dict[str, Any] = {}
        self._bound: list[tuple[str, Slot, Convert | None]] = []

    @property
    def is_sqlite(self) -> bool:
        """Whether the statement is for SQLite; else PostgreSQL."""
        return self.dialect.name == "sqlite"

    def bind(
        self, value: Any, sql_type: TypeEngine[Any], convert: Convert | None = None
    ) -> BindParameter[Any]:
        """A parameter for a literal or a slot."""
        name = f"p{len(self._constants) + len(self._bound)}"
        if isinstance(value, Slot):
            self._bound.append((name, value, convert))
        else:
            self._constants[name] = value if convert is None else convert(value)
        return bindparam(name, type_=sql_type)

    def among(self, column: ColumnElement[Any], name: str) -> ColumnElement[bool]:
        """Whether a column of whole numbers is among those that are passed under that name."""
        if self.is_sqlite:
            listed = func.json_each(bindparam(name, type_=String()))
            return column.in_(select(literal_column("value")).select_from(listed))
        return column == func.any(bindparam(name, type_=ARRAY(BigInteger())))

    def compile(self, select: Select[Any]) -> Statement:
        """The statement as the driver takes it."""
        compiled = select.compile(dialect=self.dialect)
        constants = {**compiled.params, **self._constants}
        return Statement(
            sql=compiled.string,
            names=tuple(compiled.positiontup or ()),
            constants=constants,
            bound=tuple(self._bound),
        )
