"""How the API's types are declared: entities with columns, relations and arguments.

One declaration gives the GraphQL field, its description, its filter and order, and its SQL; see
``api/types`` for the declarations themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from sqlalchemy import ColumnElement, FromClause
from sqlalchemy import table as table_clause

from api.scalars import Scalar

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
