"""Search over names, old spellings, families, papers and notes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Set
from typing import Any

import orjson
from sqlalchemy import (
    ColumnElement,
    Float,
    FromClause,
    Integer,
    String,
    bindparam,
    cast,
    func,
    literal_column,
    select,
)
from sqlalchemy.dialects.postgresql import JSONB

from api.binding import Binder, Slot
from api.declare import Argument, Column, Entity, Link, ToOne
from api.errors import refused
from api.plan import Request
from api.roots import ListRoot, Preparation
from api.scalars import FLOAT, INT, STRING, check_text
from api.textindex import ID_COLUMNS, Text, TextIndex, rank
from db.bulk import table_of
from db.catalogue import Alias, Family, Model, Variant
from db.literature import Paper
from db.notes import Note, NoteRemark
from db.provenance import Source

#: Longest question, characters; most hits.
MOST_CHARACTERS, MOST_HITS = 200, 500
_KEPT = "search"


def _texts(request: Request, preparation: Preparation) -> Iterator[Text]:
    """Everything that can be found."""
    families, models, variants = table_of(Family), table_of(Model), table_of(Variant)
    papers, aliases = table_of(Paper), table_of(Alias)
    notes, remarks, sources = table_of(Note), table_of(NoteRemark), table_of(Source)
    current = notes.c.source_id.in_(select(sources.c.id).where(sources.c.is_current))
    for kind, weight, columns, statement in (
        ("family", 1.0, ("family_id",), select(families.c.name, families.c.id)),
        ("family", 1.0, ("family_id",), select(families.c.title, families.c.id)),
        ("model", 1.0, ("model_id",), select(models.c.name, models.c.id)),
        (
            "variant",
            0.97,
            ("variant_id", "model_id"),
            select(variants.c.name, variants.c.id, variants.c.model_id),
        ),
        (
            "alias",
            0.95,
            ("variant_id", "model_id"),
            select(aliases.c.name, aliases.c.variant_id, aliases.c.model_id),
        ),
        (
            "paper",
            0.98,
            ("paper_id",),
            select(papers.c.title, papers.c.id).where(papers.c.title.is_not(None)),
        ),
        (
            "paper",
            0.98,
            ("paper_id",),
            select(papers.c.arxiv_id, papers.c.id).where(papers.c.arxiv_id.is_not(None)),
        ),
        ("note", 0.96, ("note_id",), select(notes.c.title, notes.c.id).where(current)),
        (
            "note",
            0.96,
            ("note_id",),
            select(remarks.c.text, remarks.c.note_id)
            .join(notes, notes.c.id == remarks.c.note_id)
            .where(current),
        ),
    ):
        compiled = Binder(preparation.dialect).compile(statement)
        for text, *ids in request.run(compiled.sql, compiled.parameters({}, {})):
            found = {name: id_ for name, id_ in zip(columns, ids, strict=True) if id_ is not None}
            yield Text(kind, text, weight, found)


def _index(request: Request, preparation: Preparation) -> TextIndex:
    """The index of this state of the data, made once."""
    # With the instant: a restored database may come to a version for a second time.
    rows = request.run("SELECT version, changed_at FROM data_state", ())
    state = tuple(rows[0]) if rows else None
    kept = request.kept.get(_KEPT)
    if kept is None or kept[0] != state:
        kept = request.kept[_KEPT] = (state, TextIndex(_texts(request, preparation)))
    index: TextIndex = kept[1]
    return index


def _prepare(preparation: Preparation) -> Callable[[Request], Any]:
    text = preparation.arguments["text"]

    def prepared(request: Request) -> Any:
        question = text.read(request.variables) if isinstance(text, Slot) else text
        if len(check_text(question)) > MOST_CHARACTERS:
            raise refused(f"`text` takes up to {MOST_CHARACTERS} characters", "LIMIT_EXCEEDED")
        hits = _index(request, preparation).search(question, MOST_HITS)
        return orjson.dumps(rank(hits)).decode()

    return prepared


def _hits(_: Mapping[str, Any], __: Set[str], binder: Binder) -> FromClause:
    given = bindparam("prepared", type_=String())
    member: Callable[[int], ColumnElement[Any]]
    if binder.is_sqlite:
        rows = func.json_each(given).table_valued("value").alias()
        value = rows.c.value

        def member(place: int) -> ColumnElement[Any]:
            return func.json_extract(value, literal_column(f"'$[{place}]'"))
    else:
        rows = func.jsonb_array_elements(cast(given, JSONB)).table_valued("value").alias()
        value = rows.c.value

        def member(place: int) -> ColumnElement[Any]:
            return value.op("->>")(literal_column(str(place)))

    return select(
        cast(member(0), Integer).label("id"),
        cast(member(1), String).label("kind"),
        cast(member(2), String).label("text"),
        cast(member(3), Float(53)).label("score"),
        *(cast(member(4 + at), Integer).label(name) for at, name in enumerate(ID_COLUMNS)),
    ).subquery()


def _to(target: type[Any]) -> ToOne:
    name = target.__name__.lower()
    return ToOne(
        name=name,
        target=target.__name__,
        description=f"The {name} that it leads to.",
        is_nullable=True,
        links=(
            Link(table=table_of(target), on=lambda this, that: that.c.id == this.c[f"{name}_id"]),
        ),
    )


SEARCH_HIT = Entity(
    name="SearchHit",
    description="A name, title or bullet that was found.",
    fields=(
        Column(
            name="rank",
            scalar=INT,
            description="Place among the hits, from 1.",
            is_nullable=False,
            sql=lambda row: row.c.id,
        ),
        Column(
            name="score",
            scalar=FLOAT,
            description="How well it matches, 0 to 1.",
            is_nullable=False,
            sql=lambda row: row.c.score,
        ),
        Column(
            name="kind",
            scalar=STRING,
            description="family, model, variant, alias, paper or note.",
            is_nullable=False,
            sql=lambda row: row.c.kind,
        ),
        Column(
            name="text",
            scalar=STRING,
            description="What was found, as it is written.",
            is_nullable=False,
            sql=lambda row: row.c.text,
        ),
        *(_to(target) for target in (Family, Model, Variant, Paper, Note)),
    ),
    order=("rank",),
)

LISTS = (
    ListRoot(
        name="search",
        entity="SearchHit",
        description="Names, old spellings, families, papers and notes (Korean too) that match the "
        f"words best, the best {MOST_HITS} at most; typos and inflected forms are forgiven.",
        arguments=(
            Argument(
                name="text",
                annotation=str,
                description=f"Words, up to {MOST_CHARACTERS} characters.",
                is_required=True,
            ),
        ),
        source=_hits,
        prepare=_prepare,
    ),
)
ENTITIES = (SEARCH_HIT,)
