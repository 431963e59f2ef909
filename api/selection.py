"""What an operation selects: fragments spread, ``@skip`` and ``@include`` applied, fields merged.

GraphQL's CollectFields and MergeSelectionSets, once a plan instead of once a row. All object types
but unions' members are known without looking at data, so that a selection is a plain tree.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLIncludeDirective,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLSchema,
    GraphQLSkipDirective,
    GraphQLUnionType,
    InlineFragmentNode,
    SelectionSetNode,
    get_named_type,
)
from graphql.execution.values import VariableValues, get_argument_values, get_directive_values


@dataclass(frozen=True, kw_only=True, slots=True)
class Selected:
    """One field of a response object.

    Attributes:
        key: its name in the response (alias or field name).
        name: the field.
        node: where the document has it first.
        others: where else it has it.
        arguments: coerced values; a ``Slot`` stands for what is known when the request runs.
        children: selection sets of all places that select it.
    """

    key: str
    name: str
    node: FieldNode
    arguments: dict[str, Any]
    others: list[FieldNode] = field(default_factory=list)
    children: list[SelectionSetNode] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True, slots=True)
class Collector:
    """Collects the fields of selection sets of one operation.

    Attributes:
        schema: the schema the document was validated against.
        fragments: the document's fragments by name.
        variables: coerced variables, with slots.
    """

    schema: GraphQLSchema
    fragments: Mapping[str, FragmentDefinitionNode]
    variables: VariableValues

    def collect(self, type_name: str, sets: Iterable[SelectionSetNode]) -> list[Selected]:
        """The fields that an object of the type answers, in response order."""
        found: dict[str, Selected] = {}
        type_ = self.schema.type_map[type_name]
        assert isinstance(type_, GraphQLObjectType)
        visited: set[str] = set()
        for one in sets:
            self._into(found, type_, one, visited)
        return list(found.values())

    def root(self, nodes: Iterable[FieldNode]) -> Selected:
        """The root field that all these nodes select."""
        sets = SelectionSetNode(selections=tuple(nodes))
        (selected,) = self.collect("Query", [sets])
        return selected

    def names(self, selected: Selected) -> frozenset[str]:
        """All names that occur in a field's selections and arguments, however deep."""
        found: set[str] = set(_keys(selected.arguments))
        waiting, seen = list(selected.children), set[str]()
        while waiting:
            for node in waiting.pop().selections:
                if isinstance(node, FragmentSpreadNode):
                    name = node.name.value
                    if name not in seen:
                        seen.add(name)
                        waiting.append(self.fragments[name].selection_set)
                    continue
                if isinstance(node, FieldNode):
                    found.add(node.name.value)
                if isinstance(node, FieldNode | InlineFragmentNode) and node.selection_set:
                    waiting.append(node.selection_set)
        return frozenset(found)

    def _into(
        self,
        found: dict[str, Selected],
        type_: GraphQLObjectType,
        selections: SelectionSetNode,
        visited: set[str],
    ) -> None:
        for node in selections.selections:
            if not self._is_included(node):
                continue
            if isinstance(node, FieldNode):
                key = node.alias.value if node.alias else node.name.value
                selected = found.get(key)
                if selected is None:
                    selected = found[key] = self._selected(key, type_, node)
                else:
                    selected.others.append(node)
                if node.selection_set:
                    selected.children.append(node.selection_set)
            elif isinstance(node, InlineFragmentNode):
                condition = node.type_condition
                if condition is None or self._applies(condition.name.value, type_):
                    self._into(found, type_, node.selection_set, visited)
            elif isinstance(node, FragmentSpreadNode):
                name = node.name.value
                if name in visited:
                    continue
                visited.add(name)
                fragment = self.fragments[name]
                if self._applies(fragment.type_condition.name.value, type_):
                    self._into(found, type_, fragment.selection_set, visited)

    def _selected(self, key: str, type_: GraphQLObjectType, node: FieldNode) -> Selected:
        name = node.name.value
        definition = self.schema.get_field(type_, name)
        assert definition is not None
        arguments = get_argument_values(definition, node, self.variables) if definition.args else {}
        return Selected(key=key, name=name, node=node, arguments=arguments)

    def _is_included(self, node: Any) -> bool:
        if not node.directives:
            return True
        skip = get_directive_values(GraphQLSkipDirective, node, self.variables)
        if skip and skip["if"] is True:
            return False
        include = get_directive_values(GraphQLIncludeDirective, node, self.variables)
        return not (include and include["if"] is False)

    def _applies(self, condition: str, type_: GraphQLObjectType) -> bool:
        if condition == type_.name:
            return True
        named = get_named_type(self.schema.type_map[condition])
        return isinstance(
            named, GraphQLInterfaceType | GraphQLUnionType
        ) and self.schema.is_sub_type(named, type_)


def _keys(value: Any) -> Iterable[str]:
    """The keys of nested mappings, and enum values' names."""
    if isinstance(value, Mapping):
        for key, one in value.items():
            yield key
            yield from _keys(one)
    elif isinstance(value, list):
        for one in value:
            yield from _keys(one)
    elif isinstance(value, Enum):
        yield value.name
