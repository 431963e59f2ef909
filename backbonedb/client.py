"""The Python client: the same questions as the command line, as typed rows and DuckDB relations.

>>> import backbonedb
>>> with backbonedb.connect() as db:
...     for row in db.leaderboard(year=2021, img_size=224, top1_above=88.2):
...         print(row.name, row.top1)
vit_huge_patch14_clip_224.laion2b_ft_in12k_in1k 88.288
"""

from __future__ import annotations

import tempfile
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, overload

import duckdb

from backbonedb.settings import default_url, default_warehouse
from db.engine import Database
from db.errors import QueryError
from db.leaderboard import LeaderboardRow
from warehouse.reader import open_current, open_file, translated_errors

#: A relation that is fetched later raises DuckDB's own errors: as texts for people.
_PLAIN_ERRORS = "SET errors_as_json = false"


def connect(where: str | Path | None = None) -> Client:
    """Connect to the data.

    Args:
        where: a published folder, a published ``.duckdb`` file, the URL of a server
            (``https://...``), a database URL (``sqlite:///...``, ``postgresql://...``) or an SQLite
            file. None: the published folder of the settings, and the database of the settings.

    Raises:
        QueryError: it is none of these.
        NoVersionError: nothing has been published there.
        DatabaseError: the database cannot be read.
        DownloadError: the server does not answer, or not with what it says.
    """
    if where is None:
        return Client(_Folder(default_warehouse(), default_url()))
    text = str(where)
    if text.startswith(("http://", "https://")):
        from backbonedb.remote import Server

        return Client(Server(text))
    if "://" in text:
        return Client(_Live(text))
    path = Path(where)
    if path.suffix == ".duckdb" and path.is_file():
        return Client(_File(path))
    if path.is_file():
        return Client(_Live(f"sqlite:///{path.absolute()}"))
    if path.is_dir():
        return Client(_Folder(path, None))
    raise QueryError(
        f"{text!r} is no published folder or file, server, or database: there is nothing there"
    )


class Place(ABC):
    """Somewhere that can be asked."""

    @abstractmethod
    def open(self) -> duckdb.DuckDBPyConnection:
        """The current version, opened for reading."""

    def graphql(self, query: str, variables: Mapping[str, Any] | None) -> dict[str, Any]:
        """The response to a GraphQL query."""
        raise QueryError(
            "published files answer SQL only: connect to a server or a database for GraphQL"
        )

    def close(self) -> None:  # noqa: B027 - most places hold nothing
        """Give back what was taken."""


class _File(Place):
    def __init__(self, path: Path) -> None:
        self._path = path

    def open(self) -> duckdb.DuckDBPyConnection:
        return open_file(self._path)


class _Folder(Place):
    def __init__(self, folder: Path, url: str | None) -> None:
        self._folder, self._url = folder, url

    def open(self) -> duckdb.DuckDBPyConnection:
        return open_current(self._folder)[1]

    def graphql(self, query: str, variables: Mapping[str, Any] | None) -> dict[str, Any]:
        if self._url is None:
            return super().graphql(query, variables)
        return _execute(self._url, query, variables)


