"""Test sets and the accuracy of weights on them."""

from __future__ import annotations

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.base import Base, SortedText, finite, percent
from db.catalogue import Variant
from db.provenance import Source


class Dataset(Base):
    """A test set."""

    __tablename__ = "datasets"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(SortedText, unique=True, comment="e.g. imagenet-a")
    title: Mapped[str] = mapped_column(comment="as the literature writes it")
    class_count: Mapped[int] = mapped_column(comment="classes that occur in it")
    image_count: Mapped[int] = mapped_column(comment="images")
    paper_id: Mapped[int | None] = mapped_column(
        ForeignKey("papers.id"), index=True, comment="the paper that introduces it"
    )
    clean_dataset_id: Mapped[int | None] = mapped_column(
        ForeignKey("datasets.id"),
        comment="ordinary images of the same classes, to measure the robustness drop against",
    )

    __table_args__ = (
        CheckConstraint("class_count > 0 AND image_count > 0", name="counts_positive"),
        {"comment": "A test set"},
    )


class Evaluation(Base):
    """Accuracy of a weight on a test set at an image size, as one source row says it.

    A row is valid from the revision that brought it (``source_id``) until the revision that
    changed or dropped it (``until_source_id``); both belong to ``logical_source_id``.
    """

    __tablename__ = "evaluations"

    id: Mapped[int] = mapped_column(primary_key=True)
    logical_source_id: Mapped[int] = mapped_column(
        ForeignKey("logical_sources.id"), comment="the series of revisions that it is part of"
    )
    source_id: Mapped[int] = mapped_column(comment="revision that brought the row")
    line: Mapped[int] = mapped_column(comment="its line in that revision")
    until_source_id: Mapped[int | None] = mapped_column(
        ForeignKey("sources.id"), comment="revision that ended it; empty: current"
    )
    dataset_id: Mapped[int] = mapped_column(ForeignKey("datasets.id"), comment="the test set")
    variant_id: Mapped[int] = mapped_column(ForeignKey("variants.id"), comment="the weight")
    name_written: Mapped[str] = mapped_column(SortedText, comment="the weight's name as written")
    img_size: Mapped[int] = mapped_column(comment="height and width tested at, pixels")
    top1: Mapped[float] = mapped_column(comment="top-1 accuracy, percent")
    top5: Mapped[float] = mapped_column(comment="top-5 accuracy, percent")
    param_count: Mapped[float | None] = mapped_column(comment="parameters as written, millions")
    crop_pct: Mapped[float | None] = mapped_column(comment="share of the resized image kept, 0..1")
    interpolation: Mapped[str | None] = mapped_column(comment="resizing before inference")
    is_shown: Mapped[bool] = mapped_column(
        comment="whether it is the one shown of the current rows for its weight, set and size"
    )

    source: Mapped[Source] = relationship(
        foreign_keys=[source_id], primaryjoin=Source.id == source_id, viewonly=True
    )
    dataset: Mapped[Dataset] = relationship()
    variant: Mapped[Variant] = relationship()

    __table_args__ = (
        ForeignKeyConstraint(["source_id", "line"], ["source_rows.source_id", "source_rows.line"]),
        UniqueConstraint("logical_source_id", "name_written", "img_size", "source_id"),
        percent("top1"),
        percent("top5"),
        CheckConstraint("top5 >= top1", name="top5_not_below_top1"),
        CheckConstraint("img_size > 0", name="img_size_positive"),
        finite("param_count", positive=True),
        finite("crop_pct", positive=True),
        CheckConstraint("until_source_id > source_id", name="until_after_from"),
        CheckConstraint("NOT is_shown OR until_source_id IS NULL", name="shown_is_current"),
        Index(
            "uq_evaluations_current",
            "logical_source_id",
            "name_written",
            "img_size",
            unique=True,
            sqlite_where=text("until_source_id IS NULL"),
            postgresql_where=text("until_source_id IS NULL"),
        ),
        Index(
            "ix_evaluations_shown",
            "dataset_id",
            "img_size",
            "top1",
            "id",
            "variant_id",  # rows that a filter on weights or models leaves out are not looked up
            sqlite_where=text("is_shown = 1"),
            postgresql_where=text("is_shown"),
        ),
        Index("ix_evaluations_variant_id", "variant_id", "dataset_id", "img_size"),
        {"comment": "Accuracy of a weight on a test set at an image size"},
    )
