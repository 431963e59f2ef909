"""What a type says is never null never is: nothing looks at that again when a response is made."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, FromClause, Select, func, null, select

from api.binding import Binder
from api.declare import Column, Entity, ToOne
from api.registry import ENTITIES
from db.engine import Database

STORED = [
    entity
    for entity in ENTITIES.values()
    if entity.fields and set(entity.key) <= set(entity.table.c.keys())
]


def _promised(entity: Entity) -> list[Column | ToOne]:
    return [
        field
        for field in entity.fields
        if (isinstance(field, Column) and not field.is_nullable and not field.is_window)
        or (isinstance(field, ToOne) and not field.is_nullable)
    ]


def _missing(entity: Entity, field: Column | ToOne, binder: Binder) -> Select[int]:
    """How many of the entity's rows have nothing in a field."""
    row = entity.table.alias()
    clause: FromClause = row
    found: ColumnElement[Any]
    if isinstance(field, Column):
        found = field.sql(row)
    else:
        that = row
        for link in field.links:
            this, that = that, link.table.alias()
            clause = clause.outerjoin(that, link.on(this, that))
        found = that.c[ENTITIES[field.target].key[0]]
    counted = select(func.count()).select_from(clause).where(found.is_(null()))
    scope = None if entity.scope is None else entity.scope(row, {}, binder)
    return counted if scope is None else counted.where(scope)


def _broken(database: Database) -> list[str]:
    with database.reading() as session:
        binder = Binder(session.get_bind().dialect)
        return [
            f"{entity.name}.{field.name}"
            for entity in STORED
            for field in _promised(entity)
            if session.scalar(_missing(entity, field, binder))
        ]


def test_fields_that_are_never_null_have_a_value_in_the_real_input(loaded: Database) -> None:
    assert sum(len(_promised(entity)) for entity in STORED) > 50
    assert _broken(loaded) == []


def test_fields_that_are_never_null_have_a_value_after_nights(catalogue: Database) -> None:
    assert _broken(catalogue) == []
