"""What one text of notes says: relations, dates, years, sizes, addresses."""

from __future__ import annotations

import unicodedata

import pytest

from ingest.sources.notes import NoteEntry, parse_notes
from ingest.sources.notes.dates import read_date, years_in
from ingest.sources.notes.names import arxiv_id, hub_name
from ingest.sources.notes.sizes import read_sizes


def models(entry: NoteEntry) -> dict[str, tuple[str, ...]]:
    return {
        relation: tuple(m.name_written for m in entry.models if m.relation == relation)
        for relation in dict.fromkeys(model.relation for model in entry.models)
    }


def entry_of(*lines: str) -> NoteEntry:
    text = "\n".join(("# 2021", "", "[**timm/coat**]()", "", *lines))
    [entry] = parse_notes(text, file="notes.md").entries
    return entry


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["- coat_lite, coat 해당"], {"covers": ("coat_lite", "coat")}),
        (["- 해당 모델: coat, coat_lite_mini"], {"covers": ("coat", "coat_lite_mini")}),
        (["- covers coat"], {"covers": ("coat",)}),
        (["- covers everything"], {}),
        (["- 이 경우에 해당"], {}),
        (["- 최고 성능 : coat_lite_medium"], {"best": ("coat_lite_medium",)}),
        (["- Best model: none so far"], {}),
        (["- Siblings:", "    - coat_tiny", "    - coat"], {"sibling": ("coat_tiny", "coat")}),
        (
            ["- differing only in their parameters: coat_a, coat_b"],
            {"sibling": ("coat_a", "coat_b")},
        ),
        (["- siblings", "  - words only", "  - twice"], {}),
        (["- Reference", "  - Note", "    - coat_tiny - deep"], {"related": ("coat_tiny",)}),
        (["- **coat_tiny** - small"], {"mention": ("coat_tiny",)}),
        (["- `coat_tiny`는 작다"], {"mention": ("coat_tiny",)}),
        (["- coat_tiny는 작다"], {"mention": ("coat_tiny",)}),
        (["- dla34 - deeper"], {"mention": ("dla34",)}),
        (["- 이 경우에 해당", "  - coat_tiny - small"], {"mention": ("coat_tiny",)}),
        (["- **v2** - next", "- top1 rises"], {}),
        (["- co-scale and ResNet-50"], {}),
        (["- **important** words"], {}),
        (["- from [x](https://huggingface.co/timm/dla34.in1k)"], {"mention": ("dla34.in1k",)}),
    ],
)
def test_relation_words(lines: list[str], expected: dict[str, tuple[str, ...]]) -> None:
    assert models(entry_of(*lines)) == {"subject": ("coat",), **expected}


def test_a_bullet_that_states_two_years_states_none() -> None:
    entry = entry_of("- related, 2019 or 2022:", "  - coat_tiny", "  - coat_mini (2020)")
    assert [m.stated_year for m in entry.models] == [None, None, 2020]


def test_decomposed_hangul_is_understood_and_kept_as_written() -> None:
    lines = ["- 이미지 사이즈 : 224x224", "- 2021.08.26 논문", "- coat_lite, coat 해당"]
    decomposed = [unicodedata.normalize("NFD", line) for line in lines]
    entry = entry_of(*decomposed)
    assert entry.image_size_strings == ("224x224",)
    assert entry.date is not None
    assert entry.date.written == "2021.08.26 논문"
    assert models(entry)["covers"] == ("coat_lite", "coat")
    assert [remark.raw for remark in entry.remarks] == decomposed


def test_outer_bullets_state_date_and_sizes_before_nested_ones() -> None:
    entry = entry_of("- x", "  - 2020.01.01", "  - size: 64x64", "- 2021.08.26", "- size: 224x224")
    assert entry.date is not None
    assert (entry.date.date, entry.date.line) == ("2021-08-26", 8)
    assert entry.image_size_strings == ("224x224",)
    nested = entry_of("- facts", "  - 2020.01.01", "  - size: 64x64")
    assert nested.date is not None
    assert (nested.date.date, nested.image_size_strings) == ("2020-01-01", ("64x64",))


@pytest.mark.parametrize("text", ["2021.02.30", "2021.13.01", "Feb 30, 2021"])
def test_days_that_no_calendar_has(text: str) -> None:
    with pytest.raises(ValueError, match=r"must be in|out of range"):
        read_date(text)


