"""GraphiQL's files: all in the package, packed, under a policy; none of it in production."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from api.settings import Settings


@pytest.fixture
def client(catalogue_url: str) -> Iterator[TestClient]:
    with TestClient(create_app(catalogue_url)) as client:
        yield client


def test_the_page_asks_this_server_alone(client: TestClient) -> None:
    page = client.get("/graphiql")
    paths = re.findall(r'(?:src|href)="([^"]+)"', page.text)
    assert len(paths) == 7
    for path in paths:
        if path != "data:,":
            assert client.get(f"/{path}").status_code == 200, path
    policy = page.headers["content-security-policy"]
    assert "default-src 'none'; script-src 'self';" in policy
    assert "http" not in policy
    assert not re.search(r"<script(?![^>]*src=)|<style|\son\w+=", page.text)


def test_files_are_packed_for_those_who_can_unpack(client: TestClient) -> None:
    path = "/graphiql/static/graphiql.min.js"
    packed = client.get(path)
    plain = client.get(path, headers={"accept-encoding": "identity"})
    assert packed.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert packed.content == plain.content
    assert "sourceMappingURL" not in plain.text
    for response in (packed, plain):
        assert response.headers["content-type"].startswith("text/javascript")
        assert response.headers["x-content-type-options"] == "nosniff"
        same = client.get(path, headers={"if-none-match": response.headers["etag"]})
        assert same.status_code == (304 if response is packed else 200)


def test_nothing_else_is_served(client: TestClient) -> None:
    for path in ("none.js", "..%2fgraphiql.html", "../graphiql.html", "graphiql.min.js.map"):
        assert client.get(f"/graphiql/static/{path}").status_code == 404, path


def test_production_has_no_playground(catalogue_url: str) -> None:
    with TestClient(create_app(catalogue_url, Settings(is_production=True))) as client:
        for path in ("/graphiql", "/graphiql/static/graphiql.min.js", "/graphiql/static/page.js"):
            assert client.get(path).status_code == 404, path
