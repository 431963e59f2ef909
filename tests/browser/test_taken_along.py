"""The explore page's rows and views, taken elsewhere: copied questions and downloaded files."""

from __future__ import annotations

import csv
import io
import subprocess
import sys
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import duckdb
import pyarrow.parquet as pq
import pytest

from tests.browser.actions import ask, count, downloaded, saved, table
from warehouse.store import Store

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.realdata]

VIEWS = {
    "card": "/?from=2021&to=2021&size=224&above=80",
    "frontier": "/?front=1&use=yes",
    "words": "/?q=swin+v2&x=params&xlog=1&sort=name&dir=asc",
    "typo": "/?q=convnxt&faster=1000&sort=speed",
    "area": "/?box=1000,5000,80,86&below=30.5&family=resnet&dataset=imagenet-real",
    "batch": "/?batch=-256&run=infer-amp-nchw-pt240-cu124-rtx4090-dynamo&sort=gmacs&dir=asc",
    "frontier of parameters": "/?x=params&front=1&size=224",
}


def copied(page: Page, form: str) -> str:
    page.locator(".menu", has_text="Copy as").locator("summary").click()
    page.get_by_role("button", name=form, exact=True).click()
    text = page.locator("dialog code").inner_text()
    page.locator("dialog").get_by_role("button", name="Copy", exact=True).click()
    page.get_by_role("button", name="Copied").wait_for()
    # Read back as a person would paste it.
    assert page.evaluate("navigator.clipboard.readText()") == text
    page.keyboard.press("Escape")
    return text


def names(rows: list[dict[str, Any]]) -> list[tuple[str, int]]:
    return [(row["name"], int(row["img_size"])) for row in rows]


@pytest.mark.parametrize("view", VIEWS)
def test_copied_graphql_gives_the_rows_shown(
    view: str, open_page: Any, real_server: Any, tmp_path: Path
) -> None:
    page = open_page(real_server, VIEWS[view])
    shown = list(csv.DictReader(io.StringIO(downloaded(page, "CSV", tmp_path))))
    assert len(shown) == count(page) > 3
    query = copied(page, "GraphQL")
    answer = ask(real_server, query)
    given = [(node["variant"]["name"], node["imgSize"]) for node in answer["nodes"]]
    assert answer["totalCount"] == len(given)
    if "keeps the Pareto frontier" in query:  # of figures that the API has no frontier of
        assert set(names(shown)) < set(given)
        return
    # Throughput is asked only of what was measured; the page shows the others too.
    if "tradeoffs" in query:
        shown = [row for row in shown if row["samples_per_second"]]
    assert sorted(names(shown)) == sorted(given)


@pytest.mark.parametrize("view", VIEWS)
def test_copied_sql_gives_the_rows_shown(
    view: str, open_page: Any, real_server: Any, warehouse: Any, tmp_path: Path
) -> None:
    page = open_page(real_server, VIEWS[view])
    shown = list(csv.DictReader(io.StringIO(downloaded(page, "CSV", tmp_path))))
    query = copied(page, "SQL")
    given = warehouse.execute(query).fetchall()
    columns = [column[0] for column in warehouse.description]
    if "FROM tradeoffs" in query:
        shown = [row for row in shown if row["samples_per_second"]]
    name, size = columns.index("name"), columns.index("img_size")
    assert sorted(names(shown)) == sorted((row[name], row[size]) for row in given)


@pytest.mark.parametrize("batch", ["", "1", "8", "-4", "-64"])
def test_copies_of_our_own_runs(
    batch: str,
    open_page: Any,
    nights_server: Any,
    nights_template: tuple[str, Path],
    tmp_path: Path,
) -> None:
    """A model may have been measured at several batch sizes: one of them is shown and given."""
    night = "bench-20260326t013000z-000000000000"
    page = open_page(nights_server, f"/?run={night}&batch={batch}&faster=1&below=30&size=224")
    shown = list(csv.DictReader(io.StringIO(downloaded(page, "CSV", tmp_path))))
    shown_speeds = {
        (row["name"], int(row["img_size"]), int(row["batch_size"]), row["samples_per_second"])
        for row in shown
    }
    assert {row["model"] for row in shown} >= {"resnet18"}
    nodes = ask(nights_server, copied(page, "GraphQL"))["nodes"]
    assert shown_speeds == {
        (
            node["variant"]["name"],
            node["imgSize"],
            node["batchSize"],
            repr(node["samplesPerSecond"]),
        )
        for node in nodes
    }
    path = Store(nights_template[1]).require_current().duckdb_path
    with duckdb.connect(path, read_only=True) as connection:
        rows = connection.execute(copied(page, "SQL")).fetchall()
        columns = [column[0] for column in connection.description or ()]
    wanted = [columns.index(one) for one in ("name", "img_size", "batch_size")]
    assert sorted(tuple(row[at] for at in wanted) for row in rows) == sorted(
        one[:3] for one in shown_speeds
    )