def test_a_paper_is_introduced_once_where_title_or_date_links_it() -> None:
    entry = entry_of(
        "- builds on [it](https://arxiv.org/abs/2104.06399)",
        "- 논문 : https://www.arxiv.org/pdf/2104.06399v2",
        "- 참고 : https://arxiv.org/abs/2010.11929",
    )
    assert [(p.arxiv_id, p.relation, p.remark_position) for p in entry.papers] == [
        ("2104.06399", "introduces", 2),
        ("2010.11929", "related", 3),
    ]


@pytest.mark.parametrize(
    ("heading", "years"),
    [
        ("2021", (2021,)),
        ("2021년", (2021,)),
        ("Models of 2021", (2021,)),
        ("２０２１", (2021,)),
        ("2021.08", (2021,)),
        ("2020-2021", (2020, 2021)),
        ("20211", ()),
        ("resnet_2021", ()),
        ("1021", ()),
    ],
)
def test_years_in_headings(heading: str, years: tuple[int, ...]) -> None:
    assert years_in(heading) == years


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2022.10.03 논문", "2022-10-03"),
        ("2017.4.11 논문", "2017-04-11"),
        ("2021-08-26", "2021-08-26"),
        ("paper 2021-08-26", "2021-08-26"),
        ("논문 : 2021/8/26", "2021-08-26"),
        ("2021. 8. 26. 발표", "2021-08-26"),
        ("2021년 8월 26일", "2021-08-26"),
        ("2021.8", "2021-08"),
        ("2021년 8월", "2021-08"),
        ("Aug 2021", "2021-08"),
        ("published August 26th, 2021", "2021-08-26"),
        ("26 Aug 2021", "2021-08-26"),
        ("2021", "2021"),
        ("2021년 논문", "2021"),
        ("2021 (paper)", "2021"),
        ("2021 ImageNet winner", None),
        ("2020-2021", None),
        ("1.64배 빠름", None),
        ("20211", None),
        ("paper configuration", None),
        ("", None),
    ],
)
def test_dates(text: str, iso: str | None) -> None:
    date = read_date(text)
    assert (date and date.iso) == iso
    if date:
        assert date.precision == ("year", "month", "day")[date.iso.count("-")]


@pytest.mark.parametrize(
    ("text", "sizes"),
    [
        ("이미지 사이즈 : 224 x 224", ["224x224"]),
        ("이미지 사이즈 train 256 x 256, test 288 x 288", ["train 256x256", "test 288x288"]),
        ("이미지 사이즈 : train 224x224 test 288x288", ["train 224x224", "test 288x288"]),
        ("입력 크기: 224×320", ["224x320"]),
        ("Image size: 224", ["224x224"]),
        ("Input size (train) = 3 x 224 x 224 px", ["train 224x224"]),
        ("test size: 288", ["test 288x288"]),
        ("224x224 (train), 288x288 (test)", ["train 224x224", "test 288x288"]),
        ("해상도 : 224x224 (crop 0.9)", ["224x224"]),
        ("resolution 224x224, 384x384", ["224x224", "384x384"]),
        ("해상도 향상", []),
        ("해상도 50 배 향상", []),
        ("Image size matters: 224x224", []),
        ("patches of 16x16", []),
        ("224x224 is too small", []),
        ("224", []),
        ("", []),
    ],
)
def test_sizes(text: str, sizes: list[str]) -> None:
    found = [(size.purpose, f"{size.height}x{size.width}") for size in read_sizes(text)]
    assert [size if what == "any" else f"{what} {size}" for what, size in found] == sizes


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://huggingface.co/timm/dla34.in1k", "dla34.in1k"),
        ("https://hf.co/timm/dla34.in1k/tree/main?x=1#top", "dla34.in1k"),
        ("https://huggingface.co/facebook/deit-base", None),
        ("https://huggingface.co/timm", None),
        ("https://example.org/timm/dla34.in1k", None),
        ("http://[", None),
        ("", None),
    ],
)
def test_addresses_of_weights(url: str, name: str | None) -> None:
    assert hub_name(url) == name


def test_addresses_of_papers() -> None:
    assert arxiv_id("https://arxiv.org/pdf/2104.06399v2.pdf") == "2104.06399"
    assert arxiv_id("https://arxiv.org/abs/cs/0112017") == "cs/0112017"
    assert arxiv_id("https://example.org/abs/2104.06399") is None
