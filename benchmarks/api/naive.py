"""The usual way: strawberry types with ordinary resolvers over SQLAlchemy's ORM."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import strawberry
from sqlalchemy import select
from sqlalchemy.orm import Session
from starlette.applications import Starlette
from starlette.routing import Route
from strawberry.asgi import GraphQL
from strawberry.extensions import SchemaExtension

from db.accuracy import Dataset, Evaluation
from db.catalogue import Model, Variant
from db.engine import Database
from db.speed import BenchmarkRun, Environment, Measurement


@strawberry.type
class Named:
    """Anything that is only named."""

    name: str


@strawberry.type
class WeightOut:
    """A weight."""

    row: strawberry.Private[Variant]

    @strawberry.field
    def name(self) -> str:
        """Its name."""
        return self.row.name

    @strawberry.field
    def model(self) -> Named:
        """Its architecture."""
        return Named(name=self.row.model.name)

    @strawberry.field
    def evaluations(self, info: strawberry.Info, first: int = 100) -> Evaluations:
        """Its accuracy."""
        rows = info.context["session"].scalars(
            select(Evaluation)
            .where(Evaluation.variant_id == self.row.id, Evaluation.is_shown)
            .order_by(Evaluation.id)
            .limit(first)
        )
        return Evaluations(nodes=[EvaluationOut(row=row) for row in rows])


@strawberry.type
class EvaluationOut:
    """An evaluation."""

    row: strawberry.Private[Evaluation]

    @strawberry.field
    def top1(self) -> float:
        """Percent."""
        return self.row.top1

    @strawberry.field
    def top5(self) -> float:
        """Percent."""
        return self.row.top5

    @strawberry.field
    def img_size(self) -> int:
        """Pixels."""
        return self.row.img_size

    @strawberry.field
    def dataset(self) -> Named:
        """The test set."""
        return Named(name=self.row.dataset.name)

    @strawberry.field
    def variant(self) -> WeightOut:
        """The weight."""
        return WeightOut(row=self.row.variant)


@strawberry.type
class Evaluations:
    """A page."""

    nodes: list[EvaluationOut]


@strawberry.type
class Weights:
    """A page."""

    nodes: list[WeightOut]


@strawberry.type
class ModelOut:
    """A model."""

    row: strawberry.Private[Model]

    @strawberry.field
    def name(self) -> str:
        """Its name."""
        return self.row.name

    @strawberry.field
    def year(self) -> int | None:
        """Its year."""
        return self.row.year

    @strawberry.field
    def variants(self, info: strawberry.Info, first: int = 100) -> Weights:
        """Its weights."""
        rows = info.context["session"].scalars(
            select(Variant)
            .where(Variant.model_id == self.row.id)
            .order_by(Variant.name)
            .limit(first)
        )
        return Weights(nodes=[WeightOut(row=row) for row in rows])


@strawberry.type
class Models:
    """A page."""

    nodes: list[ModelOut]


@strawberry.type
class TradeoffOut:
    """Accuracy and speed."""

    evaluation: strawberry.Private[Evaluation]
    measurement: strawberry.Private[Measurement]

    @strawberry.field
    def top1(self) -> float:
        """Percent."""
        return self.evaluation.top1

    @strawberry.field
    def samples_per_second(self) -> float | None:
        """Images/s."""
        return self.measurement.samples_per_second

    @strawberry.field
    def batch_size(self) -> int | None:
        """Images a step."""
        return self.measurement.batch_size

    @strawberry.field
    def img_size(self) -> int:
        """Pixels."""
        return self.evaluation.img_size

    @strawberry.field
    def variant(self) -> Named:
        """The weight."""
        return Named(name=self.evaluation.variant.name)

    @strawberry.field
    def model(self) -> Named:
        """The architecture."""
        return Named(name=self.measurement.model.name)


@strawberry.type
class Tradeoffs:
    """A page."""

    nodes: list[TradeoffOut]


@strawberry.type
class Query:
    """What is asked."""

    @strawberry.field
    def evaluations(
        self,
        info: strawberry.Info,
        dataset: str,
        img_size: int,
        above: float,
        year: int,
        first: int,
    ) -> Evaluations:
        """Accuracy."""
        rows = info.context["session"].scalars(
            select(Evaluation)
            .join(Evaluation.dataset)
            .join(Evaluation.variant)
            .join(Variant.model)
            .where(
                Dataset.name == dataset,
                Evaluation.img_size == img_size,
                Evaluation.top1 > above,
                Evaluation.is_shown,
                Model.year == year,
            )
            .order_by(Evaluation.top1.desc(), Evaluation.id.desc())
            .limit(first)
        )
        return Evaluations(nodes=[EvaluationOut(row=row) for row in rows])

    @strawberry.field
    def models(self, info: strawberry.Info, first: int) -> Models:
        """Architectures."""
        rows = info.context["session"].scalars(select(Model).order_by(Model.name).limit(first))
        return Models(nodes=[ModelOut(row=row) for row in rows])

    @strawberry.field
    def tradeoffs(self, info: strawberry.Info, environment: str, compiler: str) -> Tradeoffs:
        """Accuracy and speed."""
        rows = info.context["session"].execute(
            select(Evaluation, Measurement)
            .join(Evaluation.dataset)
            .join(Evaluation.variant)
            .join(
                Measurement,
                (Measurement.model_id == Variant.model_id)
                & (Measurement.img_size == Evaluation.img_size),
            )
            .join(BenchmarkRun, BenchmarkRun.id == Measurement.run_id)
            .join(Environment)
            .where(
                Dataset.name == "imagenet",
                Evaluation.is_shown,
                Environment.slug == environment,
                BenchmarkRun.compile == compiler,
                Measurement.until_source_id.is_(None),
                Measurement.status == "ok",
            )
            .order_by(Evaluation.id)
        )
        return Tradeoffs(nodes=[TradeoffOut(evaluation=row[0], measurement=row[1]) for row in rows])


#: The same questions with this schema's arguments.
GRAPHQL = {
    "Q1": '{evaluations(dataset:"imagenet",imgSize:224,above:80,year:2021,first:50)'
    "{nodes{top1 top5 imgSize variant{name model{name}}}}}",
    "Q2": "{models(first:50){nodes{name year variants(first:100){nodes{name "
    "evaluations(first:100){nodes{top1 top5 imgSize dataset{name}}}}}}}}",
    "Q3": '{tradeoffs(environment:"rtx4090-pt291-cu128",compiler:"off")'
    "{nodes{top1 samplesPerSecond batchSize imgSize variant{name} model{name}}}}",
}


class _Closing(SchemaExtension):
    """Gives the operation's connection back."""

    def on_operation(self) -> Iterator[None]:
        yield
        self.execution_context.context["session"].close()


class _App(GraphQL[Any, Any]):
    def __init__(self, database: Database) -> None:
        super().__init__(strawberry.Schema(query=Query, extensions=[_Closing]))
        self.database = database

    async def get_context(self, request: Any, response: Any) -> dict[str, Session]:
        return {"session": Session(self.database.reader)}


def naive_app(url: str) -> Starlette:
    """The application."""
    return Starlette(routes=[Route("/graphql", _App(Database(url)))])
