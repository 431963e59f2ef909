"""The test sets, from the reviewed list ``datasets.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True, kw_only=True, slots=True)
class DatasetFacts:
    """A test set: names, counts of classes and images, paper, and its clean counterpart."""

    name: str
    title: str
    files: tuple[str, ...]
    classes: int
    images: int
    arxiv: str
    paper: str
    clean: str | None = None


@cache
def datasets() -> tuple[DatasetFacts, ...]:
    """All test sets, in the order of the list."""
    table = tomllib.loads((Path(__file__).parent / "datasets.toml").read_text("utf-8"))
    return tuple(
        DatasetFacts(**{**entry, "files": tuple(entry["files"])}) for entry in table["dataset"]
    )


def dataset_of_file(part: str) -> DatasetFacts | None:
    """The test set that a file name means by what follows ``results-`` in it."""
    return next((dataset for dataset in datasets() if part in dataset.files), None)
