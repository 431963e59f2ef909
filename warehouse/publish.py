"""From the database to the next published version."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib import metadata as packages
from pathlib import Path

import duckdb
import orjson

from db.engine import HEAD, Database
from db.errors import BackboneError, DatabaseError, DatabaseUrlError
from db.tables import metadata
from warehouse.build import build
from warehouse.errors import (
    NewerVersionError,
    NoVersionError,
    OtherDatabaseError,
    WarehouseError,
    WarehouseFullError,
)
from warehouse.extract import Snapshot, snapshot
from warehouse.manifest import FORMAT, DataVersion, Manifest
from warehouse.origin import origin_of, require_own_folder
from warehouse.store import Store, Version

#: No room on the device, over the quota, over the process's own limit.
FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
#: How many versions are kept.
KEEP = 3


@dataclass(frozen=True, kw_only=True, slots=True)
class Publication:
    """What a publication did.

    Attributes:
        version: the current version now.
        is_new: whether it was made; False: the current one showed this state already.
        is_full: whether everything was written anew.
        removed: names of old versions that were removed.
    """

    version: Version
    is_new: bool
    is_full: bool = False
    removed: tuple[str, ...] = ()


def publish(
    database: Database,
    folder: Path,
    *,
    keep: int = KEEP,
    anew: bool = False,
    take_over: bool = False,
) -> Publication:
    """Publish the present state of the database; nothing happens if that is published already.

    Safe beside readers, writers and other publications, and to be killed at any moment.

    The work is done in a process of its own: the ADBC driver brings a second SQLite library, and
    two of them on one file in one process undo each other's locks, which loses commits.

    Args:
        database: the database, at the present schema revision.
        folder: the folder of published versions.
        keep: how many versions are kept, the new one among them.
        anew: write everything, even what did not change.
        take_over: publish even where another database is published.

    Raises:
        OtherDatabaseError: another database is published in the folder.
        WarehouseFullError: no room left on the device; the current version is as before.
        NewerVersionError: a newer program published the current version.
        DatabaseError: the database cannot be read, or has another schema revision.
    """
    with database.reading():
        pass  # refuses a database at another schema revision
    url = database.url.render_as_string(hide_password=False)
    order = {
        "url": url,
        "folder": str(folder.absolute()),
        "keep": keep,
        "anew": anew,
        "take_over": take_over,
    }
    done = subprocess.run(
        [sys.executable, "-P", "-m", "warehouse.publish"],
        input=orjson.dumps(order),
        capture_output=True,
        check=False,
    )
    answer = orjson.loads(done.stdout) if done.returncode == 0 else {}
    if "error" in answer:
        raise _ERRORS.get(answer["error"], WarehouseError)(answer["message"])
    if not answer:
        last = done.stderr.decode(errors="replace").strip().rpartition("\n")[2]
        raise WarehouseError(f"{folder}: the publication ended early: {last or done.returncode}")
    return Publication(
        version=Store(folder).version(answer["version"]),
        is_new=answer["is_new"],
        is_full=answer["is_full"],
        removed=tuple(answer["removed"]),
    )


def publish_here(
    database: Database, folder: Path, *, keep: int, anew: bool, take_over: bool = False
) -> Publication:
    """Publish from this process, which must have no other connection to an SQLite file."""
    store = Store(folder)
    origin = origin_of(database)
    with _translated_errors(store), store.publishing():
        current = _current(store, is_needed=not (anew or take_over))
        if not take_over:
            require_own_folder(store, current, origin)
        with snapshot(database) as state:
            data = _data_version(state)
            if anew or (current and current.manifest.origin != origin):
                current = None  # nothing of it is used again
            if current and _is_present(current.manifest, data):
                return Publication(version=current, is_new=False)
            kept = _reusable(current, state, data)
            duckdb_file, relations = build(
                store.building,
                state,
                kept,
                kept.manifest.data.last_source_id if kept else 0,
            )
        manifest = Manifest(
            format=FORMAT,
            version=store.next_name(),
            created_at=_rfc3339(datetime.now(UTC)),
            program_version=_program_version(),
            origin=origin,
            data=data,
            duckdb=duckdb_file,
            relations=relations,
        )
        version = store.switch(manifest)
        removed = tuple(store.remove_old(keep))
        return Publication(version=version, is_new=True, is_full=kept is None, removed=removed)


def _current(store: Store, *, is_needed: bool) -> Version | None:
    """The current version; a damaged one is as good as none where all is written anew."""
    try:
        return store.current()
    except NewerVersionError:
        raise
    except WarehouseError:
        if is_needed:
            raise
        return None


def main() -> None:
    """Answer one order on standard input, as ``publish`` gives it."""
    order = orjson.loads(sys.stdin.buffer.read())
    try:
        with Database(order.pop("url")) as database:
            done = publish_here(database, Path(order.pop("folder")), **order)
    except BackboneError as error:
        answer: dict[str, object] = {"error": type(error).__name__, "message": str(error)}
    else:
        answer = {
            "version": done.version.manifest.version,
            "is_new": done.is_new,
            "is_full": done.is_full,
            "removed": done.removed,
        }
    sys.stdout.buffer.write(orjson.dumps(answer))


def _is_present(manifest: Manifest, data: DataVersion) -> bool:
    return manifest.data == data and manifest.program_version == _program_version()


def _program_version() -> str:
    return packages.version("backbonedb")


def _data_version(state: Snapshot) -> DataVersion:
    told = metadata.tables["data_state"].c
    source = metadata.tables["sources"].c
    rows = state.rows([told.version, told.changed_at, told.rules_sha256], "FROM data_state")
    number, changed_at, rules = rows[0] if rows else (0, datetime.min, "")
    newest = state.rows([source.id, source.sha256], "FROM sources ORDER BY id DESC LIMIT 1")
    last_id, last_sha256 = newest[0] if newest else (0, "")
    return DataVersion(
        number=number,
        changed_at=_rfc3339(changed_at.replace(tzinfo=UTC)),
        rules_sha256=rules,
        schema_revision=HEAD,
        last_source_id=last_id,
        last_source_sha256=last_sha256,
    )


def _reusable(current: Version | None, state: Snapshot, data: DataVersion) -> Version | None:
    """The current version, if only new revisions changed measurements since it was published.

    A registry revision or other rules may give old measurements another model. A database whose
    revision of that id is another one was restored, or is another database.
    """
    if current is None:
        return None
    then = current.manifest.data
    if (then.rules_sha256, then.schema_revision, current.manifest.program_version) != (
        data.rules_sha256,
        data.schema_revision,
        _program_version(),
    ):
        return None
    source = metadata.tables["sources"].c
    same = state.rows([source.sha256], f"FROM sources WHERE id = {then.last_source_id}")
    if same != [(then.last_source_sha256,)]:
        return None
    registries = state.rows(
        [source.id],
        f"FROM sources WHERE id > {then.last_source_id} AND logical_source_id IN "
        "(SELECT id FROM logical_sources WHERE kind = 'registry')",
    )
    return None if registries else current


@contextmanager
def _translated_errors(store: Store) -> Iterator[None]:
    try:
        yield
    except (OSError, duckdb.Error) as error:
        reason = " ".join(str(error).split())
        is_full = getattr(error, "errno", None) in FULL or any(
            os.strerror(number) in reason for number in FULL
        )
        if is_full:
            raise WarehouseFullError(
                f"{store.folder}: no room left on the device: free some space and publish again; "
                "the current version is as before"
            ) from error
        raise WarehouseError(f"{store.folder}: {reason}") from error


def _rfc3339(instant: datetime) -> str:
    return instant.isoformat(timespec="microseconds").replace("+00:00", "Z")


#: Errors that the publishing process reports by name.
_ERRORS = {
    error.__name__: error
    for error in (
        DatabaseError,
        DatabaseUrlError,
        NewerVersionError,
        NoVersionError,
        OtherDatabaseError,
        WarehouseError,
        WarehouseFullError,
    )
}

if __name__ == "__main__":
    main()
