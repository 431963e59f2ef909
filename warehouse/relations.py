"""A published relation, and the tables that are published row by row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column

from db.tables import metadata
from warehouse.columns import PublishedColumn, of_column


@dataclass(frozen=True, kw_only=True, slots=True)
class Relation:
    """A table or view of the published files.

    Attributes:
        name: its name.
        comment: what one row is.
        columns: its columns, in order.
        source: the rest of the SELECT, from FROM on, over relations that are published before it.
        order_by: the order in which the rows are stored; empty: a view, nothing is stored.
    """

    name: str
    comment: str
    columns: tuple[PublishedColumn, ...]
    source: str
    order_by: str = ""

    @property
    def kind(self) -> str:
        """``table`` or ``view``."""
        return "table" if self.order_by else "view"

    def select(self) -> str:
        """The SELECT that gives its rows."""
        listed = ",\n  ".join(
            column.expression
            if column.expression == column.name
            else f"{column.expression} AS {column.name}"
            for column in self.columns
        )
        return f"SELECT\n  {listed}\n{self.source}"


def table_columns(name: str) -> tuple[Column[Any], ...]:
    """The columns of a table of the database."""
    return tuple(metadata.tables[name].columns)


def _table(name: str) -> Relation:
    table = metadata.tables[name]
    return Relation(
        name=name,
        comment=table.comment or "",
        columns=tuple(of_column(column) for column in table.columns),
        source=f"FROM {name}",
        order_by=", ".join(column.name for column in table.primary_key),
    )


#: Tables published row by row, history included.
TABLES = tuple(
    _table(name)
    for name in (
        "families",
        "models",
        "licences",
        "variants",
        "resolutions",
        "aliases",
        "papers",
        "model_papers",
        "variant_papers",
        "datasets",
        "evaluations",
        "environments",
        "benchmark_runs",
        "notes",
        "note_sizes",
        "note_remarks",
        "note_models",
        "note_papers",
        "note_trainers",
        "variant_labels",
        "series",
        "change_points",
        "alerts",
        "logical_sources",
        "sources",
        "source_rows",
        "ingests",
        "problems",
    )
)
#: Tables that are published in another form, or not at all, and why.
WITHHELD = {
    "measurements": "published as speed and superseded_measurements, and as a view of both",
    "measurement_samples": "single step times, kept in the database for a number of nights",
    "data_state": "published in the manifest",
    "api_tokens": "who may write is nobody else's business",
    "submissions": "what was told to whom is nobody else's business",
}
#: Condition on the rows of a table that are published, where not all are, and why.
CHOSEN = {
    # Nightly jobs write thousands of lines a night whose every figure is a column of measurements.
    "source_rows": "source_id IN (SELECT sources.id FROM sources JOIN logical_sources "
    "ON logical_sources.id = sources.logical_source_id WHERE logical_sources.kind <> 'bench_job')",
}
