"""``python -m bench run``: its options, and what it prints."""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from bench.cases import (
    LAYOUTS,
    PRECISIONS,
    TASKS,
    Settings,
    parse_batch_sizes,
    parse_compile,
    parse_shard,
)
from bench.errors import BenchError
from bench.plan import Plan, Request, estimated_s, make_plan
from bench.progress import choose_progress, duration
from bench.protocol import Limits
from bench.run import execute
from bench.stopping import Stopping

EXIT_FAILED, EXIT_STOPPED = 1, 130


def main(
    arguments: Sequence[str] | None = None, *, program: str = "python -m bench", more: str = ""
) -> int:
    """Run the command; the exit status (130: stopped by a signal, the file can be resumed).

    Args:
        arguments: of the command line, None for this process's.
        program: how help and messages name it.
        more: further lines for the end of its help.
    """
    parser = make_parser(program, more)
    options = parser.parse_args(arguments)
    stopping = Stopping()
    try:
        with stopping.listening():
            return _run(request_of(options), options, stopping)
    except BenchError as error:
        print(f"{program}: {error}", file=sys.stderr)  # noqa: T201 - stderr is its place
        return EXIT_FAILED


def make_parser(program: str, more: str = "") -> argparse.ArgumentParser:
    """The options of ``run``."""
    parser = argparse.ArgumentParser(prog=program, description="Measure timm's models.")
    run = parser.add_subparsers(required=True).add_parser(
        "run", help="measure models, one JSON object a line", epilog=more
    )
    add = run.add_argument
    add("--models", action="append", metavar="PATTERN", help="such as 'resnet*'; can be repeated")
    add("--exclude", action="append", default=[], metavar="PATTERN", help="models to leave out")
    add("--device", default="auto", help="auto, cpu, cuda or cuda:N (default: auto)")
    add("--precision", choices=PRECISIONS, default="fp32")
    add("--layout", choices=LAYOUTS, default="nchw")
    add("--compile", default="off", metavar="off|inductor[:MODE]")
    add("--batch-sizes", default="1", metavar="LIST", help="such as 1,32,256 or max (default: 1)")
    add("--img-size", type=_positive, metavar="PIXELS", help="default: each model's own")
    add("--task", choices=TASKS, default="infer")
    add("--threads", type=_positive, help="torch's threads on a CPU")
    add("--out", type=Path, metavar="FILE", help="default: bench-TIME.jsonl here")
    add("--resume", action="store_true", help="go on with --out where it stopped")
    add("--like", metavar="FILE:LINE", help="repeat the measurement on that line, as it was")
    add("--timeout", type=_duration, default=600.0, metavar="TIME", help="of one measurement")
    add("--shard", default="1/1", metavar="PART/PARTS", help="measure one part of the plan")
    add("--seed", type=int, default=0, help="of the order (default: 0)")
    add("--control", default="resnet18", metavar="MODEL|off", help="measured at start, middle, end")
    add("--machine", metavar="LABEL", help="name of this machine, to tell equal ones apart")
    add("--wait-idle", type=_duration, metavar="TIME", help="wait so long for others to finish")
    add("--time-scale", type=float, default=1.0, help="factor on warm-up and sampling times")
    add("--python", metavar="EXE", help="interpreter that has torch and timm (default: this one)")
    add("--dry-run", action="store_true", help="print the plan and its estimated time")
    add("--quiet", action="store_true", help="nothing but errors, for cron")
    return parser


def request_of(options: argparse.Namespace) -> Request:
    """The request that the options state.

    Raises:
        BenchError: an option has a value that makes no sense.
    """
    compiler, mode = parse_compile(options.compile)
    settings = Settings(
        device=options.device,
        task=options.task,
        precision=options.precision,
        layout=options.layout,
        compile=compiler,
        compile_mode=mode,
        threads=options.threads,
    )
    batch_sizes = parse_batch_sizes(options.batch_sizes)
    models, img_size = tuple(options.models or ()), options.img_size
    if options.like is not None:
        settings, models, batch_sizes, img_size = _like(options.like)
    if not models:
        raise BenchError("name what to measure: --models PATTERN")
    if options.time_scale <= 0:
        raise BenchError(f"--time-scale {options.time_scale}: must be above 0")
    return Request(
        settings=settings,
        models=models,
        out=options.out or Path(f"bench-{datetime.now(UTC):%Y%m%dT%H%M%SZ}.jsonl"),
        batch_sizes=batch_sizes,
        excluded=tuple(options.exclude),
        img_size=img_size,
        is_resume=options.resume,
        timeout_s=options.timeout,
        shard=parse_shard(options.shard),
        seed=options.seed,
        time_scale=options.time_scale,
        control=None if options.control == "off" else options.control,
        machine=options.machine,
        wait_idle_s=options.wait_idle,
        python=options.python,
    )


def _run(request: Request, options: argparse.Namespace, stopping: Stopping) -> int:
    plan = make_plan(request)
    progress = choose_progress(options.quiet)
    notes = progress(0)
    for line in plan.damaged:
        notes.say(f"{request.out}:{line}: not a record of a run: left out")
    if options.dry_run:
        _print_plan(plan, request)
        return 0
    outcome = execute(request, plan, progress, stopping)
    told = ", ".join(f"{count} {status}" for status, count in sorted(outcome.statuses.items()))
    notes.say(f"{request.out}: {told or 'nothing was measured'}")
    if not outcome.is_complete:
        notes.say(f"stopped: go on with --out {request.out} --resume")
        return EXIT_STOPPED
    return 0


def _print_plan(plan: Plan, request: Request) -> None:
    for case in plan.cases:
        print(case)  # noqa: T201 - the answer to --dry-run
    about = duration(estimated_s(plan, Limits().scaled(request.time_scale)))
    device = plan.environment["device"]["name"]
    print(  # noqa: T201 - the plan, for --dry-run
        f"{len(plan.cases)} measurements on {device}, about {about}; "
        f"{plan.done_count} are in {request.out} already"
    )


def _like(written: str) -> tuple[Settings, tuple[str, ...], tuple[int | None, ...], int]:
    """Settings, model, batch size and image size of the measurement on a line of a run's file."""
    name, _, number = written.rpartition(":")
    try:
        lines = [json.loads(line) for line in Path(name).read_text().splitlines()[: int(number)]]
        record = lines[-1]
        run = next(line for line in lines[::-1] if line["type"] == "run")
        batch_size = None if record["is_max_batch_size"] else record["batch_size"]
        return Settings(**run["settings"]), (record["model"],), (batch_size,), record["img_size"]
    except (OSError, ValueError, IndexError, StopIteration, KeyError, TypeError):
        raise BenchError(f"--like {written}: name a measurement's FILE:LINE") from None


def _positive(written: str) -> int:
    number = int(written)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{written} is not above 0")
    return number


def _duration(written: str) -> float:
    """``90``, ``90s``, ``30m`` or ``2h`` in seconds."""
    match = re.fullmatch(r"(\d+(?:\.\d+)?)([smh]?)", written)
    if match is None:
        raise argparse.ArgumentTypeError(f"{written!r} is no duration such as 90s, 30m or 2h")
    return float(match[1]) * {"": 1, "s": 1, "m": 60, "h": 3600}[match[2]]
