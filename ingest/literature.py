"""Papers as rows, and which paper introduces which model (rule 6 of docs/concepts.md, "Papers")."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, exists, select
from sqlalchemy.orm import Session

from db.accuracy import Dataset
from db.bulk import insert_rows, table_of, update_rows
from db.catalogue import Model, Variant
from db.literature import ModelPaper, Paper, VariantPaper
from db.notes import Note, NoteModel, NotePaper
from db.provenance import Source
from ingest.datasets import datasets
from ingest.papers import (
    introducing_paper,
    introducing_paper_of_name,
    paper_titles,
    submitted_from_arxiv_id,
)
from ingest.sources.timm import PaperLink, Registry

#: (name of the model or variant, key of the paper)
Pair = tuple[str, str]
#: (relation, source, confidence)
Claim = tuple[str, str, str]


@dataclass(frozen=True, kw_only=True, slots=True)
class Cited:
    """A paper that some row refers to: ``key`` is the arXiv id, or the address."""

    key: str
    arxiv_id: str | None
    title: str | None
    url: str


def refresh_papers(session: Session, registry: Registry | None) -> None:
    """Bring papers and their relations to what registry, reviewed rules and notes say."""
    cited: dict[str, Cited] = {}
    models = _model_claims(session, registry, cited)
    variants = _variant_claims(registry, cited)
    for dataset in datasets():
        _cite(cited, dataset.arxiv, dataset.paper)
    ids = _papers(session, cited.values())
    _relate(session, ModelPaper, "model_id", Model, models, ids)
    _relate(session, VariantPaper, "variant_id", Variant, variants, ids)
    _datasets(session, ids)
    for paper_id in session.scalars(
        select(Paper.id).where(
            ~exists().where(ModelPaper.paper_id == Paper.id),
            ~exists().where(VariantPaper.paper_id == Paper.id),
            ~exists().where(Dataset.paper_id == Paper.id),
        )
    ).all():
        session.execute(delete(Paper).where(Paper.id == paper_id))


def relate_placeholders(session: Session, models: Mapping[str, int]) -> None:
    """Relate models that no registry knows, new in the database, to the papers of their names."""
    cited: dict[str, Cited] = {}
    claims = {}
    for name in models:
        claim = introducing_paper_of_name(name)
        if claim is not None:
            key = _cite(cited, claim.arxiv_id, claim.title)
            claims[name, key] = ("introduces", claim.source, claim.confidence)
    ids = _papers(session, cited.values())
    insert_rows(
        session,
        ModelPaper,
        ("model_id", "paper_id", "relation", "source", "confidence"),
        [(models[name], ids[key], *claim) for (name, key), claim in claims.items()],
    )


def _model_claims(
    session: Session, registry: Registry | None, cited: dict[str, Cited]
) -> dict[Pair, Claim]:
    claims: dict[Pair, Claim] = {}
    introduced: dict[str, str] = {}
    architectures = {a.name: a for a in registry.architectures} if registry else {}
    for name in session.scalars(select(Model.name)):
        architecture = architectures.get(name)
        claim = introducing_paper(architecture) if architecture else introducing_paper_of_name(name)
        if claim is not None:
            key = _cite(cited, claim.arxiv_id, claim.title)
            claims[name, key] = ("introduces", claim.source, claim.confidence)
            introduced[name] = key
        for link in architecture.papers if architecture else ():
            # A module's docstring names the papers of all its architectures; that relates nothing.
            if link.level != "module":
                key = _cite_link(cited, link)
                claims.setdefault((name, key), ("related", link.level, "medium"))
    for name, arxiv_id, relation in _note_papers(session):
        key = _cite(cited, arxiv_id, None)
        if relation == "introduces" and introduced.setdefault(name, key) == key:
            claims.setdefault((name, key), ("introduces", "note", "medium"))
        claims.setdefault((name, key), ("related", "note", "medium"))
    return claims


def _note_papers(session: Session) -> list[tuple[str, str, str]]:
    rows = session.execute(
        select(Model.name, NotePaper.arxiv_id, NotePaper.relation)
        .join(NoteModel, NoteModel.note_id == NotePaper.note_id)
        .join(Model, Model.id == NoteModel.model_id)
        .join(Note, Note.id == NotePaper.note_id)
        .join(Source, Source.id == Note.source_id)
        .where(Source.is_current, NoteModel.relation == "subject")
        .order_by(Model.name, NotePaper.arxiv_id)
    )
    return [(row[0], row[1], row[2]) for row in rows]


def _variant_claims(registry: Registry | None, cited: dict[str, Cited]) -> dict[Pair, Claim]:
    return {
        (weight.name, _cite_link(cited, link)): ("trains", link.level, "high")
        for weight in (registry.weights if registry else ())
        for link in weight.papers
    }


def _cite(cited: dict[str, Cited], arxiv_id: str, title: str | None) -> str:
    known = cited.get(arxiv_id)
    title = paper_titles().get(arxiv_id) or (known.title if known else None) or title
    url = f"https://arxiv.org/abs/{arxiv_id}"
    cited[arxiv_id] = Cited(key=arxiv_id, arxiv_id=arxiv_id, title=title, url=url)
    return arxiv_id


def _cite_link(cited: dict[str, Cited], link: PaperLink) -> str:
    if link.arxiv_id is not None:
        return _cite(cited, link.arxiv_id, link.title)
    cited.setdefault(link.url, Cited(key=link.url, arxiv_id=None, title=link.title, url=link.url))
    return link.url


def _papers(session: Session, cited: Iterable[Cited]) -> dict[str, int]:
    """Ids of the papers by key, after writing what is new or has changed."""
    columns = ("arxiv_id", "title", "url", "submitted", "submitted_precision")
    stored = {
        row[0]: tuple(row[1:])
        for row in session.execute(
            select(Paper.key, *(table_of(Paper).c[column] for column in columns))
        )
    }
    wanted = {paper.key: _paper_columns(paper) for paper in cited}
    insert_rows(
        session,
        Paper,
        ("key", *columns),
        [(key, *values) for key, values in sorted(wanted.items()) if key not in stored],
    )
    update_rows(
        session,
        Paper,
        columns,
        ("key",),
        [
            (*values, key)
            for key, values in wanted.items()
            if key in stored and stored[key] != values
        ],
    )
    return dict(session.execute(select(Paper.key, Paper.id)).all())


def _paper_columns(paper: Cited) -> tuple[str | None, ...]:
    submitted = precision = None
    if paper.arxiv_id is not None:
        submitted = "{:04d}-{:02d}".format(*submitted_from_arxiv_id(paper.arxiv_id))
        precision = "month"
    return (paper.arxiv_id, paper.title, paper.url, submitted, precision)


def _relate(
    session: Session,
    entity: type[Any],
    column: str,
    owner: type[Any],
    claims: dict[Pair, Claim],
    papers: dict[str, int],
) -> None:
    """Bring one table of relations to ``claims``; rows that agree stay untouched."""
    owners: dict[str, int] = dict(session.execute(select(owner.name, owner.id)).all())
    columns = table_of(entity).c
    stored = {
        (row[0], row[1]): (row[2], row[3], row[4])
        for row in session.execute(
            select(
                columns[column],
                columns.paper_id,
                columns.relation,
                columns.source,
                columns.confidence,
            )
        )
    }
    wanted = {(owners[name], papers[key]): claim for (name, key), claim in claims.items()}
    for pair in [pair for pair, claim in stored.items() if wanted.get(pair) != claim]:
        session.execute(
            delete(entity).where(columns[column] == pair[0], columns.paper_id == pair[1])
        )
    insert_rows(
        session,
        entity,
        (column, "paper_id", "relation", "source", "confidence"),
        [(*pair, *claim) for pair, claim in wanted.items() if stored.get(pair) != claim],
    )


def _datasets(session: Session, papers: dict[str, int]) -> None:
    update_rows(
        session,
        Dataset,
        ("paper_id",),
        ("name",),
        [(papers[dataset.arxiv], dataset.name) for dataset in datasets()],
    )
