"""Connections: pages, cursors, totals, and how many statements they take."""

from __future__ import annotations

import base64
from typing import Any

import pytest
from sqlalchemy import insert

from api.execute import Executor
from db.catalogue import Model
from db.engine import Database

ORDERS = (
    "{name: ASC}",
    "{parameters: DESC}",
    "{parameters: ASC}",
    "{year: ASC}",
    "{year: DESC}, {name: ASC}",
    "{family: {name: DESC}}, {isRegistered: ASC}",
    "{paper: {submitted: ASC}}",
)


def _data(executor: Executor, query: str, **variables: Any) -> Any:
    answer = executor.execute(query, variables)
    assert "errors" not in answer, answer
    return answer["data"]


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("size", [1, 2, 5])
def test_pages_add_up_to_the_list_in_every_order(executor: Executor, order: str, size: int) -> None:
    query = f"""query ($first: Int, $after: String) {{
      models(orderBy: [{order}], first: $first, after: $after) {{
        totalCount nodes {{ name }} edges {{ cursor }}
        pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }}
      }}
    }}"""
    whole = _data(executor, query, first=100)["models"]
    names, cursor, pages = [], None, 0
    while True:
        page = _data(executor, query, first=size, after=cursor)["models"]
        assert page["totalCount"] == whole["totalCount"] == 9
        assert page["pageInfo"]["hasPreviousPage"] == (cursor is not None)
        assert page["pageInfo"]["startCursor"] == page["edges"][0]["cursor"]
        names += [node["name"] for node in page["nodes"]]
        cursor, pages = page["pageInfo"]["endCursor"], pages + 1
        if not page["pageInfo"]["hasNextPage"]:
            break
    assert names == [node["name"] for node in whole["nodes"]]
    assert pages == -(-9 // size)


def test_nested_pages_go_on_after_a_cursor(executor: Executor) -> None:
    query = """query ($after: String) { model(name: "model_b") {
      variants(first: 1, after: $after) {
        totalCount nodes { name } pageInfo { endCursor hasNextPage } } } }"""
    names, cursor = [], None
    for _ in range(3):
        page = _data(executor, query, after=cursor)["model"]["variants"]
        assert page["totalCount"] == 2
        names += [node["name"] for node in page["nodes"]]
        cursor = page["pageInfo"]["endCursor"] or cursor
    assert names == ["model_b.in1k_9", "model_b.in22k_ft_in1k"]


def test_a_page_stays_right_while_rows_are_added_before_it(database: Database) -> None:
    with database.writing() as session:
        session.execute(
            insert(Model),
            [{"id": id_, "name": f"m{id_}", "is_registered": True} for id_ in (10, 20, 30)],
        )
    executor = Executor(database)
    query = """query ($a: String) { models(first: 2, after: $a) {
      nodes { name } pageInfo { endCursor } } }"""
    first = _data(executor, query)["models"]
    with database.writing() as session:
        session.execute(insert(Model).values(id=5, name="m05", is_registered=True))
    second = _data(executor, query, a=first["pageInfo"]["endCursor"])["models"]
    assert [node["name"] for node in first["nodes"] + second["nodes"]] == ["m10", "m20", "m30"]
    executor.close()


@pytest.mark.parametrize(
    ("query", "levels"),
    [
        ("{ models(first: 5) { totalCount nodes { name family { name } paper { title } } } }", 0),
        ("{ models(first: 5) { nodes { variants { totalCount nodes { name } } } } }", 1),
        (
            "{ models(first: 5) { nodes { variants { nodes { evaluations { totalCount nodes {"
            " top1 dataset { name } provenance { line cells source { name } } } } } } } } }",
            2,
        ),
        ("{ evaluations { nodes { variant { model { variants { nodes { name } } } } } } }", 1),
        ("{ models(first: 5) { totalCount } }", 0),
        (
            "{ trend { totalCount nodes { modelName model { name } points { totalCount nodes {"
            " value low night startedAt environment { slug } run { slug } } }"
            " changePoints { nodes { startedAt run { slug } } }"
            " alerts { nodes { id run { night } } } } } }",
            3,
        ),
        (
            '{ regressions(since: "2024-01-01") { nodes { id series { modelName } } } }',
            0,
        ),
        ("{ families { nodes { models(first: 1) { totalCount pageInfo { hasNextPage } } } } }", 1),
    ],
)
def test_one_statement_and_one_more_for_each_nested_list(
    executor: Executor, query: str, levels: int
) -> None:
    prepared = executor.prepare(query)
    with executor.readers.reader() as reader, reader.request(float("inf"), is_single=False):
        answer = executor.run_with(reader, prepared)
        count = reader.statement_count
    assert "errors" not in answer
    assert count <= 1 + levels


def _cursor(executor: Executor, query: str) -> str:
    (field,) = _data(executor, query).values()
    cursor: str = field["pageInfo"]["endCursor"]
    return cursor


@pytest.mark.parametrize("cursor", ["", "x", "bm8=", base64.urlsafe_b64encode(b"[]").decode(), "é"])
def test_what_is_no_cursor_is_refused(executor: Executor, cursor: str) -> None:
    for query in (
        "query ($a: String) { models(after: $a) { nodes { name } } }",
        "query ($a: String) { families { nodes { models(after: $a) { nodes { name } } } } }",
    ):
        answer = executor.execute(query, {"a": cursor})
        assert answer["errors"][0]["extensions"]["code"] == "BAD_CURSOR"
        assert "data" not in answer


def test_a_cursor_of_another_list_or_order_is_refused(executor: Executor) -> None:
    cursor = _cursor(executor, "{ models(first: 1) { pageInfo { endCursor } } }")
    for query in (
        "query ($a: String) { variants(after: $a) { nodes { name } } }",
        "query ($a: String) { models(after: $a, orderBy: [{name: DESC}]) { nodes { name } } }",
    ):
        answer = executor.execute(query, {"a": cursor})
        assert answer["errors"][0]["extensions"]["code"] == "BAD_CURSOR"


def test_a_cursor_with_values_of_other_types_is_refused(executor: Executor) -> None:
    cursor = _cursor(executor, "{ models(first: 1) { pageInfo { endCursor } } }")
    mark = base64.urlsafe_b64decode(cursor).split(b",")[0]
    for values in (b',"a"]', b",1,2]", b',"a","b"]', b',"a",1e99]', b',"a\\u0000",1]', b",null,1]"):
        forged = base64.urlsafe_b64encode(mark + values).decode()
        answer = executor.execute(
            "query ($a: String) { models(after: $a) { nodes { name } } }", {"a": forged}
        )
        assert answer["errors"][0]["extensions"]["code"] in {"BAD_CURSOR", "BAD_USER_INPUT"}
