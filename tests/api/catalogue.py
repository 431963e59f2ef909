"""A small catalogue with everything in it that queries can stumble over.

Missing values, ties, several sources for one figure, superseded revisions, models without family,
paper or year, Korean text, old spellings. The same rows on every engine.
"""

from __future__ import annotations

import json
import random
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import insert
from sqlalchemy.orm import Session

from db.accuracy import Dataset, Evaluation
from db.alerts import Alert, ChangePoint, Series
from db.catalogue import Alias, Family, Licence, Model, Resolution, Variant
from db.literature import ModelPaper, Paper, VariantPaper
from db.notes import Note, NoteModel, NoteRemark, NoteSize
from db.provenance import DataState, Ingest, LogicalSource, Problem, Source, SourceRow
from db.speed import BenchmarkRun, Environment, Measurement

BEGIN = datetime(2024, 1, 1, tzinfo=UTC)
SIZES = (224, 256, 384)


def fill(session: Session) -> None:
    """Fill an empty database."""
    random_ = random.Random(2021)
    _sources(session)
    _catalogue(session, random_)
    _accuracy(session, random_)
    _series(session)
    _speed(session, random_)
    _nights(session)
    _notes(session)


def _add(session: Session, entity: type[Any], rows: list[dict[str, Any]]) -> None:
    names = {name for row in rows for name in row}
    session.execute(insert(entity), [{name: row.get(name) for name in names} for row in rows])


def _sources(session: Session) -> None:
    """Three series of results (one with two revisions, one of another publisher), runs, notes."""
    series = [
        ("timm", "results", "imagenet"),
        ("timm", "results", "imagenet-a"),
        ("another", "results", "imagenet"),
        ("timm", "benchmark", "infer-amp-nchw-pt291-cu128-rtx4090"),
        ("timm", "benchmark", "infer-fp32-nchw-pt240-cpu-i9"),
        ("timm", "notes", "catalog"),
        ("timm", "results", "imagenet-a-clean"),
    ]
    _add(
        session,
        LogicalSource,
        [
            {"id": id_, "publisher": publisher, "kind": kind, "subject": subject}
            for id_, (publisher, kind, subject) in enumerate(series, 1)
        ],
    )
    revisions = [1, 2, 3, 4, 5, 6, 1, 7]
    current = {2, 3, 4, 5, 6, 7, 8}
    _add(
        session,
        Source,
        [
            {
                "id": id_,
                "logical_source_id": logical,
                "name": f"{series[logical - 1][1]}-{series[logical - 1][2]}.csv",
                "uri": f"file:///data/{id_}.csv",
                "revision": None if id_ % 2 else f"r{id_}",
                "published_at": None if id_ == 3 else BEGIN + timedelta(days=id_),
                "retrieved_at": BEGIN + timedelta(days=10 + id_),
                "sha256": f"{id_:064x}",
                "byte_count": 3_000 + id_,
                "row_count": 10,
                "header": json.dumps(["model", "top1"]),
                "licence": "Apache-2.0" if id_ % 2 else None,
                "is_current": id_ in current,
            }
            for id_, logical in enumerate(revisions, 1)
        ],
    )
    _add(
        session,
        SourceRow,
        [
            {"source_id": id_, "line": line, "cells": json.dumps([f"row {line}", "1,024.50", "값"])}
            for id_ in range(1, 9)
            for line in range(1, 60)
        ],
    )
    _add(
        session,
        Ingest,
        [
            {
                "id": id_,
                "source_id": id_,
                "started_at": BEGIN + timedelta(days=10 + id_),
                "finished_at": BEGIN + timedelta(days=10 + id_, seconds=1),
                "added_count": id_,
                "closed_count": 0,
                "unchanged_count": 0,
                "program_version": "0.1.0",
                "is_forced": id_ == 2,
            }
            for id_ in range(1, 9)
        ],
    )
    _add(
        session,
        Problem,
        [
            {
                "id": 1,
                "source_id": 2,
                "line": 3,
                "column_name": "top1",
                "code": "odd",
                "text": "an odd cell",
                "is_derived": False,
            },
            {"id": 2, "source_id": 2, "code": "odd", "text": "an odd file", "is_derived": True},
        ],
    )
    session.execute(
        insert(DataState).values(
            id=1, version=7, changed_at=BEGIN + timedelta(days=20), rules_sha256="0" * 64
        )
    )


