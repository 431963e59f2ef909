"""What a visitor meets when something is wrong: a slow, dead or empty server, hostile data."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import quote
from urllib.request import urlopen

import pytest

pytestmark = pytest.mark.browser

PATHS = ("/", "/models/resnet50", "/compare", "/trends", "/data", "/sql-playground")


def test_slow_server_says_so(open_page: Any, hostile_server: Any) -> None:
    page = open_page(hostile_server, "/compare")
    held: list[Any] = []
    is_slow = True
    page.route("**/graphql", lambda route: held.append(route) if is_slow else route.continue_())
    page.goto(hostile_server.url)
    page.locator("main").get_by_text("Still waiting for the server").wait_for()
    assert page.locator(".spinner").is_visible()
    is_slow = False
    for route in held:
        route.continue_()
    page.locator("main").get_by_text("2 of 2 results").wait_for()


def test_dead_server_says_what_to_do(open_page: Any, hostile_server: Any) -> None:
    page = open_page(hostile_server, "/", allows_failures=True)
    page.route("**/graphql", lambda route: route.abort())
    page.reload()
    page.get_by_role("heading", name="The server does not answer").wait_for()
    assert "backbonedb serve is running" in page.locator(".failure").inner_text()
    page.unroute("**/graphql")
    page.get_by_role("button", name="Try again").click()
    page.locator("main").get_by_text("2 of 2 results").wait_for()


def test_server_that_dies_under_an_open_page(open_page: Any, hostile_server: Any) -> None:
    page = open_page(hostile_server, "/", allows_failures=True)
    hostile_server.stop()
    page.get_by_role("combobox", name="Batch size").select_option("256")
    page.get_by_role("heading", name="The server does not answer").wait_for()


def test_dead_server_under_sql_and_trends(open_page: Any, nights_server: Any) -> None:
    page = open_page(nights_server, "/sql-playground", allows_failures=True)
    page.route("**/sql", lambda route: route.abort())
    page.get_by_role("button", name="Run").click()
    page.get_by_role("heading", name="The server does not answer").wait_for()
    page.unroute("**/sql")
    page.get_by_role("button", name="Try again").click()
    page.locator(".results-of-sql").wait_for()
    page = open_page(nights_server, "/trends", allows_failures=True)
    page.get_by_role("button", name="Noise").first.click()
    page.route("**/graphql", lambda route: route.abort())
    page.get_by_role("dialog").get_by_label("Token").fill("bbdb_any")
    page.keyboard.press("Enter")
    page.get_by_role("dialog").get_by_text("The server does not answer").wait_for()


@pytest.mark.parametrize("path", ["/", "/trends", "/data"])
def test_empty_database_says_what_to_do(path: str, open_page: Any, empty_server: Any) -> None:
    page = open_page(empty_server, path)
    assert "backbonedb ingest" in page.locator("main pre").inner_text()


def test_refused_question_shows_the_reason(open_page: Any, hostile_server: Any) -> None:
    page = open_page(hostile_server, f"/models/{quote('x' * 3000)}", allows_failures=True)
    assert page.locator("main h2").inner_text() in (
        "The server refused the question",
        f"There is no model “{'x' * 3000}”",
    )


@pytest.mark.parametrize("path", ["/", "/models/resnet50", "/compare", "/data", "/trends"])
def test_names_and_notes_are_text(path: str, open_page: Any, hostile_server: Any) -> None:
    page = open_page(hostile_server, path)
    assert page.evaluate("window.ran") is None
    assert page.locator("main img, main script").count() == 0
    if path == "/":
        page.locator("table.rows tbody a", has_text="<img src=x onerror=").first.click()
        page.wait_for_url(re.compile("/models/"))
        page.locator("h1", has_text="<img src=x onerror=").wait_for()
        assert page.evaluate("window.ran") is None
    if path == "/models/resnet50":
        assert '<img src=x onerror="window.ran=1">' in page.locator(".note").inner_text()


def test_a_name_in_the_address_is_text(open_page: Any, hostile_server: Any) -> None:
    name = "<script>window.ran=1</script>"
    page = open_page(hostile_server, f"/models/{quote(name, safe='')}")
    assert name in page.locator("main h2").inner_text()
    page = open_page(hostile_server, f"/compare?v={quote(name)}&v=resnet50.a1_in1k")
    assert name in page.locator("main").inner_text()
    page = open_page(hostile_server, f"/?q={quote(name)}&family={quote(name)}")
    assert page.evaluate("window.ran") is None


@pytest.mark.parametrize("path", [*PATHS, "/static/main.js", "/static/style.css"])
def test_policy_forbids_what_is_not_ours(path: str, hostile_server: Any) -> None:
    with urlopen(hostile_server.url + path) as response:
        policy = response.headers["content-security-policy"]
        kind = response.headers["x-content-type-options"]
    assert "unsafe" not in policy
    assert "script-src 'self';" in policy
    assert "default-src 'none'" in policy
    assert kind == "nosniff"


def test_policy_is_in_force(open_page: Any, hostile_server: Any, watched_pages: Any) -> None:
    page = open_page(hostile_server, "/compare")
    page.evaluate(
        "() => { const one = document.createElement('script'); one.textContent = 'window.ran=1';"
        " document.body.append(one); }"
    )
    assert page.evaluate("window.ran") is None
    assert "Content Security Policy" in watched_pages[0].found.pop()
