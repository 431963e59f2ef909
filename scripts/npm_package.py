"""Packages of the npm registry, fetched by npm and checked against a digest that stands here."""

from __future__ import annotations

import base64
import hashlib
import io
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path


def archive(package: str, sha512: str) -> tarfile.TarFile:
    """A package's archive, e.g. of ``react@18.3.1``; ends the script if its digest is another."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["npm", "pack", "--silent", "--pack-destination", folder, package]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        (path,) = Path(folder).glob("*.tgz")
        data = path.read_bytes()
    found = base64.b64encode(hashlib.sha512(data).digest()).decode()
    if found != sha512:
        sys.exit(f"{package} has sha512 {found}, not {sha512}: do not use it")
    return tarfile.open(fileobj=io.BytesIO(data))
