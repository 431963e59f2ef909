"""Attacks by those who may not write."""

from __future__ import annotations

from typing import Any

from benchmarks.api.attack import PATH, Attack, message

_WRITE = (
    b'{"query": "mutation { judgeAlert(input: {alert: 1, decision: REAL}) { alert } }",'
    b'"operationName": null}'
)
_UNKNOWN: Any = {"statuses": (401,), "code": "UNAUTHENTICATED"}


def write_attacks() -> list[Attack]:
    """Mutations without a valid token."""
    return [
        Attack(name="a write without a token", data=message(body=_WRITE), **_UNKNOWN),
        Attack(
            name="a write with a made-up token",
            data=message(body=_WRITE, headers={"Authorization": f"Bearer bbdb_{'A' * 43}"}),
            **_UNKNOWN,
        ),
        Attack(
            name="a write with a token of 50,000 letters",
            data=message(body=_WRITE, headers={"Authorization": f"Bearer {'A' * 50_000}"}),
            **_UNKNOWN,
        ),
        Attack(
            name="a write with SQL for a token",
            data=message(body=_WRITE, headers={"Authorization": "Bearer ' OR 1=1 --"}),
            **_UNKNOWN,
        ),
        Attack(
            name="a write with its token in the address",
            data=message(path=f"{PATH}?token=bbdb_{'A' * 43}", body=_WRITE),
            **_UNKNOWN,
        ),
        Attack(
            name="10 MB with a made-up token",
            data=message(body=b"x" * 10_000_000, headers={"Authorization": "Bearer bbdb_A"}),
            **_UNKNOWN,
        ),
    ]
