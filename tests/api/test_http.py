"""GraphQL over HTTP: media types, methods, caching, persisted operations, health, overload."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert, update
from starlette.testclient import TestClient

from api.app import create_app
from api.limits import Limits
from api.settings import Settings
from db.catalogue import Family
from db.engine import Database
from db.errors import QueryError
from db.provenance import DataState

JSON = {"content-type": "application/json"}
RESPONSE = "application/graphql-response+json"
Client = Callable[..., TestClient]


@pytest.fixture
def client(catalogue_url: str) -> Iterator[Client]:
    """Starts an application over the small catalogue; arguments are those of ``Settings``."""
    open_clients: list[TestClient] = []

    def start(**settings: Any) -> TestClient:
        started = TestClient(create_app(catalogue_url, Settings(**settings)))
        started.__enter__()
        open_clients.append(started)
        return started

    yield start
    for one in open_clients:
        one.__exit__(None, None, None)


def _post(client: TestClient, body: Any, **headers: str) -> Any:
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    names = {name.replace("_", "-"): value for name, value in headers.items()}
    return client.post("/graphql", content=content, headers=JSON | names)


def test_post_and_get_answer_alike(client: Client) -> None:
    app = client()
    body = {
        "query": "query Q($n: Int) { models(first: $n) { totalCount } }",
        "variables": {"n": 1},
        "operationName": "Q",
    }
    posted = _post(app, body)
    got = app.get(
        "/graphql",
        params={**body, "variables": json.dumps(body["variables"])},  # type: ignore[dict-item] # text
    )
    assert posted.status_code == got.status_code == 200
    assert posted.json() == got.json() == {"data": {"models": {"totalCount": 9}}}
    assert posted.headers["content-type"] == "application/json; charset=utf-8"


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        (None, "application/json"),
        ("*/*", "application/json"),
        ("application/json", "application/json"),
        (RESPONSE, RESPONSE),
        (f"{RESPONSE}; charset=utf-8, application/json;q=0.9", RESPONSE),
        (f"application/json, {RESPONSE};q=0.5", "application/json"),
        ("text/html, */*;q=0.1", "application/json"),
    ],
)
def test_the_answer_has_an_accepted_media_type(
    client: Client, accept: str | None, media_type: str
) -> None:
    app = client()
    app.headers.pop("accept", None)
    response = _post(app, {"query": "{ __typename }"}, **({"accept": accept} if accept else {}))
    assert response.status_code == 200
    assert response.headers["content-type"] == f"{media_type}; charset=utf-8"


@pytest.mark.parametrize(
    ("query", "variables"),
    [("{", {}), ("{ nothing }", {}), ("query ($n: Int!) { models(first: $n) { totalCount } }", {})],
)
def test_failures_are_400_or_well_formed_answers_by_media_type(
    client: Client, query: str, variables: dict[str, Any]
) -> None:
    app = client()
    body = {"query": query, "variables": variables}
    assert _post(app, body, accept=RESPONSE).status_code == 400
    assert _post(app, body, accept="application/json").status_code == 200
    for accept in (RESPONSE, "application/json"):
        assert "data" not in _post(app, body, accept=accept).json()


BAD_REQUESTS: list[tuple[str, dict[str, Any], int, str]] = [
    ("PUT", {"content": b"{}"}, 405, "METHOD_NOT_ALLOWED"),
    ("DELETE", {}, 405, "METHOD_NOT_ALLOWED"),
    ("POST", {"content": b"{}"}, 415, "UNSUPPORTED_MEDIA_TYPE"),
    ("POST", {"content": b"{}", "type": "text/plain"}, 415, "UNSUPPORTED_MEDIA_TYPE"),
    ("POST", {"content": b"x", "type": "application/graphql"}, 415, "UNSUPPORTED_MEDIA_TYPE"),
    ("POST", {"content": b"x", "type": "multipart/form-data"}, 415, "UNSUPPORTED_MEDIA_TYPE"),
    (
        "POST",
        {"content": b"x", "type": "application/x-www-form-urlencoded"},
        415,
        "UNSUPPORTED_MEDIA_TYPE",
    ),
    ("POST", {"content": b"{}", "type": "application/jsonp"}, 415, "UNSUPPORTED_MEDIA_TYPE"),
    (
        "POST",
        {"content": b"{}", "type": "application/json; charset=utf-16"},
        415,
        "UNSUPPORTED_MEDIA_TYPE",
    ),
    ("POST", {"content": b"", "type": "application/json"}, 400, "BAD_REQUEST"),
    ("POST", {"content": b"{", "type": "application/json"}, 400, "BAD_REQUEST"),
    ("POST", {"content": b"[]", "type": "application/json"}, 400, "BAD_REQUEST"),
    ("POST", {"content": b"null", "type": "application/json"}, 400, "BAD_REQUEST"),
    ("POST", {"content": b'"q"', "type": "application/json"}, 400, "BAD_REQUEST"),
    ("POST", {"content": b"{}", "type": "application/json"}, 400, "BAD_REQUEST"),
    ("POST", {"content": b'{"query": 1}', "type": "application/json"}, 400, "BAD_REQUEST"),
    ("POST", {"content": b'{"query": "\xff"}', "type": "application/json"}, 400, "BAD_REQUEST"),
    ("POST", {"content": b'{"query": "\\ud800"}', "type": "application/json"}, 400, "BAD_REQUEST"),
    ("POST", {"content": b'{"query": NaN}', "type": "application/json"}, 400, "BAD_REQUEST"),
    (
        "POST",
        {"content": b'{"query": "{x}", "variables": []}', "type": "application/json"},
        400,
        "BAD_REQUEST",
    ),
    (
        "POST",
        {"content": b'{"query": "{x}", "operationName": 1}', "type": "application/json"},
        400,
        "BAD_REQUEST",
    ),
    (
        "POST",
        {"content": b'[{"query": "{__typename}"}]', "type": "application/json"},
        400,
        "BAD_REQUEST",
    ),
    ("POST", {"content": b" " * 65_537, "type": "application/json"}, 413, "PAYLOAD_TOO_LARGE"),
    ("POST", {"content": b"x" * 10_000_000, "type": "application/json"}, 413, "PAYLOAD_TOO_LARGE"),
    ("GET", {}, 400, "BAD_REQUEST"),
    ("GET", {"params": "query=%ff"}, 400, "BAD_REQUEST"),
    ("GET", {"params": "query={x}&query={y}"}, 400, "BAD_REQUEST"),
    ("GET", {"params": "query={x}&variables={"}, 400, "BAD_REQUEST"),
    ("GET", {"params": "query={x}&variables=1"}, 400, "BAD_REQUEST"),
]


@pytest.mark.parametrize(("method", "request_", "status", "code"), BAD_REQUESTS)
def test_what_is_no_graphql_request_is_refused(
    client: Client, method: str, request_: dict[str, Any], status: int, code: str
) -> None:
    app = client()
    headers = {"content-type": request_["type"]} if "type" in request_ else {}
    url = "/graphql" + ("?" + request_["params"] if "params" in request_ else "")
    response = app.request(method, url, content=request_.get("content"), headers=headers)
    assert response.status_code == status
    assert response.json()["errors"][0]["extensions"]["code"] == code
    assert response.headers["cache-control"] == "no-store"


def test_long_query_strings_are_refused(client: Client) -> None:
    app = client(limits=Limits(body_bytes=100))
    assert app.get("/graphql", params={"query": "a" * 100}).status_code == 413


def test_what_takes_neither_media_type_is_406(client: Client) -> None:
    response = _post(client(), {"query": "{ __typename }"}, accept="text/html")
    assert response.status_code == 406


def test_mutations_cannot_be_got(client: Client) -> None:
    response = client().get("/graphql", params={"query": "mutation { x }"})
    assert "data" not in response.json()


def test_answers_are_cached_until_the_data_changes(database_url: str) -> None:
    ask = {"query": "{ families { totalCount } }"}
    with Database(database_url) as database:
        with database.writing() as session:
            session.execute(
                insert(DataState).values(id=1, version=1, changed_at=_now(), rules_sha256="0" * 64)
            )
        with TestClient(create_app(database_url)) as app:
            first = app.get("/graphql", params=ask)
            etag = first.headers["etag"]
            again = app.get("/graphql", params=ask)
            assert again.headers["etag"] == etag
            assert first.headers["cache-control"] == "private, no-cache"
            same = app.get("/graphql", params=ask, headers={"if-none-match": etag})
            assert (same.status_code, same.content) == (304, b"")
            assert "backbonedb_graphql_cache_hits_total 2.0" in app.get("/metrics").text
            with database.writing() as session:
                session.execute(insert(Family).values(id=1, name="a", title="A"))
                session.execute(update(DataState).values(version=2))
            changed = app.get("/graphql", params=ask, headers={"if-none-match": etag})
            assert changed.status_code == 200
            assert changed.json() == {"data": {"families": {"totalCount": 1}}}


def _now() -> Any:
    from datetime import UTC, datetime

    return datetime(2024, 1, 1, tzinfo=UTC)


def test_long_answers_are_compressed_for_those_who_can_read_it(client: Client) -> None:
    app = client()
    fields = "name hubId tag model { name module year parameters }"
    query = {"query": f"{{ variants {{ nodes {{ {fields} }} }} }}"}
    packed = _post(app, query, accept_encoding="gzip")
    plain = _post(app, query, accept_encoding="identity")
    assert packed.json() == plain.json()
    assert "content-encoding" not in plain.headers
    assert len(plain.content) >= 1_000
    assert packed.headers["content-encoding"] == "gzip"


@pytest.mark.parametrize(
    ("accepted", "is_packed"),
    [
        ("gzip", True),
        ("br, gzip;q=0.5", True),
        ("*", True),
        ("gzip;q=0", False),
        ("gzip; q=0.000, *", False),
        ("*;q=0", False),
        ("br", False),
    ],
)
def test_gzip_is_sent_to_those_who_take_it_under_a_name_of_its_own(
    client: Client, accepted: str, is_packed: bool
) -> None:
    app = client()
    query = "{ variants { nodes { name hubId tag model { name module year parameters } } } }"

    def get(accept_encoding: str, **headers: str) -> Any:
        headers["accept-encoding"] = accept_encoding
        return app.get("/graphql", params={"query": query}, headers=headers)

    answer = get(accepted)
    assert (answer.headers.get("content-encoding") == "gzip") is is_packed
    others = get("identity" if is_packed else "gzip").headers["etag"]
    assert others != answer.headers["etag"]
    known = {"if-none-match": answer.headers["etag"]}
    assert get(accepted, **known).status_code == 304


def test_persisted_operations_are_named_or_hashed(client: Client, tmp_path: Path) -> None:
    (tmp_path / "count.graphql").write_text("query Count { models { totalCount } }")
    only = client(operations=tmp_path, only_operations=True)
    both = client(operations=tmp_path)
    named = {"extensions": {"operation": "count"}}
    assert _post(only, named).json() == {"data": {"models": {"totalCount": 9}}}
    assert both.get("/graphql", params={"extensions": '{"operation": "count"}'}).status_code == 200
    unknown = _post(both, {"extensions": {"operation": "other"}})
    assert unknown.status_code == 404
    free = {"query": "{ __typename }"}
    assert _post(only, free).status_code == 404
    assert _post(both, free).status_code == 200
    assert _post(only, {"query": "query Count { models { totalCount } }"}).status_code == 200


def test_a_folder_without_operations_is_refused(catalogue_url: str, tmp_path: Path) -> None:
    with pytest.raises(QueryError, match="files there"):
        create_app(catalogue_url, Settings(operations=tmp_path))


def test_browsers_may_ask_from_the_origins_that_are_set(client: Client) -> None:
    app = client(origins=("https://a.example",))
    allowed = _post(app, {"query": "{ __typename }"}, origin="https://a.example")
    other = _post(app, {"query": "{ __typename }"}, origin="https://b.example")
    assert allowed.headers["access-control-allow-origin"] == "https://a.example"
    assert "access-control-allow-origin" not in other.headers


def test_who_asks_too_often_waits(client: Client) -> None:
    app = client(rate="2/minute")
    statuses = [_post(app, {"query": "{ __typename }"}).status_code for _ in range(3)]
    assert statuses == [200, 200, 429]
    asked = {"query": "{ __typename }"}
    made_up = [_post(app, asked, authorization=f"Bearer {at}").status_code for at in range(2)]
    assert made_up == [429, 429]


def test_health_does_not_ask_the_database_and_readiness_does(tmp_path: Path) -> None:
    with TestClient(create_app(f"sqlite:///{tmp_path / 'missing.sqlite3'}")) as app:
        assert app.get("/healthz").status_code == 200
        ready = app.get("/readyz")
        assert (ready.status_code, ready.json()["ready"]) == (503, False)
        answer = _post(app, {"query": "{ models { totalCount } }"})
        assert answer.status_code == 503
        assert answer.json()["errors"][0]["extensions"]["code"] == "DATABASE_UNAVAILABLE"
        assert str(tmp_path) not in answer.text


def test_ready_and_metrics(client: Client) -> None:
    app = client()
    assert app.get("/readyz").json() == {"ready": True, "reason": ""}
    _post(app, {"query": "query Named { models { totalCount } }"})
    text = app.get("/metrics").text
    assert 'backbonedb_graphql_requests_total{code="",operation="Named"} 1.0' in text
    assert "backbonedb_last_ingest_timestamp_seconds 1.7" in text


def test_requests_over_the_queue_are_turned_away_at_once(client: Client) -> None:
    app = client(limits=Limits(workers=1, queue=0))
    endpoint = app.app._endpoint  # type: ignore[attr-defined] # whose worker is held
    held = threading.Event()
    portal = app.portal
    assert portal is not None
    waiting = portal.start_task_soon(endpoint.workers.run, held.wait)
    try:
        response = _post(app, {"query": "{ __typename }"})
        assert response.status_code == 503
        assert response.headers["retry-after"] == "1"
        assert app.get("/healthz").status_code == 200
    finally:
        held.set()
        assert waiting.result()
    assert _post(app, {"query": "{ __typename }"}).status_code == 200


def test_a_request_keeps_its_plain_id_and_gets_one_otherwise(client: Client) -> None:
    app = client()
    body = {"query": "{ __typename }"}
    assert _post(app, body, x_request_id="abc-1").headers["x-request-id"] == "abc-1"
    assert _post(app, body, x_request_id="<script>").headers["x-request-id"] != "<script>"
