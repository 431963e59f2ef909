"""Papers, and what they have to do with models and weights."""

from __future__ import annotations

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.base import Base, SortedText, one_of

MODEL_PAPER_RELATIONS = ("introduces", "related")
MODEL_PAPER_SOURCES = ("paper_ids", "entry_point", "module", "curated", "note")
VARIANT_PAPER_RELATIONS = ("trains",)
CONFIDENCES = ("high", "medium", "low")
DATE_PRECISIONS = ("year", "month", "day")


class Paper(Base):
    """A paper. An arXiv id gives the month of its first submission."""

    __tablename__ = "papers"

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(
        SortedText, unique=True, comment="arXiv id, or the address where there is none"
    )
    arxiv_id: Mapped[str | None] = mapped_column(SortedText, unique=True, comment="e.g. 2104.06399")
    title: Mapped[str | None] = mapped_column(SortedText, comment="as published")
    url: Mapped[str] = mapped_column(comment="where it can be read")
    submitted: Mapped[str | None] = mapped_column(
        SortedText, comment="first submitted: ISO 8601, cut to its precision (2021-04)"
    )
    submitted_precision: Mapped[str | None] = mapped_column(comment="year, month or day")
    revised: Mapped[str | None] = mapped_column(
        SortedText, comment="last revised: ISO 8601, cut to its precision"
    )
    revised_precision: Mapped[str | None] = mapped_column(comment="year, month or day")
    authors: Mapped[list[str] | None] = mapped_column(JSON(none_as_null=True), comment="in order")
    venue: Mapped[str | None] = mapped_column(comment="where it was published")
    doi: Mapped[str | None] = mapped_column(unique=True, comment="digital object identifier")

    __table_args__ = (
        one_of("submitted_precision", DATE_PRECISIONS),
        one_of("revised_precision", DATE_PRECISIONS),
        CheckConstraint(
            "(submitted IS NULL) = (submitted_precision IS NULL)", name="submitted_has_precision"
        ),
        CheckConstraint(
            "(revised IS NULL) = (revised_precision IS NULL)", name="revised_has_precision"
        ),
        {"comment": "A paper"},
    )


class ModelPaper(Base):
    """A paper that introduces a model, or has to do with it; at most one introduces it."""

    __tablename__ = "model_papers"

    model_id: Mapped[int] = mapped_column(ForeignKey("models.id"), primary_key=True)
    paper_id: Mapped[int] = mapped_column(ForeignKey("papers.id"), primary_key=True, index=True)
    relation: Mapped[str] = mapped_column(comment="introduces, or related")
    source: Mapped[str] = mapped_column(comment="which rule found the paper")
    confidence: Mapped[str] = mapped_column(comment="how sure that rule is")

    paper: Mapped[Paper] = relationship()

    __table_args__ = (
        one_of("relation", MODEL_PAPER_RELATIONS),
        one_of("source", MODEL_PAPER_SOURCES),
        one_of("confidence", CONFIDENCES),
        Index(
            "uq_model_papers_introduces",
            "model_id",
            unique=True,
            sqlite_where=text("relation = 'introduces'"),
            postgresql_where=text("relation = 'introduces'"),
        ),
        {"comment": "A paper that introduces a model, or has to do with it"},
    )


class VariantPaper(Base):
    """A paper that describes how a weight was trained."""

    __tablename__ = "variant_papers"

    variant_id: Mapped[int] = mapped_column(ForeignKey("variants.id"), primary_key=True)
    paper_id: Mapped[int] = mapped_column(ForeignKey("papers.id"), primary_key=True, index=True)
    relation: Mapped[str] = mapped_column(comment="trains")
    source: Mapped[str] = mapped_column(comment="which rule found the paper")
    confidence: Mapped[str] = mapped_column(comment="how sure that rule is")

    paper: Mapped[Paper] = relationship()

    __table_args__ = (
        one_of("relation", VARIANT_PAPER_RELATIONS),
        one_of("source", MODEL_PAPER_SOURCES),
        one_of("confidence", CONFIDENCES),
        {"comment": "A paper that describes how a weight was trained"},
    )
