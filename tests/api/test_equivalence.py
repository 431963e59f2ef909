"""The compiled way and graphql-core, field by field over naive data, answer identically."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import orjson
import pytest
from sqlalchemy import BigInteger, ColumnElement, case, cast, literal

from api.declare import Column, Expression, Row
from api.execute import Executor
from api.registry import ENTITIES
from api.scalars import INT
from db.engine import Database

from .generate import Generator
from .reference import Reference

#: Queries a seed and engine; e.g. BACKBONEDB_TEST_QUERIES=3000 for an afternoon.
QUERIES = int(os.environ.get("BACKBONEDB_TEST_QUERIES", "100"))


def _read_back(response: dict[str, Any]) -> Any:
    """The response as a client reads it; errors in the order of their places."""
    read = orjson.loads(orjson.dumps(response))
    for error in read.get("errors", []):
        error.pop("extensions", None)
    if "errors" in read:
        read["errors"].sort(key=orjson.dumps)
    return read


@pytest.mark.parametrize("seed", range(2))
def test_random_queries_have_the_same_answer_both_ways(
    executor: Executor, catalogue: Database, seed: int
) -> None:
    generator = Generator(seed)
    nonempty = 0
    with catalogue.reading() as session:
        reference = Reference(session)
        for _ in range(QUERIES):
            query, variables = generator.query()
            compiled = executor.execute(query, variables)
            assert "errors" not in compiled, (compiled["errors"], query, variables)
            expected = reference.execute(query, variables)
            assert _read_back(compiled) == _read_back(expected), (query, variables)
            nonempty += b"null" in orjson.dumps(compiled) or b"[{" in orjson.dumps(compiled)
    assert nonempty > QUERIES / 4


@pytest.mark.parametrize("seed", range(2))
def test_values_that_do_not_fit_are_the_same_errors_both_ways(
    executor: Executor, catalogue: Database, seed: int
) -> None:
    """Errors and what they make null: the field where it may be null, else the object around it."""
    generator = Generator(seed + 1000)
    wrong = 0
    with _past_int(random.Random(seed)), catalogue.reading() as session:
        reference = Reference(session)
        for _ in range(QUERIES):
            query, variables = generator.query()
            compiled = executor.execute(query, variables)
            expected = reference.execute(query, variables)
            assert _read_back(compiled) == _read_back(expected), (query, variables)
            wrong += "errors" in expected
    assert wrong > QUERIES / 20


@contextmanager
def _past_int(choose: random.Random) -> Iterator[None]:
    """Half of the Int columns have 2^31 in a third of their rows."""
    before: list[tuple[Column, Expression]] = []
    for entity in ENTITIES.values():
        if "id" not in entity.key or not entity.is_listed:
            continue
        for field in entity.columns():
            if field.scalar is INT and not field.is_window and choose.random() < 0.5:
                before.append((field, field.sql))
                object.__setattr__(field, "sql", _damaged(field.sql, choose.randrange(3)))
    try:
        yield
    finally:
        for field, sql in reversed(before):
            object.__setattr__(field, "sql", sql)


def _damaged(sql: Expression, remainder: int) -> Expression:
    def expression(row: Row) -> ColumnElement[Any]:
        return case(
            (row.c.id % 3 == remainder, literal(2**31, BigInteger())),
            else_=cast(sql(row), BigInteger()),
        )

    return expression
