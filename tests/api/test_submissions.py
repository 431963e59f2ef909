"""Runs submitted over HTTP: taken whole, once, or refused without a trace."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from backbonedb.server_writer import ServerWriter
from db.engine import Database
from db.provenance import Ingest
from db.speed import Measurement
from db.tokens import ApiToken, Submission
from tests.support import all_rows, differences, in_child, waited
from tests.watch.bench_lines import NIGHT, name

from .writing import RUN, Server, code, count, run_file, submit


def test_the_same_key_and_content_get_the_same_answer_and_change_nothing(
    server: Server, database: Database, tokens: dict[str, str]
) -> None:
    app = server()
    first = submit(app, tokens["both"])
    assert first.status_code == 200
    assert first.headers["cache-control"] == "no-store"
    slug = name().removesuffix(".jsonl")
    assert first.json() == {"data": {"submitBenchmarkRun": {"slug": slug, "isNew": True}}}
    before = all_rows(database)
    again = submit(app, tokens["both"])
    assert again.content == first.content
    assert differences(before, all_rows(database)) == []
    # The same run under another key, or from somebody else, was here already.
    for token, key in ((tokens["both"], "another"), (tokens["other"], "k")):
        answer = submit(app, token, key=key)
        assert answer.json() == {"data": {"submitBenchmarkRun": {"slug": slug, "isNew": False}}}
    assert count(database, Ingest) == 1
    assert count(database, Submission) == 3


def test_a_key_that_came_with_something_else_is_refused(
    server: Server, database: Database, tokens: dict[str, str]
) -> None:
    app = server()
    submit(app, tokens["both"])
    before = all_rows(database)
    later = NIGHT + timedelta(days=1)
    for content, file in ((RUN + "\n", name()), (run_file(later, a=1.0), name(later))):
        answer = submit(app, tokens["both"], content, name=file)
        assert (answer.status_code, code(answer)) == (200, "IDEMPOTENCY_KEY_REUSED")
        assert answer.json()["data"] is None
    assert differences(before, all_rows(database)) == []


@pytest.mark.parametrize(
    ("file", "content", "message", "refusal"),
    [
        (name(), RUN[:-30], f"{name()}:4:", "INPUT_ERROR"),
        (name(), "", f"{name()}:1: holds no run", "INPUT_ERROR"),
        (name(), "{}\n", f"{name()}:1:schema_version", "INPUT_ERROR"),
        ("results-imagenet.csv", RUN, "expected the canonical name of a run", "INPUT_ERROR"),
        ("bench-x.jsonl", RUN, "expected the canonical name of a run", "INPUT_ERROR"),
        (name(NIGHT + timedelta(1)), RUN, "as its name says", "INPUT_ERROR"),
        (name(), RUN.replace("resnet50", "res\\u0000net"), f"{name()}:2:model", "INPUT_ERROR"),
        (name(), RUN + "\0", "must not have NUL", "BAD_USER_INPUT"),
        (name(), run_file(vgg11=20.0), "a run only grows", "CONFLICT"),
        ("", RUN, "`name` must have 1 to 200 characters", "BAD_USER_INPUT"),
    ],
)
def test_what_is_no_such_run_leaves_no_trace(
    server: Server,
    database: Database,
    tokens: dict[str, str],
    file: str,
    content: str,
    message: str,
    refusal: str,
) -> None:
    app = server()
    submit(app, tokens["both"], key="before")
    before = all_rows(database)
    for _ in range(2):
        answer = submit(app, tokens["both"], content, name=file)
        assert answer.status_code == 200
        assert answer.json()["data"] is None
        (error,) = answer.json()["errors"]
        assert message in error["message"]
        assert error["extensions"] == {"code": refusal}
        assert error["path"] == ["submitBenchmarkRun"]
    assert differences(before, all_rows(database)) == []


@pytest.mark.parametrize("key", ["", " ", "k" * 201])
def test_a_key_has_1_to_200_characters(server: Server, tokens: dict[str, str], key: str) -> None:
    assert code(submit(server(), tokens["both"], key=key)) == "BAD_USER_INPUT"


def test_a_run_grows_from_submission_to_submission(
    server: Server, database: Database, tokens: dict[str, str]
) -> None:
    app = server()
    whole = RUN.splitlines(keepends=True)
    for key in (2, 3, 4):
        answer = submit(app, tokens["both"], "".join(whole[:key]), key=str(key))
        assert answer.json()["data"]["submitBenchmarkRun"]["isNew"]
    assert count(database, Measurement) == 2


def test_one_key_at_once_is_one_ingest(database: Database, tokens: dict[str, str]) -> None:
    url = database.url.render_as_string(hide_password=False)

    def send(_: int) -> dict[str, Any]:
        with Database(url) as own, own.reading() as session:
            sender = session.scalars(select(ApiToken).where(ApiToken.name == "both")).one()
        with Database(url) as own:
            return ServerWriter(own, None).submit(name(), RUN, "k", sender)

    with ThreadPoolExecutor(6) as pool:
        answers = list(pool.map(send, range(6)))
    assert answers == [answers[0]] * 6
    assert answers[0]["isNew"] is True
    assert count(database, Ingest) == count(database, Submission) == 1


@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_one_key_from_several_processes_is_one_ingest(
    database: Database, tokens: dict[str, str]
) -> None:
    url = database.url.render_as_string(hide_password=False)
    with database.reading() as session:
        sender = session.scalars(select(ApiToken).where(ApiToken.name == "both")).one()
    database.close()

    def send() -> int:
        with Database(url) as own:
            return not ServerWriter(own, None).submit(name(), RUN, "k", sender)["isNew"]

    children = [in_child(send) for _ in range(4)]
    assert [waited(pid) for pid in children] == [0] * 4
    assert count(database, Ingest) == count(database, Submission) == 1
