"""The dashboard's files, without a browser: texts, weight, addresses."""

from __future__ import annotations

import gzip
import re
from collections.abc import Mapping

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from dashboard.app import HEADERS, PAGES, STATIC, dashboard_routes

FILES = sorted(path for path in STATIC.rglob("*") if path.is_file())
SCRIPTS = {
    path.relative_to(STATIC).as_posix(): path.read_text("utf-8")
    for path in FILES
    if path.suffix == ".js"
}
_ENTRY = re.compile(r'^  "?([\w.-]+)"?: "(.*)",$', re.MULTILINE)


def texts(language: str) -> Mapping[str, str]:
    return dict(_ENTRY.findall(SCRIPTS[f"text/{language}.js"]))


def test_every_text_is_there_in_both_languages() -> None:
    english, korean = texts("en"), texts("ko")
    assert len(english) > 200
    assert english.keys() == korean.keys()
    for key, text in english.items():
        assert set(re.findall(r"{\w+}", text)) == set(re.findall(r"{\w+}", korean[key])), key


def test_every_text_is_used_and_every_used_text_is_there() -> None:
    english = texts("en")
    code = "\n".join(text for name, text in SCRIPTS.items() if not name.startswith("text/"))
    used = set(re.findall(r'\bt\("([\w.-]+)"', code))
    assert used <= english.keys()
    # Keys such as `metric.top1` are put together from what the data says.
    families = {prefix + "." for prefix in re.findall(r"\bt\(`([\w-]+)\.\$\{", code)}
    unused = [
        key
        for key in english
        if f'"{key}"' not in code and key[: key.find(".") + 1] not in families
    ]
    assert unused == []


def test_nothing_is_loaded_from_elsewhere() -> None:
    known = ("http://www.w3.org/2000/svg", "https://arxiv.org/abs/", "https://huggingface.co/")
    for path in FILES:
        for address in re.findall(r"https?://[^\s\"'`]+", path.read_text("utf-8")):
            assert address.startswith(known), f"{path.name}: {address}"


def test_no_markup_is_made_from_text() -> None:
    for name, text in SCRIPTS.items():
        for way in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("):
            assert way not in text, f"{name}: {way}"


def test_all_files_together_stay_light() -> None:
    assert sum(len(gzip.compress(path.read_bytes())) for path in FILES) < 150_000


@pytest.fixture
def client() -> TestClient:
    return TestClient(Starlette(routes=dashboard_routes()))


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/models/a",
        "/models/a%2Fb",
        "/compare",
        "/trends",
        "/data",
        "/sql-playground",
        "/static/main.js",
    ],
)
def test_every_answer_carries_the_policy(path: str, client: TestClient) -> None:
    response = client.get(path)
    assert response.status_code == 200
    assert {name: response.headers[name] for name in HEADERS} == HEADERS
    assert "unsafe" not in response.headers["content-security-policy"]


def test_unchanged_files_are_not_sent_again(client: TestClient) -> None:
    first = client.get("/static/main.js")
    again = client.get("/static/main.js", headers={"if-none-match": first.headers["etag"]})
    assert again.status_code == 304
    assert first.headers["content-encoding"] == "gzip"


def test_the_shell_names_the_modules_of_its_page(client: TestClient) -> None:
    """Named are those that a page imports, however deep, and no others."""
    every: set[str] = set()
    for path, module in PAGES.items():
        shell = client.get(path.replace("{name:path}", "a")).text
        named = set(re.findall(r'modulepreload" href="/static/([^"]+)"', shell))
        imported = {
            (STATIC / name).parent.joinpath(address).resolve().relative_to(STATIC).as_posix()
            for name in named
            for address in re.findall(r'from "(\..+?)";', SCRIPTS[name])
        }
        assert named == imported | {"main.js", module}
        every |= named
    # Fetched otherwise: before everything, and when somebody asks for a Parquet file.
    assert SCRIPTS.keys() - every == {"early.js", "vendor/parquet.js"}


@pytest.mark.parametrize(("name", "path"), [("graphiql", "/graphiql"), ("sql", "/sql/questions")])
def test_the_pages_know_what_the_server_has(name: str, path: str, client: TestClient) -> None:
    assert f'name="{name}" content=""' in client.get("/").text
    route = Route(path, lambda _: PlainTextResponse(""))
    other = TestClient(Starlette(routes=[route, *dashboard_routes()]))
    assert f'name="{name}" content="{path}"' in other.get("/").text
