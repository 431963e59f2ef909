"""Which nights an evaluation reads, and that steps do not depend on the order of arrival."""

from __future__ import annotations

import random
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from db.alerts import Alert, ChangePoint, Series
from db.engine import Database
from db.migrate import upgrade
from db.speed import BenchmarkRun
from tests.support import ingest
from tests.watch.bench_lines import NIGHT, ending, failure, measurement, name, opening, text
from watch.alerts import record
from watch.evaluate import evaluate
from watch.history import last_measured, load

NIGHTS = [NIGHT + timedelta(days=day) for day in range(24)]
DEVICE = "abacus-2c-2gib@lab"


def submit(database: Database, night: datetime, models: tuple[str, ...] = ("a", "b")) -> int:
    """A night as a server takes it: ``a`` steps on the 12th, new software on the 18th."""
    day = NIGHTS.index(night)
    rng = random.Random(day)
    torch = "2.9.1" if day < 18 else "2.10.0"
    speed = {"a": 50 if day < 12 else 40, "b": 30.0, "c": 20.0}
    figures = [
        measurement(model, speed[model] * (1 + rng.gauss(0, 0.003)), night) for model in models
    ]
    run = [opening(night, software={"torch": torch}), *figures, ending(night)]
    ingest(database, name(night), text(run))
    with database.writing() as session:
        slug = name(night).removesuffix(".jsonl")
        id_ = session.scalars(select(BenchmarkRun.id).where(BenchmarkRun.slug == slug)).one()
        record(session, evaluate(session, id_), night)
    return id_


def steps(database: Database) -> set[tuple[str, str, str, float]]:
    with database.reading() as session:
        rows = session.execute(
            select(Series.model, BenchmarkRun.slug, ChangePoint.kind, ChangePoint.ratio)
            .join(Series, Series.id == ChangePoint.series_id)
            .join(BenchmarkRun, BenchmarkRun.id == ChangePoint.run_id)
        )
        return {(model, slug, kind, round(ratio or 0, 6)) for model, slug, kind, ratio in rows}


@pytest.mark.parametrize("seed", range(3))
def test_nights_that_arrive_in_any_order_step_alike(tmp_path: Path, seed: int) -> None:
    found: list[set[tuple[str, str, str, float]]] = []
    for order in (NIGHTS, random.Random(seed).sample(NIGHTS, len(NIGHTS))):
        database = Database(f"sqlite:///{tmp_path / str(len(found))}.sqlite3")
        upgrade(database)
        for night in order:
            # b is measured every third night only.
            submit(database, night, ("a", "b") if NIGHTS.index(night) % 3 == 0 else ("a",))
        found.append(steps(database))
        database.close()
    in_order, shuffled = found
    assert {(model, kind) for model, _, kind, _ in in_order} == {
        ("a", "detected"),
        ("a", "environment"),
        ("b", "environment"),
    }
    assert shuffled == in_order


def test_the_evaluation_of_the_last_run_reads_its_own_series(database: Database) -> None:
    for night in NIGHTS[:-1]:
        submit(database, night, ("a", "b", "c"))
    last = submit(database, NIGHTS[-1], ("b",))
    with database.reading() as session:
        evaluation = evaluate(session, last)
        assert {key.model for key in evaluation.history.series} == {"b"}
        assert {key.model for key in load(session, DEVICE).series} == {"a", "b", "c"}


def test_throughputs_of_a_run_are_those_of_its_repeats(database: Database) -> None:
    first, second = NIGHTS[:2]
    for night, repeats in ((first, 1), (second, 3)):
        figures = [
            measurement("a", 50.0 + repeat, night, repeat=repeat)
            for repeat in range(1, repeats + 1)
        ]
        ingest(database, name(night), text([opening(night), *figures, ending(night)]))
    submit(database, NIGHTS[2], ("b",))
    with database.reading() as session:
        (a, _) = load(session, DEVICE).series.values()
    assert [a.repeats(position) for position in range(4)] == [[51.0], [51.0, 52.0, 53.0], [], []]


