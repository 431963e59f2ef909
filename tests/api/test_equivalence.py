"""The compiled way and graphql-core, field by field over naive data, answer identically."""

from __future__ import annotations

import orjson
import pytest

from api.execute import Executor
from db.engine import Database

from .generate import Generator
from .reference import Reference

QUERIES = 100


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
            assert orjson.loads(orjson.dumps(compiled)) == orjson.loads(orjson.dumps(expected)), (
                query,
                variables,
            )
            nonempty += b"null" in orjson.dumps(compiled) or b"[{" in orjson.dumps(compiled)
    assert nonempty > QUERIES / 4
