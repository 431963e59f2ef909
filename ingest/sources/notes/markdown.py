"""Markdown as a flat list of blocks in the order of the file: headings, paragraphs, bullets, code.

Of CommonMark only those four blocks and emphasis, code spans and links are read. HTML, quotes,
rules, underlined headings, tables and link definitions stay text, so no line is ever dropped.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from ingest.sources.notes.outline import EMPTY_BULLET, MAX_DEPTH, outline, split_lines
from ingest.sources.notes.records import Span

_SYNTAX = ("heading", "list", "fence", "newline", "escape", "backticks", "emphasis", "link")
_PARSER = MarkdownIt("zero", {"maxNesting": 4 * MAX_DEPTH}).enable([*_SYNTAX, "autolink"])


@dataclass(frozen=True, kw_only=True, slots=True)
class BlockLine:
    """One line of a block: its number in the file, the line as written, and its spans.

    The last line of a block holds what follows it too where a code span runs over line ends.
    """

    number: int
    raw: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Block:
    """A heading, bullet, paragraph or block of code, without what is nested in it.

    Attributes:
        depth: how many bullets it is nested in; 0 for a heading.
        level: 1 to 6 for a heading, else 0.
        lines: its lines, at least one.
    """

    kind: Literal["heading", "bullet", "paragraph", "code"]
    depth: int
    level: int = 0
    lines: tuple[BlockLine, ...]


def read_blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a Markdown text, in order. Line ends may be LF, CRLF or CR."""
    raw = split_lines(text)
    tree = SyntaxTreeNode(_PARSER.parse("\n".join(outline(raw))))
    return tuple(_blocks(tree.children, raw, depth=0))


def _blocks(nodes: Sequence[SyntaxTreeNode], raw: Sequence[str], *, depth: int) -> Iterator[Block]:
    for node in nodes:
        match node.type:
            case "heading":
                level = int(node.tag.removeprefix("h"))
                yield Block(kind="heading", depth=0, level=level, lines=_lines(node, raw))
            case "paragraph":
                yield Block(kind="paragraph", depth=depth, lines=_lines(node, raw))
            case "fence":
                yield Block(kind="code", depth=depth, lines=_lines(node, raw))
            case "list_item":
                # The outline gives every bullet a text, so its first child is that text.
                own, *nested = node.children
                yield Block(kind="bullet", depth=depth, lines=_lines(own, raw))
                yield from _blocks(nested, raw, depth=depth + 1)
            case _:
                yield from _blocks(node.children, raw, depth=depth)


def _lines(node: SyntaxTreeNode, raw: Sequence[str]) -> tuple[BlockLine, ...]:
    assert node.map is not None, "every block knows its lines"
    first, end = node.map
    if node.type == "fence":
        texts: list[tuple[Span, ...]] = [(Span(text=node.content.rstrip("\n"), is_code=True),)]
    else:
        texts = _span_lines(node.children[0].children)
    starts = [*range(first, first + len(texts)), end]
    return tuple(
        BlockLine(number=start + 1, raw="\n".join(raw[start:following]), spans=spans)
        for (start, following), spans in zip(pairwise(starts), texts, strict=True)
    )


def _span_lines(nodes: Sequence[SyntaxTreeNode]) -> list[tuple[Span, ...]]:
    """The formatted text of each line of a block."""
    lines: list[list[Span]] = [[]]
    for span in _spans(nodes):
        if span is None:
            lines.append([])
        elif span.url is not None or span.text not in ("", EMPTY_BULLET):
            lines[-1].append(span)
    return [tuple(line) for line in lines]


def _spans(nodes: Sequence[SyntaxTreeNode], *, is_bold: bool = False) -> Iterator[Span | None]:
    """Spans in order, None at each end of a line. A link is one span, bold if any of it is."""
    for node in nodes:
        match node.type:
            case "softbreak" | "hardbreak":
                yield None
            case "link":
                inner = list(_spans(node.children, is_bold=is_bold))
                yield Span(
                    text="".join(span.text if span else " " for span in inner),
                    is_bold=any(span.is_bold for span in inner if span),
                    url=str(node.attrs["href"]),
                )
                yield from (None for span in inner if span is None)
            case "strong":
                yield from _spans(node.children, is_bold=True)
            case "em":
                yield from _spans(node.children, is_bold=is_bold)
            case "code_inline":
                yield Span(text=node.content, is_bold=is_bold, is_code=True)
            case _:
                yield Span(text=node.content, is_bold=is_bold)
