"""How the API's types are declared: entities with columns, relations and arguments.

One declaration gives the GraphQL field, its description, its filter and order, and its SQL; see
``api/types`` for the declarations themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from sqlalchemy import JSON, BigInteger, Boolean, ColumnElement, Float, FromClause, Integer, Table
from sqlalchemy import table as table_clause
from sqlalchemy.orm import DeclarativeBase, InstrumentedAttribute

from api.scalars import BIGINT, BOOLEAN, FLOAT, INSTANT, INT, STRING, STRINGS, Scalar
from db.base import Instant
from db.bulk import table_of
from db.tables import metadata

if TYPE_CHECKING:
    from api.binding import Binder

#: An alias of a table, as it stands in the FROM of a statement.
Row: TypeAlias = FromClause
#: A column's name, e.g. ``Model.year`` - or the expression that computes it from a row.
Expression: TypeAlias = Callable[[Row], ColumnElement[Any]]
#: The condition that ties a row of one table to a row of the next.
On: TypeAlias = Callable[[Row, Row], ColumnElement[bool]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Column:
    """A leaf field.

    Attributes:
        name: GraphQL name.
        scalar: its kind.
        description: what it means, with its unit.
        is_nullable: whether it may be null.
        sql: the expression over a row of the entity's table.
        is_filter: whether ``where`` has it.
        is_order: whether ``orderBy`` has it.
        digits: decimals that a difference of figures is rounded to, since binary subtraction
            leaves traces far behind the decimals that the figures have.
        is_window: whether it looks at all rows that the filter leaves, not at its own alone.
        deprecation: why not to use it any more.
    """

    name: str
    scalar: Scalar
    description: str
    is_nullable: bool
    sql: Expression
    is_filter: bool = True
    is_order: bool = True
    digits: int | None = None
    is_window: bool = False
    deprecation: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Link:
    """One step of a relation: the next table, and what ties it to the one before."""

    table: FromClause
    on: On


@dataclass(frozen=True, kw_only=True, slots=True)
class ToOne:
    """A field that leads to one row of another entity, joined in the same statement."""

    name: str
    target: str
    description: str
    is_nullable: bool
    links: tuple[Link, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class ToMany:
    """A field that leads to many rows: one more statement for all parents together.

    Attributes:
        name: GraphQL name.
        target: entity of the rows.
        description: which rows, in which order.
        links: steps from the parent's row to the target's.
        parent_key: expression over the first link's table that equals the parent's id; spares
            joining the parent's table again.
        is_connection: a Relay connection with filter, order and pages; else a plain list of all.
        is_scoped: whether the target's ``scope`` holds for it.
        is_small: whether a parent has few rows however large the database is: then all are read
            and pages cut from them, which is faster than numbering them in the database.
    """

    name: str
    target: str
    description: str
    links: tuple[Link, ...]
    parent_key: Expression | None = None
    is_connection: bool = True
    is_scoped: bool = True
    is_small: bool = False


Field: TypeAlias = Column | ToOne | ToMany
#: Stands for the table of entities whose rows are computed.
_COMPUTED: FromClause = table_clause("computed")


@dataclass(frozen=True, kw_only=True, slots=True)
class Argument:
    """A further argument of a list.

    Attributes:
        name: GraphQL name.
        annotation: strawberry's, or the name of a type of the API.
        description: what it does, and what holds without it.
        is_list: whether it takes a list of them.
        is_required: whether it must be given.
    """

    name: str
    annotation: Any
    description: str
    is_list: bool = False
    is_required: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Total:
    """A field of a connection that tells something of the whole list.

    Attributes:
        name: GraphQL name.
        scalar: its kind.
        description: what it means.
        sql: the aggregate over the entity's rows.
    """

    name: str
    scalar: Scalar
    description: str
    sql: Expression


#: Which rows there are at all (e.g. current ones), given the list's further arguments.
Scope: TypeAlias = Callable[[Row, Mapping[str, Any], "Binder"], ColumnElement[bool] | None]


@dataclass(frozen=True, kw_only=True, slots=True)
class Entity:
    """A type of the API and the table behind it.

    Attributes:
        name: GraphQL name of the type.
        table: where its rows are; left out where root fields compute them.
        description: what one of it is.
        fields: its fields, in the order of the documentation.
        order: default order of lists, field names; ``-`` in front: descending.
        key: columns of the table that tell its rows apart; they break ties of every order.
        scope: which rows lists and relations show.
        arguments: further arguments of its lists, given to ``scope``.
        is_listed: whether it has lists, filters and orders; else it is one object.
        totals: what its connections tell of the whole list, beside ``totalCount``.
    """

    name: str
    description: str
    fields: tuple[Field, ...]
    table: FromClause = _COMPUTED
    order: tuple[str, ...] = ()
    key: tuple[str, ...] = ("id",)
    scope: Scope | None = None
    arguments: tuple[Argument, ...] = ()
    is_listed: bool = True
    totals: tuple[Total, ...] = ()

    def field(self, name: str) -> Field:
        """The field of that GraphQL name."""
        return next(field for field in self.fields if field.name == name)

    def columns(self) -> list[Column]:
        """The leaf fields."""
        return [field for field in self.fields if isinstance(field, Column)]


def entity_named(name: str) -> Entity:
    """The entity of that GraphQL name."""
    from api.registry import ENTITIES  # the registry is made of what this module declares

    return ENTITIES[name]


def camel(name: str) -> str:
    """A snake_case name as GraphQL writes it."""
    head, *tail = name.split("_")
    return head + "".join(part.capitalize() for part in tail)


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
