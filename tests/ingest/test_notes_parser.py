"""Notes by other hands: their structure, and that nothing of it is dropped."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from db.errors import InputError
from ingest.sources.notes import NoteEntry, NoteRemark, describe, parse_notes
from ingest.sources.notes.outline import MAX_DEPTH, outline, split_lines

SAMPLES = Path(__file__).parent / "notes_samples"


def models(entry: NoteEntry) -> dict[str, tuple[str, ...]]:
    return {
        relation: tuple(m.name_written for m in entry.models if m.relation == relation)
        for relation in dict.fromkeys(model.relation for model in entry.models)
    }


def entry_of(*lines: str) -> NoteEntry:
    text = "\n".join(("# 2021", "", "[**timm/coat**]()", "", *lines))
    [entry] = parse_notes(text, file="notes.md").entries
    return entry


def test_english_notes_with_headings_as_titles() -> None:
    notes = parse_notes((SAMPLES / "english.md").read_text(encoding="utf-8"), file="english.md")
    titles = [(entry.year, entry.title, entry.line) for entry in notes.entries]
    assert titles == [
        (2023, "timm/fastvit_t8", 11),
        (2023, "timm/nextvit_small", 29),
        (2023, "levit_128s", 30),
        (2023, "EfficientFormer V2", 38),
        (None, "timm/edgenext_small", 44),
    ]
    fastvit, _, levit, former, edgenext = notes.entries
    assert fastvit.image_size_strings == ("train 256x256, test 288x288",)
    assert fastvit.date is not None
    assert (fastvit.date.date, fastvit.date.written) == (
        "2023-03-24",
        "Paper: Mar 24, 2023 (arXiv)",
    )
    assert models(fastvit) == {
        "subject": ("fastvit_t8", "fastvit_t8.apple_in1k"),
        "covers": ("fastvit_t8", "fastvit", "fastvit_s12"),
        "best": ("fastvit_ma36",),
        "sibling": ("fastvit_s12", "fastvit_sa12", "fastvit_ma36", "fastvit_sa36.apple_dist_in1k"),
        "related": ("repvit_m1",),
    }
    assert {m.stated_year for m in fastvit.models if m.relation == "sibling"} == {2022}
    assert [(t.token, t.person) for t in fastvit.trainers] == [("dist", "Jane Doe")]
    assert [(p.arxiv_id, p.relation) for p in fastvit.papers] == [
        ("2303.14189", "introduces"),
        ("2206.04040", "related"),
    ]
    paragraph = fastvit.remarks[0]
    assert (paragraph.kind, paragraph.depth) == ("text", 1)
    assert paragraph.text == "Plain words under a title, with <b>HTML</b> & an entity &amp; more."
    assert levit.image_size_strings == ("224x224",)
    assert levit.date is not None
    assert levit.date.date == "2022-07-12"
    assert former.link_name == "efficientformerv2_s0.snap_dist_in1k"
    assert models(former) == {"subject": ("efficientformerv2_s0.snap_dist_in1k",)}
    assert (edgenext.link, edgenext.date, len(edgenext.bullets)) == (None, None, 1)
    assert [remark.text for remark in notes.preamble] == [
        "--- title: Reading list ---",
        "Kept by hand; see https://example.org.",
    ]
    assert [remark.text for remark in notes.loose] == [
        "Resolution: 384",
        "A line that belongs to nobody.",
    ]
    assert [(finding.code, finding.line) for finding in notes.findings] == [
        ("note_year_differs", 32),
        ("note_outside_entry", 36),
        ("note_outside_entry", 42),
        ("note_year_missing", 44),
        ("note_date_invalid", 46),
    ]


def shape(remarks: tuple[NoteRemark, ...]) -> list[tuple[int, str]]:
    return [(remark.depth, remark.text) for remark in remarks]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_indentation_by_any_means(line_end: str, mark: str) -> None:
    text = (SAMPLES / "indentation.md").read_text(encoding="utf-8")
    notes = parse_notes(mark + text.replace("\n", line_end), file="indentation.md")
    coat, convit = notes.entries
    assert [heading.year for heading in notes.headings] == [2021]
    assert shape(coat.remarks) == [
        (1, "one"),
        (2, "two spaces"),
        (3, "three more"),
        (3, "a tab"),
        (4, "three tabs"),
        (5, "far out"),
        (3, "back to four"),
        (1, ""),
        (2, "under an empty bullet"),
        (1, ""),
        (2, "another"),
        (3, "a paragraph in a bullet over two lines"),
        (1, "1. a number is text"),
        (1, "- so is a second mark"),
        (1, "# and a hash"),
        (1, "1. numbered"),
        (1, "2. again"),
        (2, "in a number"),
        (1, "code - not a bullet"),
        (1, "- fenced\n# 1999"),
        (1, "lazy"),
    ]
    assert (convit.title, convit.line, convit.end_line) == ("timm/convit_base", 30, 34)
    assert shape(convit.remarks) == [
        (1, "pushed in"),
        (2, "further"),
        (1, "``` never closed"),
        (1, "last"),
    ]


def test_a_title_and_a_link_to_another_model_are_a_finding() -> None:
    text = "# 2021\n\n[**timm/coat**](https://huggingface.co/timm/crossvit_9_240.in1k)\n"
    notes = parse_notes(text, file="notes.md")
    assert [(finding.code, finding.line) for finding in notes.findings] == [
        ("note_link_differs", 3)
    ]


def test_a_bold_link_without_a_model_is_kept_with_a_finding() -> None:
    notes = parse_notes("# 2021\n\n[**Some Net**](https://example.org)\n- x\n", file="notes.md")
    [entry] = notes.entries
    assert (entry.title, entry.link, entry.link_name) == ("Some Net", "https://example.org", None)
    assert (entry.models, len(entry.bullets)) == ((), 1)
    assert [finding.code for finding in notes.findings] == ["note_subject_unknown"]


@pytest.mark.parametrize(
    ("line", "text"),
    [("**Paper**", "Paper"), ("[**논문**](https://arxiv.org/abs/2104.06399)", "논문")],
)
def test_a_bold_word_of_its_own_is_no_title(line: str, text: str) -> None:
    entry = entry_of("- one", "", line, "", "- two")
    assert [(remark.kind, remark.text) for remark in entry.remarks] == [
        ("bullet", "one"),
        ("text", text),
        ("bullet", "two"),
    ]


@pytest.mark.parametrize(
    "text",
    ["", "# Notes\n\n[**timm/coat**]()\n\n- x\n", "# 20211\n- x\n", "2021\n====\n", "\ufeff"],
)
def test_notes_without_a_year_are_refused(text: str) -> None:
    with pytest.raises(InputError, match=r"^my\.md:1: no heading names a year; .*'# 2021'"):
        parse_notes(text, file="my.md")


@pytest.mark.parametrize(
    ("lines", "titles"),
    [
        (["  [**timm/a_1**]()"], ["timm/a_1"]),
        (["timm/a_1", "**timm/b_1** is said to be good"], ["timm/a_1", "timm/b_1"]),
        (["- x", "", " [**timm/a_1**]()", "- y"], ["timm/a_1"]),
        (["- x", "  [**timm/a_1**]()", "", "  [**timm/b_1**]()"], []),
        (["- [**timm/a_1**]()"], []),
        (["**a_1** is good", "", "**Two Words**", "", "[a_1](https://example.org)", "", "a_1"], []),
    ],
)
def test_what_opens_an_entry(lines: list[str], titles: list[str]) -> None:
    notes = parse_notes("\n".join(["# 2021", "", *lines]), file="notes.md")
    assert [entry.title for entry in notes.entries] == titles


def test_a_byte_order_mark_is_no_part_of_the_first_line() -> None:
    notes = parse_notes("\ufeffwords\n\n# 2021\n", file="notes.md")
    assert [remark.raw for remark in notes.preamble] == ["words"]
    assert notes.entries == ()


def test_years_end_with_the_next_heading_of_their_rank() -> None:
    text = "\n".join(
        f"{heading}\n\n**timm/{name}**\n"
        for heading, name in [
            ("## 2021", "a_1"),
            ("### May", "b_1"),
            ("## 2020-2021", "c_1"),
            ("## 2021", "d_1"),
            ("# Other", "e_1"),
        ]
    )
    notes = parse_notes(text, file="notes.md")
    assert [entry.year for entry in notes.entries] == [2021, 2021, None, 2021, None]


def test_the_report_shows_control_characters_as_escapes() -> None:
    notes = parse_notes("# 2021\n\n**timm/coat**\n- a\x1b[31m\u202eb\u00a0c\n", file="notes.md")
    report = describe(notes)
    assert r"- a\x1b[31m\u202eb c" in report
    assert report.replace("\n", "").isprintable()


_WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc"), exclude_characters="`~\ue000"),
    max_size=12,
)


_UNITS = st.sampled_from(["  ", "   ", "    ", "      ", "\t", "\u00a0 \u00a0 ", "\u3000\u3000"])


@dataclass(frozen=True)
class Written:
    """A bullet as a person writes it, and the depth they mean."""

    depth: int
    line: str


@st.composite
def bullets(draw: st.DrawFn) -> list[Written]:
    indents = [""]
    written: list[Written] = []
    for _ in range(draw(st.integers(0, 12))):
        depth = draw(st.integers(1, len(indents)))
        del indents[depth:]
        mark = draw(st.sampled_from(["-", "*", "+"]))
        line = f"{indents[-1]}{mark} {draw(_WORDS)}"
        written.append(Written(depth, line))
        inner = indents[-1] + draw(_UNITS)
        # A tab that fills up one last column is no nesting that anyone would see.
        is_seen = len(inner.expandtabs(4)) >= len(indents[-1].expandtabs(4)) + 2
        indents.append(inner if is_seen else indents[-1] + "    ")
    return written


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(
            st.integers(1990, 2030), st.from_regex(r"[a-z]{2,5}_[0-9]", fullmatch=True), bullets()
        ),
        min_size=1,
        max_size=4,
    )
)
def test_every_generated_bullet_appears_in_order_and_depth(
    written: list[tuple[int, str, list[Written]]],
) -> None:
    text = "\n".join(
        f"# {year}\n[**timm/{name}**](https://huggingface.co/timm/{name}.a)\n"
        + "".join(f"{bullet.line}\n" for bullet in lines)
        for year, name, lines in written
    )
    notes = parse_notes(text, file="generated.md")
    assert [(e.year, e.title) for e in notes.entries] == [(y, f"timm/{n}") for y, n, _ in written]
    for entry, (_, _, lines) in zip(notes.entries, written, strict=True):
        assert [(r.depth, r.raw, r.kind) for r in entry.remarks] == [
            (bullet.depth, bullet.line, "bullet") for bullet in lines
        ]


_PIECES = st.one_of(
    st.sampled_from(["\n", "\n\n", "\r", "\r\n", "\u2028", "\x0c", "\x85", "  ", "\t", "\u00a0 "]),
    st.sampled_from(
        ["# ", "## 2021", "-", "- ", "* ", "1. ", "```", "~~~", "`", "**", "[", "](", ")"]
    ),
    st.sampled_from(["---", "===", "> ", "| a |", "[a]: b", "<b>", "<!--", "&amp;", "\\"]),
    st.sampled_from(["timm/coat_1", "[**x**]()", "논문 2021.08", "224x224", "word "]),
)


@settings(deadline=None, max_examples=300)
@given(st.lists(_PIECES, max_size=40).map("".join))
@example("`\n`timm/coat_1")
@example("- x\n```\n- y\n# 2020\n```\n- z")
@example("[a]: b\n\n> quoted\n\n<!--\n- x\n-->\n\n| a |\n|---|\n\n***")
def test_every_line_of_any_text_is_in_exactly_one_place(text: str) -> None:
    text = "# 2021\n" + text
    notes = parse_notes(text, file="generated.md")
    placed = [heading.line for heading in notes.headings]
    placed += [entry.line for entry in notes.entries]
    groups = [notes.preamble, notes.loose, *(entry.remarks for entry in notes.entries)]
    for remark in (remark for group in groups for remark in group):
        placed += range(remark.line, remark.end_line + 1)
        assert remark.raw.split("\n") == split_lines(text)[remark.line - 1 : remark.end_line]
    assert len(placed) == len(set(placed))
    assert set(placed) >= {n for n, line in enumerate(split_lines(text), 1) if line.strip()}


def test_a_tower_of_bullets_is_flattened_at_the_limit_not_dropped() -> None:
    depths = range(3 * MAX_DEPTH)
    entry = entry_of(*("  " * depth + f"- {depth}" for depth in depths))
    assert [remark.text for remark in entry.bullets] == [str(depth) for depth in depths]
    assert max(remark.depth for remark in entry.bullets) == MAX_DEPTH


def test_the_outline_keeps_one_line_for_one_line() -> None:
    lines = split_lines((SAMPLES / "indentation.md").read_text(encoding="utf-8"))
    assert len(outline(lines)) == len(lines)
