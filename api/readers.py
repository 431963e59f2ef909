"""Connections that only read, without a layer between the driver and the plan.

A connection belongs to one request at a time. An operation of one statement sees one state of the
data by itself; one of several runs in a transaction.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from graphql import GraphQLError

from api.errors import RequestError, refused
from db.engine import Database
from db.errors import DatabaseError

#: SQLite asks whether the deadline has passed every so many steps of its virtual machine.
_STEPS = 20_000
#: How long PostgreSQL may take for a statement outside of requests, in milliseconds.
_OUTSIDE_MS = 10_000
_STATE = "SELECT version, changed_at FROM data_state"
_BEGIN = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"


class Reader:
    """One connection.

    Args:
        database: the database, at the present schema revision.

    Raises:
        DatabaseError: no connection, or another schema revision.
    """

    def __init__(self, database: Database) -> None:
        with database.reading():
            pass  # it checks the schema revision
        self.is_sqlite = database.dialect == "sqlite"
        self._display_url = database.display_url
        engine = database.reader
        self._driver_error = engine.dialect.loaded_dbapi.Error
        with database.translated_errors():
            self._pooled = engine.raw_connection()
        driver: Any = self._pooled.driver_connection
        self._driver = driver
        self._deadline = float("inf")
        self.statement_count = 0
        self.database_time_s = 0.0
        if self.is_sqlite:
            driver.set_progress_handler(self._is_late, _STEPS)
        else:
            from api.libpq import Statements  # psycopg is there where PostgreSQL is used

            driver.autocommit = True
            self._statements = Statements(driver)
            self._statements.command("SET default_transaction_read_only = on")
            # A statement's shape decides how it is best answered, its figures hardly ever: planning
            # anew for each would take as long as the card query itself.
            self._statements.command("SET plan_cache_mode = force_generic_plan")
            # What is asked outside of requests: which state the data is in.
            self._statements.command(f"SET statement_timeout = {_OUTSIDE_MS}")
        self._timeout_ms: int | None = None

    def close(self) -> None:
        """Close the connection."""
        self._pooled.invalidate()

    @property
    def is_lost(self) -> bool:
        """Whether the server ended the connection while it was idle."""
        return not self.is_sqlite and self._statements.is_lost

    def _is_late(self) -> bool:
        return time.monotonic() > self._deadline

    def data_state(self) -> object:
        """Which state of the data is seen: another one after every commit that changes data.

        To be compared with others of the same reader's database.

        Raises:
            DatabaseError: the driver reports an error.
        """
        return self.run(_STATE, ())

    def data_changed_at(self) -> float | None:
        """When the data changed last, Unix time."""
        rows = self.run("SELECT changed_at FROM data_state", ())
        if not rows:
            return None
        found = rows[0][0]
        moment = datetime.fromisoformat(found) if isinstance(found, str) else found
        return float(moment.timestamp())

    def run(self, sql: str, parameters: Any) -> Sequence[Sequence[Any]]:
        """The rows of one statement.

        Raises:
            RequestError: the deadline passed.
            DatabaseError: the driver reports anything else.
        """
        if not self.is_sqlite and self._deadline != float("inf"):
            if self._is_late():
                raise _late()
            self._limit_postgresql(self._deadline)
        self.statement_count += 1
        begun = time.perf_counter()
        try:
            rows: Sequence[Sequence[Any]]
            if self.is_sqlite:
                rows = self._driver.execute(sql, parameters).fetchall()
            else:
                rows = self._statements.rows(sql, parameters)
        except self._driver_error as error:
            if "interrupted" in str(error) or getattr(error, "sqlstate", None) == "57014":
                raise _late() from None
            raise DatabaseError(f"{self._display_url}: {error}") from error
        finally:
            self.database_time_s += time.perf_counter() - begun
        return rows

    @contextmanager
    def request(self, deadline: float, *, is_single: bool) -> Iterator[Reader]:
        """One request: its deadline (of ``time.monotonic``) and its view of the data.

        Args:
            deadline: when to give up.
            is_single: whether one statement is all it runs.
        """
        self._deadline = deadline
        if not self.is_sqlite:
            self._limit_postgresql(deadline)
        try:
            if is_single:
                yield self
                return
            self._command("BEGIN" if self.is_sqlite else _BEGIN)
            timeout_ms = self._timeout_ms
            try:
                yield self
            finally:
                self._deadline = float("inf")
                self._command("ROLLBACK")
                self._timeout_ms = timeout_ms  # what was set since goes with the transaction
        finally:
            self._deadline = float("inf")

    def _command(self, sql: str) -> None:
        """Run a statement without rows."""
        try:
            if self.is_sqlite:
                self._driver.execute(sql)
            else:
                self._statements.command(sql)
        except self._driver_error as error:
            raise DatabaseError(f"{self._display_url}: {error}") from error

    def _limit_postgresql(self, deadline: float) -> None:
        # In steps of a second, so that most requests need not tell the server anything new.
        left = deadline - time.monotonic()
        timeout = 0 if left == float("inf") else 1000 * max(1, round(left))
        if timeout != self._timeout_ms:
            self._command(f"SET statement_timeout = {timeout}")
            self._timeout_ms = timeout


def _late() -> Exception:
    return refused(
        "the answer was not ready in time: ask for less, or narrower", "DEADLINE_EXCEEDED"
    )


class Readers:
    """A pool of readers, opened when needed and kept.

    Args:
        database: what to read.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self.is_sqlite = database.dialect == "sqlite"
        self._idle: deque[Reader] = deque()

    @contextmanager
    def reader(self) -> Iterator[Reader]:
        """A reader for one request; one whose connection failed is not used again."""
        reader = self._take() or Reader(self._database)
        reader.statement_count, reader.database_time_s = 0, 0.0
        try:
            yield reader
        except (RequestError, GraphQLError):
            self._idle.append(reader)
            raise
        except BaseException:
            reader.close()
            raise
        self._idle.append(reader)

    def _take(self) -> Reader | None:
        while True:
            try:
                reader = self._idle.pop()
            except IndexError:
                return None
            if not reader.is_lost:
                return reader
            reader.close()  # the server was started anew, or an administrator ended it

    def close(self) -> None:
        """Close all idle connections."""
        while self._idle:
            self._idle.pop().close()
