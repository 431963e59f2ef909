"""The ordinary way: graphql-core completes the response field by field.

It answers what the compiled way does not word itself: a stored value that does not fit its type,
an argument that a null variable makes invalid. The rows come from the same plans.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from graphql import GraphQLResolveInfo, GraphQLSchema, OperationDefinitionNode
from graphql.execution import ExecutionResult, execute_sync

from api.documents import Document
from api.selection import Collector, Selected


def execute_ordinarily(
    schema: GraphQLSchema,
    document: Document,
    operation: OperationDefinitionNode,
    values: Mapping[str, Any],
    collector: Collector,
    root_value: Callable[[Selected], Any],
) -> ExecutionResult:
    """The result of an operation, every field completed by graphql-core.

    Args:
        schema: the schema.
        document: the document.
        operation: which of its operations.
        values: variables as they were given.
        collector: the operation's selections, with coerced variables and no slots.
        root_value: the value of a root field.
    """

    def resolve(source: Any, info: GraphQLResolveInfo[Any], **_: Any) -> Any:
        if source is None:
            return root_value(collector.root(info.field_nodes))
        return source[info.path.key]

    return execute_sync(
        schema,
        document.node,
        variable_values=dict(values),
        operation_name=operation.name.value if operation.name else None,
        field_resolver=resolve,
    )
