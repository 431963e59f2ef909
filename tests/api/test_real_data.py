"""The questions on the real input, against a reading of the CSV files by themselves."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from api.documentation import EXAMPLES
from api.execute import Executor
from db.engine import Database
from db.migrate import upgrade
from ingest.document import read_document
from ingest.pipeline import Ingestion

pytestmark = pytest.mark.realdata

RUN = "benchmark-infer-amp-nchw-pt291-cu128-4090.csv"


@pytest.fixture(scope="module")
def real(real_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Executor]:
    """Notes, registry, ImageNet results and one benchmark file."""
    registry = Path(__file__).parents[2] / "ingest" / "data" / "timm-registry.jsonl"
    with Database(f"sqlite:///{tmp_path_factory.mktemp('real') / 'real.sqlite3'}") as database:
        upgrade(database)
        ingestion = Ingestion(database)
        results = real_data / "timm-results"
        for path in (
            real_data / "catalog-notes.md",
            registry,
            results / "results-imagenet.csv",
            results / RUN,
        ):
            ingestion.ingest(read_document(path))
        executor = Executor(database)
        yield executor
        executor.close()


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8-sig") as file:
        return list(csv.DictReader(file))


def _data(executor: Executor, query: str) -> Any:
    answer = executor.execute(query)
    assert "errors" not in answer, answer
    return answer["data"]


def test_the_card_query_has_the_files_figures_to_the_last_digit(
    real: Executor, real_data: Path
) -> None:
    page = _data(real, EXAMPLES[0].query)["evaluations"]
    assert page["totalCount"] > 50
    assert len(page["nodes"]) == 50
    years = {
        node["name"]: node["year"]
        for letter in "abcdefghijklmnopqrstuvwxyz"
        for node in _models(real, letter)
    }
    expected = sorted(
        (
            (float(row["top1"]), float(row["top5"]), row["model"])
            for row in _rows(real_data / "timm-results" / "results-imagenet.csv")
            if row["img_size"] == "224"
            and float(row["top1"]) > 80
            and years.get(row["model"].partition(".")[0]) == 2021
        ),
        reverse=True,
    )
    assert page["totalCount"] == len(expected)
    found = [(n["top1"], n["top5"], n["variant"]["name"]) for n in page["nodes"]]
    assert [top1 for top1, _, _ in found] == [top1 for top1, _, _ in expected[:50]]
    assert set(found) <= set(expected)


def _models(executor: Executor, letter: str) -> Iterator[dict[str, Any]]:
    after = "null"
    while True:
        page = _data(
            executor,
            f'{{ models(where: {{name: {{startsWith: "{letter}"}}}}, first: 100, after: {after})'
            " { nodes { name year } pageInfo { hasNextPage endCursor } } }",
        )["models"]
        yield from page["nodes"]
        if not page["pageInfo"]["hasNextPage"]:
            return
        after = f'"{page["pageInfo"]["endCursor"]}"'


def test_tradeoffs_are_the_join_of_the_two_files(real: Executor, real_data: Path) -> None:
    folder = real_data / "timm-results"
    speeds = {
        (row["model"], row["infer_img_size"]): float(row["infer_samples_per_sec"])
        for row in _rows(folder / RUN)
        if row["infer_samples_per_sec"]
    }
    expected = {
        (row["model"], int(row["img_size"])): (float(row["top1"]), speed)
        for row in _rows(folder / "results-imagenet.csv")
        if (speed := speeds.get((row["model"].partition(".")[0], row["img_size"]))) is not None
    }
    nodes = _data(
        real,
        """{ tradeoffs(environment: "rtx4090-pt291-cu128", compile: "off", first: 2000) {
          nodes { top1 samplesPerSecond imgSize variant { name } } } }""",
    )["tradeoffs"]["nodes"]
    found = {
        (n["variant"]["name"], n["imgSize"]): (n["top1"], n["samplesPerSecond"]) for n in nodes
    }
    assert {key: found.get(key) for key in expected} == expected


def test_korean_words_of_two_syllables_are_found_in_the_notes(real: Executor) -> None:
    for word in ("융합", "병목"):
        hits = _data(real, f'{{ search(text: "{word}") {{ nodes {{ kind text }} }} }}')
        assert any(hit["kind"] == "note" and word in hit["text"] for hit in hits["search"]["nodes"])
