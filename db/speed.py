"""Environments, benchmark runs and what they measured."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.base import Base, Instant, SortedText, all_finite, finite, one_of
from db.catalogue import Model
from db.provenance import LogicalSource, Source

DEVICE_KINDS = ("cpu", "cuda", "other")
TASKS = ("infer", "train")
PRECISIONS = ("fp32", "tf32", "fp16", "bf16", "amp", "amp_bf16")
LAYOUTS = ("nchw", "nhwc")
COMPILERS = ("off", "inductor")
STATUSES = ("ok", "oom", "error", "timeout", "unstable", "missing")
#: How a figure was taken: timm's wall-clock mean over a loop, or this project's median per step.
PROTOCOLS = ("timm-mean", "backbonedb-median")
#: Whether a person or the nightly job started a run.
PURPOSES = ("manual", "nightly")


#: Further figures of this project's own runs; none is negative.
FIGURES_OF_A_RUN = (
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


class Environment(Base):
    """Software and hardware that a run had."""

    __tablename__ = "environments"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(SortedText, unique=True, comment="e.g. rtx4090-pt291-cu128")
    device_key: Mapped[str] = mapped_column(SortedText, index=True, comment="e.g. rtx4090")
    device_kind: Mapped[str] = mapped_column(comment="cpu, cuda or other")
    device_name: Mapped[str | None] = mapped_column(comment="as the device calls itself")
    device_count: Mapped[int] = mapped_column(comment="devices used together")
    driver: Mapped[str | None] = mapped_column(comment="driver version")
    cuda: Mapped[str | None] = mapped_column(comment="CUDA version, e.g. 12.8")
    cudnn: Mapped[str | None] = mapped_column(comment="cuDNN version")
    torch: Mapped[str | None] = mapped_column(comment="PyTorch version, e.g. 2.9.1")
    timm: Mapped[str | None] = mapped_column(comment="timm version")
    python: Mapped[str | None] = mapped_column(comment="Python version")
    os: Mapped[str | None] = mapped_column(comment="operating system")
    cpu_model: Mapped[str | None] = mapped_column(comment="processor, as it calls itself")
    cpu_count: Mapped[int | None] = mapped_column(comment="cores that the job may use")
    memory_mib: Mapped[int | None] = mapped_column(comment="main memory, MiB")
    device_memory_mib: Mapped[int | None] = mapped_column(comment="memory of the accelerator, MiB")
    power_limit_w: Mapped[float | None] = mapped_column(comment="of the accelerator, watts")
    is_mig: Mapped[bool | None] = mapped_column(
        comment="whether the accelerator is cut into instances (MIG)"
    )
    thread_count: Mapped[int | None] = mapped_column(comment="threads of PyTorch on a CPU")

    __table_args__ = (
        one_of("device_kind", DEVICE_KINDS),
        finite("power_limit_w", positive=True),
        CheckConstraint("device_count > 0", name="device_count_positive"),
        {"comment": "Software and hardware that a run had"},
    )


class BenchmarkRun(Base):
    """One job, or one benchmark CSV: the settings that all its measurements share."""

    __tablename__ = "benchmark_runs"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(
        SortedText, unique=True, comment="e.g. infer-amp-nchw-pt291-cu128-rtx4090-dynamo"
    )
    logical_source_id: Mapped[int] = mapped_column(
        ForeignKey("logical_sources.id"), unique=True, comment="the source that reports it"
    )
    environment_id: Mapped[int] = mapped_column(ForeignKey("environments.id"), index=True)
    task: Mapped[str] = mapped_column(comment="infer or train")
    precision: Mapped[str] = mapped_column(comment="number format of the computation")
    layout: Mapped[str] = mapped_column(comment="memory layout of the input")
    compile: Mapped[str] = mapped_column(comment="compiler, or off")
    protocol: Mapped[str] = mapped_column(comment="how the figures were taken")
    started_at: Mapped[datetime | None] = mapped_column(Instant, comment="UTC")
    machine_label: Mapped[str | None] = mapped_column(comment="name given to the machine")
    compile_mode: Mapped[str | None] = mapped_column(comment="mode of the compiler")
    protocol_version: Mapped[str] = mapped_column(
        server_default="1", comment="figures of two versions are not compared"
    )
    purpose: Mapped[str] = mapped_column(server_default="manual", comment="manual or nightly")
    finished_at: Mapped[datetime | None] = mapped_column(
        Instant, comment="UTC; empty for a run that did not go through"
    )
    night: Mapped[str | None] = mapped_column(SortedText, comment="local date of its start")
    timezone: Mapped[str | None] = mapped_column(comment="IANA name of the local time zone")
    control_drift: Mapped[float | None] = mapped_column(
        comment="fastest / slowest measurement of the control model in this run, less 1"
    )

    environment: Mapped[Environment] = relationship()
    logical_source: Mapped[LogicalSource] = relationship()

    __table_args__ = (
        one_of("task", TASKS),
        one_of("precision", PRECISIONS),
        one_of("layout", LAYOUTS),
        one_of("compile", COMPILERS),
        one_of("protocol", PROTOCOLS),
        one_of("purpose", PURPOSES),
        finite("control_drift"),
        {"comment": "One job, or one benchmark CSV"},
    )


class Measurement(Base):
    """One model at one image size and batch size in one run. Valid as evaluations are."""

    __tablename__ = "measurements"

    id: Mapped[int] = mapped_column(primary_key=True)
    run_id: Mapped[int] = mapped_column(ForeignKey("benchmark_runs.id"), comment="the run")
    source_id: Mapped[int] = mapped_column(comment="revision that brought the row")
    line: Mapped[int] = mapped_column(comment="its line in that revision")
    until_source_id: Mapped[int | None] = mapped_column(
        ForeignKey("sources.id"), comment="revision that ended it; empty: current"
    )
    model_id: Mapped[int] = mapped_column(ForeignKey("models.id"), comment="the architecture")
    name_written: Mapped[str] = mapped_column(SortedText, comment="the model's name as written")
    img_size: Mapped[int] = mapped_column(comment="height and width of the input, pixels")
    batch_size: Mapped[int | None] = mapped_column(comment="images a step; empty where missing")
    status: Mapped[str] = mapped_column(comment="ok, or why there is no sound figure")
    samples_per_second: Mapped[float | None] = mapped_column(comment="throughput, images/s")
    step_time_ms: Mapped[float | None] = mapped_column(comment="time of one step, milliseconds")
    gmacs: Mapped[float | None] = mapped_column(
        comment="multiply-accumulates of one image, thousand millions"
    )
    macts: Mapped[float | None] = mapped_column(comment="activations of one image, millions")
    param_count: Mapped[float | None] = mapped_column(comment="parameters as written, millions")
    is_contradictory: Mapped[bool] = mapped_column(
        comment="whether throughput and step time disagree beyond 2 % and the printed rounding"
    )
    repeat: Mapped[int] = mapped_column(
        server_default="1", comment="1, or the how-manieth measurement of the same in its run"
    )
    reason: Mapped[str | None] = mapped_column(comment="why the status is not ok")
    is_max_batch_size: Mapped[bool | None] = mapped_column(
        comment="whether the batch size is the largest that fitted"
    )
    sample_count: Mapped[int | None] = mapped_column(comment="steps that were timed")
    is_low_n: Mapped[bool | None] = mapped_column(comment="whether these are under 30")
    wall_samples_per_second: Mapped[float | None] = mapped_column(
        comment="throughput over the wall time of all steps, images/s"
    )
    step_time_mean_ms: Mapped[float | None] = mapped_column(comment="mean step, milliseconds")
    step_time_p5_ms: Mapped[float | None] = mapped_column(comment="5th percentile, milliseconds")
    step_time_p90_ms: Mapped[float | None] = mapped_column(comment="90th percentile, milliseconds")
    step_time_p95_ms: Mapped[float | None] = mapped_column(comment="95th percentile, milliseconds")
    step_time_p99_ms: Mapped[float | None] = mapped_column(comment="99th percentile, milliseconds")
    step_time_mad_ms: Mapped[float | None] = mapped_column(
        comment="median absolute deviation of the steps, milliseconds"
    )
    step_time_cv: Mapped[float | None] = mapped_column(
        comment="standard deviation of the steps / their mean"
    )
    first_step_s: Mapped[float | None] = mapped_column(comment="first step of all, seconds")
    compile_time_s: Mapped[float | None] = mapped_column(comment="compiling, seconds")
    peak_memory_mib: Mapped[float | None] = mapped_column(
        comment="most memory allocated on the device, or held by the process on a CPU, MiB"
    )
    peak_memory_reserved_mib: Mapped[float | None] = mapped_column(
        comment="most memory reserved on the device, MiB"
    )
    energy_per_image_j: Mapped[float | None] = mapped_column(
        comment="energy of the device for one image, joules"
    )
    cost_counter: Mapped[str | None] = mapped_column(comment="what counted gmacs and macts")
    is_output_finite: Mapped[bool | None] = mapped_column(
        comment="whether the output is free of NaN and infinity"
    )
    series_id: Mapped[int | None] = mapped_column(
        ForeignKey("series.id"),
        comment="what it is compared with from night to night; empty: upstream's figures",
    )

    run: Mapped[BenchmarkRun] = relationship()
    model: Mapped[Model] = relationship()
    source: Mapped[Source] = relationship(
        foreign_keys=[source_id], primaryjoin=Source.id == source_id, viewonly=True
    )

    __table_args__ = (
        ForeignKeyConstraint(["source_id", "line"], ["source_rows.source_id", "source_rows.line"]),
        one_of("status", STATUSES),
        CheckConstraint("img_size > 0", name="img_size_positive"),
        CheckConstraint("batch_size > 0", name="batch_size_positive"),
        CheckConstraint(
            "status <> 'ok' OR (samples_per_second IS NOT NULL AND batch_size IS NOT NULL)",
            name="ok_has_figure",
        ),
        finite("samples_per_second", positive=True),
        finite("step_time_ms", positive=True),
        finite("gmacs"),
        finite("macts"),
        finite("param_count", positive=True),
        CheckConstraint("repeat > 0", name="repeat_positive"),
        all_finite(FIGURES_OF_A_RUN, "figures_finite"),
        CheckConstraint("until_source_id > source_id", name="until_after_from"),
        UniqueConstraint(
            "run_id",
            "name_written",
            "img_size",
            "batch_size",
            "repeat",
            "source_id",
            name="uq_measurements_key",
        ),
        Index(
            "uq_measurements_without_batch_size",
            "run_id",
            "name_written",
            "img_size",
            "repeat",
            "source_id",
            unique=True,
            sqlite_where=text("batch_size IS NULL"),
            postgresql_where=text("batch_size IS NULL"),
        ),
        Index("ix_measurements_model_id", "model_id", "img_size", "run_id"),
        Index(
            "ix_measurements_series_id",
            "series_id",
            sqlite_where=text("series_id IS NOT NULL"),
            postgresql_where=text("series_id IS NOT NULL"),
        ),
        {"comment": "One model at one image size and batch size in one run"},
    )


class MeasurementSamples(Base):
    """Single step times of a measurement, kept for a number of nights beside its source row."""

    __tablename__ = "measurement_samples"

    source_id: Mapped[int] = mapped_column(primary_key=True, comment="the revision")
    line: Mapped[int] = mapped_column(
        primary_key=True, autoincrement=False, comment="its line in that revision"
    )
    samples_ms: Mapped[str] = mapped_column(
        comment="JSON array of the step times in their order, milliseconds"
    )

    __table_args__ = (
        ForeignKeyConstraint(["source_id", "line"], ["source_rows.source_id", "source_rows.line"]),
        {"comment": "Single step times of a measurement", "sqlite_with_rowid": False},
    )
