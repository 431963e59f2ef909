"""``backbonedb bench compare``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from backbonedb.commands.options import database_option
from db.engine import Database
from db.errors import BackboneError

if TYPE_CHECKING:
    from watch.compare import Compared, Measured


@click.command()
@click.argument("a")
@click.argument("b")
@click.option("--all", "show_all", is_flag=True, help="Differences that mean nothing, too.")
@click.option(
    "--plot", type=click.Path(path_type=Path), metavar="FILE.svg", help="Draw what is shown."
)
@database_option
def compare(database: Database, a: str, b: str, show_all: bool, plot: Path | None) -> None:
    """Compare two runs or environments: files, or names in the database.

    The ratio is throughput of B / A with a 95 % bootstrap interval: over the single steps of two
    runs, over the runs of environments that have several.
    """
    from backbonedb.output import print_rows
    from backbonedb.step_times import step_times
    from watch.compare import compare as compared
    from watch.compare import interval_plot
    from watch.forest import forest_plot

    if plot is not None and plot.suffix != ".svg":
        raise BackboneError(f"--plot {plot}: the picture is SVG, name a file that ends in .svg")
    times_a, times_b = step_times(database, a), step_times(database, b)
    pairs = compared(times_a, times_b)
    if not pairs:
        raise BackboneError(f"{a} and {b} have no measurement in common")
    shown = [pair for pair in pairs if show_all or pair.is_significant]
    reach = max([abs(end - 1) for p in shown for end in (p.low or 1, p.high or 1)] + [0.02])
    rows = [
        (
            *pair.measured[:3],
            round(pair.speed_a, 2),
            round(pair.speed_b, 2),
            f"{pair.ratio - 1:+.1%}",
            "" if pair.low is None else f"{pair.low - 1:+.1%}",
            "" if pair.high is None else f"{pair.high - 1:+.1%}",
            interval_plot(pair, reach=reach),
        )
        for pair in shown
    ]
    columns = ("model", "img_size", "batch_size", "a", "b", "change", "low", "high", "interval")
    print_rows(columns, rows, "table")
    if plot is not None and shown:
        plot.write_text(forest_plot(shown, a=a, b=b), encoding="utf-8")
    for line in _compared_lines(pairs, times_a, times_b):
        click.echo(line, err=True)


def _compared_lines(
    pairs: list[Compared], times_a: Iterable[Measured], times_b: Iterable[Measured]
) -> Iterator[str]:
    """What is to be said of a comparison as a whole."""
    from math import log

    from watch.software import moved

    settings_a, settings_b = ({key.settings for key in side} for side in (times_a, times_b))
    if len(settings_a) == len(settings_b) == 1 and settings_a != settings_b:
        yield f"other settings: a {settings_a.pop()}, b {settings_b.pop()}"
    without = sum(pair.low is None for pair in pairs)
    if without:
        yield f"{without} of {len(pairs)} pairs have one figure on a side, hence no interval"
    differing = sum(pair.is_significant for pair in pairs)
    overall = moved([log(pair.ratio) for pair in pairs])
    assert overall is not None
    yield (
        f"{differing} of {len(pairs)} pairs differ by 2 % or more; the median pair by "
        f"{overall.ratio - 1:+.1%} ({overall.low - 1:+.1%} to {overall.high - 1:+.1%})"
    )