def test_copied_python_runs(open_page: Any, real_server: Any) -> None:
    page = open_page(real_server, VIEWS["card"])
    script = copied(page, "Python")
    done = subprocess.run(
        [sys.executable, "-I", "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[0] == "88.288 vit_huge_patch14_clip_224.laion2b_ft_in12k_in1k"


def test_copied_python_asks_for_odd_words_as_they_are(open_page: Any, real_server: Any) -> None:
    odd = '\\ " \'\'\' """ \\"\\"\\" {} %'
    page = open_page(real_server, f"/?q={quote(odd)}")
    page.get_by_text("Nothing passes these filters").wait_for()
    script = copied(page, "Python")
    script += "\nprint(len(rows))\n"
    done = subprocess.run(
        [sys.executable, "-I", "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout == "0\n"
    assert ask(real_server, copied(page, "GraphQL"))["totalCount"] == 0


PARQUET_TYPES = {
    "name": "string",
    "year": "int32",
    "img_size": "int32",
    "top1": "double",
    "batch_size": "int32",
    "commercial_use": "string",
}


def test_parquet_has_what_the_api_says(open_page: Any, real_server: Any, tmp_path: Path) -> None:
    page = open_page(real_server, VIEWS["card"])
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    rows = pq.read_table(saved(page, "Parquet", tmp_path))
    assert asked == [real_server.url + "/static/vendor/parquet.js"]  # fetched when it is needed
    types = {field.name: str(field.type) for field in rows.schema}
    assert types.items() >= PARQUET_TYPES.items()
    answer = ask(
        real_server,
        '{tradeoffs(dataset: "imagenet", environment: "rtx4090-pt291-cu128", task: "infer",'
        ' precision: "amp", layout: "nchw", compile: "off", where: {imgSize: {exact: 224},'
        " top1: {gt: 80}, variant: {model: {year: {exact: 2021}}}}, first: 2000) {nodes {"
        "top1 top5 imgSize samplesPerSecond batchSize gmacs variant {name licence {name}"
        " model {name year yearSource family {title} paper {arxivId}}}}}}",
    )
    expected = {
        node["variant"]["name"]: {
            "model": node["variant"]["model"]["name"],
            "year": node["variant"]["model"]["year"],
            "year_source": node["variant"]["model"]["yearSource"],
            "img_size": node["imgSize"],
            "top1": node["top1"],
            "top5": node["top5"],
            "samples_per_second": node["samplesPerSecond"],
            "batch_size": node["batchSize"],
            "gmacs": node["gmacs"],
            "licence": (node["variant"]["licence"] or {}).get("name"),
            "paper": (node["variant"]["model"]["paper"] or {}).get("arxivId"),
        }
        for node in answer["nodes"]
    }
    found = rows.to_pylist()
    assert len(found) == 112
    shown = [row[1].split("\n")[0].rstrip("◆ ") for row in pages_of(page)]
    assert [row["name"] for row in found] == shown
    measured = [row for row in found if row["samples_per_second"] is not None]
    assert {row["name"]: {key: row[key] for key in expected[row["name"]]} for row in measured} == (
        expected
    )
    # The same rows as CSV, figure by figure.
    listed = list(csv.DictReader(io.StringIO(downloaded(page, "CSV", tmp_path))))
    texts = [{key: "" if value is None else value for key, value in row.items()} for row in found]
    assert [
        {
            key: float(text) if isinstance(row[key], float | int) else text
            for key, text in line.items()
        }
        for row, line in zip(texts, listed, strict=True)
    ] == texts


def pages_of(page: Page) -> list[list[str]]:
    """The rows of all pages of the table."""
    rows = table(page)
    while page.get_by_role("button", name="Next").is_enabled():
        page.get_by_role("button", name="Next").click()
        rows += table(page)
    return rows


def test_parquet_of_no_rows_and_of_all(open_page: Any, real_server: Any, tmp_path: Path) -> None:
    page = open_page(real_server, "/?q=qqqqzzzz")
    assert pq.read_table(saved(page, "Parquet", tmp_path)).num_rows == 0
    page = open_page(real_server, "/?run=infer-amp-nchw-pt240-cu124-rtx4090-dynamo")
    rows = pq.read_table(saved(page, "Parquet", tmp_path))
    listed = list(csv.DictReader(io.StringIO(downloaded(page, "CSV", tmp_path))))
    assert rows.num_rows == len(listed) == 1556
    unknown = sum(row["samples_per_second"] == "" for row in listed)
    assert rows["samples_per_second"].null_count == unknown > 0


def test_a_download_that_fails_says_so(open_page: Any, real_server: Any) -> None:
    page = open_page(real_server, VIEWS["card"], allows_failures=True)
    page.route("**/graphql", lambda route: route.abort())
    page.locator(".menu", has_text="Download").locator("summary").click()
    page.get_by_role("button", name="BibTeX").click()
    page.get_by_role("alertdialog").get_by_text("serve is running").wait_for()


def test_bibtex_and_markdown(open_page: Any, real_server: Any, tmp_path: Path) -> None:
    page = open_page(real_server, "/?q=coat_lite&family=coat")
    rows = count(page)
    bibtex = downloaded(page, "BibTeX", tmp_path)
    assert bibtex.count("@misc{") == 1
    assert "eprint = {2104.06399}" in bibtex
    assert "Co-Scale Conv-Attentional Image Transformers" in bibtex
    markdown = downloaded(page, "Markdown", tmp_path).splitlines()
    assert len(markdown) == rows + 2
    assert len({line.count("|") for line in markdown}) == 1
