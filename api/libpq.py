"""Statements on a PostgreSQL connection, each prepared once, without a cursor in between.

psycopg's libpq and its adaptation of values; its cursors cost three times as much processor time
for a statement (docs/decisions/0007-graphql-execution.md).
"""

from __future__ import annotations

import select
from collections import OrderedDict
from collections.abc import Sequence
from typing import Any

from psycopg import Connection
from psycopg.adapt import PyFormat, Transformer
from psycopg.errors import Error, error_from_result
from psycopg.pq import ExecStatus, Format
from psycopg.pq.abc import PGresult

#: Statements that a connection keeps prepared.
_MOST_PREPARED = 200


class Statements:
    """Runs statements of one connection.

    Args:
        connection: in autocommit; used by nobody else meanwhile.
    """

    def __init__(self, connection: Connection[Any]) -> None:
        self._libpq = connection.pgconn
        self._socket = select.poll()
        self._socket.register(self._libpq.socket, select.POLLIN)
        self._values = Transformer(connection)
        self._prepared: OrderedDict[str, bytes] = OrderedDict()
        self._count = 0

    @property
    def is_lost(self) -> bool:
        """Whether the server ended the connection; for when no statement runs.

        A server sends nothing then but its farewell.
        """
        return bool(self._socket.poll(0))

    def command(self, sql: str) -> None:
        """Run a statement without parameters or rows.

        Raises:
            psycopg.Error: the server refuses it, or there is no connection.
        """
        self._checked(self._libpq.exec_(sql.encode()))

    def rows(self, sql: str, parameters: Sequence[Any]) -> Sequence[tuple[Any, ...]]:
        """The rows of a statement.

        Args:
            sql: with parameters ``$1`` and so on, whose types follow from the statement.
            parameters: their values.

        Raises:
            psycopg.Error: the server refuses it, or there is no connection.
        """
        name = self._prepared.get(sql)
        if name is None:
            name = self._prepare(sql)
        else:
            self._prepared.move_to_end(sql)
        given: Any = self._values.dump_sequence(parameters, [PyFormat.TEXT] * len(parameters))
        # Numbers in binary are read several times faster than their text.
        found = self._libpq.exec_prepared(name, given, result_format=Format.BINARY)
        self._values.set_pgresult(self._checked(found))
        return self._values.load_rows(0, found.ntuples, tuple)

    def _prepare(self, sql: str) -> bytes:
        if len(self._prepared) >= _MOST_PREPARED:
            _, oldest = self._prepared.popitem(last=False)
            self.command(f"DEALLOCATE {oldest.decode()}")
        self._count += 1
        name = f"backbonedb_{self._count}".encode()
        self._checked(self._libpq.prepare(name, sql.encode()))
        self._prepared[sql] = name
        return name

    def _checked(self, result: PGresult) -> PGresult:
        if result.status in {ExecStatus.TUPLES_OK, ExecStatus.COMMAND_OK}:
            return result
        error: Error = error_from_result(result)
        raise error
