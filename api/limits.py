"""What a request may ask for, and the one pass over a document that checks it.

Every fragment is measured once and its measures reused wherever it is spread, so that the pass is
linear in the document however fragments chain. Counts of spread fragments multiply; they are capped
far above every limit.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    InlineFragmentNode,
    IntValueNode,
    ObjectValueNode,
    OperationDefinitionNode,
    SelectionSetNode,
    VariableNode,
)
from graphql.language import Visitor, visit

from api.errors import refused
from api.roots import DEFAULT_FIRST

#: Counts beyond this are all the same: too many.
_CAP = 10**12
#: Assumed length of lists that have no ``first``, by field name; introspection's included.
_LENGTHS = {
    "types": 200,
    "fields": 20,
    "inputFields": 20,
    "args": 6,
    "enumValues": 10,
    "possibleTypes": 5,
    "directives": 10,
    "interfaces": 2,
    "remarks": 20,
    "mentions": 20,
    "aliases": 5,
    "papers": 5,
    "resolutions": 5,
    "alternatives": 5,
    "sources": 30,
}
#: Lists that are computed from all rows each time they are asked, however short the answer is.
COMPUTED = frozenset(
    {
        "tradeoffs",
        "paretoFrontier",
        "evaluationAggregates",
        "measurementAggregates",
        "changes",
        "compare",
    }
)
#: What computing one counts as, in objects.
_COMPUTED_COST = 100_000


@dataclass(frozen=True, kw_only=True, slots=True)
class Limits:
    """What a request may ask for.

    Attributes:
        body_bytes: of a POST body, or of a GET query string.
        submission_bytes: of a POST body that comes with a token to submit runs.
        submission_s: seconds that such a body may take to arrive.
        tokens: lexical tokens of a document.
        definitions: operations and fragments of a document.
        depth: fields nested in fields.
        fields: fields of an operation, those of spread fragments counted where they are spread.
        aliases: fields under another name, counted likewise.
        directives: directives, counted likewise.
        input_depth: objects nested in objects of an argument or variable.
        input_fields: fields of all these objects together.
        cost: objects an answer may have by the sizes of its lists, multiplied down, and 100,000
            for each list that is computed from all rows (aggregates, tradeoffs, frontiers, ...).
        result_bytes: of an answer's JSON.
        deadline_s: seconds until an answer is given up.
        workers: requests worked on at once.
        queue: requests that may wait for a worker.
    """

    body_bytes: int = 64 * 1024
    submission_bytes: int = 64 * 2**20
    submission_s: float = 60.0
    tokens: int = 4_000
    definitions: int = 100
    depth: int = 15
    fields: int = 1_000
    aliases: int = 100
    directives: int = 100
    input_depth: int = 12
    input_fields: int = 400
    cost: int = 2_000_000
    result_bytes: int = 20_000_000
    deadline_s: float = 10.0
    workers: int = 4
    queue: int = 64


@dataclass(frozen=True, slots=True)
class _Measures:
    depth: int = 0
    fields: int = 0
    aliases: int = 0
    directives: int = 0
    cost: int = 0


class _Measuring:
    """Measures selection sets; ``sizes`` gives the values of variables that stand as ``first``."""

    def __init__(self, node: DocumentNode, sizes: Mapping[str, Any]) -> None:
        self._sizes = sizes
        self._fragments = {
            one.name.value: one
            for one in node.definitions
            if isinstance(one, FragmentDefinitionNode)
        }
        self._measured: dict[str, _Measures] = {}

    def fragment(self, name: str) -> _Measures:
        """A fragment's measures; a circular one counts nothing, validation refuses it."""
        found = self._measured.get(name)
        if found is None:
            self._measured[name] = _Measures()
            definition = self._fragments.get(name)
            if definition is not None:
                self._measured[name] = self.selections(definition.selection_set)
            found = self._measured[name]
        return found

    def selections(self, selections: SelectionSetNode) -> _Measures:
        """The measures of everything a selection set selects."""
        depth = fields = aliases = directives = cost = 0
        for node in selections.selections:
            directives += len(node.directives or ())
            if isinstance(node, FieldNode):
                inner = self.selections(node.selection_set) if node.selection_set else _Measures()
                depth = max(depth, 1 + inner.depth)
                fields += 1
                aliases += node.alias is not None
                cost += self._objects(node, inner.cost)
            elif isinstance(node, InlineFragmentNode):
                inner = self.selections(node.selection_set)
                depth = max(depth, inner.depth)
                cost += inner.cost
            else:
                assert isinstance(node, FragmentSpreadNode)
                inner = self.fragment(node.name.value)
                depth = max(depth, inner.depth)
                cost += inner.cost
            fields += inner.fields
            aliases += inner.aliases
            directives += inner.directives
        return _Measures(
            depth, min(fields, _CAP), min(aliases, _CAP), min(directives, _CAP), min(cost, _CAP)
        )

    def _objects(self, node: FieldNode, inner: int) -> int:
        """Objects that a field answers, with those inside them."""
        if node.selection_set is None:
            return 0
        computing = _COMPUTED_COST if node.name.value in COMPUTED else 0
        return computing + self._length(node, node.selection_set) * (1 + inner)

    def _length(self, node: FieldNode, selections: SelectionSetNode) -> int:
        for argument in node.arguments or ():
            if argument.name.value == "first":
                return self._size(argument.value)
        if _is_connection(selections):
            return DEFAULT_FIRST
        return _LENGTHS.get(node.name.value, 1)

    def _size(self, value: Any) -> int:
        if isinstance(value, IntValueNode):
            # Longer numbers are not read: reading is quadratic in their length.
            # Below zero is refused where it is planned; skipped, it must not make up for others.
            return max(0, int(value.value)) if len(value.value) <= 10 else _CAP
        if isinstance(value, VariableNode):
            given = self._sizes.get(value.name.value)
            if isinstance(given, int):
                return max(0, given)
        return DEFAULT_FIRST


