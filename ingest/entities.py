"""Models and variants as rows: found by name, made when a source names one for the first time.

What no registry knows becomes a placeholder (``is_registered`` false); a later registry promotes
it, and a placeholder that nothing refers to any more is swept away, so that the order in which
sources arrive leaves no trace (rule 9).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from sqlalchemy import delete, exists, select
from sqlalchemy.orm import Session

from db.accuracy import Evaluation
from db.bulk import insert_rows
from db.catalogue import Alias, Model, Resolution, Variant
from db.literature import ModelPaper, VariantPaper
from db.notes import Note, NoteModel, VariantLabel
from db.speed import Measurement
from ingest.names import KnownNames, Target
from ingest.sources.timm import Registry
from ingest.tags import parse_tag

#: Columns of a variant that follow from its tag alone.
TAG_COLUMNS = (
    "pretrained_on",
    "fine_tuned_on",
    "recipe",
    "origin",
    "is_distilled",
    "extra_data",
    "trained_by",
)


class NameIndex:
    """All names of models and variants with their ids, and what the registry knows.

    Kept in step with the rows while one writer ingests source after source.

    Attributes:
        known: what the current registry snapshot knows.
        models: id of every model by name.
        variants: id of every variant by name.
        new_models: names of models made since the last ``clear_new``.
        new_variants: names of variants made since then.
        has_orphans: whether a name was pointed elsewhere, so that a placeholder may be left over.
        registry: the snapshot that was ingested in this transaction, None if there was none.
    """

    def __init__(self, session: Session) -> None:
        self.load(session)

    def load(self, session: Session) -> None:
        """Read everything anew; nothing is new then."""
        models = session.execute(
            select(Model.name, Model.id, Model.parameters, Model.is_registered)
        ).all()
        variants = session.execute(select(Variant.name, Variant.id, Variant.is_registered)).all()
        aliases = session.execute(select(Alias.name, Alias.target).where(Alias.target.is_not(None)))
        self.known = KnownNames(
            models={row.name: row.parameters for row in models if row.is_registered},
            variants=frozenset(row.name for row in variants if row.is_registered),
            deprecated={name: target for name, target in aliases if target is not None},
        )
        self.models = {row.name: row.id for row in models}
        self.variants = {row.name: row.id for row in variants}
        self.clear_new()

    def know_deprecated(self, deprecated: Mapping[str, str]) -> None:
        """Take the registry's present list of old names."""
        self.known = KnownNames(
            models=self.known.models, variants=self.known.variants, deprecated=deprecated
        )

    def clear_new(self) -> None:
        """Forget what is new."""
        self.new_models: set[str] = set()
        self.new_variants: set[str] = set()
        self.has_orphans = False
        self.registry: Registry | None = None

    def ensure_models(self, session: Session, names: Iterable[str]) -> None:
        """Make placeholders for the models that are missing."""
        missing = sorted({name for name in names if name not in self.models})
        if missing:
            rows = [(name, False) for name in missing]
            insert_rows(session, Model, ("name", "is_registered"), rows)
            self.models = dict(session.execute(select(Model.name, Model.id)).all())
            self.new_models.update(missing)

    def ensure_variants(self, session: Session, targets: Iterable[Target]) -> None:
        """Make placeholders for the variants, and their models, that are missing."""
        missing = {t.variant: t for t in targets if t.variant not in self.variants}
        self.ensure_models(session, {target.model for target in missing.values()})
        if missing:
            insert_rows(
                session,
                Variant,
                ("model_id", "name", "tag", "is_registered", "is_default", *TAG_COLUMNS),
                [
                    (self.models[t.model], name, t.tag, False, False, *tag_columns(t.tag))
                    for name, t in sorted(missing.items())
                ],
            )
            self.variants = dict(session.execute(select(Variant.name, Variant.id)).all())
            self.new_variants.update(missing)


@cache
def tag_columns(tag: str | None) -> tuple[Any, ...]:
    """Values of ``TAG_COLUMNS`` for a tag."""
    facts = parse_tag(tag)
    return tuple(getattr(facts, name) for name in TAG_COLUMNS)


def sweep(session: Session) -> bool:
    """Remove placeholders that nothing refers to any more; whether there were any."""
    variants = select(Variant.id).where(
        ~Variant.is_registered,
        ~exists().where(Evaluation.variant_id == Variant.id),
        ~exists().where(VariantLabel.variant_id == Variant.id),
        ~exists().where(Note.link_variant_id == Variant.id),
        ~exists().where(NoteModel.variant_id == Variant.id),
        ~exists().where(Alias.variant_id == Variant.id),
    )
    gone_variants = session.scalars(variants).all()
    for entity in (Resolution, VariantPaper):
        session.execute(delete(entity).where(entity.variant_id.in_(gone_variants)))
    session.execute(delete(Variant).where(Variant.id.in_(gone_variants)))
    models = select(Model.id).where(
        ~Model.is_registered,
        ~exists().where(Variant.model_id == Model.id),
        ~exists().where(Measurement.model_id == Model.id),
        ~exists().where(NoteModel.model_id == Model.id),
        ~exists().where(Alias.model_id == Model.id),
    )
    gone_models = session.scalars(models).all()
    session.execute(delete(ModelPaper).where(ModelPaper.model_id.in_(gone_models)))
    session.execute(delete(Model).where(Model.id.in_(gone_models)))
    return bool(gone_variants or gone_models)
