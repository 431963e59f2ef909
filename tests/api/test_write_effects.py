"""What a write changes is seen by the next reader."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, select, text

from backbonedb.cli import main
from db.alerts import Alert
from db.engine import Database
from db.provenance import DataState
from db.speed import Measurement
from tests.watch.bench_lines import NIGHT, name
from watch.status import raise_missed_nights

from .writing import Server, code, count, nights, post, slow_night, submit


def version(database: Database) -> int:
    with database.reading() as session:
        return session.scalar(select(DataState.version)) or 0


ALERTS = """{ regressions { totalCount nodes { id kind state verdict remark judgedBy
  series { modelName changePoints { nodes { kind run { night } } } } run { night } } } }"""


def test_a_submitted_night_is_looked_at_and_its_alert_judged(
    server: Server, database: Database, tokens: dict[str, str]
) -> None:
    nights(database)
    app = server()
    assert post(app, {"query": ALERTS}).json()["data"]["regressions"]["totalCount"] == 0
    at = NIGHT + timedelta(days=9)
    answer = submit(app, tokens["both"], slow_night(at), name=name(at))
    assert answer.json()["data"]["submitBenchmarkRun"]["isNew"]
    # A reader sees it at once: no answer of before comes from the cache.
    (alert,) = post(app, {"query": ALERTS}).json()["data"]["regressions"]["nodes"]
    assert (alert["kind"], alert["state"], alert["verdict"]) == ("regression", "open", None)
    assert (alert["series"]["modelName"], alert["run"]["night"]) == ("resnet50", "2026-03-10")
    decided = (
        ("REAL", "open", "real"),
        ("NOISE", "closed", "noise"),
        ("MUTE", "muted", "noise"),
        ("ACCEPT", "accepted", "real"),
    )
    judge = """mutation ($alert: Int!, $how: AlertDecision!) {
      judged: judgeAlert(input: {alert: $alert, decision: $how, remark: "seen"}) {
        __typename a: alert state verdict } }"""
    for how, state, verdict in decided:
        before = version(database)
        variables = {"alert": alert["id"], "how": how}
        answer = post(app, {"query": judge, "variables": variables}, tokens["both"])
        assert answer.json() == {
            "data": {
                "judged": {
                    "__typename": "JudgedAlert",
                    "a": alert["id"],
                    "state": state,
                    "verdict": verdict,
                }
            }
        }
        assert version(database) > before
        (seen,) = post(app, {"query": ALERTS}).json()["data"]["regressions"]["nodes"]
        assert (seen["state"], seen["verdict"], seen["remark"]) == (state, verdict, "seen")
        assert seen["judgedBy"] == "both"
    points = [(point["kind"], point["run"]["night"]) for point in _points(seen)]
    assert ("accepted", "2026-03-10") in points
    unknown = post(app, {"query": judge, "variables": {"alert": 77, "how": "REAL"}}, tokens["both"])
    assert code(unknown) == "INPUT_ERROR"
    assert "there is no alert 77" in unknown.json()["errors"][0]["message"]


def _points(alert: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = alert["series"]["changePoints"]["nodes"]
    return found


def test_the_commands_tell_readers_too(
    server: Server, database: Database, tokens: dict[str, str]
) -> None:
    nights(database)
    app = server()
    at = NIGHT + timedelta(days=9)
    submit(app, tokens["both"], slow_night(at), name=name(at))
    (alert,) = post(app, {"query": ALERTS}).json()["data"]["regressions"]["nodes"]
    url = f"--url={database.url.render_as_string(hide_password=False)}"
    for arguments, state in (
        (("judge", "1", "noise"), "closed"),
        (("mute", "1"), "muted"),
        (("accept", "1"), "accepted"),
    ):
        with pytest.raises(SystemExit) as ended:
            main(["alerts", *arguments, url])
        assert ended.value.code == 0
        (alert,) = post(app, {"query": ALERTS}).json()["data"]["regressions"]["nodes"]
        assert alert["state"] == state


def test_figures_are_kept_though_they_cannot_be_looked_at(
    server: Server, database: Database, tokens: dict[str, str]
) -> None:
    nights(database)
    with database.connecting() as connection:
        connection.execute(text("DROP TABLE change_points"))
        connection.commit()
    at = NIGHT + timedelta(days=9)
    answer = submit(server(), tokens["both"], slow_night(at), name=name(at))
    assert answer.json()["data"]["submitBenchmarkRun"]["isNew"]
    assert count(database, Alert) == 0  # it was raised before, and taken back with the rest
    with database.reading() as session:
        assert session.scalar(select(func.count()).where(Measurement.repeat == 3)) == 1


def test_what_is_found_without_a_request_is_seen_too(database: Database, server: Server) -> None:
    """Missed nights are raised and closed by a command, beside the server."""
    nights(database, 1)
    app = server()
    query = {"query": "{ regressions { nodes { kind state } } }"}
    late = NIGHT + timedelta(days=3)
    for moment, states in ((late, ["open"]), (late, ["open"]), (NIGHT, ["closed"])):
        before = version(database)
        changes = post(app, query).json()["data"]["regressions"]["nodes"]
        with database.writing() as session:
            raise_missed_nights(session, moment)
        found = post(app, query).json()["data"]["regressions"]["nodes"]
        assert [alert["state"] for alert in found] == states
        assert (version(database) > before) == (changes != found)
