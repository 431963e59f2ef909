"""How a server is set up, on one page."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from api.limits import Limits


@dataclass(frozen=True, kw_only=True, slots=True)
class Settings:
    """How a server is set up.

    Attributes:
        limits: what a request may ask for.
        is_production: no GraphiQL, no introspection, no suggestions in messages.
        cache_bytes: size of the response cache; 0: none.
        operations: folder of ``.graphql`` files that requests may name; None: no such folder.
        only_operations: whether nothing but those is answered.
        origins: origins that browsers may ask from (CORS); ``*``: any.
        rate: requests allowed for each address, and for each token, e.g. ``100/minute``; None: any
            number.
    """

    limits: Limits = field(default_factory=Limits)
    is_production: bool = False
    cache_bytes: int = 32_000_000
    operations: Path | None = None
    only_operations: bool = False
    origins: tuple[str, ...] = ()
    rate: str | None = None
