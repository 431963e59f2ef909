"""timm's registry: architectures, pretrained weights, deprecated names, and the papers they link.

The text is JSON lines as ``ingest.snapshot`` writes them; one snapshot comes with this package.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Literal

from db.errors import BackboneError, InputError
from ingest import json_lines, snapshot
from ingest.json_lines import Record, WrongKindError

PaperLevel = Literal["paper_ids", "entry_point", "module"]
Size = tuple[int, int, int]
"""Channels, height, width; height and width in pixels."""


@dataclass(frozen=True, kw_only=True, slots=True)
class PaperLink:
    """A link to a paper, told by the place in timm that gives it.

    ``level`` is where: ``paper_ids`` of a configuration, or the docstring of the architecture's
    entry point or of its module. ``arxiv_id`` is without version, None for a paper elsewhere.
    ``title`` is None where nothing beside the link says one. ``line`` is the snapshot's.
    """

    level: PaperLevel
    arxiv_id: str | None
    url: str
    title: str | None
    line: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Weight:
    """A pretrained weight as timm configures it; None means that timm does not say.

    ``class_count`` is 0 for a backbone without a classifier. Crops are fractions of the image;
    ``mean`` and ``std`` are per channel on a scale where white is 1.
    """

    architecture: str
    tag: str | None
    hub_id: str | None
    url: str | None
    licence: str | None
    class_count: int
    input_size: Size
    test_input_size: Size | None
    min_input_size: Size | None
    is_fixed_input_size: bool
    crop_pct: float
    test_crop_pct: float | None
    crop_mode: str
    interpolation: str
    mean: tuple[float, ...]
    std: tuple[float, ...]
    papers: tuple[PaperLink, ...]
    origin_url: str | None

    @property
    def name(self) -> str:
        """``arch.tag``, or ``arch`` where the weight has no tag."""
        return f"{self.architecture}.{self.tag}" if self.tag else self.architecture


@dataclass(frozen=True, kw_only=True, slots=True)
class Architecture:
    """A registered architecture.

    ``parameters`` is the exact count of the network that timm builds by default, which has
    ``class_count`` outputs (0: no head). ``default_tag`` may name a configuration without weights.
    ``papers`` go from the most to the least specific level. ``cells`` is the line as it was read.
    """

    name: str
    module: str
    parameters: int
    class_count: int
    default_tag: str | None
    papers: tuple[PaperLink, ...]
    weights: tuple[Weight, ...]
    line: int
    cells: str


@dataclass(frozen=True, kw_only=True, slots=True)
class DeprecatedName:
    """A name that timm still takes; ``target`` is ``arch`` or ``arch.tag``, None if removed.

    The architecture is registered; the tag may be one that timm no longer has.
    """

    name: str
    module: str
    target: str | None
    line: int
    cells: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Registry:
    """The whole registry of one version of timm, in the order of its lines."""

    timm_version: str
    source_url: str
    licence: str
    titles: Mapping[str, str]
    """Title by arXiv identifier: a module's wording before a weight's before an entry point's."""
    architectures: tuple[Architecture, ...]
    deprecated: tuple[DeprecatedName, ...]

    @property
    def weights(self) -> Iterator[Weight]:
        """Every pretrained weight."""
        return (weight for architecture in self.architectures for weight in architecture.weights)


def bundled_registry_path() -> Path:
    """The snapshot that comes with this package."""
    return Path(__file__).parent.parent / "data" / "timm-registry.jsonl"


def registry_of_installed_timm() -> str:
    """The registry of the installed timm as the text of a snapshot; takes minutes.

    Raises:
        BackboneError: timm or torch is not installed.
    """
    try:
        return "".join(f"{line}\n" for line in snapshot.snapshot_lines())
    except ImportError as error:
        raise BackboneError(
            f"{error.name or 'timm'} is not installed here: pip install 'backbonedb[bench]'"
        ) from error


def parse_registry(text: str, *, file: str) -> Registry:
    """The registry that a snapshot's text states; ``file`` names it in errors.

    Raises:
        InputError: a line is no JSON object, lacks a fact, has one of the wrong kind or one that
            is not known; a name stands twice or names nothing; the header's counts differ.
    """
    lines = json_lines.records(text, file=file)
    header, _ = next(lines, (None, None))
    if header is None:
        raise InputError(file, "is empty; expected a snapshot of timm's registry")
    version = header.take("schema_version", json_lines.count)
    if version != snapshot.SCHEMA_VERSION:
        raise header.error(
            "schema_version", f"{version} cannot be read here, only {snapshot.SCHEMA_VERSION}"
        )
    timm_version = header.take("timm", json_lines.text)
    source_url = header.take("source", json_lines.text)
    licence = header.take("licence", json_lines.text)
    defaults = header.take("defaults", _mapping)
    expected = {kind: header.take(kind, json_lines.count) for kind in _KINDS}
    header.finish()

    modules: dict[str, tuple[PaperLink, ...]] = {}
    architectures: dict[str, Architecture] = {}
    deprecated: dict[str, DeprecatedName] = {}
    for record, cells in lines:
        if "architecture" in record:
            architecture = _architecture(record, cells, modules, defaults)
            record.refuse_second("architecture", architecture.name, architectures)
            architectures[architecture.name] = architecture
        elif "deprecated" in record:
            old = _deprecated_name(record, cells, architectures)
            record.refuse_second("deprecated", old.name, deprecated)
            deprecated[old.name] = old
        else:
            module = record.take("module", json_lines.text)
            record.refuse_second("module", module, modules)
            modules[module] = tuple(_papers(record, "module"))
        record.finish()

    registry = Registry(
        timm_version=timm_version,
        source_url=source_url,
        licence=licence,
        titles=_titles(modules.values(), architectures.values()),
        architectures=tuple(architectures.values()),
        deprecated=tuple(deprecated.values()),
    )
    found = (len(modules), len(architectures), len(list(registry.weights)), len(deprecated))
    for kind, count in zip(_KINDS, found, strict=True):
        if count != expected[kind]:
            raise header.error(kind, f"the header says {expected[kind]}, the file holds {count}")
    return registry


