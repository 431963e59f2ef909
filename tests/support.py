"""What tests of several folders share: databases compared as a whole, and small sources."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

import orjson
from sqlalchemy import select

from db.engine import Database
from db.tables import metadata
from ingest.document import Document
from ingest.kinds import identify
from ingest.pipeline import Ingestion, Outcome

Row = tuple[Any, ...]

#: Columns that refer to a row by a made-up number, and the table that they refer to.
REFERENCES = {
    "source_id": "sources",
    "until_source_id": "sources",
    "logical_source_id": "logical_sources",
    "model_id": "models",
    "variant_id": "variants",
    "link_variant_id": "variants",
    "family_id": "families",
    "paper_id": "papers",
    "licence_id": "licences",
    "dataset_id": "datasets",
    "clean_dataset_id": "datasets",
    "environment_id": "environments",
    "run_id": "benchmark_runs",
    "series_id": "series",
    "note_id": "notes",
}
#: Tables whose rows others refer to by number, in an order in which the keys can be found.
NATURAL_KEYS = {
    "logical_sources": ("publisher", "kind", "subject"),
    "sources": ("logical_source_id", "sha256"),
    "families": ("name",),
    "licences": ("name",),
    "papers": ("key",),
    "models": ("name",),
    "variants": ("name",),
    "datasets": ("name",),
    "environments": ("slug",),
    "benchmark_runs": ("slug",),
    "series": ("model", "img_size", "batch_size", "precision", "compile", "device_key", "protocol"),
    "notes": ("source_id", "position"),
}
#: Columns that say when, or how often, something was done, and not what is true.
TIMES = {"retrieved_at", "started_at", "finished_at", "changed_at", "version", "id"}


def free_port() -> int:
    """A port of this machine's own address that nobody listens on just now."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
    return port


def all_rows(database: Database) -> dict[str, list[Row]]:
    """Every row of every table, numbers and times included."""
    with database.reading() as session:
        return {
            table.name: sorted((tuple(row) for row in session.execute(select(table))), key=repr)
            for table in metadata.sorted_tables
        }


def all_facts(database: Database) -> dict[str, list[str]]:
    """Every row of every table in words that do not depend on the order of ingestion.

    Numbers of rows are replaced by natural keys; times and counters are left out.
    """
    rows: dict[str, list[Mapping[str, Any]]] = {}
    with database.reading() as session:
        for table in metadata.sorted_tables:
            rows[table.name] = [dict(row._mapping) for row in session.execute(select(table))]
    keys: dict[str, dict[int, str]] = {}
    for name, columns in NATURAL_KEYS.items():
        keys[name] = {
            row["id"]: "/".join(str(_in_words(column, row[column], keys)) for column in columns)
            for row in rows[name]
        }
    return {
        name: sorted(
            repr(
                [
                    (column, _in_words(column, value, keys))
                    for column, value in row.items()
                    if column not in TIMES
                ]
            )
            for row in table_rows
        )
        for name, table_rows in rows.items()
    }


def _in_words(column: str, value: Any, keys: Mapping[str, Mapping[int, str]]) -> Any:
    table = REFERENCES.get(column)
    return value if table is None or value is None else keys[table][value]


def differences(one: Mapping[str, Sequence[Any]], two: Mapping[str, Sequence[Any]]) -> list[str]:
    """The tables that differ, each with the first rows that only one side has; empty if none."""
    found = []
    for table in one:
        if list(one[table]) != list(two[table]):
            left, right = set(map(repr, one[table])), set(map(repr, two[table]))
            found.append(f"{table}: only one {sorted(left - right)[:3]}")
            found.append(f"{table}: only two {sorted(right - left)[:3]}")
    return found


def document(
    name: str,
    text: str | bytes,
    *,
    published: datetime | None = None,
    retrieved: datetime = datetime(2026, 1, 1, tzinfo=UTC),
) -> Document:
    """A source that need not lie in a file."""
    data = text.encode() if isinstance(text, str) else text
    return Document(
        name=name,
        shown_as=name,
        uri=f"memory:{name}",
        data=data,
        published_at=published,
        retrieved_at=retrieved,
    )


