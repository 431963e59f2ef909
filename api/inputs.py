"""Inputs that stand beside filters and orders: ``asOf``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from api.scalars import DateTime


@dataclass(frozen=True, kw_only=True, slots=True)
class InputField:
    """A field of an input: all are optional."""

    name: str
    annotation: Any
    description: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Input:
    """An input object of its own; ``is_one_of``: exactly one of its fields is given."""

    name: str
    description: str
    fields: tuple[InputField, ...]
    is_one_of: bool = False


AS_OF = Input(
    name="AsOf",
    description="Another time, whose state of the data is shown: exactly one of these.",
    is_one_of=True,
    fields=(
        InputField(
            name="ingestedAt",
            annotation=DateTime,
            description="What this database held then.",
        ),
        InputField(
            name="publishedAt",
            annotation=DateTime,
            description="What the publishers had published by then, as far as it was ingested.",
        ),
    ),
)

INPUTS = (AS_OF,)
