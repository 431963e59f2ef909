"""timm's registry as facts, one JSON object a line, made from the timm that is installed.

The bundled ``data/timm-registry.jsonl`` is a snapshot; ``ingest.sources.timm`` reads it. Lines come
in this order, each kind sorted by name, and the first key names the kind:

    schema_version   once: the version of timm, how many lines of each kind follow, the source and
                     its licence, and ``defaults``: what a weight has where its line says nothing
    module           a source module of timm and the papers that its docstring links
    architecture     module, exact parameter count, default tag, papers, and its pretrained weights
    deprecated       a name that timm still takes, and the ``arch`` or ``arch.tag`` it stands for

Keys without a value are left out. Facts of a weight keep timm's own names (``PretrainedCfg``).
Only this module's functions need timm and torch; importing it needs neither.
"""

from __future__ import annotations

import dataclasses
import inspect
import json
import re
import sys
import warnings
from collections.abc import Iterator
from typing import Any

SCHEMA_VERSION = 1
SOURCE = "https://github.com/huggingface/pytorch-image-models"
SOURCE_LICENCE = "Apache-2.0"

WEIGHT_DEFAULTS = (
    "num_classes",
    "input_size",
    "fixed_input_size",
    "interpolation",
    "crop_pct",
    "crop_mode",
    "mean",
    "std",
)
"""Facts every weight has: written only where they differ from timm's own default."""

WEIGHT_FACTS = (
    "hf_hub_id",
    "license",
    "num_classes",
    "input_size",
    "test_input_size",
    "min_input_size",
    "fixed_input_size",
    "crop_pct",
    "test_crop_pct",
    "crop_mode",
    "interpolation",
    "mean",
    "std",
    "origin_url",
    "paper_name",
)

_PAPER_URL = re.compile(
    r"https?://(?:arxiv\.org|openreview\.net|doi\.org|proceedings\.neurips\.cc)/[^\s<>)}`'\"]+"
)
_ARXIV_ID = re.compile(r"(?:arxiv\.org/(?:abs|pdf)/|arXiv:)(\d{4}\.\d{4,5})")
# `Title` - URL, 'Title' - URL or "Title" <URL>, the URL possibly on the next line.
_TITLE_BEFORE_URL = re.compile(r"""(?:`"?|['"])([^`"\n]+?)(?:"|'|`)\s*(?:-\s+|<)$""")


def snapshot_lines() -> Iterator[str]:
    """The lines of a snapshot as text, without their line ends."""
    for record in build_snapshot():
        yield json.dumps(record, ensure_ascii=False, separators=(",", ":"))


def build_snapshot() -> Iterator[dict[str, Any]]:
    """The records of a snapshot in order; takes minutes, since every architecture is built.

    Raises:
        ImportError: timm or torch is not installed.
    """
    import timm
    from timm.models import get_deprecated_models, list_modules, model_entrypoint

    names = sorted(timm.list_models())
    entry_points = {name: model_entrypoint(name) for name in names}
    modules = sorted({entry_point.__module__ for entry_point in entry_points.values()})
    deprecated = sorted(
        (old, module, current)
        for module in list_modules()
        for old, current in get_deprecated_models(module).items()
    )
    yield {
        "schema_version": SCHEMA_VERSION,
        "timm": timm.__version__,
        "source": SOURCE,
        "licence": SOURCE_LICENCE,
        "modules": len(modules),
        "architectures": len(names),
        "weights": sum(len(_weights(name)) for name in names),
        "deprecated": len(deprecated),
        "defaults": _weight_defaults(),
    }
    for module in modules:
        yield _compact(
            module=_short_name(module), papers=paper_links(sys.modules[module].__doc__ or "")
        )
    for name in names:
        yield _architecture(name, entry_points[name])
    for old, module, current in deprecated:
        yield _compact(deprecated=old, module=module, current=current)


