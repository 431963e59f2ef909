"""``backbonedb regressions``."""

from __future__ import annotations

import sys
from datetime import datetime

import click

from backbonedb.commands.bench import exit_status
from backbonedb.commands.options import database_option
from backbonedb.output import FORMATS, print_rows
from backbonedb.times import Since
from db.engine import Database


@click.command()
@click.option("--since", type=Since(), help="A date, an instant, or how long ago: 7d.")
@click.option("--min-change", type=float, default=0.0, metavar="PERCENT", help="At least so much.")
@click.option("--environment", metavar="DEVICE", help="Beginning of a device's key.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="table", show_default=True)
@database_option
def regressions(
    database: Database,
    since: datetime | None,
    min_change: float,
    environment: str | None,
    form: str,
) -> None:
    """List what got slower and was confirmed, and what happened to the devices.

    Exit status: 3 with an open regression, 4 with an open alert about a device.
    """
    from watch.judging import ENVIRONMENT_KINDS, list_alerts

    with database.reading() as session:
        found = list_alerts(
            session,
            states=("open",),
            kinds=("regression", *ENVIRONMENT_KINDS),
            since=since,
            min_change=min_change / 100,
            device=environment,
        )
        rows = [
            (
                alert.id,
                alert.kind,
                alert.raised_at.strftime("%Y-%m-%d"),
                alert.device_key,
                alert.series.model if alert.series else None,
                None if alert.ratio is None else round((alert.ratio - 1) * 100, 1),
                alert.text,
            )
            for alert in found
        ]
    columns = ("alert", "kind", "raised", "device", "model", "change_percent", "text")
    print_rows(columns, rows, form)
    sys.exit(exit_status(found))
