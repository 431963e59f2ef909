"""A version while it is made: its folder, its DuckDB file, and how relations get into both."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import duckdb

from warehouse.manifest import DUCKDB_FILE, PublishedFile, PublishedRelation, describe_file
from warehouse.relations import Relation

#: DuckDB 1.5 and later read files of this version; files of 2.0's default version need 2.0.
STORAGE_VERSION = "v1.5.0"
#: What DuckDB may use before it writes to its temporary folder.
MEMORY_LIMIT = "512MB"
#: Rows of a row group, in Parquet and DuckDB: few enough that readers skip most of a month. With
#: DuckDB's own 122,880, closing the file would write nearly all of it again, to merge the ends of
#: months.
ROW_GROUP_ROWS = 32_768

#: DuckDB's optimizers that change the order of rows, or what is declared of columns.
REARRANGING = "join_order,build_side_probe_side,statistics_propagation"


@dataclass(frozen=True, kw_only=True, slots=True)
class Draft:
    """A version that is being made.

    Attributes:
        folder: where its files go.
        connection: a DuckDB connection in which unqualified names are the version's own, and
            ``memory.main`` is for what will not be published.
    """

    folder: Path
    connection: duckdb.DuckDBPyConnection

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Write the DuckDB file once at the end, not after every statement."""
        self.connection.execute("BEGIN")
        yield
        self.connection.execute("COMMIT")

    @contextmanager
    def as_written(self) -> Iterator[None]:
        """Keep rows in the order of a join's first table, and schemas alike.

        DuckDB would join a month of few rows the other way round, and declare columns that happen
        to hold no NULL to hold none, so that schemas differ from month to month.
        """
        self.connection.execute(f"SET disabled_optimizers = '{REARRANGING}'")
        yield
        self.connection.execute("RESET disabled_optimizers")

    def rows(self, query: str) -> list[tuple[object, ...]]:
        """The few rows that a query gives."""
        return self.connection.execute(query).fetchall()

    def write_parquet(self, select: str, path: str) -> PublishedFile:
        """Write what a SELECT gives to a Parquet file.

        Args:
            select: the SELECT.
            path: where to, inside the version.
        """
        (self.folder / path).parent.mkdir(exist_ok=True)
        with self.as_written():
            ((count,),) = self.rows(
                f"COPY ({select}) TO {literal(self.folder / path)} "
                f"(FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE {ROW_GROUP_ROWS})"
            )
        assert isinstance(count, int)
        return describe_file(self.folder, path, count)

    def create(self, relation: Relation) -> None:
        """Make a relation from those that are there: a table, or a view if it has no order."""
        select = relation.select()
        if relation.order_by:
            select = f"{select} ORDER BY {relation.order_by}"
        self.connection.execute(f"CREATE OR REPLACE {relation.kind} {relation.name} AS {select}")

    def describe(self, relation: Relation, files: tuple[PublishedFile, ...]) -> PublishedRelation:
        """Write a relation's meaning into the DuckDB file; what the manifest says of it."""
        kind = relation.kind
        self.connection.execute(f"COMMENT ON {kind} {relation.name} IS {literal(relation.comment)}")
        for column in relation.columns:
            self.connection.execute(
                f'COMMENT ON COLUMN {relation.name}."{column.name}" IS {literal(column.meaning)}'
            )
        count = sum(file.row_count or 0 for file in files) if kind == "table" else None
        return PublishedRelation(name=relation.name, kind=kind, row_count=count, files=files)


@contextmanager
def open_draft(folder: Path) -> Iterator[Draft]:
    """Open a version's DuckDB file for writing, and close it whole at the end.

    Args:
        folder: an existing folder; the file in it is made, or changed if it is there.
    """
    temporary = folder / ".temporary"
    with duckdb.connect(
        config={"memory_limit": MEMORY_LIMIT, "temp_directory": str(temporary)}
    ) as connection:
        connection.execute(
            f"ATTACH {literal(folder / DUCKDB_FILE)} AS published "
            f"(STORAGE_VERSION '{STORAGE_VERSION}', ROW_GROUP_SIZE {ROW_GROUP_ROWS})"
        )
        connection.execute("USE published")
        yield Draft(folder=folder, connection=connection)
        connection.execute("USE memory")
        connection.execute("DETACH published")
    shutil.rmtree(temporary, ignore_errors=True)


def literal(value: object) -> str:
    """A text as an SQL literal."""
    escaped = str(value).replace("'", "''")
    return f"'{escaped}'"
