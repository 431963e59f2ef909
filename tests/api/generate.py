"""Random queries over the registry: selections, fragments, variables, filters, orders."""

from __future__ import annotations

import json
import random
from typing import Any

from api.declare import Column, Entity, ToMany, ToOne
from api.lookups import FLAG, LIST, RANGE, Lookup, lookups_of
from api.registry import ENTITIES, FINDS, LISTS, ONES

_VALUES: dict[str, list[Any]] = {
    "Int": [0, 1, 2, 3, 224, 256, 384, 1000, 2021, 2022],
    "BigInt": [1_000_000_000, 4_000_000_000, 3_000_000_002],
    "Float": [79.5, 80, 80.123, 85.0, 200.25, 0.875],
    "String": [
        "model_a", "model_b.in1k", "imagenet", "timm", "in1k", "MODEL", "yes", "apache-2.0",
        "coat", "ok", "", "o", "융합", "%", "_", "2021-02", "note", "é",
    ],
    "Boolean": [True, False],
    "DateTime": ["2024-01-02", "2024-01-12T00:00:00Z", "2030-01-01T00:00:00.5+09:00"],
}  # fmt: skip


class Generator:
    """Writes one random query after another.

    Args:
        seed: the same seed, the same queries.
    """

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.fragments: list[str] = []
        self.variables: dict[str, Any] = {}
        self.types: dict[str, str] = {}

    def query(self) -> tuple[str, dict[str, Any]]:
        """A query and its variables."""
        self.fragments, self.variables, self.types = [], {}, {}
        roots = [self._root(number) for number in range(self.random.choice([1, 1, 2]))]
        head = ", ".join(f"${name}: {type_}" for name, type_ in self.types.items())
        operation = f"query {'(' + head + ')' if head else ''} {{ {' '.join(roots)} }}"
        return "\n".join([operation, *self.fragments]), self.variables

    def _root(self, number: int) -> str:
        simple = [root for root in LISTS if root.source is None]
        choice = self.random.random()
        if choice < 0.05:
            return f"r{number}: {ONES[0].name} {self._object(ENTITIES['Meta'], 2)}"
        if choice < 0.15:
            find = self.random.choice(FINDS)
            name = self._literal("String!", self.random.choice(_VALUES["String"] + ["old_model"]))
            body = self._object(ENTITIES[find.entity], 2)
            return f"r{number}: {find.name}({find.by}: {name}) {body}"
        root = self.random.choice(simple)
        entity = ENTITIES[root.entity]
        return f"r{number}: {root.name}{self._arguments(entity)} {self._connection(entity, 3)}"

    def _literal(self, type_: str, value: Any) -> str:
        if self.random.random() < 0.3:
            name = f"v{len(self.variables)}"
            self.variables[name], self.types[name] = value, type_
            return f"${name}"
        return json.dumps(value, ensure_ascii=False)

    def _directive(self) -> str:
        if self.random.random() > 0.08:
            return ""
        kind = self.random.choice(["skip", "include"])
        return f" @{kind}(if: {self._literal('Boolean!', self.random.random() < 0.5)})"

    def _arguments(self, entity: Entity) -> str:
        parts = []
        if self.random.random() < 0.7:
            parts.append(f"where: {self._where(entity, 2)}")
        if self.random.random() < 0.5:
            keys = ", ".join(self._order(entity, 2) for _ in range(self.random.choice([1, 2])))
            parts.append(f"orderBy: [{keys}]")
        if self.random.random() < 0.8:
            parts.append(f"first: {self._literal('Int', self.random.choice([0, 1, 2, 3, 50]))}")
        return f"({', '.join(parts)})" if parts else ""

    def _where(self, entity: Entity, depth: int) -> str:
        parts: dict[str, str] = {}
        for _ in range(self.random.choice([0, 1, 1, 2, 3])):
            choice = self.random.random()
            field = self.random.choice(entity.fields)
            if depth and choice < 0.25:
                name = self.random.choice(["NOT", "AND", "OR"])
            else:
                name = field.name
            if name in parts:
                continue
            if name == "NOT":
                parts[name] = self._where(entity, depth - 1)
            elif name in {"AND", "OR"}:
                inner = [self._where(entity, depth - 1) for _ in range(self.random.randrange(3))]
                parts[name] = f"[{', '.join(inner)}]"
            elif isinstance(field, Column):
                if field.is_filter:
                    parts[name] = self._lookups(field)
            elif depth:
                parts[name] = self._where(ENTITIES[field.target], depth - 1)
        return "{" + ", ".join(f"{name}: {value}" for name, value in parts.items()) + "}"

    def _lookups(self, field: Column) -> str:
        asked = self.random.sample(lookups_of(field.scalar), self.random.choice([0, 1, 1, 1, 2]))
        return "{" + ", ".join(f"{one.name}: {self._asked(field, one)}" for one in asked) + "}"

    def _asked(self, field: Column, lookup: Lookup) -> str:
        name = field.scalar.name
        values = _VALUES[name]
        if self.random.random() < 0.05:
            return "null"
        if lookup.takes == LIST:
            count = self.random.randrange(4)
            return self._literal(f"[{name}!]", self.random.choices(values, k=count))
        if lookup.takes == RANGE:
            start, end = self.random.choice(values), self.random.choice(values)
            return f"{{start: {self._literal(name, start)}, end: {self._literal(name, end)}}}"
        if lookup.takes == FLAG:
            return self._literal("Boolean", self.random.random() < 0.5)
        return self._literal(name, self.random.choice(values))

    def _order(self, entity: Entity, depth: int) -> str:
        candidates = [
            field
            for field in entity.fields
            if (isinstance(field, Column) and field.is_order)
            or (depth and isinstance(field, ToOne))
        ]
        field = self.random.choice(candidates)
        if isinstance(field, ToOne):
            return f"{{{field.name}: {self._order(ENTITIES[field.target], depth - 1)}}}"
        return f"{{{field.name}: {self.random.choice(['ASC', 'DESC'])}}}"

    def _connection(self, entity: Entity, depth: int) -> str:
        parts = ["__typename"] if self.random.random() < 0.1 else []
        if self.random.random() < 0.4:
            parts.append(f"totalCount{self._directive()}")
        if self.random.random() < 0.3:
            parts.append("pageInfo { hasNextPage p: hasPreviousPage __typename }")
        if self.random.random() < 0.25:
            parts.append(f"edges {{ node {self._object(entity, depth - 1)} }}")
        if self.random.random() < 0.9 or not parts:
            parts.append(f"nodes {self._object(entity, depth - 1)}")
        return "{ " + " ".join(parts) + " }"

    def _object(self, entity: Entity, depth: int) -> str:
        parts = [self._selection(entity, depth) for _ in range(self.random.choice([1, 2, 3, 5]))]
        choice = self.random.random()
        if choice < 0.15:
            parts.append(f"... on {entity.name}{self._directive()} {{ {parts[0]} __typename }}")
        elif choice < 0.3:
            name = f"F{len(self.fragments)}"
            self.fragments.append("")
            body = self._selection(entity, depth)
            self.fragments[int(name[1:])] = f"fragment {name} on {entity.name} {{ {body} }}"
            parts.append(f"...{name}{self._directive()}")
        parts.append("__typename" if self.random.random() < 0.2 else self._leaf(entity))
        return "{ " + " ".join(parts) + " }"

    def _leaf(self, entity: Entity) -> str:
        return self.random.choice(entity.columns()).name

    def _selection(self, entity: Entity, depth: int) -> str:
        field = self.random.choice(entity.fields)
        if isinstance(field, Column) or depth <= 0:
            return self._leaf(entity) + self._directive()
        target = ENTITIES[field.target]
        # Each selection of an object under its own name, so that any two may stand together.
        alias = f"a{self.random.randrange(10**9)}: "
        if isinstance(field, ToMany) and field.is_connection:
            body = self._connection(target, depth - 1)
            return f"{alias}{field.name}{self._arguments(target)}{self._directive()} {body}"
        return f"{alias}{field.name}{self._directive()} {self._object(target, depth - 1)}"