def paper_links(docstring: str) -> list[dict[str, str]]:
    """The papers that a docstring links, in order, each once: ``arxiv`` or ``url``, and ``title``.

    A link to arXiv is told by its identifier, without the version. A title is one that stands in
    quotes directly before a link to the paper. Links to code or weights are not papers.
    """
    text = inspect.cleandoc(docstring)
    papers: dict[str, dict[str, str]] = {}
    for match in _PAPER_URL.finditer(text):
        url = match.group().rstrip(".,")
        paper = papers.setdefault(_arxiv_id(url) or url, _paper(url))
        title = _TITLE_BEFORE_URL.search(text, 0, match.start())
        if title and "title" not in paper:
            paper["title"] = title.group(1)
    return list(papers.values())


def _architecture(name: str, entry_point: Any) -> dict[str, Any]:
    from timm.models import get_pretrained_cfg

    parameters, num_classes = _construction(name)
    return _compact(
        architecture=name,
        module=_short_name(entry_point.__module__),
        parameters=parameters,
        num_classes=num_classes,
        default_tag=get_pretrained_cfg(name).tag,
        paper_ids=_architecture_paper_ids(name),
        papers=paper_links(entry_point.__doc__ or ""),
        weights=_weights(name),
    )


def _construction(name: str) -> tuple[int, int]:
    """The parameter count of the architecture as timm builds it by default, and its classes.

    Built on torch's meta device: shapes without storage, no download.
    """
    import timm
    import torch

    with torch.device("meta"), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        model = timm.create_model(name, pretrained=False)
    return sum(parameter.numel() for parameter in model.parameters()), model.num_classes


def _weights(name: str) -> list[dict[str, Any]]:
    """The pretrained weights of an architecture, by tag; a tag without weights is left out."""
    from timm.models import get_arch_pretrained_cfgs

    cfgs = sorted(get_arch_pretrained_cfgs(name).values(), key=lambda cfg: cfg.tag or "")
    return [_weight(cfg) for cfg in cfgs if cfg.has_weights]


def _weight(cfg: Any) -> dict[str, Any]:
    defaults = _weight_defaults()
    facts = {fact: getattr(cfg, fact) for fact in WEIGHT_FACTS}
    return {"tag": cfg.tag or None} | _compact(
        **{
            fact: value
            for fact, value in facts.items()
            if fact not in defaults or value != defaults[fact]
        },
        url=None if cfg.hf_hub_id else cfg.url,
        paper_ids=_paper_ids(cfg),
    )


def _weight_defaults() -> dict[str, Any]:
    from timm.models import PretrainedCfg

    return {
        field.name: field.default
        for field in dataclasses.fields(PretrainedCfg)
        if field.name in WEIGHT_DEFAULTS
    }


def _architecture_paper_ids(name: str) -> list[str]:
    """The ``paper_ids`` that every configuration of the architecture carries.

    One that only some carry is the paper of a training recipe, as in ``resnet50.a1_in1k``.
    """
    from timm.models import get_arch_pretrained_cfgs

    of_cfgs = [set(_paper_ids(cfg)) for cfg in get_arch_pretrained_cfgs(name).values()]
    return sorted(set.intersection(*of_cfgs)) if of_cfgs else []


def _paper_ids(cfg: Any) -> list[str]:
    return [cfg.paper_ids] if isinstance(cfg.paper_ids, str) else list(cfg.paper_ids or ())


def _paper(url: str) -> dict[str, str]:
    arxiv_id = _arxiv_id(url)
    return {"arxiv": arxiv_id} if arxiv_id else {"url": url}


def _arxiv_id(link: str) -> str | None:
    match = _ARXIV_ID.search(link)
    return match.group(1) if match else None


def _short_name(module: str) -> str:
    return module.rpartition(".")[2]


def _compact(**facts: Any) -> dict[str, Any]:
    """The facts that have a value; 0 and False are values, None and an empty list are not."""
    return {key: value for key, value in facts.items() if value not in (None, [], ())}
