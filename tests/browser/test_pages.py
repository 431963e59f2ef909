"""The other pages on the real data."""

from __future__ import annotations

import re
from typing import Any

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.realdata]


def test_model_page_has_all_that_is_known(open_page: Any, real_server: Any) -> None:
    page = open_page(real_server, "/models/coat_lite_mini")
    text = page.locator("main").inner_text()
    for fact in (
        "CoaT",
        "2021 (the catalogue notes, on this model)",
        "11,011,560 parameters",
        "Co-Scale Conv-Attentional Image Transformers",
        "물체 감지/ 인스턴스 분할을 잘함.",
        "apache-2.0",
        "timm/coat_lite_mini.in1k",
        "79.104",
        "coat_lite_small",
        "timm's wall-clock mean",
    ):
        assert fact in text, fact
    assert page.get_by_role("link", name="Co-Scale").get_attribute("href") == (
        "https://arxiv.org/abs/2104.06399"
    )


def test_every_figure_shows_its_source(open_page: Any, real_server: Any) -> None:
    page = open_page(real_server, "/models/coat_lite_mini")
    page.get_by_role("button", name="Source of 79.104").click()
    page.locator("dialog").get_by_text("results-imagenet.csv").wait_for()
    dialog = page.locator("dialog").inner_text()
    assert "coat_lite_mini.in1k" in dialog
    assert re.search(r"SHA-256\s+[0-9a-f]{64}", dialog)
    page.keyboard.press("Escape")
    page.locator("dialog").wait_for(state="detached")
    page.get_by_role("button", name=re.compile("Source of 4,225")).click()
    page.locator("dialog").get_by_text("benchmark-infer-amp-nchw-pt291-cu128-4090.csv").wait_for()


def test_weights_and_old_names_lead_to_their_model(open_page: Any, real_server: Any) -> None:
    page = open_page(real_server, "/models/coat_lite_mini.in1k")
    assert page.locator("h1").inner_text() == "coat_lite_mini"
    page = open_page(real_server, "/models/no_such_model")
    assert "There is no model “no_such_model”" in page.locator("main").inner_text()


def test_compare_marks_differences(open_page: Any, real_server: Any) -> None:
    page = open_page(real_server, "/compare")
    page.get_by_role("link", name="Example").click()
    page.locator("table.comparison").wait_for()
    text = page.locator("table.comparison").inner_text()
    assert "83.838 224 px" in text
    assert "83.8 224 px −0.038" in text
    assert page.locator("td.differs", has_text="DeiT III").count() > 0
    page.get_by_role("button", name="Make swin_base").click()
    page.wait_for_url(re.compile(r"compare\?v=swin_base"))
    page.locator("table.comparison").wait_for()
    page.get_by_label("Add a weight").fill("resnet50.a1_in1k")
    page.get_by_role("button", name="Add", exact=True).click()
    page.wait_for_url(re.compile("resnet50"))
    page.get_by_role("columnheader", name="resnet50.a1_in1k").wait_for()
    page.get_by_label("Add a weight").fill("nonsense")
    page.get_by_role("button", name="Add", exact=True).click()
    page.locator("main").get_by_text("No weight is called “nonsense”.").wait_for()


def test_trends_compare_like_with_like(open_page: Any, real_server: Any) -> None:
    page = open_page(real_server, "/trends")
    title = page.locator(".ratio-title").inner_text()
    found = re.match(r"Speed ratio of ([\d,]+) pairs, median ×([\d.]+)", title)
    assert found is not None
    pairs = int(found[1].replace(",", ""))
    assert pairs > 1000
    assert 0.8 < float(found[2]) < 1.25
    tally = page.locator(".tally li").all_inner_texts()
    assert sum(int(text.split()[0].replace(",", "")) for text in tally) == pairs
    other = "infer-fp32-nchw-pt240-cpu-i9_10940x-dynamo"
    page.get_by_role("combobox", name="Before").select_option(other)
    page.wait_for_url(re.compile("before="))
    page.locator("main").get_by_text("have no model at the same").wait_for()


def test_data_page_names_every_source(open_page: Any, real_server: Any) -> None:
    page = open_page(real_server, "/data")
    table = page.get_by_role("region", name="Sources").inner_text()
    for name in ("results-imagenet.csv", "catalog-notes.md", "timm-registry.jsonl"):
        assert name in table
    assert "29 sources" in page.locator(".lead").inner_text()
    assert "GMT+9" in page.locator(".lead").inner_text()  # the browser's zone, named
    changes = page.get_by_role("region", name="What changed")
    assert changes.locator("tbody tr").count() == 25
    page.locator(".findings summary").first.click()
    assert page.locator(".findings[open] tbody tr").count() > 0


@pytest.mark.parametrize(
    "path", ["/", "/models/coat_lite_mini", "/compare", "/trends", "/data", "/sql-playground"]
)
def test_korean(path: str, open_page: Any, real_server: Any) -> None:
    page = open_page(real_server, path, locale="ko-KR")
    assert page.evaluate("document.documentElement.lang") == "ko"
    assert page.locator("nav a").first.inner_text() == "탐색"
    page.get_by_role("button", name="English").click()
    page.get_by_role("link", name="Explore").first.wait_for()
    page.reload()
    page.get_by_role("link", name="Explore").first.wait_for()


def test_theme_is_kept(open_page: Any, real_server: Any) -> None:
    page = open_page(real_server, "/compare", dark=True)
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    dark = page.evaluate(ground)
    page.get_by_role("button", name="Light colours").click()
    light = page.evaluate(ground)
    assert light != dark
    page.reload()
    page.wait_for_selector("main h1")
    assert page.evaluate(ground) == light
