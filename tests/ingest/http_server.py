"""A real HTTP server on loopback that gives scripted answers, the wrong ones above all.

It listens on a port of the system's choice, answers each connection in a thread and bounds every
wait, so that it ends with its ``with`` block whatever its client does.
"""

from __future__ import annotations

import socket
import struct
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Literal, Self
from urllib.parse import urlsplit

_IDLE_LIMIT_S = 10.0


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What one request gets.

    Attributes:
        body: sent ``repeat`` times over.
        content_length: a length to state instead of the true one.
        chunked: chunked transfer, no length stated.
        delay_s: silence before the status line.
        pause_s: silence before each copy of the body.
        end: after the body "close" the connection or keep it as HTTP has it; "reset" it;
            "die": stop listening, then reset it.
    """

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    repeat: int = 1
    content_length: int | None = None
    chunked: bool = False
    delay_s: float = 0.0
    pause_s: float = 0.0
    end: Literal["close", "reset", "die"] = "close"


@dataclass(frozen=True, kw_only=True)
class Request:
    """What a client asked; ``at_s`` on the monotonic clock, header names in lower case."""

    path: str
    query: str
    headers: Mapping[str, str]
    at_s: float


class HttpServer:
    """Answers a path's scripted answers in turn, the last one from then on; 404 without a script.

    Attributes:
        requests: every request so far, in order of arrival.
        sent_byte_count: bytes of bodies written so far.
    """

    def __init__(self) -> None:
        self.requests: list[Request] = []
        self.sent_byte_count = 0
        self._script: dict[str, list[Answer]] = {}
        self._lock = threading.Lock()
        self._stopping = threading.Event()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = False  # so that closing the server waits for all of them
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,))

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"

    def on(self, path: str, *answers: Answer) -> None:
        self._script[path] = list(answers)

    def paths(self) -> list[str]:
        return [request.path for request in self.requests]

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._stopping.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def _next_answer(self, path: str) -> Answer:
        with self._lock:
            answers = self._script.get(path, [Answer(status=404, body=b"{}")])
            return answers.pop(0) if len(answers) > 1 else answers[0]

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        server = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            timeout = _IDLE_LIMIT_S
            disable_nagle_algorithm = True  # or every body waits for the head's acknowledgement

            def handle(self) -> None:
                with suppress(ConnectionError):  # the client had enough
                    super().handle()

            def do_GET(self) -> None:
                url = urlsplit(self.path)
                headers = {name.lower(): value for name, value in self.headers.items()}
                server.requests.append(
                    Request(path=url.path, query=url.query, headers=headers, at_s=time.monotonic())
                )
                self._send(server._next_answer(url.path))

            def _send(self, answer: Answer) -> None:
                whole = len(answer.body) * answer.repeat
                stated = whole if answer.content_length is None else answer.content_length
                self.close_connection = stated != whole or answer.end != "close"
                if server._stopping.wait(answer.delay_s):
                    self.close_connection = True
                    return
                self.send_response(answer.status)
                for name, value in answer.headers.items():
                    self.send_header(name, value)
                if answer.chunked:
                    self.send_header("Transfer-Encoding", "chunked")
                else:
                    self.send_header("Content-Length", str(stated))
                self.end_headers()
                for _ in range(answer.repeat):
                    if server._stopping.wait(answer.pause_s):
                        self.close_connection = True
                        return
                    size = b"%x\r\n" % len(answer.body)
                    self.wfile.write(
                        size + answer.body + b"\r\n" if answer.chunked else answer.body
                    )
                    server.sent_byte_count += len(answer.body)
                if answer.end == "die":
                    server._server.shutdown()
                    server._server.socket.close()
                if answer.end != "close":
                    no_linger = struct.pack("ii", 1, 0)
                    self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, no_linger)
                    self.connection.close()
                elif answer.chunked:
                    self.wfile.write(b"0\r\n\r\n")

            def log_request(self, code: object = "-", size: object = "-") -> None:
                """Nothing: the test says what happened."""

        return Handler
