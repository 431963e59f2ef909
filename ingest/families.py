"""Families of models (DeiT III, ConvNeXt V2): the reviewed list ``families.toml`` and its rule.

A model belongs to the family of the longest prefix that its name begins with, where the prefix
ends at ``_``, at a digit or at the end of the name: ``deit3_base_patch16_224`` is DeiT III, not
DeiT, and ``coatnet_0_224`` is not CoaT. ``*`` in a prefix stands for any text.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

_LIST = Path(__file__).with_name("families.toml")


@dataclass(frozen=True, kw_only=True, slots=True)
class Family:
    """A named line of models.

    Attributes:
        name: the key, unique: ``coat``.
        title: the name as the literature writes it: ``CoaT``.
        prefixes: what the names of its models begin with; ``*`` stands for any text.
    """

    name: str
    title: str
    prefixes: tuple[str, ...]


@cache
def families() -> tuple[Family, ...]:
    """Every family, in the order of the reviewed list."""
    entries = tomllib.loads(_LIST.read_text(encoding="utf-8"))["families"]
    return tuple(_family(name, entry) for name, entry in entries.items())


def family_of(model_name: str) -> Family | None:
    """The family of a model (its name without a tag), or None if no family reaches it."""
    by_prefix, patterns = _index()
    reached = {
        end: by_prefix[model_name[:end]]
        for end in range(1, len(model_name) + 1)
        if _ends_prefix(model_name, end) and model_name[:end] in by_prefix
    }
    for pattern, family in patterns:
        if match := pattern.match(model_name):
            reached[match.end()] = family
    return reached[max(reached)] if reached else None


def reaches(prefix: str, model_name: str) -> bool:
    """Whether a name begins with a prefix that ends there: ``coat`` does not reach ``coatnet``."""
    return model_name.startswith(prefix) and _ends_prefix(model_name, len(prefix))


def _family(name: str, entry: str | dict[str, Any]) -> Family:
    if isinstance(entry, str):
        return Family(name=name, title=entry, prefixes=(name,))
    return Family(name=name, title=entry["title"], prefixes=tuple(entry["prefixes"]))


def _ends_prefix(model_name: str, end: int) -> bool:
    return end == len(model_name) or model_name[end] in "_0123456789"


@cache
def _index() -> tuple[dict[str, Family], tuple[tuple[re.Pattern[str], Family], ...]]:
    """Families by plain prefix, for one look-up a length, and the few prefixes with a ``*``."""
    by_prefix = {
        prefix: family for family in families() for prefix in family.prefixes if "*" not in prefix
    }
    patterns = tuple(
        (_pattern(prefix), family)
        for family in families()
        for prefix in family.prefixes
        if "*" in prefix
    )
    return by_prefix, patterns


def _pattern(prefix: str) -> re.Pattern[str]:
    return re.compile(".+".join(map(re.escape, prefix.split("*"))) + r"(?=[_0-9]|$)")
