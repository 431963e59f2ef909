"""The environment that a benchmark file's name states: ``infer-amp-nchw-pt291-cu128-rtx4090``."""

from __future__ import annotations

import re
from dataclasses import dataclass

#: Precisions as file names write them.
_PRECISIONS = {
    "amp_bf16": "amp_bf16",
    "amp": "amp",
    "fp32": "fp32",
    "float32": "fp32",
    "tf32": "tf32",
    "fp16": "fp16",
    "float16": "fp16",
    "bf16": "bf16",
    "bfloat16": "bf16",
}
_NAME = re.compile(
    r"benchmark-(?P<task>infer|train)"
    rf"-(?P<precision>{'|'.join(_PRECISIONS)})"
    r"-(?P<layout>nchw|nhwc)"
    r"(?:-pt(?P<torch>[0-9]{3,4}))?"
    r"(?:-cu(?P<cuda>[0-9]{3}))?"
    r"(?:-(?P<kind>cpu))?"
    r"-(?P<device>[a-z0-9_]+)"
    r"(?P<compile>-dynamo)?"
)
#: The form of 2021, before the software stood in the name and when a file held inference only.
_OLD_NAME = re.compile(
    rf"model_benchmark_(?P<precision>{'|'.join(_PRECISIONS)})_(?P<layout>nchw|nhwc)"
    r"_(?P<device>[a-z0-9]+)"
)


@dataclass(frozen=True, kw_only=True, slots=True)
class RunIdentity:
    """Settings and environment of a benchmark file, in their present spelling.

    Attributes:
        task: ``infer`` or ``train``.
        precision: one of db.speed.PRECISIONS.
        layout: ``nchw`` or ``nhwc``.
        compile: ``off`` or ``inductor``.
        device_key: the accelerator or processor, e.g. ``rtx4090``.
        device_kind: ``cuda`` or ``cpu``.
        torch: PyTorch version, e.g. ``2.9.1``, or None where the name does not say.
        cuda: CUDA version, e.g. ``12.8``, or None.
    """

    task: str
    precision: str
    layout: str
    compile: str
    device_key: str
    device_kind: str
    torch: str | None
    cuda: str | None

    @property
    def environment_slug(self) -> str:
        """Readable, unique name of the environment: ``rtx4090-pt291-cu128``."""
        return "-".join(part for part in (self.device_key, self._torch, self._cuda) if part)

    @property
    def slug(self) -> str:
        """Readable, unique name of the run: ``infer-amp-nchw-pt291-cu128-rtx4090-dynamo``."""
        parts = (
            self.task,
            self.precision,
            self.layout,
            self._torch,
            self._cuda,
            "cpu" if self.device_kind == "cpu" else None,
            self.device_key,
            "dynamo" if self.compile == "inductor" else None,
        )
        return "-".join(part for part in parts if part)

    @property
    def _torch(self) -> str | None:
        return self.torch and "pt" + self.torch.replace(".", "")

    @property
    def _cuda(self) -> str | None:
        return self.cuda and "cu" + self.cuda.replace(".", "")


def parse_run_name(stem: str) -> RunIdentity | None:
    """The run that a file name (without ``.csv``) states; None if it is no benchmark's name."""
    match = _NAME.fullmatch(stem) or _OLD_NAME.fullmatch(stem)
    if match is None:
        return None
    part = match.groupdict()
    torch, cuda, device = part.get("torch"), part.get("cuda"), match["device"]
    return RunIdentity(
        task=part.get("task") or "infer",
        precision=_PRECISIONS[match["precision"]],
        layout=match["layout"],
        compile="inductor" if part.get("compile") else "off",
        device_key=_device(device),
        device_kind="cpu" if part.get("kind") else "cuda",
        torch=torch and _torch_version(torch),
        cuda=cuda and f"{cuda[:-1]}.{cuda[-1]}",
    )


def _device(written: str) -> str:
    """``4090`` and ``rtx4090`` are one device."""
    return f"rtx{written}" if re.fullmatch(r"[2-9]0[5-9]0", written) else written


def _torch_version(digits: str) -> str:
    """``113`` is 1.13 (1.x had no patch in these names); ``291`` is 2.9.1, ``2100`` is 2.10.0."""
    if digits[0] == "1":
        return f"1.{digits[1:]}"
    return f"{digits[0]}.{digits[1:-1]}.{digits[-1]}"
