"""Weights ranked by accuracy: the question that most people come with."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.accuracy import Dataset, Evaluation
from db.catalogue import Family, Licence, Model, Variant
from db.errors import QueryError
from db.literature import ModelPaper, Paper


class LeaderboardRow(NamedTuple):
    """One weight at one image size on one test set.

    Attributes:
        name: the weight, ``architecture.tag``.
        model: its architecture.
        family: key of its family, None if it belongs to none.
        year: year of the model, None where nobody says.
        year_source: the rule that gave the year.
        img_size: height and width tested at, in pixels.
        top1: top-1 accuracy in percent.
        top5: top-5 accuracy in percent.
        param_count: parameters in millions, as the source prints them.
        licence: licence of the weight as published.
        commercial_use: ``yes``, ``no`` or ``unknown``.
        paper: arXiv id of the paper that introduces the model.
    """

    name: str
    model: str
    family: str | None
    year: int | None
    year_source: str | None
    img_size: int
    top1: float
    top5: float
    param_count: float | None
    licence: str | None
    commercial_use: str
    paper: str | None


def leaderboard(
    session: Session,
    *,
    dataset: str = "imagenet",
    year: int | None = None,
    img_size: int | None = None,
    top1_above: float | None = None,
    limit: int | None = None,
) -> list[LeaderboardRow]:
    """Weights by falling top-1, then by name.

    Args:
        session: a reading session.
        dataset: name of the test set.
        year: only models of this year.
        img_size: only weights tested at this size, in pixels.
        top1_above: only weights with a higher top-1, in percent.
        limit: at most so many rows; None: all.

    Raises:
        QueryError: there is no such test set.
    """
    datasets = dict(session.execute(select(Dataset.name, Dataset.id)).all())
    if datasets and dataset not in datasets:
        known = ", ".join(sorted(datasets))
        raise QueryError(f"unknown test set {dataset!r}: known are {known}")
    rows = (
        select(
            Variant.name,
            Model.name,
            Family.name,
            Model.year,
            Model.year_source,
            Evaluation.img_size,
            Evaluation.top1,
            Evaluation.top5,
            Evaluation.param_count,
            Licence.name,
            Licence.commercial_use,
            Paper.arxiv_id,
        )
        .select_from(Evaluation)
        .join(Variant, Variant.id == Evaluation.variant_id)
        .join(Model, Model.id == Variant.model_id)
        .outerjoin(Family, Family.id == Model.family_id)
        .outerjoin(Licence, Licence.id == Variant.licence_id)
        .outerjoin(
            ModelPaper,
            (ModelPaper.model_id == Model.id) & (ModelPaper.relation == "introduces"),
        )
        .outerjoin(Paper, Paper.id == ModelPaper.paper_id)
        .where(Evaluation.is_shown, Evaluation.dataset_id == datasets.get(dataset))
        .order_by(Evaluation.top1.desc(), Variant.name, Evaluation.img_size)
        .limit(limit)
    )
    if year is not None:
        rows = rows.where(Model.year == year)
    if img_size is not None:
        rows = rows.where(Evaluation.img_size == img_size)
    if top1_above is not None:
        rows = rows.where(Evaluation.top1 > top1_above)
    return [
        LeaderboardRow(*row[:10], row[10] or "unknown", row[11]) for row in session.execute(rows)
    ]
