"""Inputs that stand beside filters and orders: ``asOf``, and what mutations take."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from api.scalars import DateTime


@dataclass(frozen=True, kw_only=True, slots=True)
class InputField:
    """A field of an input; ``is_required``: whether it must be given."""

    name: str
    annotation: Any
    description: str
    is_required: bool = False


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

DECISIONS = {
    "REAL": "It was real; it stays open.",
    "NOISE": "It was nothing; it is closed.",
    "ACCEPT": "It is real, and the new level is taken as it is: nights are held against it.",
    "MUTE": "No more of it: its series raises no alert of this kind until it is judged.",
}

ENUMS = {
    "ParetoMetric": ("A metric that a Pareto frontier is drawn over.", METRICS),
    "Direction": ("What is better.", {"MAX": "More.", "MIN": "Less."}),
    "AlertDecision": ("What can be decided about an alert.", DECISIONS),
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

SUBMIT_BENCHMARK_RUN = Input(
    name="SubmitBenchmarkRunInput",
    description="The file of a run of the benchmark job.",
    fields=(
        InputField(
            name="name",
            annotation=str,
            description="The file's canonical name, `bench-RUN_ID.jsonl`.",
            is_required=True,
        ),
        InputField(
            name="content",
            annotation=str,
            description="Its text, JSON lines as `backbonedb bench run` writes them; all that the "
            "run has said so far, where it goes on.",
            is_required=True,
        ),
    ),
)

JUDGE_ALERT = Input(
    name="JudgeAlertInput",
    description="What is decided about an alert.",
    fields=(
        InputField(name="alert", annotation=int, description="The alert's `id`.", is_required=True),
        InputField(
            name="decision",
            annotation="AlertDecision",
            description="What is decided.",
            is_required=True,
        ),
        InputField(name="remark", annotation=str, description="Why, in a few words."),
    ),
)

INPUTS = (AS_OF, BATCH_CHOICE, PARETO_AXIS, SUBMIT_BENCHMARK_RUN, JUDGE_ALERT)
