"""A slow way to answer queries that shares neither plans nor joins nor conditions with the API.

graphql-core executes field by field. Every stored value is read with a statement of its own, every
relation of every row is followed by itself, and filters, orders and pages are worked out in Python.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cmp_to_key
from typing import Any

import orjson
from graphql import GraphQLResolveInfo, execute_sync, parse
from sqlalchemy import FromClause, and_, func, select
from sqlalchemy.orm import Session

from api.binding import Binder
from api.declare import Column, Entity, ToMany, ToOne
from api.registry import ENTITIES, FINDS, LISTS, ONES
from api.roots import DEFAULT_FIRST
from api.scalars import INSTANT
from api.schema import schema


@dataclass(frozen=True)
class Row:
    """A row of an entity, known by its key alone."""

    entity: str
    key: tuple[Any, ...]


class Reference:
    """Answers queries about one session's database."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.binder = Binder(session.get_bind().dialect)
        self._values: dict[Any, Any] = {}

    def execute(self, query: str, variables: Mapping[str, Any]) -> dict[str, Any]:
        """Data, and where there are any, errors."""
        result = execute_sync(
            schema(),
            parse(query),
            variable_values=dict(variables),
            field_resolver=self.resolve,
        )
        response: dict[str, Any] = {"data": result.data}
        if result.errors:
            response["errors"] = [error.formatted for error in result.errors]
        return response

    def resolve(self, source: Any, info: GraphQLResolveInfo[Any], **arguments: Any) -> Any:
        name = info.field_name
        if source is None:
            return self.root(name, arguments)
        if isinstance(source, dict):
            value = source[name]
            return value() if callable(value) else value
        entity = ENTITIES[source.entity]
        field = entity.field(name)
        if isinstance(field, Column):
            return self.shown(field, self.value(source, field))
        if isinstance(field, ToOne):
            return self.one(source, field)
        rows = self.many(source, field)
        target = ENTITIES[field.target]
        if field.is_connection:
            return self.page(target, rows, arguments)
        return self.ordered(target, rows, [])

    def root(self, name: str, arguments: Mapping[str, Any]) -> Any:
        for one in LISTS:
            if one.name == name:
                entity = ENTITIES[one.entity]
                return self.page(entity, self.all(entity), arguments)
        for find in FINDS:
            if find.name == name:
                return self.found(ENTITIES[find.entity], find.by, find.alias, arguments)
        (one_root,) = (one for one in ONES if one.name == name)
        return Row(one_root.entity, (1,))

    def found(
        self, entity: Entity, by: str, alias: str | None, arguments: Mapping[str, Any]
    ) -> Row | None:
        field = entity.field(by)
        assert isinstance(field, Column)
        for row in self.everything(entity):
            if self.value(row, field) == arguments[by]:
                return row
        if alias is None:
            return None
        for row in self.everything(ENTITIES["Alias"]):
            name = ENTITIES["Alias"].field("name")
            relation = ENTITIES["Alias"].field(alias.removesuffix("_id"))
            assert isinstance(name, Column)
            assert isinstance(relation, ToOne)
            if self.value(row, name) == arguments[by]:
                return self.one(row, relation)
        return None

    # Rows and values, one statement each.

    def everything(self, entity: Entity) -> list[Row]:
        table = entity.table.alias()
        rows = self.session.execute(select(*(table.c[name] for name in entity.key)))
        return [Row(entity.name, tuple(row)) for row in rows]

    def all(self, entity: Entity) -> list[Row]:
        return [row for row in self.everything(entity) if self.is_shown(row)]

    def is_shown(self, row: Row) -> bool:
        entity = ENTITIES[row.entity]
        table = entity.table.alias()
        condition = None if entity.scope is None else entity.scope(table, {}, self.binder)
        if condition is None:
            return True
        found = self.session.execute(
            select(func.count()).select_from(table).where(self._same(row, table), condition)
        )
        return found.scalar_one() == 1

    @staticmethod
    def _same(row: Row, table: Any) -> Any:
        names = ENTITIES[row.entity].key
        return and_(*(table.c[name] == key for name, key in zip(names, row.key, strict=True)))

    def value(self, row: Row, field: Column) -> Any:
        place = (row, field.name)
        if place not in self._values:
            table = ENTITIES[row.entity].table.alias()
            self._values[place] = self.session.execute(
                select(field.sql(table)).select_from(table).where(self._same(row, table))
            ).scalar_one()
        return self._values[place]

    @staticmethod
    def shown(field: Column, value: Any) -> Any:
        if isinstance(value, datetime):
            return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
        if value is not None and field.scalar.is_list and isinstance(value, str):
            return orjson.loads(value)
        if field.digits is not None and value is not None:
            return round(value, field.digits)
        return value

    def related(self, row: Row, relation: ToOne | ToMany) -> list[Row]:
        place = (row, relation.name)
        if place not in self._values:
            this: FromClause = ENTITIES[row.entity].table.alias()
            clause = this
            condition = self._same(row, this)
            for link in relation.links:
                that = link.table.alias()
                clause = clause.join(that, link.on(this, that))
                this = that
            target = ENTITIES[relation.target]
            found = self.session.execute(
                select(*(this.c[name] for name in target.key)).select_from(clause).where(condition)
            )
            self._values[place] = [Row(target.name, tuple(key)) for key in found]
        found_rows: list[Row] = self._values[place]
        return found_rows

    def one(self, row: Row, relation: ToOne) -> Row | None:
        found = self.related(row, relation)
        assert len(found) <= 1
        return found[0] if found else None

    def many(self, row: Row, relation: ToMany) -> list[Row]:
        rows = self.related(row, relation)
        return [one for one in rows if not relation.is_scoped or self.is_shown(one)]

    # Pages, filters and orders, in Python.

    def page(self, entity: Entity, rows: list[Row], arguments: Mapping[str, Any]) -> Any:
        found = [row for row in rows if self.holds(row, arguments.get("where"))]
        ordered = self.ordered(entity, found, arguments.get("orderBy") or [])
        first = arguments.get("first")
        first = DEFAULT_FIRST if first is None else first
        page = ordered[:first]
        return {
            "nodes": page,
            "edges": [{"node": row} for row in page],
            "totalCount": len(ordered),
            "pageInfo": {"hasNextPage": len(ordered) > first, "hasPreviousPage": False},
        }

    def holds(self, row: Row, where: Mapping[str, Any] | None) -> bool:
        if where is None:
            return True
        entity = ENTITIES[row.entity]
        for name, asked in where.items():
            if asked is None:
                continue
            if name == "AND":
                held = all(self.holds(row, one) for one in asked)
            elif name == "OR":
                held = any(self.holds(row, one) for one in asked)
            elif name == "NOT":
                held = not self.holds(row, asked)
            else:
                field = entity.field(name)
                if isinstance(field, Column):
                    held = _matches(field, self.value(row, field), asked)
                elif isinstance(field, ToOne):
                    that = self.one(row, field)
                    held = that is not None and self.holds(that, asked)
                else:
                    held = any(self.holds(one, asked) for one in self.many(row, field))
            if not held:
                return False
        return True

    def ordered(self, entity: Entity, rows: list[Row], asked: list[dict[str, Any]]) -> list[Row]:
        keys: list[tuple[list[str], bool]] = []
        for path, is_descending in (self._key(entity, one) for one in asked):
            if all(path != other for other, _ in keys):
                keys.append((path, is_descending))
        if not keys:
            keys = [([name.removeprefix("-")], name.startswith("-")) for name in entity.order]
        backwards = bool(keys) and keys[-1][1]

        def compare(a: Row, b: Row) -> int:
            for path, is_descending in keys:
                left, right = self._at(a, path), self._at(b, path)
                if left == right:
                    continue
                if left is None:
                    return 1
                if right is None:
                    return -1
                return -1 if (left < right) != is_descending else 1
            return (-1 if (a.key < b.key) != backwards else 1) if a.key != b.key else 0

        return sorted(rows, key=cmp_to_key(compare))

    def _key(self, entity: Entity, asked: Mapping[str, Any]) -> tuple[list[str], bool]:
        ((name, value),) = asked.items()
        field = entity.field(name)
        if isinstance(field, ToOne):
            path, is_descending = self._key(ENTITIES[field.target], value)
            return [name, *path], is_descending
        return [name], value.value == "DESC"

    def _at(self, row: Row, path: list[str]) -> Any:
        entity = ENTITIES[row.entity]
        field = entity.field(path[0])
        if isinstance(field, ToOne):
            that = self.one(row, field)
            return None if that is None else self._at(that, path[1:])
        assert isinstance(field, Column)
        value = self.value(row, field)
        return value.encode() if isinstance(value, str) else value


