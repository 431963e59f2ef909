"""What a name written in a source stands for (rule 3 of docs/concepts.md, "Names").

Pure functions over what the registry knows; the same for every source and every order of ingestion.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

#: A deprecated name's parameters must agree with its target's within this share.
PARAMETER_AGREEMENT = 0.01


class WrittenName(NamedTuple):
    """A name as one series of revisions writes it.

    Attributes:
        name: as written.
        param_count: parameters beside it, in millions, or None.
        first: id of the revision that brought it (any growing number).
        until: id of the revision from which on it was gone; infinite while it is there.
    """

    name: str
    param_count: float | None = None
    first: float = 0
    until: float = float("inf")


class Target(NamedTuple):
    """What a written name stands for: a model, and a tag where it is a weight with one.

    ``problem`` is the code of a finding, with its text, if the name could not be resolved.
    """

    model: str
    tag: str | None
    problem: tuple[str, str] | None = None

    @property
    def variant(self) -> str:
        """Name of the weight: ``model.tag``, or ``model`` for an untagged one."""
        return self.model if self.tag is None else f"{self.model}.{self.tag}"


class Meaning(NamedTuple):
    """What a name stands for by itself, and whether only timm's list of old names says so."""

    target: Target
    is_old: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class KnownNames:
    """What the current registry snapshot knows.

    Attributes:
        models: registered architectures and their exact parameters, None where not known.
        variants: names of registered weights.
        deprecated: old name to the model or weight that it stands for.
    """

    models: Mapping[str, int | None] = field(default_factory=dict)
    variants: frozenset[str] = frozenset()
    deprecated: Mapping[str, str] = field(default_factory=dict)
    _meanings: dict[str, Meaning] = field(default_factory=dict, init=False, repr=False)

    def meaning(self, name: str) -> Meaning:
        """What a name stands for, other names beside it left aside."""
        found = self._meanings.get(name)
        if found is None:
            found = self._meanings[name] = self._look_up(name)
        return found

    def _look_up(self, name: str) -> Meaning:
        model, dot, tag = name.partition(".")
        if model in self.models:
            # A new weight of a known architecture, if the snapshot is older than the source.
            text = f"{name} is a weight that is not in timm's registry"
            is_missing = tag and name not in self.variants
            problem = ("unregistered_weight", text) if is_missing else None
            return Meaning(Target(model, tag or None, problem), is_old=False)
        target = self.deprecated.get(name)
        if target is None and dot:
            # A tag on an old architecture name.
            renamed = self.deprecated.get(model)
            if renamed is not None and "." not in renamed:
                target = f"{renamed}.{tag}"
        if target is None:
            return Meaning(
                _unknown(name, "unregistered_name", "is not in timm's registry"), is_old=False
            )
        new_model, _, new_tag = target.partition(".")
        return Meaning(Target(new_model, new_tag or None), is_old=True)


def resolve_weights(written: Iterable[WrittenName], known: KnownNames) -> dict[str, Target]:
    """Targets of the names of one series of revisions that lists *weights* (results, metadata).

    ``arch.tag`` is a weight. An untagged name is the untagged weight of its model, never today's
    default. A deprecated name stands for a weight only while no other name of the same revision
    does, and if its parameters agree; otherwise it stays a name of its own.
    """
    return _resolve(written, known, level=lambda target: target.variant)


def resolve_models(written: Iterable[WrittenName], known: KnownNames) -> dict[str, Target]:
    """Targets of the names of one series of revisions that lists *architectures* (benchmarks).

    As ``resolve_weights``, but two names clash as soon as they stand for one architecture.
    """
    return _resolve(written, known, level=lambda target: target.model)


def _resolve(
    written: Iterable[WrittenName], known: KnownNames, level: Callable[[Target], str]
) -> dict[str, Target]:
    names = list(written)
    meanings = {name.name: known.meaning(name.name) for name in names}
    targets = {name: meaning.target for name, meaning in meanings.items()}
    doubtful = [name for name in names if meanings[name.name].is_old]
    claimed = {level(targets[name.name]) for name in doubtful}
    claims: dict[str, list[WrittenName]] = defaultdict(list)
    if doubtful:
        for name in names:
            if (means := level(targets[name.name])) in claimed:
                claims[means].append(name)
    resolved = dict(targets)
    for name in doubtful:
        target = targets[name.name]
        rivals = sorted(
            other.name
            for other in claims[level(target)]
            if other.name != name.name and other.first < name.until and name.first < other.until
        )
        if rivals:
            resolved[name.name] = _unknown(
                name.name,
                "ambiguous_deprecated_name",
                f"stands for {level(target)}, but so does {rivals[0]} beside it",
            )
        elif not _parameters_agree(name, known.models.get(target.model)):
            resolved[name.name] = _unknown(
                name.name,
                "deprecated_name_differs",
                f"is an old name of {target.variant}, but its parameters differ",
            )
    return resolved


def _unknown(name: str, code: str, text: str) -> Target:
    model, _, tag = name.partition(".")
    return Target(model, tag or None, (code, f"{name} {text}"))


def _parameters_agree(name: WrittenName, parameters: int | None) -> bool:
    """Whether the counts agree; a missing count contradicts nothing."""
    if name.param_count is None or parameters is None:
        return True
    return abs(name.param_count * 1e6 - parameters) <= PARAMETER_AGREEMENT * parameters
