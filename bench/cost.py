"""What one image costs a model: multiply-accumulates, activations, parameters."""

from __future__ import annotations

from typing import Any

#: Name of the counter, for the record: torch's own for products, and for activations the elements
#: that convolutions and matrix products give, as fvcore counts them.
COUNTER = "torch.utils.flop_counter"


def count_cost(torch: Any, model: Any, image: Any) -> dict[str, float]:
    """``gmacs`` (thousand millions) and ``macts`` (millions) of one image.

    Args:
        torch: the module.
        model: not compiled; on the device of ``image``.
        image: a batch of one.
    """
    from torch.utils._python_dispatch import TorchDispatchMode
    from torch.utils.flop_counter import FlopCounterMode

    class ActivationCounter(TorchDispatchMode):  # type: ignore[misc]  # untyped base class
        """Counts the elements of what products and convolutions give."""

        element_count = 0

        def __torch_dispatch__(
            self, operator: Any, types: Any, args: Any = (), kwargs: Any = None
        ) -> Any:
            result = operator(*args, **(kwargs or {}))
            name = operator.overloadpacket.__name__
            if name in {"convolution", "_convolution", "mm", "addmm", "bmm", "baddbmm"}:
                self.element_count += result.numel()
            return result

    flops = FlopCounterMode(display=False)
    activations = ActivationCounter()
    # Not inference_mode: under it products arrive whole and go uncounted.
    with torch.no_grad(), flops, activations:
        model(image)
    return {
        "gmacs": flops.get_total_flops() / 2 / 1e9,
        "macts": activations.element_count / 1e6,
    }
