"""Nights, alerts and verdicts, on nights that the nightly job's own functions evaluated."""

from __future__ import annotations

import csv
import math
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from db.alerts import Alert
from db.engine import Database
from db.tokens import create_token
from tests.browser.nights import FASTER_MODEL, NIGHTS, SLOWER, SLOWER_MODEL, speed

pytestmark = [pytest.mark.browser, pytest.mark.realdata]

SPEED = re.compile("^samples_per_second")


def token(server: Any, scope: str, *, days_ago: int = 0, days: int = 1) -> str:
    now = datetime.now(UTC) - timedelta(days=days_ago)
    with Database(server.database_url) as database, database.writing() as session:
        return create_token(
            session, f"kim, {scope}", [scope], now=now, expires_at=now + timedelta(days=days)
        )


def alert(server: Any, kind: str) -> Alert:
    with Database(server.database_url) as database, database.reading() as session:
        return session.scalars(select(Alert).where(Alert.kind == kind)).one()


def card_of(page: Any, text: str) -> Any:
    return page.locator("article.alert", has_text=text)


def press(page: Any, card: Any, decision: str) -> Any:
    card.get_by_role("button", name=decision, exact=True).click()
    dialog = page.get_by_role("dialog")
    dialog.wait_for()
    return dialog


def test_what_was_confirmed_is_shown(open_page: Any, nights_server: Any) -> None:
    page = open_page(nights_server, "/trends")
    cards = page.locator("article.alert")
    kinds = cards.locator(".alert-kind").all_inner_texts()
    assert kinds == ["confirmed faster", "confirmed slower", "new software"]
    slower = cards.nth(1).inner_text()
    for fact in (SLOWER_MODEL, "224 px · batch 1", "−9.4 %", "abacus-2c-2gib@lab", "fp32 · nchw"):
        assert fact in slower
    # Raised at 02:30 UTC, shown in the browser's zone, which is named.
    assert "Mar 21, 2026, 11:30 AM GMT+9" in slower
    assert "open" in slower
    # Its line: new software by 6 %, then the step, in words beside them.
    steps = cards.nth(1).locator(".steps text").all_text_contents()
    assert steps[0].startswith("PyTorch 2.10.0 · +6.")
    assert re.fullmatch(r"−9\.\d %", steps[1])
    assert cards.nth(1).locator(".alerts .regression").count() == 2  # beside its kind, on its line
    page.get_by_role("combobox", name="Change of at least").select_option("10")
    page.wait_for_url(re.compile("change=10"))
    card_of(page, "confirmed slower").wait_for(state="detached")
    card_of(page, "confirmed faster").wait_for()
    assert cards.locator(".alert-kind").all_inner_texts() == ["confirmed faster"]


def test_an_alert_is_judged(open_page: Any, nights_server: Any) -> None:
    allowed = token(nights_server, "judge")
    page = open_page(nights_server, "/trends", allows_failures=True)
    dialog = press(page, card_of(page, "confirmed slower"), "Noise")
    assert f"{SLOWER_MODEL} 224 px, batch 1 is 9.4% slower" in dialog.inner_text()
    dialog.get_by_label("Remark").fill("the fan was off")
    dialog.get_by_label("Token").fill("bbdb_wrong")
    dialog.get_by_role("button", name="Noise").click()
    dialog.get_by_text("This token is not known here, has expired or was revoked.").wait_for()
    dialog.get_by_label("Token").fill(token(nights_server, "submit"))
    dialog.get_by_role("button", name="Noise").click()
    dialog.get_by_text("This token may not judge: it needs the scope “judge”.").wait_for()
    assert alert(nights_server, "regression").verdict is None
    dialog.get_by_label("Token").fill(allowed)
    dialog.get_by_role("button", name="Noise").click()
    dialog.wait_for(state="detached")
    card = card_of(page, "confirmed slower")
    card.get_by_text("closed, noise").wait_for()
    assert page.locator("#announcer").inner_text() == "Taken: closed"
    judged = alert(nights_server, "regression")
    assert (judged.state, judged.verdict, judged.judged_by, judged.remark) == (
        "closed",
        "noise",
        "kim, judge",
        "the fan was off",
    )
    # The page knows the token until it is left; nothing else does.
    dialog = press(page, card_of(page, "confirmed faster"), "Accept")
    assert dialog.get_by_label("Token").input_value() == allowed
    dialog.get_by_role("button", name="Accept").click()
    card_of(page, "confirmed faster").get_by_text("accepted as the new level, real").wait_for()
    stored = "JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])"
    assert allowed not in page.evaluate(stored)
    assert allowed not in page.url
    page.reload()
    page.locator("article.alert").wait_for()
    dialog = press(page, card_of(page, "new software"), "Mute")
    assert dialog.get_by_label("Token").input_value() == ""
    page.keyboard.press("Escape")
    dialog.wait_for(state="detached")
    # What was judged is found by its state.
    page.get_by_role("combobox", name="State").select_option("accepted")
    card_of(page, "confirmed faster").wait_for()
    assert page.locator("article.alert").count() == 1


def test_only_models_have_levels_to_accept(open_page: Any, nights_server: Any) -> None:
    page = open_page(nights_server, "/trends")
    buttons = card_of(page, "new software").get_by_role("button").all_inner_texts()
    assert buttons == ["Real", "Noise", "Mute"]


def test_an_expired_token_is_refused(open_page: Any, nights_server: Any) -> None:
    expired = token(nights_server, "judge", days_ago=2)
    page = open_page(nights_server, "/trends", allows_failures=True)
    dialog = press(page, card_of(page, "confirmed slower"), "Real")
    dialog.get_by_label("Token").fill(expired)
    page.keyboard.press("Enter")
    dialog.get_by_text("has expired or was revoked").wait_for()


