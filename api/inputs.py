"""Inputs that stand beside filters and orders: ``asOf``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from api.scalars import DateTime


@dataclass(frozen=True, kw_only=True, slots=True)
class InputField:
    """A field of an input: all are optional."""

    name: str
    annotation: Any
    description: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Input:
    """An input object of its own; ``is_one_of``: exactly one of its fields is given."""

    name: str
    description: str
    fields: tuple[InputField, ...]
    is_one_of: bool = False


AS_OF = Input(
    name="AsOf",
    description="Another time, whose state of the data is shown: exactly one of these.",
    is_one_of=True,
    fields=(
        InputField(
            name="ingestedAt",
            annotation=DateTime,
            description="What this database held then.",
        ),
        InputField(
            name="publishedAt",
            annotation=DateTime,
            description="What the publishers had published by then, as far as it was ingested.",
        ),
    ),
)

BATCH_CHOICE = Input(
    name="BatchChoice",
    description="Which batch size throughput is taken at: exactly one of these.",
    is_one_of=True,
    fields=(
        InputField(name="exact", annotation=int, description="This batch size only."),
        InputField(
            name="atMost", annotation=int, description="The largest batch size up to this one."
        ),
        InputField(
            name="asMeasured",
            annotation=bool,
            description="Whatever the run took, the fastest where it took several; the default. "
            "Batch sizes then differ between rows.",
        ),
    ),
)

METRICS = {
    "TOP1": "Top-1 accuracy, percent; more is better.",
    "TOP5": "Top-5 accuracy, percent; more is better.",
    "SAMPLES_PER_SECOND": "Throughput, images/s; more is better.",
    "STEP_TIME_MS": "Time of one step, milliseconds; less is better.",
    "PARAMETERS": "Exact number of parameters; less is better.",
    "GMACS": "Multiply-accumulates of one image, thousand millions; less is better.",
    "MACTS": "Activations of one image, millions; less is better.",
    "PEAK_MEMORY_MIB": "Most memory allocated on the device, MiB; less is better.",
}

ENUMS = {
    "ParetoMetric": ("A metric that a Pareto frontier is drawn over.", METRICS),
    "Direction": ("What is better.", {"MAX": "More.", "MIN": "Less."}),
}

PARETO_AXIS = Input(
    name="ParetoAxis",
    description="A metric and what is better of it.",
    fields=(
        InputField(name="metric", annotation="ParetoMetric", description="The metric; needed."),
        InputField(
            name="direction",
            annotation="Direction",
            description="What is better; without it, what the metric's description says.",
        ),
    ),
)

INPUTS = (AS_OF, BATCH_CHOICE, PARETO_AXIS)
