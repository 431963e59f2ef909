"""All entities by name, and the root fields that list or find them."""

from __future__ import annotations

from sqlalchemy import ColumnElement, or_, select

from api import inputs
from api.binding import Binder
from api.declare import Entity, Row
from api.roots import MAX_FLAT, FindRoot, ListRoot, OneRoot
from api.types import (
    accuracy,
    aggregates,
    catalogue,
    changes,
    comparison,
    frontier,
    groups,
    literature,
    meta,
    nights,
    notes,
    provenance,
    search,
    speed,
    tradeoffs,
)
from db.bulk import table_of
from db.catalogue import Alias

_DECLARED: dict[str, Entity] = {
    entity.name: entity
    for module in (
        catalogue,
        literature,
        accuracy,
        speed,
        nights,
        notes,
        provenance,
        meta,
        tradeoffs,
        comparison,
        changes,
        search,
    )
    for entity in module.ENTITIES
}

#: What has aggregates.
AGGREGATED = groups.aggregated_entities(_DECLARED)

ENTITIES: dict[str, Entity] = _DECLARED | {
    entity.name: entity
    for entity in (aggregates.aggregate_entity(one, _DECLARED) for one in AGGREGATED)
}

#: Enums by name: description, and descriptions of the values.
ENUMS = inputs.ENUMS | groups.group_enums(AGGREGATED)

LISTS = (
    ListRoot(name="families", entity="Family", description="Families of models."),
    ListRoot(name="models", entity="Model", description="Architectures."),
    ListRoot(name="papers", entity="Paper", description="Papers."),
    ListRoot(name="variants", entity="Variant", description="Pretrained weights."),
    ListRoot(name="licences", entity="Licence", description="Licences of weights."),
    ListRoot(name="datasets", entity="Dataset", description="Test sets."),
    ListRoot(
        name="evaluations",
        entity="Evaluation",
        description="Accuracy of weights on test sets.",
        max_first=MAX_FLAT,
    ),
    ListRoot(name="environments", entity="Environment", description="Software and hardware."),
    ListRoot(name="benchmarkRuns", entity="BenchmarkRun", description="Benchmark runs."),
    ListRoot(
        name="measurements",
        entity="Measurement",
        description="Speed of models in benchmark runs.",
        max_first=MAX_FLAT,
    ),
    ListRoot(name="notes", entity="Note", description="Entries of the catalogue notes."),
    ListRoot(name="sources", entity="Source", description="Ingested revisions of sources."),
    ListRoot(name="ingests", entity="Ingest", description="Ingests that changed the database."),
    ListRoot(name="problems", entity="Problem", description="Findings about sources."),
    *tradeoffs.LISTS,
    *frontier.LISTS,
    *comparison.LISTS,
    *changes.LISTS,
    *search.LISTS,
    *nights.LISTS,
    *(aggregates.aggregate_root(one, _DECLARED) for one in AGGREGATED),
)

FINDS = (
    FindRoot(name="family", entity="Family", by="name", description="One family."),
    FindRoot(
        name="model",
        entity="Model",
        by="name",
        alias="model_id",
        description="One model, by its name or an old spelling.",
    ),
    FindRoot(name="paper", entity="Paper", by="arxivId", description="One paper."),
    FindRoot(
        name="variant",
        entity="Variant",
        by="name",
        alias="variant_id",
        description="One weight, by its name or an old spelling.",
    ),
    FindRoot(name="licence", entity="Licence", by="name", description="One licence."),
    FindRoot(name="dataset", entity="Dataset", by="name", description="One test set."),
    FindRoot(name="environment", entity="Environment", by="slug", description="One environment."),
    FindRoot(name="benchmarkRun", entity="BenchmarkRun", by="slug", description="One run."),
)

ONES = (OneRoot(name="meta", entity="Meta", description="Which state of the data this is."),)


def found_by(
    root: FindRoot, row: Row, name: ColumnElement[str], binder: Binder
) -> ColumnElement[bool]:
    """The condition that finds a singular field's row."""
    field = next(one for one in ENTITIES[root.entity].columns() if one.name == root.by)
    exact = field.sql(row) == name
    if root.alias is None:
        return exact
    aliases = table_of(Alias).alias()
    # An exact name beats an alias of the same spelling: the alias is asked only without one.
    same = ENTITIES[root.entity].table.alias()
    other = select(aliases.c[root.alias]).where(
        aliases.c.name == name, ~select(1).where(field.sql(same) == name).exists()
    )
    return or_(exact, row.c.id.in_(other))