def ingest(
    database: Database, name: str, text: str | bytes, *, force: bool = False, **facts: Any
) -> Outcome:
    """Ingest a source that need not lie in a file."""
    return Ingestion(database).ingest(
        document(name, text, **facts), identity=identify(name), force=force
    )


def results_csv(rows: Iterable[tuple[Any, ...]]) -> str:
    """A results file in upstream's present form.

    ``rows``: (name, size, top-1, top-5) and, if it matters, the parameters in millions as written.
    """
    lines = ["model,img_size,top1,top1_err,top5,top5_err,param_count,crop_pct,interpolation"]
    for name, size, top1, top5, *more in rows:
        parameters = f'"{more[0]}"' if more else "25.56"
        lines.append(
            f"{name},{size},{top1},{100 - top1:.3f},{top5},{100 - top5:.3f},{parameters},"
            "0.875,bicubic"
        )
    return "\n".join(lines) + "\n"


def benchmark_csv(rows: Iterable[tuple[Any, ...]], *, task: str = "infer") -> str:
    """A benchmark file. ``rows``: (name, size, batch size, images/s), and parameters in millions.

    The step time follows from the others.
    """
    names = ("samples_per_sec", "step_time", "batch_size", "img_size", "gmacs", "macts")
    lines = ["model," + ",".join(f"{task}_{name}" for name in names) + ",param_count"]
    for name, size, batch_size, speed, *more in rows:
        step = f"{batch_size / speed * 1000:.3f}"
        lines.append(
            f"{name},{speed},{step},{batch_size},{size},4.11,11.11,{more[0] if more else 25.56}"
        )
    return "\n".join(lines) + "\n"


def registry_jsonl(
    architectures: Mapping[str, tuple[int, Sequence[str]]],
    deprecated: Mapping[str, str | None] | None = None,
    *,
    timm: str = "9.9.9",
) -> str:
    """A snapshot of a registry. ``architectures``: name to (parameters, tags of its weights)."""
    deprecated = deprecated or {}
    lines: list[dict[str, Any]] = [
        {
            "schema_version": 1,
            "timm": timm,
            "source": "https://example.org/registry",
            "licence": "Apache-2.0",
            "modules": 1,
            "architectures": len(architectures),
            "weights": sum(len(tags) for _, tags in architectures.values()),
            "deprecated": len(deprecated),
            "defaults": {
                "num_classes": 1000,
                "input_size": [3, 224, 224],
                "fixed_input_size": False,
                "interpolation": "bicubic",
                "crop_pct": 0.875,
                "crop_mode": "center",
                "mean": [0.485, 0.456, 0.406],
                "std": [0.229, 0.224, 0.225],
            },
        },
        {"module": "resnet", "papers": [{"arxiv": "1512.03385", "title": "Deep Residual"}]},
    ]
    for name, (parameters, tags) in architectures.items():
        weights = [{"tag": tag, "license": "apache-2.0"} for tag in tags]
        line = {
            "architecture": name,
            "module": "resnet",
            "parameters": parameters,
            "num_classes": 1000,
            **({"default_tag": tags[0], "weights": weights} if tags else {}),
        }
        lines.append(line)
    for old, current in deprecated.items():
        lines.append(
            {"deprecated": old, "module": "resnet", **({"current": current} if current else {})}
        )
    return "".join(orjson.dumps(line).decode() + "\n" for line in lines)


def in_child(work: Callable[[], int | None]) -> int:
    """Do ``work`` in a copy of this process, whose exit status it returns; the child's pid.

    A copy, because a new process would take longer to start than most work here takes.
    """
    pid = os.fork()
    if pid == 0:
        status = 1
        try:
            status = work() or 0
        finally:
            os._exit(status)
    return pid


def waited(pid: int) -> int:
    """Exit status of a child, negative if a signal ended it."""
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
