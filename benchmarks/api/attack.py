"""What an attack is, and how its bytes are written."""

from __future__ import annotations

import json
from dataclasses import dataclass

PATH = "/graphql"
RESPONSE_JSON = "application/graphql-response+json"


@dataclass(frozen=True, kw_only=True, slots=True)
class Attack:
    """A request that must be answered at once, with a status and a code.

    Attributes:
        name: what is tried.
        data: the bytes sent.
        statuses: of the answer; 0: the connection is closed without one.
        code: ``extensions.code`` of the first error; None: the answer has none.
    """

    name: str
    data: bytes
    statuses: tuple[int, ...]
    code: str | None = None


def message(
    method: str = "POST", path: str = PATH, body: bytes = b"", headers: dict[str, str] | None = None
) -> bytes:
    """A request, with the headers that it needs and these; an empty value leaves one out."""
    written = {"Host": "localhost", "Accept": RESPONSE_JSON, "Connection": "close"}
    if method == "POST":
        written |= {"Content-Type": "application/json", "Content-Length": str(len(body))}
    written |= headers or {}
    lines = [f"{method} {path} HTTP/1.1", *(f"{k}: {v}" for k, v in written.items() if v)]
    return "\r\n".join([*lines, "", ""]).encode("latin-1") + body


def asking(query: str, **members: object) -> bytes:
    """A POST of a document."""
    return message(body=json.dumps({"query": query, **members}).encode())
