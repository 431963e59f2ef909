"""The real input in one database, each figure compared with a second, slow reading of the files."""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select, update

from db.accuracy import Dataset, Evaluation
from db.catalogue import Alias, Family, Model, Variant
from db.checks import check
from db.engine import Database
from db.leaderboard import leaderboard
from db.literature import ModelPaper, Paper
from db.notes import Note, NoteModel, NoteRemark, VariantLabel
from db.provenance import DataState, Problem, Source, SourceRow
from db.speed import BenchmarkRun, Measurement
from ingest.document import read_document
from ingest.pipeline import Ingestion

from ..conftest import real_sources
from ..support import all_facts, all_rows, differences

pytestmark = pytest.mark.realdata

DATASETS = {
    "results-imagenet-a-clean.csv": "imagenet-a-clean",
    "results-imagenet-a.csv": "imagenet-a",
    "results-imagenet-r-clean.csv": "imagenet-r-clean",
    "results-imagenet-r.csv": "imagenet-r",
    "results-imagenet-real.csv": "imagenet-real",
    "results-imagenet.csv": "imagenet",
    "results-imagenetv2-matched-frequency.csv": "imagenetv2-matched-frequency",
    "results-sketch.csv": "sketch",
}
#: Years by rule 5 of the models that the notes date otherwise than their papers, or not at all.
YEARS = {
    # subjects of entries
    "coat_lite_mini": (2021, "note"),
    "beitv2_base_patch16_224": (2022, "note"),
    # families of the entries' subjects
    "beitv2_large_patch16_224": (2022, "note_family"),
    "coat_tiny": (2021, "note_family"),
    "deit3_huge_patch14_224": (2022, "note_family"),
    # and those that date otherwise than the introducing paper
    "densenet121": (2018, "note"),
    "densenet161": (2018, "note_family"),
    "dla34": (2019, "note"),
    "dla102": (2019, "note_family"),
    "bat_resnext26ts": (2017, "note"),
    # listed siblings; one of them is a subject too
    "cs3darknet_focus_l": (2019, "note"),
    "cs3sedarknet_x": (2019, "note_sibling"),
    "cspresnext50": (2019, "note_sibling"),
    # a bullet's own year for the models that it lists
    "coatnet_0_rw_224": (2022, "note_remark"),
    "coatnet_rmlp_2_rw_224": (2022, "note_remark"),
    # mentioned only, or of another family that begins alike: their own paper's year
    "densenetblur121d": (2016, "paper"),
    "coatnet_0_224": (2021, "paper"),
    "coatnext_nano_rw_224": (2021, "paper"),
    "convnextv2_huge": (2023, "paper"),
    "deit_tiny_patch16_224": (2020, "paper"),
    "beit_base_patch16_224": (2021, "paper"),
}


@cache
def cells_of(path: Path) -> tuple[tuple[int, dict[str, str]], ...]:
    """Line and cells of every record, by the standard library alone."""
    with path.open(newline="", encoding="utf-8-sig") as file:
        reader = csv.DictReader(file)
        return tuple((reader.line_num, dict(row)) for row in reader)


def figure(cell: str | None) -> Decimal | None:
    return Decimal(cell.replace(",", "")) if cell else None


def stored(value: float | None) -> Decimal | None:
    return None if value is None else Decimal(repr(value))


def results_files(real_data: Path) -> Iterator[tuple[Path, str]]:
    for name, dataset in DATASETS.items():
        yield real_data / "timm-results" / name, dataset


def test_counts(loaded: Database) -> None:
    """The figures of the real input that were counted by hand and by other programs."""
    with loaded.reading() as session:

        def count(entity: type[Any], *where: Any) -> int:
            return session.scalar(select(func.count()).select_from(entity).where(*where)) or 0

        assert count(Source) == 29
        assert count(Evaluation) == 12_448
        assert count(Evaluation, Evaluation.is_shown) == 12_448
        assert count(Measurement) == 25_222
        assert count(Measurement, Measurement.status == "missing") == 2
        assert count(Measurement, Measurement.status == "ok") == 25_220
        assert count(Measurement, Measurement.is_contradictory) == 2
        assert count(BenchmarkRun) == 18
        assert count(Model, Model.is_registered) == 1_371
        assert count(Variant, Variant.is_registered) == 1_826
        assert count(Alias, Alias.kind == "deprecated") == 209
        assert count(Note) == 17
        assert count(NoteRemark, NoteRemark.kind == "bullet") == 156
        assert count(NoteModel, NoteModel.relation == "sibling") == 12
        assert count(Problem, Problem.code == "contradictory_figures") == 2
        assert count(Problem, Problem.code == "note_year_differs") == 1
        assert count(Dataset) == 8
        assert session.scalar(select(func.sum(Source.row_count)).where(Source.header.is_not(None)))


def test_checks_pass(loaded: Database) -> None:
    assert [finding for _, finding in check(loaded) if finding] == []


