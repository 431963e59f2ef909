"""Who may write over HTTP, how, and how much."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from api.documentation import JUDGE, SUBMIT
from api.limits import Limits
from db.engine import Database
from db.tokens import ApiToken, needs_record
from tests.support import all_rows, differences
from tests.watch.bench_lines import ending, measurement, name, opening
from tests.watch.bench_lines import text as lines

from .writing import NOW, RESPONSE, RUN, Server, code, post, submit


@pytest.mark.parametrize("token", [None, "", "wrong", "cut", "expired", "revoked"])
def test_without_a_valid_token_nothing_is_told_but_that(
    server: Server, database: Database, tokens: dict[str, str], token: str | None
) -> None:
    app = server()
    before = all_rows(database)
    given = tokens.get(token, token) if token else token
    answers = [submit(app, given), post(app, {"query": JUDGE}, given)]
    answers.append(post(app, {"query": "mutation { __typename }"}, given, accept=RESPONSE))
    for answer in answers:
        assert answer.status_code == 401
        assert answer.headers["www-authenticate"] == "Bearer"
        assert answer.json() == submit(app, None).json()
        assert code(answer) == "UNAUTHENTICATED"
    assert differences(before, all_rows(database)) == []


def test_a_token_allows_its_scopes_only(
    server: Server, database: Database, tokens: dict[str, str]
) -> None:
    app = server()
    both = f"""mutation ($input: SubmitBenchmarkRunInput!, $key: String!) {{
      submitBenchmarkRun(input: $input, idempotencyKey: $key) {{ slug }} {JUDGE[10:-1]} }}"""
    variables = {"input": {"name": name(), "content": RUN}, "key": "k"}
    before = all_rows(database)
    for answer in (
        submit(app, tokens["judge"]),
        post(app, {"query": JUDGE}, tokens["other"]),
        post(app, {"query": both, "variables": variables}, tokens["judge"]),
        post(app, {"query": both, "variables": variables}, tokens["other"]),
    ):
        assert (answer.status_code, code(answer)) == (403, "FORBIDDEN")
    assert differences(before, all_rows(database)) == []


def test_mutations_are_sent_by_post(server: Server, tokens: dict[str, str]) -> None:
    app = server()
    for method in (app.get, app.head):
        answer = method(
            "/graphql",
            params={"query": JUDGE},
            headers={"authorization": f"Bearer {tokens['both']}"},
        )
        assert answer.status_code == 405


def test_production_takes_writes_and_a_server_without_a_writer_none(
    server: Server, tokens: dict[str, str]
) -> None:
    assert submit(server(is_production=True), tokens["both"]).status_code == 200
    refused = submit(server(takes_writes=False), tokens["both"])
    assert (refused.status_code, code(refused)) == (403, "NOT_CONFIGURED")


def test_only_operations_that_are_persisted_write(
    server: Server, tokens: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / "submit.graphql").write_text(SUBMIT)
    app = server(operations=tmp_path, only_operations=True)
    assert post(app, {"query": JUDGE}, tokens["both"]).status_code == 404
    variables = {"input": {"name": name(), "content": RUN}, "key": "k"}
    body = {"variables": variables, "extensions": {"operation": "submit"}}
    assert post(app, body, tokens["both"]).json()["data"]["submitBenchmarkRun"]["isNew"]
    assert post(app, body).status_code == 401


def test_large_bodies_are_for_those_who_may_submit(
    server: Server, database: Database, tokens: dict[str, str]
) -> None:
    app = server(limits=Limits(submission_bytes=400_000))
    samples = [20.0] * 10_000
    large = lines(
        [
            opening(),
            measurement("resnet50", samples_ms=samples, sample_count=len(samples)),
            measurement("vgg11", samples_ms=samples, sample_count=len(samples)),
            ending(),
        ]
    )
    assert 65_536 < len(large) < 300_000
    before = all_rows(database)
    for token, status, refusal in (
        (None, 413, "PAYLOAD_TOO_LARGE"),
        (tokens["wrong"], 401, "UNAUTHENTICATED"),
        (tokens["expired"], 401, "UNAUTHENTICATED"),
        (tokens["judge"], 403, "FORBIDDEN"),
    ):
        answer = submit(app, token, large)
        assert (answer.status_code, code(answer)) == (status, refusal)
    answer = submit(app, tokens["both"], large + " " * 400_000)
    assert (answer.status_code, code(answer)) == (413, "PAYLOAD_TOO_LARGE")
    # Room for a run is no room for a document.
    query = f"{{ __typename }} #{'x' * 70_000}"
    assert post(app, {"query": query}, tokens["both"]).status_code == 413
    assert differences(before, all_rows(database)) == []
    assert submit(app, tokens["both"], large).json()["data"]["submitBenchmarkRun"]["isNew"]


def test_bodies_in_pieces_are_held_to_the_same_bounds(
    server: Server, tokens: dict[str, str]
) -> None:
    app = server(limits=Limits(submission_bytes=400_000))

    def pieces(length: int) -> Iterator[bytes]:
        whole = json.dumps({"query": "{ __typename }", "operationName": None}).encode()
        yield whole + b" " * (length - len(whole) - 10)
        yield b" " * 10

    headers = {"content-type": "application/json"}
    for token, length, status in (
        (None, 65_536, 200),
        (None, 65_537, 413),
        ("both", 65_537, 200),
        ("both", 400_000, 200),
        ("both", 400_001, 413),
        ("wrong", 65_537, 401),
    ):
        if token:
            headers["authorization"] = f"Bearer {tokens[token]}"
        answer = app.post("/graphql", content=pieces(length), headers=headers)
        assert answer.status_code == status, (token, length)


def test_uses_are_written_down_once_a_minute(
    server: Server, database: Database, tokens: dict[str, str]
) -> None:
    app = server()

    def used(token: str) -> datetime | None:
        with database.reading() as session:
            return session.scalar(select(ApiToken.last_used_at).where(ApiToken.name == token))

    assert used("both") is None
    submit(app, tokens["both"])
    first = used("both")
    assert first is not None
    assert first >= NOW
    submit(app, tokens["both"], key="another")
    assert used("both") == first
    assert used("other") is None
    with database.reading() as session:
        found = session.scalars(select(ApiToken).where(ApiToken.name == "both")).one()
        assert not needs_record(found, first + timedelta(seconds=59))
        assert needs_record(found, first + timedelta(seconds=60))


def test_a_token_is_nowhere_in_the_database(database: Database, tokens: dict[str, str]) -> None:
    everything = repr(all_rows(database))
    for token in ("both", "other", "expired"):
        assert tokens[token] not in everything
        assert tokens[token].removeprefix("bbdb_") not in everything
