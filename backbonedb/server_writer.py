"""What the mutations of a server do: ingest a run and look at it, judge an alert, publish.

A submission is one transaction: the run, what it shows, and the answer that the sender is given
again if it asks again. A server that is killed at any moment has all of it or nothing of it.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from pathlib import Path
from threading import Event, Lock
from typing import Any

import orjson
from sqlalchemy.orm import Session
from tenacity import (
    RetryCallState,
    Retrying,
    sleep_using_event,
    stop_when_event_set,
    wait_exponential,
)

from backbonedb.looking import look_at
from db.engine import Database
from db.errors import InputError
from db.tokens import ApiToken, answer_of, keep_answer
from ingest.document import Document
from ingest.pipeline import Ingestion, Outcome
from ingest.sources.bench_job import identify
from watch import judging

LOGGER = logging.getLogger("backbonedb.api.writes")
#: Runs that arrive within so many seconds are published together.
SETTLING_S = 5.0
#: How long after a publication that failed the next one is tried; twice as long each time, but
#: changes that come meanwhile wait for it too.
RETRY_S, LONGEST_RETRY_S = 15.0, 300.0


class Publication:
    """Publishes in the background, one version after the other; failures are logged and retried.

    Args:
        database: what is published.
        folder: where to.
        settling_s: how long further changes are waited for.
        retry_s: how long after a failure the next try comes; twice as long each time.
        keep: how many versions are kept.
    """

    def __init__(
        self,
        database: Database,
        folder: Path,
        *,
        settling_s: float = SETTLING_S,
        retry_s: float = RETRY_S,
        keep: int = 3,
    ) -> None:
        self._database = database
        self._folder = folder
        self._settling_s = settling_s
        self._keep = keep
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="publication")
        self._is_closing = Event()
        self._retrying = Retrying(
            stop=stop_when_event_set(self._is_closing),
            sleep=sleep_using_event(self._is_closing),
            wait=wait_exponential(multiplier=retry_s, max=LONGEST_RETRY_S),
            after=_log_failure,
            retry_error_callback=lambda _: None,
        )
        self._is_waiting = False
        self._lock = Lock()

    def ask(self) -> None:
        """See to it that what is in the database now will be published."""
        with self._lock:
            if not self._is_waiting:
                self._is_waiting = True
                self._pool.submit(self._publish)

    def close(self) -> None:
        """Finish what was asked for; what fails now is not tried again."""
        self._is_closing.set()
        self._pool.shutdown(wait=True)

    def _publish(self) -> None:
        from warehouse.publish import publish

        self._is_closing.wait(self._settling_s)
        with self._lock:
            self._is_waiting = False
        self._retrying(publish, self._database, self._folder, keep=self._keep)


def _log_failure(attempt: RetryCallState) -> None:
    # Nobody waits for it who could be told.
    failure = attempt.outcome.exception() if attempt.outcome else None
    LOGGER.error("not published", exc_info=failure)


class ServerWriter:
    """The writer that ``api.writes`` is given. Its calls come one after the other.

    Args:
        database: where to write.
        publication: asked after every change; None: nothing is published.
        now: the clock.
    """

    def __init__(
        self,
        database: Database,
        publication: Publication | None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._database = database
        self._publication = publication
        self._now = now
        self._ingestion = Ingestion(database, now=now)
        self._pruned_on: date | None = None

    def submit(self, name: str, content: str, key: str, sender: ApiToken) -> dict[str, Any]:
        """Take a run of the benchmark job.

        Raises:
            InputError: it is no such run; nothing was taken.
            GuardError: it contradicts what is known of the run.
            IdempotencyError: the key came before with something else.
            DatabaseError: the database refused.
        """
        identity = identify(name.removesuffix(".jsonl"))
        if identity is None or not name.endswith(".jsonl"):
            raise InputError(name, "expected the canonical name of a run, bench-RUN_ID.jsonl")
        digest = hashlib.sha256(orjson.dumps([name, content])).hexdigest()
        with self._database.reading() as session:
            told = answer_of(session, sender.id, key, digest)
        if told is None:
            document = Document(
                name=name,
                shown_as=name,
                uri=f"submission:{name}",
                data=content.encode(),
                retrieved_at=self._now(),
            )

            def finish(session: Session, outcome: Outcome) -> None:
                nonlocal told
                # Another process may have been faster with the same submission.
                told = answer_of(session, sender.id, key, digest)
                if told is None:
                    slug = f"bench-{identity.subject}"
                    told = orjson.dumps({"slug": slug, "isNew": outcome.is_new}).decode()
                    now = self._now()
                    if outcome.is_new:
                        look_at(session, slug, now)
                        self._prune(session, now)
                    keep_answer(session, sender.id, key, digest, answer=told, now=now)

            outcome = self._ingestion.ingest(document, identity=identity, also=finish)
            if outcome.is_changed:
                self._changed()
        else:
            self._changed()  # a server that was killed may not have published it
        assert told is not None
        answer: dict[str, Any] = orjson.loads(told)
        return answer

    def judge(
        self, alert: int, decision: str, remark: str | None, sender: ApiToken
    ) -> dict[str, Any]:
        """Decide about an alert: ``REAL``, ``NOISE``, ``ACCEPT`` or ``MUTE``.

        Raises:
            QueryError: there is no such alert, or it cannot be accepted.
            DatabaseError: the database refused.
        """
        by, now = sender.name, self._now()
        with self._database.writing() as session:
            if decision == "ACCEPT":
                found = judging.accept(session, alert, by=by, now=now, remark=remark)
            elif decision == "MUTE":
                found = judging.mute(session, alert, now=now, remark=remark)
            else:
                verdict = decision.lower()
                found = judging.judge(session, alert, verdict, by=by, now=now, remark=remark)
            answer = {"alert": found.id, "state": found.state, "verdict": found.verdict}
        self._changed()
        return answer

    def close(self) -> None:
        """Finish publishing."""
        if self._publication is not None:
            self._publication.close()
        self._database.close()

    def _changed(self) -> None:
        if self._publication is not None:
            self._publication.ask()

    def _prune(self, session: Session, now: datetime) -> None:
        """Once a day, remove samples that are older than they are kept."""
        if self._pruned_on == now.date():
            return
        try:
            from watch.samples import KEPT_NIGHTS, prune_samples
        except ImportError:
            return
        prune_samples(session, now, KEPT_NIGHTS)
        self._pruned_on = now.date()