def _catalogue(session: Session, random_: random.Random) -> None:
    _add(
        session,
        Family,
        [
            {"id": 1, "name": "coat", "title": "CoaT"},
            {"id": 2, "name": "deit3", "title": "DeiT III"},
            {"id": 3, "name": "empty", "title": "No model"},
        ],
    )
    _add(
        session,
        Licence,
        [
            {
                "id": 1,
                "name": "apache-2.0",
                "spdx_id": "Apache-2.0",
                "title": "Apache License 2.0",
                "commercial_use": "yes",
                "source_url": "https://www.apache.org/licenses/LICENSE-2.0",
            },
            {"id": 2, "name": "other", "title": "Other", "commercial_use": "unknown"},
        ],
    )
    _add(
        session,
        Paper,
        [
            {
                "id": id_,
                "key": f"21{id_:02}.00001",
                "arxiv_id": f"21{id_:02}.00001" if id_ < 4 else None,
                "title": None if id_ == 3 else f"Paper {id_ % 2}",
                "url": f"https://example.org/{id_}",
                "submitted": f"2021-{id_:02}" if id_ < 4 else None,
                "submitted_precision": "month" if id_ < 4 else None,
                "authors": ["Ada", "Émile"] if id_ == 1 else None,
            }
            for id_ in range(1, 5)
        ],
    )
    years = [(2021, "note"), (2022, "paper"), (None, None), (2021, "paper"), (2023, "note_family")]
    _add(
        session,
        Model,
        [
            {
                "id": id_,
                "name": f"model_{chr(96 + id_)}",
                "family_id": None if id_ % 4 == 0 else 1 + id_ % 2,
                "year": years[id_ % 5][0],
                "year_source": years[id_ % 5][1],
                "parameters": None if id_ == 3 else id_ * 1_000_000_000,
                "module": "coat" if id_ % 2 else None,
                "is_registered": id_ != 9,
                "source_id": 1 if id_ % 2 else None,
                "line": id_ if id_ % 2 else None,
            }
            for id_ in range(1, 10)
        ],
    )
    _add(
        session,
        ModelPaper,
        [
            {
                "model_id": id_,
                "paper_id": 1 + id_ % 3,
                "relation": "introduces" if id_ < 6 else "related",
                "source": "module",
                "confidence": "high",
            }
            for id_ in range(1, 9)
        ],
    )
    tags = ["in1k", "in22k_ft_in1k", None]
    _add(
        session,
        Variant,
        [
            {
                "id": id_,
                "model_id": 1 + id_ % 8,
                "name": ".".join(filter(None, (f"model_{chr(97 + id_ % 8)}", tags[id_ % 3])))
                + (f"_{id_}" if id_ > 8 else ""),
                "tag": tags[id_ % 3],
                "licence_id": [1, 2, None][id_ % 3],
                "hub_id": f"timm/{id_}",
                "class_count": 1000,
                "mean": [0.485, 0.456, 0.406] if id_ % 2 else None,
                "is_distilled": [True, False, None][id_ % 3],
                "is_registered": id_ % 2 == 0,
                "is_default": id_ % 3 == 0,
                "pretrained_on": random_.choice(["in1k", "in22k", None]),
            }
            for id_ in range(1, 16)
        ],
    )
    _add(
        session,
        VariantPaper,
        [
            {
                "variant_id": id_,
                "paper_id": 4,
                "relation": "trains",
                "source": "paper_ids",
                "confidence": "high",
            }
            for id_ in (1, 5)
        ],
    )
    _add(
        session,
        Resolution,
        [
            {
                "id": 2 * id_ + at,
                "variant_id": id_,
                "purpose": purpose,
                "height": 224 + 32 * at,
                "width": 224,
                "crop_pct": 0.875 if at else None,
                "is_fixed": at == 0,
            }
            for id_ in range(1, 16)
            for at, purpose in enumerate(("train", "test"))
        ],
    )
    _add(
        session,
        Alias,
        [
            {
                "id": 1,
                "name": "old_model",
                "kind": "deprecated",
                "target": "model_b.in1k",
                "model_id": 2,
                "variant_id": 1,
            },
            {"id": 2, "name": "model_a", "kind": "spelling", "target": "model_c", "model_id": 3},
        ],
    )
    _add(
        session,
        Dataset,
        [
            {
                "id": 1,
                "name": "imagenet",
                "title": "ImageNet",
                "class_count": 1000,
                "image_count": 50000,
                "paper_id": 1,
            },
            {
                "id": 3,
                "name": "imagenet-a-clean",
                "title": "Clean",
                "class_count": 200,
                "image_count": 7500,
            },
        ],
    )
    session.execute(
        insert(Dataset).values(
            id=2,
            name="imagenet-a",
            title="ImageNet-A",
            class_count=200,
            image_count=7500,
            clean_dataset_id=3,
        )
    )


