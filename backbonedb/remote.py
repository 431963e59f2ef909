"""A server as a place to ask: GraphQL is sent there, the published file is fetched once."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import duckdb
import httpx2
import platformdirs

from backbonedb.client import Place
from db.errors import DownloadError
from warehouse.manifest import Manifest, PublishedFile, load_manifest
from warehouse.reader import open_file

#: Seconds without a byte after which a server counts as silent.
TIMEOUT_S = 30.0


class Server(Place):
    """A server of this project.

    Args:
        url: its address, e.g. ``https://backbones.example``.
        cache: where published files are kept; None: in the user's cache directory.
    """

    def __init__(self, url: str, cache: Path | None = None) -> None:
        self._http = httpx2.Client(
            base_url=url.rstrip("/"), timeout=TIMEOUT_S, follow_redirects=True
        )
        self._cache = cache or Path(platformdirs.user_cache_path("backbonedb")) / "published"

    def open(self) -> duckdb.DuckDBPyConnection:
        """The server's current version, fetched unless it is here already.

        Raises:
            DownloadError: the server does not answer, or the file is not what the manifest says.
        """
        manifest = self._manifest()
        path = self._cache / f"{manifest.duckdb.sha256}.duckdb"
        if not path.exists():
            address = f"/warehouse/versions/{manifest.version}/{manifest.duckdb.path}"
            self._fetch(address, manifest.duckdb, path)
        return open_file(path)

    def graphql(self, query: str, variables: Mapping[str, Any] | None) -> dict[str, Any]:
        """The server's response to a GraphQL query.

        Raises:
            DownloadError: the server does not answer with a GraphQL response.
        """
        content = {"query": query, "variables": dict(variables or {})}
        try:
            answer: dict[str, Any] = self._http.post("/graphql", json=content).json()
        except (httpx2.HTTPError, ValueError) as error:
            raise DownloadError(f"{self._http.base_url}: no GraphQL response: {error}") from error
        return answer

    def close(self) -> None:
        """Close the connections."""
        self._http.close()

    def _manifest(self) -> Manifest:
        address = f"{self._http.base_url}/warehouse/"
        try:
            answer = self._http.get("/warehouse/")
            answer.raise_for_status()
        except httpx2.HTTPError as error:
            raise DownloadError(f"{address}: no published version: {error}") from error
        return load_manifest(answer.content, address)

    def _fetch(self, address: str, file: PublishedFile, path: Path) -> None:
        """Fetch a file whole, check it, and only then give it its name."""
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(f".{path.name}.{os.getpid()}")
        digest = hashlib.sha256()
        try:
            with self._http.stream("GET", address) as answer, draft.open("wb") as written:
                answer.raise_for_status()
                for chunk in answer.iter_raw():
                    digest.update(chunk)
                    written.write(chunk)
            if digest.hexdigest() != file.sha256:
                raise DownloadError(
                    f"{self._http.base_url}{address}: the file is not the one that the manifest "
                    "names: it was cut off or changed on the way; try again"
                )
            draft.replace(path)
        except httpx2.HTTPError as error:
            raise DownloadError(f"{self._http.base_url}{address}: {error}") from error
        finally:
            draft.unlink(missing_ok=True)
