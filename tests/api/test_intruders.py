"""2,000 writes without a valid token: none succeeds."""

from __future__ import annotations

import json
import random
from datetime import timedelta
from typing import Any

from starlette.testclient import TestClient

from db.alerts import Alert
from db.engine import Database
from tests.support import all_rows, differences
from tests.watch.bench_lines import NIGHT, name

from .writing import RUN, Server, count, nights, slow_night, submit


class Intruder:
    """Writes as somebody would send them who has no valid token."""

    def __init__(self, seed: int, tokens: dict[str, str]) -> None:
        self.random = random.Random(seed)
        self.tokens = tokens
        self.invalid = [tokens[name] for name in ("wrong", "cut", "expired", "revoked")]

    def send(self, app: TestClient) -> Any:
        choose = self.random
        headers = {b"content-type": b"application/json"} | {
            name.encode(): value.encode() for name, value in self.credentials().items()
        }
        body: dict[str, Any] = {"query": self.document(), "variables": self.variables()}
        if choose.random() < 0.2:
            body["operationName"] = choose.choice(["A", "B", "Q", None])
        if choose.random() < 0.1:
            body["extensions"] = {"token": choose.choice(self.invalid)}
        if choose.random() < 0.15:
            params = {"query": body["query"], "variables": json.dumps(body["variables"])}
            if sum(map(len, params.values())) < 10_000:  # longer addresses cannot be asked for
                return app.get("/graphql", params=params, headers=headers)
        if choose.random() < 0.05:
            headers[b"content-type"] = choose.choice([b"text/plain", b"multipart/form-data", b""])
        if choose.random() < 0.05:
            return app.request("PUT", "/graphql", content=json.dumps(body), headers=headers)
        content: Any = [body, body] if choose.random() < 0.05 else body
        return app.post("/graphql", content=json.dumps(content), headers=headers)

    def credentials(self) -> dict[str, str]:
        choose = self.random
        token = choose.choice([*self.invalid, "", " ", "null", "' OR 1=1 --", "x" * 5000, "%", "é"])
        scheme = choose.choice(["Bearer", "bearer", "Token", "Basic", "", "Bearer Bearer"])
        valid = self.tokens["both"]
        return choose.choice(
            [
                {},
                {"authorization": f"{scheme} {token}"},
                {"authorization": f"Bearer{valid}"},  # no space: no scheme
                {"authorization": f"Basic {valid}"},
                {"authorization": f"Bearer {valid}{choose.choice('xyz')}"},
                {"authorization": f"Bearer {valid[5:]}"},
                {"authorization": f"Bearer {valid.upper()}"},
                {"cookie": f"authorization=Bearer {valid}; token={valid}"},
                {"x-authorization": f"Bearer {valid}"},
                {"proxy-authorization": f"Bearer {valid}"},
            ]
        )

    def document(self) -> str:
        choose = self.random
        run = json.dumps(RUN)
        literal = (
            f'submitBenchmarkRun(input: {{name: "{name()}", content: {run}}}'
            ', idempotencyKey: "i") { slug }'
        )
        field = choose.choice(
            [
                "submitBenchmarkRun(input: $input, idempotencyKey: $key) { slug isNew }",
                literal,
                "judgeAlert(input: {alert: $alert, decision: $how}) { state }",
                "judgeAlert(input: {alert: 1, decision: ACCEPT}) { alert }",
                "a: judgeAlert(input: {alert: 1, decision: MUTE}) { alert } __typename",
                "...F @include(if: true)",
                "... on Mutation { judgeAlert(input: {alert: 1, decision: NOISE}) { state } }",
            ]
        )
        fragment = (
            "fragment F on Mutation { judgeAlert(input: {alert: 1, decision: REAL}) { state } }"
        )
        declared = [
            f"{variable}: {kind}"
            for variable, kind in (
                ("$input", "SubmitBenchmarkRunInput!"),
                ("$key", "String!"),
                ("$alert", "Int!"),
                ("$how", "AlertDecision!"),
            )
            if f"{variable}" in field
        ]
        variables = f"({', '.join(declared)})" if declared else ""
        operation = f"mutation {choose.choice(['', 'A', 'B'])}{variables} {{ {field} }}"
        parts = [operation, fragment if "...F" in field else ""]
        if choose.random() < 0.2:
            parts.append("query Q { __typename }")
        return " ".join(parts)

    def variables(self) -> dict[str, Any]:
        content = self.random.choice([RUN, RUN, "", RUN * 40])
        return {
            "input": {"name": name(), "content": content},
            "key": self.random.choice(["k", "l"]),
            "alert": 1,
            "how": self.random.choice(["REAL", "NOISE", "ACCEPT", "MUTE"]),
        }


def test_two_thousand_writes_without_a_token_change_nothing(
    server: Server, database: Database, tokens: dict[str, str]
) -> None:
    nights(database)
    app = server()
    at = NIGHT + timedelta(days=9)
    submit(app, tokens["both"], slow_night(at), name=name(at))
    assert count(database, Alert) == 1
    before = all_rows(database)
    intruder = Intruder(2026, tokens)
    statuses: dict[int, int] = {}
    for _ in range(2_000):
        answer = intruder.send(app)
        statuses[answer.status_code] = statuses.get(answer.status_code, 0) + 1
        # Two operations and no name, a bad variable: refused with 200 where JSON is asked for.
        assert answer.json().get("data") in (None, {"__typename": "Query"}), answer.text
        assert answer.status_code < 500
    assert statuses[401] > 500
    assert differences(before, all_rows(database)) == []
