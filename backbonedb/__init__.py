"""backbonedb: every vision backbone that timm knows, in one SQL database.

``backbonedb.connect()`` is the Python client, see ``backbonedb.client``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from backbonedb.client import Client, connect

__all__ = ["Client", "connect"]


def __getattr__(name: str) -> Any:
    """Import the client when it is asked for: the command line starts without DuckDB."""
    if name in __all__:
        from backbonedb import client

        return getattr(client, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
