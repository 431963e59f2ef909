"""What GitHub says of a folder of result files, and the files' bytes.

Three API requests name the commit, the date of its results and the files with their git blob
ids; a caller without a token has 60 such requests an hour. The files come from the raw host, at
addresses made from the commit: only a redirect lets an answer decide where the next request goes,
and a redirect neither leaves TLS nor takes the token to another host.
"""

from __future__ import annotations

import asyncio
import hashlib
import re
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote, urlsplit

import httpx2
import orjson

from db.errors import DownloadError
from ingest.web import MEND, Limits, TransientError, Web

_SHA1 = re.compile(r"[0-9a-f]{40}")
_PLAIN_CSV_NAME = re.compile(r"\w[\w .+-]{0,200}\.csv")


@dataclass(frozen=True, kw_only=True, slots=True)
class Endpoints:
    """Where the results are published: ``folder`` of ``repository`` (owner/name) at two hosts."""

    api: str
    raw: str
    repository: str = "huggingface/pytorch-image-models"
    folder: str = "results"


GITHUB = Endpoints(api="https://api.github.com", raw="https://raw.githubusercontent.com")


@dataclass(frozen=True, kw_only=True, slots=True)
class ListedFile:
    """A file as the API lists it; ``blob`` is git's SHA-1 of its content."""

    name: str
    byte_count: int
    blob: str

    def is_content(self, content: bytes) -> bool:
        """Whether these bytes are the listed file's."""
        digest = hashlib.sha1(b"blob %d\0" % len(content), usedforsecurity=False)
        digest.update(content)
        return len(content) == self.byte_count and digest.hexdigest() == self.blob


@asynccontextmanager
async def converse(
    endpoints: Endpoints, limits: Limits, token: str | None
) -> AsyncIterator[GitHub]:
    """Both hosts, ready to be asked; ``token`` goes to the API only."""
    # The HTTP library's own complaint about such a header would quote the token.
    if token and not re.fullmatch(r"[!-~]+", token):
        raise DownloadError(
            "BACKBONEDB_GITHUB_TOKEN holds a space, a line end or another character "
            "that no token has: set it to the token alone, or unset it"
        )
    timeout = httpx2.Timeout(limits.read_timeout_s, connect=limits.connect_timeout_s)
    # A compressed answer could unpack to any size.
    headers = {"User-Agent": "backbonedb", "Accept-Encoding": "identity"}
    async with httpx2.AsyncClient(headers=headers, timeout=timeout) as client:
        yield GitHub(Web(client, limits), endpoints, limits, token)


