"""Number formats of the computation: which a device supports, and how torch is brought to them."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from typing import Any

from bench.cases import PRECISIONS

#: Parameters and input are converted to these types; the others stay float32.
CONVERTED = {"fp16": "float16", "bf16": "bfloat16"}
#: torch.autocast computes in these types.
AUTOCAST = {"amp": "float16", "amp_bf16": "bfloat16"}


def unsupported(torch: Any, device: str) -> dict[str, str]:
    """The precisions that a device cannot do, and why."""
    if device == "cpu":
        return {"tf32": "tf32 exists on NVIDIA GPUs from Ampere on, not on a CPU"}
    capability = torch.cuda.get_device_capability(device)
    if capability >= (8, 0):
        return {}
    older = f"needs compute capability 8.0, this device has {capability[0]}.{capability[1]}"
    return {name: older for name in PRECISIONS if name == "tf32" or name.endswith("bf16")}


def set_float32_products(torch: Any, precision: str) -> None:
    """Compute float32 products exactly, or in TF32 where ``precision`` is ``tf32``."""
    is_tf32 = precision == "tf32"
    torch.set_float32_matmul_precision("high" if is_tf32 else "highest")
    torch.backends.cudnn.allow_tf32 = is_tf32


def autocast(torch: Any, precision: str, device: str) -> AbstractContextManager[Any]:
    """The context that a step runs in."""
    if precision not in AUTOCAST:
        return nullcontext()
    context: AbstractContextManager[Any] = torch.autocast(
        device.partition(":")[0], dtype=getattr(torch, AUTOCAST[precision])
    )
    return context
