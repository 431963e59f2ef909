"""What is measured: the settings of a run, and the cases of its plan."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bench.errors import BenchError

TASKS = ("infer", "train")
PRECISIONS = ("fp32", "tf32", "fp16", "bf16", "amp", "amp_bf16")
LAYOUTS = ("nchw", "nhwc")
COMPILE_MODES = ("default", "reduce-overhead", "max-autotune", "max-autotune-no-cudagraphs")


@dataclass(frozen=True, kw_only=True, slots=True)
class Settings:
    """What all measurements of a run share.

    Attributes:
        device: ``cpu``, or ``cuda:0``, ``cuda:1``, ...
        task: ``infer`` (forward) or ``train`` (forward, backward, optimiser step).
        precision: one of ``PRECISIONS``.
        layout: ``nchw`` or ``nhwc`` (channels last).
        compile: ``off`` or ``inductor``.
        compile_mode: one of ``COMPILE_MODES``, None where ``compile`` is off.
        threads: threads of torch on a CPU, None for its own choice.
    """

    device: str
    task: str = "infer"
    precision: str = "fp32"
    layout: str = "nchw"
    compile: str = "off"
    compile_mode: str | None = None
    threads: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Case:
    """One model at one size and batch size.

    Attributes:
        model: name of a timm architecture.
        img_size: height and width of the input, pixels.
        batch_size: images a step, None for the largest that fits.
        repeat: 1, or the how-manieth measurement of the same in one run.
    """

    model: str
    img_size: int
    batch_size: int | None
    repeat: int = 1

    def __str__(self) -> str:
        batch = "max" if self.batch_size is None else self.batch_size
        again = f" (repeat {self.repeat})" if self.repeat > 1 else ""
        return f"{self.model} {self.img_size} px, batch {batch}{again}"


def parse_compile(written: str) -> tuple[str, str | None]:
    """``off``, ``inductor`` or ``inductor:MODE`` as (compile, mode).

    Raises:
        BenchError: another compiler or mode.
    """
    compiler, _, mode = written.partition(":")
    if compiler == "off" and not mode:
        return "off", None
    if compiler == "inductor" and (mode or "default") in COMPILE_MODES:
        return "inductor", mode or "default"
    raise BenchError(
        f"--compile {written}: use off, inductor or inductor:MODE ({', '.join(COMPILE_MODES)})"
    )


def parse_batch_sizes(written: str) -> tuple[int | None, ...]:
    """``1,32,max`` as numbers, None for ``max``.

    Raises:
        BenchError: not a list of positive whole numbers and ``max``.
    """
    sizes: list[int | None] = []
    for part in written.split(","):
        if part == "max":
            sizes.append(None)
        elif part.isascii() and part.isdigit() and int(part) > 0:
            sizes.append(int(part))
        else:
            raise BenchError(f"--batch-sizes {written}: {part!r} is neither a count nor max")
    return tuple(dict.fromkeys(sizes))


def parse_shard(written: str) -> tuple[int, int]:
    """``3/8`` as (3, 8): the third of eight parts.

    Raises:
        BenchError: not of this form, or not within it.
    """
    part, _, parts = written.partition("/")
    if part.isdigit() and parts.isdigit() and 1 <= int(part) <= int(parts):
        return int(part), int(parts)
    raise BenchError(f"--shard {written}: use PART/PARTS, such as 3/8")


def expand(
    models: Iterable[tuple[str, int]],
    batch_sizes: Sequence[int | None],
    *,
    seed: int = 0,
    shard: tuple[int, int] = (1, 1),
) -> list[Case]:
    """The cases of a plan, in an order that ``seed`` fixes.

    The order is shuffled, so that a machine that warms up or slows down through the night does not
    put one family at a disadvantage. The shards of one seed are disjoint and together complete.

    Args:
        models: (name, image size) of each model.
        batch_sizes: see ``Case``.
        seed: of the order.
        shard: (part, parts), 1-based.
    """
    cases = [
        Case(model=model, img_size=img_size, batch_size=batch_size)
        for model, img_size in models
        for batch_size in batch_sizes
    ]
    random.Random(seed).shuffle(cases)  # noqa: S311 - an order, not a secret
    part, parts = shard
    return cases[part - 1 :: parts]
