"""Every kind of source: its names, old and new, its sample, and the forms that files ever had."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import select

from db.accuracy import Evaluation
from db.engine import Database
from db.errors import InputError
from db.notes import VariantLabel
from db.provenance import SOURCE_KINDS, LogicalSource, Source
from db.speed import BenchmarkRun, Environment, Measurement
from ingest.datasets import datasets
from ingest.document import read_document
from ingest.environments import parse_run_name
from ingest.kinds import SOURCES, identify
from ingest.pipeline import Ingestion
from ingest.sources.benchmark import parse_benchmark
from ingest.sources.results import parse_results

from ..support import all_facts, benchmark_csv, document, ingest

SAMPLES = Path(__file__).with_name("samples")
NAMES = {
    "results": "results-sketch.csv",
    "benchmark": "benchmark-train-amp-nhwc-pt240-cu124-rtx3090.csv",
    "metadata": "model_metadata-in1k.csv",
}
CSV_KINDS = [source.kind for source in SOURCES if ".csv" in source.file_names]


def test_every_kind_is_in_the_vocabulary_once() -> None:
    kinds = [source.kind for source in SOURCES]
    assert len(kinds) == len(set(kinds))
    assert set(kinds) <= set(SOURCE_KINDS)


@pytest.mark.parametrize("kind", CSV_KINDS)
def test_every_kind_of_csv_has_a_sample_that_is_told_by_its_name(kind: str) -> None:
    found = [path.name for path in SAMPLES.iterdir() if identify(path.name).kind == kind]
    assert found, f"put a small sample of this kind into {SAMPLES}"


@pytest.mark.parametrize("path", sorted(SAMPLES.iterdir()), ids=lambda path: path.name)
def test_samples_are_ingested_once(database: Database, path: Path) -> None:
    ingestion = Ingestion(database)
    outcome = ingestion.ingest(read_document(path))
    lines = path.read_text(encoding="utf-8").count("\n") - 1
    assert outcome.counts is not None and outcome.counts.added == lines
    assert not ingestion.ingest(read_document(path)).is_new
    with database.reading() as session:
        assert session.scalar(select(Source.row_count)) == lines


def test_a_sample_s_figures(database: Database) -> None:
    for path in SAMPLES.iterdir():
        Ingestion(database).ingest(read_document(path))
    with database.reading() as session:
        results = session.execute(
            select(
                Evaluation.name_written,
                Evaluation.img_size,
                Evaluation.top1,
                Evaluation.top5,
                Evaluation.param_count,
                Evaluation.crop_pct,
                Evaluation.interpolation,
                Evaluation.line,
            ).order_by(Evaluation.line)
        ).all()
        speeds = session.execute(
            select(
                BenchmarkRun.slug,
                Measurement.name_written,
                Measurement.batch_size,
                Measurement.status,
                Measurement.samples_per_second,
                Measurement.step_time_ms,
                Measurement.gmacs,
                Measurement.macts,
                Measurement.param_count,
            )
            .join(BenchmarkRun)
            .order_by(BenchmarkRun.slug, Measurement.line)
        ).all()
        labels = session.execute(select(VariantLabel.name_written, VariantLabel.pretrain)).all()
    assert [tuple(row) for row in results] == [
        ("quux_large.lab_in22k_ft_in1k", 384, 68.125, 88.25, 1013.01, 1.0, "bicubic", 2),
        ("quux_small.a1_in1k", 224, 33.5, 51.75, 25.56, 0.95, "bicubic", 3),
        ("quux_small.a1_in1k", 288, 34.0, 52.0, 25.56, 1.0, "bilinear", 4),
    ]
    infer, train = (
        "infer-amp_bf16-nchw-pt291-cu128-rtx4090-dynamo",
        "train-amp-nhwc-pt240-cu124-rtx3090",
    )
    assert [tuple(row) for row in speeds] == [
        (infer, "quux_small", 1024, "ok", 5000.5, 204.78, 4.11, 11.11, 25.56),
        (infer, "quux_large", None, "missing", None, None, 310.2, 420.1, 1013.01),
        (train, "quux_small", 256, "ok", 1000.25, 255.936, None, None, 25.56),
        (train, "quux_large", 8, "ok", 12.5, 640.0, None, None, 1013.01),
    ]
    assert sorted(labels) == [("quux_large_in22k", "in22k"), ("quux_small", "in1k")]


# --- names ---


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("results-all.csv", "results-imagenet.csv"),
        (
            "results-inv2-matched-frequency.csv",
            "results-imagenetv2-matched-frequency.csv",
        ),
        ("model_metadata_in1k.csv", "model_metadata-in1k.csv"),
        ("model_benchmark_amp_nchw_rtx3090.csv", "benchmark-infer-amp-nchw-rtx3090.csv"),
        (
            "benchmark-infer-amp-nchw-pt291-cu128-4090.csv",
            "benchmark-infer-amp-nchw-pt291-cu128-rtx4090.csv",
        ),
        (
            "benchmark-infer-amp-nchw-pt291-cu130-5090-dynamo.csv",
            "benchmark-infer-amp-nchw-pt291-cu130-rtx5090-dynamo.csv",
        ),
        ("timm/results-imagenet.csv", "results-imagenet.csv"),
        ("results-imagenet.CSV", "results-imagenet.csv"),
    ],
)
def test_old_names_are_the_same_logical_source(old: str, new: str) -> None:
    assert identify(old) == identify(new)


def test_every_file_name_of_every_test_set(database: Database) -> None:
    subjects = {}
    for dataset in datasets():
        for name in dataset.files:
            subjects[name] = identify(f"results-{name}.csv").subject
            assert subjects[name] == dataset.name
    assert len(set(subjects.values())) == 8


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("results-imagenet.csv", "results-imagenet-real.csv"),
        ("results-imagenet.csv", "lab/results-imagenet.csv"),
        ("results-imagenet-a.csv", "results-imagenet-a-clean.csv"),
        (
            "benchmark-infer-amp-nchw-pt240-cu124-rtx4090.csv",
            "benchmark-infer-amp-nchw-pt240-cu124-rtx4090-dynamo.csv",
        ),
        (
            "benchmark-infer-amp-nchw-pt240-cu124-rtx4090.csv",
            "benchmark-train-amp-nchw-pt240-cu124-rtx4090.csv",
        ),
        (
            "benchmark-infer-amp-nchw-pt240-cu124-rtx4090.csv",
            "benchmark-infer-amp_bf16-nchw-pt240-cu124-rtx4090.csv",
        ),
        ("notes.md", "more.md"),
    ],
)
def test_names_that_are_different_sources(one: str, other: str) -> None:
    assert identify(one) != identify(other)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("results-imagenet-x.csv", "unknown test set; known are results-imagenet.csv"),
        ("results-.csv", "unknown test set"),
        ("benchmark-infer-amp.csv", "does not say the environment"),
        ("benchmark-guess-amp-nchw-rtx4090.csv", "does not say the environment"),
        ("model_benchmark_amp.csv", "does not say the environment"),
        ("figures.csv", "does not say what it is"),
        ("results-imagenet.txt", "does not say what it is"),
        ("results-imagenet", "--as"),
        ("README", "does not say what it is"),
        ("lab/timm-registry.jsonl", "no registry"),
        ("a\nb.md", "cannot be printed"),
        ("a\udcff.md", "cannot be printed"),
        ("", "does not say what it is"),
    ],
)
def test_names_that_say_nothing(name: str, reason: str) -> None:
    with pytest.raises(InputError) as caught:
        identify(name)
    assert reason in str(caught.value)
    assert str(caught.value).isprintable()


@pytest.mark.parametrize(
    ("stem", "slug", "environment", "facts"),
    [
        (
            "benchmark-infer-amp-nchw-pt240-cu124-rtx4090-dynamo",
            "infer-amp-nchw-pt240-cu124-rtx4090-dynamo",
            "rtx4090-pt240-cu124",
            ("amp", "nchw", "inductor", "cuda", "2.4.0", "12.4"),
        ),
        (
            "benchmark-infer-amp_bf16-nchw-pt291-cu130-pro6000maxq-dynamo",
            "infer-amp_bf16-nchw-pt291-cu130-pro6000maxq-dynamo",
            "pro6000maxq-pt291-cu130",
            ("amp_bf16", "nchw", "inductor", "cuda", "2.9.1", "13.0"),
        ),
        (
            "benchmark-train-amp-nchw-pt112-cu113-rtx3090",
            "train-amp-nchw-pt112-cu113-rtx3090",
            "rtx3090-pt112-cu113",
            ("amp", "nchw", "off", "cuda", "1.12", "11.3"),
        ),
        (
            "benchmark-infer-fp32-nchw-pt240-cpu-i9_10940x-dynamo",
            "infer-fp32-nchw-pt240-cpu-i9_10940x-dynamo",
            "i9_10940x-pt240",
            ("fp32", "nchw", "inductor", "cpu", "2.4.0", None),
        ),
        (
            "model_benchmark_amp_nhwc_rtx3090",
            "infer-amp-nhwc-rtx3090",
            "rtx3090",
            ("amp", "nhwc", "off", "cuda", None, None),
        ),
    ],
)
def test_environments_stand_in_the_name(
    stem: str, slug: str, environment: str, facts: tuple[str | None, ...]
) -> None:
    run = parse_run_name(stem)
    assert run is not None
    assert (run.slug, run.environment_slug) == (slug, environment)
    found = (run.precision, run.layout, run.compile, run.device_kind, run.torch, run.cuda)
    assert found == facts
    assert parse_run_name(f"benchmark-{run.slug}") == run  # the slug says all of it


@pytest.mark.realdata
def test_every_real_file_is_told_by_its_name(real_data: Path) -> None:
    names = [path.name for path in (real_data / "timm-results").glob("*.csv")]
    identities = {identify(name) for name in names}
    assert len(identities) == len(names) == 27


def test_runs_share_the_environment_that_they_name(database: Database) -> None:
    text = benchmark_csv([("a", 224, 256, 100)])
    for name in ("4090", "rtx4090-dynamo", "rtx3090"):
        ingest(database, f"benchmark-infer-amp-nchw-pt291-cu128-{name}.csv", text)
    with database.reading() as session:
        assert set(session.scalars(select(Environment.slug))) == {
            "rtx4090-pt291-cu128",
            "rtx3090-pt291-cu128",
        }
        assert len(session.scalars(select(BenchmarkRun.id)).all()) == 3


def test_a_new_name_continues_the_history_of_the_old_one(database: Database) -> None:
    ingest(database, "results-all.csv", "model,img_size,top1,top5\na,224,80,95\n")
    ingest(database, "results-imagenet.csv", "model,img_size,top1,top5\na,224,81,95\n")
    with database.reading() as session:
        assert len(session.scalars(select(LogicalSource.id)).all()) == 1
        names = session.execute(select(Source.name, Source.is_current).order_by(Source.id)).all()
    assert [tuple(row) for row in names] == [
        ("results-all.csv", False),
        ("results-imagenet.csv", True),
    ]


# --- forms ---

PLAIN = (
    "model,img_size,top1,top1_err,top5,top5_err,param_count,crop_pct,interpolation\n"
    'a.t,224,80.125,19.875,95.000,5.000,"1,013.01",0.875,bicubic\n'
    "b.t,288,79.5,20.5,94.5,5.5,25.56,1.0,\n"
)


def reordered(text: str) -> str:
    """Columns turned round, as upstream did more than once."""
    import csv
    import io

    records = [row[::-1] for row in csv.reader(io.StringIO(text))]
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\n").writerows(records)
    return buffer.getvalue()


FORMS: dict[str, Callable[[str], str]] = {
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "CR": lambda text: text.replace("\n", "\r"),
    "byte-order mark": lambda text: "\ufeff" + text,
    "byte-order mark and CRLF": lambda text: "\ufeff" + text.replace("\n", "\r\n"),
    "old spelling": lambda text: text.replace("crop_pct", "cropt_pct"),
    "other order": reordered,
    "all quoted": lambda text: text.replace("a.t,224", '"a.t","224"'),
    "blanks in the header": lambda text: text.replace("img_size,top1", "img_size, top1"),
    "more columns": lambda text: "".join(
        line + (",extra" if n == 0 else ',"one\ntwo"') + "\n"
        for n, line in enumerate(text.splitlines())
    ),
    "size as a float": lambda text: text.replace(",224,", ",224.0,"),
    "exponent": lambda text: text.replace("80.125", "8.0125e1"),
    "plus sign": lambda text: text.replace("80.125", "+80.125"),
}


@pytest.mark.parametrize("form", FORMS)
def test_a_results_file_in_any_form_says_the_same(form: str) -> None:
    plain = parse_results(document("results-imagenet.csv", PLAIN)).rows
    other = parse_results(document("results-imagenet.csv", FORMS[form](PLAIN))).rows
    assert [row[1:] for row in other] == [row[1:] for row in plain]
    if form != "more columns":
        assert other == plain
    else:
        assert [row.line for row in other] == [2, 4]  # a quoted cell holds a line end


def test_columns_that_old_files_lack() -> None:
    rows = parse_results(
        document("results-all.csv", "model,img_size,top1,top5\na,224,80,95\n")
    ).rows
    assert rows[0][1:] == ("a", 224, 80.0, 95.0, None, None, None)


def test_a_benchmark_file_in_old_forms() -> None:
    text = (
        "model,img_size,batch_size,samples_per_sec,step_time\n"
        "a,224,1024.0,1000.5,1023.5\nb,224,,,\nc,300,,,\n"
    )
    rows = parse_benchmark(document("x.csv", text), task="infer").rows
    assert [(row.name, row.batch_size, row.status) for row in rows] == [
        ("a", 1024, "ok"),
        ("b", None, "missing"),
        ("c", None, "missing"),
    ]


def test_the_same_text_with_other_line_ends_is_another_revision_that_changes_no_row(
    database: Database,
) -> None:
    ingest(database, "results-imagenet.csv", PLAIN)
    facts = all_facts(database)["evaluations"]
    outcome = ingest(database, "results-imagenet.csv", PLAIN.replace("\n", "\r\n"))
    assert outcome.counts is not None
    assert (outcome.counts.added, outcome.counts.closed, outcome.counts.unchanged) == (0, 0, 2)
    assert all_facts(database)["evaluations"] == facts
