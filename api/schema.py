"""The GraphQL schema: strawberry types for every entity, their lists, filters and orders."""

from __future__ import annotations

from functools import cache
from typing import Any

import strawberry
from graphql import GraphQLInputObjectType, GraphQLObjectType, GraphQLSchema
from strawberry.schema.config import StrawberryConfig
from strawberry.types.arguments import StrawberryArgument

from api.declare import Argument, Column, Entity, ToMany, ToOne
from api.definitions import add_field, argument, define, enum, list_of, optional
from api.inputs import INPUTS
from api.lookups import FLAG, LIST, RANGE, lookups_of
from api.mutations import MUTATIONS
from api.registry import ENTITIES, ENUMS, FINDS, LISTS, ONES
from api.roots import DEFAULT_FIRST, MAX_PAGE, ListRoot
from api.scalars import (
    BIGINT,
    BOOLEAN,
    FLOAT,
    INSTANT,
    INT,
    SCALAR_MAP,
    STRING,
)

_LOOKUP_SCALARS = (INT, BIGINT, FLOAT, STRING, BOOLEAN, INSTANT)
_SORTING = {"ASC": "Smallest first.", "DESC": "Largest first."}


class _Builder:
    """Collects the types by name while the schema is built."""

    def __init__(self) -> None:
        self.types: dict[str, Any] = {
            "Ordering": enum(
                "Ordering", "Direction of an order; rows without a value come last.", _SORTING
            )
        }

    def add(self, name: str, description: str, **options: bool) -> Any:
        self.types[name] = define(name, description, **options)
        return self.types[name]

    def build(self) -> strawberry.Schema:
        self._lookups()
        self._inputs()
        self._page_info()
        for entity in ENTITIES.values():
            self._declare(entity)
        for entity in ENTITIES.values():
            self._object(entity)
            if entity.is_listed:
                self._connection(entity)
                self._filter(entity)
                self._order(entity)
        return strawberry.Schema(
            query=self._query(),
            mutation=self._mutation(),
            config=StrawberryConfig(scalar_map=SCALAR_MAP),
        )

    def _lookups(self) -> None:
        for scalar in _LOOKUP_SCALARS:
            name = scalar.name
            cls = self.add(
                f"{name}Lookup",
                f"Questions about a {name}; all that are given must hold.",
                is_input=True,
            )
            ends: Any = None
            if scalar.is_ordered:
                ends = self.add(f"{name}Range", f"Two {name}s, both included.", is_input=True)
                add_field(ends, "start", optional(scalar.annotation), "Least value.")
                add_field(ends, "end", optional(scalar.annotation), "Largest value.")
            for lookup in lookups_of(scalar):
                takes = {LIST: list_of(scalar.annotation), RANGE: ends, FLAG: bool}.get(
                    lookup.takes, scalar.annotation
                )
                add_field(cls, lookup.name, optional(takes), lookup.description)

    def _inputs(self) -> None:
        for name, (description, values) in ENUMS.items():
            self.types[name] = enum(name, description, values)
        for declared in INPUTS:
            cls = self.add(
                declared.name, declared.description, is_input=True, is_one_of=declared.is_one_of
            )
            for field in declared.fields:
                annotation = self.resolve(field.annotation)
                if not field.is_required:
                    annotation = optional(annotation)
                add_field(
                    cls, field.name, annotation, field.description, is_required=field.is_required
                )

    def _page_info(self) -> None:
        cls = self.add("PageInfo", "Where a page stands in its list.")
        add_field(cls, "hasNextPage", bool, "Whether there are rows after this page.")
        add_field(cls, "hasPreviousPage", bool, "Whether there are rows before this page.")
        add_field(cls, "startCursor", optional(str), "Cursor of the first row of this page.")
        add_field(
            cls, "endCursor", optional(str), "Cursor of the last row: `after` for the next page."
        )

    def resolve(self, annotation: Any) -> Any:
        """An annotation that may name a type of the API."""
        return self.types[annotation] if isinstance(annotation, str) else annotation

    def _declare(self, entity: Entity) -> None:
        name = entity.name
        self.add(name, entity.description)
        if not entity.is_listed:
            return
        self.add(f"{name}Connection", f"A page of a list of {name} rows.")
        self.add(f"{name}Edge", f"A {name} row in a list.")
        self.add(
            f"{name}Filter",
            f"Which {name} rows: all that is given must hold.",
            is_input=True,
        )
        self.add(f"{name}Order", f"One key to order {name} rows by.", is_input=True, is_one_of=True)

    def _object(self, entity: Entity) -> None:
        cls = self.types[entity.name]
        for field in entity.fields:
            if isinstance(field, Column):
                annotation = field.scalar.annotation
                add_field(
                    cls,
                    field.name,
                    optional(annotation) if field.is_nullable else annotation,
                    field.description,
                    deprecation=field.deprecation,
                )
                continue
            target = self.types[field.target]
            if isinstance(field, ToOne):
                annotation = optional(target) if field.is_nullable else target
                add_field(cls, field.name, annotation, field.description)
            elif field.is_connection:
                add_field(
                    cls,
                    field.name,
                    self.types[f"{field.target}Connection"],
                    field.description,
                    arguments=self.list_arguments(ENTITIES[field.target], MAX_PAGE),
                )
            else:
                add_field(cls, field.name, list_of(target), field.description)

    def list_arguments(
        self, entity: Entity, max_first: int, root: ListRoot | None = None
    ) -> list[StrawberryArgument]:
        """The arguments of a connection."""
        name = entity.name
        further = (*entity.arguments, *(root.arguments if root else ()))
        return [
            argument(
                root.filter_name if root else "where",
                optional(self.types[f"{name}Filter"]),
                "Which rows.",
            ),
            argument(
                "orderBy",
                optional(list_of(self.types[f"{name}Order"])),
                "Keys of the order, the first one first; rows without a value last.",
            ),
            argument(
                "first",
                optional(int),
                f"Rows on a page: {DEFAULT_FIRST} unless given, at most {max_first}.",
            ),
            argument("after", optional(str), "Cursor that the page begins after."),
            *(argument(one.name, self.argument_type(one), one.description) for one in further),
        ]

    def argument_type(self, declared: Argument) -> Any:
        """The annotation of a further argument."""
        annotation = self.resolve(declared.annotation)
        if declared.is_list:
            annotation = list_of(annotation)
        return annotation if declared.is_required else optional(annotation)

    def _connection(self, entity: Entity) -> None:
        target = self.types[entity.name]
        edge = self.types[f"{entity.name}Edge"]
        add_field(edge, "cursor", str, "Where the row stands in its list.")
        add_field(edge, "node", target, "The row.")
        cls = self.types[f"{entity.name}Connection"]
        add_field(cls, "nodes", list_of(target), "The rows.")
        add_field(cls, "edges", list_of(edge), "The rows with their cursors.")
        add_field(cls, "pageInfo", self.types["PageInfo"], "Where the page stands in the list.")
        add_field(cls, "totalCount", int, "Rows of the whole list; counted only when asked.")
        for total in entity.totals:
            add_field(cls, total.name, total.scalar.annotation, total.description)

    def _filter(self, entity: Entity) -> None:
        cls = self.types[f"{entity.name}Filter"]
        add_field(cls, "AND", optional(list_of(cls)), "All of these hold; an empty list: always.")
        add_field(cls, "OR", optional(list_of(cls)), "One of these holds; an empty list: never.")
        add_field(cls, "NOT", optional(cls), "This does not hold.")
        for field in entity.fields:
            if isinstance(field, Column):
                if field.is_filter:
                    lookup = self.types[f"{field.scalar.name}Lookup"]
                    add_field(cls, field.name, optional(lookup), field.description)
            else:
                add_field(
                    cls,
                    field.name,
                    optional(self.types[f"{field.target}Filter"]),
                    f"This holds for one of: {field.description}"
                    if isinstance(field, ToMany)
                    else f"There is one, and this holds for it: {field.description}",
                )

    def _order(self, entity: Entity) -> None:
        cls = self.types[f"{entity.name}Order"]
        for field in entity.fields:
            if isinstance(field, Column) and field.is_order:
                add_field(cls, field.name, optional(self.types["Ordering"]), field.description)
            elif isinstance(field, ToOne):
                add_field(
                    cls, field.name, optional(self.types[f"{field.target}Order"]), field.description
                )

    def _query(self) -> Any:
        cls = define("Query", "Everything that can be asked.")
        for root in LISTS:
            add_field(
                cls,
                root.name,
                self.types[f"{root.entity}Connection"],
                root.description,
                arguments=self.list_arguments(ENTITIES[root.entity], root.max_first, root),
            )
        for find in FINDS:
            add_field(
                cls,
                find.name,
                optional(self.types[find.entity]),
                find.description,
                arguments=[argument(find.by, str, "Its name.")],
            )
        for one in ONES:
            add_field(cls, one.name, self.types[one.entity], one.description)
        return cls

    def _mutation(self) -> Any:
        cls = define("Mutation", "Everything that can be written, with a token that allows it.")
        for mutation in MUTATIONS:
            payload = self.add(mutation.payload, mutation.payload_description)
            for field in mutation.fields:
                add_field(payload, field.name, field.annotation, field.description)
            add_field(
                cls,
                mutation.name,
                payload,
                f"{mutation.description} Scope of the token: `{mutation.scope}`.",
                arguments=[
                    argument(one.name, self.argument_type(one), one.description)
                    for one in mutation.arguments
                ],
            )
        return cls


@cache
def strawberry_schema() -> strawberry.Schema:
    """The schema as strawberry holds it."""
    return _Builder().build()


@cache
def schema() -> GraphQLSchema:
    """The schema as graphql-core validates and executes it."""
    found = strawberry_schema()._schema
    one_of = {declared.name for declared in INPUTS if declared.is_one_of}
    one_of |= {f"{name}Order" for name in ENTITIES}
    for type_ in found.type_map.values():
        if isinstance(type_, GraphQLInputObjectType) and type_.name in one_of:
            # graphql-core's validation sees what strawberry checks only while it coerces.
            type_.is_one_of = True
        if isinstance(type_, GraphQLObjectType) and not type_.name.startswith("__"):
            for field in type_.fields.values():
                # Strawberry's resolvers read attributes; here objects are mappings.
                field.resolve = None
    return found


def sdl() -> str:
    """The schema in GraphQL's schema definition language."""
    return strawberry_schema().as_str() + "\n"
