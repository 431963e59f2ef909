"""All tables in one place: importing this module fills ``metadata``."""

from __future__ import annotations

from db import accuracy, catalogue, literature, notes, provenance, speed
from db.base import Base

metadata = Base.metadata

__all__ = ["accuracy", "catalogue", "literature", "metadata", "notes", "provenance", "speed"]
