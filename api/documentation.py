"""docs/graphql.md: examples that tests run, and the reference from the schema's descriptions."""

from __future__ import annotations

from dataclasses import dataclass

from graphql import (
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLScalarType,
)

from api.errors import MUTATION_CODES, STATUSES
from api.limits import Limits
from api.roots import DEFAULT_FIRST, MAX_FLAT, MAX_PAGE
from api.schema import schema


@dataclass(frozen=True, kw_only=True, slots=True)
class Example:
    """A question and how it is asked."""

    title: str
    text: str
    query: str


EXAMPLES = (
    Example(
        title="Weights by year, size and accuracy",
        text="Models of 2021 tested at 224 pixels above 80 % top-1, best first.",
        query="""{
  evaluations(
    where: {dataset: {name: {exact: "imagenet"}}, imgSize: {exact: 224}, top1: {gt: 80},
            variant: {model: {year: {exact: 2021}}}}
    orderBy: [{top1: DESC}], first: 50
  ) {
    totalCount
    nodes { top1 top5 imgSize variant { name licence { name commercialUse } model { name year yearSource family { name } paper { title arxivId } } } }
  }
}""",  # noqa: E501 - as people paste it
    ),
    Example(
        title="Only what may be used commercially",
        text="`unknown` is never `yes`.",
        query="""{
  variants(where: {licence: {commercialUse: {exact: "yes"}}}, first: 5) {
    totalCount
    nodes { name licence { name } }
  }
}""",
    ),
    Example(
        title="Where a figure comes from",
        text="Every figure points at the row it was read from, cells as they were written.",
        query="""{
  evaluations(first: 1) {
    nodes {
      top1
      provenance { line cells source { name uri revision publishedAt sha256 licence retrievedAt } }
    }
  }
}""",
    ),
    Example(
        title="The next page",
        text="Pass `endCursor` as `after`, with the same order. Pages stay right while rows are "
        "added.",
        query="""{
  models(orderBy: [{year: DESC}, {name: ASC}], first: 3) {
    nodes { name year }
    pageInfo { hasNextPage endCursor }
  }
}""",
    ),
    Example(
        title="What is missing",
        text="Weights without a row on a test set. A relation in a filter means that there is one; "
        "`NOT` is the exact complement.",
        query="""{
  variants(where: {NOT: {evaluations: {dataset: {name: {exact: "imagenet-a"}}}}}, first: 5) {
    totalCount
    nodes { name }
  }
}""",
    ),
    Example(
        title="Accuracy against speed",
        text="`isParetoOptimal` looks at the filtered list; `mixedBatchSizes` says whether "
        "throughput was taken at several batch sizes.",
        query="""{
  tradeoffs(environment: "rtx4090-pt291-cu128", precision: "amp", first: 5
            where: {top1: {gt: 80}}, orderBy: [{samplesPerSecond: DESC}]) {
    mixedBatchSizes
    nodes { top1 samplesPerSecond batchSize imgSize isParetoOptimal variant { name } }
  }
}""",
    ),
    Example(
        title="The Pareto frontier over three metrics",
        text="",
        query="""{
  paretoFrontier(metrics: [{metric: TOP1}, {metric: PARAMETERS}, {metric: GMACS, direction: MIN}]
                 orderBy: [{top1: DESC}], first: 5) {
    totalCount
    nodes { top1 parameters gmacs variant { name } }
  }
}""",
    ),
    Example(
        title="Statistics of groups",
        text="",
        query="""{
  evaluationAggregates(groupBy: [YEAR, DATASET], where: {imgSize: {exact: 224}}
                       having: {count: {gte: 2}}, orderBy: [{top1Median: DESC}], first: 5) {
    nodes { year dataset count top1Mean top1Median top1Stddev }
  }
}""",
    ),
    Example(
        title="What changed",
        text="Between two states of the data, by ingest or by publication.",
        query="""{
  changes(since: {ingestedAt: "2024-01-01"}, until: {ingestedAt: "2034-01-01"}, first: 5) {
    totalCount
    nodes { subject change nameWritten evaluationBefore { top1 } evaluationAfter { top1 } }
  }
}""",
    ),
    Example(
        title="Night after night",
        text="Series of this project's own measurements, with where they stepped; the last nights "
        "first.",
        query="""{
  trend(where: {imgSize: {exact: 224}, deviceKey: {startsWith: "rtx"}}, first: 5) {
    nodes {
      modelName batchSize deviceKey model { name family { name } }
      points(orderBy: [{startedAt: DESC}], first: 30) {
        nodes { night value low high status environment { slug torch timm } run { slug } }
      }
      changePoints { nodes { kind ratio startedAt } }
    }
  }
}""",
    ),
    Example(
        title="What got slower",
        text="Confirmed regressions of 5 % or more, newest first.",
        query="""{
  regressions(since: "2024-01-01", minChange: 5
              where: {kind: {exact: "regression"}, state: {exact: "open"}}) {
    totalCount
    nodes { id text ratio ratioLow ratioHigh raisedAt verdict series { modelName } run { slug } }
  }
}""",
    ),
    Example(
        title="Search",
        text="Names, old spellings, families, papers and notes; typos and inflected Korean forms "
        "are forgiven.",
        query="""{
  search(text: "convnxt", first: 3) { nodes { score kind text model { name } } }
  notes: search(text: "융합", first: 3) { nodes { text note { title } } }
}""",
    ),
)

