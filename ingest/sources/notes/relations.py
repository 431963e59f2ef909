"""Which models the remarks of an entry name, and what they say of them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from ingest.sources.notes.dates import years_in
from ingest.sources.notes.names import (
    arxiv_id,
    is_unmistakable,
    listed_names,
    named_models,
    whole_name,
)
from ingest.sources.notes.records import (
    BARE_URL,
    Link,
    NoteModel,
    NotePaper,
    NoteRemark,
    NoteTrainer,
    Relation,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class RelationWords:
    """Words by which a remark says how the models it lists relate to the entry's.

    Attributes:
        pattern: sought in the remark's text; its group `listed` holds the names on the same line.
    """

    relation: Relation
    pattern: re.Pattern[str]


def _words(relation: Relation, pattern: str) -> RelationWords:
    return RelationWords(relation=relation, pattern=re.compile(pattern, re.IGNORECASE))


RELATION_WORDS = (
    _words(
        "covers",
        r"^(?P<listed>.+?)\s*(?:모델)?[에가이도]?\s*해당(?:[됨함]|[된한]다|[됩합]니다)?\.?$",
    ),
    _words("covers", r"^(?:also\s+)?(?:covers|applies to|해당\s*모델)(?![\w-])(?P<listed>.*)$"),
    _words(
        "best", r"(?:가장\s*(?:성능이\s*)?|성능이\s*가장\s*)(?:좋은|높은)\s*모델(?P<listed>.*)$"
    ),
    _words("best", r"최고\s*성능(?P<listed>.*)$"),
    _words(
        "best", r"\bbest(?:[- ]performing)?\s+(?:model|variant|version|weight)s?\b(?P<listed>.*)$"
    ),
    _words("best", r"\bbest[- ]performing\b(?P<listed>.*)$"),
    _words("sibling", r"형제(?:들|\s*모델들?)?(?P<listed>.*)$"),
    _words("sibling", r"파라미터만\s*다[르른를](?P<listed>.*)$"),
    _words("sibling", r"\bsiblings?\b(?P<listed>.*)$"),
    _words("sibling", r"\bdiffer(?:s|ing)?\s+only\s+in\b.*?\bparameters?\b(?P<listed>.*)$"),
    _words("related", r"^(?:참고|참조)(?P<listed>.*)$"),
    _words("related", r"^(?:see\s+also|see|related|references?|cf\.?)(?![\w-])(?P<listed>.*)$"),
)
"""In the order in which they are tried; `listed` is where names on the same line stand."""

_TRAINER = re.compile(
    r"(?P<token>[A-Za-z0-9_]+)\s*(?:버전|모델|가중치)들?(?:은|는|이|가|\s*:)?\s+"
    r"(?P<person>\S.{0,60}?)(?:님이|이|가)\s+(?:직접\s+)?(?:학습|훈련)"
    r"|(?i:the\s+)?(?P<token_en>[A-Za-z0-9_]+)\s+(?i:versions?|weights?|models?|variants?)\b.*?"
    r"\b(?i:trained\s+by)\s+(?P<person_en>[A-Z][\w'’-]*(?:\s+[A-Z][\w'’-]*)*)"
)
_PAPER = re.compile(r"논문|paper\b|arxiv\b", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Statement:
    """A remark with relation words, and the names that it lists itself."""

    relation: Relation
    remark: NoteRemark
    names: tuple[str, ...]


def read_models(remarks: Sequence[NoteRemark], *, known: Container[str]) -> Iterator[NoteModel]:
    """The models that the remarks name, in order.

    A remark with relation words speaks of the models that it names itself and of those that are
    listed under it. A model named elsewhere is a mention.

    Args:
        remarks: an entry's, in order.
        known: the entry's own names; in a list with one of them plain words count as names too.
    """
    statements: dict[int | None, _Statement] = {}
    lists = {
        remark.parent_position
        for remark in remarks
        if is_unmistakable(whole_name(remark.unnumbered) or "")
    }
    for remark in remarks:
        models = named_models(remark.spans)
        own = _statement(remark, known=known)
        statement = own or statements.get(remark.parent_position)
        if statement is None:
            for name, link in models.items():
                yield _model(name, "mention", link, remark=remark, stated=remark, year=None)
            continue
        statements[remark.position] = statement
        for name in own.names if own else ():
            models.setdefault(name, None)
        alone = whole_name(remark.unnumbered)
        if alone and not models and remark.parent_position in lists:
            models[alone] = None
        year = _stated_year(remark) or _stated_year(statement.remark)
        for name, link in models.items():
            relation, stated = statement.relation, statement.remark
            yield _model(name, relation, link, remark=remark, stated=stated, year=year)


def _model(
    name: str,
    relation: Relation,
    link: str | None,
    *,
    remark: NoteRemark,
    stated: NoteRemark,
    year: int | None,
) -> NoteModel:
    return NoteModel(
        name_written=name,
        relation=relation,
        words=stated.text,
        link=link,
        remark_position=remark.position,
        stated_position=stated.position,
        stated_year=year,
    )


def _statement(remark: NoteRemark, *, known: Container[str]) -> _Statement | None:
    text = unicodedata.normalize("NFKC", remark.unnumbered)
    for words in RELATION_WORDS:
        found = words.pattern.search(text)
        if found is None:
            continue
        listed = found["listed"].rpartition(":")[2].strip(" -–—.,()")
        names = listed_names(listed, known=known)
        # `해당` ends many sentences: it says what the entry covers only after a list of names.
        if names or not listed or words.relation != "covers":
            return _Statement(relation=words.relation, remark=remark, names=names)
    return None


def _stated_year(remark: NoteRemark) -> int | None:
    """The one year that a remark states, or None if it states none or several."""
    years = years_in(BARE_URL.sub("", remark.text))
    return years[0] if len(years) == 1 else None


def read_trainers(remarks: Sequence[NoteRemark]) -> tuple[NoteTrainer, ...]:
    """Who trained which versions, as in `rw 버전은 Ross Wightman이 직접 학습시킨 버전임`.

    Each token once: what is said of it first.
    """
    trainers: dict[str, NoteTrainer] = {}
    for remark in remarks:
        if found := _TRAINER.match(remark.unnumbered):
            trainer = NoteTrainer(
                token=found["token"] or found["token_en"],
                person=found["person"] or found["person_en"],
                words=remark.text,
                remark_position=remark.position,
            )
            trainers.setdefault(trainer.token, trainer)
    return tuple(trainers.values())


def read_papers(
    title: Sequence[Link], remarks: Sequence[NoteRemark], *, dated: int | None
) -> tuple[NotePaper, ...]:
    """The arXiv papers that an entry links, each once.

    A paper introduces the entry's model if the title links it, or the dated line, or a bullet
    directly under the entry that opens with `논문` or `paper` or is nothing but the link. Any other
    is related.

    Args:
        title: the links in the title's line.
        remarks: the entry's, in order.
        dated: position of its dated line.
    """
    linked: list[tuple[Link, int | None, bool]] = [(link, None, True) for link in title]
    for remark in remarks:
        is_lone = [link.text for link in remark.links] == [remark.unnumbered]
        is_own = remark.position == dated or is_lone or _PAPER.match(remark.unnumbered) is not None
        linked += [(link, remark.position, is_own and remark.depth == 1) for link in remark.links]
    papers: dict[str, NotePaper] = {}
    for link, position, is_introducing in sorted(linked, key=lambda found: not found[2]):
        if paper := arxiv_id(link.url):
            record = NotePaper(
                arxiv_id=paper,
                relation="introduces" if is_introducing else "related",
                link=link.url,
                remark_position=position,
            )
            papers.setdefault(paper, record)
    return tuple(papers.values())
