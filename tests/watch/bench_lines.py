"""Runs of the benchmark job as text, as `python -m bench run` writes them."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

NIGHT = datetime(2026, 3, 1, 1, 0, tzinfo=UTC)

ENVIRONMENT: dict[str, Any] = {
    "device": {"kind": "cpu", "name": "Abacus(R) CPU @ 2 Hz", "count": 1, "memory_mib": None},
    "host": {
        "cpu_model": "Abacus(R) CPU @ 2 Hz",
        "cpu_count": 2,
        "memory_mib": 2048,
        "os": "Linux 6.1",
        "python": "3.11.7",
    },
    "software": {"torch": "2.9.1", "timm": "1.0.31", "cuda": None, "cudnn": None, "threads": 2},
    "optional": {"rich": None, "nvidia-ml-py": None},
    "unsupported_precisions": {},
}


def instant(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def run_id(started_at: datetime, number: int = 0) -> str:
    return f"{started_at:%Y%m%dt%H%M%Sz}-{number:012x}"


def opening(started_at: datetime = NIGHT, **facts: Any) -> dict[str, Any]:
    software = facts.pop("software", {})
    environment = copy.deepcopy(ENVIRONMENT)
    environment["software"] |= software
    return {
        "schema_version": 1,
        "type": "run",
        "run_id": run_id(started_at),
        "started_at": instant(started_at),
        "night": started_at.date().isoformat(),
        "timezone": "Europe/Berlin",
        "machine": "lab",
        "purpose": "nightly",
        "protocol_version": 1,
        "time_scale": 1.0,
        "limits": {"min_count": 30},
        "settings": {
            "device": "cpu",
            "task": "infer",
            "precision": "fp32",
            "layout": "nchw",
            "compile": "off",
            "compile_mode": None,
            "threads": None,
        },
        "seed": 0,
        "shard": [1, 1],
        "environment": environment,
        **facts,
    }


def measurement(
    model: str, speed: float = 50.0, started_at: datetime = NIGHT, **facts: Any
) -> dict[str, Any]:
    step_ms = 1000 / speed
    return {
        "schema_version": 1,
        "type": "measurement",
        "run_id": run_id(started_at),
        "model": model,
        "img_size": 224,
        "batch_size": 1,
        "is_max_batch_size": False,
        "repeat": 1,
        "started_at": instant(started_at + timedelta(minutes=1)),
        "duration_s": 8.5,
        "status": "ok",
        "reason": None,
        "is_low_n": False,
        "sample_count": 3,
        "warmup": {"count": 10, "duration_s": 1.0, "is_steady": True},
        "first_step_s": 0.1,
        "compile_time_s": None,
        "clock_overhead_ms": 0.0001,
        "peak_memory_bytes": 2**29,
        "peak_memory_reserved_bytes": None,
        "parameters": 25_557_032,
        "is_output_finite": True,
        "energy_per_image_j": None,
        "device_state": {"other_cpu_share": 0.01},
        "samples_ms": [step_ms] * 3,
        "samples_per_second": speed,
        "wall_samples_per_second": speed,
        "step_time_ms": step_ms,
        "step_time_mean_ms": step_ms,
        "step_time_p5_ms": step_ms,
        "step_time_p90_ms": step_ms,
        "step_time_p95_ms": step_ms,
        "step_time_p99_ms": step_ms,
        "step_time_mad_ms": 0.0,
        "step_time_cv": 0.0,
        "gmacs": 4.1,
        "macts": 11.1,
        "cost_counter": "torch.utils.flop_counter",
        **facts,
    }


def failure(model: str, status: str, started_at: datetime = NIGHT, **facts: Any) -> dict[str, Any]:
    whole = measurement(model, started_at=started_at)
    kept = list(whole)[: list(whole).index("status")]
    return {name: whole[name] for name in kept} | {
        "status": status,
        "reason": f"it ended in {status}",
        **facts,
    }


def ending(started_at: datetime = NIGHT, **facts: Any) -> dict[str, Any]:
    return {
        "schema_version": 1,
        "type": "end",
        "run_id": run_id(started_at),
        "finished_at": instant(started_at + timedelta(hours=1)),
        "statuses": {},
        "control_drift": 0.01,
        **facts,
    }


def text(records: Iterable[dict[str, Any]]) -> str:
    return "".join(json.dumps(record) + "\n" for record in records)


def name(started_at: datetime = NIGHT) -> str:
    return f"bench-{run_id(started_at)}.jsonl"
