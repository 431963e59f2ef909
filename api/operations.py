"""Persisted operations: documents that requests name instead of sending them."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from api.errors import RequestError, refused
from api.requests import Asked
from db.errors import QueryError


class Operations:
    """The documents of a folder, by file name and by sha256.

    A request names one as ``extensions.persistedQuery.sha256Hash`` or, shorter, as
    ``extensions.operation``: the file's name without ``.graphql``.

    Args:
        folder: files ``NAME.graphql``; None: there are none.
        is_only: whether documents sent with a request are refused.

    Raises:
        QueryError: the folder or one of its files cannot be read.
    """

    def __init__(self, folder: Path | None, *, is_only: bool) -> None:
        self.is_only = is_only
        self._by_name: dict[str, str] = {}
        self._by_hash: dict[str, str] = {}
        if folder is None:
            return
        try:
            for path in sorted(folder.glob("*.graphql")):
                text = path.read_text(encoding="utf-8")
                self._by_name[path.stem] = text
                self._by_hash[sha256(text.encode()).hexdigest()] = text
        except (OSError, UnicodeDecodeError) as error:
            raise QueryError(f"{folder}: operations cannot be read: {error}") from error
        if not self._by_name:
            raise QueryError(f"{folder}: no .graphql files there: name another folder")

    def named(self) -> Mapping[str, str]:
        """All documents by file name."""
        return self._by_name

    def document(self, asked: Asked) -> str:
        """The text of the document that a request sends or names.

        Raises:
            RequestError: neither, an unknown name, or a document where only names are taken.
        """
        found: str | None = None
        name = asked.extensions.get("operation")
        persisted = asked.extensions.get("persistedQuery")
        if isinstance(name, str):
            found = self._by_name.get(name)
        elif isinstance(persisted, dict):
            found = self._by_hash.get(str(persisted.get("sha256Hash")))
        elif asked.query is not None:
            if self.is_only and asked.query not in self._by_name.values():
                raise _unknown("this server answers its persisted operations only")
            return asked.query
        else:
            raise refused("`query` is missing", "BAD_REQUEST")
        if found is None or (asked.query is not None and asked.query != found):
            raise _unknown("there is no such persisted operation")
        return found


def _unknown(message: str) -> RequestError:
    return refused(message, "PERSISTED_OPERATION_NOT_FOUND")
