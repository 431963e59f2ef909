"""timm's published results, fetched from GitHub: every file whole and verified, or a reason.

A file counts only if its bytes hash to the git blob id that GitHub lists, which settles
truncation, corruption and substitution at once. Until then they wait in memory, under the limits;
then they appear in the folder by one rename.
"""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar
from uuid import uuid4

from db.errors import DownloadError
from ingest.github import GITHUB, Endpoints, GitHub, ListedFile, converse
from ingest.web import DEFAULT_LIMITS, MEND, Limits

__all__ = [
    "GITHUB",
    "Endpoints",
    "Fetched",
    "FetchedFile",
    "Limits",
    "Progress",
    "fetch_results",
    "probe",
]

_T = TypeVar("_T")
_API_REQUESTS_PER_FETCH = 3


@dataclass(frozen=True, kw_only=True, slots=True)
class Progress:
    """How far a fetch is; files that were there already count as done."""

    done_file_count: int
    file_count: int
    done_byte_count: int
    byte_count: int


@dataclass(frozen=True, kw_only=True, slots=True)
class FetchedFile:
    """One verified file; ``uri`` is its permanent address at the commit."""

    name: str
    path: Path
    uri: str
    sha256: str
    byte_count: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Fetched:
    """The results at the commit ``revision`` (its sha), files ordered by name.

    ``published_at`` (UTC) is when the last commit up to ``revision`` touched the folder.
    """

    revision: str
    published_at: datetime
    files: tuple[FetchedFile, ...]


def fetch_results(
    *,
    ref: str = "main",
    into: Path,
    limits: Limits = DEFAULT_LIMITS,
    endpoints: Endpoints = GITHUB,
    on_progress: Callable[[Progress], None] | None = None,
    token: str | None = None,
) -> Fetched:
    """The result CSVs of a branch, tag or commit, as verified files in the folder ``into``.

    A file that is there with the listed content is not downloaded again, so a second try goes on
    where the first stopped. Other files are left alone: read ``Fetched.files``, not the folder.
    Runs its own event loop, so it cannot be called from a coroutine.

    Args:
        ref: branch, tag or commit of the repository.
        into: folder for the files; made if absent.
        limits: bounds of time, size and tries.
        endpoints: the hosts to ask.
        on_progress: called in this thread before the first file and after every file.
        token: GitHub access token, sent to the API only; None or empty for none.

    Raises:
        DownloadError: the ref is unknown, a host does not answer or refuses, an answer has
            another shape, a limit is exceeded, a file differs from its listing, or ``into``
            cannot be written. No partial file stays behind.
    """

    async def fetch() -> Fetched:
        async with converse(endpoints, limits, token) as github:
            return await _fetch(github, ref, into, on_progress or (lambda _: None))

    try:
        into.mkdir(parents=True, exist_ok=True)
        return _run(fetch(), limits.deadline_s)
    except TimeoutError as error:
        raise DownloadError(
            f"the results of {endpoints.repository} did not arrive within {limits.deadline_s:g} s: "
            f"run it again (complete files are kept), {MEND}"
        ) from error
    except OSError as error:
        raise DownloadError(
            f"cannot fetch into {into} ({error.strerror}): mend that or name another folder"
        ) from error


def probe(
    *, timeout_s: float = 5.0, endpoints: Endpoints = GITHUB, token: str | None = None
) -> bool:
    """Whether the API answers within ``timeout_s`` seconds, all in, and would serve a fetch.

    Asks for the rate limit, a request that GitHub does not count against it, and gives False too
    if the hour's requests are used up. A fetch may still fail afterwards.
    """
    limits = Limits(connect_timeout_s=timeout_s, read_timeout_s=timeout_s, max_tries=1)

    async def ask() -> bool:
        async with converse(endpoints, limits, token) as github:
            match await github.json("/rate_limit", absent="no rate limit"):
                case {"resources": {"core": {"remaining": int(remaining)}}}:
                    return remaining >= _API_REQUESTS_PER_FETCH
        return False

    try:
        return _run(ask(), timeout_s)
    except (TimeoutError, DownloadError):
        return False


def _run(work: Coroutine[Any, Any, _T], deadline_s: float) -> _T:
    async def bounded() -> _T:
        asyncio.get_running_loop().set_default_executor(_UnawaitedThreads())
        async with asyncio.timeout(deadline_s):
            return await work

    return asyncio.run(bounded())


class _UnawaitedThreads(ThreadPoolExecutor):
    """Threads for name lookups, which cannot be cancelled: the end of the loop waits for none."""

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        super().shutdown(wait=False, cancel_futures=True)


async def _fetch(
    github: GitHub, ref: str, into: Path, on_progress: Callable[[Progress], None]
) -> Fetched:
    revision = await github.revision(ref)
    published_at = await github.published_at(revision)
    listing = await github.listing(revision)
    done: list[FetchedFile] = []

    def report() -> None:
        on_progress(
            Progress(
                done_file_count=len(done),
                file_count=len(listing),
                done_byte_count=sum(file.byte_count for file in done),
                byte_count=sum(file.byte_count for file in listing),
            )
        )

    async def take(listed: ListedFile) -> None:
        path = into / listed.name
        content = _content_at(path, listed)
        if content is None:
            content = await github.content(revision, listed)
            _put(path, content)
        done.append(
            FetchedFile(
                name=listed.name,
                path=path,
                uri=github.uri(revision, listed.name),
                sha256=hashlib.sha256(content).hexdigest(),
                byte_count=len(content),
            )
        )
        report()

    report()
    try:
        async with asyncio.TaskGroup() as group:
            for listed in listing:
                group.create_task(take(listed))
    except ExceptionGroup as failures:  # the first failure has cancelled the other downloads
        raise failures.exceptions[0] from None
    files = tuple(sorted(done, key=lambda file: file.name))
    return Fetched(revision=revision, published_at=published_at, files=files)


def _content_at(path: Path, listed: ListedFile) -> bytes | None:
    """The bytes at ``path`` if they are the listed file's."""
    if not path.is_file() or path.stat().st_size != listed.byte_count:
        return None
    content = path.read_bytes()
    return content if listed.is_content(content) else None


def _put(path: Path, content: bytes) -> None:
    part = path.with_name(f".{path.name}.{uuid4().hex}.part")
    try:
        part.write_bytes(content)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
