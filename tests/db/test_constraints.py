"""The database itself refuses what must not be, whoever writes it and on either engine."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import ForeignKeyConstraint, insert, select
from sqlalchemy.orm import DeclarativeBase

from db.accuracy import Dataset, Evaluation
from db.base import Base
from db.bulk import insert_rows, table_of
from db.catalogue import Alias, Family, Licence, Model, Resolution, Variant
from db.engine import Database
from db.errors import DatabaseError
from db.literature import ModelPaper, Paper, VariantPaper
from db.notes import Note, NoteModel, NotePaper, NoteRemark, NoteSize, NoteTrainer, VariantLabel
from db.provenance import DataState, Ingest, LogicalSource, Problem, Source, SourceRow
from db.speed import BenchmarkRun, Environment, Measurement, MeasurementSamples

NAN, INFINITY = float("nan"), float("inf")
NOW = datetime(2026, 1, 1, tzinfo=UTC)
NOWHERE = 987_654

#: Where the tables are declared that are tried here.
MODULES = {
    f"db.{name}" for name in ("accuracy", "catalogue", "literature", "notes", "provenance", "speed")
}
#: One good row of every table, in an order in which they can be inserted.
GOOD: dict[type[DeclarativeBase], dict[str, Any]] = {
    DataState: {"id": 1, "version": 1, "changed_at": NOW, "rules_sha256": "0" * 64},
    LogicalSource: {"id": 1, "publisher": "timm", "kind": "results", "subject": "imagenet"},
    Source: {
        "id": 1,
        "logical_source_id": 1,
        "name": "results-imagenet.csv",
        "uri": "file:///results-imagenet.csv",
        "retrieved_at": NOW,
        "sha256": "0" * 64,
        "byte_count": 10,
        "row_count": 1,
        "is_current": True,
    },
    SourceRow: {"source_id": 1, "line": 2, "cells": "[]"},
    Ingest: {
        "id": 1,
        "source_id": 1,
        "started_at": NOW,
        "finished_at": NOW,
        "added_count": 1,
        "closed_count": 0,
        "unchanged_count": 0,
        "program_version": "0",
        "is_forced": False,
    },
    Problem: {"id": 1, "source_id": 1, "code": "odd", "text": "odd", "is_derived": False},
    Family: {"id": 1, "name": "resnet", "title": "ResNet"},
    Model: {
        "id": 1,
        "name": "resnet50",
        "family_id": 1,
        "year": 2015,
        "year_source": "paper",
        "parameters": 2**40,
        "is_registered": True,
    },
    Licence: {"id": 1, "name": "apache-2.0", "title": "Apache", "commercial_use": "unknown"},
    Variant: {
        "id": 1,
        "model_id": 1,
        "name": "resnet50.a1_in1k",
        "tag": "a1_in1k",
        "licence_id": 1,
        "class_count": 0,
        "is_registered": True,
        "is_default": True,
    },
    Resolution: {
        "id": 1,
        "variant_id": 1,
        "purpose": "test",
        "height": 288,
        "width": 288,
        "crop_pct": 0.95,
        "is_fixed": False,
    },
    Alias: {"id": 1, "name": "old", "kind": "deprecated", "model_id": 1, "variant_id": 1},
    Paper: {
        "id": 1,
        "key": "1512.03385",
        "arxiv_id": "1512.03385",
        "url": "https://arxiv.org/abs/1512.03385",
        "submitted": "2015-12",
        "submitted_precision": "month",
        "doi": "10.1/1",
    },
    ModelPaper: {
        "model_id": 1,
        "paper_id": 1,
        "relation": "introduces",
        "source": "curated",
        "confidence": "high",
    },
    VariantPaper: {
        "variant_id": 1,
        "paper_id": 1,
        "relation": "trains",
        "source": "paper_ids",
        "confidence": "high",
    },
    Dataset: {
        "id": 1,
        "name": "imagenet",
        "title": "ImageNet",
        "class_count": 1000,
        "image_count": 50_000,
        "paper_id": 1,
    },
    Evaluation: {
        "id": 1,
        "logical_source_id": 1,
        "source_id": 1,
        "line": 2,
        "dataset_id": 1,
        "variant_id": 1,
        "name_written": "resnet50.a1_in1k",
        "img_size": 224,
        "top1": 80.1,
        "top5": 95.2,
        "param_count": 25.56,
        "crop_pct": 0.95,
        "is_shown": True,
    },
    Environment: {
        "id": 1,
        "slug": "rtx4090",
        "device_key": "rtx4090",
        "device_kind": "cuda",
        "device_count": 1,
    },
    BenchmarkRun: {
        "id": 1,
        "slug": "infer",
        "logical_source_id": 1,
        "environment_id": 1,
        "task": "infer",
        "precision": "amp",
        "layout": "nchw",
        "compile": "off",
        "protocol": "timm-mean",
    },
    Measurement: {
        "id": 1,
        "run_id": 1,
        "source_id": 1,
        "line": 2,
        "model_id": 1,
        "name_written": "resnet50",
        "img_size": 224,
        "batch_size": 256,
        "status": "ok",
        "samples_per_second": 3000.5,
        "step_time_ms": 85.3,
        "gmacs": 4.11,
        "macts": 0.0,
        "param_count": 25.56,
        "is_contradictory": False,
    },
    MeasurementSamples: {"source_id": 1, "line": 2, "samples_ms": "[1.5]"},
    Note: {
        "id": 1,
        "source_id": 1,
        "position": 1,
        "title": "timm/resnet50",
        "link_variant_id": 1,
        "image_sizes": ["224x224"],
        "line": 3,
        "end_line": 5,
    },
    NoteRemark: {
        "note_id": 1,
        "position": 1,
        "kind": "bullet",
        "line": 4,
        "raw": "- text",
        "text": "text",
    },
    NoteSize: {
        "note_id": 1,
        "position": 1,
        "purpose": "any",
        "height": 224,
        "width": 224,
        "line": 4,
    },
    NoteModel: {
        "note_id": 1,
        "position": 1,
        "name_written": "resnet50",
        "relation": "subject",
        "model_id": 1,
        "variant_id": 1,
        "family_id": 1,
    },
    NoteTrainer: {"note_id": 1, "token": "rw", "person": "Ross Wightman", "remark_position": 1},
    NotePaper: {"note_id": 1, "arxiv_id": "1512.03385", "relation": "introduces"},
    VariantLabel: {
        "id": 1,
        "logical_source_id": 1,
        "source_id": 1,
        "line": 2,
        "variant_id": 1,
        "name_written": "resnet50",
        "pretrain": "in1k",
    },
}

#: Values that a good row must not be changed to.
BAD: list[tuple[type[DeclarativeBase], dict[str, Any]]] = [
    *(
        (Evaluation, {column: value})
        for column in ("top1", "top5")
        for value in (-0.1, 100.1, NAN, INFINITY, -INFINITY)
    ),
    *(
        (Evaluation, {column: value})
        for column in ("param_count", "crop_pct")
        for value in (INFINITY, -INFINITY)
    ),
    (Evaluation, {"top1": 95.3}),
    (Evaluation, {"img_size": 0}),
    (Evaluation, {"param_count": 0.0}),
    (Evaluation, {"crop_pct": -0.5}),
    (Evaluation, {"until_source_id": 1}),
    (Measurement, {"img_size": -1}),
    (Measurement, {"batch_size": 0}),
    (Measurement, {"batch_size": None}),
    (Measurement, {"samples_per_second": None}),
    (Measurement, {"status": "fine"}),
    *(
        (Measurement, {column: value})
        for column in ("samples_per_second", "step_time_ms", "gmacs", "macts", "param_count")
        for value in (INFINITY, -INFINITY, -1.0)
    ),
    (Measurement, {"samples_per_second": 0.0}),
    (Measurement, {"step_time_ms": 0.0}),
    (Measurement, {"until_source_id": 1}),
    (BenchmarkRun, {"task": "guess"}),
    (BenchmarkRun, {"precision": "fp8"}),
    (BenchmarkRun, {"layout": "chw"}),
    (BenchmarkRun, {"compile": "yes"}),
    (BenchmarkRun, {"protocol": "stopwatch"}),
    (Environment, {"device_kind": "gpu"}),
    (Environment, {"device_count": 0}),
    (Model, {"year_source": "guess"}),
    (Model, {"year": 1949}),
    (Model, {"year": 2101}),
    (Model, {"year": None}),
    (Model, {"year_source": None}),
    (Model, {"parameters": 0}),
    (Variant, {"class_count": -1}),
    (Licence, {"commercial_use": "maybe"}),
    (Licence, {"commercial_use": "yes", "source_url": None}),
    (Resolution, {"purpose": "validation"}),
    (Resolution, {"height": 0}),
    (Resolution, {"width": -224}),
    (Resolution, {"crop_pct": INFINITY}),
    (Resolution, {"crop_pct": 0.0}),
    (Alias, {"kind": "nickname"}),
    (Paper, {"submitted_precision": "week"}),
    (Paper, {"submitted_precision": None}),
    (Paper, {"revised": "2016"}),
    (Paper, {"revised_precision": "year"}),
    (ModelPaper, {"relation": "trains"}),
    (ModelPaper, {"source": "guess"}),
    (ModelPaper, {"confidence": "sure"}),
    (VariantPaper, {"relation": "introduces"}),
    (Dataset, {"class_count": 0}),
    (Dataset, {"image_count": -1}),
    (Note, {"date_precision": "week"}),
    (NoteRemark, {"kind": "heading"}),
    (NoteRemark, {"parent_position": 1}),
    (NoteSize, {"purpose": "validation"}),
    (NoteSize, {"height": 0}),
    (NoteModel, {"relation": "friend"}),
    (NotePaper, {"relation": "cites"}),
    (VariantLabel, {"until_source_id": 1}),
    (LogicalSource, {"kind": "rumour"}),
    (Source, {"sha256": "0" * 63}),
    (DataState, {"id": 2}),
]

#: A second good row beside the first, where a natural key forbids it.
REPEATED: list[tuple[type[DeclarativeBase], dict[str, Any]]] = [
    (LogicalSource, {"id": 2}),
    (Source, {"id": 2}),  # a second current revision
    (SourceRow, {}),
    (Ingest, {"id": 2}),
    (Family, {"id": 2}),
    (Model, {"id": 2}),
    (Licence, {"id": 2}),
    (Variant, {"id": 2}),
    (Resolution, {"id": 2}),
    (Alias, {"id": 2}),
    (Paper, {"id": 2, "arxiv_id": None, "doi": None}),
    (Paper, {"id": 2, "key": "other", "doi": None}),
    (Paper, {"id": 2, "key": "other", "arxiv_id": None}),
    (ModelPaper, {}),
    (ModelPaper, {"paper_id": 2}),  # a second introducing paper
    (VariantPaper, {}),
    (Dataset, {"id": 2}),
    (Evaluation, {"id": 2, "is_shown": False}),
    (Environment, {"id": 2}),
    (BenchmarkRun, {"id": 2, "logical_source_id": 2}),
    (BenchmarkRun, {"id": 2, "slug": "other"}),
    (Measurement, {"id": 2}),
    (Note, {"id": 2}),
    (NoteRemark, {}),
    (NoteSize, {}),
    (NoteModel, {}),
    (NoteTrainer, {}),
    (NotePaper, {}),
    (VariantLabel, {"id": 2}),
    (DataState, {}),
]


def table_name(entity: type[DeclarativeBase]) -> str:
    return table_of(entity).name


def described(case: Any) -> str:
    if isinstance(case, dict):
        return ",".join(f"{column}={value}" for column, value in case.items()) or "same"
    return table_name(case)


@pytest.fixture
def good(database: Database) -> Database:
    """A database with one good row in every table."""
    with database.writing() as session:
        for entity, row in GOOD.items():
            session.execute(insert(entity).values(**row))
    return database


def test_there_is_a_good_row_of_every_table(good: Database) -> None:
    assert {
        mapper.class_ for mapper in Base.registry.mappers if mapper.class_.__module__ in MODULES
    } == set(GOOD)
    with good.reading() as session:
        for entity in GOOD:
            assert len(session.execute(select(table_of(entity))).all()) == 1


@pytest.fixture(scope="module")
def good_urls() -> dict[str, str]:
    """Filled on demand: engine to URL of a database with one good row in every table."""
    return {}


@pytest.fixture
def shared_good(engine: str, good_urls: dict[str, str], request: pytest.FixtureRequest) -> Any:
    """As ``good``, one for all tests that leave no trace."""
    if engine not in good_urls:
        database = request.getfixturevalue("good")
        good_urls[engine] = database.url.render_as_string(hide_password=False)
    with Database(good_urls[engine]) as shared:
        yield shared


def refused(database: Database, entity: type[DeclarativeBase], row: dict[str, Any]) -> None:
    """Write a row in both ways that there are; neither may be taken."""
    with pytest.raises(DatabaseError), database.writing() as session:
        session.execute(insert(entity).values(**row))
    plain = {name: value for name, value in row.items() if not isinstance(value, datetime | list)}
    if plain.keys() == row.keys():
        with pytest.raises(DatabaseError), database.writing() as session:
            insert_rows(session, entity, tuple(plain), [tuple(plain.values())])


@pytest.mark.parametrize(("entity", "change"), BAD, ids=described)
def test_bad_values_are_refused(
    shared_good: Database, entity: type[DeclarativeBase], change: dict[str, Any]
) -> None:
    with pytest.raises(DatabaseError), shared_good.writing() as session:
        session.execute(table_of(entity).update().values(**change))


@pytest.mark.parametrize(
    ("entity", "column"),
    [
        (Evaluation, "param_count"),
        (Evaluation, "crop_pct"),
        (Measurement, "step_time_ms"),
        (Measurement, "gmacs"),
        (Measurement, "macts"),
        (Measurement, "param_count"),
        (Resolution, "crop_pct"),
    ],
    ids=lambda case: described(case) if isinstance(case, type) else case,
)
def test_what_may_be_empty_is_never_nan(
    good: Database, entity: type[DeclarativeBase], column: str
) -> None:
    """PostgreSQL refuses NaN; SQLite has none and stores NULL instead."""
    try:
        with good.writing() as session:
            session.execute(table_of(entity).update().values({column: NAN}))
    except DatabaseError:
        stored = GOOD[entity][column]
    else:
        assert good.dialect == "sqlite"
        stored = None
    with good.reading() as session:
        assert session.scalar(select(table_of(entity).c[column])) == stored


@pytest.mark.parametrize(("entity", "change"), REPEATED, ids=described)
def test_a_natural_key_is_taken_once(
    shared_good: Database, entity: type[DeclarativeBase], change: dict[str, Any]
) -> None:
    refused(shared_good, entity, GOOD[entity] | change)


def _references() -> list[tuple[type[DeclarativeBase], tuple[str, ...]]]:
    return [
        (entity, tuple(sorted(column.name for column in constraint.columns)))
        for entity in GOOD
        for constraint in sorted(table_of(entity).constraints, key=lambda found: str(found.name))
        if isinstance(constraint, ForeignKeyConstraint)
    ]


@pytest.mark.parametrize(
    ("entity", "columns"),
    _references(),
    ids=lambda case: described(case) if isinstance(case, type) else "+".join(case),
)
def test_nothing_refers_to_what_is_not_there(
    shared_good: Database, entity: type[DeclarativeBase], columns: tuple[str, ...]
) -> None:
    table = table_of(entity)
    changed = [column for column in columns if column not in {"note_id"} or len(columns) == 1]
    row = GOOD[entity] | dict.fromkeys(changed, NOWHERE)
    keys = [table.c[name] for name in row if table.c[name].primary_key]
    with pytest.raises(DatabaseError), shared_good.writing() as session:
        found = [key == GOOD[entity][key.name] for key in keys]
        session.execute(table.update().where(*found).values({c: row[c] for c in changed}))


@pytest.mark.parametrize(
    "entity",
    [
        LogicalSource,
        Source,
        Model,
        Variant,
        Paper,
        Dataset,
        Note,
        Family,
        Environment,
        BenchmarkRun,
        Licence,
    ],
    ids=table_name,
)
def test_what_others_refer_to_stays(shared_good: Database, entity: type[DeclarativeBase]) -> None:
    with pytest.raises(DatabaseError), shared_good.writing() as session:
        session.execute(table_of(entity).delete())


def test_zero_and_a_hundred_percent_are_fine(good: Database) -> None:
    for number, (top1, top5) in enumerate([(0.0, 0.0), (100.0, 100.0), (0.0, 100.0)], 2):
        row = GOOD[Evaluation] | {"id": number, "img_size": 224 + number}
        with good.writing() as session:
            session.execute(insert(Evaluation).values(**row | {"top1": top1, "top5": top5}))


def test_an_instant_keeps_its_microseconds_and_needs_a_zone(good: Database) -> None:
    moment = datetime(2026, 2, 28, 23, 59, 59, 123_456, tzinfo=UTC)
    with good.writing() as session:
        session.execute(table_of(DataState).update().values(changed_at=moment))
    with good.reading() as session:
        assert session.scalar(select(DataState.changed_at)) == moment
    with pytest.raises(Exception, match="needs its zone"), good.writing() as session:
        session.execute(table_of(DataState).update().values(changed_at=moment.replace(tzinfo=None)))


def test_text_is_ordered_by_bytes_on_both_engines(good: Database) -> None:
    names = ["Zeta", "alpha", "alpha_b", "alphab", "Ärger", "beta.x", "beta_x"]
    with good.writing() as session:
        session.execute(
            insert(Family),
            [{"id": number, "name": name, "title": name} for number, name in enumerate(names, 2)],
        )
    with good.reading() as session:
        found = session.scalars(select(Family.name).order_by(Family.name)).all()
    assert found == sorted([*names, "resnet"], key=str.encode)
