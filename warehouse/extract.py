"""One state of the database, streamed as Arrow by ADBC: no row becomes a Python object.

The drivers' streams are handed to DuckDB as they are (the Arrow C stream interface), so neither
pyarrow nor DuckDB's own SQLite and PostgreSQL extensions are needed.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, ClassVar

import adbc_driver_manager as adbc
import duckdb
from sqlalchemy import JSON, Boolean, Column, Float, Integer

from db.base import Instant
from db.engine import Database
from db.errors import DatabaseError, DatabaseUrlError
from warehouse.columns import duckdb_type

#: Rows that the SQLite driver reads between two calls.
BATCH_ROWS = 65_536
#: A stream's name inside DuckDB.
_STREAM = "extracted"


@contextmanager
def snapshot(database: Database) -> Iterator[Snapshot]:
    """See one state of the database until the end of the block, whatever is written meanwhile.

    Raises:
        DatabaseError: the database refused.
        DatabaseUrlError: the driver is not installed.
    """
    kind = SqliteSnapshot if database.dialect == "sqlite" else PostgresqlSnapshot
    try:
        with kind.open(database) as opened, adbc.AdbcConnection(opened) as connection:
            yield kind(connection)
    except adbc.Error as error:
        reason = " ".join(str(error).split())
        raise DatabaseError(f"{database.display_url}: {reason}") from error


class Snapshot(ABC):
    """One state of the database, read through an ADBC connection.

    Args:
        connection: a connection in which no transaction has begun.
    """

    #: SQL that begins a transaction which sees one state and changes nothing.
    _begin: ClassVar[Sequence[str]]
    #: Options of every statement.
    _options: ClassVar[dict[str, str]] = {}
    #: Condition on a stream's rows.
    _is_real: ClassVar[str] = "true"

    def __init__(self, connection: adbc.AdbcConnection) -> None:
        self._connection = connection
        for statement in self._begin:
            with adbc.AdbcStatement(connection) as prepared:
                prepared.set_sql_query(statement)
                prepared.execute_update()

    @staticmethod
    @abstractmethod
    def open(database: Database) -> adbc.AdbcDatabase:
        """The database as its ADBC driver opens it."""

    @abstractmethod
    def _select(self, columns: Sequence[Column[Any]]) -> str:
        """The query's part before FROM."""

    def create_table(
        self,
        connection: duckdb.DuckDBPyConnection,
        name: str,
        columns: Sequence[Column[Any]],
        *,
        where: str = "true",
        order_by: str = "",
    ) -> None:
        """Create a DuckDB table from rows of one table.

        Args:
            connection: where to create it.
            name: its qualified name.
            columns: columns of one table of the database.
            where: SQL condition that the database answers.
            order_by: SQL order of the rows in the DuckDB table.
        """
        query = f"{self._select(columns)} FROM {columns[0].table.name} WHERE {where}"
        order = f"ORDER BY {order_by}" if order_by else ""
        with self._stream(query) as stream:
            connection.register(_STREAM, stream)
            try:
                connection.execute(
                    f"CREATE OR REPLACE TABLE {name} AS "
                    f"SELECT {_casts(columns)} FROM {_STREAM} WHERE {self._is_real} {order}"
                )
            finally:
                connection.unregister(_STREAM)

    def rows(self, columns: Sequence[Column[Any]], source: str) -> list[tuple[Any, ...]]:
        """The few rows that ``SELECT columns source`` gives, as Python values."""
        with (
            self._stream(f"{self._select(columns)} {source}") as stream,
            duckdb.connect() as connection,
        ):
            connection.register(_STREAM, stream)
            query = f"SELECT {_casts(columns)} FROM {_STREAM} WHERE {self._is_real}"
            return connection.execute(query).fetchall()

    @contextmanager
    def _stream(self, query: str) -> Iterator[adbc.ArrowArrayStreamHandle]:
        with adbc.AdbcStatement(self._connection) as statement:
            statement.set_options(**self._options)
            statement.set_sql_query(query)
            stream, _ = statement.execute_query()
            yield stream


class SqliteSnapshot(Snapshot):
    """SQLite's values have types, its columns have none: the driver infers them from a batch.

    An example row in front of the real ones states the type of every column.
    """

    _begin = ("PRAGMA query_only = ON", "BEGIN")
    _options: ClassVar = {"adbc.sqlite.query.batch_rows": str(BATCH_ROWS)}
    _is_real = "is_example = 0"

    @staticmethod
    def open(database: Database) -> adbc.AdbcDatabase:
        """The file; a missing one is not created."""
        from adbc_driver_sqlite import connect

        assert database.path is not None
        return connect(f"{database.path.absolute().as_uri()}?mode=rw")

    def _select(self, columns: Sequence[Column[Any]]) -> str:
        examples = ", ".join(f"{_example(column)} AS {_quoted(column)}" for column in columns)
        names = ", ".join(_qualified(column) for column in columns)
        return f"SELECT 1 AS is_example, {examples} UNION ALL SELECT 0, {names}"


class PostgresqlSnapshot(Snapshot):
    """PostgreSQL's binary COPY; instants and JSON become plain types on the server."""

    _begin = ("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",)

    @staticmethod
    def open(database: Database) -> adbc.AdbcDatabase:
        """The server's database."""
        try:
            from adbc_driver_postgresql import connect
        except ModuleNotFoundError as error:
            raise DatabaseUrlError(
                "the PostgreSQL driver is not installed: pip install 'backbonedb[postgres]'"
            ) from error
        uri = database.url.set(drivername="postgresql")
        opened: adbc.AdbcDatabase = connect(uri.render_as_string(hide_password=False))
        return opened

    def _select(self, columns: Sequence[Column[Any]]) -> str:
        return f"SELECT {', '.join(_plain(column) for column in columns)}"


def _quoted(column: Column[Any]) -> str:
    return f'"{column.name}"'


def _qualified(column: Column[Any]) -> str:
    # SQLite takes a quoted name that is no column for a text, unless its table is named.
    return f"{column.table.name}.{_quoted(column)}"


def _casts(columns: Sequence[Column[Any]]) -> str:
    return ", ".join(
        f"CAST({_quoted(column)} AS {duckdb_type(column)}) AS {_quoted(column)}"
        for column in columns
    )


def _example(column: Column[Any]) -> str:
    """A value of the column's type, as an SQLite literal."""
    if isinstance(column.type, Integer | Boolean):
        return "0"
    return "0.0" if isinstance(column.type, Float) else "''"


def _plain(column: Column[Any]) -> str:
    """The column as a type that every reader of Arrow knows, in PostgreSQL's SQL."""
    name = _quoted(column)
    if isinstance(column.type, Instant):
        return f"{name} AT TIME ZONE 'UTC' AS {name}"
    if isinstance(column.type, JSON):
        return f"CAST({name} AS text) AS {name}"
    return name
