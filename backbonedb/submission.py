"""Send runs to a server: on the disk first, then tried until the server has them.

A run lies in the spool until the server acknowledges it, so neither a crash here nor a server that
is down all night loses it; the key that goes with it lets the server take it once, however often it
arrives. The token is never written down.

The contract with the server, over ``POST URL/graphql`` with ``Authorization: Bearer TOKEN``::

    mutation ($input: SubmitBenchmarkRunInput!, $key: String!) {
      submitBenchmarkRun(input: $input, idempotencyKey: $key) { slug isNew }
    }

``input`` is ``{name, content}``: the run's file by its canonical name, and its text.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx2
from tenacity import (
    Retrying,
    retry_if_exception_type,
    stop_after_delay,
    wait_exponential,
    wait_random,
)

from db.errors import BackboneError
from ingest.sources.bench_job import read_run_file

MUTATION = """\
mutation ($input: SubmitBenchmarkRunInput!, $key: String!) {
  submitBenchmarkRun(input: $input, idempotencyKey: $key) { slug isNew }
}
"""
#: How long one run is tried for, and the bounds of the waits between two tries, in seconds.
TRIED_FOR_S, FIRST_WAIT_S, LONGEST_WAIT_S = 600.0, 1.0, 60.0
#: Time for one answer: the server ingests before it answers.
ANSWER_TIMEOUT_S = 120.0


class SubmissionError(BackboneError):
    """The server did not take a run; it stays in the spool."""

    code = "submission_failed"


class UnreachableError(SubmissionError):
    """The server was not there in all the time."""


class _NoAnswerError(Exception):
    """A try failed in a way that the next may not."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Spooled:
    """A run that waits.

    Attributes:
        path: its file in the spool.
        name: canonical name of the run's file.
        url: the server it is meant for.
        key: idempotency key.
        content: the run's lines.
    """

    path: Path
    name: str
    url: str
    key: str
    content: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Spool:
    """Runs that wait for a server, one file each.

    Attributes:
        folder: where they lie.
        tried_for_s: how long one run is tried for.
        first_wait_s: wait before the second try; it doubles from there.
        longest_wait_s: up to this.
    """

    folder: Path
    tried_for_s: float = TRIED_FOR_S
    first_wait_s: float = FIRST_WAIT_S
    longest_wait_s: float = LONGEST_WAIT_S

    def add(self, file: Path, url: str) -> Spooled:
        """Put a run into the spool; the same run for the same server is there once.

        Raises:
            InputError: the file holds no run.
        """
        document = read_run_file(file)
        content = document.text()
        key = hashlib.sha256(content.encode()).hexdigest()
        self.folder.mkdir(parents=True, exist_ok=True)
        place = hashlib.sha256(f"{url}\n{key}".encode()).hexdigest()[:32]
        path = self.folder / f"{place}.json"
        entry = {"name": document.name, "url": url, "key": key, "content": content}
        _write_whole(path, json.dumps(entry))
        return Spooled(path=path, **entry)

    def waiting(self) -> Iterator[Spooled]:
        """The runs that wait, the oldest first."""
        for path in sorted(self.folder.glob("*.json"), key=lambda path: path.stat().st_mtime_ns):
            yield Spooled(path=path, **json.loads(path.read_text(encoding="utf-8")))

    def send(self, run: Spooled, token: str) -> str:
        """Send a run and remove it from the spool; its name at the server.

        Raises:
            SubmissionError: the server refused it, or was not there in all the time.
        """
        retrying = Retrying(
            retry=retry_if_exception_type(_NoAnswerError),
            stop=stop_after_delay(self.tried_for_s),
            wait=wait_exponential(multiplier=self.first_wait_s, max=self.longest_wait_s)
            + wait_random(0, self.first_wait_s),
            reraise=True,
        )
        try:
            slug = retrying(_post, run, token)
        except _NoAnswerError as error:
            raise UnreachableError(
                f"{run.url}: {error}: {run.name} waits in {self.folder}; send it later by "
                "`backbonedb bench submit`"
            ) from error
        run.path.unlink(missing_ok=True)
        return slug


def require_server(url: str) -> None:
    """Refuse what cannot be the URL of a server.

    Raises:
        SubmissionError: it has no scheme or no host.
    """
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise SubmissionError(f"{url}: not the URL of a server: write it as https://HOST")


def _post(run: Spooled, token: str) -> str:
    """One try."""
    variables = {"input": {"name": run.name, "content": run.content}, "key": run.key}
    try:
        answer = httpx2.post(
            f"{run.url.rstrip('/')}/graphql",
            json={"query": MUTATION, "variables": variables},
            headers={"Authorization": f"Bearer {token}"},
            timeout=ANSWER_TIMEOUT_S,
        )
    except httpx2.InvalidURL as error:
        raise SubmissionError(f"{run.url}: not the URL of a server: {error}") from error
    except httpx2.TransportError as error:
        raise _NoAnswerError(f"no answer ({error or type(error).__name__})") from error
    if answer.status_code == 429 or answer.status_code >= 500:
        raise _NoAnswerError(f"status {answer.status_code}")
    return _taken(run, answer)


def _taken(run: Spooled, answer: httpx2.Response) -> str:
    """The run's name at the server, if the answer says that it was taken.

    Raises:
        SubmissionError: it was refused, or the answer is none of this contract.
    """
    try:
        body: dict[str, Any] = answer.json()
        errors = body.get("errors")
        if errors:
            reason = str(errors[0]["message"])
            raise SubmissionError(f"{run.url} refused {run.name}: {reason}")
        return str(body["data"]["submitBenchmarkRun"]["slug"])
    except (ValueError, KeyError, TypeError, AttributeError):
        raise SubmissionError(
            f"{run.url} refused {run.name}: status {answer.status_code}, and no GraphQL answer"
        ) from None


def _write_whole(path: Path, text: str) -> None:
    """Write a file so that it is there whole or not at all, whatever happens."""
    partial = path.with_suffix(f".{os.getpid()}.part")
    with partial.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    partial.replace(path)
