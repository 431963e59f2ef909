"""One run a device: two at once would measure each other."""

from __future__ import annotations

import fcntl
import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from bench.errors import BenchError


@contextmanager
def device_lock(device: str, out: Path, folder: Path | None = None) -> Iterator[None]:
    """Hold a device for this process; the system lets go when the process ends, however it does.

    Args:
        device: ``cpu`` or the UUID of an accelerator.
        out: the file that the run writes, told to others.
        folder: where the lock files are, None for the system's folder for temporary files.

    Raises:
        BenchError: another run holds it; names that run.
    """
    path = (folder or Path(tempfile.gettempdir())) / f"backbonedb-bench-{device}.lock"
    fd = _open(path)
    try:
        try:
            fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise BenchError(f"{device} is in use: {_holder(path)}: wait for it to end") from None
        os.ftruncate(fd, 0)
        started = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        holder = {"pid": os.getpid(), "started_at": started, "out": str(out.absolute())}
        os.pwrite(fd, json.dumps(holder).encode(), 0)
        yield
    finally:
        os.close(fd)


def _open(path: Path) -> int:
    try:
        # Not created if it is there: in a sticky folder others' files may not be.
        return os.open(path, os.O_RDWR)
    except FileNotFoundError:
        return os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    except OSError as error:
        raise BenchError(f"{path}: the lock cannot be opened: {error.strerror}") from error


def _holder(path: Path) -> str:
    try:
        holder = json.loads(path.read_text())
        return f"process {holder['pid']} measures into {holder['out']} since {holder['started_at']}"
    except (OSError, ValueError, KeyError):
        return "another run is starting"