#: The mutations as they are sent; the tests of writing send them.
SUBMIT = """mutation ($input: SubmitBenchmarkRunInput!, $key: String!) {
  submitBenchmarkRun(input: $input, idempotencyKey: $key) { slug isNew }
}"""
JUDGE = """mutation {
  judgeAlert(input: {alert: 1, decision: ACCEPT, remark: "torch 2.10 is slower here"}) {
    alert state verdict
  }
}"""
WRITTEN = (SUBMIT, JUDGE)


def graphql_page() -> str:
    """docs/graphql.md."""
    lines = [
        "# GraphQL",
        "",
        "Generated from the schema by `make goldens`; do not edit.",
        "",
        '`POST /graphql` with `{"query": ..., "variables": ...}` as `application/json`, or',
        "`GET /graphql?query=...`; the answer is `application/graphql-response+json` if asked for.",
        "`backbonedb query FILE` asks without a server.",
        "",
        "## Examples",
        "",
    ]
    for example in EXAMPLES:
        lines += [f"### {example.title}", ""]
        if example.text:
            lines += [example.text, ""]
        lines += ["```graphql", example.query, "```", ""]
    return "\n".join([*lines, *_rules(), *_reference()])


def _rules() -> list[str]:
    limits = Limits()
    return [
        "## Lists, filters and orders",
        "",
        f"Lists have pages of {DEFAULT_FIRST} rows unless `first` says otherwise, at most "
        f"{MAX_PAGE:,}, or {MAX_FLAT:,} where the list's `first` says so.",
        "In filters, all that is given must hold; `AND: []` always holds, `OR: []` never; a lookup",
        "that is `null` is ignored; only `isNull: true` matches a missing value. A relation in a",
        "filter holds if there is a related row for which the inner filter holds.",
        "Rows without a value come last in every order; ties are broken by the row's key.",
        "",
        "## Limits",
        "",
        "| what | most |",
        "| --- | --- |",
        f"| body, bytes | {limits.body_bytes:,} |",
        f"| tokens of a document | {limits.tokens:,} |",
        f"| levels of fields | {limits.depth} |",
        f"| fields, spread fragments counted | {limits.fields:,} |",
        f"| aliases | {limits.aliases} |",
        "| objects by the sizes of lists, multiplied down; a list computed from all rows counts "
        f"100,000 | {limits.cost:,} |",
        f"| operations and fragments of a document | {limits.definitions:,} |",
        f"| seconds | {limits.deadline_s:g} |",
        f"| bytes of an answer | {limits.result_bytes:,} |",
        "",
        "## Errors",
        "",
        "`extensions.code` of each error, and the HTTP status of an answer without data (with "
        "`application/json`, failures of well-formed requests come with 200):",
        "",
        "| code | status |",
        "| --- | --- |",
        *(f"| `{code}` | {status} |" for code, status in STATUSES.items()),
        "",
        "## Writing",
        "",
        "Mutations are sent by POST with `Authorization: Bearer TOKEN`; `backbonedb token create` "
        "makes tokens.",
        f"With a token to submit runs a body may have {limits.submission_bytes:,} bytes. "
        "A mutation is done whole or not at all;",
        "one that was understood and refused answers `data: null`, status 200 and one of these "
        "codes:",
        "",
        "| code | condition |",
        "| --- | --- |",
        *(f"| `{code}` | {condition} |" for code, condition in MUTATION_CODES.items()),
        "",
        *(f"```graphql\n{written}\n```\n" for written in WRITTEN),
    ]


def _reference() -> list[str]:
    found = schema()
    types = [type_ for name, type_ in found.type_map.items() if not name.startswith("__")]
    query = found.query_type
    assert query is not None
    mutation = found.mutation_type
    assert mutation is not None
    lines = []
    for title, root in (("Root fields", query), ("Mutations", mutation)):
        lines += [f"## {title}", ""]
        for name, field in root.fields.items():
            lines += [f"### {name}: `{field.type}`", "", field.description or "", ""]
            lines += _arguments(field)
    lines += ["## Types", ""]
    for type_ in sorted(types, key=lambda one: one.name):
        if type_ not in (query, mutation):
            lines += _type(type_)
    return lines


def _arguments(field: GraphQLField) -> list[str]:
    if not field.args:
        return []
    rows = [
        f"| `{name}` | `{argument.type}` | {argument.description or ''} |"
        for name, argument in field.args.items()
    ]
    return ["| argument | type | meaning |", "| --- | --- | --- |", *rows, ""]


def _type(type_: GraphQLNamedType) -> list[str]:
    if isinstance(type_, GraphQLObjectType):
        if type_.name.endswith(("Connection", "Edge")):
            return []
        rows = [
            f"| `{name}` | `{field.type}` | {field.description or ''} |"
            for name, field in type_.fields.items()
        ]
    elif isinstance(type_, GraphQLEnumType):
        rows = [f"| `{name}` | | {value.description} |" for name, value in type_.values.items()]
    elif isinstance(type_, GraphQLInputObjectType):
        if type_.name.endswith(("Filter", "Order", "Range")):
            return []
        rows = [
            f"| `{name}` | `{field.type}` | {field.description or ''} |"
            for name, field in type_.fields.items()
        ]
    else:
        assert isinstance(type_, GraphQLScalarType)
        return [f"### {type_.name}", "", type_.description or "", ""]
    head = ["| field | type | meaning |", "| --- | --- | --- |"]
    return [f"### {type_.name}", "", type_.description or "", "", *head, *rows, ""]
