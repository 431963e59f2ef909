"""Attacks on HTTP itself: bytes that are no request, or no GraphQL request."""

from __future__ import annotations

import gzip

from benchmarks.api.attack import PATH, Attack, message

#: Statuses of what the HTTP server refuses before any application sees it.
UNREADABLE = (400, 0)


def _chunks(body: bytes, size: int) -> bytes:
    parts = [body[at : at + size] for at in range(0, len(body), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"


_CHUNKED = {"Content-Length": "", "Transfer-Encoding": "chunked"}
_TRIVIAL = b'{"query": "{ __typename }"}'
_BAD = ((400,), "BAD_REQUEST")
_TYPE = ((415,), "UNSUPPORTED_MEDIA_TYPE")
_LARGE = ((413,), "PAYLOAD_TOO_LARGE")
_METHOD = ((405,), "METHOD_NOT_ALLOWED")

#: Bodies of a POST: name to bytes, statuses and code.
_BODIES: dict[str, tuple[bytes, tuple[tuple[int, ...], str | None]]] = {
    "no body": (b"", _BAD),
    "JSON not closed": (b'{"query": "{ __typename }"', _BAD),
    "JSON and more": (_TRIVIAL + b"x", _BAD),
    "two JSON objects": (_TRIVIAL * 2, _BAD),
    "JSON in single quotes": (b"{'query': '{ __typename }'}", _BAD),
    "null": (b"null", _BAD),
    "a number": (b"1e999", _BAD),
    "a string": (b'"{ __typename }"', _BAD),
    "NaN": (b'{"query": "{ __typename }", "variables": {"x": NaN}}', _BAD),
    "1e400 in variables": (b'{"query": "{ __typename }", "variables": {"x": 1e400}}', _BAD),
    "a batch": (b"[" + _TRIVIAL + b"]", _BAD),
    "a batch of a thousand": (b"[" + b",".join([_TRIVIAL] * 1000) + b"]", _BAD),
    "brackets, 60,000": (b"[" * 60_000, _BAD),
    "objects in objects, 10,000": (b'{"a":' * 10_000 + b"1" + b"}" * 10_000, _BAD),
    "variables 2,000 deep": (
        b'{"query": "{ __typename }", "variables": ' + b'{"a":' * 2_000 + b"1" + b"}" * 2_001,
        _BAD,
    ),
    "not UTF-8": (b'{"query": "{ __typename \xff}"}', _BAD),
    "overlong UTF-8": (b'{"query": "{ __typename \xc0\xaf}"}', _BAD),
    "UTF-16": ('{"query": "{ __typename }"}'.encode("utf-16"), _BAD),
    "byte order mark": (b"\xef\xbb\xbf" + _TRIVIAL, _BAD),
    "half a surrogate pair": (b'{"query": "{ __typename # \\ud800 \\n }"}', _BAD),
    "NUL byte": (b'{"query": "{ __typename \0 }"}', _BAD),
    "NUL escaped": (
        b'{"query": "query ($t: String!) { model(name: $t) { name } }",'
        b'"variables": {"t": "a\\u0000"}}',
        ((400,), "BAD_USER_INPUT"),
    ),
    "query is a list": (b'{"query": ["{ __typename }"]}', _BAD),
    "query is null": (b'{"query": null}', _BAD),
    "variables are a list": (b'{"query": "{ __typename }", "variables": [1]}', _BAD),
    "extensions are text": (b'{"query": "{ __typename }", "extensions": "x"}', _BAD),
    "operation name is an object": (b'{"query": "{ __typename }", "operationName": {}}', _BAD),
    "64 kB and a byte": (b" " * (64 * 1024 + 1), _LARGE),
    "10 MB": (b"x" * 10_000_000, _LARGE),
    "10 MB of a query": (b'{"query": "{ ' + b"a " * 5_000_000 + b'}"}', _LARGE),
    "persisted operation of another": (
        b'{"extensions": {"persistedQuery": {"version": 1, "sha256Hash": "' + b"0" * 64 + b'"}}}',
        ((404,), "PERSISTED_OPERATION_NOT_FOUND"),
    ),
    "persisted operation by path": (
        b'{"extensions": {"operation": "../../../etc/passwd"}}',
        ((404,), "PERSISTED_OPERATION_NOT_FOUND"),
    ),
}

_TYPES = {
    "no content type": "",
    "plain text": "text/plain",
    "a form": "application/x-www-form-urlencoded",
    "a form with files": "multipart/form-data; boundary=x",
    "application/graphql": "application/graphql",
    "JSON with padding": "application/jsonp",
    "JSON in UTF-16": "application/json; charset=utf-16",
    "JSON in UTF-7": "application/json; charset=utf-7",
    "two types": "application/json, text/plain",
    "JSON as a parameter": "text/plain; x=application/json",
    "a type of 10,000 letters": "a" * 10_000,
}

_QUERY_STRINGS = {
    "nothing asked": "",
    "not UTF-8 in the address": "?query=%ff",
    "half an escape": "?query=%7B__typename%7D&variables=%7",
    "two queries": "?query=%7Ba%7D&query=%7Bb%7D",
    "variables are no JSON": "?query=%7B__typename%7D&variables=%7B",
    "variables are a number": "?query=%7B__typename%7D&variables=1",
    "eleven parameters": "?query=%7B__typename%7D" + "".join(f"&p{at}=1" for at in range(10)),
}

_PATHS = {
    "the folder above": "/static/../../pyproject.toml",
    "the folder above, escaped": "/static/..%2f..%2fpyproject.toml",
    "the folder above GraphiQL's": "/graphiql/static/..%2f..%2fapp.py",
    "a file of the system": "/warehouse/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
    "a file by two slashes": "/warehouse//etc/passwd",
    "NUL in a path": "/static/main.js%00.css",
    "capitals": "/GRAPHQL",
    "SQL that is off": "/sql",
}


def _raw(text: str, body: bytes = b"") -> bytes:
    return text.replace("\n", "\r\n").encode("latin-1") + body


_HEAD = "POST /graphql HTTP/1.1\nHost: localhost\nContent-Type: application/json\n"

#: What is not HTTP, or HTTP that two servers could read in two ways.
_RAW: dict[str, tuple[bytes, tuple[int, ...], str | None]] = {
    "not HTTP": (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(100), UNREADABLE, None),
    "HTTP/2 at once": (b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", UNREADABLE, None),
    "no version": (b"GET /graphql\r\n\r\n", *_BAD),
    "a method of its own": (_raw("BREW /graphql HTTP/1.1\nHost: a\n\n"), UNREADABLE, None),
    "two lengths": (
        _raw(_HEAD + "Content-Length: 27\nContent-Length: 5\n\n", _TRIVIAL),
        UNREADABLE,
        None,
    ),
    "a length below zero": (_raw(_HEAD + "Content-Length: -1\n\n", _TRIVIAL), UNREADABLE, None),
    "length and chunks": (
        _raw(_HEAD + "Content-Length: 5\nTransfer-Encoding: chunked\n\n", _chunks(_TRIVIAL, 99)),
        UNREADABLE,
        None,
    ),
    "a chunk of no length": (
        _raw(_HEAD + "Transfer-Encoding: chunked\n\n", b"zz\r\n\r\n"),
        UNREADABLE,
        None,
    ),
    "NUL in a header": (
        _raw("GET /graphql HTTP/1.1\nHost: a\nX-Request-Id: a\0b\n\n"),
        UNREADABLE,
        None,
    ),
    "a space before the colon": (
        _raw("GET /graphql HTTP/1.1\nHost : a\n\n"),
        UNREADABLE,
        None,
    ),
    "10 GB announced": (_raw(_HEAD + "Content-Length: 10000000000\n\n", b"{"), *_LARGE),
    "a length of 40 digits": (
        _raw(_HEAD + f"Content-Length: {'9' * 40}\n\n", b"{"),
        UNREADABLE,
        None,
    ),
}


def message_attacks() -> list[Attack]:
    """Attacks below GraphQL."""
    found = [
        Attack(
            name=f"body: {name}", data=message(body=body), statuses=expected[0], code=expected[1]
        )
        for name, (body, expected) in _BODIES.items()
    ]
    found += [
        Attack(
            name=f"type: {name}",
            data=message(body=_TRIVIAL, headers={"Content-Type": type_}),
            statuses=_TYPE[0],
            code=_TYPE[1],
        )
        for name, type_ in _TYPES.items()
    ]
    found += [
        Attack(name=f"GET: {name}", data=message("GET", PATH + text), statuses=(400,), code=_BAD[1])
        for name, text in _QUERY_STRINGS.items()
    ]
    found += [
        Attack(name=f"path: {name}", data=message("GET", path), statuses=(404,))
        for name, path in _PATHS.items()
    ]
    found += [
        Attack(name=f"method: {method}", data=message(method), statuses=_METHOD[0], code=_METHOD[1])
        for method in ("PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND")
    ]
    found += [
        Attack(name=f"raw: {name}", data=data, statuses=statuses, code=code)
        for name, (data, statuses, code) in _RAW.items()
    ]
    return found + _further()


def _further() -> list[Attack]:
    bomb = gzip.compress(b" " * 10_000_000)
    upgrade = {
        "Connection": "Upgrade",
        "Upgrade": "websocket",
        "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
        "Sec-WebSocket-Protocol": "graphql-transport-ws",
    }
    return [
        Attack(
            name="a gzip bomb",
            data=message(body=bomb, headers={"Content-Encoding": "gzip"}),
            statuses=_TYPE[0],
            code=_TYPE[1],
        ),
        Attack(
            name="10 MB in chunks",
            data=message(headers=_CHUNKED) + _chunks(b"x" * 10_000_000, 65_536),
            statuses=_LARGE[0],
            code=_LARGE[1],
        ),
        Attack(
            name="60,000 chunks of a byte",
            data=message(headers=_CHUNKED) + _chunks(b" " * 60_000, 1),
            statuses=_BAD[0],
            code=_BAD[1],
        ),
        Attack(
            name="an address of 70,000 bytes",
            data=message("GET", f"{PATH}?query={'a' * 70_000}"),
            statuses=UNREADABLE,
        ),
        Attack(
            name="a mutation by GET",
            data=message("GET", f"{PATH}?query=mutation%7B__typename%7D"),
            statuses=(405,),
            code="METHOD_NOT_ALLOWED",
        ),
        Attack(
            name="another method by header",
            data=message("GET", headers={"X-HTTP-Method-Override": "POST"}),
            statuses=_BAD[0],
            code=_BAD[1],
        ),
        Attack(
            name="a WebSocket", data=message("GET", headers=upgrade), statuses=(400,), code=_BAD[1]
        ),
        Attack(
            name="an answer in HTML",
            data=message(body=_TRIVIAL, headers={"Accept": "text/html"}),
            statuses=(406,),
            code="NOT_ACCEPTABLE",
        ),
        Attack(
            name="an answer of no quality",
            data=message(body=_TRIVIAL, headers={"Accept": "application/json;q=nan"}),
            statuses=(406,),
            code="NOT_ACCEPTABLE",
        ),
        Attack(
            name="5,000 accepted types",
            data=message(body=_TRIVIAL, headers={"Accept": "a/b," * 5_000}),
            statuses=(406, 400, 431),
            code="NOT_ACCEPTABLE",
        ),
        Attack(
            name="a header of a megabyte",
            data=message(body=_TRIVIAL, headers={"X-Large": "a" * 1_000_000}),
            statuses=(200, 400, 431),
        ),
        Attack(
            name="5,000 headers",
            data=message(body=_TRIVIAL, headers={f"X-{at}": "a" for at in range(5_000)}),
            statuses=(200, 400, 431),
        ),
        Attack(
            name="50 requests in one",
            data=message(body=_TRIVIAL, headers={"Connection": "keep-alive"}) * 50,
            statuses=(200,),
        ),
        Attack(
            name="a request id with a script",
            data=message(body=b"{", headers={"X-Request-Id": "<script>alert(1)</script>"}),
            statuses=_BAD[0],
            code=_BAD[1],
        ),
    ]
