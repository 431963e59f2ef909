"""The data dictionary docs/warehouse.md, written from the declarations of what is published."""

from __future__ import annotations

from collections.abc import Iterator

from warehouse.questions import questions
from warehouse.relations import TABLES, WITHHELD, Relation
from warehouse.wide import RELATIONS

_HEAD = """\
# Warehouse

The data, published as files that anything reads: one DuckDB file with all tables and views, and
Parquet files of the same. `backbonedb publish` writes a new version of them, and so does every
ingest that changed something; readers are never in the way of writers, nor see half a version.

```
BACKBONEDB_WAREHOUSE/
  current -> versions/00000007     switched by one rename, once everything is written
  versions/00000007/
    manifest.json                  files with rows, sizes and sha256; schema revision, data version
    backbonedb.duckdb              read by DuckDB 1.5 and later
    leaderboard.parquet  ...       sorted, typed, zstd
    speed/2026-01.parquet  ...     measurements by the month in which their run began
```

A version never changes, and the newest three are kept (`--keep`). Months whose measurements did
not change are the same files as in the version before. A publication that is interrupted leaves
the version before it current; the next one removes what it left. A folder is for one database:
each has its own unless told otherwise (`backbonedb info` names it), and a folder in which another
one is published is refused (`--take-over` publishes there all the same).

- **SQL**: `backbonedb sql "SELECT ..."`, `backbonedb sql @pareto-4090`, or without arguments a
  shell. The published files are opened for reading; DuckDB's own command line opens
  `current/backbonedb.duckdb` as well.
- **Files**: `backbonedb export leaderboard --where "year = 2021" -o models.csv`;
  `--spreadsheet-safe` for spreadsheets; `backbonedb export --as timm-results DIR` writes upstream's
  files back as they came.
- **Python**: `backbonedb.connect()`, see `backbonedb/client.py`.
- **HTTP**: `GET /warehouse/` gives the manifest, `GET /warehouse/leaderboard.parquet` a file, with
  ranges and entity tags: `pandas.read_parquet(URL)` and polars read it, and so does DuckDB with its
  httpfs extension, which attaches `/warehouse/backbonedb.duckdb` too. `POST /sql` answers
  `{"sql": "SELECT ..."}`: one SELECT, in a process of its own without files, network and settings,
  at most 5 s and 1,000 rows. DuckDB gives up beyond 512 MB of its own buffers, which single large
  values may pass; the system ends the process beyond 1.25 GB of address space, code included.
  `GET /sql/questions` lists the named questions. Both are off unless the server was told to serve
  them (`backbonedb serve --sql`). Answers do not tell where on the server the published file lies.

Instants are UTC. Of what is a view below, the DuckDB file holds the SQL only, and there is no
Parquet file: `backbonedb export series_daily --format parquet` writes one. All columns of
`measurements` are in `speed/*.parquet` and `superseded_measurements.parquet`
([why](decisions/0009-what-is-published.md)).

## Questions

`backbonedb sql @NAME`:
"""


def dictionary() -> str:
    """The text of docs/warehouse.md."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield _HEAD
    yield "| name | question |"
    yield "| --- | --- |"
    for question in questions():
        yield f"| `{question.name}` | {question.text} |"
    yield ""
    yield "## Relations for people"
    for relation in RELATIONS:
        yield from _relation(relation, is_wide=True)
    yield ""
    yield "## Tables of the database"
    yield ""
    yield "As they are, history included. Not published:"
    yield ""
    for name, reason in WITHHELD.items():
        yield f"- `{name}`: {reason}"
    yield "- rows of `source_rows` from nightly jobs: all their figures are in `measurements`"
    for table in TABLES:
        yield from _relation(table, is_wide=False)


def _relation(relation: Relation, *, is_wide: bool) -> Iterator[str]:
    yield ""
    yield f"### {relation.name}"
    yield ""
    kind = "View" if relation.kind == "view" else "Table"
    order = f", sorted by {relation.order_by}" if relation.order_by else ""
    yield f"{relation.comment}. {kind}{order}."
    yield ""
    if not is_wide:
        yield "| column | type | unit | meaning |"
        yield "| --- | --- | --- | --- |"
        for column in relation.columns:
            yield f"| `{column.name}` | {column.type} | {column.unit} | {column.meaning} |"
        return
    yield "| column | type | unit | meaning | source |"
    yield "| --- | --- | --- | --- | --- |"
    for column in relation.columns:
        source = ", ".join(f"`{part}`" for part in column.source.split(", ") if part)
        yield f"| `{column.name}` | {column.type} | {column.unit} | {column.meaning} | {source} |"
