"""The folder of published versions: whole ones only, switched atomically, old ones removed.

    current -> versions/00000007      the version that readers take, switched by one rename
    versions/00000006 ...             whole versions; their files never change
    .building                         the next version, while it is made
    .lock                             held by whoever publishes

A crash leaves ``current`` as it was; what it left behind is removed by the next publication.
"""

from __future__ import annotations

import errno
import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from warehouse.errors import NoVersionError, WarehouseError
from warehouse.manifest import DUCKDB_FILE, MANIFEST, Manifest, load_manifest

CURRENT = "current"
VERSIONS = "versions"
BUILDING = ".building"
REMOVING = ".removing"
LOCK = ".lock"
#: Digits of a version's name, so that names sort as numbers.
NAME_DIGITS = 8


@dataclass(frozen=True, kw_only=True, slots=True)
class Version:
    """A whole version.

    Attributes:
        folder: where its files are.
        manifest: what it consists of.
    """

    folder: Path
    manifest: Manifest

    @property
    def duckdb_path(self) -> Path:
        """The DuckDB file."""
        return self.folder / DUCKDB_FILE


class Store:
    """A folder of published versions.

    Args:
        folder: the folder; it is made when something is published.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder.absolute()

    @property
    def building(self) -> Path:
        """Where the next version is made."""
        return self.folder / BUILDING

    def current(self) -> Version | None:
        """The current version, None where nothing has been published.

        Raises:
            NewerVersionError: a newer program published it.
            WarehouseError: it is damaged.
        """
        while True:
            target = self._target()
            if target is None:
                return None
            version = self.folder / target
            try:
                data = (version / MANIFEST).read_bytes()
            except FileNotFoundError:
                if self._target() == target:
                    raise WarehouseError(
                        f"{version}: the current version has no manifest: run `backbonedb publish "
                        "--anew`"
                    ) from None
                continue  # published anew and cleaned up between the two calls
            return Version(folder=version, manifest=load_manifest(data, str(version / MANIFEST)))

    def version(self, name: str) -> Version:
        """The version of that name, which must be there."""
        folder = self.folder / VERSIONS / name
        data = (folder / MANIFEST).read_bytes()
        return Version(folder=folder, manifest=load_manifest(data, str(folder / MANIFEST)))

    def require_current(self) -> Version:
        """The current version.

        Raises:
            NoVersionError: nothing has been published.
            NewerVersionError: a newer program published it.
        """
        version = self.current()
        if version is None:
            raise NoVersionError(
                f"{self.folder}: nothing has been published here yet: run `backbonedb publish`"
            )
        return version

    @contextmanager
    def publishing(self) -> Iterator[None]:
        """Be the only one who publishes; waits for another one to finish.

        What an interrupted publication left behind is removed first.
        """
        (self.folder / VERSIONS).mkdir(parents=True, exist_ok=True)
        with (self.folder / LOCK).open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            self._remove_leftovers()
            try:
                yield
            finally:
                shutil.rmtree(self.building, ignore_errors=True)

    def next_name(self) -> str:
        """The name of the next version."""
        number = int(self._current_name() or 0) + 1
        return f"{number:0{NAME_DIGITS}}"

    def switch(self, manifest: Manifest) -> Version:
        """Make what is in ``building`` the current version, under ``publishing``.

        From the second rename on readers see the new version, before it the old one.
        """
        (self.building / MANIFEST).write_bytes(manifest.dump())
        for path in (self.building, *self.building.rglob("*")):
            _sync(path)
        target = Path(VERSIONS) / manifest.version
        self.building.rename(self.folder / target)
        _sync(self.folder / VERSIONS)
        link = self.folder / f".{CURRENT}"
        link.unlink(missing_ok=True)
        link.symlink_to(target)
        if self._target() == Path(CURRENT):
            self._remove(self.folder / CURRENT)
        link.replace(self.folder / CURRENT)
        _sync(self.folder)
        return Version(folder=self.folder / target, manifest=manifest)

    def remove_old(self, keep: int) -> list[str]:
        """Remove all but the newest ``keep`` versions, under ``publishing``.

        Whoever has files of them open goes on reading.

        Returns:
            Names of the removed versions.
        """
        old = sorted(path.name for path in (self.folder / VERSIONS).iterdir())[: -max(keep, 1)]
        for name in old:
            self._remove(self.folder / VERSIONS / name)
        return old

    def _current_name(self) -> str | None:
        target = self._target()
        if target is None:
            return None
        if target.name != CURRENT:
            return target.name
        names = sorted(path.name for path in (self.folder / VERSIONS).iterdir())
        return names[-1] if names else None

    def _target(self) -> Path | None:
        """What ``current`` leads to: a version; itself where links were copied as folders."""
        current = self.folder / CURRENT
        try:
            return current.readlink()
        except FileNotFoundError:
            return None
        except OSError as error:
            if error.errno != errno.EINVAL or not current.is_dir():
                raise WarehouseError(f"{current}: it is no link and no folder") from error
            return Path(CURRENT)

    def _remove_leftovers(self) -> None:
        for name in (BUILDING, REMOVING):
            if (self.folder / name).exists():
                shutil.rmtree(self.folder / name)
        current = self._current_name() or ""
        for path in (self.folder / VERSIONS).iterdir():
            if path.name > current:  # whole, but never switched to
                self._remove(path)

    def _remove(self, version: Path) -> None:
        """Take a version out of sight at once, then delete it."""
        removing = self.folder / REMOVING
        version.rename(removing)
        shutil.rmtree(removing)


def _sync(path: Path) -> None:
    """Have the device keep a file or folder."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
