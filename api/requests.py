"""GraphQL over HTTP, the way in: what a request asks, and which media type it takes.

After https://graphql.github.io/graphql-over-http/draft/ (Stage 2).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from email.message import Message
from functools import lru_cache
from typing import Any, Literal, NamedTuple
from urllib.parse import parse_qsl

import orjson

from api.errors import RequestError, refused

JSON = "application/json"
RESPONSE_JSON = "application/graphql-response+json"


class Written(NamedTuple):
    """A request as it was sent: a POST's body, or a GET's query string."""

    method: Literal["GET", "POST"]
    content: bytes


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """What a request asks.

    Attributes:
        query: the document's text; None: a persisted operation is named instead.
        variables: as JSON has them.
        operation_name: which operation of the document.
        extensions: what the request says beyond GraphQL.
    """

    query: str | None
    variables: Mapping[str, Any]
    operation_name: str | None
    extensions: Mapping[str, Any]


@lru_cache(256)
def takes_gzip(accepted: str) -> bool:
    """Whether an ``Accept-Encoding`` takes gzip (RFC 9110, 12.5.3)."""
    weights = dict(_weighted(accepted))
    return weights.get("gzip", weights.get("*", 0.0)) > 0


@lru_cache(256)
def media_type_of(accept: str | None) -> str:
    """The media type of the answer.

    Raises:
        RequestError: the request takes neither of the two.
    """
    if not accept:
        return JSON
    best, quality = None, 0.0
    for name, weight in _weighted(accept):
        offered = {
            RESPONSE_JSON: RESPONSE_JSON,
            JSON: JSON,
            "application/*": JSON,
            "*/*": JSON,
        }.get(name)
        if offered is not None and weight > quality:
            best, quality = offered, weight
    if best is None:
        raise refused(f"answers are {RESPONSE_JSON} or {JSON}", "NOT_ACCEPTABLE")
    return best


def _weighted(header: str) -> Iterator[tuple[str, float]]:
    """What a header such as ``Accept`` lists, each with its weight (RFC 9110, 12.4.2)."""
    for part in header.split(","):
        name, *parameters = (piece.strip().lower() for piece in part.split(";"))
        yield name, _quality(parameters)


def _quality(parameters: list[str]) -> float:
    for parameter in parameters:
        if parameter.startswith("q="):
            try:
                return float(parameter[2:])
            except ValueError:
                return 0.0
    return 1.0


@lru_cache(256)
def check_content_type(content_type: str | None) -> None:
    """Refuse bodies that are not JSON in UTF-8.

    Raises:
        RequestError: another media type or charset.
    """
    header = Message()
    header["content-type"] = content_type or ""
    charset = header.get_param("charset", "utf-8")
    is_json = content_type is not None and header.get_content_type() == JSON
    if not is_json or str(charset).lower() not in {"utf-8", "utf8"}:
        raise refused(
            f"the body must be {JSON} in UTF-8, say so in Content-Type", "UNSUPPORTED_MEDIA_TYPE"
        )


def read(written: Written) -> Asked:
    """What a request asks.

    Raises:
        RequestError: see ``read_body`` and ``read_query_string``.
    """
    if written.method == "POST":
        return read_body(written.content)
    return read_query_string(written.content)


def read_body(body: bytes) -> Asked:
    """What a POST asks.

    Raises:
        RequestError: not a JSON object in UTF-8 of the members that GraphQL knows.
    """
    try:
        members = orjson.loads(body)
    except ValueError:
        raise refused("the body is not JSON in UTF-8", "BAD_REQUEST") from None
    if not isinstance(members, dict):
        raise refused("the body must be one JSON object; batches are not taken", "BAD_REQUEST")
    return _asked(members)


def read_query_string(query_string: bytes) -> Asked:
    """What a GET asks.

    Raises:
        RequestError: not UTF-8, a parameter given twice, or variables that are not JSON.
    """
    try:
        pairs = parse_qsl(
            query_string.decode("ascii"),
            keep_blank_values=True,
            encoding="utf-8",
            errors="strict",
            max_num_fields=10,
        )
    except ValueError:
        raise refused("the query string is not UTF-8 in a few parameters", "BAD_REQUEST") from None
    members: dict[str, Any] = {}
    for name, value in pairs:
        if name in members:
            raise refused(f"the parameter {name!r} is given twice", "BAD_REQUEST")
        members[name] = value
    for name in ("variables", "extensions"):
        if name in members:
            try:
                members[name] = orjson.loads(members[name]) if members[name] else None
            except ValueError:
                raise refused(f"the parameter {name!r} is not JSON", "BAD_REQUEST") from None
    if members.get("operationName") == "":
        del members["operationName"]
    return _asked(members)


def _asked(members: Mapping[str, Any]) -> Asked:
    query = _typed(members, "query", str, "a string")
    variables = _typed(members, "variables", dict, "an object")
    operation_name = _typed(members, "operationName", str, "a string")
    extensions = _typed(members, "extensions", dict, "an object")
    return Asked(
        query=query,
        variables=variables or {},
        operation_name=operation_name,
        extensions=extensions or {},
    )


def _typed(members: Mapping[str, Any], name: str, type_: type, words: str) -> Any:
    value = members.get(name)
    if value is not None and not isinstance(value, type_):
        raise refused(f"`{name}` must be {words}", "BAD_REQUEST")
    return value


#: Codes of well-formed requests: with ``application/json`` their errors come with status 200.
_ANSWERED = frozenset(
    {
        "GRAPHQL_PARSE_FAILED",
        "GRAPHQL_VALIDATION_FAILED",
        "BAD_USER_INPUT",
        "BAD_CURSOR",
        "LIMIT_EXCEEDED",
        "RESULT_TOO_LARGE",
    }
)


def status_of(error: RequestError, media_type: str, statuses: Mapping[str, int]) -> int:
    """The HTTP status of an answer without data."""
    if media_type == JSON and error.code in _ANSWERED:
        return 200
    return statuses.get(error.code, 500)
