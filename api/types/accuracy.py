"""Test sets and accuracy."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, select

from api.declare import Argument, Column, Entity, Link, Row, ToMany
from api.history import shown_evaluations
from api.scalars import FLOAT
from api.stored import column, to_many, to_one
from api.types.provenance import row_of
from db.accuracy import Dataset, Evaluation
from db.bulk import table_of

_EVALUATIONS = table_of(Evaluation)

AS_OF = Argument(
    name="asOf",
    annotation="AsOf",
    description="Show the data as it stood at another time.",
)


def _robustness_drop(row: Row) -> ColumnElement[Any]:
    """Top-1 on the clean counterpart of the test set, minus this top-1."""
    dataset, clean = table_of(Dataset).alias(), _EVALUATIONS.alias()
    return (
        select(clean.c.top1 - row.c.top1)
        .select_from(dataset)
        .join(clean, clean.c.dataset_id == dataset.c.clean_dataset_id)
        .where(
            dataset.c.id == row.c.dataset_id,
            clean.c.variant_id == row.c.variant_id,
            clean.c.img_size == row.c.img_size,
            clean.c.is_shown,
        )
        .correlate(row)
        .scalar_subquery()
    )


DATASET = Entity(
    name="Dataset",
    table=table_of(Dataset),
    description="A test set.",
    fields=(
        column(Dataset.name),
        column(Dataset.title),
        column(Dataset.class_count),
        column(Dataset.image_count),
        to_one(Dataset.paper_id, "Paper"),
        to_one(Dataset.clean_dataset_id, "Dataset"),
        to_many(Evaluation.dataset_id, "Evaluation", "evaluations", description="Accuracy on it."),
    ),
    order=("name",),
)

EVALUATION = Entity(
    name="Evaluation",
    table=_EVALUATIONS,
    description="Accuracy of a weight on a test set at an image size.",
    fields=(
        column(Evaluation.top1),
        column(Evaluation.top5),
        column(Evaluation.img_size),
        column(Evaluation.crop_pct),
        column(Evaluation.interpolation),
        column(Evaluation.param_count),
        column(Evaluation.name_written),
        to_one(Evaluation.variant_id, "Variant"),
        to_one(Evaluation.dataset_id, "Dataset"),
        ToMany(
            name="alternatives",
            target="Evaluation",
            description="What other sources say of the same weight, test set and size; always of "
            "today, whatever `asOf` the list has.",
            links=(
                Link(
                    table=_EVALUATIONS,
                    on=lambda this, that: (
                        (that.c.variant_id == this.c.variant_id)
                        & (that.c.dataset_id == this.c.dataset_id)
                        & (that.c.img_size == this.c.img_size)
                        & (that.c.logical_source_id != this.c.logical_source_id)
                        & that.c.until_source_id.is_(None)
                    ),
                ),
            ),
            is_connection=False,
            is_scoped=False,
        ),
        Column(
            name="robustnessDrop",
            scalar=FLOAT,
            description="Top-1 on the test set's clean counterpart (`dataset.cleanDataset`) at "
            "the same size minus this top-1, percentage points; null where there is none.",
            is_nullable=True,
            sql=_robustness_drop,
            digits=6,
        ),
        row_of("the figure", is_nullable=False),
    ),
    scope=shown_evaluations,
    arguments=(AS_OF,),
)

ENTITIES = (DATASET, EVALUATION)
