"""Introspection: answered by graphql-core from the schema, without a database."""

from __future__ import annotations

from typing import Any

from graphql import DocumentNode, GraphQLSchema, OperationDefinitionNode, SelectionSetNode
from graphql.execution import execute_sync
from graphql.execution.values import VariableValues

from api.documents import Document
from api.errors import RequestError
from api.selection import Selected


def introspect(
    schema: GraphQLSchema,
    document: Document,
    operation: OperationDefinitionNode,
    selected: Selected,
    variables: VariableValues,
) -> Any:
    """The value of ``__schema`` or ``__type`` where it was selected.

    Raises:
        RequestError: graphql-core refused it.
    """
    nodes = [selected.node, *selected.others]
    alone = OperationDefinitionNode(
        operation=operation.operation,
        name=operation.name,
        variable_definitions=operation.variable_definitions,
        directives=(),
        selection_set=SelectionSetNode(selections=tuple(nodes)),
    )
    result = execute_sync(
        schema,
        DocumentNode(definitions=(alone, *document.fragments.values())),
        variable_values={
            name: source.value
            for name, source in variables.sources.items()
            if name in variables.coerced
        },
    )
    if result.errors:
        raise RequestError(result.errors, "BAD_USER_INPUT")
    assert result.data is not None
    return result.data[selected.key]
