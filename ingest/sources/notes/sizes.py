"""Input sizes as notes write them: `224 x 224`, `train 192x192, test 256x256`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

Purpose = Literal["any", "train", "test"]

_SIDE = r"[1-9]\d{1,3}(?![\d.]*\d)"
_PART = re.compile(
    r"(?P<train>train(?:ing|ed)?|학습|훈련)"
    r"|(?P<test>test(?:ing|ed)?|eval(?:uation)?|val(?:idation)?|inference|테스트|평가|추론)"
    rf"|(?P<size>(?:3\s*[x×*]\s*)?(?P<height>{_SIDE})\s*[x×*]\s*(?P<width>{_SIDE})(?:\s*[x×*]\s*3)?)"
    rf"|(?P<one>{_SIDE})"
    r"|(?:px|pixels|픽셀|and|및|[\s,;/:=()|&+])+",
    re.IGNORECASE,
)
_TOPIC = re.compile(
    r"(?:이미지|입력|영상)\s*(?:이미지\s*)?(?:사이즈|크기|해상도)|해상도"
    r"|(?P<purpose>train(?:ing)?\s+|test\s+)?"
    r"(?:(?:input|image|img)[\s_-]+)*(?:sizes?|resolutions?)(?![a-z])",
    re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Size:
    """Height and width in pixels, what for, and the words that say so."""

    purpose: Purpose
    height: int
    width: int
    written: str


def read_sizes(text: str) -> tuple[Size, ...]:
    """The input sizes that a text states; none if it is not about them.

    A text is about input sizes if it opens with words such as `이미지 사이즈` or `image size` and a
    size follows, or if it holds nothing but sizes and purposes. After such words one number for
    both sides is a size too: `image size: 224`.
    """
    text = unicodedata.normalize("NFKC", text).strip()
    topic = _TOPIC.match(text)
    if topic:
        text = (topic["purpose"] or "") + text[topic.end() :]
    parts: list[re.Match[str]] = []
    end = 0
    while end < len(text) and (part := _PART.match(text, end)):
        parts.append(part)
        end = part.end()
    is_whole = end == len(text)
    if not topic and not is_whole:
        return ()
    return _sizes(parts, with_one_number=topic is not None and is_whole)


def _sizes(parts: Sequence[re.Match[str]], *, with_one_number: bool) -> tuple[Size, ...]:
    """The sizes, each with the purpose before it, or after it where the sizes come first."""
    sizes: list[Size] = []
    purpose: Purpose = "any"
    is_size_first = False
    waiting = 0
    for part in parts:
        if part["train"] or part["test"]:
            purpose = "train" if part["train"] else "test"
            if is_size_first:
                sizes[waiting:] = [replace(size, purpose=purpose) for size in sizes[waiting:]]
                waiting, purpose = len(sizes), "any"
        elif part["size"] or (part["one"] and with_one_number):
            height, width = part["height"] or part["one"], part["width"] or part["one"]
            sizes.append(
                Size(purpose=purpose, height=int(height), width=int(width), written=part[0])
            )
            is_size_first = is_size_first or purpose == "any"
    return tuple(sizes)
