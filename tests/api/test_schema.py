"""The schema: its golden text, its documentation, and that every declaration can be asked for."""

from __future__ import annotations

from pathlib import Path

import pytest
from graphql import GraphQLInputObjectType, GraphQLObjectType, build_schema

from api.declare import Column, ToOne
from api.documentation import EXAMPLES, Example, graphql_page
from api.execute import Executor, execute
from api.lookups import LOOKUPS
from api.registry import ENTITIES, LISTS
from api.roots import ListRoot
from api.schema import schema, sdl
from db.engine import Database

ROOT = Path(__file__).resolve().parents[2]
GOLDENS = {"tests/api/schema.graphql": sdl, "docs/graphql.md": graphql_page}


@pytest.mark.parametrize("name", GOLDENS)
def test_generated_text_agrees_with_the_code(name: str) -> None:
    kept = (ROOT / name).read_text("utf-8")
    assert kept == GOLDENS[name](), f"{name}: run `make goldens` and read the difference"


def test_the_schema_text_is_the_schema() -> None:
    assert set(build_schema(sdl()).type_map) == set(schema().type_map)


def test_everything_is_described() -> None:
    for name, type_ in schema().type_map.items():
        if name.startswith("__"):
            continue
        assert type_.description, name
        if isinstance(type_, GraphQLObjectType | GraphQLInputObjectType):
            for field, definition in type_.fields.items():
                assert definition.description, f"{name}.{field}"
        if isinstance(type_, GraphQLObjectType):
            for field, definition in type_.fields.items():
                for argument, one in definition.args.items():
                    assert one.description, f"{name}.{field}({argument})"


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.title)
def test_an_example_of_the_documentation_is_answered(executor: Executor, example: Example) -> None:
    assert "errors" not in executor.execute(example.query)


@pytest.mark.parametrize(
    "root", [root for root in LISTS if root.source is None], ids=lambda r: r.name
)
def test_every_field_filter_and_order_of_an_entity_can_be_asked_for(
    executor: Executor, root: ListRoot
) -> None:
    entity = ENTITIES[root.entity]
    for field in entity.fields:
        selection = field.name
        if not isinstance(field, Column):
            inner = ENTITIES[field.target].columns()[0].name
            page = not isinstance(field, ToOne) and field.is_connection
            selection += f" {{ nodes {{ {inner} }} }}" if page else f" {{ {inner} }}"
        queries = [f"{{ {root.name} {{ nodes {{ {selection} }} }} }}"]
        if isinstance(field, Column) and field.is_order:
            queries += [
                f"{{ {root.name}(orderBy: [{{{field.name}: {way}}}]) {{ nodes {{ __typename }} "
                "pageInfo { endCursor } } }"
                for way in ("ASC", "DESC")
            ]
        if isinstance(field, Column) and field.is_filter:
            queries += [
                f"{{ {root.name}(where: {{{field.name}: {{isNull: {flag}}}}}) {{ totalCount }} }}"
                for flag in ("true", "false")
            ]
        for query in queries:
            assert "errors" not in executor.execute(query), query


def test_lookups_have_names_of_their_own() -> None:
    assert len({lookup.name for lookup in LOOKUPS}) == len(LOOKUPS)


def test_introspection_is_answered(executor: Executor) -> None:
    from graphql import build_client_schema, get_introspection_query

    answer = executor.execute(get_introspection_query(input_value_deprecation=True))
    assert "errors" not in answer
    assert set(build_client_schema(answer["data"]).type_map) == set(schema().type_map)


def test_one_call_answers_for_a_process_that_runs_one(catalogue: Database) -> None:
    query = "query ($name: String!) { model(name: $name) { name } __typename }"
    assert execute(catalogue, query, {"name": "model_a"}) == {
        "data": {"model": {"name": "model_a"}, "__typename": "Query"}
    }


def test_a_null_for_an_argument_with_a_default_is_an_error_of_its_field(
    executor: Executor,
) -> None:
    query = 'query ($name: String = "model_a") { model(name: $name) { name } __typename }'
    assert executor.execute(query) == {
        "data": {"model": {"name": "model_a"}, "__typename": "Query"}
    }
    answer = executor.execute(query, {"name": None})
    assert answer["data"] == {"model": None, "__typename": "Query"}
    assert answer["errors"][0]["path"] == ["model"]
