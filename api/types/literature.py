"""Papers, and how they belong to models and weights."""

from __future__ import annotations

from api.declare import Entity, Link, ToMany, ToOne
from api.stored import column, link, to_many
from db.accuracy import Dataset
from db.bulk import table_of
from db.catalogue import Model, Variant
from db.literature import ModelPaper, Paper, VariantPaper

_MODEL_PAPERS = table_of(ModelPaper)
_PAPERS = table_of(Paper)

INTRODUCING_PAPER = ToOne(
    name="paper",
    target="Paper",
    description="The paper that introduces the model.",
    is_nullable=True,
    links=(
        Link(
            table=_MODEL_PAPERS,
            on=lambda model, of: (of.c.model_id == model.c.id) & (of.c.relation == "introduces"),
        ),
        Link(table=_PAPERS, on=lambda of, paper: paper.c.id == of.c.paper_id),
    ),
)

PAPERS_OF_MODEL = ToMany(
    name="papers",
    target="Paper",
    description="All papers that have to do with the model: introducing and related.",
    links=(
        link(ModelPaper, lambda model, of: of.c.model_id == model.c.id),
        link(Paper, lambda of, paper: paper.c.id == of.c.paper_id),
    ),
    parent_key=lambda of: of.c.model_id,
    is_connection=False,
)

PAPERS_OF_VARIANT = ToMany(
    name="papers",
    target="Paper",
    description="Papers that describe how the weight was trained.",
    links=(
        link(VariantPaper, lambda variant, of: of.c.variant_id == variant.c.id),
        link(Paper, lambda of, paper: paper.c.id == of.c.paper_id),
    ),
    parent_key=lambda of: of.c.variant_id,
    is_connection=False,
)

PAPER = Entity(
    name="Paper",
    table=_PAPERS,
    description="A paper.",
    fields=(
        column(Paper.arxiv_id),
        column(Paper.title),
        column(Paper.url),
        column(Paper.submitted),
        column(Paper.submitted_precision),
        column(Paper.revised),
        column(Paper.revised_precision),
        column(Paper.authors),
        column(Paper.venue),
        column(Paper.doi),
        ToMany(
            name="models",
            target="Model",
            description="Models that it introduces.",
            links=(
                link(
                    ModelPaper,
                    lambda paper, of: (
                        (of.c.paper_id == paper.c.id) & (of.c.relation == "introduces")
                    ),
                ),
                Link(
                    table=table_of(Model),
                    on=lambda of, model: model.c.id == of.c.model_id,
                ),
            ),
        ),
        ToMany(
            name="relatedModels",
            target="Model",
            description="Models that it has to do with without introducing them.",
            links=(
                link(
                    ModelPaper,
                    lambda paper, of: (of.c.paper_id == paper.c.id) & (of.c.relation == "related"),
                ),
                Link(
                    table=table_of(Model),
                    on=lambda of, model: model.c.id == of.c.model_id,
                ),
            ),
        ),
        ToMany(
            name="variants",
            target="Variant",
            description="Weights whose training it describes.",
            links=(
                link(VariantPaper, lambda paper, of: of.c.paper_id == paper.c.id),
                Link(
                    table=table_of(Variant),
                    on=lambda of, variant: variant.c.id == of.c.variant_id,
                ),
            ),
            parent_key=lambda of: of.c.paper_id,
        ),
        to_many(
            Dataset.paper_id, "Dataset", "datasets", description="Test sets that it introduces."
        ),
    ),
    order=("submitted", "title"),
)

ENTITIES = (PAPER,)
