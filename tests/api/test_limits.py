"""What a request may ask for; every refusal quick, with its code, and without data."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest

from api.errors import RequestError
from api.execute import Executor
from api.limits import COMPUTED, Limits
from api.registry import LISTS
from db.engine import Database
from db.errors import DatabaseError


def _nest(depth: int) -> str:
    return "{ models { nodes " + "{ family { models { nodes " * depth + "{ name }" + "} } }" * depth


def _chain(length: int) -> str:
    links = " ".join(
        f"fragment F{at} on Model {{ ...F{at + 1} ...F{at + 1} }}" for at in range(length)
    )
    return "{ models { nodes { ...F0 } } } " + links + f" fragment F{length} on Model {{ a: name }}"


ATTACKS: dict[str, tuple[str, str]] = {
    "not closed": ("{ models", "GRAPHQL_PARSE_FAILED"),
    "empty": ("", "GRAPHQL_PARSE_FAILED"),
    "empty selection": ("{ }", "GRAPHQL_PARSE_FAILED"),
    "control character": ("{ models \x07 }", "GRAPHQL_PARSE_FAILED"),
    "unclosed string": ('{ model(name: "x) { name } }', "GRAPHQL_PARSE_FAILED"),
    "NUL": ("{ models \0 }", "BAD_USER_INPUT"),
    "lone surrogate": ('{ model(name: "\ud800") { name } }', "BAD_USER_INPUT"),
    "escaped surrogate": ('{ model(name: "\\ud800") { name } }', "GRAPHQL_PARSE_FAILED"),
    "escaped NUL": ('{ model(name: "\\u0000") { name } }', "BAD_USER_INPUT"),
    "unknown field": ("{ modles { nodes { name } } }", "GRAPHQL_VALIDATION_FAILED"),
    "unknown argument": ("{ models(limit: 1) { totalCount } }", "GRAPHQL_VALIDATION_FAILED"),
    "unknown type": ("{ models { nodes { ... on Nothing { x } } } }", "GRAPHQL_VALIDATION_FAILED"),
    "leaf with fields": ("{ models { totalCount { x } } }", "GRAPHQL_VALIDATION_FAILED"),
    "object without fields": ("{ models }", "GRAPHQL_VALIDATION_FAILED"),
    "wrong literal": ('{ models(first: "1") { totalCount } }', "GRAPHQL_VALIDATION_FAILED"),
    "huge literal": (f"{{ models(first: {'9' * 3000}) {{ totalCount }} }}", "GRAPHQL_VALIDATION"),
    "float overflow": (
        "{ evaluations(where: {top1: {gt: 1e400}}) { totalCount } }",
        "BAD_USER_INPUT|GRAPHQL_VALIDATION_FAILED",
    ),
    "bad instant": (
        '{ ingests(where: {startedAt: {gt: "yesterday"}}) { totalCount } }',
        "GRAPHQL_VALIDATION_FAILED",
    ),
    "two orders at once": (
        "{ models(orderBy: [{name: ASC, year: ASC}]) { totalCount } }",
        "GRAPHQL_VALIDATION_FAILED",
    ),
    "two states at once": (
        '{ evaluations(asOf: {ingestedAt: "2020-01-01", publishedAt: "2020-01-01"}) '
        "{ totalCount } }",
        "GRAPHQL_VALIDATION_FAILED",
    ),
    "mutation": ("mutation { x }", "GRAPHQL_VALIDATION_FAILED"),
    "subscription": ("subscription { x }", "GRAPHQL_VALIDATION_FAILED"),
    "no operation": ("fragment F on Model { name }", "GRAPHQL_VALIDATION_FAILED"),
    "two operations": ("query A { __typename } query B { __typename }", "BAD_REQUEST"),
    "unused fragment": (
        "{ __typename } fragment F on Model { name }",
        "GRAPHQL_VALIDATION_FAILED",
    ),
    "circular fragments": (
        "{ models { nodes { ...A } } } fragment A on Model { ...B } fragment B on Model { ...A }",
        "GRAPHQL_VALIDATION_FAILED",
    ),
    "self spread": (
        "{ models { nodes { ...A } } } fragment A on Model { ...A }",
        "GRAPHQL_VALIDATION_FAILED",
    ),
    "conflicting fields": (
        "{ a: models { totalCount } a: variants { totalCount } }",
        "GRAPHQL_VALIDATION_FAILED",
    ),
    "page too long": ("{ models(first: 101) { nodes { name } } }", "LIMIT_EXCEEDED"),
    "two thousand million": ("{ models(first: 2000000000) { totalCount } }", "LIMIT_EXCEEDED"),
    "below zero": ("{ models(first: -1) { totalCount } }", "BAD_USER_INPUT"),
    "below zero, but skipped": (
        "{ z: models(first: -999999999) @skip(if: true) { nodes { name } } "
        + " ".join(f"a{at}: tradeoffs(first: 2000) {{ nodes {{ top1 }} }}" for at in range(60))
        + " }",
        "LIMIT_EXCEEDED",
    ),
    "nested page too long": (
        "{ models { nodes { variants(first: 101) { nodes { name } } } } }",
        "LIMIT_EXCEEDED",
    ),
    "too deep": (_nest(20) + " } }", "LIMIT_EXCEEDED"),
    "depth 500": (_nest(170) + " } }", "LIMIT_EXCEEDED|GRAPHQL_PARSE_FAILED"),
    "brackets": ("{" * 1000, "GRAPHQL_PARSE_FAILED|LIMIT_EXCEEDED"),
    "list brackets": (
        "{ models(where: " + "[" * 1500 + "]" * 1500 + ") { totalCount } }",
        "GRAPHQL|LIMIT_EXCEEDED",
    ),
    "101 aliases": (
        "{ " + " ".join(f"a{at}: __typename" for at in range(101)) + " }",
        "LIMIT_EXCEEDED",
    ),
    "101 aliases in fragments": (
        "{ models { nodes { ...F } } } fragment F on Model { "
        + " ".join(f"a{at}: name" for at in range(101))
        + " }",
        "LIMIT_EXCEEDED",
    ),
    "aliases spread twice": (
        "{ models { nodes { x: name ...F } } variants { nodes { model { ...F } } } } "
        "fragment F on Model { " + " ".join(f"a{at}: name" for at in range(51)) + " }",
        "LIMIT_EXCEEDED",
    ),
    "chained fragments": (_chain(30), "LIMIT_EXCEEDED"),
    "90 chained fragments": (_chain(90), "LIMIT_EXCEEDED"),
    "many fields": ("{ models { nodes { " + "name " * 1001 + "} } }", "LIMIT_EXCEEDED"),
    "many directives": (
        "{ models { nodes { name " + "@skip(if: false) " * 500 + "} } }",
        "LIMIT_EXCEEDED|GRAPHQL_VALIDATION_FAILED",
    ),
    "directives x1,000": ("{ __typename " + "@a " * 1000 + "}", "LIMIT_EXCEEDED"),
    "tokens": ("{ " + "models " * 5000 + "}", "LIMIT_EXCEEDED"),
    "comments": ("#" * 60_000 + "\n{ modles }", "GRAPHQL_VALIDATION_FAILED"),
    "cost": (
        "{ models(first: 100) { nodes { variants(first: 100) { nodes { evaluations(first: 100) "
        "{ nodes { alternatives { top1 } dataset { name } } } } } } } }",
        "LIMIT_EXCEEDED",
    ),
    "cost by default sizes": (
        "{ models { nodes { variants { nodes { model { variants { nodes { model { variants { "
        "nodes { model { variants { nodes { name } } } } } } } } } } } } } }",
        "LIMIT_EXCEEDED",
    ),
    "circular introspection": (
        "{ __schema { types { fields { type { fields { type { fields { type { fields { name } } "
        "} } } } } } } }",
        "LIMIT_EXCEEDED|GRAPHQL_VALIDATION_FAILED",
    ),
    "cost of computed lists": (
        "{ "
        + " ".join(f'a{at}: compare(variants: ["a"]) {{ totalCount }}' for at in range(21))
        + " }",
        "LIMIT_EXCEEDED",
    ),
    "101 operations": (" ".join(f"query Q{at} {{ a }}" for at in range(101)), "LIMIT_EXCEEDED"),
    "search too long": ('{ search(text: "' + "a" * 201 + '") { totalCount } }', "LIMIT_EXCEEDED"),
    "eleven weights": (
        "{ compare(variants: [" + '"a" ' * 11 + "]) { totalCount } }",
        "BAD_USER_INPUT",
    ),
    "no weight": ("{ compare(variants: []) { totalCount } }", "BAD_USER_INPUT"),
    "cursor": ('{ models(after: "x") { totalCount nodes { name } } }', "BAD_CURSOR"),
    "cursor in base64": ('{ models(after: "WzFd") { nodes { name } } }', "BAD_CURSOR"),
}


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_is_refused_at_once_with_its_code(executor: Executor, name: str) -> None:
    query, codes = ATTACKS[name]
    begun = time.monotonic()
    answer = executor.execute(query)
    seconds = time.monotonic() - begun
    assert "data" not in answer, answer
    code = answer["errors"][0]["extensions"]["code"]
    assert any(code.startswith(one) for one in codes.split("|")), answer
    # Nothing here may take as long as a person notices; a second leaves room for slow machines.
    assert seconds < 1
    json.dumps(answer)


def test_lists_that_are_computed_cost_more() -> None:
    computed = {root.name for root in LISTS if root.source is not None} - {"search"}
    assert computed == COMPUTED


def _deep(depth: int) -> dict[str, Any]:
    where: dict[str, Any] = {"name": {"exact": "model_a"}}
    for _ in range(depth):
        where = {"NOT": where}
    return where


VARIABLES: list[tuple[str, dict[str, Any], str]] = [
    (
        "query ($w: ModelFilter) { models(where: $w) { totalCount } }",
        {"w": _deep(400)},
        "LIMIT_EXCEEDED",
    ),
    (
        "query ($w: ModelFilter) { models(where: $w) { totalCount } }",
        {"w": {"OR": [{"year": {"exact": at}} for at in range(500)]}},
        "LIMIT_EXCEEDED",
    ),
    ("query ($n: Int) { models(first: $n) { totalCount } }", {"n": 101}, "LIMIT_EXCEEDED"),
    ("query ($n: Int) { models(first: $n) { totalCount } }", {"n": 1.5}, "BAD_USER_INPUT"),
    ("query ($n: Int) { models(first: $n) { totalCount } }", {"n": 2**40}, "BAD_USER_INPUT"),
    ("query ($n: Int) { models(first: $n) { totalCount } }", {"n": "1"}, "BAD_USER_INPUT"),
    ("query ($t: String!) { model(name: $t) { name } }", {}, "BAD_USER_INPUT"),
    ("query ($t: String!) { model(name: $t) { name } }", {"t": None}, "BAD_USER_INPUT"),
    ("query ($t: String!) { model(name: $t) { name } }", {"t": "a\0"}, "BAD_USER_INPUT"),
    ("query ($t: String!) { model(name: $t) { name } }", {"t": "\ud800"}, "BAD_USER_INPUT"),
    ("query ($t: String!) { search(text: $t) { totalCount } }", {"t": "a" * 201}, "LIMIT_EXCEEDED"),
    (
        "query ($w: ModelFilter) { models(where: $w) { totalCount } }",
        {"w": {"nothing": 1}},
        "BAD_USER_INPUT",
    ),
    (
        "query ($x: Float) { evaluations(where: {top1: {gt: $x}}) { totalCount } }",
        {"x": float("inf")},
        "BAD_USER_INPUT",
    ),
    (
        "query ($x: [String!]) { models(where: {name: {inList: $x}}) { totalCount } }",
        {"x": ["a", "b\0"]},
        "BAD_USER_INPUT",
    ),
    (
        "query ($n: Int) { models(first: $n) { nodes { variants(first: $n) { nodes { evaluations("
        "first: $n) { nodes { alternatives { top1 } } } } } } } }",
        {"n": 100},
        "LIMIT_EXCEEDED",
    ),
]


@pytest.mark.parametrize(("query", "variables", "code"), VARIABLES)
def test_variables_are_held_to_the_same_limits(
    executor: Executor, query: str, variables: dict[str, Any], code: str
) -> None:
    answer = executor.execute(query, variables)
    assert "data" not in answer
    assert answer["errors"][0]["extensions"]["code"] == code


def test_a_deep_filter_is_answered_or_refused_but_never_fails(executor: Executor) -> None:
    for depth in (5, 30, 150, 400):
        where = "{NOT: " * depth + '{name: {exact: "model_a"}}' + "}" * depth
        answer = executor.execute(f"{{ models(where: {where}) {{ totalCount }} }}")
        if "errors" in answer:
            code = answer["errors"][0]["extensions"]["code"]
            assert code in {"LIMIT_EXCEEDED", "GRAPHQL_PARSE_FAILED"}
        else:
            assert answer["data"]["models"]["totalCount"] in {1, 8}


def test_a_statement_that_takes_too_long_is_given_up(catalogue: Database) -> None:
    executor = Executor(catalogue, limits=Limits(deadline_s=0.2))
    endless = (
        "WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 100000000) "
        "SELECT count(*) FROM t"
    )
    with (
        pytest.raises(RequestError, match="not ready in time"),
        executor.readers.reader() as reader,
        reader.request(time.monotonic() + 0.2, is_single=True),
    ):
        reader.run(endless, ())
    assert executor.execute("{ models { totalCount } }")["data"]["models"]["totalCount"] == 9
    executor.close()


def test_readers_cannot_write(executor: Executor) -> None:
    with pytest.raises(DatabaseError, match="read"), executor.readers.reader() as reader:
        reader.run("DELETE FROM problems", ())


def test_in_production_messages_suggest_nothing(catalogue: Database) -> None:
    executor = Executor(catalogue, is_production=True)
    answer = executor.execute("{ modles { totalCount } }")
    assert "Did you mean" not in json.dumps(answer)
    refused = executor.execute("{ __schema { queryType { name } } }")
    assert refused["errors"][0]["extensions"]["code"] == "GRAPHQL_VALIDATION_FAILED"
    assert executor.execute("{ __typename }") == {"data": {"__typename": "Query"}}
    executor.close()
