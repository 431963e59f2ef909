"""``backbonedb bench``: measure, every night too, and compare."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import click

from backbonedb.commands.compare import compare
from backbonedb.commands.options import database_option
from backbonedb.commands.warehouse import warehouse_option
from backbonedb.publishing import publish_after
from backbonedb.settings import data_folder, default_url
from backbonedb.times import Duration, Since
from db.engine import Database
from db.errors import BackboneError

if TYPE_CHECKING:
    from backbonedb.submission import Spool
    from db.alerts import Alert

CONFIRMED, ENVIRONMENT = 3, 4


@click.group()
def bench() -> None:
    """Measure the speed of models, look after the nights, compare runs."""


bench.add_command(compare)

_token = click.option(
    "--token",
    envvar="BACKBONEDB_TOKEN",
    help="Token of the server, better given by BACKBONEDB_TOKEN.",
)


@bench.command(
    context_settings={"ignore_unknown_options": True, "help_option_names": []},
    add_help_option=False,
)
@click.option("--submit", metavar="URL")
@click.option("--like", metavar="MEASUREMENT")
@click.option("--url", envvar="BACKBONEDB_URL")
@_token
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def run(
    arguments: tuple[str, ...],
    submit: str | None,
    like: str | None,
    url: str | None,
    token: str | None,
) -> None:
    """Measure models into a file, as `python -m bench run` does; --help lists the options.

    With --submit URL the run is then sent to a server, with the token in BACKBONEDB_TOKEN. With
    --like ID the measurement of that id in the database is repeated as it was.
    """
    from bench.cli import main, make_parser

    program = "backbonedb bench"
    more = (
        "--submit URL sends the run to a server; its token is taken from BACKBONEDB_TOKEN. "
        "--like takes the id of a measurement in the database, too (--url names the database)."
    )
    if like is not None:
        arguments = (*arguments, "--like", _line_of(url or default_url(), like))
    if submit is None:
        sys.exit(main(["run", *arguments], program=program, more=more))
    if token is None:
        raise BackboneError("--submit needs a token: set BACKBONEDB_TOKEN")
    from backbonedb.submission import require_server

    require_server(submit)  # before the time is spent
    file = make_parser(program).parse_args(["run", *arguments]).out
    if file is None:
        raise BackboneError("--submit needs --out FILE: what is sent stays there too")
    status = main(["run", *arguments], program=program)
    if file.exists() and file.stat().st_size:
        spool = _spool()
        spool.add(file, submit)
        _send_all(token, submit)
    sys.exit(status)


@bench.command()
@click.option("--to", "url", metavar="URL", help="Only those for this server.")
@_token
def submit(token: str | None, url: str | None) -> None:
    """Send the runs that wait for their server."""
    if token is None:
        raise BackboneError("a token is needed: set BACKBONEDB_TOKEN")
    _send_all(token, url)


@bench.command()
@click.option(
    "--settings",
    "settings_file",
    type=click.Path(path_type=Path),
    help="What is measured (nightly.toml). [default: all of timm's models at batch size 1]",
)
@click.option("--device", help="auto, cpu, cuda or cuda:N, whatever the settings say.")
@click.option("--budget", type=Duration(), default="2h", show_default=True, help="Time for all.")
@click.option(
    "--folder",
    type=click.Path(path_type=Path),
    envvar="BACKBONEDB_NIGHTS",
    help="Where the runs' files and reports go. [default: beside the default database]",
)
@click.option("--python", envvar="BACKBONEDB_BENCH_PYTHON", help="Interpreter that has torch.")
@click.option("--quiet", is_flag=True, help="Nothing but errors, for cron.")
@click.option("--now", type=Since(), hidden=True, help="The time to begin at, for tests.")
@warehouse_option
@database_option
def nightly(
    database: Database,
    warehouse: Path,
    settings_file: Path | None,
    device: str | None,
    budget: float,
    folder: Path | None,
    python: str | None,
    quiet: bool,
    now: datetime | None,
) -> None:
    """Measure what fits into the budget, ingest it, and report what got slower.

    Exit status: 3 with a confirmed regression, 4 with an alert about the device, 130 if stopped.
    """
    from backbonedb.nightly import Job
    from backbonedb.nightly_settings import read_settings
    from bench.progress import choose_progress
    from bench.stopping import Stopping

    stopping = Stopping()
    with stopping.listening():
        night = Job(
            database=database,
            settings=read_settings(settings_file, device=device),
            folder=folder or data_folder() / "nights",
            budget_s=budget,
            python=python,
            progress=choose_progress(quiet),
            stopping=stopping,
            now=_clock(now),
        ).run()
    publish_after(database, warehouse, "measured")
    if not quiet:
        click.echo(night.report, nl=False)
    if not night.is_complete:
        sys.exit(130)
    sys.exit(exit_status(night.raised))


@bench.command()
@click.option("--now", type=Since(), hidden=True, help="The time to judge by, for tests.")
@warehouse_option
@database_option
def status(database: Database, warehouse: Path, now: datetime | None) -> None:
    """Tell whether the last night ran and finished, for every device.

    A device without a complete night for 36 hours raises an alert; the exit status is 4 then.
    """
    from watch.status import night_statuses, raise_missed_nights

    moment = now or datetime.now(UTC)
    with database.writing() as session:
        changed = raise_missed_nights(session, moment)
        statuses = night_statuses(session, moment)
    if changed:
        publish_after(database, warehouse, "alerts changed")
    if not statuses:
        click.echo("no nightly run yet: backbonedb bench nightly")
    for found in statuses:
        how = "complete" if found.is_complete else "stopped half-way"
        late = "; OVERDUE: no complete night for 36 hours" if found.is_overdue else ""
        click.echo(
            f"{found.device_key}: last night {found.last_started_at:%Y-%m-%d %H:%M} UTC, "
            f"{how}{late}"
        )
    if any(found.is_overdue for found in statuses):
        sys.exit(ENVIRONMENT)


def exit_status(raised: list[Alert]) -> int:
    """3 with a regression among alerts, 4 with one about the device, else 0."""
    if any(alert.kind == "regression" for alert in raised):
        return CONFIRMED
    return ENVIRONMENT if any(alert.series_id is None for alert in raised) else 0


def _clock(begin: datetime | None) -> Callable[[], datetime]:
    """The clock, or one that stands at ``begin`` now and goes on from there."""
    if begin is None:
        return lambda: datetime.now(UTC)
    shift: Any = begin - datetime.now(UTC)
    return lambda: datetime.now(UTC) + shift


def _line_of(url: str, like: str) -> str:
    """``FILE:LINE`` of a measurement, written out where it was named by its id.

    The database is opened for that alone: a machine that measures need not reach one.
    """
    if not (like.isascii() and like.isdigit()):
        return like
    from backbonedb.like import lines_of

    with Database(url) as database:
        lines = lines_of(database, int(like))
    folder = click.get_current_context().with_resource(TemporaryDirectory())
    file = Path(folder) / "measurement.jsonl"
    file.write_text(lines, encoding="utf-8")
    return f"{file}:2"


def _spool() -> Spool:
    from backbonedb.submission import Spool

    folder = os.environ.get("BACKBONEDB_SPOOL")
    return Spool(folder=Path(folder) if folder else data_folder() / "spool")


def _send_all(token: str, url: str | None) -> None:
    """Send what waits for a server, the oldest first; what is refused holds up nothing else.

    A token is for one server: it is sent to no other.

    Raises:
        SubmissionError: runs wait for several servers, or one was not taken; it goes on waiting.
    """
    from backbonedb.submission import SubmissionError, UnreachableError

    spool = _spool()
    waiting = list(spool.waiting())
    urls = sorted({run.url for run in waiting})
    if url is None and len(urls) > 1:
        raise SubmissionError(f"runs wait for {', '.join(urls)}: name one of them with --to")
    failures = []
    for run in waiting:
        if url not in {None, run.url}:
            continue
        try:
            click.echo(f"{run.url} has {spool.send(run, token)}")
        except SubmissionError as error:
            failures.append(error)
            if isinstance(error, UnreachableError):
                break
    if failures:
        raise SubmissionError("; ".join(str(failure) for failure in failures))
