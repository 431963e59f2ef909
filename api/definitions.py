"""Strawberry types made from declarations instead of annotated classes.

``strawberry.type`` needs a class and makes a dataclass of it; for types that are derived from the
registry the definition that it would attach is attached directly, which also takes a tenth of the
time. Strawberry names this way for integrations that bring their own definitions.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import Any, Optional

import strawberry
from strawberry.annotation import StrawberryAnnotation
from strawberry.schema_directives import OneOf
from strawberry.types.arguments import StrawberryArgument
from strawberry.types.base import StrawberryObjectDefinition
from strawberry.types.field import StrawberryField


def define(
    name: str, description: str, *, is_input: bool = False, is_one_of: bool = False
) -> type[Any]:
    """A type without fields yet, so that types can refer to each other."""
    cls: Any = type(name, (), {"__doc__": description})
    cls.__strawberry_definition__ = StrawberryObjectDefinition(
        name=name,
        is_input=is_input,
        is_interface=False,
        origin=cls,
        description=description,
        interfaces=[],
        extend=False,
        directives=(OneOf(),) if is_one_of else (),
        is_type_of=None,
        resolve_type=None,
        fields=[],
    )
    return cls  # type: ignore[no-any-return] # a class made by type()


def add_field(
    cls: Any,
    name: str,
    annotation: Any,
    description: str,
    *,
    arguments: Iterable[StrawberryArgument] = (),
    deprecation: str | None = None,
    is_required: bool = False,
) -> None:
    """Give a type that ``define`` made one more field; ``is_required``: inputs must have it."""
    definition = cls.__strawberry_definition__
    default = {"default": strawberry.UNSET} if definition.is_input and not is_required else {}
    field = StrawberryField(
        python_name=name,
        graphql_name=name,
        type_annotation=StrawberryAnnotation(annotation),
        description=sentence(description),
        deprecation_reason=deprecation,
        **default,
    )
    found = list(arguments)
    if found:
        field.arguments = found
    definition.fields.append(field)


def argument(name: str, annotation: Any, description: str) -> StrawberryArgument:
    """An argument; it is optional if the annotation is."""
    return StrawberryArgument(
        python_name=name,
        graphql_name=name,
        type_annotation=StrawberryAnnotation(annotation),
        description=sentence(description),
    )


def enum(name: str, description: str, values: dict[str, str]) -> Any:
    """An enum; ``values``: name to description. Its Python values are the names."""
    members = Enum(name, {value: value for value in values})  # type: ignore[misc] # made from data
    definition = strawberry.enum(members, description=description)
    for value in definition.__strawberry_definition__.values:  # type: ignore[attr-defined] # strawberry adds it
        value.description = values[value.name]
    return definition


def optional(annotation: Any) -> Any:
    """The annotation or null."""
    return Optional[annotation]  # noqa: UP045 - `|` needs a type on its left, this may be a NewType


def list_of(annotation: Any) -> Any:
    """A list of the annotation."""
    return list[annotation]


def sentence(text: str) -> str:
    """The text with a capital letter and a full stop, as descriptions are written."""
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "?", "!")) else f"{text}."
