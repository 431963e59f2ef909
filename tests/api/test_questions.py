"""What no filter asks: tradeoffs, frontiers, aggregates, comparison, changes, search.

Each against a slow independent computation from plainly listed rows.
"""

from __future__ import annotations

import random
import statistics
import unicodedata
from collections import defaultdict
from collections.abc import Callable
from typing import Any

import pytest

from api.execute import Executor
from api.types.frontier import frontier


def _data(executor: Executor, query: str, **variables: Any) -> Any:
    answer = executor.execute(query, variables)
    assert "errors" not in answer, answer
    return answer["data"]


def _evaluations(executor: Executor) -> list[Any]:
    nodes: list[Any] = _data(
        executor,
        """{ evaluations(first: 2000) { nodes { top1 imgSize dataset { name }
          variant { name pretrainedOn model { name year family { name } } } } } }""",
    )["evaluations"]["nodes"]
    return nodes


def _measurements(executor: Executor) -> list[Any]:
    nodes: list[Any] = _data(
        executor,
        """{ measurements(first: 2000) { nodes { samplesPerSecond batchSize imgSize status
          model { name } run { slug environment { slug } } } } }""",
    )["measurements"]["nodes"]
    return nodes


@pytest.mark.parametrize("batch", ["", ", batch: {exact: 256}", ", batch: {atMost: 1000}"])
@pytest.mark.parametrize("environment", ["rtx4090-pt291-cu128", "i9-pt240"])
def test_tradeoffs_are_the_join_by_model_and_size(
    executor: Executor, environment: str, batch: str
) -> None:
    sizes = {"": {256, 1024}, ", batch: {exact: 256}": {256}, ", batch: {atMost: 1000}": {256}}[
        batch
    ]
    speeds = {
        (row["model"]["name"], row["imgSize"]): row
        for row in _measurements(executor)
        if row["run"]["environment"]["slug"] == environment
        and row["status"] == "ok"
        and row["batchSize"] in sizes
    }
    expected = {}
    for row in _evaluations(executor):
        found = speeds.get((row["variant"]["model"]["name"], row["imgSize"]))
        if row["dataset"]["name"] == "imagenet" and found is not None:
            expected[row["variant"]["name"]] = (row["top1"], found["samplesPerSecond"])
    page = _data(
        executor,
        f"""{{ tradeoffs(environment: "{environment}"{batch}, first: 2000) {{
          totalCount mixedBatchSizes
          nodes {{ top1 samplesPerSecond batchSize isParetoOptimal variant {{ name }} }} }} }}""",
    )["tradeoffs"]
    nodes = page["nodes"]
    assert {n["variant"]["name"]: (n["top1"], n["samplesPerSecond"]) for n in nodes} == expected
    assert page["totalCount"] == len(expected) == len(nodes)
    assert page["mixedBatchSizes"] == (len({n["batchSize"] for n in nodes}) > 1)
    for node in nodes:
        point = (node["top1"], node["samplesPerSecond"])
        beaten = any(
            other != point and other[0] >= point[0] and other[1] >= point[1]
            for other in expected.values()
        )
        assert node["isParetoOptimal"] == (not beaten)


def test_without_an_environment_the_newest_run_that_has_both_counts(executor: Executor) -> None:
    nodes = _data(
        executor, "{ tradeoffs(first: 100) { nodes { imgSize model { name } run { slug } } } }"
    )["tradeoffs"]["nodes"]
    have: dict[Any, set[str]] = defaultdict(set)
    for row in _measurements(executor):
        if row["status"] == "ok":
            have[row["model"]["name"], row["imgSize"]].add(row["run"]["slug"])
    assert nodes
    for node in nodes:
        runs = have[node["model"]["name"], node["imgSize"]]
        # The CPU run says no start; its source was published in 2024 too, but later.
        newest = "run-cpu" if "run-cpu" in runs else "run-gpu"
        assert node["run"]["slug"] == newest


def test_windows_see_the_whole_list_on_later_pages(executor: Executor) -> None:
    query = """query ($a: String) { tradeoffs(environment: "rtx4090-pt291-cu128", first: 3,
      after: $a, orderBy: [{top1: DESC}]) {
        nodes { top1 samplesPerSecond isParetoOptimal } pageInfo { endCursor hasNextPage } } }"""
    whole = _data(executor, query.replace("first: 3", "first: 100"))["tradeoffs"]["nodes"]
    found, cursor = [], None
    for _ in range(10):
        page = _data(executor, query, a=cursor)["tradeoffs"]
        found += page["nodes"]
        cursor = page["pageInfo"]["endCursor"]
        if not page["pageInfo"]["hasNextPage"]:
            break
    assert found == whole


