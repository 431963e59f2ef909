"""The reviewed tables that ship with the program, as rows, and the fingerprint of all rules."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.accuracy import Dataset
from db.bulk import insert_rows, update_rows
from db.catalogue import Family, Licence, Variant
from ingest.datasets import datasets
from ingest.entities import TAG_COLUMNS, tag_columns
from ingest.families import families
from ingest.licences import licence_of

#: Raise it when code, not a reviewed table, changes what is derived from the sources.
RULES_VERSION = 1


@cache
def rules_sha256() -> str:
    """Fingerprint of everything but the sources that derived rows rest on."""
    digest = hashlib.sha256(str(RULES_VERSION).encode())
    for path in sorted(Path(__file__).parent.glob("*.toml")):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def write_reference_rows(session: Session) -> None:
    """Bring families, data sets, readings of licences and of tags to the reviewed tables."""
    _datasets(session)
    _families(session)
    _licences(session)
    update_rows(
        session,
        Variant,
        TAG_COLUMNS,
        ("id",),
        [
            (*tag_columns(row.tag), row.id)
            for row in session.execute(select(Variant.id, Variant.tag)).all()
        ],
    )


def _families(session: Session) -> None:
    known = dict(session.execute(select(Family.name, Family.title)).all())
    insert_rows(
        session,
        Family,
        ("name", "title"),
        [(f.name, f.title) for f in families() if f.name not in known],
    )
    update_rows(
        session,
        Family,
        ("title",),
        ("name",),
        [(f.title, f.name) for f in families() if f.name in known],
    )


def _datasets(session: Session) -> None:
    known = set(session.scalars(select(Dataset.name)))
    columns = ("title", "class_count", "image_count")
    rows = [(d.name, d.title, d.classes, d.images) for d in datasets()]
    insert_rows(session, Dataset, ("name", *columns), [row for row in rows if row[0] not in known])
    update_rows(
        session,
        Dataset,
        columns,
        ("name",),
        [(*row[1:], row[0]) for row in rows if row[0] in known],
    )
    ids = dict(session.execute(select(Dataset.name, Dataset.id)).all())
    update_rows(
        session,
        Dataset,
        ("clean_dataset_id",),
        ("name",),
        [(ids[d.clean], d.name) for d in datasets() if d.clean is not None],
    )


def _licences(session: Session) -> None:
    readings = [(licence_of(name), name) for name in session.scalars(select(Licence.name)).all()]
    update_rows(
        session,
        Licence,
        ("spdx_id", "title", "commercial_use", "source_url", "reading"),
        ("name",),
        [
            (r.spdx_id, r.title, r.commercial_use, r.source_url, r.reading, name)
            for r, name in readings
        ],
    )
