"""The wide relations of accuracy: what was measured of a weight on a test set, and what was not.

See ``warehouse/wide.py``.
"""

from __future__ import annotations

from db.accuracy import Dataset, Evaluation
from db.catalogue import Family, Licence, Model, Variant
from db.literature import Paper
from db.provenance import Source
from warehouse.columns import computed, taken
from warehouse.relations import Relation

LEADERBOARD = Relation(
    name="leaderboard",
    comment="A weight at an image size on a test set, as shown now, with all that is known of it",
    columns=(
        taken(Variant.name, meaning="the weight, architecture.tag"),
        taken(Model.name, "model", "its architecture"),
        taken(Family.name, "family", "key of its family"),
        taken(Model.year),
        taken(Model.year_source),
        taken(Dataset.name, "dataset", "the test set"),
        taken(Evaluation.img_size),
        taken(Evaluation.top1),
        taken(Evaluation.top5),
        computed(
            "top1_drop",
            "DOUBLE",
            "round(clean.top1 - evaluations.top1, 4)",
            "top-1 on ordinary images of the same classes less top-1 here, percentage points",
            "evaluations.top1, datasets.clean_dataset_id",
        ),
        taken(Evaluation.param_count),
        taken(Model.parameters),
        taken(Evaluation.crop_pct),
        taken(Evaluation.interpolation),
        taken(Licence.name, "licence", "licence of the weight as published"),
        computed(
            "commercial_use",
            "VARCHAR",
            "coalesce(licences.commercial_use, 'unknown')",
            "whether the licence's text permits commercial use: yes, no or unknown",
            "licences.commercial_use",
        ),
        taken(Paper.arxiv_id, "paper", "arXiv id of the paper that introduces the model"),
        taken(Paper.title, "paper_title", "its title"),
        taken(Paper.submitted, "paper_submitted", "first submitted, cut to its precision"),
        taken(Variant.tag),
        taken(Variant.hub_id),
        taken(Variant.pretrained_on),
        taken(Variant.fine_tuned_on),
        taken(Model.is_registered),
        taken(Source.name, "source", "file that the figures come from"),
        taken(Evaluation.line, "source_line", "its 1-based line there"),
        taken(Evaluation.id, "evaluation_id", "key in evaluations"),
    ),
    source="""\
FROM evaluations
JOIN datasets ON datasets.id = evaluations.dataset_id
JOIN variants ON variants.id = evaluations.variant_id
JOIN models ON models.id = variants.model_id
JOIN sources ON sources.id = evaluations.source_id
LEFT JOIN families ON families.id = models.family_id
LEFT JOIN licences ON licences.id = variants.licence_id
LEFT JOIN model_papers
  ON model_papers.model_id = models.id AND model_papers.relation = 'introduces'
LEFT JOIN papers ON papers.id = model_papers.paper_id
LEFT JOIN evaluations AS clean
  ON clean.dataset_id = datasets.clean_dataset_id
  AND clean.variant_id = evaluations.variant_id
  AND clean.img_size = evaluations.img_size
  AND clean.is_shown
WHERE evaluations.is_shown""",
    order_by="dataset, top1 DESC, name, img_size",
)

NOT_EVALUATED = Relation(
    name="not_evaluated",
    comment="A weight and a test set on which no figure of it is known: missing, which is not zero",
    columns=(
        taken(Variant.name, meaning="the weight, architecture.tag"),
        taken(Model.name, "model", "its architecture"),
        taken(Family.name, "family", "key of its family"),
        taken(Model.year),
        taken(Dataset.name, "dataset", "the test set"),
        computed(
            "evaluated_count",
            "BIGINT",
            "(SELECT count(DISTINCT shown.dataset_id) FROM evaluations AS shown "
            "WHERE shown.variant_id = variants.id AND shown.is_shown)",
            "test sets on which figures of it are known",
            "evaluations.dataset_id",
        ),
        taken(Model.is_registered),
    ),
    source="""\
FROM variants
CROSS JOIN datasets
JOIN models ON models.id = variants.model_id
LEFT JOIN families ON families.id = models.family_id
WHERE NOT EXISTS (
  FROM evaluations
  WHERE evaluations.variant_id = variants.id
    AND evaluations.dataset_id = datasets.id
    AND evaluations.is_shown
)""",
)