@pytest.mark.parametrize("dimensions", [2, 3])
def test_frontier_is_what_no_point_beats(dimensions: int) -> None:
    random_ = random.Random(dimensions)
    for size in (0, 1, 2, 5, 40, 200):
        for spread in (2, 5, 1000):
            points = [
                (id_, tuple(float(random_.randrange(spread)) for _ in range(dimensions)))
                for id_ in range(size)
            ]
            slow = {
                id_
                for id_, point in points
                if not any(
                    other != point and all(o >= p for o, p in zip(other, point, strict=True))
                    for _, other in points
                )
            }
            assert set(frontier(points)) == slow


def test_pareto_frontier_takes_the_filtered_list_and_directions(executor: Executor) -> None:
    query = """query ($min: Float) { paretoFrontier(metrics: [{metric: TOP1}, {metric: PARAMETERS}],
      where: {top1: {lt: $min}}, first: 100) { totalCount nodes { top1 parameters } } }"""
    rows = _data(executor, "{ tradeoffs(first: 100) { nodes { top1 parameters } } }")
    assert rows["tradeoffs"]["nodes"]
    everything = _data(
        executor,
        """{ evaluations(where: {dataset: {name: {exact: "imagenet"}}}, first: 100) {
          nodes { top1 variant { model { parameters } } } } }""",
    )["evaluations"]["nodes"]
    points = [
        (node["top1"], node["variant"]["model"]["parameters"])
        for node in everything
        if node["variant"]["model"]["parameters"] is not None and node["top1"] < 85
    ]
    slow = sorted(
        p for p in points if not any(q != p and q[0] >= p[0] and q[1] <= p[1] for q in points)
    )
    page = _data(executor, query, min=85)["paretoFrontier"]
    assert sorted((n["top1"], n["parameters"]) for n in page["nodes"]) == slow
    assert page["totalCount"] == len(slow)


@pytest.mark.parametrize(
    "metrics", ["[]", "[{metric: TOP1}]", "[{metric: TOP1}, {metric: TOP1}]", "[{direction: MAX}]"]
)
def test_pareto_frontier_refuses_other_than_two_or_three_metrics(
    executor: Executor, metrics: str
) -> None:
    answer = executor.execute(f"{{ paretoFrontier(metrics: {metrics}) {{ totalCount }} }}")
    assert answer["errors"][0]["extensions"]["code"] == "BAD_USER_INPUT"


@pytest.mark.parametrize("keys", [[], ["YEAR"], ["FAMILY", "DATASET"], ["PRETRAINED_ON"]])
def test_aggregates_are_those_of_the_rows(executor: Executor, keys: list[str]) -> None:
    read: dict[str, tuple[str, Callable[[Any], Any]]] = {
        "YEAR": ("year", lambda row: row["variant"]["model"]["year"]),
        "FAMILY": ("family", lambda row: (row["variant"]["model"]["family"] or {}).get("name")),
        "DATASET": ("dataset", lambda row: row["dataset"]["name"]),
        "PRETRAINED_ON": ("pretrainedOn", lambda row: row["variant"]["pretrainedOn"]),
    }
    groups: dict[Any, list[float]] = defaultdict(list)
    for row in _evaluations(executor):
        groups[tuple(read[key][1](row) for key in keys)].append(row["top1"])
    fields = " ".join(read[key][0] for key in keys)
    page = _data(
        executor,
        f"""{{ evaluationAggregates(groupBy: [{", ".join(keys)}], first: 100) {{ totalCount nodes {{
          {fields} count top1Min top1Max top1Mean top1Median top1Stddev }} }} }}""",
    )["evaluationAggregates"]
    assert page["totalCount"] == len(groups) == len(page["nodes"])
    for node in page["nodes"]:
        values = groups[tuple(node[read[key][0]] for key in keys)]
        assert node["count"] == len(values)
        assert (node["top1Min"], node["top1Max"]) == (min(values), max(values))
        assert node["top1Mean"] == pytest.approx(statistics.fmean(values))
        assert node["top1Median"] == pytest.approx(statistics.median(values))
        if len(values) > 1:
            assert node["top1Stddev"] == pytest.approx(statistics.stdev(values), abs=1e-9)
        else:
            assert node["top1Stddev"] is None


