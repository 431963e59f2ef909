"""A file of notes, from its text to its entries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from db.errors import InputError
from ingest.sources.notes.dates import read_date
from ingest.sources.notes.markdown import Block, read_blocks
from ingest.sources.notes.names import hub_name, whole_name
from ingest.sources.notes.records import (
    DatedLine,
    Finding,
    ImageSize,
    NoteEntry,
    NoteModel,
    NoteRemark,
    Notes,
    Span,
    links_of,
)
from ingest.sources.notes.relations import read_models, read_papers, read_trainers
from ingest.sources.notes.sections import Section, read_sections
from ingest.sources.notes.sizes import read_sizes


def parse_notes(text: str, *, file: str) -> Notes:
    """The notes that a Markdown text holds.

    Args:
        text: the whole file, decoded.
        file: its name, for messages.

    Raises:
        InputError: no heading names a year.
    """
    sections = read_sections(read_blocks(text))
    if not any(heading.year for heading in sections.headings):
        reason = "no heading names a year; expected one such as '# 2021' above the entries"
        raise InputError(file, reason, line=1)
    findings = list(sections.findings)
    entries = tuple(
        _entry(section, position, findings)
        for position, section in enumerate(sections.entries, start=1)
    )
    return Notes(
        headings=tuple(sections.headings),
        preamble=_remarks(sections.preamble),
        loose=_remarks(sections.loose),
        entries=entries,
        findings=tuple(sorted(findings, key=lambda finding: finding.line)),
    )


def _remarks(blocks: Sequence[Block]) -> tuple[NoteRemark, ...]:
    """The blocks as remarks, each under the nearest earlier bullet that it is nested in."""
    remarks: list[NoteRemark] = []
    above: list[tuple[int, int]] = []  # (depth in Markdown, position) of the bullets still open
    for position, block in enumerate(blocks, start=1):
        above = [(depth, outer) for depth, outer in above if depth < block.depth]
        first, last = block.lines[0], block.lines[-1]
        spans = [span for line in block.lines for span in (Span(text=" "), *line.spans)]
        remarks.append(
            NoteRemark(
                position=position,
                parent_position=above[-1][1] if above else None,
                depth=len(above) + 1,
                kind="bullet" if block.kind == "bullet" else "text",
                line=first.number,
                end_line=last.number + last.raw.count("\n"),
                raw="\n".join(line.raw for line in block.lines),
                spans=tuple(spans[1:]),
            )
        )
        if block.kind == "bullet":
            above.append((block.depth, position))
    return tuple(remarks)


def _entry(section: Section, position: int, findings: list[Finding]) -> NoteEntry:
    """The entry that a section holds; what is odd about it goes into `findings`."""
    remarks = _remarks(section.blocks)
    # An entry's own date and sizes stand in its outermost bullets, whatever their order.
    outermost_first = sorted(remarks, key=lambda remark: remark.depth)
    date = _dated_line(outermost_first, findings)
    if date and section.year and date.year != section.year:
        text = f"{section.title}: dated {date.date}, but stands under the heading of {section.year}"
        findings.append(Finding(code="note_year_differs", line=date.line, text=text))
    links = links_of(section.line.spans)
    subjects = tuple(_subjects(section))
    if not subjects:
        text = f"{section.title}: neither the title nor its link names a model"
        findings.append(Finding(code="note_subject_unknown", line=section.line.number, text=text))
    if len(subjects) == 2 and not subjects[1].name_written.startswith(subjects[0].name_written):
        title, linked = (subject.name_written for subject in subjects)
        text = f"the title names {title}, but its link {linked}"
        findings.append(Finding(code="note_link_differs", line=section.line.number, text=text))
    known = {name for subject in subjects for name in (subject.name_written, subject.architecture)}
    return NoteEntry(
        position=position,
        year=section.year,
        title=section.title,
        link=section.link,
        link_name=hub_name(section.link),
        raw=section.line.raw,
        line=section.line.number,
        end_line=remarks[-1].end_line if remarks else section.line.number,
        date=date,
        image_sizes=_image_sizes(outermost_first),
        models=(*subjects, *read_models(remarks, known=known)),
        trainers=read_trainers(remarks),
        papers=read_papers(links, remarks, dated=date.remark_position if date else None),
        remarks=remarks,
    )


def _subjects(section: Section) -> Iterator[NoteModel]:
    """The title's model and the link's; one where both are the same."""
    title_name, link_name = whole_name(section.title), hub_name(section.link)
    for name in dict.fromkeys(name for name in (title_name, link_name) if name):
        yield NoteModel(
            name_written=name,
            relation="subject",
            words=None,
            link=section.link if name == link_name else None,
            remark_position=None,
            stated_position=None,
            stated_year=None,
        )


def _dated_line(remarks: Sequence[NoteRemark], findings: list[Finding]) -> DatedLine | None:
    for remark in remarks:
        try:
            date = read_date(remark.unnumbered)
        except ValueError as error:
            text = f"{remark.text!r}: {error}"
            findings.append(Finding(code="note_date_invalid", line=remark.line, text=text))
            continue
        if date:
            return DatedLine(
                written=remark.text,
                date=date.iso,
                precision=date.precision,
                line=remark.line,
                remark_position=remark.position,
            )
    return None


def _image_sizes(remarks: Sequence[NoteRemark]) -> tuple[ImageSize, ...]:
    """The sizes of the first remark that states any."""
    for remark in remarks:
        if sizes := read_sizes(remark.unnumbered):
            return tuple(
                ImageSize(
                    purpose=size.purpose,
                    height=size.height,
                    width=size.width,
                    written=size.written,
                    line=remark.line,
                    remark_position=remark.position,
                )
                for size in sizes
            )
    return ()