def test_a_series_that_missed_the_first_night_of_new_software_is_not_held_against_the_old(
    database: Database,
) -> None:
    """Two halves of the models take turns; new software makes all of them slower by a tenth."""
    models = [f"net_{number}" for number in range(12)]
    for day in range(26):
        night = NIGHT + timedelta(days=day)
        rng = random.Random(day)
        is_new = day >= 20
        figures = [
            measurement(
                model, (45 if is_new else 50) * (1 + rng.gauss(0, 0.003)), night, repeat=repeat
            )
            for model in models[day % 2 :: 2]
            for repeat in (1, 2, 3)
        ]
        software = {"torch": "2.10.0" if is_new else "2.9.1"}
        run = [opening(night, software=software), *figures, ending(night)]
        ingest(database, name(night), text(run))
        with database.writing() as session:
            slug = name(night).removesuffix(".jsonl")
            id_ = session.scalars(select(BenchmarkRun.id).where(BenchmarkRun.slug == slug)).one()
            evaluation = evaluate(session, id_)
            record(session, evaluation, night)
            if day == 21:
                assert len(evaluation.night.too_young) == 6
            if day == 22:
                assert len(evaluation.night.changes) == 6
    with database.reading() as session:
        raised = session.execute(select(Alert.kind, BenchmarkRun.slug).join(BenchmarkRun)).all()
    assert raised == [("environment_change", name(NIGHT + timedelta(days=20))[:-6])]


def test_an_open_alert_tells_a_change_until_the_series_falls_farther(database: Database) -> None:
    """Ten nights at 50 images/s, six at 45, four at 36, of which nobody judges anything."""
    regressions = []
    for day in range(20):
        night = NIGHT + timedelta(days=day)
        rng = random.Random(day)
        speed = 50 if day < 10 else 45 if day < 16 else 36
        figures = [
            measurement("a", speed * (1 + rng.gauss(0, 0.003)), night, repeat=repeat)
            for repeat in (1, 2, 3)
        ]
        ingest(database, name(night), text([opening(night), *figures, ending(night)]))
        with database.writing() as session:
            slug = name(night).removesuffix(".jsonl")
            id_ = session.scalars(select(BenchmarkRun.id).where(BenchmarkRun.slug == slug)).one()
            new = record(session, evaluate(session, id_), night)
            regressions += [(day, alert.kind, round(alert.value or 0)) for alert in new]
    assert regressions == [(10, "regression", 45), (16, "regression", 36)]


def test_new_software_is_one_open_alert_when_its_first_night_comes_late(database: Database) -> None:
    for day in (*range(16, 18), 19, 20, 18):
        submit(database, NIGHTS[day])
    with database.reading() as session:
        told = session.execute(
            select(BenchmarkRun.slug, Alert.state, Alert.remark)
            .join(BenchmarkRun, BenchmarkRun.id == Alert.run_id)
            .order_by(BenchmarkRun.slug)
        ).all()
    first, later = (name(NIGHTS[day]).removesuffix(".jsonl") for day in (18, 19))
    assert [tuple(row) for row in told] == [
        (first, "open", None),
        (later, "closed", f"{first}, which came later, has this software too"),
    ]


def test_what_was_tried_last_counts_whatever_came_of_it(database: Database) -> None:
    for night, lines in (
        (NIGHTS[0], [measurement("a", 50.0, NIGHTS[0]), measurement("b", 9.0, NIGHTS[0])]),
        (NIGHTS[1], [failure("c", "oom", NIGHTS[1]), failure("a", "timeout", NIGHTS[1])]),
    ):
        ingest(database, name(night), text([opening(night), *lines, ending(night)]))
    with database.reading() as session:
        history = load(session, DEVICE)
        tried = {key.model: at for key, at in last_measured(session, history).items()}
    assert tried == {"a": 1, "b": 0, "c": 1}
