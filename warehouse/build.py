"""The files of one version: tables as they are, then measurements, then what follows from both."""

from __future__ import annotations

import shutil
from pathlib import Path

from warehouse.draft import Draft, open_draft
from warehouse.extract import Snapshot
from warehouse.manifest import DUCKDB_FILE, PublishedFile, PublishedRelation, describe_file
from warehouse.measured import remember_runs, write_measured
from warehouse.relations import CHOSEN, TABLES, Relation, table_columns
from warehouse.store import Version
from warehouse.wide import DERIVED


def build(
    folder: Path, snapshot: Snapshot, previous: Version | None, since_source_id: int = 0
) -> tuple[PublishedFile, tuple[PublishedRelation, ...]]:
    """Write the DuckDB file and all Parquet files of a version.

    Args:
        folder: where to; made here, must not exist.
        snapshot: the state of the database to publish.
        previous: a version whose unchanged months are taken over; None: all is written anew.
        since_source_id: only revisions after this one changed measurements since ``previous``.

    Returns:
        The DuckDB file, and all relations.
    """
    folder.mkdir()
    if previous is not None:
        shutil.copyfile(previous.duckdb_path, folder / DUCKDB_FILE)
    with open_draft(folder) as draft:
        if previous is not None:
            remember_runs(draft)
        with draft.transaction():
            relations = [_publish_table(draft, snapshot, table) for table in TABLES]
        measured = write_measured(draft, snapshot, previous, since_source_id)
        with draft.transaction():
            relations += [draft.describe(relation, files) for relation, files in measured]
            relations += [_derive(draft, relation) for relation in DERIVED]
    return describe_file(folder, DUCKDB_FILE, None), tuple(relations)


def _publish_table(draft: Draft, snapshot: Snapshot, table: Relation) -> PublishedRelation:
    snapshot.create_table(
        draft.connection,
        table.name,
        table_columns(table.name),
        where=CHOSEN.get(table.name, "true"),
        order_by=table.order_by,
    )
    return _written(draft, table)


def _derive(draft: Draft, relation: Relation) -> PublishedRelation:
    draft.create(relation)
    return _written(draft, relation) if relation.order_by else draft.describe(relation, ())


def _written(draft: Draft, relation: Relation) -> PublishedRelation:
    file = draft.write_parquet(f"FROM {relation.name}", f"{relation.name}.parquet")
    return draft.describe(relation, (file,))