class GitHub:
    """What GitHub says of the results folder, checked for shape and limits."""

    def __init__(self, web: Web, endpoints: Endpoints, limits: Limits, token: str | None) -> None:
        self._web, self._endpoints, self._limits = web, endpoints, limits
        self._authorization = {"Authorization": f"Bearer {token}"} if token else {}
        self._repository = f"/repos/{endpoints.repository}"
        self._downloads = asyncio.Semaphore(limits.max_parallel)

    async def revision(self, ref: str) -> str:
        """The sha of the commit that a branch, tag or commit names."""
        unknown = (
            f"{self._endpoints.repository} has no branch, tag or commit {ref!r}: "
            "name another, or none for main"
        )
        if not ref or ".." in ref or " " in ref or not ref.isprintable():
            raise DownloadError(unknown)
        # The sha alone: as JSON the commit comes with its whole diff.
        path = f"{self._repository}/commits/{quote(ref)}"
        answer = await self._ask(path, absent=unknown, media="application/vnd.github.sha")
        sha = answer.decode(errors="replace").strip()
        if not _SHA1.fullmatch(sha):
            raise self._misshapen("a commit's sha")
        return sha

    async def published_at(self, revision: str) -> datetime:
        """When a commit last touched the folder, up to ``revision``; UTC."""
        params = {"sha": revision, "path": self._endpoints.folder, "per_page": "1"}
        absent = self._no_results(revision)
        match await self.json(f"{self._repository}/commits", absent=absent, params=params):
            case []:
                raise DownloadError(absent)
            case [{"commit": {"committer": {"date": str(date)}}}]:
                with suppress(ValueError):
                    return datetime.strptime(date, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
        raise self._misshapen("the date of a commit")

    async def listing(self, revision: str) -> list[ListedFile]:
        """The folder's CSV files, plainly named and within the limits."""
        path = f"{self._repository}/contents/{quote(self._endpoints.folder)}"
        absent = self._no_results(revision)
        entries = await self.json(path, absent=absent, params={"ref": revision})
        if not isinstance(entries, list):
            raise self._misshapen("the listing of a folder")
        self._check_limit("files", len(entries), self._limits.max_file_count)
        files: dict[str, ListedFile] = {}
        for entry in entries:
            match entry:
                case {"type": "file", "name": str(name), "size": int(size), "sha": str(sha)}:
                    if not name.endswith(".csv"):
                        continue
                    if not _PLAIN_CSV_NAME.fullmatch(name) or name in files:
                        raise self._misshapen(f"plain and unique file names ({name!r})")
                    if size < 0 or not _SHA1.fullmatch(sha):
                        raise self._misshapen(f"size and sha of {name}")
                    self._check_limit(f"bytes in {name}", size, self._limits.max_file_bytes)
                    files[name] = ListedFile(name=name, byte_count=size, blob=sha)
                case {"type": "dir" | "symlink" | "submodule"}:
                    continue
                case _:
                    raise self._misshapen("the listing of a folder")
        if not files:
            raise DownloadError(absent)
        total = sum(file.byte_count for file in files.values())
        self._check_limit("bytes in all", total, self._limits.max_total_bytes)
        return list(files.values())

    async def content(self, revision: str, listed: ListedFile) -> bytes:
        """The bytes of a listed file."""
        uri = self.uri(revision, listed.name)

        def verify(content: bytes) -> None:
            if not listed.is_content(content):
                raise TransientError(
                    f"{listed.name} came with {len(content)} bytes that are not the "
                    f"{listed.byte_count} that {self._endpoints.repository} lists"
                )

        async with self._downloads:
            return await self._web.get(
                uri,
                max_bytes=listed.byte_count,
                absent=f"{uri} does not exist although it is listed: {MEND}",
                verify=verify,
            )

    def uri(self, revision: str, name: str) -> str:
        """The permanent address of a file of the folder."""
        place = f"{self._endpoints.repository}/{revision}/{self._endpoints.folder}"
        return f"{self._endpoints.raw}/{place}/{quote(name)}"

    async def json(self, path: str, *, absent: str, params: Mapping[str, str] | None = None) -> Any:
        """The API's answer, parsed; ``absent`` is what a 404 means."""
        media = "application/vnd.github+json"
        answer = await self._ask(path, absent=absent, media=media, params=params)
        try:
            return orjson.loads(answer)
        except orjson.JSONDecodeError:
            raise self._misshapen("JSON") from None

    async def _ask(
        self, path: str, *, absent: str, media: str, params: Mapping[str, str] | None = None
    ) -> bytes:
        return await self._web.get(
            f"{self._endpoints.api}{path}",
            max_bytes=self._limits.max_answer_bytes,
            absent=absent,
            params=params,
            headers={"Accept": media, **self._authorization},
        )

    def _check_limit(self, what: str, count: int, limit: int) -> None:
        if count > limit:
            raise DownloadError(
                f"{self._endpoints.repository} lists {count} {what} where {limit} is the limit: "
                "look at the folder there, or ingest one with `backbonedb ingest results DIR`"
            )

    def _misshapen(self, expected: str) -> DownloadError:
        return DownloadError(
            f"{urlsplit(self._endpoints.api).netloc} answered with something other than "
            f"{expected}: a proxy or login page may stand in between; {MEND}"
        )

    def _no_results(self, revision: str) -> str:
        return (
            f"{self._endpoints.repository} has no CSV files in {self._endpoints.folder}/ "
            f"at {revision}: name another ref"
        )
