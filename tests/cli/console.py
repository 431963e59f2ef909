"""The command line as a user meets it: arguments in, exit status and two streams out."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from backbonedb.cli import main


@dataclass(frozen=True, kw_only=True)
class Result:
    """What a run of the command left: its exit status and what it printed."""

    status: int
    out: str
    err: str


class Console:
    """Runs the command in this process, on one database."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self.capsys = capsys

    def run(self, *arguments: str | Path) -> Result:
        """Run ``backbonedb ARGUMENTS``."""
        self.capsys.readouterr()
        try:
            main([str(argument) for argument in arguments])
        except SystemExit as stop:
            status = stop.code
        else:
            status = 0
        out, err = self.capsys.readouterr()
        assert isinstance(status, int | None)
        return Result(status=status or 0, out=out, err=err)


def run_process(
    *arguments: str | Path, env: Mapping[str, str] | None = None, stdin: str | None = None
) -> Result:
    """Run ``backbonedb ARGUMENTS`` in a process of its own."""
    result = subprocess.run(
        [sys.executable, "-m", "backbonedb", *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        input=stdin,
        env={**os.environ, **(env or {})},
    )
    return Result(status=result.returncode, out=result.stdout, err=result.stderr)
