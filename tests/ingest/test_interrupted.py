"""Killed at any moment, or many at once: the database is at the previous or the next state."""

from __future__ import annotations

import os
import random
import signal
import time
from typing import Any

import pytest
from sqlalchemy import event, func, select

from db.accuracy import Evaluation
from db.bulk import table_of
from db.checks import check
from db.engine import Database
from db.migrate import upgrade
from db.provenance import Source
from db.tables import metadata
from ingest.kinds import identify
from ingest.pipeline import Ingestion

from ..conftest import Templates
from ..support import document, in_child, ingest, results_csv, waited

pytestmark = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")

RESULTS = "results-imagenet.csv"
ROWS = 20_000
KILLS = 20
WRITERS = 8
NEW, NOTHING_NEW = 10, 11


def large(top1: float) -> str:
    """A file of 20,000 rows; every other row depends on ``top1``."""
    return results_csv(
        (f"net_{n // 4}.t{n % 2}", 224 + n % 4, top1 if n % 2 else 50.5, 95) for n in range(ROWS)
    )


OLD, NEXT = large(70.25), large(70.5)


def state(database: Database) -> tuple[Any, ...]:
    """Counts of all tables, the current revision, and the sum of the current figures."""
    with database.reading() as session:
        counts = [
            session.scalar(select(func.count()).select_from(table))
            for table in metadata.sorted_tables
        ]
        revision = session.scalar(select(Source.sha256).where(Source.is_current))
        figures = session.execute(
            select(func.count(), func.sum(Evaluation.top1 * 8)).where(
                Evaluation.until_source_id.is_(None)
            )
        ).one()
        return (*counts, revision, *figures)


def ingest_next(url: str) -> None:
    with Database(url) as database:
        source = document(RESULTS, NEXT)
        Ingestion(database).ingest(source, identity=identify(RESULTS))


@pytest.fixture(scope="module")
def old_urls() -> dict[str, str]:
    """Filled on demand: engine to URL of a database at the previous state."""
    return {}


@pytest.fixture
def old_url(engine: str, old_urls: dict[str, str], templates: Templates) -> str:
    """URL of a database at the previous state, not to be changed."""
    if engine not in old_urls:
        url = templates.empty_url(engine)
        with Database(url) as database:
            upgrade(database)
            ingest(database, RESULTS, OLD)
        old_urls[engine] = url
    return old_urls[engine]


def assert_whole(url: str, allowed: tuple[tuple[Any, ...], ...]) -> int:
    """The database is sound and at one of the allowed states; which."""
    with Database(url) as database:
        found = state(database)
        assert found in allowed
        assert [finding for _, finding in check(database) if finding] == []
    return allowed.index(found)


def states(old_url: str, templates: Templates) -> tuple[tuple[Any, ...], tuple[Any, ...], float]:
    """The previous state, the next one, and how long the way takes (seconds)."""
    with Database(old_url) as database:
        before = state(database)
    url = templates.copy_url(old_url)
    started = time.monotonic()
    assert waited(in_child(lambda: ingest_next(url))) == 0
    duration = time.monotonic() - started
    with Database(url) as database:
        after = state(database)
    assert before != after
    return before, after, duration


def test_killed_at_any_moment(old_url: str, templates: Templates) -> None:
    before, after, duration = states(old_url, templates)
    chance = random.Random(20)
    for _ in range(KILLS):
        url = templates.copy_url(old_url)
        pid = in_child(lambda: ingest_next(url))  # noqa: B023 - done before the next round
        time.sleep(chance.uniform(0, duration))
        os.kill(pid, signal.SIGKILL)
        assert waited(pid) in {-signal.SIGKILL, 0}
        settle(url)
        assert_whole(url, (before, after))
    ingest_next(url)  # the last one may be gone on with
    assert assert_whole(url, (before, after)) == 1


def settle(url: str) -> None:
    """Wait until a server has noticed that its client is gone and has taken its work back."""
    with Database(url) as database, database.writing():
        pass


def test_killed_before_each_statement(old_url: str, templates: Templates) -> None:
    """Not at random: once before every statement, and before the commit."""
    before, after, _ = states(old_url, templates)
    outcomes = []
    for number in range(1, 100):
        url = templates.copy_url(old_url)
        pid = in_child(lambda: ingest_and_die(url, number))  # noqa: B023 - as above
        status = waited(pid)
        assert status in {-signal.SIGKILL, 0}
        settle(url)
        outcomes.append(assert_whole(url, (before, after)))
        if status == 0:
            break
    assert outcomes == [0] * (len(outcomes) - 1) + [1]
    assert len(outcomes) > 5


def ingest_and_die(url: str, number: int) -> None:
    """Ingest, and die before the ``number``-th event that writes or commits."""
    seen = 0

    def count(*_: Any) -> None:
        nonlocal seen
        seen += 1
        if seen == number:
            os.kill(os.getpid(), signal.SIGKILL)

    with Database(url) as database:

        def count_writes(_c: Any, _u: Any, statement: str, *_: Any) -> None:
            if statement.startswith(("INSERT", "UPDATE", "DELETE")):
                count()

        event.listen(database._writer, "before_cursor_execute", count_writes)
        event.listen(database._writer, "commit", count)
        ingest_source(database)


def ingest_source(database: Database) -> bool:
    source = document(RESULTS, NEXT)
    return Ingestion(database).ingest(source, identity=identify(RESULTS)).is_new


def test_one_of_many_processes_ingests_and_none_fails(old_url: str, templates: Templates) -> None:
    url = templates.copy_url(old_url)
    gate_out, gate_in = os.pipe()

    def ingest_when_told() -> int:
        os.close(gate_in)
        os.read(gate_out, 1)  # until everybody is there
        with Database(url, lock_timeout_s=120) as database:
            return NEW if ingest_source(database) else NOTHING_NEW

    pids = [in_child(ingest_when_told) for _ in range(WRITERS)]
    os.close(gate_out)
    os.close(gate_in)
    assert sorted(map(waited, pids)) == [NEW] + [NOTHING_NEW] * (WRITERS - 1)
    with Database(url) as database:
        assert [finding for _, finding in check(database) if finding] == []
        with database.reading() as session:
            assert session.scalar(select(func.count()).select_from(table_of(Source))) == 2
