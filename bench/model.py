"""Build a timm model and the step that is timed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bench.cases import Settings
from bench.precision import CONVERTED, autocast, set_float32_products

LEARNING_RATE = 1e-3


@dataclass(frozen=True, kw_only=True, slots=True)
class Built:
    """A model that is ready to be timed.

    Attributes:
        model: not compiled.
        parameter_count: exact.
        step: does the work of one batch and returns the output.
        one_image: a batch of one, in the model's number format.
    """

    model: Any
    parameter_count: int
    step: Callable[[], Any]
    one_image: Any


def build(torch: Any, name: str, img_size: int, batch_size: int, settings: Settings) -> Built:
    """Make the model with random weights (speed does not depend on them) and its step."""
    torch.manual_seed(0)
    if settings.threads is not None:
        torch.set_num_threads(settings.threads)
    set_float32_products(torch, settings.precision)
    model = create(name, img_size)
    dtype = getattr(torch, CONVERTED.get(settings.precision, "float32"))
    layout = torch.channels_last if settings.layout == "nhwc" else torch.contiguous_format
    model = model.to(device=settings.device, dtype=dtype, memory_format=layout)
    model.train(settings.task == "train")
    channels = model.pretrained_cfg["input_size"][0]
    images = torch.randn(batch_size, channels, img_size, img_size)
    images = images.to(device=settings.device, dtype=dtype, memory_format=layout)
    run = model
    if settings.compile == "inductor":
        mode = None if settings.compile_mode == "default" else settings.compile_mode
        run = torch.compile(model, mode=mode)
    make = _training if settings.task == "train" else _inference
    return Built(
        model=model,
        parameter_count=sum(parameter.numel() for parameter in model.parameters()),
        step=make(torch, run, images, settings),
        one_image=images[:1],
    )


def create(name: str, img_size: int) -> Any:
    """A timm model for images of ``img_size``, told so if it is not its own size."""
    import timm

    own_size = timm.get_pretrained_cfg(name)
    if own_size is not None and own_size.input_size[-1] != img_size:
        try:
            return timm.create_model(name, img_size=img_size)
        except TypeError:  # convolutions take images of any size and no such argument
            pass
    return timm.create_model(name)


def _inference(torch: Any, run: Any, images: Any, settings: Settings) -> Callable[[], Any]:
    def step() -> Any:
        with torch.inference_mode(), autocast(torch, settings.precision, settings.device):
            return run(images)

    return step


def _training(torch: Any, run: Any, images: Any, settings: Settings) -> Callable[[], Any]:
    optimiser = torch.optim.SGD(run.parameters(), lr=LEARNING_RATE)
    classes = run.num_classes
    targets = torch.randint(classes, (images.shape[0],), device=settings.device)

    def step() -> Any:
        optimiser.zero_grad(set_to_none=True)
        with autocast(torch, settings.precision, settings.device):
            output = run(images)
            loss = torch.nn.functional.cross_entropy(output, targets)
        loss.backward()
        optimiser.step()
        return output

    return step
