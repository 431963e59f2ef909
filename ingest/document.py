"""A source as it was found: its bytes, its name, and where and when it was read."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from db.errors import InputError

#: Upstream's files are under 200 kB; ten million rows of text are not a source of this kind.
MAX_BYTES = 256 * 2**20
#: No record of any source is near this long; reading one line must not fill the memory.
MAX_LINE_BYTES = 2**20


@dataclass(frozen=True, kw_only=True, slots=True)
class Document:
    """The bytes of one revision of a source.

    Attributes:
        name: the file name that says which logical source it is.
        shown_as: how messages name it: the path as the user gave it.
        uri: where it was read from.
        data: the bytes as read.
        retrieved_at: when they were read (UTC).
        revision: the publisher's own revision, such as a commit.
        published_at: when the publisher published it (UTC).
        licence: SPDX id under which it is published.
    """

    name: str
    shown_as: str
    uri: str
    data: bytes
    retrieved_at: datetime = field(default_factory=lambda: datetime.now(UTC))
    revision: str | None = None
    published_at: datetime | None = None
    licence: str | None = None

    @property
    def sha256(self) -> str:
        """SHA-256 of the bytes, hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()

    def text(self) -> str:
        """The bytes as text, a byte-order mark left out.

        Raises:
            InputError: not UTF-8, or a NUL in it; names the line.
        """
        try:
            text = self.data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise InputError(
                self.shown_as,
                f"byte 0x{self.data[error.start]:02x} is not UTF-8: save the file as UTF-8",
                line=self.data.count(b"\n", 0, error.start) + 1,
            ) from error
        if "\0" in text:
            raise InputError(
                self.shown_as,
                "a NUL character: this is not a text file",
                line=text.count("\n", 0, text.index("\0")) + 1,
            )
        return text


def read_document(
    path: Path,
    *,
    name: str | None = None,
    uri: str | None = None,
    revision: str | None = None,
    published_at: datetime | None = None,
    licence: str | None = None,
) -> Document:
    """Read a file whole, within limits.

    Args:
        path: the file.
        name: the name to treat it as, if not its own.
        uri: where it came from, if not from ``path``.
        revision: see ``Document``.
        published_at: see ``Document``.
        licence: see ``Document``.

    Raises:
        InputError: no such file, not readable, empty, or over the limits of size.
    """
    shown_as = str(path)
    chunks: list[bytes] = []
    total = line = 0
    try:
        with path.open("rb") as file:
            while chunk := file.read(MAX_LINE_BYTES):
                total += len(chunk)
                if len(chunk) == MAX_LINE_BYTES and b"\n" not in chunk:
                    raise InputError(
                        shown_as, f"a line of over {MAX_LINE_BYTES:,} bytes", line=line + 1
                    )
                line += chunk.count(b"\n")
                if total > MAX_BYTES:
                    raise InputError(shown_as, f"a file of over {MAX_BYTES:,} bytes", line=line)
                chunks.append(chunk)
    except OSError as error:
        raise InputError(shown_as, f"cannot be read: {error.strerror}") from error
    if not total:
        raise InputError(shown_as, "the file is empty", line=1)
    return Document(
        name=name or path.name,
        shown_as=shown_as,
        uri=uri or path.absolute().as_uri(),
        data=b"".join(chunks),
        revision=revision,
        published_at=published_at,
        licence=licence,
    )
