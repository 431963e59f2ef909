"""``backbonedb token``: made, shown once, listed, revoked."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest

from db.engine import Database
from db.tokens import PREFIX, create_token, find_token
from tests.support import all_rows

from .console import Console


@pytest.fixture
def console(
    capsys: pytest.CaptureFixture[str], database_url: str, monkeypatch: pytest.MonkeyPatch
) -> Console:
    monkeypatch.setenv("BACKBONEDB_URL", database_url)
    return Console(capsys)


def create(console: Console, *more: str, name: str = "lab") -> str:
    result = console.run("token", "create", "--name", name, "--scope", "submit", *more)
    assert result.status == 0, result.err
    return result.out


def listed(console: Console) -> dict[str, dict[str, str | None]]:
    result = console.run("token", "list", "--format=json")
    return {row["name"]: row for row in json.loads(result.out)}


def test_the_token_alone_is_on_standard_output_once(console: Console, database_url: str) -> None:
    result = console.run(
        "token", "create", "--name=lab", "--scope=judge", "--scope=submit", "--expires=90d"
    )
    assert result.status == 0
    token = result.out.removesuffix("\n")
    assert token.startswith(PREFIX)
    assert len(token.removeprefix(PREFIX)) == 43  # 256 bits, 6 a character
    assert "lab may judge and submit until 20" in result.err
    assert "not shown again" in result.err
    assert token not in result.err
    with Database(database_url) as made, made.reading() as session:
        found = find_token(session, token, datetime.now(UTC))
        assert found is not None
        assert found.scopes == "submit judge"
        assert found.expires_at is not None
        assert timedelta(days=89) < found.expires_at - datetime.now(UTC) < timedelta(days=90)
        assert find_token(session, token, found.expires_at) is None
        assert find_token(session, found.sha256, datetime.now(UTC)) is None
    row = listed(console)["lab"]
    assert (row["scopes"], row["state"], row["last_used"]) == ("submit judge", "valid", None)
    with Database(database_url) as made:
        assert token not in repr(all_rows(made))


def test_tokens_differ_and_states_are_told(console: Console, database_url: str) -> None:
    tokens = {create(console, name=name) for name in ("a", "b", "c")}
    assert len(tokens) == 3
    long_ago = datetime.now(UTC) - timedelta(days=9)
    with Database(database_url) as made, made.writing() as session:
        create_token(
            session,
            "old",
            ("judge",),
            now=long_ago,
            expires_at=long_ago + timedelta(days=1),
        )
    result = console.run("token", "revoke", "b")
    assert result.out.startswith("b was revoked 20")
    again = console.run("token", "revoke", "b")
    assert again.out == result.out
    states = {name: row["state"] for name, row in listed(console).items()}
    assert states == {"a": "valid", "b": "revoked", "c": "valid", "old": "expired"}


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (("--name=lab",), 1, "there is a token 'lab' already, valid: choose another name"),
        (("--name=gone",), 1, "there is a token 'gone' already, revoked: choose another name"),
        (("--name= ",), 1, "a token needs a name"),
        (("--name=x", "--expires=2020-01-01"), 1, "2020-01-01 00:00 UTC is past"),
        (("--name=x", "--expires=0d"), 1, "is past: a token expires in the future"),
        (("--name=x", "--expires=soon"), 2, "'soon' is no date or instant"),
        (("--name=x", "--expires=99999999999d"), 2, "is beyond all calendars"),
        (("--name=x", "--scope=admin"), 2, "'admin' is not one of 'submit', 'judge'"),
    ],
)
def test_what_cannot_be_made(
    console: Console, arguments: tuple[str, ...], status: int, message: str
) -> None:
    create(console)
    create(console, name="gone")
    console.run("token", "revoke", "gone")
    before = listed(console)
    result = console.run("token", "create", "--scope=submit", *arguments)
    assert (result.status, result.out) == (status, "")
    assert message in result.err
    if status == 1:
        assert result.err.count("\n") == 1
    assert listed(console) == before


def test_a_name_and_a_scope_are_needed(console: Console) -> None:
    assert console.run("token", "create", "--name=x").status == 2
    assert console.run("token", "create", "--scope=judge").status == 2


def test_an_unknown_name_cannot_be_revoked(console: Console) -> None:
    result = console.run("token", "revoke", "nobody")
    assert (result.status, result.out) == (1, "")
    assert result.err == "backbonedb: there is no token 'nobody': see `backbonedb token list`\n"
