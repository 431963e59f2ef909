"""Start a fresh process for one request and have its answer, whatever becomes of it."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bench.errors import BenchError

#: Makes this package importable in any interpreter without showing it anything beside it.
_BOOTSTRAP = """\
import importlib.util, sys
spec = importlib.util.spec_from_file_location(
    "bench", sys.argv[1] + "/__init__.py", submodule_search_locations=[sys.argv[1]])
sys.modules["bench"] = module = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)
from bench.worker import main
main()
"""
_PACKAGE = Path(__file__).resolve().parent
#: How often we look whether a process is done or to be ended, in seconds.
POLL_S = 0.2


class Workers:
    """Starts one process after the other.

    Args:
        python: the interpreter that has torch and timm, None for this one.
        is_aborted: asked while waiting; a true answer ends the process at once.
    """

    def __init__(
        self, python: str | None = None, is_aborted: Callable[[], bool] = lambda: False
    ) -> None:
        self.python = python or sys.executable
        self.is_aborted = is_aborted

    def ask(self, request: dict[str, Any], timeout_s: float) -> dict[str, Any]:
        """The answer of a fresh process.

        Returns:
            What the worker said, or a ``status`` of ``timeout``, ``oom`` (killed by the system) or
            ``error`` with the ``reason``.

        Raises:
            AbortedError: ``is_aborted`` said so.
            BenchError: the interpreter cannot be started.
        """
        with tempfile.TemporaryFile() as errors, tempfile.TemporaryFile() as answers:
            try:
                process = subprocess.Popen(  # noqa: S603 - no shell, our own arguments
                    [self.python, "-c", _BOOTSTRAP, str(_PACKAGE)],
                    stdin=subprocess.PIPE,
                    stdout=answers,
                    stderr=errors,
                    # Compile times are of compiling, not of finding last night's result.
                    env={**os.environ, "TORCHINDUCTOR_FORCE_DISABLE_CACHES": "1"},
                    # Ctrl-C reaches this process alone, which ends its worker in its own time.
                    start_new_session=True,
                )
            except OSError as error:
                raise BenchError(f"{self.python}: {error.strerror}: check --python") from error
            assert process.stdin is not None
            try:
                process.stdin.write(json.dumps(request).encode() + b"\n")
                process.stdin.flush()
                is_in_time = self._wait(process, timeout_s)
            except BrokenPipeError:
                is_in_time = True
                process.wait()
            finally:
                _end(process)
            if not is_in_time:
                return {"status": "timeout", "reason": f"not done after {timeout_s:g} s"}
            answers.seek(0)
            errors.seek(0)
            return _read(process.returncode, answers.read(), errors.read())

    def _wait(self, process: subprocess.Popen[bytes], timeout_s: float) -> bool:
        """Wait for the end; whether it came in time."""
        end = time.monotonic() + timeout_s
        while True:
            try:
                process.wait(POLL_S)
                return True
            except subprocess.TimeoutExpired:
                if self.is_aborted():
                    raise AbortedError("stopped") from None
                if time.monotonic() > end:
                    return False


class AbortedError(Exception):
    """The measurement under way was given up."""


def _read(code: int, answer: bytes, errors: bytes) -> dict[str, Any]:
    if answer:
        decoded: dict[str, Any] = json.loads(answer)
        return decoded
    if code == -signal.SIGKILL:
        return {"status": "oom", "reason": "killed by the system, most likely for want of memory"}
    last = errors.decode(errors="replace").strip().splitlines()[-1:] or ["no word on stderr"]
    how = f"signal {signal.Signals(-code).name}" if code < 0 else f"exit status {code}"
    return {"status": "error", "reason": f"the process ended with {how}: {last[0][:300]}"}


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the process and what it started (compilers), if anything is left of them."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    assert process.stdin is not None
    with contextlib.suppress(BrokenPipeError):
        process.stdin.close()
    process.wait()
