"""What can be written: the declarations of the mutations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from api.declare import Argument
from api.definitions import optional


@dataclass(frozen=True, kw_only=True, slots=True)
class PayloadField:
    """A field of what a mutation answers."""

    name: str
    annotation: Any
    description: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Mutation:
    """A field of the type ``Mutation``.

    Attributes:
        name: GraphQL name.
        description: what it does.
        scope: what its token must allow, one of ``db.tokens.SCOPES``.
        arguments: what it takes.
        payload: GraphQL name of what it answers.
        payload_description: what that is.
        fields: the fields of that.
    """

    name: str
    description: str
    scope: Literal["submit", "judge"]
    arguments: tuple[Argument, ...]
    payload: str
    payload_description: str
    fields: tuple[PayloadField, ...]


MUTATIONS = (
    Mutation(
        name="submitBenchmarkRun",
        description="Take a run of the benchmark job, whole or not at all, and look what got "
        "slower in it. The same key with the same input gets the same answer again and changes "
        "nothing; with other input it is refused.",
        scope="submit",
        arguments=(
            Argument(
                name="input",
                annotation="SubmitBenchmarkRunInput",
                description="The run.",
                is_required=True,
            ),
            Argument(
                name="idempotencyKey",
                annotation=str,
                description="Chosen by the sender, 1 to 200 characters: one key a submission, "
                "however often it is sent.",
                is_required=True,
            ),
        ),
        payload="SubmittedRun",
        payload_description="A run that was taken.",
        fields=(
            PayloadField(name="slug", annotation=str, description="Name of the run: its `slug`."),
            PayloadField(
                name="isNew",
                annotation=bool,
                description="Whether it changed the data; false if the run was here already.",
            ),
        ),
    ),
    Mutation(
        name="judgeAlert",
        description="Decide about an alert.",
        scope="judge",
        arguments=(
            Argument(
                name="input",
                annotation="JudgeAlertInput",
                description="The decision.",
                is_required=True,
            ),
        ),
        payload="JudgedAlert",
        payload_description="An alert after a decision.",
        fields=(
            PayloadField(name="alert", annotation=int, description="The alert's `id`."),
            PayloadField(
                name="state", annotation=str, description="open, closed, accepted or muted."
            ),
            PayloadField(name="verdict", annotation=optional(str), description="real or noise."),
        ),
    ),
)
