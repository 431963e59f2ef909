"""What a person does on the explore page, and what the API says to the same question."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.request import Request, urlopen

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page


def ask(server: Any, query: str) -> Any:
    request = Request(
        server.url + "/graphql",
        json.dumps({"query": query}).encode(),
        {"content-type": "application/json"},
    )
    with urlopen(request) as response:
        answer = json.load(response)
    assert "errors" not in answer, answer
    return next(iter(answer["data"].values()))


def count(page: Page) -> int:
    text = page.locator(".count").inner_text()
    return int(text.split(" ")[0].replace(",", ""))


def table(page: Page) -> list[list[str]]:
    rows: list[list[str]] = page.locator("table.rows tbody tr").evaluate_all(
        "rows => rows.map(row => [...row.cells].map(cell => cell.innerText.trim()))"
    )
    return rows


def saved(page: Page, form: str, folder: Path) -> Path:
    page.locator(".menu", has_text="Download").locator("summary").click()
    with page.expect_download() as waited:
        page.get_by_role("button", name=form).click()
    path = folder / waited.value.suggested_filename
    waited.value.save_as(path)
    return path


def downloaded(page: Page, form: str, folder: Path) -> str:
    return saved(page, form, folder).read_bytes().decode()
