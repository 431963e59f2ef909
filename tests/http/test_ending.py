"""A server that is asked to end answers what it is answering, takes nothing new, and ends."""

from __future__ import annotations

import signal
import socket
import threading
import time
from pathlib import Path

import httpx2
import psycopg
import pytest

from benchmarks.api.serving import Served, serving

pytestmark = pytest.mark.http

BODY = b'{"query": "{ models { totalCount } }"}'
JSON = {"content-type": "application/json"}
HEAD = (
    b"POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
    b"Content-Length: %d\r\n\r\n" % len(BODY)
)


def refuses(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=5).close()
    except ConnectionRefusedError:
        return True
    return False


def asked_to_end(served: Served) -> None:
    """Send SIGTERM and wait until nobody is let in any more."""
    served.process.send_signal(signal.SIGTERM)
    deadline = time.monotonic() + 10
    while not refuses(served.port):
        assert time.monotonic() < deadline
        time.sleep(0.02)


def test_a_request_that_has_begun_is_answered(database_url: str) -> None:
    with (
        serving(database_url) as served,
        socket.create_connection(("127.0.0.1", served.port), timeout=20) as connection,
        socket.create_connection(("127.0.0.1", served.port), timeout=20) as idle,
    ):
        connection.sendall(HEAD + BODY[:5])
        time.sleep(0.2)  # the server is reading it
        asked_to_end(served)
        assert served.process.poll() is None
        assert idle.recv(100) == b""  # who says nothing is sent away
        connection.sendall(BODY[5:])
        answer = connection.recv(10_000)
        assert answer.startswith(b"HTTP/1.1 200 OK"), answer
        assert answer.endswith(b'{"data":{"models":{"totalCount":0}}}')
        assert served.process.wait(10) == 0


@pytest.mark.parametrize("engine", ["postgresql"])  # SQLite's readers wait for nobody
def test_a_statement_that_runs_is_waited_for(database_url: str) -> None:
    answers: list[httpx2.Response] = []
    with serving(database_url) as served, psycopg.connect(database_url) as holder:

        def ask() -> None:
            answers.append(httpx2.post(f"{served.url}/graphql", content=BODY, headers=JSON))

        holder.execute("LOCK TABLE models IN ACCESS EXCLUSIVE MODE")
        asking = threading.Thread(target=ask)
        asking.start()
        waiting = "SELECT count(*) FROM pg_locks WHERE NOT granted"
        while holder.execute(waiting).fetchone() == (0,):
            time.sleep(0.02)
        asked_to_end(served)
        assert served.process.poll() is None
        holder.rollback()
        asking.join()
        assert answers[0].json() == {"data": {"models": {"totalCount": 0}}}
        assert served.process.wait(10) == 0


def test_an_interrupted_server_says_so_in_one_line(database_url: str, tmp_path: Path) -> None:
    log = tmp_path / "log"
    with serving(database_url, log=log) as served:
        served.process.send_signal(signal.SIGINT)
        assert served.process.wait(10) in {1, 130}
    assert "Traceback" not in log.read_text("utf-8")


def test_a_sender_who_never_finishes_cannot_hold_the_server(database_url: str) -> None:
    with (
        serving(database_url) as served,
        socket.create_connection(("127.0.0.1", served.port), timeout=30) as connection,
    ):
        connection.sendall(HEAD + BODY[:5])
        time.sleep(0.2)
        asked_to_end(served)
        # The time for a body is up before the server's patience is.
        assert b"408" in connection.recv(10_000).partition(b"\r\n")[0]
        assert served.process.wait(10) == 0