def test_every_accuracy_is_the_file_s(loaded: Database, real_data: Path) -> None:
    seen = 0
    for path, dataset in results_files(real_data):
        with loaded.reading() as session:
            rows = {
                (row.name_written, row.img_size): row
                for row in session.execute(
                    select(
                        Evaluation.name_written,
                        Evaluation.img_size,
                        Evaluation.line,
                        Evaluation.top1,
                        Evaluation.top5,
                        Evaluation.param_count,
                        Evaluation.crop_pct,
                        Evaluation.interpolation,
                        Variant.name,
                    )
                    .join(Dataset, Dataset.id == Evaluation.dataset_id)
                    .join(Variant, Variant.id == Evaluation.variant_id)
                    .where(Dataset.name == dataset)
                )
            }
        for line, cells in cells_of(path):
            row = rows.pop((cells["model"], int(cells["img_size"])))
            assert row.line == line
            assert stored(row.top1) == figure(cells["top1"])
            assert stored(row.top5) == figure(cells["top5"])
            assert stored(row.param_count) == figure(cells["param_count"])
            assert stored(row.crop_pct) == figure(cells["crop_pct"])
            assert row.interpolation == cells["interpolation"]
            assert row.name == cells["model"]  # all names of these files are tagged and known
            seen += 1
        assert rows == {}
    assert seen == 12_448


def test_every_speed_is_the_file_s(loaded: Database, real_data: Path) -> None:
    seen = 0
    for path in sorted((real_data / "timm-results").glob("benchmark-*.csv")):
        task = path.name.split("-")[1]
        with loaded.reading() as session:
            rows = {
                row.line: row
                for row in session.execute(
                    select(
                        Measurement.line,
                        Measurement.name_written,
                        Measurement.img_size,
                        Measurement.batch_size,
                        Measurement.status,
                        Measurement.samples_per_second,
                        Measurement.step_time_ms,
                        Measurement.gmacs,
                        Measurement.macts,
                        Measurement.param_count,
                    )
                    .join(Source, Source.id == Measurement.source_id)
                    .where(Source.name == path.name)
                )
            }
        for line, cells in cells_of(path):
            row = rows.pop(line)
            assert row.name_written == cells["model"]
            assert row.img_size == figure(cells[f"{task}_img_size"])
            assert row.batch_size == figure(cells[f"{task}_batch_size"])
            assert stored(row.samples_per_second) == figure(cells[f"{task}_samples_per_sec"])
            assert stored(row.step_time_ms) == figure(cells[f"{task}_step_time"])
            assert stored(row.gmacs) == figure(cells.get(f"{task}_gmacs"))
            assert stored(row.macts) == figure(cells.get(f"{task}_macts"))
            assert stored(row.param_count) == figure(cells["param_count"])
            assert row.status == ("ok" if cells[f"{task}_samples_per_sec"] else "missing")
            seen += 1
        assert rows == {}
    assert seen == 25_222


def test_every_label_is_the_file_s(loaded: Database, real_data: Path) -> None:
    records = cells_of(real_data / "timm-results" / "model_metadata-in1k.csv")
    wanted = {(line, cells["model"], cells["pretrain"]) for line, cells in records}
    with loaded.reading() as session:
        rows = session.execute(
            select(VariantLabel.line, VariantLabel.name_written, VariantLabel.pretrain)
        ).all()
    assert {tuple(row) for row in rows} == wanted


def test_every_cell_of_every_file_is_kept_as_written(loaded: Database, real_data: Path) -> None:
    with loaded.reading() as session:
        for name, source_id, header in session.execute(
            select(Source.name, Source.id, Source.header).where(Source.header.is_not(None))
        ).all():
            records = cells_of(real_data / "timm-results" / name)
            assert header is not None and json.loads(header) == list(records[0][1])
            kept = session.execute(
                select(SourceRow.line, SourceRow.cells)
                .where(SourceRow.source_id == source_id)
                .order_by(SourceRow.line)
            ).all()
            assert [(line, json.loads(cells)) for line, cells in kept] == [
                (line, list(cells.values())) for line, cells in records
            ]


def test_the_two_contradictions_and_no_others(loaded: Database, real_data: Path) -> None:
    """Rule 10 in exact arithmetic: beyond 2 %, and beyond what the printed places explain."""
    wanted = set()
    for path in sorted((real_data / "timm-results").glob("benchmark-*.csv")):
        task = path.name.split("-")[1]
        for line, cells in cells_of(path):
            speed = figure(cells[f"{task}_samples_per_sec"])
            step = figure(cells[f"{task}_step_time"])
            batch = figure(cells[f"{task}_batch_size"])
            if speed is None or step is None or batch is None:
                continue
            half_speed, half_step = Decimal("0.005"), Decimal("0.0005")
            lowest = batch * 1000 / (step + half_step)
            highest = batch * 1000 / (step - half_step)
            is_explained = lowest - half_speed <= speed <= highest + half_speed
            if abs(batch * 1000 / step - speed) > Decimal("0.02") * speed and not is_explained:
                wanted.add((path.name, line))
    with loaded.reading() as session:
        found = session.execute(
            select(Source.name, Problem.line)
            .join(Source, Source.id == Problem.source_id)
            .where(Problem.code == "contradictory_figures")
        ).all()
    assert {tuple(row) for row in found} == wanted
    assert len(wanted) == 2


