"""The servers that are measured: ours, the bound, the naive one.

python -m benchmarks.api.servers KIND URL PORT
"""

from __future__ import annotations

import gc
import sys
import threading
from typing import Any

import orjson
import uvicorn
from starlette.types import Receive, Scope, Send

from benchmarks.api.queries import ANSWER, SQL


class Bound:
    """The least: one raw statement, one display a row, orjson; a query is named by its text."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.is_sqlite = url.startswith("sqlite")
        self._local = threading.local()

    def connection(self) -> Any:
        """What executes statements: the thread's connection, or its cursor."""
        found = getattr(self._local, "connection", None)
        if found is None:
            if self.is_sqlite:
                import sqlite3

                found = sqlite3.connect(self.url.removeprefix("sqlite:///"))
            else:
                import psycopg

                # Numbers in binary are read several times faster than their text.
                found = psycopg.connect(self.url, autocommit=True).cursor(binary=True)
            self._local.connection = found
        return found

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer ``{"query": "Q1"}``."""
        if scope["type"] == "lifespan":
            while True:
                message = await receive()
                await send({"type": f"{message['type']}.complete"})
                if message["type"] == "lifespan.shutdown":
                    return
        name = orjson.loads((await receive())["body"])["query"]
        sql = SQL[name].format(true=" = 1" if self.is_sqlite else "")
        rows = self.connection().execute(sql).fetchall()
        body = orjson.dumps(ANSWER[name](rows))
        await send(
            {
                "type": "http.response.start",
                "status": 200,
                "headers": [
                    (b"content-type", b"application/json"),
                    (b"content-length", str(len(body)).encode()),
                ],
            }
        )
        await send({"type": "http.response.body", "body": body})


def application(kind: str, url: str) -> Any:
    """The ASGI application of a kind."""
    if kind == "bound":
        return Bound(url)
    if kind == "naive":
        from benchmarks.api.naive import naive_app

        return naive_app(url)
    from api.app import create_app
    from api.settings import Settings

    return create_app(url, Settings(cache_bytes=32_000_000 if kind == "cached" else 0))


if __name__ == "__main__":
    served = application(sys.argv[1], sys.argv[2])
    gc.collect()
    gc.freeze()
    uvicorn.run(
        served,
        port=int(sys.argv[3]),
        log_level="warning",
        access_log=False,
        timeout_keep_alive=600,
    )
