"""Writing over HTTP, as the tests do it: runs, requests, and what is in the database."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import func, select
from starlette.testclient import TestClient

from api.documentation import SUBMIT
from db.engine import Database
from tests.support import ingest
from tests.watch.bench_lines import NIGHT, ending, failure, measurement, name, opening
from tests.watch.bench_lines import text as lines

NOW = datetime.now(UTC)
#: Starts an application that takes writes; arguments are those of ``Settings``.
Server = Callable[..., TestClient]
RESPONSE = "application/graphql-response+json"


def run_file(started_at: datetime = NIGHT, **speeds: float) -> str:
    figures = [measurement(model, speed, started_at) for model, speed in speeds.items()]
    return lines([opening(started_at), *figures, ending(started_at)])


RUN = run_file(resnet50=50.0, vgg11=20.0)


def post(app: TestClient, body: Any, token: str | None = None, **headers: str) -> Any:
    if token is not None:
        headers["authorization"] = f"Bearer {token}"
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    return app.post(
        "/graphql", content=content, headers={"content-type": "application/json"} | headers
    )


def submit(
    app: TestClient, token: str | None, content: str = RUN, key: str = "k", **given: str
) -> Any:
    variables = {"input": {"name": given.get("name", name()), "content": content}, "key": key}
    return post(app, {"query": SUBMIT, "variables": variables}, token)


def code(answer: Any) -> str:
    return str(answer.json()["errors"][0]["extensions"]["code"])


def count(database: Database, entity: type[Any]) -> int:
    with database.reading() as session:
        return session.scalar(select(func.count()).select_from(entity)) or 0


def nights(database: Database, how_many: int = 9) -> None:
    for night in range(how_many):
        at = NIGHT + timedelta(days=night)
        # Never quite the same, as no machine is.
        wobble = 1 + 0.002 * (night % 3)
        ingest(database, name(at), run_file(at, resnet50=50.0 * wobble, vgg11=20.0 * wobble))


def slow_night(at: datetime) -> str:
    figures = [measurement("resnet50", 40.0, at, repeat=repeat) for repeat in (1, 2, 3)]
    oom = failure("vgg16", "oom", at, batch_size=4)
    return lines([opening(at), *figures, measurement("vgg11", 20.0, at), oom, ending(at)])
