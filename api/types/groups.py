"""What can be aggregated: which figures of which entities, grouped by what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from api.declare import Column, Entity, ToOne


@dataclass(frozen=True, kw_only=True, slots=True)
class Group:
    """What rows can be grouped by.

    Attributes:
        name: GraphQL name of the enum's value, and in camel case of the field.
        path: relations from the row to the column, then the column.
    """

    name: str
    path: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Aggregated:
    """An entity whose rows are aggregated.

    Attributes:
        entity: the entity.
        metrics: columns of its table that are aggregated, each with its unit.
        groups: what it can be grouped by.
    """

    entity: Entity
    metrics: Mapping[str, str]
    groups: tuple[Group, ...]

    @property
    def enum_name(self) -> str:
        """Name of the enum of groups."""
        return f"{self.entity.name}Group"

    def group_column(self, group: Group, entities: Mapping[str, Entity]) -> Column:
        """The column that a group names."""
        entity = self.entity
        for name in group.path[:-1]:
            relation = entity.field(name)
            assert isinstance(relation, ToOne)
            entity = entities[relation.target]
        column = entity.field(group.path[-1])
        assert isinstance(column, Column)
        return column


def group_enums(all_aggregated: tuple[Aggregated, ...]) -> dict[str, tuple[str, dict[str, str]]]:
    """The enums of groups: name to description and values."""
    return {
        one.enum_name: (
            f"What {one.entity.name} rows can be grouped by.",
            {group.name: f"By {' of the '.join(reversed(group.path))}." for group in one.groups},
        )
        for one in all_aggregated
    }


def _groups(*paths: str) -> tuple[Group, ...]:
    found = []
    for written in paths:
        name, _, path = written.partition(" ")
        found.append(Group(name=name, path=tuple(path.split("."))))
    return tuple(found)


def aggregated_entities(entities: Mapping[str, Entity]) -> tuple[Aggregated, ...]:
    """What can be aggregated."""
    return (
        Aggregated(
            entity=entities["Evaluation"],
            metrics={
                "top1": "top-1 accuracy, percent",
                "top5": "top-5 accuracy, percent",
                "param_count": "parameters as written, millions",
            },
            groups=_groups(
                "DATASET dataset.name",
                "IMG_SIZE imgSize",
                "YEAR variant.model.year",
                "FAMILY variant.model.family.name",
                "MODEL variant.model.name",
                "LICENCE variant.licence.name",
                "COMMERCIAL_USE variant.licence.commercialUse",
                "PRETRAINED_ON variant.pretrainedOn",
                "ORIGIN variant.origin",
            ),
        ),
        Aggregated(
            entity=entities["Measurement"],
            metrics={
                "samples_per_second": "throughput, images/s",
                "step_time_ms": "time of one step, milliseconds",
                "gmacs": "multiply-accumulates of one image, thousand millions",
                "macts": "activations of one image, millions",
            },
            groups=_groups(
                "ENVIRONMENT run.environment.slug",
                "DEVICE run.environment.deviceKey",
                "RUN run.slug",
                "TASK run.task",
                "PRECISION run.precision",
                "LAYOUT run.layout",
                "COMPILE run.compile",
                "IMG_SIZE imgSize",
                "BATCH_SIZE batchSize",
                "STATUS status",
                "YEAR model.year",
                "FAMILY model.family.name",
                "MODEL model.name",
            ),
        ),
    )