def test_nights_by_keyboard(open_page: Any, nights_server: Any) -> None:
    page = open_page(nights_server, f"/trends?model={SLOWER_MODEL}")
    chart = page.locator(".series .timeline svg")
    assert f"{NIGHTS} nights, 2 steps" in chart.get_attribute("aria-label")
    chart.focus()
    for _ in range(NIGHTS - SLOWER):
        page.keyboard.press("ArrowLeft")
    said = page.locator("#announcer").inner_text()
    first = sorted(speed(SLOWER_MODEL, SLOWER, repeat) for repeat in (1, 2, 3))[1]
    for fact in ("Mar 21, 2026, 10:30 AM GMT+9", f"{first:.2f}", "PyTorch 2.10.0, timm 1.0.31"):
        assert fact in said
    assert "9.4% slower" in said
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    dialog.get_by_text("bench-20260321t013000z-000000000000.jsonl").first.wait_for()
    assert dialog.get_by_role("row", name=SPEED).count() == 3  # one each time
    page.keyboard.press("Escape")
    dialog.wait_for(state="detached")
    chart.focus()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Escape")
    assert page.locator(".series .tooltip").is_hidden()


def test_series_are_found_by_name(open_page: Any, nights_server: Any) -> None:
    page = open_page(nights_server, "/trends")
    series = page.locator("article.series")
    assert series.count() == 6
    page.get_by_role("button", name="Show more (3)").click()
    page.locator("article.series").nth(8).wait_for()
    assert page.evaluate("document.activeElement.closest('article.series') !== null")
    page.get_by_role("searchbox", name="Model").fill("resnet")
    page.wait_for_url(re.compile("model=resnet"))
    page.locator("article.series", has_text="batch 8").wait_for()
    assert series.locator("h3").all_inner_texts() == [
        "resnet18 224 px · batch 1",
        "resnet18 224 px · batch 8",
        "resnet50 224 px · batch 1",
    ]
    page.get_by_role("searchbox", name="Model").fill("no such")
    page.get_by_text("No such series").wait_for()


def test_environments_over_time(open_page: Any, nights_server: Any, real_data: Path) -> None:
    page = open_page(nights_server, "/trends")
    page.get_by_role("combobox", name="Device").select_option("rtx3090")
    bars = page.locator("table.bars", has_text="timm's wall-clock mean")
    bars.wait_for()
    speeds = []
    for name in ("pt210-cu121", "pt240-cu124"):
        path = real_data / "timm-results" / f"benchmark-infer-amp-nchw-{name}-rtx3090.csv"
        with path.open(newline="") as file:
            speeds.append(
                {
                    (row["model"], row["infer_img_size"], float(row["infer_batch_size"])): float(
                        row["infer_samples_per_sec"]
                    )
                    for row in csv.DictReader(file)
                    if row["infer_samples_per_sec"]
                }
            )
    old, new = speeds
    logs = [math.log(new[key] / old[key]) for key in old.keys() & new.keys()]
    rows = bars.locator("tr").all_inner_texts()
    assert rows[0].split() == ["PyTorch", "2.1.0", "·", "CUDA", "12.1", "×1"]
    assert f"×{math.exp(sum(logs) / len(logs)):.3f}".rstrip("0") in rows[1]
    page.get_by_role("button", name="PyTorch 2.4.0 · CUDA 12.4").click()
    page.wait_for_url(re.compile("before=.*pt210.*after=.*pt240"))
    page.get_by_text(f"Speed ratio of {len(logs):,} pairs").wait_for()


def test_a_model_has_its_nights(open_page: Any, nights_server: Any) -> None:
    page = open_page(nights_server, f"/models/{FASTER_MODEL}")
    chart = page.locator("article.series")
    chart.wait_for()
    assert chart.locator(".alerts .improvement").count() == 1
    assert "abacus-2c-2gib@lab" in chart.inner_text()
    # Our own figures and upstream's each have their own chart, which says whose they are.
    captions = page.locator("table.bars caption").all_inner_texts()
    assert captions == [
        "Images/s · inference · 224 px · timm's wall-clock mean",
        "Images/s · inference · 224 px · backbonedb's median per step",
    ]
    # One bar for each software, not one for each night.
    own = page.locator("table.bars").nth(1)
    assert own.locator("tr").count() == 2
    page.get_by_role("button", name=re.compile(f"^{speed(FASTER_MODEL, NIGHTS - 1):.1f}")).click()
    page.get_by_role("dialog").get_by_text("bench-20260326t013000z").wait_for()


def test_runs_are_few_to_choose_from(open_page: Any, nights_server: Any) -> None:
    """Two of one device and software are the same environment: the newest stands for it."""
    page = open_page(nights_server, "/trends")
    assert page.get_by_role("combobox", name="Before").locator("option").count() == 4


def test_an_older_night_may_be_asked_for(open_page: Any, nights_server: Any) -> None:
    before, after = (f"bench-202603{day:02}t013000z-000000000000" for day in (5, 22))
    page = open_page(nights_server, f"/trends?before={before}&after={after}")
    page.get_by_text("Speed ratio of 9 pairs").wait_for()
    assert page.get_by_role("combobox", name="Before").input_value() == before


def test_without_nights_the_rest_comes_first(open_page: Any, real_server: Any) -> None:
    page = open_page(real_server, "/trends")
    headings = page.locator("main h2").all_inner_texts()
    assert headings == ["Environments over time", "Two runs compared", "Night after night"]
    assert "backbonedb bench nightly" in page.locator("main").inner_text()
