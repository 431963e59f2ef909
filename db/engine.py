"""One database, two ways in: reading sessions and writing transactions, on SQLite or PostgreSQL.

SQLite: a read engine that cannot write (``query_only``) and a write engine whose transactions take
the write lock at their start (``BEGIN IMMEDIATE``), so that concurrent writers queue up instead of
failing half-way. PostgreSQL: read-only repeatable-read transactions, and writers that queue up on
one advisory lock.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, OperationalError
from sqlalchemy.orm import Session

from db.errors import (
    DatabaseError,
    DatabaseFullError,
    DatabaseLockedError,
    DatabaseUnreachableError,
    DatabaseUrlError,
    SchemaRevisionError,
)

#: Key of the PostgreSQL advisory lock that makes writers queue up (any fixed number does).
WRITERS_LOCK = 0x6261636B
#: How long a writer waits for another one, unless told otherwise.
LOCK_TIMEOUT_S = 30.0
#: The schema revision that this program reads and writes: the newest in migrations/versions.
HEAD = "0003"

_REVISION = text("SELECT version_num FROM alembic_version")


class Database:
    """A database of this project.

    Args:
        url: an SQLAlchemy URL, ``sqlite:///FILE`` or ``postgresql://USER@HOST/NAME``.
        lock_timeout_s: how long a writer waits for another writer, in seconds.

    Raises:
        DatabaseUrlError: the URL cannot be parsed, or names another kind of database.
    """

    def __init__(self, url: str, *, lock_timeout_s: float = LOCK_TIMEOUT_S) -> None:
        self.url = parse_url(url)
        self.lock_timeout_s = lock_timeout_s
        self.dialect = self.url.get_backend_name()
        if self.dialect == "sqlite":
            self._reader = _sqlite_engine(self.url, lock_timeout_s, writes=False)
            self._writer = _sqlite_engine(self.url, lock_timeout_s, writes=True)
        else:
            self._writer = _postgresql_engine(self.url, lock_timeout_s)
            self._reader = self._writer.execution_options(
                isolation_level="REPEATABLE READ", postgresql_readonly=True
            )

    def __enter__(self) -> Database:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def path(self) -> Path | None:
        """The file of an embedded database, None for a server."""
        if self.dialect != "sqlite":
            return None
        assert self.url.database is not None
        return Path(self.url.database)

    @property
    def display_url(self) -> str:
        """The URL without its driver and password."""
        return self.url.set(drivername=self.dialect).render_as_string(hide_password=True)

    @property
    def reader(self) -> Engine:
        """The engine whose connections cannot write, for those who need the driver itself."""
        return self._reader

    def make_folder(self) -> None:
        """Make the folder that an embedded database lies in.

        Raises:
            DatabaseUnreachableError: it cannot be made.
        """
        if self.path is not None:
            try:
                self.path.absolute().parent.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise DatabaseUnreachableError(
                    f"{self.display_url}: its folder cannot be made ({error.strerror}): "
                    "check BACKBONEDB_URL"
                ) from error

    def close(self) -> None:
        """Close all connections."""
        self._reader.dispose()
        self._writer.dispose()

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that sees one state of the database and refuses to change it.

        Raises:
            SchemaRevisionError: the database is not at ``HEAD``.
            DatabaseError: see ``translated_errors``.
        """
        with (
            self.translated_errors(),
            _ReadOnlySession(self._reader, autoflush=False) as session,
        ):
            self._require_head(session.connection())
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A session that commits once, at the end, or leaves no trace.

        Raises:
            SchemaRevisionError: the database is not at ``HEAD``.
            DatabaseLockedError: another writer did not finish within the lock timeout.
            DatabaseError: see ``translated_errors``.
        """
        with self.translated_errors(), Session(self._writer, expire_on_commit=False) as session:
            connection = session.connection()
            if self.dialect == "postgresql":
                connection.execute(text(f"SELECT pg_advisory_xact_lock({WRITERS_LOCK})"))
            self._require_head(connection)
            yield session
            session.commit()

    @contextmanager
    def connecting(self) -> Iterator[Connection]:
        """A bare writing connection without a schema check, for migrations and administration."""
        with self.translated_errors(), self._writer.connect() as connection:
            yield connection

    def revision(self) -> str | None:
        """The schema revision of the database, None where there is no schema yet."""
        with self.translated_errors(), self._reader.connect() as connection:
            return schema_revision(connection)

    def _require_head(self, connection: Connection) -> None:
        found = schema_revision(connection)
        if found == HEAD:
            return
        if found is None:
            raise SchemaRevisionError(
                f"{self.display_url}: the database has no schema yet: run `backbonedb db upgrade`"
            )
        mend = "run `backbonedb db upgrade`" if found < HEAD else "install the version that made it"
        raise SchemaRevisionError(
            f"{self.display_url}: the database is at schema revision {found}, this program needs "
            f"{HEAD}: {mend}"
        )

    @contextmanager
    def translated_errors(self) -> Iterator[None]:
        """Turn the driver's errors into this project's.

        Raises:
            DatabaseLockedError: the lock timeout passed.
            DatabaseFullError: no room on the device.
            DatabaseUnreachableError: no connection, or the file cannot be opened.
            DatabaseError: anything else that the driver reports.
        """
        try:
            yield
        except DBAPIError as error:
            self._raise_translated(error, error.orig)
        except self._writer.dialect.loaded_dbapi.Error as error:  # COPY goes past SQLAlchemy
            self._raise_translated(error, error)

    def _raise_translated(self, error: Exception, found: BaseException | None) -> NoReturn:
        reason = " ".join(str(found).split())
        lowered = reason.lower()
        where = self.display_url
        sqlstate = getattr(found, "sqlstate", None)
        if "database is locked" in lowered or sqlstate == "55P03":
            raise DatabaseLockedError(
                f"{where}: another process has been writing for over {self.lock_timeout_s:g} s: "
                "try again when it has finished, or raise BACKBONEDB_LOCK_TIMEOUT"
            ) from error
        if "disk is full" in lowered or "disk i/o error" in lowered or sqlstate == "53100":
            raise DatabaseFullError(
                f"{where}: no room left on the device ({reason}): free some space and run the "
                "command again; nothing was changed"
            ) from error
        if "unable to open database file" in lowered:
            missing = self.path is not None and not self.path.exists()
            mend = "run `backbonedb db upgrade` to create it" if missing else "check its folder"
            raise DatabaseUnreachableError(
                f"{where}: the database file cannot be opened: {mend}"
            ) from error
        if "file is not a database" in lowered:
            raise DatabaseUnreachableError(
                f"{where}: the file is not an SQLite database: check BACKBONEDB_URL"
            ) from error
        if self.dialect == "postgresql" and (
            sqlstate is None or sqlstate[:2] in {"08", "28", "3D"}
        ):
            raise DatabaseUnreachableError(
                f"{where}: no connection ({reason}): check BACKBONEDB_URL and the server"
            ) from error
        raise DatabaseError(f"{where}: {reason}") from error


class _ReadOnlySession(Session):
    """A session whose flush is an error: reading code never writes by accident."""

    def flush(self, objects: Any = None) -> None:
        if self.new or self.deleted or self.dirty:
            raise RuntimeError("a reading session was asked to write")


def parse_url(url: str) -> URL:
    """The URL with its driver filled in.

    Raises:
        DatabaseUrlError: not a URL, or neither SQLite in a file nor PostgreSQL.
    """
    supported = "use sqlite:///FILE or postgresql://USER:PASSWORD@HOST/NAME"
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError) as error:
        raise DatabaseUrlError(f"{url!r} is not a database URL: {supported}") from error
    backend, _, driver = parsed.drivername.partition("+")
    if backend == "sqlite" and driver in {"", "pysqlite"}:
        if parsed.database in {None, "", ":memory:"}:
            raise DatabaseUrlError(
                f"{url!r} names no file, and a database in memory would be lost: {supported}"
            )
        return parsed.set(drivername="sqlite+pysqlite")
    if backend in {"postgresql", "postgres"} and driver in {"", "psycopg"}:
        return parsed.set(drivername="postgresql+psycopg")
    raise DatabaseUrlError(
        f"unknown database scheme {parsed.drivername!r}: {supported}",
    )


def schema_revision(connection: Connection) -> str | None:
    """The Alembic revision that the connected database stands at, None without a schema."""
    if connection.dialect.name == "postgresql":
        # A missing table would end the transaction.
        if not connection.scalar(text("SELECT to_regclass('alembic_version') IS NOT NULL")):
            return None
        return _revision(connection)
    try:
        return _revision(connection)
    except OperationalError as error:
        if "no such table" in str(error.orig):
            return None
        raise


def _revision(connection: Connection) -> str | None:
    row = connection.execute(_REVISION).first()
    return None if row is None else str(row[0])


def _sqlite_engine(url: URL, lock_timeout_s: float, *, writes: bool) -> Engine:
    path = Path(str(url.database)).absolute()
    # Readers must not create a missing file; writers may.
    mode = "rwc" if writes else "rw"
    engine = create_engine(
        URL.create(
            "sqlite+pysqlite",
            database=f"file:{_quoted(path)}",
            query={"mode": mode, "uri": "true"},
        )
    )

    @event.listens_for(engine, "connect")
    def configure(connection: Any, _: Any) -> None:
        # The driver's own transaction handling commits DDL at once and begins too late.
        connection.isolation_level = None
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout = {round(lock_timeout_s * 1000)}")
        cursor.execute("PRAGMA foreign_keys = ON")
        if writes:
            cursor.execute("PRAGMA page_size = 8192")  # of a new file; an old one keeps its own
            cursor.execute("PRAGMA journal_mode = WAL")
            cursor.execute("PRAGMA synchronous = FULL")
            cursor.execute("PRAGMA cache_size = -65536")
            cursor.execute("PRAGMA wal_autocheckpoint = 4000")  # 32 MB: two full ingests
        else:
            cursor.execute("PRAGMA query_only = ON")
            cursor.execute("PRAGMA cache_size = -16384")  # 2 MB, the default, hold no index of 1 GB
        cursor.close()

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _quoted(path: Path) -> str:
    """The path as part of an SQLite URI: its own escapes for ``%``, ``?`` and ``#``."""
    return str(path).replace("%", "%25").replace("?", "%3f").replace("#", "%23")


def _postgresql_engine(url: URL, lock_timeout_s: float) -> Engine:
    try:
        engine = create_engine(url, pool_pre_ping=True)
    except (ModuleNotFoundError, NoSuchModuleError) as error:
        raise DatabaseUrlError(
            "the PostgreSQL driver is not installed: pip install 'backbonedb[postgres]'"
        ) from error

    @event.listens_for(engine, "connect")
    def configure(connection: Any, _: Any) -> None:
        # Outside a transaction, or the pool's rollback would take the setting back.
        connection.autocommit = True
        connection.execute(f"SET lock_timeout = {round(lock_timeout_s * 1000)}")
        connection.execute("SET timezone = 'UTC'")
        connection.autocommit = False

    return engine
