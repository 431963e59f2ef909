"""Series of measurements, where they stepped, and what was flagged, confirmed and judged."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.base import Base, Instant, SortedText, finite, one_of
from db.speed import BenchmarkRun

#: A step that was found in the figures, new software on the device, or a level that was accepted.
CHANGE_KINDS = ("detected", "environment", "accepted")
#: One model slower or faster; the device's software changed; many series moved together without
#: such a change; no complete night for too long.
ALERT_KINDS = ("regression", "improvement", "environment_change", "common_mode", "missed_night")
ALERT_STATES = ("open", "closed", "accepted", "muted")
VERDICTS = ("real", "noise")


class Series(Base):
    """What is compared from night to night: all that a figure depends on but the software."""

    __tablename__ = "series"

    id: Mapped[int] = mapped_column(primary_key=True)
    model: Mapped[str] = mapped_column(SortedText, comment="the architecture's name")
    img_size: Mapped[int] = mapped_column(comment="height and width of the input, pixels")
    batch_size: Mapped[int] = mapped_column(comment="images a step")
    task: Mapped[str] = mapped_column(comment="infer or train")
    precision: Mapped[str] = mapped_column(comment="number format of the computation")
    layout: Mapped[str] = mapped_column(comment="memory layout of the input")
    compile: Mapped[str] = mapped_column(comment="off, or compiler:mode")
    device_key: Mapped[str] = mapped_column(SortedText, comment="device and machine")
    protocol: Mapped[str] = mapped_column(comment="how the figures were taken, with its version")
    metric: Mapped[str] = mapped_column(comment="see db.metrics")

    __table_args__ = (
        UniqueConstraint(
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
            name="uq_series_key",
        ),
        {"comment": "What is compared from night to night"},
    )


class ChangePoint(Base):
    """The first run of a new segment of a series: the level before it no longer counts."""

    __tablename__ = "change_points"

    id: Mapped[int] = mapped_column(primary_key=True)
    series_id: Mapped[int] = mapped_column(ForeignKey("series.id"), comment="the series")
    run_id: Mapped[int] = mapped_column(
        ForeignKey("benchmark_runs.id"), index=True, comment="first run of the new segment"
    )
    kind: Mapped[str] = mapped_column(comment="detected, environment or accepted")
    ratio: Mapped[float | None] = mapped_column(comment="level after / before; empty while unknown")

    series: Mapped[Series] = relationship()
    run: Mapped[BenchmarkRun] = relationship()

    __table_args__ = (
        one_of("kind", CHANGE_KINDS),
        finite("ratio", positive=True),
        UniqueConstraint("series_id", "run_id", "kind"),
        {"comment": "The first run of a new segment of a series"},
    )


class Alert(Base):
    """Something worth reading about a night, and what people made of it."""

    __tablename__ = "alerts"

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(comment="what happened")
    device_key: Mapped[str] = mapped_column(SortedText, index=True, comment="device and machine")
    series_id: Mapped[int | None] = mapped_column(
        ForeignKey("series.id"), index=True, comment="of one model; empty for the whole device"
    )
    run_id: Mapped[int | None] = mapped_column(
        ForeignKey("benchmark_runs.id"), index=True, comment="the run in which it appeared"
    )
    state: Mapped[str] = mapped_column(comment="open until somebody decides")
    verdict: Mapped[str | None] = mapped_column(comment="real or noise; empty: not judged")
    ratio: Mapped[float | None] = mapped_column(comment="throughput now / before")
    ratio_low: Mapped[float | None] = mapped_column(comment="lower end of its 95 % interval")
    ratio_high: Mapped[float | None] = mapped_column(comment="upper end of its 95 % interval")
    baseline: Mapped[float | None] = mapped_column(comment="throughput before, images/s")
    value: Mapped[float | None] = mapped_column(comment="throughput now, images/s")
    q_value: Mapped[float | None] = mapped_column(
        comment="false discovery rate at which it would just be reported (Benjamini-Hochberg)"
    )
    text: Mapped[str] = mapped_column(comment="what happened, in one sentence")
    raised_at: Mapped[datetime] = mapped_column(Instant, index=True, comment="UTC")
    judged_at: Mapped[datetime | None] = mapped_column(Instant, comment="UTC")
    judged_by: Mapped[str | None] = mapped_column(comment="who judged")
    remark: Mapped[str | None] = mapped_column(comment="why, in the judge's words")

    series: Mapped[Series | None] = relationship()
    run: Mapped[BenchmarkRun | None] = relationship()

    __table_args__ = (
        one_of("kind", ALERT_KINDS),
        one_of("state", ALERT_STATES),
        one_of("verdict", VERDICTS),
        finite("ratio", positive=True),
        finite("ratio_low"),
        finite("ratio_high"),
        finite("baseline", positive=True),
        finite("value", positive=True),
        CheckConstraint("q_value >= 0 AND q_value <= 1", name="q_value_range"),
        CheckConstraint("(verdict IS NULL) = (judged_at IS NULL)", name="verdict_has_time"),
        {"comment": "Something worth reading about a night, and what people made of it"},
    )
