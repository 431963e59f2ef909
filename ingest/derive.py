"""What follows from all sources together, found anew inside every ingest's transaction (rule 9).

Derived columns and rows are brought to what the stored facts and the reviewed rules say. Only
differences are written, and the result does not depend on the order in which sources arrived.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from sqlalchemy import Select, delete, select
from sqlalchemy.orm import Session

from db.accuracy import Dataset
from db.bulk import insert_rows, update_rows
from db.catalogue import Family, Model, Resolution, Variant
from db.literature import ModelPaper, Paper
from db.notes import Note, NoteModel, NoteSize, NoteTrainer
from db.provenance import LogicalSource, Source
from db.speed import BenchmarkRun
from ingest.entities import TAG_COLUMNS, NameIndex, sweep, tag_columns
from ingest.families import family_of
from ingest.literature import refresh_papers, relate_placeholders
from ingest.names import Target, WrittenName, resolve_weights
from ingest.series import Series, report_names, resolve_series
from ingest.shown import choose_shown
from ingest.sources.benchmark import MEASUREMENTS
from ingest.sources.metadata import LABELS
from ingest.sources.registry import current_registry
from ingest.sources.results import EVALUATIONS
from ingest.years import Statement, note_years, year_of

#: A statement that selects any columns.
Rows = TypeVar("Rows", bound=Select[*tuple[Any, ...]])

#: Relations under which an entry names models one by one: a name that nothing knows becomes a
#: model all the same. Elsewhere (``covers``, ``mention``) it may be a family or a word.
_NAMING = frozenset({"sibling", "related", "best"})


def refresh_all(session: Session, index: NameIndex) -> None:
    """Derive everything anew: after a registry, or under new rules."""
    for series, scope_id, logical_source_id in _all_series(session):
        targets, _ = resolve_series(session, index, series, scope_id)
        report_names(session, series, scope_id, logical_source_id, targets)
    for dataset_id in session.scalars(select(Dataset.id)).all():
        choose_shown(session, dataset_id)
    refresh_catalogue(session, index)


def refresh_catalogue(session: Session, index: NameIndex) -> None:
    """Derive families, papers, years and what the notes add: after new notes."""
    # What only a remark mentions must not be kept by that: first without, then with what is left.
    _link_notes(session, index, with_placeholders=False)
    if sweep(session):
        index.load(session)
    _link_notes(session, index, with_placeholders=True)
    _families(session)
    refresh_papers(session, index.registry or current_registry(session))
    _years(session)
    _note_resolutions(session)
    _trainers(session)
    index.clear_new()


def refresh_new(session: Session, index: NameIndex) -> None:
    """Derive what follows for models and variants that an ordinary source made or left over."""
    if index.has_orphans or _is_spoken_of(session, index):
        refresh_catalogue(session, index)
        return
    if index.new_models:
        ids = {name: index.models[name] for name in index.new_models}
        _families(session, ids.values())
        relate_placeholders(session, ids)
        _years(session, ids.values())
    if index.new_variants:
        _trainers(session, [index.variants[name] for name in index.new_variants])
    index.clear_new()


def _is_spoken_of(session: Session, index: NameIndex) -> bool:
    """Whether the notes name a model or a weight that is new."""
    # An untagged name in the notes is a model: an untagged weight of that name changes nothing.
    new = index.new_models | {name for name in index.new_variants if "." in name}
    if not new:
        return False
    for name in session.scalars(select(NoteModel.name_written).distinct()):
        target = index.known.meaning(name).target
        # Beside a rival an old name stands for itself.
        if not new.isdisjoint((target.model, target.variant, name.partition(".")[0], name)):
            return True
    return False


def _all_series(session: Session) -> Iterator[tuple[Series, int, int]]:
    """Every series with the id of its scope and of its logical source."""
    series_of = {"results": EVALUATIONS, "metadata": LABELS}
    for id_, kind in session.execute(
        select(LogicalSource.id, LogicalSource.kind).where(LogicalSource.kind.in_(series_of))
    ).all():
        yield series_of[kind], id_, id_
    for run_id, id_ in session.execute(
        select(BenchmarkRun.id, BenchmarkRun.logical_source_id)
    ).all():
        yield MEASUREMENTS, run_id, id_


def _link_notes(session: Session, index: NameIndex, *, with_placeholders: bool) -> None:
    """Point every name in the current notes to its model, weight or family.

    Args:
        session: a writing session.
        index: names of models and variants.
        with_placeholders: whether a name that an entry only mentions may point to a placeholder.
    """
    notes = session.execute(
        select(Note.id, Note.link_name)
        .join(Source, Source.id == Note.source_id)
        .where(Source.is_current)
    ).all()
    spoken = session.execute(
        select(
            NoteModel.note_id, NoteModel.position, NoteModel.name_written, NoteModel.relation
        ).where(NoteModel.note_id.in_([note.id for note in notes]))
    ).all()
    families = dict(session.execute(select(Family.name, Family.id)).all())
    links = {note.link_name for note in notes if note.link_name is not None}
    named = {
        row.name_written
        for row in spoken
        if row.relation in _NAMING
        # A title names a model, unless a link beside it does and the title is the family's name.
        or (row.relation == "subject" and row.name_written not in families)
    } | links
    written = {row.name_written for row in spoken} | links
    targets = resolve_weights([WrittenName(name) for name in sorted(written)], index.known)
    lasting = [targets[name] for name in sorted(named)]
    _ensure_named(session, index, lasting)
    models, variants = index.models, index.variants
    if not with_placeholders:
        kept_models = index.known.models.keys() | {target.model for target in lasting}
        models = {name: id_ for name, id_ in models.items() if name in kept_models}
        kept_variants = index.known.variants | {target.variant for target in lasting}
        variants = {name: id_ for name, id_ in variants.items() if name in kept_variants}
    rows = []
    for row in spoken:
        target = targets[row.name_written]
        rows.append(
            (
                models.get(target.model),
                _weight(target, variants),
                families.get(row.name_written) if target.model not in models else None,
                row.note_id,
                row.position,
            )
        )
    update_rows(
        session,
        NoteModel,
        ("model_id", "variant_id", "family_id"),
        ("note_id", "position"),
        rows,
    )
    update_rows(
        session,
        Note,
        ("link_variant_id",),
        ("id",),
        [
            (note.link_name and _weight(targets[note.link_name], variants), note.id)
            for note in notes
        ],
    )


def _ensure_named(session: Session, index: NameIndex, targets: list[Target]) -> None:
    """An untagged name in the notes is a model, a tagged one a weight."""
    index.ensure_variants(session, [target for target in targets if target.tag is not None])
    index.ensure_models(session, [target.model for target in targets])


def _weight(target: Target, variants: dict[str, int]) -> int | None:
    """Id of the weight, if the name says one."""
    return variants.get(target.variant) if target.tag is not None else None


def _families(session: Session, only: Iterable[int] | None = None) -> None:
    """Families of all models, or of ``only`` some ids."""
    ids = dict(session.execute(select(Family.name, Family.id)).all())
    changes = []
    models = select(Model.id, Model.name, Model.family_id)
    for id_, name, family_id in session.execute(_among(models, Model.id, only)):
        family = family_of(name)
        wanted = ids[family.name] if family is not None else None
        if wanted != family_id:
            changes.append((wanted, id_))
    update_rows(session, Model, ("family_id",), ("id",), changes)


def _among(rows: Rows, column: Any, only: Iterable[int] | None) -> Rows:
    return rows if only is None else rows.where(column.in_(list(only)))


def _years(session: Session, only: Iterable[int] | None = None) -> None:
    """Years of all models, or of ``only`` some ids."""
    notes = note_years(
        Statement(
            year=row.year,
            relation=row.relation,
            # An old name speaks of the model that it stands for today.
            name=row.name or row.name_written.partition(".")[0],
            family=_family_name(row.name or row.name_written.partition(".")[0]),
            stated_year=row.stated_year,
        )
        for row in session.execute(
            select(
                Note.year,
                NoteModel.relation,
                NoteModel.name_written,
                NoteModel.stated_year,
                Model.name,
            )
            .join(Note, Note.id == NoteModel.note_id)
            .join(Source, Source.id == Note.source_id)
            .outerjoin(Model, Model.id == NoteModel.model_id)
            .where(Source.is_current, Note.year.is_not(None))
        )
    )
    models = (
        select(Model.id, Model.name, Family.name, Paper.submitted, Model.year, Model.year_source)
        .outerjoin(Family, Family.id == Model.family_id)
        .outerjoin(
            ModelPaper,
            (ModelPaper.model_id == Model.id) & (ModelPaper.relation == "introduces"),
        )
        .outerjoin(Paper, Paper.id == ModelPaper.paper_id)
    )
    changes = []
    rows = session.execute(_among(models, Model.id, only))
    for id_, name, family, submitted, year, source in rows:
        found = year_of(name, family, notes, int(submitted[:4]) if submitted else None)
        wanted = found or (None, None)
        if wanted != (year, source):
            changes.append((*wanted, id_))
    update_rows(session, Model, ("year", "year_source"), ("id",), changes)


def _family_name(model: str) -> str | None:
    family = family_of(model)
    return family.name if family is not None else None


def _note_resolutions(session: Session) -> None:
    """Sizes that the notes state, as resolutions of the weight that the entry links."""
    session.execute(delete(Resolution).where(Resolution.purpose == "note"))
    sizes = session.execute(
        select(Note.link_variant_id, NoteSize.height, NoteSize.width)
        .join(NoteSize, NoteSize.note_id == Note.id)
        .join(Source, Source.id == Note.source_id)
        .where(Source.is_current, Note.link_variant_id.is_not(None))
        .distinct()
    )
    insert_rows(
        session,
        Resolution,
        ("variant_id", "purpose", "height", "width", "is_fixed"),
        [(variant_id, "note", height, width, False) for variant_id, height, width in sizes],
    )


def _trainers(session: Session, only: Iterable[int] | None = None) -> None:
    """Who trained a weight: its tag says it, or an entry of the notes for names with a token."""
    said = session.execute(
        select(NoteTrainer.note_id, NoteTrainer.token, NoteTrainer.person)
        .join(Note, Note.id == NoteTrainer.note_id)
        .join(Source, Source.id == Note.source_id)
        .where(Source.is_current)
        .order_by(NoteTrainer.person)
    ).all()
    reached: dict[int, set[str]] = defaultdict(set)
    if said:
        for note_id, name in session.execute(
            select(NoteModel.note_id, NoteModel.name_written).where(
                NoteModel.note_id.in_([row.note_id for row in said])
            )
        ):
            reached[note_id].add(name.partition(".")[0])
    changes = []
    variants = (
        select(Variant.id, Model.name, Family.name, Variant.tag, Variant.trained_by)
        .join(Model, Model.id == Variant.model_id)
        .outerjoin(Family, Family.id == Model.family_id)
    )
    rows = session.execute(_among(variants, Variant.id, only))
    for id_, model, family, tag, trained_by in rows:
        wanted = tag_columns(tag)[TAG_COLUMNS.index("trained_by")]
        for row in said:
            about = reached[row.note_id]
            if row.token in model.split("_") and (model in about or family in about):
                wanted = row.person
        if wanted != trained_by:
            changes.append((wanted, id_))
    update_rows(session, Variant, ("trained_by",), ("id",), changes)
