"""What a root field is: a list, the finding of one row, the one object of its kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass
from typing import Any, TypeAlias

from sqlalchemy import FromClause, Select
from sqlalchemy.engine import Dialect

from api.binding import Binder
from api.declare import Argument
from api.joins import Joins
from api.plan import Request

#: Longest page of a flat list, and of one nested in another; length unless one is asked for.
MAX_FLAT, MAX_PAGE, DEFAULT_FIRST = 2000, 100, 20

#: Rows of a computed list, from its arguments and the names of the fields that are asked of it.
Source: TypeAlias = Callable[[Mapping[str, Any], Set[str], Binder], FromClause | Joins]
#: Plans a value that is worked out before the list's statement runs.
Prepare: TypeAlias = Callable[["Preparation"], Callable[[Request], Any]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Preparation:
    """What a root field's value is prepared from.

    Attributes:
        arguments: coerced, with slots.
        dialect: of the database.
        rows: the filtered rows of the list, of which columns are to be selected.
    """

    arguments: Mapping[str, Any]
    dialect: Dialect
    rows: Callable[[Binder], tuple[Any, Select[Any]]]


@dataclass(frozen=True, kw_only=True, slots=True)
class ListRoot:
    """A root field that gives a connection of an entity's rows.

    Attributes:
        name: GraphQL name.
        entity: what the rows are.
        description: which rows, and how they are worked out.
        max_first: longest page.
        arguments: arguments beside those of every list of the entity.
        source: the rows, where they are not simply those of the entity's table.
        prepare: gives the parameter ``prepared`` of ``source``.
        prepare_from: the rows that ``prepare`` looks at.
        filter_name: name of the argument that filters the rows.
    """

    name: str
    entity: str
    description: str
    max_first: int = MAX_PAGE
    arguments: tuple[Argument, ...] = ()
    source: Source | None = None
    prepare: Prepare | None = None
    prepare_from: Source | None = None
    filter_name: str = "where"


@dataclass(frozen=True, kw_only=True, slots=True)
class FindRoot:
    """A root field that finds one row by a name of its own.

    Attributes:
        name: GraphQL name.
        entity: what the row is.
        description: how it is found.
        by: the argument, a field of the entity.
        alias: column of ``aliases`` that names the row, where old spellings find it too.
    """

    name: str
    entity: str
    description: str
    by: str
    alias: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class OneRoot:
    """A root field that gives the one object of an entity."""

    name: str
    entity: str
    description: str
