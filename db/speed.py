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

from db.base import Base, Instant, SortedText, finite, one_of
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

    __table_args__ = (
        one_of("device_kind", DEVICE_KINDS),
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

    environment: Mapped[Environment] = relationship()
    logical_source: Mapped[LogicalSource] = relationship()

    __table_args__ = (
        one_of("task", TASKS),
        one_of("precision", PRECISIONS),
        one_of("layout", LAYOUTS),
        one_of("compile", COMPILERS),
        one_of("protocol", PROTOCOLS),
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
        CheckConstraint("until_source_id > source_id", name="until_after_from"),
        UniqueConstraint("run_id", "name_written", "img_size", "batch_size", "source_id"),
        Index(
            "uq_measurements_without_batch_size",
            "run_id",
            "name_written",
            "img_size",
            "source_id",
            unique=True,
            sqlite_where=text("batch_size IS NULL"),
            postgresql_where=text("batch_size IS NULL"),
        ),
        Index("ix_measurements_model_id", "model_id", "img_size", "run_id"),
        {"comment": "One model at one image size and batch size in one run"},
    )
