"""The lines of a run of the benchmark job, read strictly (``schema_version`` 1).

``bench/records.py`` says what the kinds of lines are; here every fact is taken by name and kind,
and one that nobody knows is refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

import orjson

from db.errors import InputError
from db.speed import (
    COMPILERS,
    DEVICE_KINDS,
    FIGURES_OF_A_RUN,
    LAYOUTS,
    PRECISIONS,
    PURPOSES,
    STATUSES,
    TASKS,
)
from ingest.json_lines import (
    Record,
    WrongKindError,
    above_zero,
    count,
    flag,
    listing,
    number,
    records,
    text,
)

#: Measurement by key to the line that asked for it by number, or for the largest that fits.
Seen = dict[tuple[Any, ...], dict[bool, int]]

SCHEMA_VERSION = 1
RUN_ID = r"\d{8}t\d{6}z-[0-9a-f]{12}"
MIB = 2**20
#: Facts of a line that are kept as they are for provenance, and not looked into.
_OPAQUE = ("warmup", "device_state", "clock_overhead_ms", "batch_size_stopped_by")
#: Figures that a line has under the name of their column.
_AS_NAMED = tuple(name for name in FIGURES_OF_A_RUN if not name.startswith("peak_memory"))


@dataclass(frozen=True, kw_only=True, slots=True)
class RunFacts:
    """The opening line of a run: values for ``benchmark_runs`` and ``environments`` by column."""

    run_id: str
    run: dict[str, Any]
    environment: dict[str, Any]
    line: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Result:
    """One measurement: values for ``measurements`` by column, and its samples in milliseconds."""

    line: int
    columns: dict[str, Any]
    samples_ms: tuple[float, ...]
    started_at: datetime


@dataclass(kw_only=True, slots=True)
class RunFile:
    """What the file of a run says.

    Attributes:
        run: its opening line.
        results: its measurements, without those of the control model.
        lines: (1-based line, JSON text) of every line, samples left out: they have their own table.
        finished_at: when the run went through, None if it did not.
        control_drift: see ``benchmark_runs.control_drift``.
        backwards: lines whose clock is behind that of the line before.
    """

    run: RunFacts
    results: list[Result] = field(default_factory=list)
    lines: list[tuple[int, str]] = field(default_factory=list)
    finished_at: datetime | None = None
    control_drift: float | None = None
    backwards: list[int] = field(default_factory=list)


def parse_run_file(text: str, *, file: str) -> RunFile:
    """Read the file of a run.

    Raises:
        InputError: a line is damaged, of another ``schema_version``, or says something unknown or
            impossible; a second run; a measurement twice; no opening line.
    """
    parsed: RunFile | None = None
    seen: Seen = {}
    for record, raw in records(text, file=file):
        version = record.take("schema_version", count)
        if version != SCHEMA_VERSION:
            raise record.error(
                "schema_version",
                f"is {version}, this program reads {SCHEMA_VERSION}: ingest it with the version of "
                "this program that wrote it",
            )
        kind = record.take("type", one_of(("run", "measurement", "control", "end")))
        if kind == "run":
            run = _run(record)
            parsed = parsed or RunFile(run=run)
        if parsed is None:
            raise record.error("type", f"expected the run's opening line first, found {kind}")
        run_id = run.run_id if kind == "run" else record.take("run_id", text_like(RUN_ID))
        if run_id != parsed.run.run_id:
            raise record.error("run_id", f"is another run than line {parsed.run.line}'s")
        parsed.lines.append((record.line, _without_samples(raw)))
        if kind == "end":
            _end(record, parsed)
        elif kind == "run":
            parsed.finished_at = None
        else:
            _result(record, parsed, seen, is_control=kind == "control")
    if parsed is None:
        raise InputError(file, "holds no run", line=1)
    return parsed


def one_of(values: Sequence[str]) -> Callable[[object], str]:
    """The kind of a text of a closed vocabulary."""

    def kind(value: object) -> str:
        if not isinstance(value, str) or value not in values:
            raise WrongKindError(f"one of {', '.join(values)}")
        return value

    return kind


def text_like(pattern: str) -> Callable[[object], str]:
    """The kind of a text that matches a pattern as a whole."""

    def kind(value: object) -> str:
        if not isinstance(value, str) or re.fullmatch(pattern, value) is None:
            raise WrongKindError(f"a text like {pattern}")
        return value

    return kind


def instant(value: object) -> datetime:
    """An instant in UTC: RFC 3339 with ``Z``."""
    try:
        if isinstance(value, str) and value.endswith("Z"):
            return datetime.fromisoformat(value).astimezone(UTC)
    except ValueError:
        pass
    raise WrongKindError("an instant such as 2026-11-22T20:05:40.452099Z")


def _date(value: object) -> str:
    try:
        return date.fromisoformat(text(value)).isoformat()
    except ValueError:
        raise WrongKindError("a date such as 2026-11-22") from None


def _not_negative(value: object) -> float:
    found = number(value)
    if found < 0:
        raise WrongKindError("a number from 0")
    return found


def _from_one(value: object) -> int:
    found = count(value)
    if found < 1:
        raise WrongKindError("a whole number from 1")
    return found


def _anything(value: object) -> object:
    return value


def _run(record: Record) -> RunFacts:
    run_id = record.take("run_id", text_like(RUN_ID))
    time_scale = record.take("time_scale", above_zero)
    version = record.take("protocol_version", _from_one)
    settings = _nested(record, "settings")
    environment, threads = _environment(_nested(record, "environment"))
    environment["thread_count"] = settings.get("threads", _from_one) or threads
    run = {
        "started_at": record.take("started_at", instant),
        "night": record.take("night", _date),
        "timezone": record.take("timezone", text),
        "machine_label": record.get("machine", text),
        "purpose": record.take("purpose", one_of(PURPOSES)),
        # Times of another scale are another protocol.
        "protocol_version": f"{version}" if time_scale == 1 else f"{version}x{time_scale:g}",
        "task": settings.take("task", one_of(TASKS)),
        "precision": settings.take("precision", one_of(PRECISIONS)),
        "layout": settings.take("layout", one_of(LAYOUTS)),
        "compile": settings.take("compile", one_of(COMPILERS)),
        "compile_mode": settings.get("compile_mode", text),
    }
    settings.take("device", text)
    settings.finish()
    for name in ("limits", "seed", "shard"):
        record.take(name, _anything)
    record.finish()
    return RunFacts(run_id=run_id, run=run, environment=environment, line=record.line)


def environment_facts(facts: object) -> tuple[dict[str, Any], int | None]:
    """Values for ``environments`` of an environment as the job describes it; see ``_environment``.

    Raises:
        InputError: it says something unknown.
    """
    return _environment(Record(facts, file="the environment", line=1))


def _environment(record: Record) -> tuple[dict[str, Any], int | None]:
    """Values for ``environments`` by column, and torch's own number of threads on a CPU."""
    device, host, software = (_nested(record, name) for name in ("device", "host", "software"))
    kind = device.take("kind", one_of(DEVICE_KINDS))
    values = {
        "device_kind": kind,
        "device_name": device.take("name", text),
        "device_count": device.take("count", _from_one),
        "device_memory_mib": device.get("memory_mib", _from_one),
        "driver": device.get("driver", text),
        "power_limit_w": device.get("power_limit_w", above_zero),
        "is_mig": device.get("is_mig", flag),
        "cpu_model": host.take("cpu_model", text),
        "cpu_count": host.take("cpu_count", _from_one),
        "memory_mib": host.take("memory_mib", _from_one),
        "os": host.take("os", text),
        "python": host.take("python", text),
        "torch": software.take("torch", text),
        "timm": software.take("timm", text),
        "cuda": software.get("cuda", text),
        "cudnn": software.get("cudnn", text),
    }
    threads = software.take("threads", _from_one)
    device.get("uuid", text)
    device.get("is_nvml_available", flag)
    for part in (device, host, software):
        part.finish()
    record.take("optional", _anything)
    record.take("unsupported_precisions", _anything)
    record.finish()
    return values, threads if kind == "cpu" else None


