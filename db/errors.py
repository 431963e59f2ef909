"""Every error this project raises on purpose, in one tree.

    BackboneError
    ├── InputError               a source cannot be taken as it is: file:line:column: reason
    │   └── GuardError           a revision looks wrong as a whole; --force takes it all the same
    ├── DownloadError            a source could not be fetched whole
    ├── QueryError               a question cannot be answered as it was asked
    │   └── SandboxBusyError, SandboxLimitError, in warehouse/sandbox.py
    ├── TokenError               a token cannot be made or revoked as it was asked
    ├── IdempotencyError         an idempotency key came again with something else
    ├── WarehouseError           published files cannot be made or read: warehouse/errors.py
    └── DatabaseError
        ├── DatabaseUrlError     the URL names no database that can be opened
        ├── DatabaseUnreachableError
        ├── DatabaseLockedError  another process held the write lock too long
        ├── DatabaseFullError    no room left on the device
        └── SchemaRevisionError  the database stands at another schema revision than this program

The command line prints ``str(error)`` as one line and exits 1; the API answers with ``code``.
"""

from __future__ import annotations


class BackboneError(Exception):
    """A failure with a cause that a person can mend; ``str()`` is one line that names both."""

    code = "failed"


class InputError(BackboneError):
    """A source cannot be taken: names file, line, column and value, and nothing was changed.

    Args:
        file: the source's name as the user gave it.
        reason: what is wrong with which value, and what would be right.
        line: 1-based line where the offending record starts, or None for the whole file.
        column: header name (CSV) or 1-based position of the offending cell, or None.
    """

    code = "bad_input"

    def __init__(
        self, file: str, reason: str, *, line: int | None = None, column: str | int | None = None
    ) -> None:
        self.file, self.line, self.column, self.reason = file, line, column, reason
        place = ":".join(str(part) for part in (file, line, column) if part is not None)
        super().__init__(_on_one_line(f"{place}: {reason}"))


class GuardError(InputError):
    """A well-formed revision that differs from the current one more than upstream ever does."""

    code = "guard"


class DownloadError(BackboneError):
    """A source could not be fetched whole within the limits; nothing of it was kept."""

    code = "download_failed"


class QueryError(BackboneError):
    """A question cannot be answered as it was asked (unknown name, limit exceeded)."""

    code = "bad_query"


class TokenError(BackboneError):
    """A token cannot be made or revoked as it was asked (name taken or unknown, bad expiry)."""

    code = "bad_token"


class IdempotencyError(BackboneError):
    """An idempotency key came again with something else than the first time."""

    code = "idempotency_key_reused"


class DatabaseError(BackboneError):
    """The database refused or failed; nothing of the transaction was kept."""

    code = "database_failed"


class DatabaseUrlError(DatabaseError):
    """The database URL cannot be parsed, or its scheme or driver is not supported."""

    code = "database_url"


class DatabaseUnreachableError(DatabaseError):
    """No connection to the database could be made."""

    code = "database_unreachable"


class DatabaseLockedError(DatabaseError):
    """Another process held the write lock for longer than the lock timeout."""

    code = "database_locked"


class DatabaseFullError(DatabaseError):
    """The device that holds the database has no room left."""

    code = "database_full"


class SchemaRevisionError(DatabaseError):
    """The database stands at another schema revision than this program expects."""

    code = "schema_revision"


def _on_one_line(text: str) -> str:
    """The text; a character that cannot be printed stands in it as Python's escape."""
    return "".join(char if char.isprintable() else repr(char)[1:-1] for char in text)
