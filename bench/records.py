"""The file of a run: one JSON object a line, on the disk before the next measurement begins.

Kinds of lines (``type``): ``run`` opens the file and each resumption, ``measurement`` is one
result, ``control`` one measurement of the control model, ``end`` closes a run that went through.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench import SCHEMA_VERSION
from bench.cases import Case
from bench.errors import BenchError

Record = dict[str, Any]


@dataclass(kw_only=True, slots=True)
class Recorded:
    """What a file holds.

    Attributes:
        run: the opening line, None for an empty or missing file.
        results: the measurements by case.
        controls: the control measurements, in order.
        is_ended: whether the run went through.
        damaged: numbers of the lines that are no JSON objects of this form.
    """

    run: Record | None = None
    results: dict[Case, Record] = field(default_factory=dict)
    controls: list[Record] = field(default_factory=list)
    is_ended: bool = False
    damaged: list[int] = field(default_factory=list)


def append(path: Path, kind: str, facts: Mapping[str, Any]) -> None:
    """Add one line and wait until the disk has it.

    Raises:
        BenchError: the file cannot be written.
    """
    line = json.dumps(
        {"schema_version": SCHEMA_VERSION, "type": kind, **facts},
        allow_nan=False,
        ensure_ascii=False,
        separators=(",", ":"),
    )
    try:
        with path.open("ab") as file:
            file.write(line.encode() + b"\n")
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise BenchError(f"{path}: cannot be written: {error.strerror}") from error


def read(path: Path) -> Recorded:
    """What ``path`` holds; damaged lines are listed and left out.

    A last line without its end is being written, or ``cut_torn_line`` will remove it.

    Raises:
        BenchError: the file cannot be read, or is of another ``schema_version``.
    """
    recorded = Recorded()
    try:
        *lines, _ = path.read_bytes().split(b"\n")
    except FileNotFoundError:
        return recorded
    except OSError as error:
        raise BenchError(f"{path}: cannot be read: {error.strerror}") from error
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
            version = record["schema_version"]
        except (ValueError, KeyError, TypeError):
            recorded.damaged.append(number)
            continue
        if version != SCHEMA_VERSION:
            raise BenchError(
                f"{path}:{number}: schema_version {version}, this program writes {SCHEMA_VERSION}: "
                "choose another --out"
            )
        try:
            _take(recorded, record)
        except (KeyError, TypeError):
            recorded.damaged.append(number)
    return recorded


def cut_torn_line(path: Path) -> bool:
    """Remove a last line that a killed process left without its end; whether there was one.

    Raises:
        BenchError: the file cannot be written.
    """
    try:
        with path.open("r+b") as file:
            data = file.read()
            whole = data.rfind(b"\n") + 1
            if whole == len(data):
                return False
            file.truncate(whole)
            file.flush()
            os.fsync(file.fileno())
            return True
    except FileNotFoundError:
        return False
    except OSError as error:
        raise BenchError(f"{path}: cannot be written: {error.strerror}") from error


def case_of(record: Mapping[str, Any]) -> Case:
    """The case that a measurement answers, as it was asked."""
    return Case(
        model=record["model"],
        img_size=record["img_size"],
        batch_size=None if record["is_max_batch_size"] else record["batch_size"],
        repeat=record["repeat"],
    )


def _take(recorded: Recorded, record: Record) -> None:
    kind = record["type"]
    if kind == "run":
        recorded.run = recorded.run or record
        recorded.is_ended = False
    elif kind == "measurement":
        recorded.results[case_of(record)] = record
    elif kind == "control":
        recorded.controls.append(record)
    elif kind == "end":
        recorded.is_ended = True
    else:
        raise KeyError(kind)