def _matches(field: Column, value: Any, asked: Mapping[str, Any]) -> bool:
    if field.scalar is INSTANT and isinstance(value, str):
        value = datetime.fromisoformat(value)
    for name, wanted in asked.items():
        if wanted is None:
            continue
        if name == "isNull":
            held = (value is None) == wanted
        elif value is None:
            held = False
        else:
            held = _HOLDS[name](value, wanted)
        if not held:
            return False
    return True


def _lower(text: str) -> str:
    return "".join(chr(ord(c) + 32) if "A" <= c <= "Z" else c for c in text)


def _text(value: Any) -> Any:
    return value.encode() if isinstance(value, str) else value


_HOLDS: dict[str, Any] = {
    "exact": lambda value, wanted: value == wanted,
    "inList": lambda value, wanted: value in wanted,
    "gt": lambda value, wanted: _text(value) > _text(wanted),
    "gte": lambda value, wanted: _text(value) >= _text(wanted),
    "lt": lambda value, wanted: _text(value) < _text(wanted),
    "lte": lambda value, wanted: _text(value) <= _text(wanted),
    "range": lambda value, wanted: (
        (wanted.get("start") is None or _text(value) >= _text(wanted["start"]))
        and (wanted.get("end") is None or _text(value) <= _text(wanted["end"]))
    ),
    "contains": lambda value, wanted: wanted in value,
    "iContains": lambda value, wanted: _lower(wanted) in _lower(value),
    "iExact": lambda value, wanted: _lower(wanted) == _lower(value),
    "startsWith": lambda value, wanted: value.startswith(wanted),
    "endsWith": lambda value, wanted: value.endswith(wanted),
}
