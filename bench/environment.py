"""The environment of a run, and which models and devices there are: asked of torch and timm."""

from __future__ import annotations

import importlib.metadata
import importlib.util
from collections.abc import Sequence
from typing import Any

from bench import nvidia
from bench.host import describe_host
from bench.precision import unsupported


def describe(torch: Any, device: str) -> dict[str, Any]:
    """Device, host and software, as they stand in the opening line of a run."""
    return {
        "device": _describe_device(torch, device),
        "host": describe_host(),
        "software": {
            "torch": torch.__version__,
            "timm": importlib.metadata.version("timm"),
            "cuda": torch.version.cuda if device != "cpu" else None,
            "cudnn": _cudnn(torch) if device != "cpu" else None,
            "threads": torch.get_num_threads(),
        },
        "optional": {name: _installed(name) for name in ("rich", "nvidia-ml-py")},
        "unsupported_precisions": unsupported(torch, device),
    }


def choose_device(torch: Any, asked: str) -> str:
    """The device of ``auto``, ``cpu``, ``cuda`` or ``cuda:N``.

    Raises:
        ValueError: there is no such device.
    """
    count = torch.cuda.device_count()
    if asked == "auto":
        return "cuda:0" if count else "cpu"
    if asked == "cpu":
        return "cpu"
    kind, _, number = asked.partition(":")
    if kind == "cuda" and (number or "0").isdigit() and int(number or 0) < count:
        return f"cuda:{number or 0}"
    there = ", ".join(["cpu", *(f"cuda:{at}" for at in range(count))])
    raise ValueError(f"no device {asked!r}: this machine has {there}")


def find_models(
    patterns: Sequence[str], excluded: Sequence[str], img_size: int | None
) -> list[tuple[str, int]]:
    """(name, image size) of the timm models that match a pattern and no excluded one, by name.

    Args:
        patterns: names or patterns with ``*``.
        excluded: patterns of models to leave out.
        img_size: pixels, None for each model's own.

    Raises:
        ValueError: a pattern matches nothing.
    """
    import timm

    found: set[str] = set()
    for pattern in patterns:
        matching = timm.list_models(pattern)
        if not matching:
            raise ValueError(f"timm {timm.__version__} has no model {pattern!r}")
        found.update(matching)
    for pattern in excluded:
        found.difference_update(timm.list_models(pattern))
    return [(name, img_size or _own_size(timm, name)) for name in sorted(found)]


def _own_size(timm: Any, name: str) -> int:
    described = timm.get_pretrained_cfg(name)
    return int(described.input_size[-1]) if described is not None else 224


def _describe_device(torch: Any, device: str) -> dict[str, Any]:
    if device == "cpu":
        host = describe_host()
        return {"kind": "cpu", "name": host["cpu_model"], "count": 1, "memory_mib": None}
    properties = torch.cuda.get_device_properties(device)
    found = nvidia.find_device(str(properties.uuid))
    described = {
        "kind": "cuda",
        "name": properties.name,
        "count": 1,
        "memory_mib": properties.total_memory // 2**20,
        "uuid": str(properties.uuid),
        "is_nvml_available": found is not None,
    }
    return described | (nvidia.describe_device(found) if found else {})


def _cudnn(torch: Any) -> str | None:
    version = torch.backends.cudnn.version()
    return None if version is None else str(version)


def _installed(distribution: str) -> str | None:
    try:
        return importlib.metadata.version(distribution)
    except importlib.metadata.PackageNotFoundError:
        return None