_KINDS = ("modules", "architectures", "weights", "deprecated")


def _architecture(
    record: Record,
    cells: str,
    modules: Mapping[str, tuple[PaperLink, ...]],
    defaults: Mapping[str, object],
) -> Architecture:
    name = record.take("architecture", json_lines.text)
    module = record.take("module", json_lines.text)
    if module not in modules:
        raise record.error("module", f"{module} is not among the modules above")
    weights: dict[str | None, Weight] = {}
    for facts in record.records("weights"):
        weight = _weight(facts, name, defaults)
        if weight.tag in weights:
            raise facts.error("tag", f"{weight.name} stands here a second time")
        weights[weight.tag] = weight
    return Architecture(
        name=name,
        module=module,
        parameters=record.take("parameters", json_lines.positive),
        class_count=record.take("num_classes", json_lines.count),
        default_tag=record.get("default_tag", json_lines.text),
        papers=(*_paper_ids(record, None), *_papers(record, "entry_point"), *modules[module]),
        weights=tuple(weights.values()),
        line=record.line,
        cells=cells,
    )


def _weight(record: Record, architecture: str, defaults: Mapping[str, object]) -> Weight:
    record.add_defaults(defaults)
    return Weight(
        architecture=architecture,
        tag=record.get("tag", json_lines.text),
        hub_id=record.get("hf_hub_id", json_lines.text),
        url=record.get("url", json_lines.text),
        licence=record.get("license", json_lines.text),
        class_count=record.take("num_classes", json_lines.count),
        input_size=record.take("input_size", _size),
        test_input_size=record.get("test_input_size", _size),
        min_input_size=record.get("min_input_size", _size),
        is_fixed_input_size=record.take("fixed_input_size", json_lines.flag),
        crop_pct=record.take("crop_pct", json_lines.above_zero),
        test_crop_pct=record.get("test_crop_pct", json_lines.above_zero),
        crop_mode=record.take("crop_mode", json_lines.text),
        interpolation=record.take("interpolation", json_lines.text),
        mean=record.take("mean", json_lines.listing(json_lines.number)),
        std=record.take("std", json_lines.listing(json_lines.number)),
        papers=tuple(_paper_ids(record, record.get("paper_name", json_lines.text))),
        origin_url=record.get("origin_url", json_lines.text),
    )


def _deprecated_name(
    record: Record, cells: str, architectures: Mapping[str, Architecture]
) -> DeprecatedName:
    name = record.take("deprecated", json_lines.text)
    target = record.get("current", json_lines.text)
    if name in architectures:
        raise record.error("deprecated", f"{name} is an architecture above")
    if target is not None and target.partition(".")[0] not in architectures:
        raise record.error("current", f"{target} is not among the architectures above")
    return DeprecatedName(
        name=name,
        module=record.take("module", json_lines.text),
        target=target,
        line=record.line,
        cells=cells,
    )


def _papers(record: Record, level: PaperLevel) -> Iterator[PaperLink]:
    for paper in record.records("papers"):
        arxiv_id = paper.get("arxiv", _arxiv_id)
        yield PaperLink(
            level=level,
            arxiv_id=arxiv_id,
            url=f"{_ARXIV}{arxiv_id}" if arxiv_id else paper.take("url", json_lines.text),
            title=paper.get("title", json_lines.text),
            line=record.line,
        )


_ARXIV = "https://arxiv.org/abs/"
_ARXIV_ID = r"\d\d(?:0[1-9]|1[0-2])\.\d{4,5}"
_ARXIV_PAPER_ID = re.compile(rf"arXiv:({_ARXIV_ID})(?:v\d+)?")


def _paper_ids(record: Record, title: str | None) -> Iterator[PaperLink]:
    for paper_id in record.get("paper_ids", json_lines.listing(json_lines.text)) or ():
        match = _ARXIV_PAPER_ID.fullmatch(paper_id)
        yield PaperLink(
            level="paper_ids",
            arxiv_id=match[1] if match else None,
            url=f"{_ARXIV}{match[1]}" if match else paper_id,
            title=title,
            line=record.line,
        )


def _titles(
    modules: Iterable[tuple[PaperLink, ...]], architectures: Collection[Architecture]
) -> dict[str, str]:
    of_weights = (weight.papers for each in architectures for weight in each.weights)
    of_architectures = (each.papers for each in architectures)
    titles: dict[str, str] = {}
    for paper in chain.from_iterable(chain(modules, of_weights, of_architectures)):
        if paper.arxiv_id and paper.title:
            titles.setdefault(paper.arxiv_id, paper.title)
    return titles


def _arxiv_id(value: object) -> str:
    if not isinstance(value, str) or not re.fullmatch(_ARXIV_ID, value):
        raise WrongKindError("an arXiv identifier such as 2104.06399")
    return value


def _size(value: object) -> Size:
    if not isinstance(value, list) or len(value) != 3:
        raise WrongKindError("channels, height and width")
    channels, height, width = map(json_lines.positive, value)
    return channels, height, width


def _mapping(value: object) -> dict[str, object]:
    if not isinstance(value, dict):
        raise WrongKindError("an object")
    return value
