"""``backbonedb leaderboard``."""

from __future__ import annotations

import click

from backbonedb.commands.options import database_option
from backbonedb.output import FORMATS, print_rows
from db.engine import Database
from db.leaderboard import LeaderboardRow
from db.leaderboard import leaderboard as ranked

#: Columns that a narrow terminal does without, the most easily missed first.
DISPENSABLE = ("model", "year_source", "licence", "paper", "top5", "commercial_use", "family")


@click.command()
@click.option("--year", type=int, help="Only models of this year.")
@click.option("--img-size", type=int, help="Only weights tested at this size, in pixels.")
@click.option("--top1-above", type=float, help="Only weights with a higher top-1, in percent.")
@click.option("--dataset", default="imagenet", show_default=True, help="The test set.")
@click.option("--limit", type=click.IntRange(min=1), help="At most so many rows. [default: all]")
@click.option("--format", "form", type=click.Choice(FORMATS), default="table", show_default=True)
@database_option
def leaderboard(
    database: Database,
    year: int | None,
    img_size: int | None,
    top1_above: float | None,
    dataset: str,
    limit: int | None,
    form: str,
) -> None:
    """Rank weights by top-1 accuracy.

    For example, models of 2021 tested at 224 pixels above 80 %:

        backbonedb leaderboard --year 2021 --img-size 224 --top1-above 80
    """
    with database.reading() as session:
        rows = ranked(
            session,
            dataset=dataset,
            year=year,
            img_size=img_size,
            top1_above=top1_above,
            limit=limit,
        )
    print_rows(LeaderboardRow._fields, rows, form, optional=DISPENSABLE)
    if not rows and form == "table":
        click.echo("no weight meets all of this", err=True)
