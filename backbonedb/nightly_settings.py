"""``nightly.toml``: what the nightly job measures."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from bench.cases import LAYOUTS, PRECISIONS, TASKS, parse_compile
from bench.errors import BenchError
from db.errors import InputError


@dataclass(frozen=True, kw_only=True, slots=True)
class NightlySettings:
    """What is measured; every value can be left out.

    Attributes:
        device: ``auto``, ``cpu``, ``cuda`` or ``cuda:N``.
        models: names or patterns of the models that may be measured.
        exclude: patterns of models to leave out.
        watch: models measured every night, whether they are among ``models`` or not.
        batch_sizes: images a step.
        task: ``infer`` or ``train``.
        precision: one of ``bench.cases.PRECISIONS``.
        layout: ``nchw`` or ``nhwc``.
        compile: ``off`` or ``inductor``.
        compile_mode: of the compiler.
        control: model measured at start, middle and end, None for none.
        machine: name of the machine.
        timeout_s: of one measurement.
        time_scale: factor on the protocol's durations.
        samples_nights: nights for which single step times are kept.
    """

    device: str = "auto"
    models: tuple[str, ...] = ("*",)
    exclude: tuple[str, ...] = ()
    watch: tuple[str, ...] = ()
    batch_sizes: tuple[int, ...] = (1,)
    task: str = "infer"
    precision: str = "fp32"
    layout: str = "nchw"
    compile: str = "off"
    compile_mode: str | None = None
    control: str | None = "resnet18"
    machine: str | None = None
    timeout_s: float = 600.0
    time_scale: float = 1.0
    samples_nights: int = 90


_CHOICES = {"task": TASKS, "precision": PRECISIONS, "layout": LAYOUTS}
_LISTS = ("models", "exclude", "watch")
_TEXTS = ("device", "machine", "control", "compile")
_NUMBERS = ("timeout_s", "time_scale")


def read_settings(path: Path | None, **changes: Any) -> NightlySettings:
    """Settings of a file, or the defaults, with ``changes`` over them.

    Raises:
        InputError: the file cannot be read, or says something unknown.
    """
    values: dict[str, Any] = {}
    if path is not None:
        try:
            values = tomllib.loads(path.read_text(encoding="utf-8"))
        except OSError as error:
            raise InputError(str(path), f"cannot be read: {error.strerror}") from error
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise InputError(str(path), f"no TOML: {error}") from error
        values = {name: _checked(path, name, value) for name, value in values.items()}
    values |= {name: value for name, value in changes.items() if value is not None}
    if "compile" in values:
        try:
            values["compile"], values["compile_mode"] = parse_compile(values["compile"])
        except BenchError as error:
            raise InputError(str(path), str(error), column="compile") from error
    if values.get("control") == "off":
        values["control"] = None
    return NightlySettings(**values)


def _checked(path: Path, name: str, value: Any) -> Any:
    known = [field.name for field in fields(NightlySettings) if field.name != "compile_mode"]
    if name not in known:
        raise InputError(str(path), f"is not known; known are {', '.join(known)}", column=name)
    expected = None
    if name in _CHOICES and value not in _CHOICES[name]:
        expected = f"one of {', '.join(_CHOICES[name])}"
    elif name in _LISTS and not _is_list_of(value, str):
        expected = "a list of names"
    elif name == "batch_sizes" and not (_is_list_of(value, int) and value and min(value) > 0):
        expected = "a list of counts"
    elif name in _NUMBERS and not (isinstance(value, int | float) and value > 0):
        expected = "a number above 0"
    elif name in _TEXTS and not (isinstance(value, str) and value):
        expected = "a text"
    elif name == "samples_nights" and not (type(value) is int and value >= 0):
        expected = "a count"
    if expected is not None:
        raise InputError(str(path), f"expected {expected}, found {value!r}", column=name)
    return tuple(value) if isinstance(value, list) else value


def _is_list_of(value: Any, kind: type) -> bool:
    return isinstance(value, list) and all(type(item) is kind for item in value)