def _result(record: Record, parsed: RunFile, seen: Seen, *, is_control: bool) -> None:
    if is_control:
        record.take("position", one_of(("start", "middle", "end")))
    result = _measurement(record)
    if result.started_at < _latest(parsed):
        parsed.backwards.append(record.line)
    if is_control:
        return
    columns = result.columns
    key = tuple(columns[name] for name in ("name_written", "img_size", "batch_size", "repeat"))
    asked = seen.setdefault(key, {})
    first = asked.setdefault(columns["is_max_batch_size"], record.line)
    if first != record.line:
        raise record.error("model", f"{key[0]} is measured in line {first} already")
    # Where the largest batch size that fits was asked for by number too, one of both is enough.
    if len(asked) == 1:
        parsed.results.append(result)


def _measurement(record: Record) -> Result:
    take, get = record.take, record.get
    status = take("status", one_of(STATUSES))
    batch_size = get("batch_size", _from_one)
    parameters = get("parameters", count)
    columns: dict[str, Any] = {
        "name_written": take("model", text),
        "img_size": take("img_size", _from_one),
        "batch_size": batch_size,
        "repeat": take("repeat", _from_one),
        "status": status,
        "samples_per_second": get("samples_per_second", above_zero),
        "step_time_ms": get("step_time_ms", above_zero),
        "gmacs": get("gmacs", _not_negative),
        "macts": get("macts", _not_negative),
        "param_count": parameters and parameters / 1e6,
        "reason": get("reason", text),
        "is_max_batch_size": take("is_max_batch_size", flag),
        "sample_count": get("sample_count", count),
        "is_low_n": get("is_low_n", flag),
        "cost_counter": get("cost_counter", text),
        "is_output_finite": get("is_output_finite", flag),
        **{name: get(name, _not_negative) for name in _AS_NAMED},
    }
    for name in ("peak_memory", "peak_memory_reserved"):
        found = get(f"{name}_bytes", count)
        columns[f"{name}_mib"] = None if found is None else found / MIB
    speed, step_ms = columns["samples_per_second"], columns["step_time_ms"]
    if status in {"ok", "unstable"} and (speed is None or step_ms is None or batch_size is None):
        raise record.error("samples_per_second", f"is missing, yet the status is {status}")
    columns["is_contradictory"] = (
        speed is not None
        and step_ms is not None
        and batch_size is not None
        and abs(batch_size / step_ms * 1000 - speed) > 0.02 * speed
    )
    samples = get("samples_ms", listing(_not_negative)) or ()
    if columns["sample_count"] not in (None, len(samples)) and samples:
        raise record.error("sample_count", f"is not the number of samples, {len(samples)}")
    started_at = take("started_at", instant)
    take("duration_s", _not_negative)
    for name in _OPAQUE:
        get(name, _anything)
    record.finish()
    return Result(line=record.line, columns=columns, samples_ms=samples, started_at=started_at)


def _end(record: Record, parsed: RunFile) -> None:
    parsed.finished_at = record.take("finished_at", instant)
    if parsed.finished_at < _latest(parsed):
        parsed.backwards.append(record.line)
    # Later sessions of a run may have no control: what an earlier one saw stays.
    drift = record.get("control_drift", _not_negative)
    parsed.control_drift = parsed.control_drift if drift is None else drift
    record.take("statuses", _anything)
    record.finish()


def _latest(parsed: RunFile) -> datetime:
    if parsed.results:
        return parsed.results[-1].started_at
    started: datetime = parsed.run.run["started_at"]
    return started


def _nested(record: Record, key: str) -> Record:
    value = record.take(key, _anything)
    return Record(value, file=record.file, line=record.line, path=f"{record.path}{key}.")


def _without_samples(raw: str) -> str:
    if '"samples_ms"' not in raw:
        return raw
    facts = orjson.loads(raw)
    del facts["samples_ms"]
    return orjson.dumps(facts).decode()
