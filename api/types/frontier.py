"""The Pareto frontier over two or three metrics."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from typing import Any

from api.binding import Binder, Slot
from api.declare import Argument
from api.errors import refused
from api.joins import Joins
from api.plan import Request
from api.roots import MAX_FLAT, ListRoot, Preparation
from api.types.tradeoffs import ARGUMENTS, tradeoff_rows

#: Column of a tradeoff for each metric, and whether more of it is better.
COLUMNS: Mapping[str, tuple[str, bool]] = {
    "TOP1": ("top1", True),
    "TOP5": ("top5", True),
    "SAMPLES_PER_SECOND": ("samples_per_second", True),
    "STEP_TIME_MS": ("step_time_ms", False),
    "PARAMETERS": ("parameters", False),
    "GMACS": ("gmacs", False),
    "MACTS": ("macts", False),
    "PEAK_MEMORY_MIB": ("peak_memory_mib", False),
}


def _axes(metrics: Any) -> list[tuple[str, float]]:
    """Column and sign of every axis; larger is better after the sign.

    Raises:
        RequestError: not two or three different metrics.
    """
    assert not isinstance(metrics, Slot)
    axes = []
    for axis in metrics:
        if axis.get("metric") is None:
            raise refused("every axis of `metrics` needs its `metric`")
        name, is_more_better = COLUMNS[axis["metric"].value]
        direction = axis.get("direction")
        if direction is not None:
            is_more_better = direction.value == "MAX"
        axes.append((name, 1.0 if is_more_better else -1.0))
    if not 2 <= len(axes) <= 3 or len({name for name, _ in axes}) != len(axes):
        raise refused("`metrics` takes two or three different metrics")
    return axes


def _prepare(preparation: Preparation) -> Callable[[Request], Any]:
    axes = _axes(preparation.arguments["metrics"])
    binder = Binder(preparation.dialect)
    row, rows = preparation.rows(binder)
    columns = [row.c[name] for name, _ in axes]
    statement = binder.compile(
        rows.with_only_columns(row.c.id, *columns).where(
            *(column.is_not(None) for column in columns)
        )
    )
    signs = [sign for _, sign in axes]

    def prepared(request: Request) -> Any:
        points = (
            (found[0], tuple(sign * value for sign, value in zip(signs, found[1:], strict=True)))
            for found in request.rows(statement, {})
        )
        return request.listed(frontier(points))

    return prepared


def frontier(points: Iterable[tuple[int, Sequence[float]]]) -> list[int]:
    """The ids of the points that no other point beats.

    A point beats another if it is at least as good in every coordinate and better in one; equal
    points do not beat each other. Larger is better. O(n log n) for two coordinates, and for three
    with a staircase of the last two (Kung, Luccio, Preparata 1975).

    Args:
        points: id and two or three coordinates.
    """
    together: dict[tuple[float, ...], list[int]] = {}
    for id_, point in points:
        together.setdefault(tuple(point), []).append(id_)
    # Best first: a point can only be beaten by one before it.
    kept: list[int] = []
    # Second coordinate negated (so that it ascends) and the best third one up to there, rising.
    stairs: list[tuple[float, float]] = []
    for point in sorted(together, reverse=True):
        second, third = -point[1], point[2] if len(point) == 3 else 0.0
        place = bisect_left(stairs, (second, float("inf")))
        if place and stairs[place - 1][1] >= third:
            continue
        kept += together[point]
        while place < len(stairs) and stairs[place][1] <= third:
            del stairs[place]
        insort(stairs, (second, third))
    return kept


def _all_rows(arguments: Mapping[str, Any], names: Set[str], binder: Binder) -> Joins:
    return tradeoff_rows(arguments, names, binder, needs_speed=False)


def _frontier_rows(arguments: Mapping[str, Any], names: Set[str], binder: Binder) -> Joins:
    rows = _all_rows(arguments, names, binder)
    rows.conditions += (binder.among(rows.base.c["id"], "prepared"),)
    return rows


LISTS = (
    ListRoot(
        name="paretoFrontier",
        entity="Tradeoff",
        description="Rows that no other row of the filtered list beats: none is at least as good "
        "in all `metrics` and better in one. Equal rows all stay; a row without a value for one "
        "of the metrics is left out.",
        max_first=MAX_FLAT,
        arguments=(
            Argument(
                name="metrics",
                annotation="ParetoAxis",
                description="Two or three metrics.",
                is_list=True,
                is_required=True,
            ),
            *ARGUMENTS,
        ),
        source=_frontier_rows,
        prepare=_prepare,
        prepare_from=_all_rows,
    ),
)
