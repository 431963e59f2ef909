"""Blocks of notes sorted into headings, entries and what belongs to neither."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from ingest.sources.notes.dates import years_in
from ingest.sources.notes.markdown import Block, BlockLine
from ingest.sources.notes.names import hub_name, whole_name
from ingest.sources.notes.records import Finding, NoteHeading, Span, plain_text

_PARAGRAPH_LEVEL = 7
"""A title in a paragraph ranks below every heading, so that any heading ends its entry."""

_NO_TITLES = frozenset(
    {"abstract", "blog", "code", "demo", "docs", "github", "homepage", "link", "note", "paper"}
    | {"project", "reference", "weights", "논문", "링크", "블로그", "참고", "참조", "코드"}
)
"""Bold words that people set in a line of their own under an entry."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Section:
    """An entry before its text is understood: its title's line and the blocks below it."""

    year: int | None
    title: str
    link: str | None
    line: BlockLine
    level: int
    blocks: list[Block] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True, slots=True)
class Sections:
    """Everything in a file, each block once."""

    headings: list[NoteHeading] = field(default_factory=list)
    preamble: list[Block] = field(default_factory=list)
    loose: list[Block] = field(default_factory=list)
    entries: list[Section] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def read_sections(blocks: Iterable[Block]) -> Sections:
    """Headings, entries with the year of the heading above them, preamble and loose blocks.

    A year holds until the next heading of the same or a higher rank. An entry ends at the next
    heading of the same or a higher rank too, or at the next title.
    """
    sections = Sections()
    year: int | None = None
    year_level = 0
    entry: Section | None = None
    outside = sections.preamble
    for block, title in _with_titles(blocks):
        first = block.lines[0]
        if title is not None:
            level = block.level or _PARAGRAPH_LEVEL
            name = title.text.strip()
            entry = Section(year=year, title=name, link=title.url or None, line=first, level=level)
            sections.entries.append(entry)
            if year is None:
                text = f"{name}: no heading of a year above it, so the entry has no year"
                sections.findings.append(
                    Finding(code="note_year_missing", line=first.number, text=text)
                )
            continue
        if block.kind == "heading" and (entry is None or block.level <= entry.level):
            entry = None
            heading = _heading(block)
            sections.headings.append(heading)
            if heading.year is not None:
                year, year_level, outside = heading.year, heading.level, sections.loose
            elif heading.level <= year_level:
                year = None
        elif entry:
            entry.blocks.append(block)
        else:
            outside.append(block)
            if outside is sections.loose:
                text = f"{plain_text(first.spans)!r} stands below no entry, so it is told of none"
                sections.findings.append(
                    Finding(code="note_outside_entry", line=first.number, text=text)
                )
    return sections


def _heading(block: Block) -> NoteHeading:
    title = plain_text(block.lines[0].spans)
    years = years_in(title)
    # `2020-2021` says of no entry below it which year is meant.
    year = years[0] if len(years) == 1 else None
    return NoteHeading(year=year, title=title, level=block.level, line=block.lines[0].number)


def _with_titles(blocks: Iterable[Block]) -> Iterator[tuple[Block, Span | None]]:
    """The blocks, each title's line as a block of its own beside the title's span.

    Markdown takes a line that follows a title or a bullet without a blank line for more of the same
    paragraph, but a title there still opens an entry, unless it is indented below a bullet.
    """
    for block in blocks:
        lines: list[BlockLine] = []
        rest = block
        for line in block.lines:
            title = _title(line.spans, is_heading=block.kind == "heading")
            is_nested = line.raw[:1].isspace() and (block.kind == "bullet" or block.depth > 0)
            if is_nested or (block.kind == "bullet" and line is block.lines[0]) or "\n" in line.raw:
                title = None
            if title is None:
                lines.append(line)
                continue
            if lines:
                yield replace(rest, lines=tuple(lines)), None
            yield replace(block, lines=(line,)), title
            lines = []
            rest = Block(kind="paragraph", depth=0, lines=())
        if lines:
            yield replace(rest, lines=tuple(lines)), None


def _title(spans: tuple[Span, ...], *, is_heading: bool) -> Span | None:
    """The span that makes a line an entry's title, or None if it is none.

    A title is a link to one of timm's weights, a bold link (wherever it leads), a bold model name
    with nothing after it, or a bare `timm/name`.
    """
    first, *more = [span for span in spans if span.text.strip()] or [Span(text="")]
    text = first.text.strip()
    is_alone = not more
    if text.lower() in _NO_TITLES or not any(char.isalpha() for char in text):
        return None
    is_timm = hub_name(first.url) is not None or (text.startswith("timm/") and " " not in text)
    is_year = is_heading and bool(years_in(text))
    is_bold_title = first.is_bold and (first.url is not None or (is_alone and whole_name(text)))
    return first if is_timm or (is_bold_title and not is_year) else None
