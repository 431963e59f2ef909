"""Damaged copies of real files: each is refused with its line, or read as a slow reader does."""

from __future__ import annotations

import csv
import io
import random
import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from db.errors import InputError
from ingest.kinds import identify, kind_of

from ..support import document

MUTATIONS_A_SEED = 50
LINES = 300
_NUMBER = re.compile(r"[+-]?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?([eE][+-]?\d{1,2})?", re.ASCII)

Mutation = Callable[[random.Random, str], str | bytes]


class Refused(Exception):  # noqa: N818 - an answer, not a failure
    """What the slow reader cannot take."""


def figure(cell: str, *, low: str = "0", high: str = "1e15", above: bool = False) -> Decimal | None:
    if not cell:
        return None
    if not _NUMBER.fullmatch(cell):
        raise Refused(cell)
    value = Decimal(cell.replace(",", ""))
    if not Decimal("1e-15" if above else low) <= value <= Decimal(high):
        raise Refused(cell)
    return value


def count(cell: str) -> int | None:
    value = figure(cell, low="1", high=str(2**31 - 1))
    if value is not None and value != int(value):
        raise Refused(cell)
    return None if value is None else int(value)


def name(cell: str) -> str:
    if not cell or cell.strip() != cell or not cell.isprintable():
        raise Refused(cell)
    return cell


def needed(value: Any) -> Any:
    if value is None:
        raise Refused("empty")
    return value


