"""What a file of notes says, as records. Positions and lines count from 1."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

Relation = Literal["subject", "covers", "sibling", "related", "best", "mention"]
"""What an entry says of a model.

subject: the title or its link names it. covers: the entry says it applies to it. sibling: listed as
of the same kind. related: listed or linked for reference. best: said to perform best. mention: a
remark opens with its name or sets it off in bold or code.
"""

BARE_URL = re.compile(r"https?://[^\s<>()\[\]\"'`]+")
"""An address that stands in a text without the marks of a link."""

NUMBER = re.compile(r"^\d{1,2}[.)]\s+")
"""The number of a numbered bullet, at the start of its text."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Span:
    """A run of text with one format. `url` is None outside a link, empty for a link to nowhere."""

    text: str
    is_bold: bool = False
    is_code: bool = False
    url: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Link:
    """A link in the notes: its words and its address, which is never empty."""

    text: str
    url: str


def plain_text(spans: tuple[Span, ...]) -> str:
    """The spans' text without marks, in Unicode's composed form (NFC)."""
    return unicodedata.normalize("NFC", "".join(span.text for span in spans)).strip()


def links_of(spans: tuple[Span, ...]) -> tuple[Link, ...]:
    """Links in the order of the text; an address that stands bare in it is one too."""
    links: list[Link] = []
    for span in spans:
        if span.url:
            links.append(Link(text=span.text, url=span.url))
        elif span.url is None:
            links += [Link(text=bare[0], url=bare[0]) for bare in BARE_URL.finditer(span.text)]
    return tuple(links)


@dataclass(frozen=True, kw_only=True, slots=True)
class NoteRemark:
    """A bullet, or other text between bullets, with its place in the nesting.

    Attributes:
        position: place among the remarks it belongs with (an entry's, the preamble's).
        parent_position: the bullet it stands under, or None.
        depth: 1 directly under the entry, 2 under a bullet, and so on.
        kind: `bullet`, or `text` for a paragraph or block of code.
        line: first line of its own text.
        end_line: last line of its own text, without what is nested in it.
        raw: those lines as written, with indentation and marks, joined by newlines.
        spans: its text with formats; `text` and `links` are read from them.
    """

    position: int
    parent_position: int | None
    depth: int
    kind: Literal["bullet", "text"]
    line: int
    end_line: int
    raw: str
    spans: tuple[Span, ...]

    @property
    def text(self) -> str:
        """The text without marks; empty for an empty bullet."""
        return plain_text(self.spans)

    @property
    def unnumbered(self) -> str:
        """The text without the number of a numbered bullet."""
        return NUMBER.sub("", self.text, count=1)

    @property
    def links(self) -> tuple[Link, ...]:
        """The links in it, those with an address."""
        return links_of(self.spans)


@dataclass(frozen=True, kw_only=True, slots=True)
class DatedLine:
    """The date that an entry carries, mostly a paper's last revision.

    Attributes:
        written: the bullet's text, e.g. `2022.10.03 논문`.
        date: ISO 8601, cut to its precision: `2022-10-03`, `2022-10` or `2022`.
    """

    written: str
    date: str
    precision: Literal["year", "month", "day"]
    line: int
    remark_position: int

    @property
    def year(self) -> int:
        """The date's year."""
        return int(self.date[:4])


@dataclass(frozen=True, kw_only=True, slots=True)
class ImageSize:
    """An input size in pixels; `any` where the entry names no purpose."""

    purpose: Literal["any", "train", "test"]
    height: int
    width: int
    written: str
    line: int
    remark_position: int

    def __str__(self) -> str:
        size = f"{self.height}x{self.width}"
        return size if self.purpose == "any" else f"{self.purpose} {size}"


