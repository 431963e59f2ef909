"""Catalogue, accuracy, speed, notes and where every figure comes from.

Rules: number the revision after its predecessor and name the file after what it does; write
``downgrade``; SQLite rebuilds tables, so use ``op.batch_alter_table``; move rows with SQL, not with
the models (they will change, this file must not); raise ``HEAD`` in db/engine.py; add a dump of the
previous revision to tests/db/dumps (pg_dump and sqlite3 .dump) so that the upgrade is tested with rows.

Revision: 0001, follows None.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:

    op.create_table(
        "data_state",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False, comment="always 1"),
        sa.Column(
            "version",
            sa.Integer(),
            nullable=False,
            comment="grows with every commit that changes data",
        ),
        sa.Column(
            "changed_at",
            sa.String(27).with_variant(sa.DateTime(timezone=True), "postgresql"),
            nullable=False,
            comment="when it last grew (UTC)",
        ),
        sa.Column(
            "rules_sha256",
            sa.String(),
            nullable=False,
            comment="of the reviewed tables (families, papers, licences, ...) that derived rows rest on",
        ),
        sa.CheckConstraint("id = 1", name=op.f("ck_data_state_one_row")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_data_state")),
        comment="The one row that says which state of the data this is",
    )
    op.create_table(
        "environments",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "slug",
            sa.String().with_variant(sa.String(collation="C"), "postgresql"),
            nullable=False,
            comment="e.g. rtx4090-pt291-cu128",
        ),
        sa.Column(
            "device_key",
            sa.String().with_variant(sa.String(collation="C"), "postgresql"),
            nullable=False,
            comment="e.g. rtx4090",
        ),
        sa.Column("device_kind", sa.String(), nullable=False, comment="cpu, cuda or other"),
        sa.Column("device_name", sa.String(), nullable=True, comment="as the device calls itself"),
        sa.Column("device_count", sa.Integer(), nullable=False, comment="devices used together"),
        sa.Column("driver", sa.String(), nullable=True, comment="driver version"),
        sa.Column("cuda", sa.String(), nullable=True, comment="CUDA version, e.g. 12.8"),
        sa.Column("cudnn", sa.String(), nullable=True, comment="cuDNN version"),
        sa.Column("torch", sa.String(), nullable=True, comment="PyTorch version, e.g. 2.9.1"),
        sa.Column("timm", sa.String(), nullable=True, comment="timm version"),
        sa.Column("python", sa.String(), nullable=True, comment="Python version"),
        sa.Column("os", sa.String(), nullable=True, comment="operating system"),
        sa.CheckConstraint(
            "device_kind = 'cpu' OR device_kind = 'cuda' OR device_kind = 'other'",
            name=op.f("ck_environments_device_kind_vocabulary"),
        ),
        sa.CheckConstraint("device_count > 0", name=op.f("ck_environments_device_count_positive")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_environments")),
        sa.UniqueConstraint("slug", name=op.f("uq_environments_slug")),
        comment="Software and hardware that a run had",
    )
    with op.batch_alter_table("environments", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_environments_device_key"), ["device_key"], unique=False
        )

    op.create_table(
        "families",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "name",
            sa.String().with_variant(sa.String(collation="C"), "postgresql"),
            nullable=False,
            comment="key, e.g. deit3",
        ),
        sa.Column(
            "title",
            sa.String(),
            nullable=False,
            comment="as the literature writes it, e.g. DeiT III",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_families")),
        sa.UniqueConstraint("name", name=op.f("uq_families_name")),
        comment="A named line of models, from the reviewed list",
    )
    op.create_table(
        "licences",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "name",
            sa.String().with_variant(sa.String(collation="C"), "postgresql"),
            nullable=False,
            comment="as published",
        ),
        sa.Column(
            "spdx_id", sa.String(), nullable=True, comment="SPDX identifier, where there is one"
        ),
        sa.Column("title", sa.String(), nullable=False, comment="full name"),
        sa.Column(
            "commercial_use",
            sa.String(),
            nullable=False,
            comment="whether its text permits commercial use: yes, no or unknown",
        ),
        sa.Column(
            "source_url", sa.String(), nullable=True, comment="the text that this reading rests on"
        ),
        sa.Column(
            "reading", sa.String(), nullable=True, comment="why the text is read so, in a sentence"
        ),
        sa.CheckConstraint(
            "commercial_use = 'unknown' OR source_url IS NOT NULL",
            name=op.f("ck_licences_reading_has_source"),
        ),
        sa.CheckConstraint(
            "commercial_use = 'yes' OR commercial_use = 'no' OR commercial_use = 'unknown'",
            name=op.f("ck_licences_commercial_use_vocabulary"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_licences")),
        sa.UniqueConstraint("name", name=op.f("uq_licences_name")),
        comment="A licence as published, with the reviewed reading of it",
    )
    op.create_table(
        "logical_sources",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "publisher",
            sa.String().with_variant(sa.String(collation="C"), "postgresql"),
            nullable=False,
            comment="who publishes it, e.g. timm",
        ),
        sa.Column(
            "kind",
            sa.String().with_variant(sa.String(collation="C"), "postgresql"),
            nullable=False,
            comment="what it holds: results, benchmark, registry, notes, ...",
        ),
        sa.Column(
            "subject",
            sa.String().with_variant(sa.String(collation="C"), "postgresql"),
            nullable=False,
            comment="data set, run or title it is about; empty where there is one only",
        ),
        sa.CheckConstraint(
            "kind = 'notes' OR kind = 'registry' OR kind = 'results' OR kind = 'benchmark' OR kind = 'metadata' OR kind = 'bench_job'",
            name=op.f("ck_logical_sources_kind_vocabulary"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_logical_sources")),
        sa.UniqueConstraint(
            "publisher", "kind", "subject", name=op.f("uq_logical_sources_publisher_kind_subject")
        ),
        comment="What a publisher keeps publishing under one subject (a series of revisions)",
    )
    op.create_table(
        "papers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "key",
            sa.String().with_variant(sa.String(collation="C"), "postgresql"),
            nullable=False,
            comment="arXiv id, or the address where there is none",
        ),
        sa.Column(
            "arxiv_id",
            sa.String().with_variant(sa.String(collation="C"), "postgresql"),
            nullable=True,
            comment="e.g. 2104.06399",
        ),
        sa.Column(
            "title",
            sa.String().with_variant(sa.String(collation="C"), "postgresql"),
            nullable=True,
            comment="as published",
        ),
        sa.Column("url", sa.String(), nullable=False, comment="where it can be read"),
        sa.Column(
            "submitted",
            sa.String().with_variant(sa.String(collation="C"), "postgresql"),
            nullable=True,
            comment="first submitted: ISO 8601, cut to its precision (2021-04)",
        ),
        sa.Column("submitted_precision", sa.String(), nullable=True, comment="year, month or day"),
        sa.Column(
            "revised",
            sa.String().with_variant(sa.String(collation="C"), "postgresql"),
            nullable=True,
            comment="last revised: ISO 8601, cut to its precision",
        ),
        sa.Column("revised_precision", sa.String(), nullable=True, comment="year, month or day"),
        sa.Column("authors", sa.JSON(none_as_null=True), nullable=True, comment="in order"),
        sa.Column("venue", sa.String(), nullable=True, comment="where it was published"),
        sa.Column("doi", sa.String(), nullable=True, comment="digital object identifier"),
        sa.CheckConstraint(
            "revised_precision = 'year' OR revised_precision = 'month' OR revised_precision = 'day'",
            name=op.f("ck_papers_revised_precision_vocabulary"),
        ),
        sa.CheckConstraint(
            "submitted_precision = 'year' OR submitted_precision = 'month' OR submitted_precision = 'day'",
            name=op.f("ck_papers_submitted_precision_vocabulary"),
        ),
        sa.CheckConstraint(
            "(revised IS NULL) = (revised_precision IS NULL)",
            name=op.f("ck_papers_revised_has_precision"),
        ),
        sa.CheckConstraint(
            "(submitted IS NULL) = (submitted_precision IS NULL)",
            name=op.f("ck_papers_submitted_has_precision"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_papers")),
        sa.UniqueConstraint("arxiv_id", name=op.f("uq_papers_arxiv_id")),
        sa.UniqueConstraint("doi", name=op.f("uq_papers_doi")),
        sa.UniqueConstraint("key", name=op.f("uq_papers_key")),
        comment="A paper",
    )
    op.create_table(
        "benchmark_runs",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "slug",
            sa.String().with_variant(sa.String(collation="C"), "postgresql"),
            nullable=False,
            comment="e.g. infer-amp-nchw-pt291-cu128-rtx4090-dynamo",
        ),
        sa.Column(
            "logical_source_id", sa.Integer(), nullable=False, comment="the source that reports it"
        ),
        sa.Column("environment_id", sa.Integer(), nullable=False),
        sa.Column("task", sa.String(), nullable=False, comment="infer or train"),
        sa.Column(
            "precision", sa.String(), nullable=False, comment="number format of the computation"
        ),
        sa.Column("layout", sa.String(), nullable=False, comment="memory layout of the input"),
        sa.Column("compile", sa.String(), nullable=False, comment="compiler, or off"),
        sa.Column("protocol", sa.String(), nullable=False, comment="how the figures were taken"),
        sa.Column(
            "started_at",
            sa.String(27).with_variant(sa.DateTime(timezone=True), "postgresql"),
            nullable=True,
            comment="UTC",
        ),
        sa.Column("machine_label", sa.String(), nullable=True, comment="name given to the machine"),
        sa.CheckConstraint(
            "compile = 'off' OR compile = 'inductor'",
            name=op.f("ck_benchmark_runs_compile_vocabulary"),
        ),
        sa.CheckConstraint(
            "layout = 'nchw' OR layout = 'nhwc'", name=op.f("ck_benchmark_runs_layout_vocabulary")
        ),
        sa.CheckConstraint(
            "precision = 'fp32' OR precision = 'tf32' OR precision = 'fp16' OR precision = 'bf16' OR precision = 'amp' OR precision = 'amp_bf16'",
            name=op.f("ck_benchmark_runs_precision_vocabulary"),
        ),
        sa.CheckConstraint(
            "protocol = 'timm-mean' OR protocol = 'backbonedb-median'",
            name=op.f("ck_benchmark_runs_protocol_vocabulary"),
        ),
        sa.CheckConstraint(
            "task = 'infer' OR task = 'train'", name=op.f("ck_benchmark_runs_task_vocabulary")
        ),
        sa.ForeignKeyConstraint(
            ["environment_id"], ["environments.id"], name=op.f("fk_benchmark_runs_environment_id")
        ),
        sa.ForeignKeyConstraint(
            ["logical_source_id"],
            ["logical_sources.id"],
            name=op.f("fk_benchmark_runs_logical_source_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_benchmark_runs")),
        sa.UniqueConstraint("logical_source_id", name=op.f("uq_benchmark_runs_logical_source_id")),
        sa.UniqueConstraint("slug", name=op.f("uq_benchmark_runs_slug")),
        comment="One job, or one benchmark CSV",
    )
    with op.batch_alter_table("benchmark_runs", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_benchmark_runs_environment_id"), ["environment_id"], unique=False
        )

    op.create_table(
        "datasets",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "name",
            sa.String().with_variant(sa.String(collation="C"), "postgresql"),
            nullable=False,
            comment="e.g. imagenet-a",
        ),
        sa.Column("title", sa.String(), nullable=False, comment="as the literature writes it"),
        sa.Column("class_count", sa.Integer(), nullable=False, comment="classes that occur in it"),
        sa.Column("image_count", sa.Integer(), nullable=False, comment="images"),
        sa.Column("paper_id", sa.Integer(), nullable=True, comment="the paper that introduces it"),
        sa.Column(
            "clean_dataset_id",
            sa.Integer(),
            nullable=True,
            comment="ordinary images of the same classes, to measure the robustness drop against",
        ),
        sa.CheckConstraint(
            "class_count > 0 AND image_count > 0", name=op.f("ck_datasets_counts_positive")
        ),
        sa.ForeignKeyConstraint(
            ["clean_dataset_id"], ["datasets.id"], name=op.f("fk_datasets_clean_dataset_id")
        ),
        sa.ForeignKeyConstraint(["paper_id"], ["papers.id"], name=op.f("fk_datasets_paper_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_datasets")),
        sa.UniqueConstraint("name", name=op.f("uq_datasets_name")),
        comment="A test set",
    )
    with op.batch_alter_table("datasets", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_datasets_paper_id"), ["paper_id"], unique=False)

    op.create_table(
        "sources",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "logical_source_id",
            sa.Integer(),
            nullable=False,
            comment="the series that this is a revision of",
        ),
        sa.Column(
            "name",
            sa.String().with_variant(sa.String(collation="C"), "postgresql"),
            nullable=False,
            comment="file name as given",
        ),
        sa.Column("uri", sa.String(), nullable=False, comment="where it was read from"),
        sa.Column(
            "revision",
            sa.String(),
            nullable=True,
            comment="the publisher's revision, e.g. a commit",
        ),
        sa.Column(
            "published_at",
            sa.String(27).with_variant(sa.DateTime(timezone=True), "postgresql"),
            nullable=True,
            comment="when the publisher published it (UTC); empty where nobody says",
        ),
        sa.Column(
            "retrieved_at",
            sa.String(27).with_variant(sa.DateTime(timezone=True), "postgresql"),
            nullable=False,
            comment="when it was read (UTC)",
        ),
        sa.Column(
            "sha256", sa.String(), nullable=False, comment="of the bytes as read, hexadecimal"
        ),
        sa.Column("byte_count", sa.Integer(), nullable=False, comment="size in bytes as read"),
        sa.Column("row_count", sa.Integer(), nullable=False, comment="records without the header"),
        sa.Column(
            "header",
            sa.String(),
            nullable=True,
            comment="JSON array of the column names as written, for sources with a header",
        ),
        sa.Column(
            "licence", sa.String(), nullable=True, comment="SPDX id under which it is published"
        ),
        sa.Column(
            "is_current",
            sa.Boolean(),
            nullable=False,
            comment="whether it is its series' newest revision",
        ),
        sa.CheckConstraint("length(sha256) = 64", name=op.f("ck_sources_sha256_length")),
        sa.ForeignKeyConstraint(
            ["logical_source_id"], ["logical_sources.id"], name=op.f("fk_sources_logical_source_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sources")),
        comment="One ingested revision of a logical source",
    )
    with op.batch_alter_table("sources", schema=None) as batch_op:
        batch_op.create_index(
            "ix_sources_logical_source_id", ["logical_source_id", "id"], unique=False
        )
        batch_op.create_index(
            "uq_sources_current",
            ["logical_source_id"],
            unique=True,
            sqlite_where=sa.text("is_current"),
            postgresql_where=sa.text("is_current"),
        )

    op.create_table(
        "ingests",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=False, comment="the revision it brought"),
        sa.Column(
            "started_at",
            sa.String(27).with_variant(sa.DateTime(timezone=True), "postgresql"),
            nullable=False,
            comment="UTC",
        ),
        sa.Column(
            "finished_at",
            sa.String(27).with_variant(sa.DateTime(timezone=True), "postgresql"),
            nullable=False,
            comment="UTC",
        ),
        sa.Column(
            "added_count", sa.Integer(), nullable=False, comment="records that are new or changed"
        ),
        sa.Column(
            "closed_count",
            sa.Integer(),
            nullable=False,
            comment="records superseded or no longer published",
        ),
        sa.Column(
            "unchanged_count",
            sa.Integer(),
            nullable=False,
            comment="records that stayed as they were",
        ),
        sa.Column("program_version", sa.String(), nullable=False, comment="version of backbonedb"),
        sa.Column(
            "is_forced",
            sa.Boolean(),
            nullable=False,
            comment="whether a guard was overridden (--force)",
        ),
        sa.ForeignKeyConstraint(["source_id"], ["sources.id"], name=op.f("fk_ingests_source_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ingests")),
        sa.UniqueConstraint("source_id", name=op.f("uq_ingests_source_id")),
        comment="One ingest that changed the database",
    )
    op.create_table(
        "problems",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=False, comment="the revision"),
        sa.Column("line", sa.Integer(), nullable=True, comment="1-based line"),
        sa.Column("column_name", sa.String(), nullable=True, comment="column of the cell"),
        sa.Column(
            "code",
            sa.String().with_variant(sa.String(collation="C"), "postgresql"),
            nullable=False,
            comment="stable name of the kind of finding",
        ),
        sa.Column("text", sa.String(), nullable=False, comment="what was found, in one sentence"),
        sa.Column(
            "is_derived",
            sa.Boolean(),
            nullable=False,
            comment="whether it follows from several sources together and is found anew at each ingest",
        ),
        sa.ForeignKeyConstraint(["source_id"], ["sources.id"], name=op.f("fk_problems_source_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_problems")),
        comment="A finding about a source that did not stop its ingest",
    )
    with op.batch_alter_table("problems", schema=None) as batch_op:
        batch_op.create_index("ix_problems_source_id", ["source_id", "line"], unique=False)

    op.create_table(
        "source_rows",
        sa.Column("source_id", sa.Integer(), nullable=False, comment="the revision"),
        sa.Column(
            "line",
            sa.Integer(),
            autoincrement=False,
            nullable=False,
            comment="1-based line where the record starts",
        ),
        sa.Column(
            "cells",
            sa.String(),
            nullable=False,
            comment="JSON array of the cells' text, in the order of the header; for a source of JSON lines the line itself",
        ),
        sa.ForeignKeyConstraint(
            ["source_id"], ["sources.id"], name=op.f("fk_source_rows_source_id")
        ),
        sa.PrimaryKeyConstraint("source_id", "line", name=op.f("pk_source_rows")),
        comment="One record of a revision, its cells as written",
        sqlite_with_rowid=False,
    )
    op.create_table(
        "models",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "name",
            sa.String().with_variant(sa.String(collation="C"), "postgresql"),
            nullable=False,
            comment="e.g. coat_lite_mini",
        ),
        sa.Column(
            "family_id",
            sa.Integer(),
            nullable=True,
            comment="the line of models that it belongs to",
        ),
        sa.Column(
            "year", sa.Integer(), nullable=True, comment="year of the model; see year_source"
        ),
        sa.Column("year_source", sa.String(), nullable=True, comment="which rule gave the year"),
        sa.Column(
            "parameters",
            sa.BigInteger(),
            nullable=True,
            comment="exact number of parameters with the architecture's default head",
        ),
        sa.Column("module", sa.String(), nullable=True, comment="timm's module that defines it"),
        sa.Column(
            "is_registered",
            sa.Boolean(),
            nullable=False,
            comment="whether the current registry snapshot has it",
        ),
        sa.Column(
            "source_id", sa.Integer(), nullable=True, comment="registry revision that describes it"
        ),
        sa.Column("line", sa.Integer(), nullable=True, comment="its line in that revision"),
        sa.CheckConstraint(
            "year_source = 'note' OR year_source = 'note_sibling' OR year_source = 'note_remark' OR year_source = 'note_family' OR year_source = 'paper'",
            name=op.f("ck_models_year_source_vocabulary"),
        ),
        sa.CheckConstraint(
            "(year IS NULL) = (year_source IS NULL)", name=op.f("ck_models_year_has_source")
        ),
        sa.CheckConstraint("parameters > 0", name=op.f("ck_models_parameters_positive")),
        sa.CheckConstraint("year BETWEEN 1950 AND 2100", name=op.f("ck_models_year_range")),
        sa.ForeignKeyConstraint(["family_id"], ["families.id"], name=op.f("fk_models_family_id")),
        sa.ForeignKeyConstraint(
            ["source_id", "line"],
            ["source_rows.source_id", "source_rows.line"],
            name=op.f("fk_models_source_id_line"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_models")),
        sa.UniqueConstraint("name", name=op.f("uq_models_name")),
        comment="An architecture of timm, or a name that only other sources know",
    )
    with op.batch_alter_table("models", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_models_family_id"), ["family_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_models_year"), ["year"], unique=False)

    op.create_table(
        "measurements",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False, comment="the run"),
        sa.Column(
            "source_id", sa.Integer(), nullable=False, comment="revision that brought the row"
        ),
        sa.Column("line", sa.Integer(), nullable=False, comment="its line in that revision"),
        sa.Column(
            "until_source_id",
            sa.Integer(),
            nullable=True,
            comment="revision that ended it; empty: current",
        ),
        sa.Column("model_id", sa.Integer(), nullable=False, comment="the architecture"),
        sa.Column(
            "name_written",
            sa.String().with_variant(sa.String(collation="C"), "postgresql"),
            nullable=False,
            comment="the model's name as written",
        ),
        sa.Column(
            "img_size",
            sa.Integer(),
            nullable=False,
            comment="height and width of the input, pixels",
        ),
        sa.Column(
            "batch_size", sa.Integer(), nullable=True, comment="images a step; empty where missing"
        ),
        sa.Column(
            "status", sa.String(), nullable=False, comment="ok, or why there is no sound figure"
        ),
        sa.Column("samples_per_second", sa.Double(), nullable=True, comment="throughput, images/s"),
        sa.Column(
            "step_time_ms", sa.Double(), nullable=True, comment="time of one step, milliseconds"
        ),
        sa.Column(
            "gmacs",
            sa.Double(),
            nullable=True,
            comment="multiply-accumulates of one image, thousand millions",
        ),
        sa.Column(
            "macts", sa.Double(), nullable=True, comment="activations of one image, millions"
        ),
        sa.Column(
            "param_count", sa.Double(), nullable=True, comment="parameters as written, millions"
        ),
        sa.Column(
            "is_contradictory",
            sa.Boolean(),
            nullable=False,
            comment="whether throughput and step time disagree beyond 2 % and the printed rounding",
        ),
        sa.CheckConstraint(
            "status <> 'ok' OR (samples_per_second IS NOT NULL AND batch_size IS NOT NULL)",
            name=op.f("ck_measurements_ok_has_figure"),
        ),
        sa.CheckConstraint(
            "status = 'ok' OR status = 'oom' OR status = 'error' OR status = 'timeout' OR status = 'unstable' OR status = 'missing'",
            name=op.f("ck_measurements_status_vocabulary"),
        ),
        sa.CheckConstraint("batch_size > 0", name=op.f("ck_measurements_batch_size_positive")),
        sa.CheckConstraint(
            "gmacs >= 0 AND gmacs < 1e300", name=op.f("ck_measurements_gmacs_finite")
        ),
        sa.CheckConstraint("img_size > 0", name=op.f("ck_measurements_img_size_positive")),
        sa.CheckConstraint(
            "macts >= 0 AND macts < 1e300", name=op.f("ck_measurements_macts_finite")
        ),
        sa.CheckConstraint(
            "param_count > 0 AND param_count < 1e300",
            name=op.f("ck_measurements_param_count_finite"),
        ),
        sa.CheckConstraint(
            "samples_per_second > 0 AND samples_per_second < 1e300",
            name=op.f("ck_measurements_samples_per_second_finite"),
        ),
        sa.CheckConstraint(
            "step_time_ms > 0 AND step_time_ms < 1e300",
            name=op.f("ck_measurements_step_time_ms_finite"),
        ),
        sa.CheckConstraint(
            "until_source_id > source_id", name=op.f("ck_measurements_until_after_from")
        ),
        sa.ForeignKeyConstraint(["model_id"], ["models.id"], name=op.f("fk_measurements_model_id")),
        sa.ForeignKeyConstraint(
            ["run_id"], ["benchmark_runs.id"], name=op.f("fk_measurements_run_id")
        ),
        sa.ForeignKeyConstraint(
            ["source_id", "line"],
            ["source_rows.source_id", "source_rows.line"],
            name=op.f("fk_measurements_source_id_line"),
        ),
        sa.ForeignKeyConstraint(
            ["until_source_id"], ["sources.id"], name=op.f("fk_measurements_until_source_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_measurements")),
        sa.UniqueConstraint(
            "run_id",
            "name_written",
            "img_size",
            "batch_size",
            "source_id",
            name=op.f("uq_measurements_run_id_name_written_img_size_batch_size_source_id"),
        ),
        comment="One model at one image size and batch size in one run",
    )
    with op.batch_alter_table("measurements", schema=None) as batch_op:
        batch_op.create_index(
            "ix_measurements_model_id", ["model_id", "img_size", "run_id"], unique=False
        )
        batch_op.create_index(
            "uq_measurements_without_batch_size",
            ["run_id", "name_written", "img_size", "source_id"],
            unique=True,
            sqlite_where=sa.text("batch_size IS NULL"),
            postgresql_where=sa.text("batch_size IS NULL"),
        )

    op.create_table(
        "model_papers",
        sa.Column("model_id", sa.Integer(), nullable=False),
        sa.Column("paper_id", sa.Integer(), nullable=False),
        sa.Column("relation", sa.String(), nullable=False, comment="introduces, or related"),
        sa.Column("source", sa.String(), nullable=False, comment="which rule found the paper"),
        sa.Column("confidence", sa.String(), nullable=False, comment="how sure that rule is"),
        sa.CheckConstraint(
            "confidence = 'high' OR confidence = 'medium' OR confidence = 'low'",
            name=op.f("ck_model_papers_confidence_vocabulary"),
        ),
        sa.CheckConstraint(
            "relation = 'introduces' OR relation = 'related'",
            name=op.f("ck_model_papers_relation_vocabulary"),
        ),
        sa.CheckConstraint(
            "source = 'paper_ids' OR source = 'entry_point' OR source = 'module' OR source = 'curated' OR source = 'note'",
            name=op.f("ck_model_papers_source_vocabulary"),
        ),
        sa.ForeignKeyConstraint(["model_id"], ["models.id"], name=op.f("fk_model_papers_model_id")),
        sa.ForeignKeyConstraint(["paper_id"], ["papers.id"], name=op.f("fk_model_papers_paper_id")),
        sa.PrimaryKeyConstraint("model_id", "paper_id", name=op.f("pk_model_papers")),
        comment="A paper that introduces a model, or has to do with it",
    )
    with op.batch_alter_table("model_papers", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_model_papers_paper_id"), ["paper_id"], unique=False)
        batch_op.create_index(
            "uq_model_papers_introduces",
            ["model_id"],
            unique=True,
            sqlite_where=sa.text("relation = 'introduces'"),
            postgresql_where=sa.text("relation = 'introduces'"),
        )

    op.create_table(
        "variants",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("model_id", sa.Integer(), nullable=False, comment="its architecture"),
        sa.Column(
            "name",
            sa.String().with_variant(sa.String(collation="C"), "postgresql"),
            nullable=False,
            comment="architecture.tag, e.g. coat_lite_mini.in1k",
        ),
        sa.Column(
            "tag",
            sa.String().with_variant(sa.String(collation="C"), "postgresql"),
            nullable=True,
            comment="part after the dot; empty: untagged as published",
        ),
        sa.Column(
            "licence_id", sa.Integer(), nullable=True, comment="licence of the weight as published"
        ),
        sa.Column("hub_id", sa.String(), nullable=True, comment="repository on the model hub"),
        sa.Column(
            "class_count", sa.Integer(), nullable=True, comment="classes of its head; 0: no head"
        ),
        sa.Column("interpolation", sa.String(), nullable=True, comment="resizing before inference"),
        sa.Column("crop_mode", sa.String(), nullable=True, comment="how the input is cropped"),
        sa.Column(
            "mean",
            sa.JSON(none_as_null=True),
            nullable=True,
            comment="per channel (R, G, B), inputs scaled to 0..1",
        ),
        sa.Column(
            "std",
            sa.JSON(none_as_null=True),
            nullable=True,
            comment="per channel (R, G, B), inputs scaled to 0..1",
        ),
        sa.Column("pretrained_on", sa.String(), nullable=True, comment="parsed from the tag"),
        sa.Column("fine_tuned_on", sa.String(), nullable=True, comment="parsed from the tag"),
        sa.Column(
            "recipe", sa.String(), nullable=True, comment="training recipe, parsed from the tag"
        ),
        sa.Column(
            "origin", sa.String(), nullable=True, comment="who published the weight, from the tag"
        ),
        sa.Column("is_distilled", sa.Boolean(), nullable=True, comment="trained by distillation"),
        sa.Column(
            "extra_data", sa.String(), nullable=True, comment="data beyond ImageNet, from the tag"
        ),
        sa.Column(
            "trained_by", sa.String(), nullable=True, comment="person who trained it, where stated"
        ),
        sa.Column(
            "is_registered",
            sa.Boolean(),
            nullable=False,
            comment="whether the current registry snapshot has it",
        ),
        sa.Column(
            "is_default",
            sa.Boolean(),
            nullable=False,
            comment="whether timm loads it when no tag is given",
        ),
        sa.Column(
            "source_id", sa.Integer(), nullable=True, comment="registry revision that describes it"
        ),
        sa.Column("line", sa.Integer(), nullable=True, comment="its model's line in that revision"),
        sa.CheckConstraint("class_count >= 0", name=op.f("ck_variants_class_count_not_negative")),
        sa.ForeignKeyConstraint(
            ["licence_id"], ["licences.id"], name=op.f("fk_variants_licence_id")
        ),
        sa.ForeignKeyConstraint(["model_id"], ["models.id"], name=op.f("fk_variants_model_id")),
        sa.ForeignKeyConstraint(
            ["source_id", "line"],
            ["source_rows.source_id", "source_rows.line"],
            name=op.f("fk_variants_source_id_line"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_variants")),
        sa.UniqueConstraint("name", name=op.f("uq_variants_name")),
        comment="A pretrained weight of a model",
    )
    with op.batch_alter_table("variants", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_variants_licence_id"), ["licence_id"], unique=False)
        batch_op.create_index("ix_variants_model_id", ["model_id", "name"], unique=False)

    op.create_table(
        "aliases",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "name",
            sa.String().with_variant(sa.String(collation="C"), "postgresql"),
            nullable=False,
            comment="the old spelling",
        ),
        sa.Column(
            "kind",
            sa.String(),
            nullable=False,
            comment="deprecated by timm, or a spelling met in sources",
        ),
        sa.Column(
            "target",
            sa.String().with_variant(sa.String(collation="C"), "postgresql"),
            nullable=True,
            comment="model or variant name it stands for; empty: nothing any more",
        ),
        sa.Column("model_id", sa.Integer(), nullable=True, comment="the target's model"),
        sa.Column(
            "variant_id", sa.Integer(), nullable=True, comment="the target, where it is a weight"
        ),
        sa.Column(
            "source_id", sa.Integer(), nullable=True, comment="registry revision that states it"
        ),
        sa.Column("line", sa.Integer(), nullable=True, comment="its line in that revision"),
        sa.CheckConstraint(
            "kind = 'deprecated' OR kind = 'spelling'", name=op.f("ck_aliases_kind_vocabulary")
        ),
        sa.ForeignKeyConstraint(["model_id"], ["models.id"], name=op.f("fk_aliases_model_id")),
        sa.ForeignKeyConstraint(
            ["source_id", "line"],
            ["source_rows.source_id", "source_rows.line"],
            name=op.f("fk_aliases_source_id_line"),
        ),
        sa.ForeignKeyConstraint(
            ["variant_id"], ["variants.id"], name=op.f("fk_aliases_variant_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_aliases")),
        sa.UniqueConstraint("name", name=op.f("uq_aliases_name")),
        comment="An old or other spelling of a model or variant",
    )
    with op.batch_alter_table("aliases", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_aliases_model_id"), ["model_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_aliases_variant_id"), ["variant_id"], unique=False)

    op.create_table(
        "evaluations",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "logical_source_id",
            sa.Integer(),
            nullable=False,
            comment="the series of revisions that it is part of",
        ),
        sa.Column(
            "source_id", sa.Integer(), nullable=False, comment="revision that brought the row"
        ),
        sa.Column("line", sa.Integer(), nullable=False, comment="its line in that revision"),
        sa.Column(
            "until_source_id",
            sa.Integer(),
            nullable=True,
            comment="revision that ended it; empty: current",
        ),
        sa.Column("dataset_id", sa.Integer(), nullable=False, comment="the test set"),
        sa.Column("variant_id", sa.Integer(), nullable=False, comment="the weight"),
        sa.Column(
            "name_written",
            sa.String().with_variant(sa.String(collation="C"), "postgresql"),
            nullable=False,
            comment="the weight's name as written",
        ),
        sa.Column(
            "img_size", sa.Integer(), nullable=False, comment="height and width tested at, pixels"
        ),
        sa.Column("top1", sa.Double(), nullable=False, comment="top-1 accuracy, percent"),
        sa.Column("top5", sa.Double(), nullable=False, comment="top-5 accuracy, percent"),
        sa.Column(
            "param_count", sa.Double(), nullable=True, comment="parameters as written, millions"
        ),
        sa.Column(
            "crop_pct", sa.Double(), nullable=True, comment="share of the resized image kept, 0..1"
        ),
        sa.Column("interpolation", sa.String(), nullable=True, comment="resizing before inference"),
        sa.Column(
            "is_shown",
            sa.Boolean(),
            nullable=False,
            comment="whether it is the one shown of the current rows for its weight, set and size",
        ),
        sa.CheckConstraint(
            "NOT is_shown OR until_source_id IS NULL", name=op.f("ck_evaluations_shown_is_current")
        ),
        sa.CheckConstraint(
            "crop_pct > 0 AND crop_pct < 1e300", name=op.f("ck_evaluations_crop_pct_finite")
        ),
        sa.CheckConstraint("img_size > 0", name=op.f("ck_evaluations_img_size_positive")),
        sa.CheckConstraint(
            "param_count > 0 AND param_count < 1e300",
            name=op.f("ck_evaluations_param_count_finite"),
        ),
        sa.CheckConstraint("top1 >= 0 AND top1 <= 100", name=op.f("ck_evaluations_top1_percent")),
        sa.CheckConstraint("top5 >= 0 AND top5 <= 100", name=op.f("ck_evaluations_top5_percent")),
        sa.CheckConstraint("top5 >= top1", name=op.f("ck_evaluations_top5_not_below_top1")),
        sa.CheckConstraint(
            "until_source_id > source_id", name=op.f("ck_evaluations_until_after_from")
        ),
        sa.ForeignKeyConstraint(
            ["dataset_id"], ["datasets.id"], name=op.f("fk_evaluations_dataset_id")
        ),
        sa.ForeignKeyConstraint(
            ["logical_source_id"],
            ["logical_sources.id"],
            name=op.f("fk_evaluations_logical_source_id"),
        ),
        sa.ForeignKeyConstraint(
            ["source_id", "line"],
            ["source_rows.source_id", "source_rows.line"],
            name=op.f("fk_evaluations_source_id_line"),
        ),
        sa.ForeignKeyConstraint(
            ["until_source_id"], ["sources.id"], name=op.f("fk_evaluations_until_source_id")
        ),
        sa.ForeignKeyConstraint(
            ["variant_id"], ["variants.id"], name=op.f("fk_evaluations_variant_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evaluations")),
        sa.UniqueConstraint(
            "logical_source_id",
            "name_written",
            "img_size",
            "source_id",
            name=op.f("uq_evaluations_logical_source_id_name_written_img_size_source_id"),
        ),
        comment="Accuracy of a weight on a test set at an image size",
    )
    with op.batch_alter_table("evaluations", schema=None) as batch_op:
        batch_op.create_index(
            "ix_evaluations_shown",
            ["dataset_id", "img_size", "top1", "id"],
            unique=False,
            sqlite_where=sa.text("is_shown = 1"),
            postgresql_where=sa.text("is_shown"),
        )
        batch_op.create_index(
            "ix_evaluations_variant_id", ["variant_id", "dataset_id", "img_size"], unique=False
        )
        batch_op.create_index(
            "uq_evaluations_current",
            ["logical_source_id", "name_written", "img_size"],
            unique=True,
            sqlite_where=sa.text("until_source_id IS NULL"),
            postgresql_where=sa.text("until_source_id IS NULL"),
        )

    op.create_table(
        "notes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=False, comment="the revision"),
        sa.Column("position", sa.Integer(), nullable=False, comment="place in the file, from 1"),
        sa.Column("year", sa.Integer(), nullable=True, comment="year of the heading above it"),
        sa.Column("title", sa.String(), nullable=False, comment="as written, e.g. timm/coat"),
        sa.Column("link", sa.String(), nullable=True, comment="address, where the title has one"),
        sa.Column("link_name", sa.String(), nullable=True, comment="weight that the address names"),
        sa.Column(
            "link_variant_id", sa.Integer(), nullable=True, comment="that weight, where it is known"
        ),
        sa.Column(
            "date",
            sa.String().with_variant(sa.String(collation="C"), "postgresql"),
            nullable=True,
            comment="dated line: ISO 8601, cut to its precision; mostly a last revision",
        ),
        sa.Column("date_precision", sa.String(), nullable=True, comment="year, month or day"),
        sa.Column("date_written", sa.String(), nullable=True, comment="the dated line as written"),
        sa.Column(
            "image_sizes",
            sa.JSON(),
            nullable=False,
            comment="input sizes, one text a line that states some, e.g. train 224x224, test 288x288",
        ),
        sa.Column("line", sa.Integer(), nullable=False, comment="1-based first line"),
        sa.Column("end_line", sa.Integer(), nullable=False, comment="1-based last line"),
        sa.CheckConstraint(
            "date_precision = 'year' OR date_precision = 'month' OR date_precision = 'day'",
            name=op.f("ck_notes_date_precision_vocabulary"),
        ),
        sa.ForeignKeyConstraint(
            ["link_variant_id"], ["variants.id"], name=op.f("fk_notes_link_variant_id")
        ),
        sa.ForeignKeyConstraint(["source_id"], ["sources.id"], name=op.f("fk_notes_source_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notes")),
        sa.UniqueConstraint("source_id", "position", name=op.f("uq_notes_source_id_position")),
        comment="An entry of the catalogue notes",
    )
    with op.batch_alter_table("notes", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_notes_link_variant_id"), ["link_variant_id"], unique=False
        )

    op.create_table(
        "resolutions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("variant_id", sa.Integer(), nullable=False, comment="the weight"),
        sa.Column(
            "purpose",
            sa.String(),
            nullable=False,
            comment="train, test or minimum by the registry; note: by the catalogue notes",
        ),
        sa.Column("height", sa.Integer(), nullable=False, comment="pixels"),
        sa.Column("width", sa.Integer(), nullable=False, comment="pixels"),
        sa.Column(
            "crop_pct", sa.Double(), nullable=True, comment="share of the resized image kept, 0..1"
        ),
        sa.Column(
            "is_fixed",
            sa.Boolean(),
            nullable=False,
            comment="whether the model takes no other size",
        ),
        sa.CheckConstraint(
            "purpose = 'train' OR purpose = 'test' OR purpose = 'minimum' OR purpose = 'note'",
            name=op.f("ck_resolutions_purpose_vocabulary"),
        ),
        sa.CheckConstraint(
            "crop_pct > 0 AND crop_pct < 1e300", name=op.f("ck_resolutions_crop_pct_finite")
        ),
        sa.CheckConstraint("height > 0 AND width > 0", name=op.f("ck_resolutions_size_positive")),
        sa.ForeignKeyConstraint(
            ["variant_id"], ["variants.id"], name=op.f("fk_resolutions_variant_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_resolutions")),
        sa.UniqueConstraint(
            "variant_id",
            "purpose",
            "height",
            "width",
            name=op.f("uq_resolutions_variant_id_purpose_height_width"),
        ),
        comment="An input size of a variant",
    )
    op.create_table(
        "variant_labels",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("logical_source_id", sa.Integer(), nullable=False),
        sa.Column(
            "source_id", sa.Integer(), nullable=False, comment="revision that brought the row"
        ),
        sa.Column("line", sa.Integer(), nullable=False, comment="its line in that revision"),
        sa.Column(
            "until_source_id",
            sa.Integer(),
            nullable=True,
            comment="revision that ended it; empty: current",
        ),
        sa.Column("variant_id", sa.Integer(), nullable=False, comment="the weight"),
        sa.Column(
            "name_written",
            sa.String().with_variant(sa.String(collation="C"), "postgresql"),
            nullable=False,
            comment="the weight's name as written",
        ),
        sa.Column(
            "pretrain",
            sa.String(),
            nullable=False,
            comment="pretraining as written, e.g. ig1b-swsl",
        ),
        sa.CheckConstraint(
            "until_source_id > source_id", name=op.f("ck_variant_labels_until_after_from")
        ),
        sa.ForeignKeyConstraint(
            ["logical_source_id"],
            ["logical_sources.id"],
            name=op.f("fk_variant_labels_logical_source_id"),
        ),
        sa.ForeignKeyConstraint(
            ["source_id", "line"],
            ["source_rows.source_id", "source_rows.line"],
            name=op.f("fk_variant_labels_source_id_line"),
        ),
        sa.ForeignKeyConstraint(
            ["until_source_id"], ["sources.id"], name=op.f("fk_variant_labels_until_source_id")
        ),
        sa.ForeignKeyConstraint(
            ["variant_id"], ["variants.id"], name=op.f("fk_variant_labels_variant_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_variant_labels")),
        sa.UniqueConstraint(
            "logical_source_id",
            "name_written",
            "source_id",
            name=op.f("uq_variant_labels_logical_source_id_name_written_source_id"),
        ),
        comment="What a metadata file says a weight was pretrained on",
    )
    with op.batch_alter_table("variant_labels", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_variant_labels_variant_id"), ["variant_id"], unique=False
        )
        batch_op.create_index(
            "uq_variant_labels_current",
            ["logical_source_id", "name_written"],
            unique=True,
            sqlite_where=sa.text("until_source_id IS NULL"),
            postgresql_where=sa.text("until_source_id IS NULL"),
        )

    op.create_table(
        "variant_papers",
        sa.Column("variant_id", sa.Integer(), nullable=False),
        sa.Column("paper_id", sa.Integer(), nullable=False),
        sa.Column("relation", sa.String(), nullable=False, comment="trains"),
        sa.Column("source", sa.String(), nullable=False, comment="which rule found the paper"),
        sa.Column("confidence", sa.String(), nullable=False, comment="how sure that rule is"),
        sa.CheckConstraint(
            "confidence = 'high' OR confidence = 'medium' OR confidence = 'low'",
            name=op.f("ck_variant_papers_confidence_vocabulary"),
        ),
        sa.CheckConstraint(
            "relation = 'trains'", name=op.f("ck_variant_papers_relation_vocabulary")
        ),
        sa.CheckConstraint(
            "source = 'paper_ids' OR source = 'entry_point' OR source = 'module' OR source = 'curated' OR source = 'note'",
            name=op.f("ck_variant_papers_source_vocabulary"),
        ),
        sa.ForeignKeyConstraint(
            ["paper_id"], ["papers.id"], name=op.f("fk_variant_papers_paper_id")
        ),
        sa.ForeignKeyConstraint(
            ["variant_id"], ["variants.id"], name=op.f("fk_variant_papers_variant_id")
        ),
        sa.PrimaryKeyConstraint("variant_id", "paper_id", name=op.f("pk_variant_papers")),
        comment="A paper that describes how a weight was trained",
    )
    with op.batch_alter_table("variant_papers", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_variant_papers_paper_id"), ["paper_id"], unique=False)

    op.create_table(
        "note_remarks",
        sa.Column("note_id", sa.Integer(), nullable=False),
        sa.Column(
            "position",
            sa.Integer(),
            autoincrement=False,
            nullable=False,
            comment="place in the entry, from 1",
        ),
        sa.Column(
            "parent_position", sa.Integer(), nullable=True, comment="the bullet that it is under"
        ),
        sa.Column(
            "kind", sa.String(), nullable=False, comment="bullet, or other text between bullets"
        ),
        sa.Column("line", sa.Integer(), nullable=False, comment="1-based line"),
        sa.Column("raw", sa.String(), nullable=False, comment="line or lines as written"),
        sa.Column("text", sa.String(), nullable=False, comment="without marks"),
        sa.CheckConstraint(
            "kind = 'bullet' OR kind = 'text'", name=op.f("ck_note_remarks_kind_vocabulary")
        ),
        sa.CheckConstraint(
            "parent_position < position", name=op.f("ck_note_remarks_parent_before_child")
        ),
        sa.ForeignKeyConstraint(
            ["note_id", "parent_position"],
            ["note_remarks.note_id", "note_remarks.position"],
            name=op.f("fk_note_remarks_note_id_parent_position"),
        ),
        sa.ForeignKeyConstraint(["note_id"], ["notes.id"], name=op.f("fk_note_remarks_note_id")),
        sa.PrimaryKeyConstraint("note_id", "position", name=op.f("pk_note_remarks")),
        comment="A bullet of an entry, in order and nesting",
    )
    op.create_table(
        "note_sizes",
        sa.Column("note_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column(
            "purpose",
            sa.String(),
            nullable=False,
            comment="train, test, or any where the entry says no more",
        ),
        sa.Column("height", sa.Integer(), nullable=False, comment="pixels"),
        sa.Column("width", sa.Integer(), nullable=False, comment="pixels"),
        sa.Column("line", sa.Integer(), nullable=False, comment="1-based line"),
        sa.CheckConstraint(
            "purpose = 'any' OR purpose = 'train' OR purpose = 'test'",
            name=op.f("ck_note_sizes_purpose_vocabulary"),
        ),
        sa.CheckConstraint("height > 0 AND width > 0", name=op.f("ck_note_sizes_size_positive")),
        sa.ForeignKeyConstraint(["note_id"], ["notes.id"], name=op.f("fk_note_sizes_note_id")),
        sa.PrimaryKeyConstraint("note_id", "position", name=op.f("pk_note_sizes")),
        comment="An input size that an entry states",
    )
    op.create_table(
        "note_models",
        sa.Column("note_id", sa.Integer(), nullable=False),
        sa.Column(
            "position",
            sa.Integer(),
            autoincrement=False,
            nullable=False,
            comment="place in the entry, from 1",
        ),
        sa.Column(
            "remark_position", sa.Integer(), nullable=True, comment="the bullet; empty: the title"
        ),
        sa.Column(
            "name_written",
            sa.String().with_variant(sa.String(collation="C"), "postgresql"),
            nullable=False,
            comment="name as written",
        ),
        sa.Column("relation", sa.String(), nullable=False, comment="what the entry says of it"),
        sa.Column("words", sa.String(), nullable=True, comment="the entry's words for it"),
        sa.Column("link", sa.String(), nullable=True, comment="address beside it"),
        sa.Column(
            "stated_year", sa.Integer(), nullable=True, comment="year that the bullet states for it"
        ),
        sa.Column(
            "model_id", sa.Integer(), nullable=True, comment="the model, where the name is one"
        ),
        sa.Column(
            "variant_id", sa.Integer(), nullable=True, comment="the weight, where the name is one"
        ),
        sa.Column(
            "family_id", sa.Integer(), nullable=True, comment="the family, where the name is one"
        ),
        sa.CheckConstraint(
            "relation = 'subject' OR relation = 'covers' OR relation = 'sibling' OR relation = 'related' OR relation = 'best' OR relation = 'mention'",
            name=op.f("ck_note_models_relation_vocabulary"),
        ),
        sa.ForeignKeyConstraint(
            ["family_id"], ["families.id"], name=op.f("fk_note_models_family_id")
        ),
        sa.ForeignKeyConstraint(["model_id"], ["models.id"], name=op.f("fk_note_models_model_id")),
        sa.ForeignKeyConstraint(
            ["note_id", "remark_position"],
            ["note_remarks.note_id", "note_remarks.position"],
            name=op.f("fk_note_models_note_id_remark_position"),
        ),
        sa.ForeignKeyConstraint(["note_id"], ["notes.id"], name=op.f("fk_note_models_note_id")),
        sa.ForeignKeyConstraint(
            ["variant_id"], ["variants.id"], name=op.f("fk_note_models_variant_id")
        ),
        sa.PrimaryKeyConstraint("note_id", "position", name=op.f("pk_note_models")),
        comment="A name that an entry speaks of, and how",
    )
    with op.batch_alter_table("note_models", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_note_models_family_id"), ["family_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_note_models_model_id"), ["model_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_note_models_variant_id"), ["variant_id"], unique=False)

    op.create_table(
        "note_papers",
        sa.Column("note_id", sa.Integer(), nullable=False),
        sa.Column(
            "arxiv_id",
            sa.String().with_variant(sa.String(collation="C"), "postgresql"),
            nullable=False,
            comment="e.g. 2104.06399",
        ),
        sa.Column(
            "relation", sa.String(), nullable=False, comment="introduces the subject, or is related"
        ),
        sa.Column(
            "remark_position", sa.Integer(), nullable=True, comment="the bullet; empty: the title"
        ),
        sa.CheckConstraint(
            "relation = 'introduces' OR relation = 'related'",
            name=op.f("ck_note_papers_relation_vocabulary"),
        ),
        sa.ForeignKeyConstraint(
            ["note_id", "remark_position"],
            ["note_remarks.note_id", "note_remarks.position"],
            name=op.f("fk_note_papers_note_id_remark_position"),
        ),
        sa.ForeignKeyConstraint(["note_id"], ["notes.id"], name=op.f("fk_note_papers_note_id")),
        sa.PrimaryKeyConstraint("note_id", "arxiv_id", name=op.f("pk_note_papers")),
        comment="A paper on arXiv that an entry links",
    )
    op.create_table(
        "note_trainers",
        sa.Column("note_id", sa.Integer(), nullable=False),
        sa.Column(
            "token",
            sa.String().with_variant(sa.String(collation="C"), "postgresql"),
            nullable=False,
            comment="part of the weights' names, e.g. rw",
        ),
        sa.Column("person", sa.String(), nullable=False, comment="who trained them"),
        sa.Column(
            "remark_position", sa.Integer(), nullable=False, comment="the bullet that says so"
        ),
        sa.ForeignKeyConstraint(
            ["note_id", "remark_position"],
            ["note_remarks.note_id", "note_remarks.position"],
            name=op.f("fk_note_trainers_note_id_remark_position"),
        ),
        sa.ForeignKeyConstraint(["note_id"], ["notes.id"], name=op.f("fk_note_trainers_note_id")),
        sa.PrimaryKeyConstraint("note_id", "token", name=op.f("pk_note_trainers")),
        comment="Who trained the weights of an entry whose names hold a token",
    )


def downgrade() -> None:

    op.drop_table("note_trainers")
    op.drop_table("note_papers")
    with op.batch_alter_table("note_models", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_note_models_variant_id"))
        batch_op.drop_index(batch_op.f("ix_note_models_model_id"))
        batch_op.drop_index(batch_op.f("ix_note_models_family_id"))

    op.drop_table("note_models")
    op.drop_table("note_sizes")
    op.drop_table("note_remarks")
    with op.batch_alter_table("variant_papers", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_variant_papers_paper_id"))

    op.drop_table("variant_papers")
    with op.batch_alter_table("variant_labels", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_variant_labels_current",
            sqlite_where=sa.text("until_source_id IS NULL"),
            postgresql_where=sa.text("until_source_id IS NULL"),
        )
        batch_op.drop_index(batch_op.f("ix_variant_labels_variant_id"))

    op.drop_table("variant_labels")
    op.drop_table("resolutions")
    with op.batch_alter_table("notes", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_notes_link_variant_id"))

    op.drop_table("notes")
    with op.batch_alter_table("evaluations", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_evaluations_current",
            sqlite_where=sa.text("until_source_id IS NULL"),
            postgresql_where=sa.text("until_source_id IS NULL"),
        )
        batch_op.drop_index("ix_evaluations_variant_id")
        batch_op.drop_index(
            "ix_evaluations_shown",
            sqlite_where=sa.text("is_shown = 1"),
            postgresql_where=sa.text("is_shown"),
        )

    op.drop_table("evaluations")
    with op.batch_alter_table("aliases", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_aliases_variant_id"))
        batch_op.drop_index(batch_op.f("ix_aliases_model_id"))

    op.drop_table("aliases")
    with op.batch_alter_table("variants", schema=None) as batch_op:
        batch_op.drop_index("ix_variants_model_id")
        batch_op.drop_index(batch_op.f("ix_variants_licence_id"))

    op.drop_table("variants")
    with op.batch_alter_table("model_papers", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_model_papers_introduces",
            sqlite_where=sa.text("relation = 'introduces'"),
            postgresql_where=sa.text("relation = 'introduces'"),
        )
        batch_op.drop_index(batch_op.f("ix_model_papers_paper_id"))

    op.drop_table("model_papers")
    with op.batch_alter_table("measurements", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_measurements_without_batch_size",
            sqlite_where=sa.text("batch_size IS NULL"),
            postgresql_where=sa.text("batch_size IS NULL"),
        )
        batch_op.drop_index("ix_measurements_model_id")

    op.drop_table("measurements")
    with op.batch_alter_table("models", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_models_year"))
        batch_op.drop_index(batch_op.f("ix_models_family_id"))

    op.drop_table("models")
    op.drop_table("source_rows")
    with op.batch_alter_table("problems", schema=None) as batch_op:
        batch_op.drop_index("ix_problems_source_id")

    op.drop_table("problems")
    op.drop_table("ingests")
    with op.batch_alter_table("sources", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_sources_current",
            sqlite_where=sa.text("is_current"),
            postgresql_where=sa.text("is_current"),
        )
        batch_op.drop_index("ix_sources_logical_source_id")

    op.drop_table("sources")
    with op.batch_alter_table("datasets", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_datasets_paper_id"))

    op.drop_table("datasets")
    with op.batch_alter_table("benchmark_runs", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_benchmark_runs_environment_id"))

    op.drop_table("benchmark_runs")
    op.drop_table("papers")
    op.drop_table("logical_sources")
    op.drop_table("licences")
    op.drop_table("families")
    with op.batch_alter_table("environments", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_environments_device_key"))

    op.drop_table("environments")
    op.drop_table("data_state")