def slowly(kind: str, task: str, data: bytes) -> list[tuple[Any, ...]]:
    """Rows of a file, cell by cell in exact arithmetic; raises Refused."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused(str(error)) from error
    if "\0" in text or not text.endswith(("\n", "\r")):
        raise Refused("not a whole text")
    try:
        records = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except csv.Error as error:
        raise Refused(str(error)) from error
    present = {"cropt_pct": "crop_pct"} if kind == "results" else {}
    if kind == "benchmark":
        facts = ("img_size", "batch_size", "samples_per_sec", "step_time", "gmacs", "macts")
        present = {f"{task}_{fact}": fact for fact in facts}
        other = {"infer": "train_", "train": "infer_"}[task]
        if any(column.startswith(other) for column in records[0]):
            raise Refused("another task")
    header = [present.get(column.strip(), column.strip()) for column in records[0]]
    if len(set(header)) < len(header) or len(records) < 2:
        raise Refused("header")
    found = []
    seen = set()
    for record in records[1:]:
        if len(record) != len(header):
            raise Refused("length")
        cells = dict(zip(header, record, strict=True))
        try:
            row, key = READERS[kind](cells)
        except KeyError as error:
            raise Refused("a column is missing") from error
        if key in seen:
            raise Refused("twice")
        seen.add(key)
        found.append(row)
    return found


Read = tuple[tuple[Any, ...], tuple[Any, ...]]


def read_result(cells: dict[str, str]) -> Read:
    top1 = needed(figure(cells["top1"], high="100"))
    top5 = needed(figure(cells["top5"], high="100"))
    if top1 > top5:
        raise Refused("top-1 above top-5")
    key = (name(cells["model"]), needed(count(cells["img_size"])))
    params = figure(cells.get("param_count", ""), above=True)
    crop = figure(cells.get("crop_pct", ""), high="10", above=True)
    return (*key, top1, top5, params, crop, cells.get("interpolation") or None), key


def read_speed(cells: dict[str, str]) -> Read:
    speed = figure(cells["samples_per_sec"], above=True)
    key = (
        name(cells["model"]),
        needed(count(cells["img_size"])),
        count(cells["batch_size"]),
    )
    if speed is not None and key[2] is None:
        raise Refused("a speed without its batch size")
    status = "missing" if speed is None else "ok"
    others = (
        figure(cells["step_time"], above=True),
        figure(cells.get("gmacs", "")),
        figure(cells.get("macts", "")),
        figure(cells.get("param_count", ""), above=True),
    )
    return (*key, status, speed, *others), key


def read_label(cells: dict[str, str]) -> Read:
    key = (name(cells["model"]),)
    return (*key, name(cells["pretrain"])), key


READERS: dict[str, Callable[[dict[str, str]], Read]] = {
    "results": read_result,
    "benchmark": read_speed,
    "metadata": read_label,
}


def quickly(file_name: str, data: bytes) -> list[tuple[Any, ...]]:
    """Rows as the ingest reads them, figures in exact arithmetic again."""
    identity = identify(file_name)
    parsed = kind_of(identity.kind).parse(document(file_name, data), identity, False)
    rows = [row[1:-1] if identity.kind == "benchmark" else row[1:] for row in parsed.rows]
    return [
        tuple(Decimal(repr(cell)) if isinstance(cell, float) else cell for cell in row)
        for row in rows
    ]


# --- what befalls a file ---

ODD_CELLS = (
    "",
    " ",
    "nan",
    "inf",
    "1_000",
    "１",
    "-1",
    "0",
    "1e5",
    "1024.0",
    "1,024",
    "1,02,4",
    '"',
    "a b",
    "\t80",
    "80.1.2",
    ".5",
    "5.",
    "\ufeff80",
    "100.0001",
    "99.9999999999999",
    "80\n",
)


def of_lines(change: Callable[[random.Random, list[str], int], None]) -> Mutation:
    def mutate(chance: random.Random, text: str) -> str:
        lines = text.splitlines(keepends=True)
        change(chance, lines, chance.randrange(len(lines)))
        return "".join(lines)

    return mutate


def drop(_: random.Random, lines: list[str], at: int) -> None:
    del lines[at]


def repeat(chance: random.Random, lines: list[str], at: int) -> None:
    lines.insert(chance.randrange(len(lines)), lines[at])


def swap(chance: random.Random, lines: list[str], at: int) -> None:
    other = chance.randrange(len(lines))
    lines[at], lines[other] = lines[other], lines[at]


def join(_: random.Random, lines: list[str], at: int) -> None:
    lines[at] = lines[at].rstrip("\r\n")


def blank(_: random.Random, lines: list[str], at: int) -> None:
    lines.insert(at, "\n")


def change_cell(chance: random.Random, lines: list[str], at: int) -> None:
    cells = lines[at].rstrip("\r\n").split(",")
    cells[chance.randrange(len(cells))] = chance.choice(ODD_CELLS)
    lines[at] = ",".join(cells) + "\n"


def drop_cell(chance: random.Random, lines: list[str], at: int) -> None:
    cells = lines[at].rstrip("\r\n").split(",")
    del cells[chance.randrange(len(cells))]
    lines[at] = ",".join(cells) + "\n"


def swap_cells(chance: random.Random, lines: list[str], at: int) -> None:
    cells = lines[at].rstrip("\r\n").split(",")
    chance.shuffle(cells)
    lines[at] = ",".join(cells) + "\n"


def rename_column(chance: random.Random, lines: list[str], _: int) -> None:
    change_cell(chance, lines, 0)


def cut(chance: random.Random, text: str) -> str:
    return text[: chance.randrange(1, len(text))]


def change_byte(chance: random.Random, text: str) -> bytes:
    data = bytearray(text.encode())
    data[chance.randrange(len(data))] = chance.randrange(256)
    return bytes(data)


def add_byte(chance: random.Random, text: str) -> bytes:
    data = bytearray(text.encode())
    data.insert(chance.randrange(len(data)), chance.choice(b'",\n\r.0 -\x00\xff'))
    return bytes(data)


def drop_byte(chance: random.Random, text: str) -> bytes:
    data = bytearray(text.encode())
    del data[chance.randrange(len(data))]
    return bytes(data)


def end_lines_otherwise(chance: random.Random, text: str) -> str:
    return text.replace("\n", chance.choice(("\r\n", "\r", "\n\r", "\u2028")))


MUTATIONS: tuple[Mutation, ...] = (
    *map(
        of_lines,
        (drop, repeat, swap, join, blank, drop_cell, swap_cells, rename_column),
    ),
    *([of_lines(change_cell)] * 5),
    cut,
    *([change_byte, add_byte, drop_byte] * 2),
    end_lines_otherwise,
)


@pytest.mark.realdata
@pytest.mark.parametrize("seed", range(10))
def test_damaged_files(real_data: Path, seed: int) -> None:
    chance = random.Random(seed)
    files = sorted((real_data / "timm-results").glob("*.csv"))
    outcomes = {"refused": 0, "read": 0}
    for _ in range(MUTATIONS_A_SEED):
        path = chance.choice(files)
        with path.open(encoding="utf-8", newline="") as file:
            lines = file.read().splitlines(keepends=True)
        first = chance.randrange(1, max(2, len(lines) - LINES))
        text = "".join([lines[0], *lines[first : first + LINES]])
        mutation = chance.choice(MUTATIONS)
        mutated = mutation(chance, text)
        data = mutated if isinstance(mutated, bytes) else mutated.encode()
        identity = identify(path.name)
        task = identity.subject.partition("-")[0]
        try:
            wanted = slowly(identity.kind, task, data)
        except Refused:
            with pytest.raises(InputError) as caught:
                quickly(path.name, data)
            error = caught.value
            assert error.line is not None and str(error).startswith(f"{path.name}:{error.line}")
            assert 1 <= error.line <= data.count(b"\n") + data.count(b"\r") + 1
            assert str(error).isprintable()
            outcomes["refused"] += 1
        else:
            assert quickly(path.name, data) == wanted
            outcomes["read"] += 1
    assert min(outcomes.values()) > 0