def _accuracy(session: Session, random_: random.Random) -> None:
    rows: list[dict[str, Any]] = []

    def add(source_id: int, logical: int, dataset_id: int, **more: Any) -> None:
        for variant_id in range(1, 13):
            top1 = random_.choice([79.5, 80.0, 80.123, 81.25, 85.0])
            rows.append(
                {
                    "id": len(rows) + 1,
                    "logical_source_id": logical,
                    "source_id": source_id,
                    "line": variant_id,
                    "dataset_id": dataset_id,
                    "variant_id": variant_id,
                    "name_written": f"written_{variant_id}",
                    "img_size": SIZES[variant_id % 3],
                    "top1": top1,
                    "top5": top1 + 10,
                    "param_count": random_.choice([None, 5.5, 1013.01]),
                    "crop_pct": random_.choice([None, 0.875, 1.0]),
                    "interpolation": random_.choice([None, "bicubic"]),
                    "is_shown": True,
                    **more,
                }
            )

    add(1, 1, 1, until_source_id=7, is_shown=False)
    add(7, 1, 1)
    add(2, 2, 2)
    add(8, 7, 3)
    add(3, 3, 1, is_shown=False)
    # The first revision of the first series is the one superseded; the second is current.
    _add(session, Evaluation, rows)


def _speed(session: Session, random_: random.Random) -> None:
    _add(
        session,
        Environment,
        [
            {
                "id": 1,
                "slug": "rtx4090-pt291-cu128",
                "device_key": "rtx4090",
                "device_kind": "cuda",
                "device_count": 1,
                "torch": "2.9.1",
                "cuda": "12.8",
            },
            {
                "id": 2,
                "slug": "i9-pt240",
                "device_key": "i9",
                "device_kind": "cpu",
                "device_count": 1,
                "torch": "2.4.0",
            },
        ],
    )
    _add(
        session,
        BenchmarkRun,
        [
            {
                "id": id_,
                "slug": slug,
                "logical_source_id": 3 + id_,
                "environment_id": id_,
                "task": "infer",
                "precision": precision,
                "layout": "nchw",
                "compile": "off",
                "protocol": "timm-mean",
                "started_at": BEGIN if id_ == 1 else None,
            }
            for id_, slug, precision in ((1, "run-gpu", "amp"), (2, "run-cpu", "fp32"))
        ],
    )
    rows: list[dict[str, Any]] = []
    for run_id, source_id in ((1, 4), (2, 5)):
        for line, (model_id, size) in enumerate(
            [(model, size) for model in range(1, 9) for size in SIZES], 1
        ):
            is_ok = random_.random() < 0.8
            rows.append(
                {
                    "id": len(rows) + 1,
                    "run_id": run_id,
                    "source_id": source_id,
                    "line": line,
                    "model_id": model_id,
                    "name_written": f"model_{model_id}",
                    "img_size": size,
                    "batch_size": random_.choice([256, 1024]) if is_ok else None,
                    "status": "ok" if is_ok else "missing",
                    "samples_per_second": random_.choice([100.5, 200.25, 400.0]) if is_ok else None,
                    "step_time_ms": 2.5 if is_ok else None,
                    "gmacs": random_.choice([None, 4.5]),
                    "macts": None,
                    "param_count": 5.5,
                    "is_contradictory": line == 3,
                    "series_id": None if line % 4 == 0 else 1 + line % 4,
                    "step_time_p5_ms": [2.25, 0.0, None][line % 3],
                    "step_time_p95_ms": [3.5, None, 0.0][line % 3],
                }
            )
    _add(session, Measurement, rows)