def test_keys_that_no_group_has_are_null_in_answers_filters_and_orders(executor: Executor) -> None:
    asked = _data(
        executor,
        """{ measurementAggregates(groupBy: [STATUS], having: {layout: {isNull: true}},
          orderBy: [{imgSize: ASC}, {status: DESC}]) { nodes { status layout imgSize } } }""",
    )["measurementAggregates"]["nodes"]
    statuses = {row["status"] for row in _measurements(executor)}
    assert asked == [
        {"status": status, "layout": None, "imgSize": None}
        for status in sorted(statuses, reverse=True)
    ]
    none = (
        '{ measurementAggregates(groupBy: [], having: {layout: {exact: "nchw"}}) { totalCount } }'
    )
    assert _data(executor, none)["measurementAggregates"]["totalCount"] == 0


def test_aggregates_leave_missing_values_out_and_can_be_filtered_and_ordered(
    executor: Executor,
) -> None:
    rows: dict[str, list[float | None]] = defaultdict(list)
    for row in _measurements(executor):
        rows[row["model"]["name"]].append(row["samplesPerSecond"])
    nodes = _data(
        executor,
        """{ measurementAggregates(groupBy: [MODEL], having: {samplesPerSecondMax: {gt: 200}},
          orderBy: [{samplesPerSecondMedian: DESC}], first: 100) {
            nodes { model count samplesPerSecondMedian } } }""",
    )["measurementAggregates"]["nodes"]
    expected = {}
    for model, values in rows.items():
        present = [value for value in values if value is not None]
        if present and max(present) > 200:
            expected[model] = (len(values), statistics.median(present))
    assert {n["model"]: (n["count"], n["samplesPerSecondMedian"]) for n in nodes} == expected
    medians = [node["samplesPerSecondMedian"] for node in nodes]
    assert medians == sorted(medians, reverse=True)


def test_compare_sets_every_figure_beside_the_first_weights(executor: Executor) -> None:
    names = ["model_b.in22k_ft_in1k", "model_c"]
    nodes = _data(
        executor,
        """query ($names: [String!]!) { compare(variants: $names, environments: ["i9-pt240"],
          first: 100) { nodes { metric variant { name } dataset { name } run { slug } imgSize
            value baseline difference ratio } } }""",
        names=names,
    )["compare"]["nodes"]
    cells = {
        (
            n["metric"],
            n["dataset"]["name"] if n["dataset"] else n["run"]["slug"],
            n["imgSize"],
            n["variant"]["name"],
        ): n
        for n in nodes
    }
    assert len(cells) == len(nodes) > 0
    for (metric, where, size, _), node in cells.items():
        first = cells.get((metric, where, size, names[0]))
        if first is None:
            assert node["baseline"] is None
            assert node["ratio"] is None
        else:
            assert node["baseline"] == first["value"]
            assert node["difference"] == pytest.approx(node["value"] - first["value"])
            assert node["ratio"] == pytest.approx(node["value"] / first["value"])


def test_robustness_drop_is_clean_less_this(executor: Executor) -> None:
    nodes = _data(
        executor,
        """{ evaluations(first: 100) { nodes { top1 robustnessDrop imgSize dataset { name }
          variant { name } } } }""",
    )["evaluations"]["nodes"]
    clean = {
        (node["variant"]["name"], node["imgSize"]): node["top1"]
        for node in nodes
        if node["dataset"]["name"] == "imagenet-a-clean"
    }
    dropped = 0
    for node in nodes:
        if node["dataset"]["name"] == "imagenet-a":
            expected = clean[node["variant"]["name"], node["imgSize"]] - node["top1"]
            assert node["robustnessDrop"] == round(expected, 6)
            dropped += 1
        else:
            assert node["robustnessDrop"] is None
    assert dropped


def test_as_of_shows_what_was_held_and_what_was_published(executor: Executor) -> None:
    query = """query ($asOf: AsOf) { evaluations(asOf: $asOf, first: 100,
      where: {dataset: {name: {exact: "imagenet"}}}) {
        totalCount nodes { provenance { source { uri } } } } }"""

    def shown(**as_of: str) -> set[str]:
        page = _data(executor, query, asOf=as_of)["evaluations"]
        return {node["provenance"]["source"]["uri"] for node in page["nodes"]}

    # Revision 1 was ingested on 12 January, 3 (another publisher) on 14, 7 (the next) on 18.
    assert shown(ingestedAt="2024-01-11") == set()
    assert shown(ingestedAt="2024-01-13") == {"file:///data/1.csv"}
    assert shown(ingestedAt="2024-01-15") == {"file:///data/1.csv"}
    assert shown(ingestedAt="2024-02-01") == {"file:///data/7.csv"}
    assert shown(publishedAt="2024-01-02T00:00:00Z") == {"file:///data/1.csv"}
    assert shown(publishedAt="2024-01-09") == {"file:///data/7.csv"}
    now = _data(executor, query, asOf=None)["evaluations"]
    assert now == _data(executor, query, asOf={"ingestedAt": "2030-01-01"})["evaluations"]


