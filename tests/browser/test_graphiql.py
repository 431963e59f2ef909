"""GraphiQL works from this server's own files, under its content security policy."""

from __future__ import annotations

from typing import Any

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.realdata]


def test_a_query_is_typed_run_and_answered(open_page: Any, real_server: Any) -> None:
    page = open_page(real_server, "/graphiql", wait=False)
    page.get_by_role("button", name="Execute query").click()
    answer = page.locator(".result-window")
    answer.get_by_text('"totalCount"').wait_for()
    answer.get_by_text("vit_huge_patch14_clip_224.laion2b_ft_in12k_in1k").wait_for()

    editor = page.get_by_role("region", name="Query Editor").locator("textarea")
    editor.press("Control+A")
    page.keyboard.insert_text("{ datasets { totalCount } }")
    editor.press("Control+Enter")
    answer.get_by_text('"datasets"').wait_for()
    assert "vit_huge" not in answer.inner_text()


def test_the_schema_is_read_and_shown(open_page: Any, real_server: Any) -> None:
    page = open_page(real_server, "/graphiql", wait=False)
    page.get_by_role("button", name="Show Documentation Explorer").click()
    page.get_by_role("link", name="Query", exact=True).click()
    page.get_by_role("link", name="tradeoffs", exact=True).wait_for()


def test_menus_dialogs_and_completion_work_under_the_policy(
    open_page: Any, real_server: Any
) -> None:
    page = open_page(real_server, "/graphiql", wait=False)
    page.get_by_role("button", name="Show Documentation Explorer").click()
    page.get_by_role("link", name="Query", exact=True).wait_for()  # the schema is there
    editor = page.get_by_role("region", name="Query Editor").locator("textarea")
    editor.press("Control+A")
    page.keyboard.insert_text("{ da")
    editor.press("Control+Space")
    page.locator(".CodeMirror-hints").get_by_text("datasets").click()
    page.get_by_role("button", name="Show History").click()
    page.get_by_role("button", name="Add tab").click()
    page.get_by_role("button", name="Open settings dialog").click()
    page.get_by_role("button", name="Dark", exact=True).click()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Open short keys dialog").click()
    page.get_by_role("heading", name="Short Keys").wait_for()
