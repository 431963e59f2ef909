"""A request as it was sent, read within limits of size and time."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping

from starlette.types import Receive, Scope

from api.errors import refused
from api.limits import Limits
from api.requests import Written, check_content_type

#: How long the body of a request may be that is longer than ordinary ones; raises if it may not.
MoreBytes = Callable[[Mapping[bytes, bytes]], Awaitable[int]]


async def read_written(
    scope: Scope,
    headers: Mapping[bytes, bytes],
    receive: Receive,
    limits: Limits,
    more_bytes: MoreBytes,
) -> Written:
    """What was sent: a GET's query string or a POST's body.

    Args:
        scope: of the request.
        headers: of the request.
        receive: gives its body.
        limits: what a request may ask for.
        more_bytes: asked about a body that is longer than ordinary ones may be.

    Raises:
        RequestError: too long, too slow, of another media type, or by another method.
    """
    if scope["method"] in {"GET", "HEAD"}:
        most = limits.body_bytes
        if len(scope["query_string"]) > most:
            raise refused(f"a query string of over {most:,} bytes", "PAYLOAD_TOO_LARGE")
        return Written("GET", scope["query_string"])
    if scope["method"] != "POST":
        raise refused("ask with POST or GET", "METHOD_NOT_ALLOWED")
    content_type = headers.get(b"content-type")
    check_content_type(None if content_type is None else content_type.decode("latin-1"))
    if b"content-encoding" in headers:
        raise refused("bodies must not be compressed", "UNSUPPORTED_MEDIA_TYPE")
    try:
        async with asyncio.timeout(limits.deadline_s) as timeout:
            body = await _body(headers, receive, limits, more_bytes, timeout)
    except TimeoutError:
        raise refused("the body did not arrive in time", "REQUEST_TIMEOUT") from None
    return Written("POST", body)


async def _body(
    headers: Mapping[bytes, bytes],
    receive: Receive,
    limits: Limits,
    more_bytes: MoreBytes,
    timeout: asyncio.Timeout,
) -> bytes:
    most, pieces = limits.body_bytes, list[bytes]()
    announced = headers.get(b"content-length", b"")
    length = int(announced) if announced.isdigit() and len(announced) < 20 else 0
    arrived, is_whole = 0, False
    while True:
        if length > most == limits.body_bytes:
            timeout.reschedule(asyncio.get_running_loop().time() + limits.submission_s)
            most = await more_bytes(headers)
        if length > most:
            raise refused(f"a body of over {most:,} bytes", "PAYLOAD_TOO_LARGE")
        if is_whole:
            return b"".join(pieces)
        message = await receive()
        if message["type"] == "http.disconnect":
            raise refused("the sender went away", "BAD_REQUEST")
        pieces.append(message.get("body", b""))
        arrived += len(pieces[-1])
        length = max(length, arrived)
        is_whole = not message.get("more_body")
