"""``trend`` and ``regressions`` against a reading of the runs' files by themselves."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from api.execute import Executor
from db.engine import Database
from db.speed import BenchmarkRun
from ingest.sources.bench_job import read_run_file
from tests.support import ingest, registry_jsonl
from tests.watch.bench_lines import NIGHT, ending, failure, measurement, name, opening, text
from watch.alerts import record
from watch.evaluate import evaluate
from watch.judging import list_alerts

RESULTS = Path(__file__).resolve().parents[2] / "benchmarks" / "results"
Series = tuple[str, int, int]


@pytest.fixture
def executor(database: Database) -> Iterator[Executor]:
    executor = Executor(database)
    yield executor
    executor.close()


def data(executor: Executor, query: str, **variables: Any) -> Any:
    answer = executor.execute(query, variables)
    assert "errors" not in answer, answer
    return answer["data"]


def as_read(lines: str) -> dict[Series, list[dict[str, Any]]]:
    """What a file says, by what was measured, in the order of the file."""
    found: dict[Series, list[dict[str, Any]]] = {}
    for line in map(json.loads, lines.splitlines()):
        if line["type"] == "measurement" and line["batch_size"] is not None:
            key = (line["model"], line["img_size"], line["batch_size"])
            found.setdefault(key, []).append(line)
    return found


def speed_at(line: Mapping[str, Any], step_time: str) -> float | None:
    time_ms = line.get(step_time)
    return 1000 * line["batch_size"] / time_ms if time_ms else None


TREND = """query ($after: String) { trend(first: 7, after: $after) { totalCount
  pageInfo { hasNextPage endCursor }
  nodes { modelName imgSize batchSize deviceKey task precision layout compile protocol metric
    model { name }
    points(first: 100) { totalCount nodes { value low high night startedAt status repeat reason
      environment { slug torch } run { slug } provenance { line source { name } } } } } } }"""


def pages(executor: Executor) -> Iterator[dict[str, Any]]:
    after = None
    while True:
        page = data(executor, TREND, after=after)["trend"]
        yield from page["nodes"]
        if not page["pageInfo"]["hasNextPage"]:
            return
        after = page["pageInfo"]["endCursor"]


@pytest.mark.parametrize("file", sorted(RESULTS.glob("*.jsonl")), ids=lambda file: file.stem)
def test_trend_has_the_figures_of_our_own_runs(
    executor: Executor, database: Database, file: Path
) -> None:
    content = file.read_text("utf-8")
    run = read_run_file(file)
    ingest(database, run.name, content)
    facts = json.loads(content.splitlines()[0])
    expected = as_read(content)
    nodes = list(pages(executor))
    assert [(n["modelName"], n["imgSize"], n["batchSize"]) for n in nodes] == sorted(expected)
    for node in nodes:
        lines = expected[node["modelName"], node["imgSize"], node["batchSize"]]
        assert node["model"]["name"] == node["modelName"]
        assert node["protocol"] == f"backbonedb-median {facts['protocol_version']}"
        assert node["deviceKey"].endswith(f"@{facts['machine']}")
        for name_ in ("task", "precision", "layout"):
            assert node[name_] == facts["settings"][name_]
        assert node["points"]["totalCount"] == len(lines)
        for point, line in zip(node["points"]["nodes"], lines, strict=True):
            assert point["value"] == line["samples_per_second"]
            assert point["low"] == speed_at(line, "step_time_p95_ms")
            assert point["high"] == speed_at(line, "step_time_p5_ms")
            assert point["low"] <= point["value"] <= point["high"]
            assert (point["night"], point["startedAt"]) == (facts["night"], facts["started_at"])
            assert (point["status"], point["repeat"]) == (line["status"], line["repeat"])
            assert point["environment"]["torch"] == facts["environment"]["software"]["torch"]
            assert point["run"]["slug"] == f"bench-{facts['run_id']}"
            source = point["provenance"]["source"]["name"]
            assert source == run.name
            number = point["provenance"]["line"] - 1
            assert json.loads(content.splitlines()[number])["model"] == line["model"]


# --- nights ---

COUNT = 12


def night(number: int) -> tuple[datetime, str]:
    """A night: the ninth is slow for one model, the eleventh has new software and is slow."""
    at = NIGHT + timedelta(days=number)
    software = {"torch": "2.10.0" if number >= 10 else "2.9.1"}
    factor = (1 + 0.002 * (number % 3)) * (0.9 if number >= 10 else 1.0)
    lines = [opening(at, software=software)]
    for model in ("resnet50", "vgg11", "coat_lite_mini"):
        speed = 50.0 * factor * (0.8 if (model, number) == ("vgg11", 8) else 1.0)
        repeats = (1, 2, 3) if (model, number) == ("vgg11", 8) else (1,)
        lines += [
            measurement(model, speed, at, repeat=repeat, step_time_p5_ms=0.9e3 / speed)
            for repeat in repeats
        ]
    if number % 4 == 0:
        lines.append(failure("vgg19", "oom", at, batch_size=64))
    return at, text([*lines, ending(at)])


@pytest.fixture
def nights(database: Database) -> dict[str, str]:
    """The files of the nights by run; each was looked at in its morning."""
    files = {}
    for number in range(COUNT):
        at, content = night(number)
        ingest(database, name(at), content)
        slug = name(at).removesuffix(".jsonl")
        files[slug] = content
        with database.writing() as session:
            run_id = session.scalars(select(BenchmarkRun.id).filter_by(slug=slug)).one()
            record(session, evaluate(session, run_id), at + timedelta(hours=6))
    return files


def test_trend_follows_the_nights(executor: Executor, nights: dict[str, str]) -> None:
    expected: dict[Series, list[tuple[str, int, Any, str]]] = {}
    for slug, content in nights.items():
        for key, lines in as_read(content).items():
            expected.setdefault(key, []).extend(
                (slug, line["repeat"], line.get("samples_per_second"), line["status"])
                for line in lines
            )
    nodes = list(pages(executor))
    found = {
        (node["modelName"], node["imgSize"], node["batchSize"]): [
            (point["run"]["slug"], point["repeat"], point["value"], point["status"])
            for point in node["points"]["nodes"]
        ]
        for node in nodes
    }
    assert found == expected
    assert len(nodes) == 4
    torch = [point["environment"]["torch"] for point in nodes[0]["points"]["nodes"]]
    assert torch == ["2.9.1"] * 10 + ["2.10.0"] * 2
    latest = data(
        executor,
        """{ trend(where: {model: {name: {exact: "resnet50"}}}) { nodes {
          points(orderBy: [{startedAt: DESC}], first: 2, where: {status: {exact: "ok"}}) {
            totalCount nodes { night } } } } }""",
    )["trend"]["nodes"]
    assert latest == [
        {
            "points": {
                "totalCount": COUNT,
                "nodes": [{"night": "2026-03-12"}, {"night": "2026-03-11"}],
            }
        }
    ]


@pytest.mark.usefixtures("nights")
def test_change_points_are_those_of_the_table(executor: Executor, database: Database) -> None:
    nodes = data(
        executor,
        "{ trend { nodes { modelName changePoints { nodes { kind ratio startedAt run { night }"
        " series { modelName } } } } } }",
    )["trend"]["nodes"]
    changed = {
        node["modelName"]: [
            (point["kind"], point["run"]["night"]) for point in node["changePoints"]["nodes"]
        ]
        for node in nodes
    }
    assert ("environment", "2026-03-11") in changed["resnet50"]
    assert changed["vgg19"] == []
    for node in nodes:
        for point in node["changePoints"]["nodes"]:
            assert point["series"]["modelName"] == node["modelName"]
            assert point["startedAt"].startswith(point["run"]["night"])


@pytest.mark.usefixtures("nights")
@pytest.mark.parametrize(
    ("given", "asked"),
    [
        ({}, {}),
        ({"since": "2026-03-10"}, {"since": NIGHT + timedelta(days=8, hours=23)}),
        ({"since": "2026-03-09T07:00:00Z"}, {"since": NIGHT + timedelta(days=8, hours=6)}),
        ({"since": "2026-03-09T07:00:00.000001Z"}, {"since": NIGHT + timedelta(days=8, hours=7)}),
        ({"minChange": 15}, {"min_change": 0.15}),
        ({"minChange": 5.0, "since": "2026-03-01"}, {"min_change": 0.05}),
        ({"minChange": 90}, {"min_change": 0.9}),
        ({"environment": "aba"}, {"device": "aba"}),
        ({"environment": "ABA"}, {"device": "ABA"}),
        ({"environment": ""}, {"device": ""}),
        ({"where": {"kind": {"exact": "regression"}}}, {"kinds": ("regression",)}),
        ({"where": {"state": {"exact": "muted"}}}, {"states": ("muted",)}),
        ({"since": None, "minChange": None, "environment": None}, {}),
    ],
    ids=str,
)
def test_regressions_are_those_that_the_command_lists(
    executor: Executor, database: Database, given: dict[str, Any], asked: dict[str, Any]
) -> None:
    query = """query ($since: DateTime, $minChange: Float, $environment: String,
        $where: AlertFilter) {
      regressions(since: $since, minChange: $minChange, environment: $environment, where: $where) {
        totalCount
        nodes { id kind deviceKey state verdict ratio ratioLow ratioHigh baseline value qValue text
          raisedAt series { modelName } run { slug night startedAt } } } }"""
    page = data(executor, query, **given)["regressions"]
    with database.reading() as session:
        expected = {
            alert.id: {
                "id": alert.id,
                "kind": alert.kind,
                "deviceKey": alert.device_key,
                "state": alert.state,
                "verdict": alert.verdict,
                "ratio": alert.ratio,
                "ratioLow": alert.ratio_low,
                "ratioHigh": alert.ratio_high,
                "baseline": alert.baseline,
                "value": alert.value,
                "qValue": alert.q_value,
                "text": alert.text,
                "raisedAt": f"{alert.raised_at:%Y-%m-%dT%H:%M:%S.%fZ}",
                "series": alert.series and {"modelName": alert.series.model},
                "run": alert.run
                and {
                    "slug": alert.run.slug,
                    "night": alert.run.night,
                    "startedAt": f"{alert.run.started_at:%Y-%m-%dT%H:%M:%S.%fZ}",
                },
            }
            for alert in list_alerts(session, **asked)
        }
    assert {node["id"]: node for node in page["nodes"]} == expected
    assert page["totalCount"] == len(expected)
    raised = [node["raisedAt"] for node in page["nodes"]]
    assert raised == sorted(raised, reverse=True)
    if not given:
        kinds = [node["kind"] for node in page["nodes"]]
        assert kinds == ["environment_change", "regression"]


def test_a_name_that_is_an_old_spelling_leads_to_its_model(
    executor: Executor, database: Database
) -> None:
    registry = registry_jsonl({"resnet50": (25_557_032, ["in1k"])}, {"old_resnet": "resnet50"})
    ingest(database, "timm-registry.jsonl", registry)
    lines = [opening(), measurement("old_resnet", 20.0), measurement("nobody_knows", 10.0)]
    ingest(database, name(), text(lines))
    nodes = data(executor, "{ trend { nodes { modelName model { name isRegistered } } } }")
    assert nodes["trend"]["nodes"] == [
        {"modelName": "nobody_knows", "model": {"name": "nobody_knows", "isRegistered": False}},
        {"modelName": "old_resnet", "model": {"name": "resnet50", "isRegistered": True}},
    ]