def test_changes_are_those_between_the_two_states(executor: Executor) -> None:
    query = """query ($since: AsOf!, $until: AsOf!) {
      changes(since: $since, until: $until, first: 2000) { totalCount nodes { subject change
        nameWritten evaluationBefore { top1 } evaluationAfter { top1 }
        measurementAfter { status } } } }"""
    nodes = _data(
        executor, query, since={"ingestedAt": "2024-01-13"}, until={"ingestedAt": "2024-02-01"}
    )["changes"]["nodes"]
    kinds: dict[tuple[str, str], int] = defaultdict(int)
    for node in nodes:
        kinds[node["subject"], node["change"]] += 1
        assert (node["evaluationBefore"] is not None) == (node["change"] == "changed")
        assert (node["evaluationAfter"] is None) == (node["subject"] == "measurement")
    # The first revision's twelve rows became others; three more series of twelve appeared.
    assert kinds == {
        ("evaluation", "changed"): 12,
        ("evaluation", "appeared"): 36,
        ("measurement", "appeared"): 48,
    }
    same = {"ingestedAt": "2024-02-01"}
    assert _data(executor, query, since=same, until=same)["changes"]["totalCount"] == 0


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("model_a", ("model", "model_a")),
        ("coat", ("family", "CoaT")),
        ("deit iii", ("family", "DeiT III")),
        ("modle_a", ("model", "model_a")),
        ("old_model", ("alias", "old_model")),
        ("2101.00001", ("paper", "2101.00001")),
        ("융합", ("note", "토큰을 융합한다")),
        ("융합하는", ("note", "토큰을 융합한다")),
        ("병목", ("note", "병목 블록")),
        (unicodedata.normalize("NFD", "병목"), ("note", "병목 블록")),
    ],
)
def test_search_finds(executor: Executor, text: str, found: tuple[str, str]) -> None:
    nodes = _data(
        executor,
        "query ($t: String!) { search(text: $t, first: 3) { nodes { rank score kind text } } }",
        t=text,
    )["search"]["nodes"]
    assert found in [(node["kind"], node["text"]) for node in nodes]
    assert [node["rank"] for node in nodes] == list(range(1, len(nodes) + 1))


def test_search_leads_to_what_it_found(executor: Executor) -> None:
    query = """{ search(text: "old_model") { nodes { kind model { name } variant { name } } }
      note: search(text: "융합") { nodes { note { title } } }
      none: search(text: "···") { totalCount } }"""
    data = _data(executor, query)
    assert data["search"]["nodes"][0]["model"]["name"] == "model_b"
    assert data["note"]["nodes"][0]["note"]["title"] == "timm/entry 1"
    assert data["none"]["totalCount"] == 0


def test_old_spellings_find_but_exact_names_win(executor: Executor) -> None:
    data = _data(
        executor,
        """{ a: model(name: "old_model") { name } b: model(name: "model_a") { name }
          c: variant(name: "old_model") { name } d: model(name: "nothing") { name } }""",
    )
    assert data["a"]["name"] == "model_b"
    assert data["b"]["name"] == "model_a"
    assert data["c"]["name"] == "model_b.in22k_ft_in1k"
    assert data["d"] is None


def test_alternatives_are_what_other_sources_say(executor: Executor) -> None:
    nodes = _data(
        executor,
        """{ evaluations(where: {dataset: {name: {exact: "imagenet"}}}, first: 100) { nodes {
          alternatives { provenance { source { publisher } } } provenance { source { publisher } }
        } } }""",
    )["evaluations"]["nodes"]
    assert len(nodes) == 12
    for node in nodes:
        assert node["provenance"]["source"]["publisher"] == "timm"
        (other,) = node["alternatives"]
        assert other["provenance"]["source"]["publisher"] == "another"


def test_weights_without_a_row_can_be_asked_for(executor: Executor) -> None:
    page = _data(
        executor,
        """{ variants(where: {NOT: {evaluations: {dataset: {name: {exact: "imagenet-a"}}}}}) {
          totalCount } }""",
    )["variants"]
    assert page["totalCount"] == 3
