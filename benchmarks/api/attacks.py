"""Send every attack to a real server: what it answers, how fast, and who else had to wait.

    python -m benchmarks.api.attacks URL [--slowest 10]

Goal: each as expected in under 100 ms, and ``/healthz`` in under 100 ms meanwhile.
"""

from __future__ import annotations

import argparse
import http.client
import json
import selectors
import socket
import sys
import threading
import time
from dataclasses import dataclass

from benchmarks.api.attack import Attack
from benchmarks.api.attack_documents import document_attacks
from benchmarks.api.attack_messages import message_attacks
from benchmarks.api.attack_writes import write_attacks
from benchmarks.api.serving import Served, serving

#: An attack that is not answered by then has succeeded, in seconds.
PATIENCE_S = 15.0
#: The goal of the benchmark, in seconds.
GOAL_S = 0.1


def attacks() -> list[Attack]:
    """All of them."""
    return [*message_attacks(), *document_attacks(), *write_attacks()]


@dataclass(frozen=True, kw_only=True, slots=True)
class Reply:
    """The first answer to some bytes.

    Attributes:
        status: its status; 0: the connection was closed without one; -1: nothing came.
        headers: by name in small letters.
        body: its body.
        seconds: from the first byte sent to the last one received.
    """

    status: int
    headers: dict[str, str]
    body: bytes
    seconds: float

    @property
    def code(self) -> str | None:
        """``extensions.code`` of the first error, None where the body has none."""
        try:
            found = json.loads(self.body)["errors"][0]["extensions"]["code"]
        except (ValueError, LookupError, TypeError):
            return None
        return str(found)


def exchange(port: int, data: bytes) -> Reply:
    """Send bytes and read the first answer, at the same time: an answer may come before the end."""
    begun = time.monotonic()
    received, waiting = b"", memoryview(data)
    with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE_S) as connection:
        connection.setblocking(False)
        with selectors.DefaultSelector() as selector:
            both = selectors.EVENT_READ | selectors.EVENT_WRITE
            selector.register(connection, both)
            while not _is_whole(received):
                if time.monotonic() - begun > PATIENCE_S:
                    return Reply(status=-1, headers={}, body=b"", seconds=PATIENCE_S)
                for _, events in selector.select(1.0):
                    try:
                        if events & selectors.EVENT_READ:
                            part = connection.recv(1 << 20)
                            if not part:
                                return _reply(received, begun)
                            received += part
                        elif waiting:
                            waiting = waiting[connection.send(waiting[: 1 << 16]) :]
                            if not waiting:
                                selector.modify(connection, selectors.EVENT_READ)
                    except (BrokenPipeError, ConnectionResetError):
                        # Refused before its end; what was answered may still be there to read.
                        if not waiting:
                            return _reply(received, begun)
                        waiting = waiting[:0]
                        selector.modify(connection, selectors.EVENT_READ)
    return _reply(received, begun)


def _parts(received: bytes) -> tuple[int, dict[str, str], bytes]:
    head, _, body = received.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    headers = {}
    for line in lines:
        name, _, value = line.partition(":")
        headers[name.lower()] = value.strip()
    length = headers.get("content-length")
    return int(first.split(" ")[1]), headers, body if length is None else body[: int(length)]


def _is_whole(received: bytes) -> bool:
    if b"\r\n\r\n" not in received:
        return False
    status, headers, body = _parts(received)
    return status == 304 or len(body) == int(headers.get("content-length", -1))


def _reply(received: bytes, begun: float) -> Reply:
    status, headers, body = _parts(received) if b"\r\n\r\n" in received else (0, {}, b"")
    return Reply(status=status, headers=headers, body=body, seconds=time.monotonic() - begun)


def is_expected(attack: Attack, reply: Reply) -> bool:
    """Whether an attack was answered as it must be."""
    if reply.status not in attack.statuses:
        return False
    return reply.code in ((attack.code, None) if reply.status in {0, 414, 431} else (attack.code,))


class Watch:
    """Asks ``/healthz`` again and again; ``slowest_s`` is the longest answer."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._ask)
        self.slowest_s = 0.0
        self.count = 0

    def __enter__(self) -> Watch:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._thread.join()

    def _ask(self) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=PATIENCE_S)
        while not self._ended.wait(0.002):
            begun = time.monotonic()
            connection.request("GET", "/healthz")
            assert connection.getresponse().read() == b"ok\n"
            self.slowest_s = max(self.slowest_s, time.monotonic() - begun)
            self.count += 1
        connection.close()


def measured(served: Served) -> tuple[list[tuple[Attack, Reply]], Watch]:
    """Every attack with its answer, and what a bystander saw."""
    with Watch(served.port) as watch:
        found = [(attack, exchange(served.port, attack.data)) for attack in attacks()]
    return found, watch


def main() -> int:
    """Attack and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("url")
    parser.add_argument("--slowest", type=int, default=10)
    options = parser.parse_args()
    with serving(options.url) as served:
        found, watch = measured(served)
    wrong = [(attack, reply) for attack, reply in found if not is_expected(attack, reply)]
    for attack, reply in wrong:
        wanted = f"{attack.statuses} {attack.code}"
        print(f"{attack.name}: {reply.status} {reply.code}, not {wanted}: {reply.body[:300]!r}")
    slow = [reply for _, reply in found if reply.seconds >= GOAL_S]
    print(f"{len(found)} attacks, {len(wrong)} not as expected, {len(slow)} of 100 ms or more")
    for attack, reply in sorted(found, key=lambda one: -one[1].seconds)[: options.slowest]:
        print(f"  {reply.seconds * 1000:7.1f} ms  {attack.name}")
    print(f"/healthz meanwhile: at most {watch.slowest_s * 1000:.1f} ms of {watch.count:,} answers")
    return 1 if wrong or slow or watch.slowest_s >= GOAL_S else 0


if __name__ == "__main__":
    sys.exit(main())