@dataclass(frozen=True, kw_only=True, slots=True)
class NoteModel:
    """A model that an entry names.

    Attributes:
        name_written: `coat_lite_mini.in1k` or `coat_lite_mini`, without a leading `timm/`.
        words: text of the remark that states the relation; None for a subject.
        link: address beside the name, if any.
        remark_position: the remark that names it; None for the title.
        stated_position: the remark whose text `words` is: the same, or one it is nested in.
        stated_year: year that the remark states for the models it lists (`2022 vit이다`).
    """

    name_written: str
    relation: Relation
    words: str | None
    link: str | None
    remark_position: int | None
    stated_position: int | None
    stated_year: int | None

    @property
    def architecture(self) -> str:
        """The name up to its tag."""
        return self.name_written.partition(".")[0]

    @property
    def tag(self) -> str | None:
        """What follows the first dot, or None."""
        return self.name_written.partition(".")[2] or None


@dataclass(frozen=True, kw_only=True, slots=True)
class NoteTrainer:
    """Who trained the weights whose names hold a token: `rw` - Ross Wightman."""

    token: str
    person: str
    words: str
    remark_position: int


@dataclass(frozen=True, kw_only=True, slots=True)
class NotePaper:
    """A paper on arXiv that an entry links; `related` where it stands under words such as 참고."""

    arxiv_id: str
    relation: Literal["introduces", "related"]
    link: str
    remark_position: int | None


@dataclass(frozen=True, kw_only=True, slots=True)
class NoteEntry:
    """An entry: a title, what its bullets say, and the bullets themselves.

    Attributes:
        position: place in the file.
        year: year of the heading above it; None where no such heading is.
        title: as written, e.g. `timm/coat`.
        link: the title's address; None where it has none or an empty one.
        link_name: the weight that the address names on the Hugging Face hub, e.g.
            `coat_lite_mini.in1k`.
        raw: the title's line as written.
        line: the title's line.
        end_line: last line of the entry that is not blank.
    """

    position: int
    year: int | None
    title: str
    link: str | None
    link_name: str | None
    raw: str
    line: int
    end_line: int
    date: DatedLine | None
    image_sizes: tuple[ImageSize, ...]
    models: tuple[NoteModel, ...]
    trainers: tuple[NoteTrainer, ...]
    papers: tuple[NotePaper, ...]
    remarks: tuple[NoteRemark, ...]

    @property
    def image_size_strings(self) -> tuple[str, ...]:
        """One string a line that states sizes: `224x224`, or `train 192x192, test 256x256`."""
        lines: dict[int, list[str]] = {}
        for size in self.image_sizes:
            lines.setdefault(size.line, []).append(str(size))
        return tuple(", ".join(sizes) for sizes in lines.values())

    @property
    def bullets(self) -> tuple[NoteRemark, ...]:
        """The remarks that are bullets."""
        return tuple(remark for remark in self.remarks if remark.kind == "bullet")

    @property
    def plain_remarks(self) -> tuple[NoteRemark, ...]:
        """The remarks of which nothing but their text was understood."""
        understood = {self.date.remark_position} if self.date else set()
        understood |= {size.remark_position for size in self.image_sizes}
        understood |= {trainer.remark_position for trainer in self.trainers}
        for model in self.models:
            understood |= {model.remark_position or 0, model.stated_position or 0}
        understood |= {paper.remark_position or 0 for paper in self.papers}
        return tuple(remark for remark in self.remarks if remark.position not in understood)


@dataclass(frozen=True, kw_only=True, slots=True)
class NoteHeading:
    """A heading; `year` is None where it names no year."""

    year: int | None
    title: str
    level: int
    line: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """Something odd that did not stop the reading: a stable code, its line, one sentence."""

    code: str
    line: int
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Notes:
    """A whole file of notes.

    Attributes:
        preamble: remarks above the first heading of a year.
        loose: remarks below it that belong to no entry, such as those right under a heading.
    """

    headings: tuple[NoteHeading, ...]
    preamble: tuple[NoteRemark, ...]
    loose: tuple[NoteRemark, ...]
    entries: tuple[NoteEntry, ...]
    findings: tuple[Finding, ...]

    @property
    def years(self) -> tuple[int, ...]:
        """The years that have a heading, in the order of the file, each once."""
        return tuple(dict.fromkeys(h.year for h in self.headings if h.year is not None))
