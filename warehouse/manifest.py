"""What a published version consists of, as ``manifest.json`` says it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

from warehouse.errors import NewerVersionError, WarehouseError

#: Version of the manifest and of the files' layout; grows when older readers cannot follow.
FORMAT = 1
MANIFEST = "manifest.json"
DUCKDB_FILE = "backbonedb.duckdb"


@dataclass(frozen=True, kw_only=True, slots=True)
class PublishedFile:
    """A file of a version.

    Attributes:
        path: its path inside the version.
        byte_count: its size.
        sha256: of its bytes, hexadecimal.
        row_count: its rows; None for the DuckDB file.
    """

    path: str
    byte_count: int
    sha256: str
    row_count: int | None


@dataclass(frozen=True, kw_only=True, slots=True)
class PublishedRelation:
    """A table or view of a version.

    Attributes:
        name: its name in the DuckDB file.
        kind: ``table``, or ``view``: nothing of it is stored in the DuckDB file.
        row_count: its rows; None for a view.
        files: its Parquet files, in order; a view may have none.
    """

    name: str
    kind: str
    row_count: int | None
    files: tuple[PublishedFile, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class DataVersion:
    """Which state of which database a version shows.

    Attributes:
        number: the database's data version.
        changed_at: when it grew to that (UTC, RFC 3339).
        rules_sha256: of the reviewed tables that derived rows rest on.
        schema_revision: of the database.
        last_source_id: the newest ingested revision; 0: none.
        last_source_sha256: of that revision's bytes.
    """

    number: int
    changed_at: str
    rules_sha256: str
    schema_revision: str
    last_source_id: int
    last_source_sha256: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Manifest:
    """A published version.

    Attributes:
        format: version of the layout, see ``FORMAT``.
        version: the version's name.
        created_at: when it was published (UTC, RFC 3339).
        program_version: of the program that published it.
        origin: which database it shows, see warehouse/origin.py; empty: not said.
        data: the state of the database that it shows.
        duckdb: the DuckDB file.
        relations: tables and views.
    """

    format: int
    version: str
    created_at: str
    program_version: str
    origin: str
    data: DataVersion
    duckdb: PublishedFile
    relations: tuple[PublishedRelation, ...]

    @property
    def files(self) -> tuple[PublishedFile, ...]:
        """All files but the manifest."""
        return (self.duckdb, *(file for relation in self.relations for file in relation.files))

    def relation(self, name: str) -> PublishedRelation | None:
        """The relation of that name."""
        return next((relation for relation in self.relations if relation.name == name), None)

    def dump(self) -> bytes:
        """As JSON."""
        return orjson.dumps(self, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def load_manifest(data: bytes, shown_as: str) -> Manifest:
    """Read a manifest.

    Args:
        data: the JSON.
        shown_as: name for messages.

    Raises:
        NewerVersionError: a newer program wrote it.
        WarehouseError: it is no manifest.
    """
    try:
        found: dict[str, Any] = orjson.loads(data)
        format_ = found["format"]
        if format_ > FORMAT:
            raise NewerVersionError(
                f"{shown_as}: published in format {format_} by backbonedb "
                f"{found.get('program_version')}, this program reads up to {FORMAT}: "
                "upgrade backbonedb"
            )
        return Manifest(
            format=format_,
            version=found["version"],
            created_at=found["created_at"],
            program_version=found["program_version"],
            origin=found.get("origin", ""),
            data=DataVersion(**found["data"]),
            duckdb=PublishedFile(**found["duckdb"]),
            relations=tuple(
                PublishedRelation(
                    **{
                        **relation,
                        "files": tuple(PublishedFile(**file) for file in relation["files"]),
                    }
                )
                for relation in found["relations"]
            ),
        )
    except (orjson.JSONDecodeError, KeyError, TypeError) as error:
        raise WarehouseError(
            f"{shown_as}: not a manifest of this program: run `backbonedb publish --anew`"
        ) from error


def describe_file(folder: Path, path: str, row_count: int | None) -> PublishedFile:
    """Size and hash of a file of a version."""
    with (folder / path).open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        return PublishedFile(path=path, byte_count=file.tell(), sha256=digest, row_count=row_count)
