"""All tables in one place: importing this module fills ``metadata``."""

from __future__ import annotations

from sqlalchemy.orm import configure_mappers

from db import accuracy, alerts, catalogue, literature, notes, provenance, speed, tokens
from db.base import Base

metadata = Base.metadata
configure_mappers()  # a relationship that does not fit fails here, not in somebody's query

__all__ = [
    "accuracy",
    "alerts",
    "catalogue",
    "literature",
    "metadata",
    "notes",
    "provenance",
    "speed",
    "tokens",
]