def _series(session: Session) -> None:
    """Four series: of a model, of an old spelling, of a name that nothing has, and an empty one."""
    names = ("model_b", "old_model", "nobody", "model_a", "model_b")
    _add(
        session,
        Series,
        [
            {
                "id": id_,
                "model": model,
                "img_size": 224,
                "batch_size": 256 if id_ < 5 else 1024,
                "task": "infer",
                "precision": "fp32",
                "layout": "nchw",
                "compile": "off",
                "device_key": "i9-36c-64gib@lab" if id_ % 2 else "rtx4090",
                "protocol": "backbonedb-median 1",
                "metric": "samples_per_second",
            }
            for id_, model in enumerate(names, 1)
        ],
    )


def _nights(session: Session) -> None:
    _add(
        session,
        ChangePoint,
        [
            {"id": 1, "series_id": 2, "run_id": 1, "kind": "accepted", "ratio": 0.875},
            {"id": 2, "series_id": 2, "run_id": 2, "kind": "detected"},
            {"id": 3, "series_id": 3, "run_id": 1, "kind": "environment"},
        ],
    )
    raised = BEGIN + timedelta(days=30)
    _add(
        session,
        Alert,
        [
            {
                "id": id_,
                "kind": kind,
                "device_key": "rtx4090" if id_ % 2 else "i9-36c-64gib@lab",
                "series_id": series_id,
                "run_id": run_id,
                "state": state,
                "verdict": verdict,
                "judged_at": raised if verdict else None,
                "judged_by": "kim" if verdict else None,
                "ratio": ratio,
                "baseline": 100.0 if ratio else None,
                "value": 100.0 * ratio if ratio else None,
                "text": f"{kind} {id_}",
                "raised_at": raised + timedelta(days=id_ // 2),
            }
            for id_, (kind, series_id, run_id, state, verdict, ratio) in enumerate(
                (
                    ("regression", 2, 1, "open", None, 0.95),
                    ("regression", 3, 2, "closed", "noise", 0.98),
                    ("improvement", 2, 2, "open", "real", 1.25),
                    ("environment_change", None, 1, "open", None, 0.75),
                    ("missed_night", None, None, "open", None, None),
                ),
                1,
            )
        ],
    )


def _notes(session: Session) -> None:
    _add(
        session,
        Note,
        [
            {
                "id": id_,
                "source_id": 6,
                "position": id_,
                "year": 2023 - id_ if id_ < 3 else None,
                "title": f"timm/entry {id_}",
                "link": "https://example.org" if id_ == 1 else None,
                "link_name": "model_b.in1k" if id_ == 1 else None,
                "link_variant_id": 1 if id_ == 1 else None,
                "date": "2022-10-03" if id_ == 1 else None,
                "date_precision": "day" if id_ == 1 else None,
                "date_written": "2022.10.03 논문" if id_ == 1 else None,
                "image_sizes": ["224x224"] if id_ == 1 else [],
                "line": 10 * id_,
                "end_line": 10 * id_ + 5,
            }
            for id_ in (1, 2, 3)
        ],
    )
    _add(
        session,
        NoteSize,
        [
            {
                "note_id": 1,
                "position": 1,
                "purpose": "any",
                "height": 224,
                "width": 224,
                "line": 11,
            },
            {
                "note_id": 2,
                "position": 1,
                "purpose": "train",
                "height": 192,
                "width": 192,
                "line": 21,
            },
            {
                "note_id": 2,
                "position": 2,
                "purpose": "test",
                "height": 256,
                "width": 256,
                "line": 21,
            },
        ],
    )
    _add(
        session,
        NoteRemark,
        [
            {
                "note_id": 1,
                "position": position,
                "parent_position": None if position == 1 else 1,
                "kind": "bullet",
                "line": 10 + position,
                "raw": f"- {text}",
                "text": text,
            }
            for position, text in enumerate(("토큰을 융합한다", "병목 블록"), 1)
        ],
    )
    _add(
        session,
        NoteModel,
        [
            {
                "note_id": 1,
                "position": 1,
                "name_written": "coat",
                "relation": "subject",
                "family_id": 1,
            },
            {
                "note_id": 1,
                "position": 2,
                "remark_position": 2,
                "name_written": "model_b",
                "relation": "sibling",
                "words": "해당",
                "model_id": 2,
                "variant_id": 1,
            },
        ],
    )
