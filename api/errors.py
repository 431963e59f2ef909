"""How failures leave the API: GraphQL errors with a stable ``extensions.code`` and HTTP status.

======================  ======  ==================================================================
code                    status  condition
======================  ======  ==================================================================
BAD_REQUEST             400     body, media type or parameters are not a GraphQL request
GRAPHQL_PARSE_FAILED    400     the document does not parse
GRAPHQL_VALIDATION...   400     the document does not fit the schema
BAD_USER_INPUT          400     a variable or argument has a value that cannot be used
BAD_CURSOR              400     ``after`` is not a cursor of this list in this order
LIMIT_EXCEEDED          400     deeper, wider, longer or costlier than the limits allow
DEADLINE_EXCEEDED       503     the answer was not ready in time
RESULT_TOO_LARGE        400     the answer has more nodes or bytes than the limits allow
UNAUTHENTICATED         401     writing without a valid token; why it is not valid is not told
FORBIDDEN               403     the token has not the scope that the mutation needs
NOT_CONFIGURED          403     this server takes no writes
OVERLOADED              503     the queue of waiting requests is full; see ``Retry-After``
DATABASE_UNAVAILABLE    503     the database cannot be read
BAD_REQUEST ... 4xx             see ``STATUSES`` for those of HTTP itself
INTERNAL                500     a fault of this program; the log has it under the request's id
======================  ======  ==================================================================

A mutation that was executed and refused answers ``data: null`` with status 200 and one of
``MUTATION_CODES``; nothing was written.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from graphql import GraphQLError, Node

#: HTTP status of each code, where an answer has no data.
STATUSES: Mapping[str, int] = {
    "BAD_REQUEST": 400,
    "GRAPHQL_PARSE_FAILED": 400,
    "GRAPHQL_VALIDATION_FAILED": 400,
    "BAD_USER_INPUT": 400,
    "BAD_CURSOR": 400,
    "LIMIT_EXCEEDED": 400,
    "RESULT_TOO_LARGE": 400,
    "UNAUTHENTICATED": 401,
    "FORBIDDEN": 403,
    "NOT_CONFIGURED": 403,
    "PERSISTED_OPERATION_NOT_FOUND": 404,
    "METHOD_NOT_ALLOWED": 405,
    "NOT_ACCEPTABLE": 406,
    "REQUEST_TIMEOUT": 408,
    "PAYLOAD_TOO_LARGE": 413,
    "UNSUPPORTED_MEDIA_TYPE": 415,
    "RATE_LIMITED": 429,
    "INTERNAL": 500,
    "DEADLINE_EXCEEDED": 503,
    "OVERLOADED": 503,
    "DATABASE_UNAVAILABLE": 503,
}

#: Codes of a mutation's own errors, and their conditions.
MUTATION_CODES: Mapping[str, str] = {
    "INPUT_ERROR": "the run or the alert cannot be taken; the message names line and reason",
    "CONFLICT": "the run contradicts what was submitted of it before",
    "IDEMPOTENCY_KEY_REUSED": "the key came before, with another run",
    "BAD_USER_INPUT": "an argument is empty or too long",
}


class RequestError(Exception):
    """A request that gets errors and no data.

    Args:
        errors: what is wrong, each with the cause and the mend in a sentence.
        code: a key of ``STATUSES``.
    """

    def __init__(self, errors: Sequence[GraphQLError], code: str) -> None:
        super().__init__("; ".join(error.message for error in errors))
        self.errors, self.code = errors, code
        #: What graphql-core copies where this ends a field instead of a request.
        self.extensions = {"code": code}

    def response(self) -> dict[str, Any]:
        """The response map."""
        return {"errors": [formatted(error, self.code) for error in self.errors]}


def refused(message: str, code: str = "BAD_USER_INPUT", node: Node | None = None) -> RequestError:
    """The error of a request that cannot be answered as it was asked.

    Args:
        message: one sentence that names the cause and the mend.
        code: a key of ``STATUSES``.
        node: where in the document.
    """
    return RequestError([GraphQLError(message, node)], code)


def formatted(error: GraphQLError, code: str) -> dict[str, Any]:
    """An error as the response has it; ``code``: what it is unless it says so itself."""
    written: dict[str, Any] = dict(error.formatted)
    written["extensions"] = {"code": code, **(error.extensions or {})}
    return written