def _is_connection(selections: SelectionSetNode) -> bool:
    """Whether a page is selected from; the names are those of connections only."""
    return any(
        isinstance(one, FieldNode) and one.name.value in {"nodes", "edges"}
        for one in selections.selections
    )


def check_values(values: Any, limits: Limits) -> None:
    """Refuse variables, as JSON has them, that nest too deep or have too many fields.

    Databases limit how deep and how long a condition may be; these limits stay below theirs.

    Raises:
        RequestError: deeper or more than allowed.
    """
    count, waiting = 0, [(values, 0)]
    while waiting:
        value, depth = waiting.pop()
        inner: Iterable[Any] = ()
        if isinstance(value, dict):
            count, inner = count + len(value), value.values()
        elif isinstance(value, list):
            inner = [one for one in value if isinstance(one, dict | list)]
        _check_input(depth, count, limits)
        waiting += [(one, depth + 1) for one in inner if isinstance(one, dict | list)]


def _check_input(depth: int, count: int, limits: Limits) -> None:
    if depth > 2 * limits.input_depth or count > limits.input_fields:
        raise refused(
            f"values may nest {limits.input_depth} objects deep and have {limits.input_fields} "
            "fields in all: use `inList`, or ask in several requests",
            "LIMIT_EXCEEDED",
        )


class _Inputs(Visitor):
    """Measures the literals of a document."""

    def __init__(self, limits: Limits) -> None:
        super().__init__()
        self._limits = limits
        self._depth = self._count = 0

    def enter_object_value(self, node: ObjectValueNode, *_: Any) -> None:
        self._depth, self._count = self._depth + 2, self._count + len(node.fields)
        _check_input(self._depth, self._count, self._limits)

    def leave_object_value(self, *_: Any) -> None:
        self._depth -= 2


def check_document(node: DocumentNode, limits: Limits) -> None:
    """Refuse a document that no variables can make small enough. Runs before validation.

    Raises:
        RequestError: deeper, wider or longer than allowed; names the limit.
    """
    _check_count("definitions", len(node.definitions), limits.definitions)
    visit(node, _Inputs(limits))
    measuring = _Measuring(node, {})
    for operation in node.definitions:
        if not isinstance(operation, OperationDefinitionNode):
            if isinstance(operation, FragmentDefinitionNode):
                _check(measuring.fragment(operation.name.value), limits)
            continue
        _check(measuring.selections(operation.selection_set), limits)


def check_cost(
    node: DocumentNode, operation: OperationDefinitionNode, sizes: Mapping[str, Any], limits: Limits
) -> int:
    """The cost of an operation with these list sizes.

    Raises:
        RequestError: above the limit.
    """
    cost = _Measuring(node, sizes).selections(operation.selection_set).cost
    if cost > limits.cost:
        raise refused(
            f"the answer may have {cost:,} objects, over the limit of {limits.cost:,}: ask for "
            "fewer with `first`",
            "LIMIT_EXCEEDED",
        )
    return cost


def _check(measures: _Measures, limits: Limits) -> None:
    for what, count, most in (
        ("levels of fields", measures.depth, limits.depth),
        ("fields", measures.fields, limits.fields),
        ("aliases", measures.aliases, limits.aliases),
        ("directives", measures.directives, limits.directives),
    ):
        _check_count(what, count, most)


def _check_count(what: str, count: int, most: int) -> None:
    if count > most:
        raise refused(
            f"the document has {min(count, _CAP):,} {what}, the limit is {most:,}: "
            "ask in several requests",
            "LIMIT_EXCEEDED",
        )