class _Live(Place):
    """A database: SQL is answered from a version that is published for this client alone."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._folder: tempfile.TemporaryDirectory[str] | None = None

    def open(self) -> duckdb.DuckDBPyConnection:
        from warehouse.publish import publish

        self._folder = tempfile.TemporaryDirectory(prefix="backbonedb-")
        with Database(self._url) as database:
            publish(database, Path(self._folder.name))
        return open_current(Path(self._folder.name))[1]

    def graphql(self, query: str, variables: Mapping[str, Any] | None) -> dict[str, Any]:
        return _execute(self._url, query, variables)

    def close(self) -> None:
        if self._folder is not None:
            self._folder.cleanup()


def _execute(url: str, query: str, variables: Mapping[str, Any] | None) -> dict[str, Any]:
    from api.execute import execute

    with Database(url) as database:
        return execute(database, query, variables)


class Client:
    """Answers questions; see ``connect``. Close it, or use it in a ``with`` statement.

    Args:
        place: what is asked.
    """

    def __init__(self, place: Place) -> None:
        self._place = place
        self._connection: duckdb.DuckDBPyConnection | None = None

    def __enter__(self) -> Client:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the published file and give back what was taken."""
        if self._connection is not None:
            self._connection.close()
        self._place.close()

    @property
    def connection(self) -> duckdb.DuckDBPyConnection:
        """The current version as of the first question, opened for reading."""
        if self._connection is None:
            self._connection = self._place.open()
            self._connection.execute(_PLAIN_ERRORS)
        return self._connection

    def leaderboard(
        self,
        *,
        dataset: str = "imagenet",
        year: int | None = None,
        img_size: int | None = None,
        top1_above: float | None = None,
        limit: int | None = None,
    ) -> Rows:
        """Weights by falling top-1, then by name.

        Args:
            dataset: name of the test set.
            year: only models of this year.
            img_size: only weights tested at this size, in pixels.
            top1_above: only weights with a higher top-1, in percent.
            limit: at most so many rows; None: all.

        Raises:
            QueryError: there is no such test set.
        """
        known = [name for (name,) in self.sql("SELECT name FROM datasets ORDER BY name").fetchall()]
        if known and dataset not in known:
            raise QueryError(f"unknown test set {dataset!r}: known are {', '.join(known)}")
        conditions = {
            "dataset = $dataset": dataset,
            "year = $year": year,
            "img_size = $img_size": img_size,
            "top1 > $top1_above": top1_above,
        }
        asked = {text: value for text, value in conditions.items() if value is not None}
        parameters = {text.rpartition("$")[2]: value for text, value in asked.items()}
        query = (
            f"SELECT {', '.join(LeaderboardRow._fields)} FROM leaderboard "
            f"WHERE {' AND '.join(asked)} ORDER BY top1 DESC, name, img_size"
        )
        if limit is not None:
            query += f" LIMIT {int(limit)}"
        return Rows(self.sql(query, parameters))

    def sql(
        self, query: str, parameters: Mapping[str, Any] | None = None
    ) -> duckdb.DuckDBPyRelation:
        """A DuckDB relation over the published tables and views.

        Args:
            query: SQL in DuckDB's dialect; parameters are written ``$name``.
            parameters: their values.

        Raises:
            QueryError: the SQL is wrong; names line and column.
        """
        values = dict(parameters or {})
        with translated_errors(query):
            try:
                return self.connection.sql(query, params=values)
            except duckdb.Error:
                self._explain(query, values)  # a relation's errors do not say where they are
                raise

    def _explain(self, query: str, values: dict[str, Any]) -> None:
        explain = "EXPLAIN "
        self.connection.execute("SET errors_as_json = true")
        try:
            with translated_errors(f"{explain}{query}", skipped=len(explain)):
                self.connection.execute(f"{explain}{query}", values).fetchall()
        finally:
            self.connection.execute(_PLAIN_ERRORS)

    def graphql(self, query: str, variables: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """The response to a GraphQL query, with ``data`` and perhaps ``errors``.

        Raises:
            QueryError: published files cannot answer GraphQL.
        """
        return self._place.graphql(query, variables)


class Rows(Sequence[LeaderboardRow]):
    """Rows of the leaderboard, and the same as tables of other libraries.

    Args:
        relation: a relation with the fields of ``LeaderboardRow``.
    """

    def __init__(self, relation: duckdb.DuckDBPyRelation) -> None:
        self._relation = relation
        self._rows = [LeaderboardRow(*row) for row in relation.fetchall()]

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, place: int) -> LeaderboardRow: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[LeaderboardRow]: ...
    def __getitem__(self, place: int | slice) -> LeaderboardRow | Sequence[LeaderboardRow]:
        return self._rows[place]

    def __iter__(self) -> Iterator[LeaderboardRow]:
        return iter(self._rows)

    def __repr__(self) -> str:
        return f"<{len(self)} rows of the leaderboard>"

    def to_pandas(self) -> Any:
        """A pandas DataFrame.

        Raises:
            ImportError: pandas is not installed.
        """
        _require("pandas")
        return self._relation.df()

    def to_polars(self) -> Any:
        """A polars DataFrame.

        Raises:
            ImportError: polars is not installed.
        """
        _require("polars")
        _require("pyarrow")
        return self._relation.pl()

    def to_arrow(self) -> Any:
        """A pyarrow Table.

        Raises:
            ImportError: pyarrow is not installed.
        """
        _require("pyarrow")
        return self._relation.to_arrow_table()


def _require(library: str) -> None:
    from importlib.util import find_spec

    if find_spec(library) is None:
        raise ImportError(f"{library} is not installed: pip install {library}")
