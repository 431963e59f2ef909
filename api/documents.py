"""Documents: parsed, validated and planned once, then found again by their text."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from math import inf
from threading import Lock
from typing import Any, Generic, TypeVar

from graphql import (
    DocumentNode,
    FragmentDefinitionNode,
    GraphQLError,
    GraphQLSchema,
    MaxIntrospectionDepthRule,
    NoSchemaIntrospectionCustomRule,
    OperationDefinitionNode,
    VariableNode,
    parse,
    specified_rules,
    validate,
)
from graphql.execution.values import VariableValues, get_variable_values
from graphql.language import Visitor, visit

from api.binding import shape_of, slots_of
from api.errors import RequestError, refused
from api.plan import Plan
from api.scalars import check_text

V = TypeVar("V")


class Recent(Generic[V]):
    """The values of the keys used last, at most ``size`` of them. Safe between threads.

    Args:
        size: how many are kept.
        heaviest: what they may weigh together.
    """

    def __init__(self, size: int, heaviest: float = inf) -> None:
        self._size = size
        self._heaviest, self._weight = heaviest, 0
        self._weights: dict[Hashable, int] = {}
        self._values: OrderedDict[Hashable, V] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable) -> V | None:
        """The value, None if it is not there (any more)."""
        with self._lock:
            value = self._values.get(key)
            if value is not None:
                self._values.move_to_end(key)
            return value

    def put(self, key: Hashable, value: V, weight: int = 1) -> None:
        """Keep a value; those not used for longest go if there are too many."""
        with self._lock:
            self._values[key] = value
            self._values.move_to_end(key)
            self._weight += weight - self._weights.get(key, 0)
            self._weights[key] = weight
            while len(self._values) > self._size or self._weight > self._heaviest:
                dropped, _ = self._values.popitem(last=False)
                self._weight -= self._weights.pop(dropped)


#: Plans kept for one document: one for each shape of its variables.
PLANS_A_DOCUMENT = 16
#: Characters of all documents that are kept: one of 5,000 takes a megabyte with its tree, and each
#: of its plans a third of that.
KEPT_CHARACTERS = 500_000


class Document:
    """A parsed and validated document.

    Args:
        schema: what it was validated against.
        node: its syntax tree.
    """

    def __init__(self, schema: GraphQLSchema, node: DocumentNode) -> None:
        self.schema = schema
        self.node = node
        self.fragments: dict[str, FragmentDefinitionNode] = {}
        self.operations: dict[str | None, OperationDefinitionNode] = {}
        for definition in node.definitions:
            if isinstance(definition, FragmentDefinitionNode):
                self.fragments[definition.name.value] = definition
            elif isinstance(definition, OperationDefinitionNode):
                name = definition.name.value if definition.name else None
                self.operations[name] = definition
        self.sizes = _size_variables(node)
        self.plans: Recent[tuple[Plan | None, int]] = Recent(PLANS_A_DOCUMENT)

    def operation(self, name: str | None) -> OperationDefinitionNode:
        """The operation of that name, or the only one.

        Raises:
            RequestError: there is none, or none was named and there are several.
        """
        if name is None:
            if len(self.operations) == 1:
                return next(iter(self.operations.values()))
            raise refused(
                "the document has several operations: name one in `operationName`"
                if self.operations
                else "the document has no operation",
                "BAD_REQUEST",
            )
        found = self.operations.get(name)
        if found is None:
            raise refused(f"the document has no operation named {name!r}", "BAD_REQUEST")
        return found

    def variables(
        self, operation: OperationDefinitionNode, values: Mapping[str, Any], hide: bool
    ) -> VariableValues:
        """The operation's variables, coerced.

        Raises:
            RequestError: values that do not fit their types.
        """
        found = get_variable_values(
            self.schema,
            operation.variable_definitions or (),
            dict(values),
            max_errors=10,
            hide_suggestions=hide,
        )
        if isinstance(found, VariableValues):
            return found
        raise RequestError(found, "BAD_USER_INPUT")

    def shape(self, variables: VariableValues) -> Hashable:
        """What of the variables decides the plan."""
        return tuple(
            (
                name,
                shape_of(variables.sources[name].signature.type, value, name in self.sizes),
            )
            for name, value in variables.coerced.items()
        )

    def slots(self, variables: VariableValues) -> VariableValues:
        """The variables with slots in place of what does not decide the plan."""
        return VariableValues(
            variables.sources,
            {
                name: slots_of(
                    variables.sources[name].signature.type, value, name in self.sizes, (name,)
                )
                for name, value in variables.coerced.items()
            },
        )


class Documents:
    """The documents seen last, by their text.

    Args:
        schema: what to validate against.
        check: raises if a document passes a limit.
        size: how many are kept.
        hide: whether the schema is not told: no introspection, no suggestions in messages.
    """

    def __init__(
        self,
        schema: GraphQLSchema,
        *,
        check: Callable[[DocumentNode], None],
        size: int = 512,
        max_tokens: int,
        hide: bool,
    ) -> None:
        self.schema = schema
        self.hide = hide
        self._check = check
        self._max_tokens = max_tokens
        rules = [*specified_rules, MaxIntrospectionDepthRule]
        self._rules = [*rules, NoSchemaIntrospectionCustomRule] if hide else rules
        self._recent: Recent[Document] = Recent(size, KEPT_CHARACTERS)

    def document(self, text: str) -> Document:
        """The document of a text.

        Raises:
            RequestError: it does not parse, does not fit the schema or passes a limit.
        """
        found = self._recent.get(text)
        if found is None:
            found = self._read(text)
            self._recent.put(text, found, len(text))
        return found

    def _read(self, text: str) -> Document:
        try:
            check_text(text)
            node = parse(text, max_tokens=self._max_tokens, allow_empty_selection_sets=False)
        except GraphQLError as error:
            is_limit = "tokens" in error.message or "nested too deeply" in error.message
            code = "LIMIT_EXCEEDED" if is_limit else "GRAPHQL_PARSE_FAILED"
            raise RequestError([error], code) from None
        except RecursionError:
            raise refused("the document is nested too deeply", "LIMIT_EXCEEDED") from None
        self._check(node)
        errors = validate(
            self.schema,
            node,
            self._rules,
            max_errors=10,
            hide_suggestions=self.hide,
            allow_empty_selection_sets=False,
        )
        if errors:
            raise RequestError(errors, "GRAPHQL_VALIDATION_FAILED")
        return Document(self.schema, node)


class _SizeVariables(Visitor):
    """Variables that stand as ``first``: the sizes of lists."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def enter_argument(self, node: Any, *_: Any) -> None:
        if node.name.value == "first" and isinstance(node.value, VariableNode):
            self.names.add(node.value.name.value)


def _size_variables(node: DocumentNode) -> frozenset[str]:
    visitor = _SizeVariables()
    visit(node, visitor)
    return frozenset(visitor.names)
