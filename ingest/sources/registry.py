"""timm's registry as rows: architectures, weights, sizes, licences, deprecated names."""

from __future__ import annotations

from typing import Any

import orjson
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from db.bulk import insert_one, insert_rows, table_of, update_rows
from db.catalogue import Alias, Licence, Model, Resolution, Variant
from db.provenance import Source, SourceRow
from ingest.document import Document
from ingest.entities import TAG_COLUMNS, NameIndex, tag_columns
from ingest.licences import licence_of
from ingest.names import Target
from ingest.sources.base import Counts, Identity, Lines, Revision, SourceKind
from ingest.sources.timm import Registry, parse_registry

_MODEL_COLUMNS = ("parameters", "module", "is_registered", "source_id", "line")
_VARIANT_COLUMNS = (
    "licence_id",
    "hub_id",
    "class_count",
    "interpolation",
    "crop_mode",
    "mean",
    "std",
    "is_registered",
    "is_default",
    "source_id",
    "line",
)
_UNREGISTERED_MODEL = (None, None, False, None, None)
_UNREGISTERED_VARIANT = (None, None, None, None, None, None, None, False, False, None, None)


class RegistryFile:
    """A registry snapshot: its text, and what it says."""

    def __init__(self, text: str, registry: Registry) -> None:
        self.text = text
        self.registry = registry

    @property
    def lines(self) -> Lines:
        """The JSON lines as written."""
        rows = [(number, line) for number, line in enumerate(self.text.split("\n"), 1) if line]
        return Lines(header=None, rows=rows)


def identify(stem: str) -> Identity | None:
    """The one registry of timm."""
    return Identity(kind="registry", subject="") if stem == "timm-registry" else None


def current_registry(session: Session) -> Registry | None:
    """The registry as the current snapshot states it, read back from its rows."""
    rows = session.execute(
        select(Source.name, SourceRow.cells)
        .join(Source, Source.id == SourceRow.source_id)
        .where(Source.is_current, Source.logical_source.has(kind="registry"))
        .order_by(SourceRow.line)
    ).all()
    if not rows:
        return None
    return parse_registry("\n".join(row.cells for row in rows) + "\n", file=rows[0].name)


def store(session: Session, index: NameIndex, revision: Revision, parsed: RegistryFile) -> Counts:
    """Bring models, variants, sizes, licences and old names to what the snapshot says."""
    registry = parsed.registry
    _models(session, revision, registry)
    _variants(session, revision, registry)
    _resolutions(session, registry)
    index.load(session)
    _aliases(session, index, revision, registry)
    index.registry = registry
    return _counts(session, revision, parsed.lines)


def _models(session: Session, revision: Revision, registry: Registry) -> None:
    described = {
        architecture.name: (
            architecture.parameters,
            architecture.module,
            True,
            revision.id,
            architecture.line,
        )
        for architecture in registry.architectures
    }
    _write(session, Model, _MODEL_COLUMNS, described, _UNREGISTERED_MODEL)


def _variants(session: Session, revision: Revision, registry: Registry) -> None:
    models = dict(session.execute(select(Model.name, Model.id)).all())
    licences = _licences(session, [weight.licence for weight in registry.weights])
    described = {}
    fixed = {}
    for architecture in registry.architectures:
        for weight in architecture.weights:
            described[weight.name] = (
                licences.get(weight.licence or ""),
                weight.hub_id,
                weight.class_count,
                weight.interpolation,
                weight.crop_mode,
                _json(weight.mean),
                _json(weight.std),
                True,
                weight.tag == architecture.default_tag,
                revision.id,
                architecture.line,
            )
            fixed[weight.name] = (models[architecture.name], weight.tag, *tag_columns(weight.tag))
    _write(
        session,
        Variant,
        _VARIANT_COLUMNS,
        described,
        _UNREGISTERED_VARIANT,
        ("model_id", "tag", *TAG_COLUMNS),
        fixed,
    )