@pytest.mark.parametrize("model", YEARS)
def test_years(loaded: Database, model: str) -> None:
    with loaded.reading() as session:
        year = session.execute(
            select(Model.year, Model.year_source).where(Model.name == model)
        ).one()
    assert tuple(year) == YEARS[model]


@pytest.mark.parametrize(
    ("model", "submitted"),
    [("densenet121", "2016-08"), ("dla34", "2017-07"), ("bat_resnext26ts", "2016-11")],
)
def test_where_the_notes_win_the_paper_s_date_is_there_too(
    loaded: Database, model: str, submitted: str
) -> None:
    with loaded.reading() as session:
        found = session.scalar(
            select(Paper.submitted)
            .join(ModelPaper, ModelPaper.paper_id == Paper.id)
            .join(Model, Model.id == ModelPaper.model_id)
            .where(Model.name == model, ModelPaper.relation == "introduces")
        )
    assert found == submitted


def test_siblings_have_their_entry_s_year(loaded: Database) -> None:
    with loaded.reading() as session:
        rows = session.execute(
            select(NoteModel.name_written, Note.year, Model.year)
            .join(Note, Note.id == NoteModel.note_id)
            .outerjoin(Model, Model.id == NoteModel.model_id)
            .where(NoteModel.relation == "sibling")
        ).all()
    assert len(rows) == 12
    assert [row for row in rows if row[1] != row[2]] == []


def test_the_card_query(loaded: Database, real_data: Path) -> None:
    """Models of 2021 tested at 224 above 80 %: the answer found a second time from the files."""
    with loaded.reading() as session:
        years = dict(session.execute(select(Model.name, Model.year)).all())
        answer = leaderboard(session, year=2021, img_size=224, top1_above=80)
    wanted = {
        cells["model"]: (figure(cells["top1"]), figure(cells["top5"]), figure(cells["param_count"]))
        for _, cells in cells_of(real_data / "timm-results" / "results-imagenet.csv")
        if cells["img_size"] == "224"
        and Decimal(cells["top1"]) > 80
        and years[cells["model"].partition(".")[0]] == 2021
    }
    assert {
        row.name: (stored(row.top1), stored(row.top5), stored(row.param_count)) for row in answer
    } == wanted
    assert [row.top1 for row in answer] == sorted((row.top1 for row in answer), reverse=True)
    assert len(wanted) > 100
    assert all(row.year == 2021 and row.img_size == 224 for row in answer)


@pytest.mark.parametrize("engine", ["sqlite"])
def test_without_the_notes_years_are_the_papers_(database: Database, real_data: Path) -> None:
    ingestion = Ingestion(database)
    for path in real_sources(real_data):
        if path.suffix != ".md":
            ingestion.ingest(read_document(path))
    with database.reading() as session:
        rows = session.execute(
            select(Model.name, Model.year, Model.year_source, Paper.submitted)
            .outerjoin(
                ModelPaper,
                (ModelPaper.model_id == Model.id) & (ModelPaper.relation == "introduces"),
            )
            .outerjoin(Paper, Paper.id == ModelPaper.paper_id)
        ).all()
        answer = leaderboard(session, year=2021, img_size=224, top1_above=80)
    for name, year, source, submitted in rows:
        wanted = (int(submitted[:4]), "paper") if submitted else (None, None)
        assert (year, source) == wanted, name
    assert len(answer) > 100
    years = {row[0]: row[1] for row in rows}
    assert (years["densenet121"], years["dla34"], years["bat_resnext26ts"]) == (2016, 2017, 2016)


def test_every_registered_model_has_one_family(loaded: Database) -> None:
    with loaded.reading() as session:
        without = session.scalars(
            select(Model.name).where(Model.is_registered, Model.family_id.is_(None))
        ).all()
        titles = Counter(session.scalars(select(Family.name)))
    assert without == []
    assert max(titles.values()) == 1


def test_everything_twice_changes_nothing(loaded_copy: Database, real_data: Path) -> None:
    before = all_rows(loaded_copy)
    ingestion = Ingestion(loaded_copy)
    for path in real_sources(real_data):
        assert not ingestion.ingest(read_document(path)).is_new
    assert differences(before, all_rows(loaded_copy)) == []


def test_a_forced_repetition_changes_nothing_either(loaded_copy: Database, real_data: Path) -> None:
    before = all_rows(loaded_copy)
    ingestion = Ingestion(loaded_copy)
    for path in real_sources(real_data)[:4]:
        assert not ingestion.ingest(read_document(path), force=True).is_new
    assert differences(before, all_rows(loaded_copy)) == []


def test_rules_that_changed_are_applied_once_and_change_nothing_that_is_right(
    loaded_copy: Database, real_data: Path
) -> None:
    """Deriving everything anew from the stored facts gives what the ingest had derived."""
    before = all_facts(loaded_copy)
    with loaded_copy.writing() as session:
        session.execute(update(DataState).values(rules_sha256="0" * 64))
    Ingestion(loaded_copy).ingest(read_document(real_data / "catalog-notes.md"))
    assert differences(before, all_facts(loaded_copy)) == []
