"""The page for SQL: named questions, own ones, their pictures, mistakes and limits."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tests.browser.actions import table
from tests.browser.conftest import Server
from warehouse.questions import questions
from warehouse.store import Store

pytestmark = [pytest.mark.browser, pytest.mark.realdata]

PAGE = "/sql-playground"
BARS = {"families", "problems", "provenance", "commercial-small"}


@pytest.fixture(scope="module")
def published(nights_template: tuple[str, Path]) -> Any:
    version = Store(nights_template[1]).require_current()
    with duckdb.connect(version.duckdb_path, read_only=True) as connection:
        yield connection


def run(page: Any, sql: str) -> None:
    page.get_by_role("textbox", name="SELECT").fill(sql)
    page.get_by_role("textbox", name="SELECT").press("Control+Enter")


def answered(page: Any, tmp_path: Path) -> list[list[str]]:
    with page.expect_download() as waited:
        page.get_by_role("button", name="Download CSV").click()
    path = tmp_path / waited.value.suggested_filename
    waited.value.save_as(path)
    return list(csv.reader(io.StringIO(path.read_bytes().decode())))


@pytest.mark.parametrize("name", [one.name for one in questions()])
def test_named_questions_have_an_answer_and_a_picture(
    name: str, open_page: Any, nights_server: Any, published: Any, tmp_path: Path
) -> None:
    (found,) = [one for one in questions() if one.name == name]
    expected = published.execute(found.sql).fetchall()
    page = open_page(nights_server, f"{PAGE}?question={name}")
    page.locator(".results-of-sql").wait_for()
    assert found.text in page.locator("main").inner_text()
    assert page.locator(".count").inner_text() == f"{min(len(expected), 1000):,} rows"
    if not expected:  # no compiled runs, or no newest PyTorch of an RTX 4090, in this data
        page.get_by_role("heading", name="No rows").wait_for()
        return
    lines = answered(page, tmp_path)
    assert [line[0] for line in lines[1:]] == [str(row[0]) for row in expected[:1000]]
    marks = page.locator(".scatter .marks path, table.bars .bar")
    assert marks.count() > 0


def test_the_first_visit_shows_an_answer(open_page: Any, nights_server: Any) -> None:
    page = open_page(nights_server, PAGE)
    page.locator(".results-of-sql").wait_for()
    assert page.get_by_role("combobox", name="Questions that ship").input_value() == "pareto-4090"


def test_own_statements(open_page: Any, nights_server: Any, tmp_path: Path) -> None:
    page = open_page(nights_server, PAGE)
    sql = (
        "SELECT name, img_size, top1, param_count FROM leaderboard\n"
        "WHERE dataset = 'imagenet' AND param_count IS NOT NULL ORDER BY top1 DESC LIMIT 60"
    )
    run(page, sql)
    page.locator(".count", has_text="60 rows").wait_for()
    assert page.get_by_role("combobox", name="Across").locator("option:checked").inner_text() == (
        "param_count"
    )
    assert page.get_by_role("combobox", name="Up", exact=True).locator(
        "option:checked"
    ).inner_text() == ("top1")
    marks = page.locator(".marks path").get_attribute("d")
    assert marks is not None
    assert marks.count("M") == 60
    # What is asked and chosen is in the address.
    page.get_by_role("combobox", name="Picture").select_option("bars")
    page.locator("table.bars caption", has_text="top1").wait_for()
    assert page.locator("table.bars tr").count() == 30
    page.wait_for_url(re.compile("chart=bars"))
    there = open_page(nights_server, page.url.removeprefix(nights_server.url))
    there.locator("table.bars").wait_for()
    assert there.get_by_role("textbox", name="SELECT").input_value() == sql
    assert table(there) == table(page)
    assert answered(there, tmp_path) == answered(page, tmp_path)
    # Headings sort, here and not by another question.
    page.get_by_role("button", name="param_count").click()
    sizes = [float(row[3].replace(",", "")) for row in table(page)]
    assert sizes == sorted(sizes)
    page.go_back()
    page.locator(".count", has_text="60 rows").wait_for(state="detached")


def test_a_mistake_is_shown_where_it_is(open_page: Any, nights_server: Any) -> None:
    page = open_page(nights_server, PAGE, allows_failures=True)
    run(page, "SELECT name,\n  top_1 FROM leaderboard")
    page.get_by_text("refused at line 2, column 3").wait_for()
    assert 'column "top_1" not found' in page.locator(".error-place").inner_text()
    selected = "document.activeElement.value.slice(document.activeElement.selectionStart, document.activeElement.selectionEnd)"  # noqa: E501 - one expression
    assert page.evaluate(selected) == "top_1"
    page.keyboard.insert_text("top1")
    assert page.locator(".error-place").inner_text() == ""
    page.keyboard.press("Control+Enter")
    page.locator(".results-of-sql").wait_for()


@pytest.mark.parametrize(
    ("sql", "words"),
    [
        ("DELETE FROM leaderboard", "only one SELECT"),
        ("SELECT * FROM read_csv('/etc/passwd')", "disabled"),
        ("SELECT count(*) FROM range(100000000000) a, range(1000) b", "took longer than"),
    ],
)
def test_what_is_refused(sql: str, words: str, open_page: Any, nights_server: Any) -> None:
    page = open_page(nights_server, PAGE, allows_failures=True)
    run(page, sql)
    page.locator(".error-place", has_text=words).wait_for()
    assert page.locator(".results-of-sql").count() == 0


def test_a_cut_answer_says_so(open_page: Any, nights_server: Any) -> None:
    page = open_page(nights_server, PAGE)
    run(page, "SELECT range AS n FROM range(1001)")
    page.locator(".cut", has_text="the answer is cut here").wait_for()
    assert page.locator(".count").inner_text() == "1,000 rows"


def test_all_types_are_shown_as_text(open_page: Any, nights_server: Any, tmp_path: Path) -> None:
    page = open_page(nights_server, PAGE)
    run(
        page,
        "SELECT '<img src=x onerror=\"window.ran=1\">' AS words, NULL AS nothing, [1, 2] AS list,"
        " {a: 'b'} AS struct, true AS truth, 9223372036854775807 AS large,"
        " 1.50::DECIMAL(4, 2) AS price, DATE '2026-03-01' AS day,"
        " TIMESTAMP '2026-03-01 01:30:00' AS instant, 'nan'::DOUBLE AS no_number",
    )
    page.locator(".count", has_text="1 row").wait_for()
    (row,) = table(page)
    assert row[0] == '<img src=x onerror="window.ran=1">'
    assert row[1:5] == ["–", "[1,2]", '{"a":"b"}', "true"]
    assert row[6:9] == ["1.5", "2026-03-01", "Mar 1, 2026, 10:30 AM GMT+9"]
    assert page.evaluate("window.ran") is None
    assert answered(page, tmp_path)[1][0] == row[0]


def test_tables_and_columns_are_explained(open_page: Any, nights_server: Any) -> None:
    page = open_page(nights_server, PAGE)
    page.locator("summary", has_text="Tables and columns").click()
    page.locator("summary", has_text="leaderboard").click()
    region = page.get_by_role("region", name="leaderboard")
    assert region.locator("tbody tr").count() > 10
    assert "param_count" in region.inner_text()


def test_the_editor_is_no_trap(open_page: Any, nights_server: Any) -> None:
    page = open_page(nights_server, PAGE)
    page.get_by_role("textbox", name="SELECT").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Run"


def test_without_sql_the_page_says_how(open_page: Any, real_server: Any) -> None:
    page = open_page(real_server, PAGE)
    assert "backbonedb serve --sql" in page.locator("main pre").inner_text()
    assert page.get_by_role("link", name="Or ask the API in GraphiQL.").count() == 1


def test_before_anything_is_published(
    open_page: Any, nights_template: tuple[str, Path], tmp_path: Path
) -> None:
    server = Server(nights_template[0], warehouse=tmp_path)
    try:
        page = open_page(server, PAGE, allows_failures=True)
        page.get_by_role("heading", name="Nothing has been published yet").wait_for()
        assert "backbonedb publish" in page.locator("main").inner_text()
    finally:
        server.stop()


def test_in_production_there_is_no_graphiql(open_page: Any, nights_template: Any) -> None:
    server = Server(nights_template[0], is_production=True)
    try:
        page = open_page(server, PAGE)
        links = page.locator("header a, main a").all_inner_texts()
        assert "SQL" in links
        assert not [link for link in links if "Graph" in link]
    finally:
        server.stop()
