"""HTTP requests whose cost is bounded and whose failures are tried again and put in words."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from contextlib import aclosing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import httpx2
from tenacity import (
    AsyncRetrying,
    RetryCallState,
    retry_if_exception_type,
    stop_after_attempt,
    wait_exponential,
    wait_random,
)

from db.errors import DownloadError

MEND = "check the network, or ingest a folder with `backbonedb ingest results DIR`"


@dataclass(frozen=True, kw_only=True, slots=True)
class Limits:
    """What one fetch may cost; times in seconds, sizes in bytes.

    Attributes:
        deadline_s: the whole fetch, name lookups and waits between tries included.
        max_answer_bytes: one answer of the API.
        max_tries: tries of one request before the fetch fails.
        first_wait_s: wait before the second try; doubles with every further one, plus jitter.
        max_wait_s: longest wait between two tries; a host that asks for more ends the fetch.
        max_parallel: downloads at the same time; memory holds at most this many files.
    """

    connect_timeout_s: float = 10.0
    read_timeout_s: float = 30.0
    deadline_s: float = 600.0
    max_file_bytes: int = 32 * 2**20
    max_total_bytes: int = 256 * 2**20
    max_file_count: int = 500
    max_answer_bytes: int = 4 * 2**20
    max_tries: int = 4
    first_wait_s: float = 0.5
    max_wait_s: float = 30.0
    max_redirects: int = 3
    max_parallel: int = 4


DEFAULT_LIMITS = Limits()


class TransientError(Exception):
    """A try failed in a way that the next may not; the host asks to wait ``wait_s`` before it."""

    def __init__(self, reason: str, *, wait_s: float = 0.0) -> None:
        self.wait_s = wait_s
        super().__init__(reason)


class Web:
    """GET requests, bounded in size and time, tried again where that may help."""

    def __init__(self, client: httpx2.AsyncClient, limits: Limits) -> None:
        self._client, self._limits = client, limits
        self._backoff = wait_exponential(
            multiplier=limits.first_wait_s, max=limits.max_wait_s
        ) + wait_random(max=limits.first_wait_s)

    async def get(
        self,
        url: str,
        *,
        max_bytes: int,
        absent: str,
        params: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
        verify: Callable[[bytes], None] = lambda _: None,
    ) -> bytes:
        """The body of a 200 answer, of at most ``max_bytes``.

        ``absent`` is the error's text for a 404; ``verify`` raises for bytes to ask for again.

        Raises:
            DownloadError: a failure that lasts, with cause and mend.
        """

        async def one_try() -> bytes:
            request = self._client.build_request("GET", url, params=params, headers=headers)
            content = await self._body(request, max_bytes, absent)
            verify(content)
            return content

        retrying = AsyncRetrying(
            retry=retry_if_exception_type(TransientError),
            stop=stop_after_attempt(self._limits.max_tries),
            wait=self._wait_s,
            reraise=True,
        )
        try:
            return await retrying(one_try)
        except TransientError as error:
            tries = self._limits.max_tries
            raise DownloadError(f"{error} (tried {tries} times): {MEND}") from error

    def _wait_s(self, state: RetryCallState) -> float:
        error = state.outcome.exception() if state.outcome else None
        asked_s = error.wait_s if isinstance(error, TransientError) else 0.0
        return asked_s + self._backoff(state)

    async def _body(self, request: httpx2.Request, max_bytes: int, absent: str) -> bytes:
        host, limits = request.url.netloc.decode(), self._limits
        try:
            async with aclosing(await self._answer(request)) as response:
                self._check_status(response, absent)
                content = bytearray()
                async for chunk in response.aiter_raw():
                    content += chunk
                    if len(content) > max_bytes:
                        raise TransientError(f"{request.url} sent more than {max_bytes} bytes")
                return bytes(content)
        except httpx2.ConnectTimeout as error:
            within = f"{limits.connect_timeout_s:g} s"
            raise TransientError(f"no connection to {host} within {within}") from error
        except httpx2.TimeoutException as error:
            within = f"{limits.read_timeout_s:g} s"
            raise TransientError(f"no answer from {host} within {within}") from error
        except httpx2.ConnectError as error:
            raise TransientError(f"no connection to {host} ({error})") from error
        except httpx2.TransportError as error:
            raise TransientError(f"the answer of {host} broke off ({error})") from error

    async def _answer(self, request: httpx2.Request) -> httpx2.Response:
        """The open answer behind all redirects.

        Followed here, since the client would read the body of a redirect without bound. It is the
        client that builds the next request and leaves the token out of one to another host.
        """
        start, schemes = request.url, {"https", request.url.scheme}
        for _ in range(self._limits.max_redirects + 1):
            response = await self._client.send(request, stream=True)
            if response.next_request is None:
                return response
            await response.aclose()
            request = response.next_request
            if request.url.scheme not in schemes:
                raise DownloadError(f"{start} redirects to {request.url}, not to https: {MEND}")
        raise DownloadError(
            f"{start} redirects more than {self._limits.max_redirects} times: {MEND}"
        )

    def _check_status(self, response: httpx2.Response, absent: str) -> None:
        """Refuse every answer but 200.

        A used-up rate limit is a 403 or 429 that names either the seconds to wait (``retry-after``)
        or the second since 1970 when requests are taken again (``x-ratelimit-reset``):
        https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api
        """
        status, headers = response.status_code, response.headers
        if status == 200:
            return
        host = response.request.url.netloc.decode()
        wait_s = _whole_number(headers.get("retry-after"))
        if wait_s is None and headers.get("x-ratelimit-remaining") == "0":
            reset_s = _whole_number(headers.get("x-ratelimit-reset"))
            wait_s = reset_s and max(0.0, reset_s - datetime.now(UTC).timestamp())
        if status == 429 or status >= 500 or (status == 403 and wait_s is not None):
            if wait_s is not None and wait_s > self._limits.max_wait_s:
                until = datetime.now(UTC) + timedelta(seconds=wait_s)
                raise DownloadError(
                    f"{host} takes no more requests until {until:%Y-%m-%d %H:%M} UTC: wait, or set "
                    "BACKBONEDB_GITHUB_TOKEN to an access token, whose limit is higher"
                )
            raise TransientError(f"{host} answered {status}", wait_s=wait_s or 0.0)
        if status in (404, 422):
            raise DownloadError(absent)
        if status == 401 and "authorization" in response.request.headers:
            raise DownloadError(
                f"{host} refuses the token in BACKBONEDB_GITHUB_TOKEN: renew or unset it"
            )
        raise DownloadError(f"{host} answered {status} {response.reason_phrase}: {MEND}")


def _whole_number(text: str | None) -> float | None:
    return float(text) if text and re.fullmatch(r"[0-9]{1,10}", text) else None
