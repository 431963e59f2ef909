"""The rows of a page: of a list, and of the lists of many parents at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Select, func, literal_column, select

from api.errors import refused
from api.level import Level
from api.ordering import Cursors, Key, after_condition
from api.roots import DEFAULT_FIRST
from api.selection import Selected


def page_of(
    level: Level,
    conditions: Sequence[ColumnElement[bool]],
    keys: Sequence[Key],
    cursors: Cursors,
    after: Any,
) -> Select[Any]:
    """The rows of a list in order, those after a cursor if there is one."""
    joins, binder = level.joins, level.binder
    if after is not None and level.has_windows:
        # Windows look at the whole list: the page is cut from it afterwards.
        places = [level.index((joins.base, f".key {key.name}"), key.column) for key in keys]
        whole = select(*level.columns).select_from(joins.clause).where(*conditions).subquery()
        columns = list(whole.c)
        keys = [replace(key, column=columns[at]) for key, at in zip(keys, places, strict=True)]
        return (
            select(*columns)
            .where(after_condition(cursors, keys, after, binder))
            .order_by(*(key.clause() for key in keys))
        )
    found = select(*(level.columns or [literal_column("1")])).select_from(joins.clause)
    found = found.where(*conditions)
    if after is not None:
        found = found.where(after_condition(cursors, keys, after, binder))
    return found.order_by(*(key.clause() for key in keys))


def pages_by_parent(
    level: Level,
    parent_id: ColumnElement[Any],
    conditions: Sequence[ColumnElement[bool]],
    keys: Sequence[Key],
    first: int | None = None,
) -> Select[Any]:
    """The rows of every parent in order; ``first``: that many, and one more to know the end."""
    rows = select(*level.columns).select_from(level.joins.clause).where(*conditions)
    order = [key.clause() for key in keys]
    if first is None:
        return rows.order_by(parent_id, *order)
    place = func.row_number().over(partition_by=parent_id, order_by=order)
    placed = rows.add_columns(place.label("place")).subquery()
    columns = list(placed.c)[: len(level.columns)]
    return select(*columns).where(placed.c.place <= first + 1).order_by(placed.c[0], placed.c.place)


def page_size(selected: Selected, most: int) -> int:
    """How many rows a page has.

    Raises:
        RequestError: below zero, or above the limit of the list.
    """
    first = selected.arguments.get("first")
    if first is None:
        return DEFAULT_FIRST
    assert isinstance(first, int)
    if 0 <= first <= most:
        return first
    raise refused(
        f"`first: {first}` of {selected.name!r}: pages have 0 to {most} rows; "
        "ask for the next page with `after`",
        "LIMIT_EXCEEDED" if first > most else "BAD_USER_INPUT",
        selected.node,
    )
