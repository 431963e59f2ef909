"""One SELECT of a stranger, answered by a process of its own that has little to lose.

The process opens the published file for reading, gives up files, network and settings, and runs
under limits of the operating system; read-only mode alone does not keep DuckDB from overwriting the
opened file (``COPY ... TO``) or reading others. See ``warehouse/sandbox_process.py``.
"""

from __future__ import annotations

import asyncio
import sys
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import orjson

from db.errors import QueryError
from warehouse.errors import WarehouseError
from warehouse.store import Store, Version


@dataclass(frozen=True, kw_only=True, slots=True)
class Limits:
    """What one question may use.

    Attributes:
        seconds: it is interrupted after so long.
        kill_seconds: its process is ended after so long, counted from its start.
        memory_bytes: from where on DuckDB frees memory or gives up; single large values pass it.
        address_space_bytes: what the process may map, which the system keeps; code counts too.
        rows: rows of an answer; more are cut, and the answer says so.
        answer_bytes: size of an answer as JSON.
        sql_bytes: size of a question.
    """

    seconds: float = 5.0
    kill_seconds: float = 7.0
    memory_bytes: int = 512 * 2**20
    address_space_bytes: int = 1280 * 2**20
    rows: int = 1_000
    answer_bytes: int = 8 * 2**20
    sql_bytes: int = 100_000


class SandboxBusyError(QueryError):
    """Too many questions are waiting."""

    code = "busy"


class SandboxLimitError(QueryError):
    """A question needed more time or memory, or gave a larger answer, than it may."""

    code = "limit_exceeded"


@dataclass(kw_only=True, slots=True)
class Sandbox:
    """Answers questions over the current version, a few at a time.

    Attributes:
        folder: the folder of published versions.
        limits: what one question may use.
        process_count: questions answered at the same time.
        waiting_count: questions that may wait beyond these.
    """

    folder: Path
    limits: Limits = field(default_factory=Limits)
    process_count: int = 2
    waiting_count: int = 16
    _slots: asyncio.Semaphore | None = None
    _inside: int = 0

    async def ask(self, sql: str) -> dict[str, Any]:
        """Answer one SELECT.

        Returns:
            ``version``, ``columns`` (``name`` and ``type`` each), ``rows`` (a list each) and
            ``isCut``: whether there were more rows.

        Raises:
            QueryError: it is no single SELECT, or cannot be answered.
            SandboxLimitError: it needed more than ``limits`` allow.
            SandboxBusyError: too many questions are waiting.
            NoVersionError: nothing has been published.
            WarehouseError: the published file cannot be read.
        """
        if len(sql.encode()) > self.limits.sql_bytes:
            raise SandboxLimitError(f"the SQL is longer than {self.limits.sql_bytes} bytes")
        if self._slots is None:
            self._slots = asyncio.Semaphore(self.process_count)
        if self._inside >= self.process_count + self.waiting_count:
            raise SandboxBusyError("too many questions are waiting: try again later")
        self._inside += 1
        try:
            async with self._slots:
                while True:
                    version = Store(self.folder).require_current()
                    try:
                        answer = await self._answer(version, sql)
                        break
                    except (SandboxLimitError, WarehouseError):
                        if version.folder.exists():
                            raise
                        # published anew and cleaned up between the two calls
        finally:
            self._inside -= 1
        return {"version": version.manifest.version, **answer}

    async def _answer(self, version: Version, sql: str) -> dict[str, Any]:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-I", "-m", "warehouse.sandbox_process"),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            env={},
        )
        order = orjson.dumps(
            {"path": str(version.duckdb_path), "sql": sql, "limits": asdict(self.limits)}
        )
        try:
            output, _ = await asyncio.wait_for(process.communicate(order), self.limits.kill_seconds)
        except TimeoutError:
            raise SandboxLimitError(
                f"the query took longer than {self.limits.seconds:g} s"
            ) from None
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()
        if process.returncode != 0:
            raise SandboxLimitError("the query needed more memory than it may use")
        answer: dict[str, Any] = orjson.loads(output)
        if "unreadable" in answer:
            raise WarehouseError(f"{version.duckdb_path}: the file cannot be opened")
        if "refused" in answer:
            raise QueryError(answer["refused"])
        if "exceeded" in answer:
            raise SandboxLimitError(answer["exceeded"])
        return answer
