"""A real server for measurements and tests: ``backbonedb serve`` as a process of its own."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx2

#: How long a server may take to start and to end, in seconds.
_PATIENCE_S = 30.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Served:
    """A running server.

    Attributes:
        process: its process.
        port: where it listens on 127.0.0.1.
    """

    process: subprocess.Popen[bytes]
    port: int

    @property
    def url(self) -> str:
        """Its address."""
        return f"http://127.0.0.1:{self.port}"

    def is_ready(self) -> bool:
        """Whether it answers queries."""
        try:
            return httpx2.get(f"{self.url}/readyz", timeout=5).status_code == 200
        except httpx2.TransportError:
            return False

    def terminate(self) -> int:
        """Ask it to end, and wait; its exit status."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(_PATIENCE_S)


def free_port() -> int:
    """A port of this machine's own address that nobody listens on just now."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def serving(
    database_url: str, *options: str, warehouse: Path | None = None, log: Path | None = None
) -> Iterator[Served]:
    """``backbonedb serve`` on a free port, ended when left.

    Args:
        database_url: what it serves.
        options: of the command.
        warehouse: folder of published files.
        log: file for its standard error.

    Raises:
        RuntimeError: it does not start.
    """
    port = free_port()
    environment = {**os.environ, "BACKBONEDB_URL": database_url, "BACKBONEDB_AUTO_PUBLISH": "0"}
    if warehouse is not None:
        environment["BACKBONEDB_WAREHOUSE"] = str(warehouse)
    command = [sys.executable, "-m", "backbonedb", "serve", "--port", str(port), *options]
    with (log or Path(os.devnull)).open("wb") as errors:
        process = subprocess.Popen(command, env=environment, stderr=errors)
        served = Served(process=process, port=port)
        try:
            deadline = time.monotonic() + _PATIENCE_S
            while not served.is_ready():
                if process.poll() is not None or time.monotonic() > deadline:
                    raise RuntimeError(f"{' '.join(command)}: the server did not start")
                time.sleep(0.05)
            yield served
        finally:
            process.terminate()
            try:
                process.wait(_PATIENCE_S)
            finally:
                process.kill()
                process.wait()
