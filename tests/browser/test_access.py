"""Everybody can use it: axe's rules, narrow screens, print."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.realdata]

PATHS = {
    "explore": "/",
    "explored": "/?q=convnext&colour=family&box=1000,5000,80,86&v=convnext_base.fb_in1k&cols=paper",
    "nothing": "/?q=qqqqzzzz",
    "model": "/models/coat_lite_mini",
    "no model": "/models/none",
    "compare": "/compare?v=convnext_base.fb_in1k&v=resnet50.a1_in1k",
    "no comparison": "/compare",
    "trends": "/trends",
    "data": "/data",
    "sql, off": "/sql-playground",
}
#: Pages of a server that has nights, alerts and SQL.
NIGHTS_PATHS = {
    "nights": "/trends",
    "no alerts": "/trends?state=muted&model=none",
    "model with nights": "/models/resnet50",
    "data with nights": "/data",
    "sql": "/sql-playground?question=robustness-drop",
    "sql bars": "/sql-playground?question=families",
    "sql mistake": "/sql-playground?sql=SELECT+nothing",
}


def findings(page: Any) -> list[str]:
    spec = importlib.util.find_spec("axe_playwright_python")  # for its copy of axe-core alone
    assert spec is not None and spec.origin is not None
    page.evaluate(Path(spec.origin).with_name("axe.min.js").read_text("utf-8"))
    result = page.evaluate("axe.run()")
    return [
        f"{one['id']} ({one['impact']}): {node['html'][:120]}"
        for one in result["violations"]
        if one["impact"] in ("serious", "critical")
        for node in one["nodes"]
    ]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("name", PATHS)
def test_axe_finds_nothing_serious(name: str, dark: bool, open_page: Any, real_server: Any) -> None:
    page = open_page(real_server, PATHS[name], dark=dark)
    assert findings(page) == []


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("name", NIGHTS_PATHS)
def test_axe_finds_nothing_serious_with_nights(
    name: str, dark: bool, open_page: Any, nights_server: Any
) -> None:
    page = open_page(
        nights_server, NIGHTS_PATHS[name], dark=dark, allows_failures="mistake" in name
    )
    page.locator(".waiting").wait_for(state="detached")
    assert findings(page) == []


def test_axe_would_find_something(open_page: Any, real_server: Any) -> None:
    page = open_page(real_server, "/compare")
    page.evaluate("document.querySelector('main').append(document.createElement('button'))")
    assert findings(page) == ["button-name (critical): <button></button>"]


def test_dialogs_are_accessible(open_page: Any, real_server: Any) -> None:
    page = open_page(real_server, "/?size=224")
    page.locator(".menu", has_text="Copy as").locator("summary").click()
    assert findings(page) == []
    page.get_by_role("button", name="SQL", exact=True).click()
    page.locator("dialog code").wait_for()
    assert findings(page) == []
    page = open_page(real_server, "/models/coat_lite_mini")
    page.get_by_role("button", name="Source of 79.104").click()
    page.locator("dialog").get_by_text("results-imagenet.csv").wait_for()
    assert findings(page) == []


@pytest.mark.parametrize("locale", ["en-US", "ko-KR"])
@pytest.mark.parametrize("name", PATHS)
def test_320_pixels_are_enough(name: str, locale: str, open_page: Any, real_server: Any) -> None:
    page = open_page(real_server, PATHS[name], width=320, height=640, locale=locale)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("locale", ["en-US", "ko-KR"])
@pytest.mark.parametrize("name", NIGHTS_PATHS)
def test_320_pixels_are_enough_with_nights(
    name: str, locale: str, open_page: Any, nights_server: Any
) -> None:
    page = open_page(
        nights_server,
        NIGHTS_PATHS[name],
        width=320,
        height=640,
        locale=locale,
        allows_failures="mistake" in name,
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_dialog_of_verdicts_is_accessible(open_page: Any, nights_server: Any) -> None:
    page = open_page(nights_server, "/trends", width=320, height=640)
    page.get_by_role("button", name="Noise").first.click()
    page.get_by_role("dialog").wait_for()
    assert findings(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_filters_work_on_a_phone(open_page: Any, real_server: Any) -> None:
    page = open_page(real_server, width=320, height=640)
    assert not page.get_by_role("searchbox").is_visible()
    page.locator("summary", has_text="Filters").click()
    page.get_by_role("button", name="2021 · 224 px").click()
    page.locator("main").get_by_text("112 of 1,556 results").wait_for()


def test_print_leaves_out_the_controls(open_page: Any, real_server: Any) -> None:
    page = open_page(real_server)
    page.emulate_media(media="print")
    assert page.locator(".scatter").is_visible()
    assert not page.locator(".filters").is_visible()
