"""Families, models, pretrained weights, licences, input sizes, old names."""

from __future__ import annotations

from api.declare import Entity
from api.scalars import FLOATS
from api.stored import column, to_many, to_one
from api.types.literature import INTRODUCING_PAPER, PAPERS_OF_MODEL, PAPERS_OF_VARIANT
from api.types.provenance import row_of
from db.accuracy import Evaluation
from db.bulk import table_of
from db.catalogue import Alias, Family, Licence, Model, Resolution, Variant
from db.notes import NoteModel
from db.speed import Measurement

FAMILY = Entity(
    name="Family",
    table=table_of(Family),
    description="A named line of models, such as CoaT or DeiT III.",
    fields=(
        column(Family.name),
        column(Family.title),
        to_many(Model.family_id, "Model", "models", description="Its models."),
    ),
    order=("name",),
)

MODEL = Entity(
    name="Model",
    table=table_of(Model),
    description="An architecture of timm, or a name that only other sources know.",
    fields=(
        column(Model.name),
        column(Model.year, description="Year of the model; `yearSource` says by which rule."),
        column(
            Model.year_source,
            description="Rule that gave the year: note, note_sibling, note_remark, note_family "
            "(the catalogue notes) or paper (first submission of the introducing paper).",
        ),
        column(Model.parameters),
        column(Model.module),
        column(Model.is_registered),
        to_one(Model.family_id, "Family"),
        INTRODUCING_PAPER,
        PAPERS_OF_MODEL,
        to_many(
            Variant.model_id,
            "Variant",
            "variants",
            description="Its pretrained weights.",
            is_small=True,
        ),
        to_many(
            Measurement.model_id,
            "Measurement",
            "measurements",
            description="Speed measured in benchmark runs.",
        ),
        to_many(
            Alias.model_id,
            "Alias",
            "aliases",
            description="Old and other spellings of it and of its weights.",
            is_connection=False,
        ),
        to_many(
            NoteModel.model_id,
            "NoteMention",
            "noteMentions",
            description="What the catalogue notes say of it.",
            is_connection=False,
        ),
        row_of("its registration", is_nullable=True),
    ),
    order=("name",),
)

VARIANT = Entity(
    name="Variant",
    table=table_of(Variant),
    description="A pretrained weight of a model.",
    fields=(
        column(Variant.name),
        column(Variant.tag),
        to_one(Variant.model_id, "Model"),
        to_one(Variant.licence_id, "Licence"),
        column(Variant.hub_id),
        column(Variant.class_count),
        column(Variant.interpolation),
        column(Variant.crop_mode),
        column(Variant.mean, scalar=FLOATS),
        column(Variant.std, scalar=FLOATS),
        column(Variant.pretrained_on, description="Data of the pretraining, from the tag."),
        column(Variant.fine_tuned_on, description="Data of the fine-tuning, from the tag."),
        column(Variant.recipe),
        column(Variant.origin),
        column(Variant.is_distilled),
        column(Variant.extra_data),
        column(Variant.trained_by),
        column(Variant.is_registered),
        column(Variant.is_default),
        to_many(
            Resolution.variant_id,
            "Resolution",
            "resolutions",
            description="Its input sizes.",
            is_connection=False,
        ),
        to_many(
            Evaluation.variant_id,
            "Evaluation",
            "evaluations",
            description="Its accuracy on the test sets.",
            is_small=True,
        ),
        PAPERS_OF_VARIANT,
        to_many(
            Alias.variant_id,
            "Alias",
            "aliases",
            description="Old and other spellings of it.",
            is_connection=False,
        ),
        to_many(
            NoteModel.variant_id,
            "NoteMention",
            "noteMentions",
            description="What the catalogue notes say of it.",
            is_connection=False,
        ),
        row_of("its registration", is_nullable=True),
    ),
    order=("name",),
)

LICENCE = Entity(
    name="Licence",
    table=table_of(Licence),
    description="A licence as published, with the reviewed reading of it.",
    fields=(
        column(Licence.name),
        column(Licence.spdx_id),
        column(Licence.title),
        column(Licence.commercial_use),
        column(Licence.source_url),
        to_many(
            Variant.licence_id,
            "Variant",
            "variants",
            description="Weights published under it.",
        ),
    ),
    order=("name",),
)

RESOLUTION = Entity(
    name="Resolution",
    table=table_of(Resolution),
    description="An input size of a weight.",
    fields=(
        column(Resolution.purpose),
        column(Resolution.height),
        column(Resolution.width),
        column(Resolution.crop_pct),
        column(Resolution.is_fixed),
        to_one(Resolution.variant_id, "Variant"),
    ),
    order=("height", "width", "purpose"),
)

ALIAS = Entity(
    name="Alias",
    table=table_of(Alias),
    description="An old or other spelling of a model or weight.",
    fields=(
        column(Alias.name),
        column(Alias.kind),
        column(Alias.target),
        to_one(Alias.model_id, "Model"),
        to_one(Alias.variant_id, "Variant"),
        row_of("it", is_nullable=True),
    ),
    order=("name",),
)

ENTITIES = (FAMILY, MODEL, VARIANT, LICENCE, RESOLUTION, ALIAS)
