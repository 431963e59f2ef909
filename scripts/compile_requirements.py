"""Compile requirements/*.txt: every version and hash of what we install, for every platform.

No address of a registry is written: pip takes its own.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
#: File to the extras that it installs.
FILES = {
    "run": ("postgres",),
    "dev": ("dev",),
    "bench": ("bench", "dev"),
    "browser": ("browser", "dev"),
    "http": ("http", "dev"),
}


def main() -> int:
    """Compile each file; the first failure ends it."""
    for name, extras in FILES.items():
        command = [
            str(Path(sys.executable).parent / "uv"),
            "pip",
            "compile",
            "pyproject.toml",
            "requirements/build.in",
            *(f"--extra={extra}" for extra in extras),
            "--universal",
            "--python-version=3.11",
            "--generate-hashes",
            "--no-emit-package=backbonedb",
            "--no-annotate",
            "--no-header",
            "--upgrade",
            "--quiet",
            f"--output-file=requirements/{name}.txt",
        ]
        subprocess.run(command, cwd=ROOT, check=True)
        path = ROOT / "requirements" / f"{name}.txt"
        head = (
            f"# Compiled by `make requirements` for the extras {', '.join(extras)}; do not edit.\n"
        )
        path.write_text(head + path.read_text("utf-8"), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
