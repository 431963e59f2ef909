"""``backbonedb alerts``: what was raised, and what people decide about it."""

from __future__ import annotations

import getpass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from backbonedb.commands.options import database_option
from backbonedb.commands.warehouse import warehouse_option
from backbonedb.output import FORMATS, print_rows
from backbonedb.publishing import publish_after
from db.engine import Database

if TYPE_CHECKING:
    from db.alerts import Alert

STATES = ("open", "closed", "accepted", "muted")
COLUMNS = ("alert", "kind", "state", "verdict", "raised", "device", "change_percent", "text")

_by = click.option("--by", default=getpass.getuser, help="Who decides. [default: you]")
_remark = click.option("--remark", help="Why.")


@click.group()
def alerts() -> None:
    """List alerts, judge them, accept a new level, mute a series."""


@alerts.command(name="list")
@click.option(
    "--state", type=click.Choice(STATES), multiple=True, help="Only these. [default: all]"
)
@click.option("--format", "form", type=click.Choice(FORMATS), default="table", show_default=True)
@database_option
def list_(database: Database, state: tuple[str, ...], form: str) -> None:
    """List alerts, newest first, and how many of those judged were real."""
    from watch.judging import list_alerts, precision

    with database.reading() as session:
        print_rows(COLUMNS, [_row(alert) for alert in list_alerts(session, states=state)], form)
        judged = precision(session)
    if judged.share is not None:
        total = judged.real + judged.noise
        click.echo(f"{judged.share:.0%} of {total} judged alerts about models were real", err=True)


@alerts.command()
@click.argument("alert_id", type=int, metavar="ALERT")
@click.argument("verdict", type=click.Choice(("real", "noise")))
@_remark
@_by
@warehouse_option
@database_option
def judge(
    database: Database, warehouse: Path, alert_id: int, verdict: str, remark: str | None, by: str
) -> None:
    """Say whether an alert was real or noise; noise is closed."""
    from watch.judging import judge as judged

    with database.writing() as session:
        alert = judged(session, alert_id, verdict, by=by, now=datetime.now(UTC), remark=remark)
        click.echo(_line(alert))
    publish_after(database, warehouse, "decided")


@alerts.command()
@click.argument("alert_id", type=int, metavar="ALERT")
@_remark
@_by
@warehouse_option
@database_option
def accept(database: Database, warehouse: Path, alert_id: int, remark: str | None, by: str) -> None:
    """Take the new level as it is: from that run on, it is what nights are held against."""
    from watch.judging import accept as accepted

    with database.writing() as session:
        alert = accepted(session, alert_id, by=by, now=datetime.now(UTC), remark=remark)
        click.echo(_line(alert))
    publish_after(database, warehouse, "decided")


@alerts.command()
@click.argument("alert_id", type=int, metavar="ALERT")
@_remark
@warehouse_option
@database_option
def mute(database: Database, warehouse: Path, alert_id: int, remark: str | None) -> None:
    """Hear no more of it until it is judged."""
    from watch.judging import mute as muted

    with database.writing() as session:
        click.echo(_line(muted(session, alert_id, now=datetime.now(UTC), remark=remark)))
    publish_after(database, warehouse, "decided")


def _row(alert: Alert) -> tuple[object, ...]:
    return (
        alert.id,
        alert.kind,
        alert.state,
        alert.verdict,
        alert.raised_at.strftime("%Y-%m-%d"),
        alert.device_key,
        None if alert.ratio is None else round((alert.ratio - 1) * 100, 1),
        alert.text,
    )


def _line(alert: Alert) -> str:
    return f"alert {alert.id} is {alert.state}: {alert.text}"
