"""Rule 2 and rule 8: revisions supersede each other, and what was true once can be asked for."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import or_, select

from db.accuracy import Evaluation
from db.checks import check
from db.engine import Database
from db.errors import GuardError, InputError
from db.notes import VariantLabel
from db.provenance import DataState, Ingest, LogicalSource, Source, SourceRow
from db.speed import Measurement
from ingest.kinds import identify
from ingest.pipeline import Ingestion

from ..support import (
    all_rows,
    benchmark_csv,
    differences,
    document,
    ingest,
    registry_jsonl,
    results_csv,
)

RESULTS = "results-imagenet.csv"
BENCHMARK = "benchmark-infer-amp-nchw-pt240-cu124-rtx4090.csv"
A = results_csv([("a.t", 224, 80, 95), ("b.t", 224, 70, 90), ("c.t", 224, 60, 85)])
B = results_csv([("a.t", 224, 80, 95), ("b.t", 224, 70.5, 90), ("d.t", 224, 50, 75)])


def day(number: int) -> datetime:
    return datetime(2025, 1, number, tzinfo=UTC)


def rows(database: Database, *where: Any) -> dict[int, tuple[Any, ...]]:
    with database.reading() as session:
        return {
            row.id: (row.name_written, row.top1, row.source_id, row.until_source_id, row.is_shown)
            for row in session.scalars(select(Evaluation).where(*where))
        }


def current(database: Database) -> dict[str, float]:
    found = rows(database, Evaluation.until_source_id.is_(None))
    return {name: top1 for name, top1, *_ in found.values()}


def test_a_b_a(database: Database) -> None:
    assert ingest(database, RESULTS, A).counts is not None
    first = rows(database)
    second = ingest(database, RESULTS, B)
    assert second.counts is not None
    assert (second.counts.added, second.counts.closed, second.counts.unchanged) == (2, 2, 1)
    now = rows(database)
    by_name = {name: id_ for id_, (name, *_) in first.items()}
    assert now[by_name["a.t"]] == first[by_name["a.t"]]  # unchanged: the same row
    assert now[by_name["b.t"]][3] == 2 and now[by_name["c.t"]][3] == 2  # closed by revision 2
    assert not now[by_name["b.t"]][4]
    assert current(database) == {"a.t": 80, "b.t": 70.5, "d.t": 50}
    third = ingest(database, RESULTS, A)
    assert third.counts is not None
    assert (third.counts.added, third.counts.closed, third.counts.unchanged) == (2, 2, 1)
    assert current(database) == {"a.t": 80, "b.t": 70, "c.t": 60}
    assert not ingest(database, RESULTS, A).is_new
    with database.reading() as session:
        sources = session.execute(select(Source.is_current).order_by(Source.id)).all()
        assert [row[0] for row in sources] == [False, False, True]
        assert session.scalar(select(DataState.version)) == 3
    assert [finding for _, finding in check(database) if finding] == []


def test_nothing_happens_to_the_current_revision_under_any_path_or_name(database: Database) -> None:
    ingest(database, RESULTS, A)
    before = all_rows(database)
    for name in (RESULTS, "results-all.csv", "timm/results-imagenet.csv"):
        assert not ingest(database, name, A).is_new
    assert differences(before, all_rows(database)) == []


def test_the_ingest_is_written_down(database: Database) -> None:
    ingest(database, RESULTS, A)
    ingest(database, RESULTS, B, force=True)
    with database.reading() as session:
        found = session.execute(
            select(
                Ingest.source_id,
                Ingest.added_count,
                Ingest.closed_count,
                Ingest.unchanged_count,
                Ingest.is_forced,
            ).order_by(Ingest.id)
        ).all()
    assert [tuple(row) for row in found] == [(1, 3, 0, 0, False), (2, 2, 2, 1, True)]


@pytest.mark.parametrize("engine", ["sqlite"])
def test_a_row_points_at_the_line_it_was_first_seen_in(database: Database) -> None:
    ingest(database, RESULTS, A)
    header, *lines = A.splitlines(keepends=True)
    ingest(database, RESULTS, header + "".join(reversed(lines)))
    with database.reading() as session:
        for row in session.execute(
            select(Evaluation.name_written, SourceRow.cells).join(
                SourceRow,
                (SourceRow.source_id == Evaluation.source_id) & (SourceRow.line == Evaluation.line),
            )
        ):
            assert row.cells.startswith(f'["{row.name_written}",')
        assert session.scalars(select(Evaluation.source_id)).all() == [1, 1, 1]


def state_as_of(
    database: Database, *, ingested: datetime | None = None, published: datetime | None = None
) -> dict[str, float]:
    """The reference answer: which accuracies a reader would have been shown at a time.

    Of every logical source the revision in force is the newest one, by publication or by ingest,
    that is not after the time. A row belongs to the state that this revision left if it, or one
    ingested before it, brought the row and no revision up to it ended the row.
    """
    with database.reading() as session:
        if published is not None:
            order: Any = (Source.published_at, Source.id)
            listed = select(Source.id).where(Source.published_at <= published)
        else:
            order = (Source.id,)
            listed = (
                select(Source.id)
                .join(Ingest, Ingest.source_id == Source.id)
                .where(Ingest.finished_at <= ingested)
            )
        in_force = session.scalars(
            listed.order_by(*(column.desc() for column in order)).limit(1)
        ).first()
        if in_force is None:
            return {}
        found = session.execute(
            select(Evaluation.name_written, Evaluation.top1).where(
                Evaluation.source_id <= in_force,
                or_(Evaluation.until_source_id.is_(None), Evaluation.until_source_id > in_force),
            )
        ).all()
        return dict(found)


STATES = {
    "A": {"a.t": 80, "b.t": 70, "c.t": 60},
    "B": {"a.t": 80, "b.t": 70.5, "d.t": 50},
}


def ingest_at(database: Database, text: str, *, at: int, published: int) -> None:
    source = document(RESULTS, text, published=day(published))
    Ingestion(database, now=lambda: day(at)).ingest(source, identity=identify(RESULTS))


def test_as_of_ingest_and_publication_in_order(database: Database) -> None:
    ingest_at(database, A, at=10, published=1)
    ingest_at(database, B, at=20, published=2)
    ingest_at(database, A, at=30, published=3)
    for moment, wanted in [(9, {}), (10, STATES["A"]), (25, STATES["B"]), (30, STATES["A"])]:
        assert state_as_of(database, ingested=day(moment)) == wanted
    for moment, wanted in [(1, STATES["A"]), (2, STATES["B"]), (3, STATES["A"])]:
        assert state_as_of(database, published=day(moment)) == wanted
    assert state_as_of(database, published=datetime(2024, 12, 31, tzinfo=UTC)) == {}


def test_an_older_publication_that_arrives_later(database: Database) -> None:
    ingest_at(database, B, at=10, published=5)
    ingest_at(database, A, at=20, published=2)
    assert current(database) == STATES["A"]  # the revision ingested last is the current one
    assert state_as_of(database, published=day(3)) == STATES["A"]
    assert state_as_of(database, published=day(5)) == STATES["B"]
    assert state_as_of(database, ingested=day(15)) == STATES["B"]
    ingest_at(database, B, at=30, published=5)
    assert current(database) == STATES["B"]
    assert state_as_of(database, published=day(3)) == STATES["A"]


def test_history_of_benchmarks_and_labels(database: Database) -> None:
    ingest(database, BENCHMARK, benchmark_csv([("a", 224, 256, 100), ("b", 224, 256, 200)]))
    ingest(database, BENCHMARK, benchmark_csv([("a", 224, 256, 100), ("b", 224, 128, 200)]))
    ingest(database, "model_metadata-in1k.csv", "model,pretrain\na,in1k\nb,in21k\n")
    ingest(database, "model_metadata_in1k.csv", "model,pretrain\na,in1k\nb,in22k\n")
    with database.reading() as session:
        speeds = session.execute(
            select(
                Measurement.name_written, Measurement.batch_size, Measurement.until_source_id
            ).order_by(Measurement.name_written, Measurement.source_id)
        ).all()
        labels = session.execute(
            select(
                VariantLabel.name_written, VariantLabel.pretrain, VariantLabel.until_source_id
            ).order_by(VariantLabel.name_written, VariantLabel.source_id)
        ).all()
    assert [tuple(row) for row in speeds] == [("a", 256, None), ("b", 256, 2), ("b", 128, None)]
    assert [tuple(row) for row in labels] == [
        ("a", "in1k", None),
        ("b", "in21k", 4),
        ("b", "in22k", None),
    ]


def test_a_figure_that_becomes_missing_and_comes_back(database: Database) -> None:
    header = "model,infer_samples_per_sec,infer_step_time,infer_batch_size,infer_img_size\n"
    ingest(database, BENCHMARK, header + "a,100.0,10.0,1,224\n")
    ingest(database, BENCHMARK, header + "a,,,,224\n")
    ingest(database, BENCHMARK, header + "a,100.0,10.0,1,224\n")
    with database.reading() as session:
        found = session.execute(
            select(Measurement.status, Measurement.until_source_id).order_by(Measurement.id)
        ).all()
    assert [tuple(row) for row in found] == [("ok", 2), ("missing", 3), ("ok", None)]


# --- publishers ---


def shown(database: Database) -> list[tuple[str, float]]:
    with database.reading() as session:
        found = session.execute(
            select(LogicalSource.publisher, Evaluation.top1)
            .join(LogicalSource, LogicalSource.id == Evaluation.logical_source_id)
            .where(Evaluation.is_shown)
        ).all()
        return [(publisher, top1) for publisher, top1 in found]


@pytest.mark.parametrize("first", ["timm", "zoo", "lab"])
def test_timm_s_own_figure_is_shown_and_the_others_stand_beside_it(
    database: Database, first: str
) -> None:
    figures = {"timm": 80.0, "zoo": 81.0, "lab": 82.0}
    for publisher in sorted(figures, key=lambda name: name != first):
        text = results_csv([("a.t", 224, figures[publisher], 95)])
        ingest(database, f"{publisher}/{RESULTS}", text)
    assert shown(database) == [("timm", 80.0)]
    assert sorted(top1 for _, top1, *_ in rows(database).values()) == [80.0, 81.0, 82.0]
    # timm drops it: the next publisher in order is shown
    ingest(database, RESULTS, results_csv([("b.t", 224, 50, 75)]))
    assert sorted(shown(database)) == [("lab", 82.0), ("timm", 50.0)]
    # and takes it up again
    ingest(database, RESULTS, results_csv([("a.t", 224, 79, 95)]))
    assert shown(database) == [("timm", 79.0)]
    assert [finding for _, finding in check(database) if finding] == []


def test_of_other_publishers_the_one_that_published_last_is_shown(database: Database) -> None:
    for publisher, year, top1 in (("alab", 2024, 80), ("zlab", 2026, 81)):
        text = results_csv([("a.t", 224, top1, 95)])
        published = datetime(year, 1, 1, tzinfo=UTC)
        ingest(database, f"{publisher}/{RESULTS}", text, published=published)
    with database.reading() as session:
        shown = session.scalars(select(Evaluation.top1).where(Evaluation.is_shown)).all()
    assert shown == [81]


def test_another_publisher_s_speeds_are_its_own(database: Database) -> None:
    ingest(database, BENCHMARK, benchmark_csv([("a", 224, 256, 100), ("b", 224, 256, 200)]))
    ingest(database, f"lab/{BENCHMARK}", benchmark_csv([("a", 224, 256, 50)]))
    with database.reading() as session:
        found = session.execute(
            select(Measurement.samples_per_second, Measurement.until_source_id)
        ).all()
    assert sorted(found) == [(50.0, None), (100.0, None), (200.0, None)]


def test_there_is_one_registry(database: Database) -> None:
    with pytest.raises(InputError, match="no registry"):
        ingest(database, "lab/timm-registry.jsonl", registry_jsonl({}))


# --- guards ---


def many(count: int, *, top1: float = 70.0, moved: int = 0, by: float = 0.0) -> str:
    return results_csv(
        (f"net_{n}.t", 224, round(top1 + (by if n < moved else 0), 3), 95) for n in range(count)
    )


@pytest.mark.parametrize(
    ("before", "after", "is_refused"),
    [
        (100, 94, True),
        (100, 95, False),
        (99, 1, False),  # under 100 rows nothing is guarded
        (100, 200, False),
        (1556, 1478, True),
        (1556, 1479, False),
    ],
)
@pytest.mark.parametrize("engine", ["sqlite"])
def test_a_file_that_shrank(database: Database, before: int, after: int, is_refused: bool) -> None:
    ingest(database, RESULTS, many(before))
    state = all_rows(database)
    if is_refused:
        with pytest.raises(GuardError, match=f"{after} rows.*{before}.*--force"):
            ingest(database, RESULTS, many(after))
        assert differences(state, all_rows(database)) == []
        assert ingest(database, RESULTS, many(after), force=True).is_new
    else:
        assert ingest(database, RESULTS, many(after)).is_new
    assert len(current(database)) == after


@pytest.mark.parametrize(
    ("moved", "by", "is_refused"),
    [(6, 1.5, True), (5, 1.5, False), (100, 1.0, False), (100, -1.001, True), (6, -30.0, True)],
)
@pytest.mark.parametrize("engine", ["sqlite"])
def test_accuracies_that_moved(database: Database, moved: int, by: float, is_refused: bool) -> None:
    ingest(database, RESULTS, many(100))
    state = all_rows(database)
    text = many(100, moved=moved, by=by)
    if is_refused:
        with pytest.raises(GuardError, match=rf"in {moved} of 100 rows.*--force"):
            ingest(database, RESULTS, text)
        assert differences(state, all_rows(database)) == []
    assert ingest(database, RESULTS, text, force=is_refused).is_new


@pytest.mark.parametrize("engine", ["sqlite"])
def test_new_rows_do_not_hide_old_ones_that_moved(database: Database) -> None:
    """The share is of the pairs that both revisions have, not of all rows."""
    ingest(database, RESULTS, many(100))
    text = results_csv(
        [
            *((f"net_{n}.t", 224, 73.0 if n < 6 else 70.0, 95) for n in range(100)),
            *((f"new_{n}.t", 224, 50.0, 95) for n in range(1000)),
        ]
    )
    with pytest.raises(GuardError):
        ingest(database, RESULTS, text)


@pytest.mark.parametrize("engine", ["sqlite"])
def test_benchmarks_and_labels_are_guarded_against_loss_too(database: Database) -> None:
    def speeds(count: int) -> str:
        return benchmark_csv((f"net_{n}", 224, 256, 100) for n in range(count))

    def labels(count: int) -> str:
        return "model,pretrain\n" + "".join(f"net_{n},in1k\n" for n in range(count))

    def lose(name: str, texts: Iterable[str]) -> None:
        whole, part = texts
        ingest(database, name, whole)
        with pytest.raises(GuardError):
            ingest(database, name, part)
        ingest(database, name, part, force=True)

    lose(BENCHMARK, (speeds(100), speeds(94)))
    lose("model_metadata-in1k.csv", (labels(100), labels(94)))
