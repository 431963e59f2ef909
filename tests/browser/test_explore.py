"""The explore page: the journeys of somebody who looks for a backbone, on the real data."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.browser.actions import ask, count, downloaded, table

pytestmark = [pytest.mark.browser, pytest.mark.realdata]

CARD = "2021 · 224 px · top-1 above 80 %"


def test_answers_at_first_sight(open_page: Any, real_server: Any) -> None:
    page = open_page(real_server)
    assert count(page) == 1556
    best = ask(
        real_server,
        '{evaluations(where: {dataset: {name: {exact: "imagenet"}}}, orderBy: [{top1: DESC}],'
        " first: 1) {nodes {top1 variant {name}}}}",
    )["nodes"][0]
    first = page.locator(".pick").first.inner_text()
    assert best["variant"]["name"] in first.replace("\n", "")
    assert f"{best['top1']:.2f} %" in first
    # Every result has a mark: one subpath each.
    marks = page.locator(".marks path").evaluate_all(
        "paths => paths.map(path => path.getAttribute('d').match(/M/g).length)"
    )
    assert sum(marks) == 1556


def test_card_query_in_one_click(open_page: Any, real_server: Any, tmp_path: Path) -> None:
    page = open_page(real_server)
    page.get_by_role("button", name=CARD).click()
    page.wait_for_url(re.compile(r"from=2021&to=2021&size=224&above=80"))
    answer = ask(
        real_server,
        '{evaluations(where: {dataset: {name: {exact: "imagenet"}}, imgSize: {exact: 224},'
        " top1: {gt: 80}, variant: {model: {year: {exact: 2021}}}}, orderBy: [{top1: DESC}],"
        " first: 2000) {totalCount nodes {top1 top5 imgSize variant {name}}}}",
    )
    assert count(page) == answer["totalCount"] == 112
    rows = list(csv.DictReader(io.StringIO(downloaded(page, "CSV", tmp_path))))
    answered = [(node["variant"]["name"], node["top1"], node["top5"]) for node in answer["nodes"]]
    assert [(row["name"], float(row["top1"]), float(row["top5"])) for row in rows] == sorted(
        answered, key=lambda one: (-one[1], one[0])
    )
    assert [row[1].split("\n")[0].rstrip(" ◆") for row in table(page)[:5]] == [
        row["name"] for row in rows[:5]
    ]


def test_address_restores_the_view(open_page: Any, real_server: Any) -> None:
    page = open_page(real_server)
    page.get_by_role("combobox", name="Licence").select_option("yes")
    page.get_by_role("combobox", name="Family").select_option("convnext")
    page.get_by_role("spinbutton", name="Images/s above").fill("500")
    page.get_by_role("combobox", name="Across").select_option("year")
    assert not page.get_by_role("checkbox", name="log").first.is_checked()
    page.get_by_role("combobox", name="Across").select_option("params")
    assert page.get_by_role("checkbox", name="log").first.is_checked()
    page.get_by_role("combobox", name="Colour").select_option("family")
    page.wait_for_url(re.compile("faster=500"))
    page.get_by_role("button", name="Params M").click()
    page.get_by_role("checkbox", name="Compare convnext").first.check()
    page.wait_for_url(re.compile("sort=params.*v="))
    there = open_page(real_server, page.url.removeprefix(real_server.url))
    assert table(there) == table(page)
    assert count(there) == count(page) < 61
    for label in ("Licence", "Family", "Across", "Colour", "Test set"):
        chosen = [one.get_by_role("combobox", name=label).input_value() for one in (there, page)]
        assert chosen[0] == chosen[1]
    assert there.get_by_role("spinbutton", name="Images/s above").input_value() == "500"
    assert there.locator(".scatter").get_attribute("aria-label") == page.locator(
        ".scatter"
    ).get_attribute("aria-label")
    assert there.locator(".selection").inner_text() == page.locator(".selection").inner_text()


def test_nonsense_in_the_address_is_ignored(open_page: Any, real_server: Any) -> None:
    page = open_page(
        real_server,
        "/?page=-x&dataset=no&run=no&x=no&sort=no&box=a,b&from=abc&batch=no&cols=no&colour=no",
    )
    assert count(page) == 1556
    assert page.locator(".marks path").count() > 0
    assert page.get_by_role("combobox", name="Test set").input_value() == "imagenet"


def test_back_undoes_a_choice(open_page: Any, real_server: Any) -> None:
    page = open_page(real_server)
    page.get_by_role("button", name=CARD).click()
    page.wait_for_url(re.compile("above=80"))
    assert count(page) == 112
    page.go_back()
    page.locator(".count", has_text="1,556 of 1,556").wait_for()
    assert page.get_by_role("combobox", name="Image size").input_value() == ""


def test_typing_errors_are_forgiven_and_said(open_page: Any, real_server: Any) -> None:
    page = open_page(real_server)
    page.get_by_role("searchbox").fill("convnxt")
    page.locator("main").get_by_text("Nothing is spelled “convnxt”").wait_for()
    families = {row[2] for row in table(page)}
    assert {"ConvNeXt", "ConvNeXt V2"} <= families
    page.get_by_role("searchbox").fill("qqqqzzzz")
    page.locator("main").get_by_text("Nothing passes these filters").wait_for()
    page.locator(".table-holder").get_by_role("button", name="Clear all filters").click()
    page.locator(".count", has_text="1,556 of 1,556").wait_for()
    assert page.get_by_role("searchbox").input_value() == ""


def test_brush_picks_an_area(open_page: Any, real_server: Any) -> None:
    page = open_page(real_server)
    box = page.locator(".scatter").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] * 0.5, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.8, box["y"] + box["height"] * 0.5, steps=5)
    page.mouse.up()
    page.wait_for_url(re.compile("box="))
    assert 0 < count(page) < 1000
    page.get_by_role("button", name="area of the chart").click()
    page.locator(".count", has_text="1,556 of 1,556").wait_for()


def test_hover_tells_all_and_a_click_opens(open_page: Any, real_server: Any) -> None:
    page = open_page(real_server, "/?q=coat_lite_mini")
    box = page.locator(".marks path").first.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    tooltip = page.locator(".tooltip")
    tooltip.wait_for()
    text = tooltip.inner_text()
    for fact in ("CoaT, 2021", "79.104 %", "224 px", "11.01 M", "apache-2.0", "img/s at batch"):
        assert fact in text
    page.mouse.down()
    page.mouse.up()
    page.wait_for_url(re.compile("/models/coat_lite_mini"))
    page.get_by_role("heading", name="coat_lite_mini", exact=True).wait_for()


def test_columns_and_pages(open_page: Any, real_server: Any) -> None:
    page = open_page(real_server)
    page.locator(".menu", has_text="Columns").locator("summary").click()
    page.get_by_role("checkbox", name="Time of a step, ms").check()
    page.keyboard.press("Escape")
    page.get_by_role("columnheader", name="Step ms").wait_for()
    first = table(page)[0]
    page.get_by_role("button", name="Next").click()
    assert table(page)[0] != first
    assert "26–50 of 1,556" in page.locator(".pager").inner_text()
    page.wait_for_url(re.compile("page=2"))
    there = open_page(real_server, page.url.removeprefix(real_server.url))
    assert table(there) == table(page)
    there.get_by_role("columnheader", name="Year").get_by_role("button").click()
    assert "1–25 of 1,556" in there.locator(".pager").inner_text()


def test_keyboard_alone(open_page: Any, real_server: Any) -> None:
    page = open_page(real_server)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"

    def tab_to(condition: str, key: str = "Tab") -> None:
        for _ in range(80):
            if page.evaluate(f"(element => {condition})(document.activeElement)"):
                return
            page.keyboard.press(key)
        raise AssertionError(condition)

    tab_to(f"element.textContent === {json.dumps(CARD)}")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("above=80"))
    tab_to("element.classList.contains('scatter')")
    page.keyboard.press("ArrowUp")
    tooltip = page.locator(".tooltip-name")
    tooltip.wait_for()
    first = tooltip.inner_text()
    assert page.locator("#announcer").inner_text().startswith(first)
    page.keyboard.press("ArrowUp")
    assert tooltip.inner_text() != first
    tab_to("element.type === 'checkbox' && element.getAttribute('aria-label')")
    page.keyboard.press("Space")
    page.wait_for_url(re.compile("[&?]v="))
    tab_to("element.textContent === 'Compare' && element.closest('.selection')", "Shift+Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/compare"))