def _write(
    session: Session,
    entity: type[Any],
    columns: tuple[str, ...],
    described: dict[str, tuple[Any, ...]],
    unregistered: tuple[Any, ...],
    fixed_columns: tuple[str, ...] = (),
    fixed: dict[str, tuple[Any, ...]] | None = None,
) -> None:
    """Insert what is new, update what is there, and unregister what is described no more."""
    table = table_of(entity).c
    registered = dict(session.execute(select(table.name, table.is_registered)).all())
    fixed = fixed or {}
    insert_rows(
        session,
        entity,
        ("name", *columns, *fixed_columns),
        [
            (name, *values, *fixed.get(name, ()))
            for name, values in described.items()
            if name not in registered
        ],
    )
    changes = [(*values, name) for name, values in described.items() if name in registered]
    changes += [
        (*unregistered, name)
        for name, is_registered in registered.items()
        if is_registered and name not in described
    ]
    update_rows(session, entity, columns, ("name",), changes)


def _licences(session: Session, published: list[str | None]) -> dict[str, int]:
    """Ids of the licences by their name as published, brought to the reviewed reading."""
    known = dict(session.execute(select(Licence.name, Licence.id)).all())
    for name in sorted({name for name in published if name} - known.keys()):
        reading = licence_of(name)
        insert_one(
            session,
            Licence,
            {
                "name": name,
                "spdx_id": reading.spdx_id,
                "title": reading.title,
                "commercial_use": reading.commercial_use,
                "source_url": reading.source_url,
                "reading": reading.reading,
            },
        )
    return dict(session.execute(select(Licence.name, Licence.id)).all())


def _resolutions(session: Session, registry: Registry) -> None:
    session.execute(delete(Resolution).where(Resolution.purpose != "note"))
    variants = dict(session.execute(select(Variant.name, Variant.id)).all())
    rows = []
    for weight in registry.weights:
        test_crop = weight.test_crop_pct or weight.crop_pct
        for purpose, size, crop in (
            ("train", weight.input_size, weight.crop_pct),
            ("test", weight.test_input_size, test_crop),
            ("minimum", weight.min_input_size, None),
        ):
            if size is not None:
                id_ = variants[weight.name]
                rows.append((id_, purpose, size[1], size[2], crop, weight.is_fixed_input_size))
    insert_rows(
        session,
        Resolution,
        ("variant_id", "purpose", "height", "width", "crop_pct", "is_fixed"),
        rows,
    )


def _aliases(session: Session, index: NameIndex, revision: Revision, registry: Registry) -> None:
    """Old names and what they stand for; a target may be a weight that timm no longer has."""
    session.execute(delete(Alias))
    targets = {}
    for old in registry.deprecated:
        if old.target is not None:
            model, _, tag = old.target.partition(".")
            targets[old.name] = Target(model, tag or None)
    index.ensure_variants(session, [t for t in targets.values() if t.tag is not None])
    rows = []
    for old in registry.deprecated:
        target = targets.get(old.name)
        model_id = variant_id = None
        if target is not None:
            model_id = index.models[target.model]
            variant_id = index.variants[target.variant] if target.tag is not None else None
        rows.append(
            (old.name, "deprecated", old.target, model_id, variant_id, revision.id, old.line)
        )
    index.know_deprecated({name: target.variant for name, target in targets.items()})
    insert_rows(
        session,
        Alias,
        ("name", "kind", "target", "model_id", "variant_id", "source_id", "line"),
        rows,
    )


def _counts(session: Session, revision: Revision, lines: Lines) -> Counts:
    """Lines that are new, gone and the same, against the revision before this one."""
    before = session.scalar(
        select(Source.id)
        .where(Source.logical_source_id == revision.logical_source_id, Source.id < revision.id)
        .order_by(Source.id.desc())
        .limit(1)
    )
    old = set(session.scalars(select(SourceRow.cells).where(SourceRow.source_id == before)))
    new = {cells for _, cells in lines.rows}
    return Counts(len(new - old), len(old - new), len(new & old))


def _json(values: tuple[float, ...] | None) -> str | None:
    return None if values is None else orjson.dumps(values).decode()


def _parse(document: Document, identity: Identity, force: bool) -> RegistryFile:
    text = document.text()
    return RegistryFile(text, parse_registry(text, file=document.shown_as))


SOURCE = SourceKind[RegistryFile](
    kind="registry",
    title="a snapshot of timm's registry",
    file_names="timm-registry.jsonl",
    identify=identify,
    parse=_parse,
    lines=lambda parsed: parsed.lines,
    findings=lambda _: [],
    store=store,
)
