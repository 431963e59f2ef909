"""The catalogue: families, models, pretrained weights (variants), licences, sizes, old names."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    CheckConstraint,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.base import Base, SortedText, finite, one_of

#: Where a model's year comes from, best first (docs/concepts.md, "Years").
YEAR_SOURCES = ("note", "note_sibling", "note_remark", "note_family", "paper")
COMMERCIAL_USE = ("yes", "no", "unknown")
RESOLUTION_PURPOSES = ("train", "test", "minimum", "note")
ALIAS_KINDS = ("deprecated", "spelling")


class Family(Base):
    """A named line of models."""

    __tablename__ = "families"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(SortedText, unique=True, comment="key, e.g. deit3")
    title: Mapped[str] = mapped_column(comment="as the literature writes it, e.g. DeiT III")

    __table_args__ = ({"comment": "A named line of models, from the reviewed list"},)


class Model(Base):
    """An architecture of timm, or a name that only other sources know."""

    __tablename__ = "models"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(SortedText, unique=True, comment="e.g. coat_lite_mini")
    family_id: Mapped[int | None] = mapped_column(
        ForeignKey("families.id"), index=True, comment="the line of models that it belongs to"
    )
    year: Mapped[int | None] = mapped_column(
        index=True, comment="year of the model; see year_source"
    )
    year_source: Mapped[str | None] = mapped_column(comment="which rule gave the year")
    parameters: Mapped[int | None] = mapped_column(
        BigInteger, comment="exact number of parameters with the architecture's default head"
    )
    module: Mapped[str | None] = mapped_column(comment="timm's module that defines it")
    is_registered: Mapped[bool] = mapped_column(
        comment="whether the current registry snapshot has it"
    )
    source_id: Mapped[int | None] = mapped_column(comment="registry revision that describes it")
    line: Mapped[int | None] = mapped_column(comment="its line in that revision")

    family: Mapped[Family | None] = relationship()

    __table_args__ = (
        one_of("year_source", YEAR_SOURCES),
        CheckConstraint("year BETWEEN 1950 AND 2100", name="year_range"),
        CheckConstraint("(year IS NULL) = (year_source IS NULL)", name="year_has_source"),
        CheckConstraint("parameters > 0", name="parameters_positive"),
        ForeignKeyConstraint(["source_id", "line"], ["source_rows.source_id", "source_rows.line"]),
        {"comment": "An architecture of timm, or a name that only other sources know"},
    )


class Licence(Base):
    """A licence as publishers write it, with the reviewed reading of it."""

    __tablename__ = "licences"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(SortedText, unique=True, comment="as published")
    spdx_id: Mapped[str | None] = mapped_column(comment="SPDX identifier, where there is one")
    title: Mapped[str] = mapped_column(comment="full name")
    commercial_use: Mapped[str] = mapped_column(
        comment="whether its text permits commercial use: yes, no or unknown"
    )
    source_url: Mapped[str | None] = mapped_column(comment="the text that this reading rests on")
    reading: Mapped[str | None] = mapped_column(comment="why the text is read so, in a sentence")

    __table_args__ = (
        one_of("commercial_use", COMMERCIAL_USE),
        CheckConstraint(
            "commercial_use = 'unknown' OR source_url IS NOT NULL", name="reading_has_source"
        ),
        {"comment": "A licence as published, with the reviewed reading of it"},
    )


class Variant(Base):
    """A pretrained weight of a model."""

    __tablename__ = "variants"

    id: Mapped[int] = mapped_column(primary_key=True)
    model_id: Mapped[int] = mapped_column(ForeignKey("models.id"), comment="its architecture")
    name: Mapped[str] = mapped_column(
        SortedText, unique=True, comment="architecture.tag, e.g. coat_lite_mini.in1k"
    )
    tag: Mapped[str | None] = mapped_column(
        SortedText, comment="part after the dot; empty: untagged as published"
    )
    licence_id: Mapped[int | None] = mapped_column(
        ForeignKey("licences.id"), index=True, comment="licence of the weight as published"
    )
    hub_id: Mapped[str | None] = mapped_column(comment="repository on the model hub")
    class_count: Mapped[int | None] = mapped_column(comment="classes of its head; 0: no head")
    interpolation: Mapped[str | None] = mapped_column(comment="resizing before inference")
    crop_mode: Mapped[str | None] = mapped_column(comment="how the input is cropped")
    mean: Mapped[list[float] | None] = mapped_column(
        JSON(none_as_null=True), comment="per channel (R, G, B), inputs scaled to 0..1"
    )
    std: Mapped[list[float] | None] = mapped_column(
        JSON(none_as_null=True), comment="per channel (R, G, B), inputs scaled to 0..1"
    )
    pretrained_on: Mapped[str | None] = mapped_column(comment="parsed from the tag")
    fine_tuned_on: Mapped[str | None] = mapped_column(comment="parsed from the tag")
    recipe: Mapped[str | None] = mapped_column(comment="training recipe, parsed from the tag")
    origin: Mapped[str | None] = mapped_column(comment="who published the weight, from the tag")
    is_distilled: Mapped[bool | None] = mapped_column(comment="trained by distillation")
    extra_data: Mapped[str | None] = mapped_column(comment="data beyond ImageNet, from the tag")
    trained_by: Mapped[str | None] = mapped_column(comment="person who trained it, where stated")
    is_registered: Mapped[bool] = mapped_column(
        comment="whether the current registry snapshot has it"
    )
    is_default: Mapped[bool] = mapped_column(comment="whether timm loads it when no tag is given")
    source_id: Mapped[int | None] = mapped_column(comment="registry revision that describes it")
    line: Mapped[int | None] = mapped_column(comment="its model's line in that revision")

    model: Mapped[Model] = relationship()
    licence: Mapped[Licence | None] = relationship()

    __table_args__ = (
        Index("ix_variants_model_id", "model_id", "name"),
        ForeignKeyConstraint(["source_id", "line"], ["source_rows.source_id", "source_rows.line"]),
        CheckConstraint("class_count >= 0", name="class_count_not_negative"),
        {"comment": "A pretrained weight of a model"},
    )


class Resolution(Base):
    """An input size of a variant, in pixels."""

    __tablename__ = "resolutions"

    id: Mapped[int] = mapped_column(primary_key=True)
    variant_id: Mapped[int] = mapped_column(ForeignKey("variants.id"), comment="the weight")
    purpose: Mapped[str] = mapped_column(
        comment="train, test or minimum by the registry; note: by the catalogue notes"
    )
    height: Mapped[int] = mapped_column(comment="pixels")
    width: Mapped[int] = mapped_column(comment="pixels")
    crop_pct: Mapped[float | None] = mapped_column(comment="share of the resized image kept, 0..1")
    is_fixed: Mapped[bool] = mapped_column(comment="whether the model takes no other size")

    __table_args__ = (
        UniqueConstraint("variant_id", "purpose", "height", "width"),
        one_of("purpose", RESOLUTION_PURPOSES),
        CheckConstraint("height > 0 AND width > 0", name="size_positive"),
        finite("crop_pct", positive=True),
        {"comment": "An input size of a variant"},
    )


class Alias(Base):
    """An old or other spelling of a model or variant."""

    __tablename__ = "aliases"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(SortedText, unique=True, comment="the old spelling")
    kind: Mapped[str] = mapped_column(comment="deprecated by timm, or a spelling met in sources")
    target: Mapped[str | None] = mapped_column(
        SortedText, comment="model or variant name it stands for; empty: nothing any more"
    )
    model_id: Mapped[int | None] = mapped_column(
        ForeignKey("models.id"), index=True, comment="the target's model"
    )
    variant_id: Mapped[int | None] = mapped_column(
        ForeignKey("variants.id"), index=True, comment="the target, where it is a weight"
    )
    source_id: Mapped[int | None] = mapped_column(comment="registry revision that states it")
    line: Mapped[int | None] = mapped_column(comment="its line in that revision")

    __table_args__ = (
        one_of("kind", ALIAS_KINDS),
        ForeignKeyConstraint(["source_id", "line"], ["source_rows.source_id", "source_rows.line"]),
        {"comment": "An old or other spelling of a model or variant"},
    )
