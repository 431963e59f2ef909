"""A run: one fresh process for each measurement, every result on the disk at once."""

from __future__ import annotations

import os
import time
import uuid
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench import PROTOCOL_VERSION
from bench.cases import Case
from bench.errors import BenchError
from bench.idle import others_on, wait_idle
from bench.lock import device_lock
from bench.plan import Plan, Request, remaining
from bench.process import AbortedError, Workers
from bench.progress import Progress
from bench.protocol import Limits
from bench.records import Record, append, cut_torn_line
from bench.stopping import Stopping


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome:
    """How a run ended: whether it went through, and how many results have which status."""

    is_complete: bool
    statuses: dict[str, int]


def execute(
    request: Request,
    plan: Plan,
    progress: Callable[[int], Progress],
    stopping: Stopping,
) -> Outcome:
    """Measure what the plan says, appending to the request's file.

    Raises:
        BenchError: the device is held by another run, or does not become idle; the file is no
            longer one that this run can go on with.
    """
    with device_lock(plan.device_id, request.out):
        # Another process may have written to the file until it let the device go.
        if request.is_resume:
            cut_torn_line(request.out)
        plan = remaining(request, plan)
        session = _Session(request, plan, stopping)
        if request.wait_idle_s is not None:
            session.wait_idle()
        return session.run(progress)


class _Session:
    """One process's part of a run."""

    def __init__(self, request: Request, plan: Plan, stopping: Stopping) -> None:
        self.request, self.plan, self.stopping = request, plan, stopping
        self.limits = Limits().scaled(request.time_scale)
        self.workers = Workers(request.python, stopping.is_urgent)
        self.run_id = plan.run["run_id"] if plan.run else _new_run_id(request.now())
        self.control_speeds: list[float] = []
        self.begun = time.monotonic()
        self.wait_left_s = request.wait_idle_s or 0.0

    def run(self, progress: Callable[[int], Progress]) -> Outcome:
        """Measure, write, end."""
        out, plan = self.request.out, self.plan
        append(out, "run", self._opening())
        statuses: dict[str, int] = {}
        middle = len(plan.cases) // 2
        with progress(len(plan.cases)) as shown:
            try:
                self._measure_control("start")
                for position, case in enumerate(plan.cases):
                    self._wait_idle_again()
                    if self.stopping.is_asked() or self._is_over_budget():
                        break
                    if position == middle and position:
                        self._measure_control("middle")
                    shown.begin(case)
                    record = self._measure(case)
                    append(out, "measurement", record)
                    status = record["status"]
                    statuses[status] = statuses.get(status, 0) + 1
                    shown.finish(case, record)
                if not self.stopping.is_asked():
                    self._measure_control("end")
            except AbortedError:
                pass
        is_complete = not self.stopping.is_asked()
        if is_complete:
            append(out, "end", self._closing(statuses))
        return Outcome(is_complete=is_complete, statuses=statuses)

    def wait_idle(self) -> None:
        """Wait until nobody else uses the device, in what is left of the time for waiting.

        Raises:
            BenchError: somebody still does.
        """
        begun = time.monotonic()
        accelerator = self.plan.environment["device"].get("uuid")
        wait_idle(
            lambda: others_on(accelerator), self.wait_left_s, is_stopped=self.stopping.is_asked
        )
        self.wait_left_s -= time.monotonic() - begun

    def _wait_idle_again(self) -> None:
        """Wait between two measurements too; when the time is used up, go on as it is."""
        if self.wait_left_s > 0:
            try:
                self.wait_idle()
            except BenchError:
                self.wait_left_s = 0.0

    def _is_over_budget(self) -> bool:
        budget_s = self.request.budget_s
        return budget_s is not None and time.monotonic() - self.begun > budget_s

    def _opening(self) -> Record:
        now = self.request.now()
        return {
            "run_id": self.run_id,
            "started_at": _instant(now),
            "night": now.astimezone().date().isoformat(),
            "timezone": local_timezone(),
            "machine": self.request.machine,
            "purpose": self.request.purpose,
            "protocol_version": PROTOCOL_VERSION,
            "time_scale": self.request.time_scale,
            "limits": asdict(self.limits),
            "settings": asdict(self.plan.settings),
            "seed": self.request.seed,
            "shard": list(self.request.shard),
            "environment": self.plan.environment,
        }

    def _closing(self, statuses: dict[str, int]) -> Record:
        speeds = self.control_speeds
        return {
            "run_id": self.run_id,
            "finished_at": _instant(self.request.now()),
            "statuses": statuses,
            "control_drift": max(speeds) / min(speeds) - 1 if len(speeds) > 1 else None,
        }

    def _measure_control(self, position: str) -> None:
        if self.plan.control is None or not self.plan.cases:
            return
        record = self._measure(self.plan.control)
        append(self.request.out, "control", {"position": position, **record})
        if record.get("samples_per_second"):
            self.control_speeds.append(record["samples_per_second"])

    def _measure(self, case: Case) -> Record:
        begun, started_at = time.monotonic(), _instant(self.request.now())
        batch_size, answer = case.batch_size, {}
        if batch_size is None:
            found = self._ask("fit", case, None)
            batch_size = found.get("batch_size")
            answer = found if "status" in found else {"batch_size_stopped_by": found["stopped_by"]}
            if batch_size is None and "status" not in answer:
                answer |= {"status": "oom", "reason": "not even one image fits"}
        if batch_size is not None:
            answer |= self._ask("measure", case, batch_size)
        return {
            "run_id": self.run_id,
            "model": case.model,
            "img_size": case.img_size,
            "batch_size": batch_size,
            "is_max_batch_size": case.batch_size is None,
            "repeat": case.repeat,
            "started_at": started_at,
            "duration_s": round(time.monotonic() - begun, 3),
            **answer,
        }

    def _ask(self, what: str, case: Case, batch_size: int | None) -> dict[str, Any]:
        request = {
            "do": what,
            "model": case.model,
            "img_size": case.img_size,
            "batch_size": batch_size,
            "settings": asdict(self.plan.settings),
            "limits": asdict(self.limits),
        }
        return self.workers.ask(request, self.request.timeout_s)


def _new_run_id(now: datetime) -> str:
    """Sorts by time, and is unique: ``20261122t201500z-3f2a91c07b5e``."""
    return f"{now.astimezone(UTC):%Y%m%dt%H%M%Sz}-{uuid.uuid4().hex[:12]}"


def _instant(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def local_timezone() -> str:
    """IANA name of the machine's time zone, ``UTC`` where it does not say."""
    named = os.environ.get("TZ", "").removeprefix(":")
    if named:
        return named
    try:
        _, found, name = str(Path("/etc/localtime").resolve()).partition("zoneinfo/")
    except OSError:
        return "UTC"
    return name if found else "UTC"
