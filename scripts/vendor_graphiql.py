"""Bring GraphiQL into the package: api/static/graphiql/*.gz, from npm's packages.

    python -m scripts.vendor_graphiql

GraphiQL 3 is the last line that has one file for browsers (UMD), React 18 the last that it runs
with. Needs npm, which fetches the packages; each must have the sha512 written here. The fonts in
GraphiQL's style sheet are left out: three quarters of it, and system fonts do.
"""

from __future__ import annotations

import gzip
import re
import sys
import tarfile
from pathlib import Path

from scripts.npm_package import archive

FOLDER = Path(__file__).resolve().parent.parent / "api" / "static" / "graphiql"
#: Package to the sha512 of its archive, as npm writes it.
PACKAGES = {
    "graphiql@3.9.0": (
        "rJYFlHdBbug9+YbFSwRVvgfPjCayC7wHecZkx/qB4XLuQPFQZw/yB9pmHFtOJV6RiNBBHro3u1GdocKa3YcGRA=="
    ),
    "react@18.3.1": (
        "wS+hAgJShR0KhEvPJArfuPVN1+Hz1t0Y6n5jLrGQbkb4urgPE/0Rve+1kMB1v/oWgHgm4WIcV+i7F2pTVj+2iQ=="
    ),
    "react-dom@18.3.1": (
        "5m4nQKp+rZRb09LNH59GM4BxTh9251/ylbKIbpe7TpGxfJ+9kv6BLkLBXIjjspbgbnIBNqlI23tRnTWT0snUIw=="
    ),
}
#: File served to where it is: package and path.
FILES = {
    "graphiql.min.js": ("graphiql@3.9.0", "graphiql.min.js"),
    "graphiql.min.css": ("graphiql@3.9.0", "graphiql.min.css"),
    "react.production.min.js": ("react@18.3.1", "umd/react.production.min.js"),
    "react-dom.production.min.js": ("react-dom@18.3.1", "umd/react-dom.production.min.js"),
}
_FONT = re.compile(rb"@font-face\{[^}]*\}")
_SOURCE_MAP = re.compile(rb"\n//# sourceMappingURL=\S+\s*$")


def content(files: tarfile.TarFile, path: str) -> bytes:
    """A file of an archive."""
    member = files.extractfile(f"package/{path}")
    assert member is not None
    return member.read()


def main() -> int:
    """Write the files and their licences."""
    archives = {package: archive(package, sha512) for package, sha512 in PACKAGES.items()}
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, (package, path) in FILES.items():
        data = content(archives[package], path)
        data = _SOURCE_MAP.sub(b"", data) if name.endswith(".js") else _FONT.sub(b"", data)
        packed = gzip.compress(data, 9, mtime=0)
        (FOLDER / f"{name}.gz").write_bytes(packed)
        print(f"{name}: {len(data):,} bytes, {len(packed):,} packed")
    licences = [
        f"{package}\n\n{content(files, 'LICENSE').decode().strip()}\n"
        for package, files in archives.items()
    ]
    (FOLDER / "LICENSES.txt").write_text(f"\n{'-' * 80}\n\n".join(licences), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
