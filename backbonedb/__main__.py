"""``python -m backbonedb``."""

from __future__ import annotations

from backbonedb.cli import main

if __name__ == "__main__":
    main()
