"""The plan of a run: which device, which models, and what a resumed file leaves to do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench import PROTOCOL_VERSION
from bench.cases import Case, Settings, expand
from bench.errors import BenchError
from bench.process import Workers
from bench.protocol import Limits
from bench.records import Record, read

#: Time to import torch and timm and to list models, generously.
DESCRIBE_TIMEOUT_S = 300.0
#: What a case takes besides warm-up and sampling, as a first estimate: start, build, cost.
OTHER_S = 5.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Request:
    """What a run is asked to do.

    Attributes:
        settings: shared by all measurements; its ``device`` may be ``auto``.
        models: names or patterns with ``*``.
        out: the file that results are appended to.
        batch_sizes: see ``Case``.
        excluded: patterns of models to leave out.
        img_size: pixels, None for each model's own.
        cases: what to measure instead of ``models`` x ``batch_sizes``, in this order.
        is_resume: go on with ``out`` if it exists, leaving out what it has.
        timeout_s: of one measurement.
        budget_s: no measurement begins after so long, None for no such end.
        shard: (part, parts).
        seed: of the order.
        time_scale: factor on all durations of the protocol; figures of another one are not compared
            with those of 1.
        control: model measured at start, middle and end, None for none.
        machine: name of the machine, to tell equal ones apart.
        purpose: ``manual`` or ``nightly``.
        wait_idle_s: how long to wait in all for other people's processes, before the first and
            before every further measurement; None for not at all.
        python: interpreter that has torch and timm, None for this one.
        now: the clock.
    """

    settings: Settings
    models: tuple[str, ...]
    out: Path
    batch_sizes: tuple[int | None, ...] = (1,)
    excluded: tuple[str, ...] = ()
    img_size: int | None = None
    cases: tuple[Case, ...] | None = None
    is_resume: bool = False
    timeout_s: float = 600.0
    budget_s: float | None = None
    shard: tuple[int, int] = (1, 1)
    seed: int = 0
    time_scale: float = 1.0
    control: str | None = "resnet18"
    machine: str | None = None
    purpose: str = "manual"
    wait_idle_s: float | None = None
    python: str | None = None
    now: Callable[[], datetime] = field(default=lambda: datetime.now(UTC))


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan:
    """What a run will do.

    Attributes:
        settings: with the device chosen.
        environment: see ``bench.environment.describe``.
        cases: to be measured, in order; those already in the file are left out.
        done_count: how many those are.
        damaged: damaged lines of the file to be resumed.
        control: the control's case, None for none.
        run: opening line of the file to be resumed.
    """

    settings: Settings
    environment: dict[str, Any]
    cases: tuple[Case, ...]
    done_count: int
    damaged: tuple[int, ...]
    control: Case | None
    run: Record | None

    @property
    def device_id(self) -> str:
        """What tells the device from others of this machine: ``cpu`` or a UUID."""
        device: dict[str, str] = self.environment["device"]
        return device.get("uuid", "cpu")


def make_plan(request: Request) -> Plan:
    """Find device and models, and what is left to do.

    Raises:
        BenchError: no such device, model or precision; a file that is in the way, unreadable, or of
            a run with other settings or in another environment.
    """
    described = _describe(request)
    environment = described["environment"]
    settings = replace(request.settings, device=described["device"])
    reason = environment["unsupported_precisions"].get(settings.precision)
    if reason is not None:
        raise BenchError(f"--precision {settings.precision}: {reason}")
    cases = request.cases
    if cases is None:
        models = [(name, size) for name, size in described["models"]]
        cases = tuple(expand(models, request.batch_sizes, seed=request.seed, shard=request.shard))
    return remaining(
        request,
        Plan(
            settings=settings,
            environment=environment,
            cases=cases,
            done_count=0,
            damaged=(),
            control=_control(request, described["control"]),
            run=None,
        ),
    )


def remaining(request: Request, plan: Plan) -> Plan:
    """What the request's file, as it is now, leaves to do of a plan.

    Raises:
        BenchError: a file that is in the way, unreadable, or of a run with other settings or in
            another environment.
    """
    if not request.is_resume and request.out.exists() and request.out.stat().st_size:
        raise BenchError(f"{request.out} exists: go on with it by --resume, or name another --out")
    recorded = read(request.out)
    if recorded.run is not None:
        _refuse_other_run(request, recorded.run, plan.settings, plan.environment)
    elif recorded.damaged:
        raise BenchError(
            f"{request.out}:{recorded.damaged[0]}: damaged, and no line says what run this is: "
            "choose another --out"
        )
    left = tuple(case for case in plan.cases if case not in recorded.results)
    return replace(
        plan,
        cases=left,
        done_count=plan.done_count + len(plan.cases) - len(left),
        damaged=tuple(recorded.damaged),
        run=recorded.run,
    )


def estimated_s(plan: Plan, limits: Limits) -> float:
    """About how long a plan takes, before anything is known of the models."""
    controls = 3 if plan.control is not None and plan.cases else 0
    return (len(plan.cases) + controls) * estimated_case_s(None, limits)


def estimated_case_s(step_ms: float | None, limits: Limits) -> float:
    """About how long one measurement takes, from what its step took before (None: not known)."""
    step_s = (step_ms or 0.0) / 1000
    warmup_s = max(limits.warmup_min_s * 2, limits.warmup_min_count * step_s)
    sampling_s = max(limits.min_s, limits.min_count * step_s)
    return min(warmup_s, limits.warmup_max_s) + min(sampling_s, limits.max_s) + OTHER_S


def _describe(request: Request) -> dict[str, Any]:
    models = list(request.models)
    if request.cases is not None:
        models = sorted({case.model for case in request.cases})
    described = Workers(request.python).ask(
        {
            "do": "describe",
            "device": request.settings.device,
            "models": models,
            "control": [request.control] if request.control else [],
            "excluded": list(request.excluded),
            "img_size": request.img_size,
        },
        DESCRIBE_TIMEOUT_S,
    )
    if "status" in described:
        reason = described["reason"].removeprefix("ValueError: ")
        if reason.startswith("ModuleNotFoundError"):
            reason += ": install torch and timm, or name an interpreter that has them by --python"
        raise BenchError(reason)
    return described


def _control(request: Request, found: Sequence[Any]) -> Case | None:
    """The control's case: its own size, and the first batch size that is a number."""
    for name, img_size in found:
        sizes = [size for size in request.batch_sizes if size is not None]
        return Case(model=name, img_size=img_size, batch_size=sizes[0] if sizes else 1)
    return None


def _refuse_other_run(
    request: Request, run: Record, settings: Settings, environment: dict[str, Any]
) -> None:
    """A file is one run: the same settings, device and software throughout.

    Raises:
        BenchError: something differs; names what.
    """
    pairs = [
        ("settings", run["settings"], asdict(settings)),
        ("time_scale", run["time_scale"], request.time_scale),
        ("machine", run["machine"], request.machine),
        ("protocol_version", run["protocol_version"], PROTOCOL_VERSION),
        *(
            (part, run["environment"][part], environment[part])
            for part in ("device", "host", "software")
        ),
    ]
    for name, before, now in pairs:
        if before != now:
            raise BenchError(
                f"{request.out} was begun with {name} {_difference(before, now)}: "
                "a file is one run, name another --out"
            )


def _difference(before: object, now: object) -> str:
    """What differs between two values, or between the values of two objects."""
    if isinstance(before, dict) and isinstance(now, dict):
        keys = [key for key in {**before, **now} if before.get(key) != now.get(key)]
        return ", ".join(f"{key} {before.get(key)} (now {now.get(key)})" for key in keys)
    return f"{before} (now {now})"
