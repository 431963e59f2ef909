"""One JSON line a request on the logger ``backbonedb.api``, for whoever reads logs by machine."""

from __future__ import annotations

import logging
import re
from datetime import UTC, datetime
from secrets import token_hex
from typing import Any

import orjson

LOGGER = logging.getLogger("backbonedb.api")
_REQUEST_ID = re.compile(rb"[A-Za-z0-9._-]{1,64}")


class JsonLines(logging.Formatter):
    """Formats a record as one JSON object: time, level, message and what ``extra`` gave."""

    def format(self, record: logging.LogRecord) -> str:
        """The record as one line."""
        line: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(),
            "level": record.levelname.lower(),
            "message": record.getMessage(),
            **getattr(record, "fields", {}),
        }
        if record.exc_info:
            line["exception"] = self.formatException(record.exc_info)
        return orjson.dumps(line, default=str).decode()


def log_as_json(level: int = logging.INFO) -> None:
    """Write the log to standard error, one JSON object a line.

    Args:
        level: of this package's log; of the HTTP server's only warnings are written.
    """
    handler = logging.StreamHandler()
    handler.setFormatter(JsonLines())
    for name, least in (("backbonedb", level), ("uvicorn", max(level, logging.WARNING))):
        logger = logging.getLogger(name)
        logger.handlers[:] = [handler]
        logger.setLevel(least)
        logger.propagate = False


def request_id(given: bytes | None) -> str:
    """The request's id: the one a proxy gave, if it is plain, else a new one."""
    if given is not None and _REQUEST_ID.fullmatch(given):
        return given.decode("ascii")
    return token_hex(16)
