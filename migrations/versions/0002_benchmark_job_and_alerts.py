"""The benchmark job: repeats, percentiles, memory and energy; series, change points and alerts.

Revision: 0002, follows 0001.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

FIGURES = (
    "wall_samples_per_second",
    "step_time_mean_ms",
    "step_time_p5_ms",
    "step_time_p90_ms",
    "step_time_p95_ms",
    "step_time_p99_ms",
    "step_time_mad_ms",
    "step_time_cv",
    "first_step_s",
    "compile_time_s",
    "peak_memory_mib",
    "peak_memory_reserved_mib",
    "energy_per_image_j",
)


def upgrade() -> None:
    op.create_table(
        "series",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "model",
            sa.String().with_variant(sa.String(collation="C"), "postgresql"),
            nullable=False,
            comment="the architecture's name",
        ),
        sa.Column(
            "img_size",
            sa.Integer(),
            nullable=False,
            comment="height and width of the input, pixels",
        ),
        sa.Column("batch_size", sa.Integer(), nullable=False, comment="images a step"),
        sa.Column("task", sa.String(), nullable=False, comment="infer or train"),
        sa.Column(
            "precision", sa.String(), nullable=False, comment="number format of the computation"
        ),
        sa.Column("layout", sa.String(), nullable=False, comment="memory layout of the input"),
        sa.Column("compile", sa.String(), nullable=False, comment="off, or compiler:mode"),
        sa.Column(
            "device_key",
            sa.String().with_variant(sa.String(collation="C"), "postgresql"),
            nullable=False,
            comment="device and machine",
        ),
        sa.Column(
            "protocol",
            sa.String(),
            nullable=False,
            comment="how the figures were taken, with its version",
        ),
        sa.Column("metric", sa.String(), nullable=False, comment="see db.metrics"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_series")),
        sa.UniqueConstraint(
            "model",
            "img_size",
            "batch_size",
            "task",
            "precision",
            "layout",
            "compile",
            "device_key",
            "protocol",
            "metric",
            name=op.f("uq_series_key"),
        ),
        comment="What is compared from night to night",
    )
    op.create_table(
        "alerts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False, comment="what happened"),
        sa.Column(
            "device_key",
            sa.String().with_variant(sa.String(collation="C"), "postgresql"),
            nullable=False,
            comment="device and machine",
        ),
        sa.Column(
            "series_id",
            sa.Integer(),
            nullable=True,
            comment="of one model; empty for the whole device",
        ),
        sa.Column("run_id", sa.Integer(), nullable=True, comment="the run in which it appeared"),
        sa.Column("state", sa.String(), nullable=False, comment="open until somebody decides"),
        sa.Column(
            "verdict", sa.String(), nullable=True, comment="real or noise; empty: not judged"
        ),
        sa.Column("ratio", sa.Double(), nullable=True, comment="throughput now / before"),
        sa.Column(
            "ratio_low", sa.Double(), nullable=True, comment="lower end of its 95 % interval"
        ),
        sa.Column(
            "ratio_high", sa.Double(), nullable=True, comment="upper end of its 95 % interval"
        ),
        sa.Column("baseline", sa.Double(), nullable=True, comment="throughput before, images/s"),
        sa.Column("value", sa.Double(), nullable=True, comment="throughput now, images/s"),
        sa.Column(
            "q_value",
            sa.Double(),
            nullable=True,
            comment="false discovery rate at which it would just be reported (Benjamini-Hochberg)",
        ),
        sa.Column("text", sa.String(), nullable=False, comment="what happened, in one sentence"),
        sa.Column(
            "raised_at",
            sa.String(27).with_variant(sa.DateTime(timezone=True), "postgresql"),
            nullable=False,
            comment="UTC",
        ),
        sa.Column(
            "judged_at",
            sa.String(27).with_variant(sa.DateTime(timezone=True), "postgresql"),
            nullable=True,
            comment="UTC",
        ),
        sa.Column("judged_by", sa.String(), nullable=True, comment="who judged"),
        sa.Column("remark", sa.String(), nullable=True, comment="why, in the judge's words"),
        sa.CheckConstraint(
            "kind = 'regression' OR kind = 'improvement' OR kind = 'environment_change' OR kind = 'common_mode' OR kind = 'missed_night'",
            name=op.f("ck_alerts_kind_vocabulary"),
        ),
        sa.CheckConstraint(
            "state = 'open' OR state = 'closed' OR state = 'accepted' OR state = 'muted'",
            name=op.f("ck_alerts_state_vocabulary"),
        ),
        sa.CheckConstraint(
            "verdict = 'real' OR verdict = 'noise'", name=op.f("ck_alerts_verdict_vocabulary")
        ),
        sa.CheckConstraint(
            "(verdict IS NULL) = (judged_at IS NULL)", name=op.f("ck_alerts_verdict_has_time")
        ),
        sa.CheckConstraint(
            "baseline > 0 AND baseline < 1e300", name=op.f("ck_alerts_baseline_finite")
        ),
        sa.CheckConstraint("q_value >= 0 AND q_value <= 1", name=op.f("ck_alerts_q_value_range")),
        sa.CheckConstraint("ratio > 0 AND ratio < 1e300", name=op.f("ck_alerts_ratio_finite")),
        sa.CheckConstraint(
            "ratio_high >= 0 AND ratio_high < 1e300", name=op.f("ck_alerts_ratio_high_finite")
        ),
        sa.CheckConstraint(
            "ratio_low >= 0 AND ratio_low < 1e300", name=op.f("ck_alerts_ratio_low_finite")
        ),
        sa.CheckConstraint("value > 0 AND value < 1e300", name=op.f("ck_alerts_value_finite")),
        sa.ForeignKeyConstraint(["run_id"], ["benchmark_runs.id"], name=op.f("fk_alerts_run_id")),
        sa.ForeignKeyConstraint(["series_id"], ["series.id"], name=op.f("fk_alerts_series_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_alerts")),
        comment="Something worth reading about a night, and what people made of it",
    )
    op.create_index(op.f("ix_alerts_device_key"), "alerts", ["device_key"])
    op.create_index(op.f("ix_alerts_raised_at"), "alerts", ["raised_at"])
    op.create_index(op.f("ix_alerts_run_id"), "alerts", ["run_id"])
    op.create_index(op.f("ix_alerts_series_id"), "alerts", ["series_id"])

    op.create_table(
        "change_points",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("series_id", sa.Integer(), nullable=False, comment="the series"),
        sa.Column("run_id", sa.Integer(), nullable=False, comment="first run of the new segment"),
        sa.Column("kind", sa.String(), nullable=False, comment="detected, environment or accepted"),
        sa.Column(
            "ratio", sa.Double(), nullable=True, comment="level after / before; empty while unknown"
        ),
        sa.CheckConstraint(
            "kind = 'detected' OR kind = 'environment' OR kind = 'accepted'",
            name=op.f("ck_change_points_kind_vocabulary"),
        ),
        sa.CheckConstraint(
            "ratio > 0 AND ratio < 1e300", name=op.f("ck_change_points_ratio_finite")
        ),
        sa.ForeignKeyConstraint(
            ["run_id"], ["benchmark_runs.id"], name=op.f("fk_change_points_run_id")
        ),
        sa.ForeignKeyConstraint(
            ["series_id"], ["series.id"], name=op.f("fk_change_points_series_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_change_points")),
        sa.UniqueConstraint(
            "series_id", "run_id", "kind", name=op.f("uq_change_points_series_id_run_id_kind")
        ),
        comment="The first run of a new segment of a series",
    )
    op.create_index(op.f("ix_change_points_run_id"), "change_points", ["run_id"])

    op.create_table(
        "measurement_samples",
        sa.Column("source_id", sa.Integer(), nullable=False, comment="the revision"),
        sa.Column(
            "line",
            sa.Integer(),
            autoincrement=False,
            nullable=False,
            comment="its line in that revision",
        ),
        sa.Column(
            "samples_ms",
            sa.String(),
            nullable=False,
            comment="JSON array of the step times in their order, milliseconds",
        ),
        sa.ForeignKeyConstraint(
            ["source_id", "line"],
            ["source_rows.source_id", "source_rows.line"],
            name=op.f("fk_measurement_samples_source_id_line"),
        ),
        sa.PrimaryKeyConstraint("source_id", "line", name=op.f("pk_measurement_samples")),
        comment="Single step times of a measurement",
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("benchmark_runs") as batch_op:
        batch_op.add_column(
            sa.Column("compile_mode", sa.String(), nullable=True, comment="mode of the compiler")
        )
        batch_op.add_column(
            sa.Column(
                "protocol_version",
                sa.String(),
                server_default="1",
                nullable=False,
                comment="figures of two versions are not compared",
            )
        )
        batch_op.add_column(
            sa.Column(
                "purpose",
                sa.String(),
                server_default="manual",
                nullable=False,
                comment="manual or nightly",
            )
        )
        batch_op.add_column(
            sa.Column(
                "finished_at",
                sa.String(27).with_variant(sa.DateTime(timezone=True), "postgresql"),
                nullable=True,
                comment="UTC; empty for a run that did not go through",
            )
        )
        batch_op.add_column(
            sa.Column(
                "night",
                sa.String().with_variant(sa.String(collation="C"), "postgresql"),
                nullable=True,
                comment="local date of its start",
            )
        )
        batch_op.add_column(
            sa.Column(
                "timezone", sa.String(), nullable=True, comment="IANA name of the local time zone"
            )
        )
        batch_op.add_column(
            sa.Column(
                "control_drift",
                sa.Double(),
                nullable=True,
                comment="fastest / slowest measurement of the control model in this run, less 1",
            )
        )
        batch_op.create_check_constraint(
            op.f("ck_benchmark_runs_purpose_vocabulary"),
            "purpose = 'manual' OR purpose = 'nightly'",
        )
        batch_op.create_check_constraint(
            op.f("ck_benchmark_runs_control_drift_finite"),
            "control_drift >= 0 AND control_drift < 1e300",
        )

    with op.batch_alter_table("environments") as batch_op:
        batch_op.add_column(
            sa.Column(
                "cpu_model", sa.String(), nullable=True, comment="processor, as it calls itself"
            )
        )
        batch_op.add_column(
            sa.Column(
                "cpu_count", sa.Integer(), nullable=True, comment="cores that the job may use"
            )
        )
        batch_op.add_column(
            sa.Column("memory_mib", sa.Integer(), nullable=True, comment="main memory, MiB")
        )
        batch_op.add_column(
            sa.Column(
                "device_memory_mib",
                sa.Integer(),
                nullable=True,
                comment="memory of the accelerator, MiB",
            )
        )
        batch_op.add_column(
            sa.Column(
                "power_limit_w", sa.Double(), nullable=True, comment="of the accelerator, watts"
            )
        )
        batch_op.add_column(
            sa.Column(
                "is_mig",
                sa.Boolean(),
                nullable=True,
                comment="whether the accelerator is cut into instances (MIG)",
            )
        )
        batch_op.add_column(
            sa.Column(
                "thread_count", sa.Integer(), nullable=True, comment="threads of PyTorch on a CPU"
            )
        )
        batch_op.create_check_constraint(
            op.f("ck_environments_power_limit_w_finite"),
            "power_limit_w > 0 AND power_limit_w < 1e300",
        )

    with op.batch_alter_table("measurements") as batch_op:
        batch_op.add_column(
            sa.Column(
                "repeat",
                sa.Integer(),
                server_default="1",
                nullable=False,
                comment="1, or the how-manieth measurement of the same in its run",
            )
        )
        batch_op.add_column(
            sa.Column("reason", sa.String(), nullable=True, comment="why the status is not ok")
        )
        batch_op.add_column(
            sa.Column(
                "is_max_batch_size",
                sa.Boolean(),
                nullable=True,
                comment="whether the batch size is the largest that fitted",
            )
        )
        batch_op.add_column(
            sa.Column("sample_count", sa.Integer(), nullable=True, comment="steps that were timed")
        )
        batch_op.add_column(
            sa.Column("is_low_n", sa.Boolean(), nullable=True, comment="whether these are under 30")
        )
        batch_op.add_column(
            sa.Column(
                "wall_samples_per_second",
                sa.Double(),
                nullable=True,
                comment="throughput over the wall time of all steps, images/s",
            )
        )
        batch_op.add_column(
            sa.Column(
                "step_time_mean_ms", sa.Double(), nullable=True, comment="mean step, milliseconds"
            )
        )
        batch_op.add_column(
            sa.Column(
                "step_time_p5_ms",
                sa.Double(),
                nullable=True,
                comment="5th percentile, milliseconds",
            )
        )
        batch_op.add_column(
            sa.Column(
                "step_time_p90_ms",
                sa.Double(),
                nullable=True,
                comment="90th percentile, milliseconds",
            )
        )
        batch_op.add_column(
            sa.Column(
                "step_time_p95_ms",
                sa.Double(),
                nullable=True,
                comment="95th percentile, milliseconds",
            )
        )
        batch_op.add_column(
            sa.Column(
                "step_time_p99_ms",
                sa.Double(),
                nullable=True,
                comment="99th percentile, milliseconds",
            )
        )
        batch_op.add_column(
            sa.Column(
                "step_time_mad_ms",
                sa.Double(),
                nullable=True,
                comment="median absolute deviation of the steps, milliseconds",
            )
        )
        batch_op.add_column(
            sa.Column(
                "step_time_cv",
                sa.Double(),
                nullable=True,
                comment="standard deviation of the steps / their mean",
            )
        )
        batch_op.add_column(
            sa.Column(
                "first_step_s", sa.Double(), nullable=True, comment="first step of all, seconds"
            )
        )
        batch_op.add_column(
            sa.Column("compile_time_s", sa.Double(), nullable=True, comment="compiling, seconds")
        )
        batch_op.add_column(
            sa.Column(
                "peak_memory_mib",
                sa.Double(),
                nullable=True,
                comment="most memory allocated on the device, or held by the process on a CPU, MiB",
            )
        )
        batch_op.add_column(
            sa.Column(
                "peak_memory_reserved_mib",
                sa.Double(),
                nullable=True,
                comment="most memory reserved on the device, MiB",
            )
        )
        batch_op.add_column(
            sa.Column(
                "energy_per_image_j",
                sa.Double(),
                nullable=True,
                comment="energy of the device for one image, joules",
            )
        )
        batch_op.add_column(
            sa.Column(
                "cost_counter", sa.String(), nullable=True, comment="what counted gmacs and macts"
            )
        )
        batch_op.add_column(
            sa.Column(
                "is_output_finite",
                sa.Boolean(),
                nullable=True,
                comment="whether the output is free of NaN and infinity",
            )
        )
        batch_op.create_check_constraint(op.f("ck_measurements_repeat_positive"), "repeat > 0")
        sound = " AND ".join(f"{name} >= 0 AND {name} < 1e300" for name in FIGURES)
        batch_op.create_check_constraint(
            op.f("ck_measurements_figures_finite"),
            f"coalesce({', '.join(FIGURES)}) IS NULL OR ({sound})",
        )
        batch_op.drop_constraint(
            batch_op.f("uq_measurements_run_id_name_written_img_size_batch_size_source_id"),
            type_="unique",
        )
        batch_op.drop_index(
            batch_op.f("uq_measurements_without_batch_size"),
            sqlite_where=sa.text("batch_size IS NULL"),
        )
        batch_op.create_index(
            "uq_measurements_without_batch_size",
            ["run_id", "name_written", "img_size", "repeat", "source_id"],
            unique=True,
            sqlite_where=sa.text("batch_size IS NULL"),
            postgresql_where=sa.text("batch_size IS NULL"),
        )
        batch_op.create_unique_constraint(
            batch_op.f("uq_measurements_key"),
            ["run_id", "name_written", "img_size", "batch_size", "repeat", "source_id"],
        )


def downgrade() -> None:
    # The older schema has one measurement of a kind a run: further ones go.
    op.execute("DELETE FROM measurements WHERE repeat > 1")
    with op.batch_alter_table("measurements") as batch_op:
        batch_op.drop_constraint(batch_op.f("uq_measurements_key"), type_="unique")
        batch_op.drop_index(
            "uq_measurements_without_batch_size",
            sqlite_where=sa.text("batch_size IS NULL"),
            postgresql_where=sa.text("batch_size IS NULL"),
        )
        batch_op.create_index(
            batch_op.f("uq_measurements_without_batch_size"),
            ["run_id", "name_written", "img_size", "source_id"],
            unique=True,
            sqlite_where=sa.text("batch_size IS NULL"),
        )
        batch_op.create_unique_constraint(
            batch_op.f("uq_measurements_run_id_name_written_img_size_batch_size_source_id"),
            ["run_id", "name_written", "img_size", "batch_size", "source_id"],
        )
        batch_op.drop_constraint(op.f("ck_measurements_figures_finite"), type_="check")
        batch_op.drop_constraint(op.f("ck_measurements_repeat_positive"), type_="check")
        batch_op.drop_column("is_output_finite")
        batch_op.drop_column("cost_counter")
        batch_op.drop_column("energy_per_image_j")
        batch_op.drop_column("peak_memory_reserved_mib")
        batch_op.drop_column("peak_memory_mib")
        batch_op.drop_column("compile_time_s")
        batch_op.drop_column("first_step_s")
        batch_op.drop_column("step_time_cv")
        batch_op.drop_column("step_time_mad_ms")
        batch_op.drop_column("step_time_p99_ms")
        batch_op.drop_column("step_time_p95_ms")
        batch_op.drop_column("step_time_p90_ms")
        batch_op.drop_column("step_time_p5_ms")
        batch_op.drop_column("step_time_mean_ms")
        batch_op.drop_column("wall_samples_per_second")
        batch_op.drop_column("is_low_n")
        batch_op.drop_column("sample_count")
        batch_op.drop_column("is_max_batch_size")
        batch_op.drop_column("reason")
        batch_op.drop_column("repeat")

    with op.batch_alter_table("environments") as batch_op:
        batch_op.drop_constraint(op.f("ck_environments_power_limit_w_finite"), type_="check")
        batch_op.drop_column("thread_count")
        batch_op.drop_column("is_mig")
        batch_op.drop_column("power_limit_w")
        batch_op.drop_column("device_memory_mib")
        batch_op.drop_column("memory_mib")
        batch_op.drop_column("cpu_count")
        batch_op.drop_column("cpu_model")

    with op.batch_alter_table("benchmark_runs") as batch_op:
        batch_op.drop_constraint(op.f("ck_benchmark_runs_control_drift_finite"), type_="check")
        batch_op.drop_constraint(op.f("ck_benchmark_runs_purpose_vocabulary"), type_="check")
        batch_op.drop_column("control_drift")
        batch_op.drop_column("timezone")
        batch_op.drop_column("night")
        batch_op.drop_column("finished_at")
        batch_op.drop_column("purpose")
        batch_op.drop_column("protocol_version")
        batch_op.drop_column("compile_mode")

    op.drop_table("measurement_samples")
    op.drop_table("change_points")
    op.drop_table("alerts")
    op.drop_table("series")
