"""The real notes, entry by entry, and the notes that ship beside them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from ingest.sources.notes import NoteEntry, Notes, describe, parse_notes

ROOT = Path(__file__).parents[2]
REAL = Path(os.environ.get("BACKBONEDB_TEST_DATA", ROOT / "../shared/data")) / "catalog-notes.md"
SHIPPED = ROOT / "ingest/data/catalog-notes.md"


def read(path: Path) -> Notes:
    return parse_notes(path.read_bytes().decode(), file=path.name)


@pytest.fixture(scope="module")
def real() -> Notes:
    return read(REAL)


def models(entry: NoteEntry) -> dict[str, tuple[str, ...]]:
    return {
        relation: tuple(m.name_written for m in entry.models if m.relation == relation)
        for relation in dict.fromkeys(model.relation for model in entry.models)
    }


# Year, title without timm/, link's weight (= the title's), dated line, sizes, number of bullets.
ENTRIES = [
    [cell.strip() for cell in line.split("|")]
    for line in """\
2022 | beitv2  | beitv2_base_patch16_224.in1k_ft_in22k | 2022.10.03 논문 | 224x224 | 6
2022 | deit3_base_patch16_224 | deit3_base_patch16_224.fb_in1k | 2022.04.14 | 224x224 | 6
2022 | convnext | convnext_atto.d2_in1k | 2022.03.02 | train 224x224, test 288x288 | 9
2022 | convmixer_768_32.in1k        | = | 2022.01.24      | 224x224                     | 8
2021 | coat     | coat_lite_mini.in1k | 2021.08.26 논문 | 224x224 | 26
2021 | crossvit | crossvit_9_240.in1k | 2021.08.22 논문 | 240x240 | 9
2021 | botnet26t_256.c1_in1k        | = | 2021.08.02 논문 | 256x256                     | 7
2021 | convit_base.fb_in1k          | = | 2021.06.10 논문 | 224x224                     | 10
2021 | cait_xxs36_224.fb_dist_in1k  | = | 2021.04.07 논문 | 224x224                     | 4
2021 | dm_nfnet_f0.dm_in1k          | = | 2022.02.11      | train 192x192, test 256x256 | 11
2019 | cs3darknet_focus_l.c2ns_in1k | = | 2019.11.27      | train 256x256, test 288x288 | 17
2019 | dla34.in1k                   | = | 2019.01.04      | 224x224                     | 16
2018 | darknet53.c2ns_in1k          | = | 2018.04.08      | train 256x256, test 288x288 | 3
2018 | densenet121.ra_in1k          | = | 2018.01.28      | train 224x224, test 288x288 | 10
2017 | dpn68.mx_in1k                | = | 2017.08.01      | 224x224                     | 3
2017 | bat_resnext26ts.ch_in1k      |   | 2017.4.11 논문  | 256x256                     | 7
2015 | inception_v3.tf_adv_in1k     | = | 2015.12.11 논문 | 299x299                     | 4
""".splitlines()
]
BEST = "convnextv2_huge.fcmae_ft_in22k_in1k_512"
RELATED = (
    "coatnet_nano_rw_224.sw_in1k coatnet_0_rw_224 coatnet_1_rw_224 coatnet_bn_0_rw_224"
    " coatnet_nano_rw_224 coatnet_rmlp_1_rw_224 coatnet_rmlp_2_rw_224 coatnet_rmlp_nano_rw_224"
    " coatnext_nano_rw_224"
)
SIBLINGS = (
    "cs3darknet_focus_l cs3darknet_focus_m cs3darknet_l cs3darknet_m cs3darknet_x cs3edgenet_x"
    " cs3se_edgenet_x cs3sedarknet_l cs3sedarknet_x cspdarknet53 cspresnet50 cspresnext50"
)
RELATIONS = {
    "convnext": {"best": BEST},
    "coat": {"covers": "coat_lite coat", "related": RELATED},
    "cs3darknet_focus_l.c2ns_in1k": {"mention": "cs3edgenet_x", "sibling": SIBLINGS},
    "densenet121.ra_in1k": {"mention": "densenetblur121d"},
}


@pytest.mark.realdata
@pytest.mark.parametrize("number", range(17), ids=[cells[1] for cells in ENTRIES])
def test_each_real_entry_is_understood(real: Notes, number: int) -> None:
    entry = real.entries[number]
    year, name, link_name, written, sizes, bullet_count = ENTRIES[number]
    weight = name if link_name == "=" else link_name or None
    assert (entry.position, entry.year) == (number + 1, int(year))
    assert (entry.title, entry.link_name) == (f"timm/{name}", weight)
    assert entry.link == (f"https://huggingface.co/timm/{weight}" if weight else None)
    assert entry.date is not None
    assert (entry.date.written, entry.date.precision) == (written, "day")
    stated = [int(part) for part in written.removesuffix(" 논문").split(".")]
    assert [int(part) for part in entry.date.date.split("-")] == stated
    assert entry.image_size_strings == (sizes,)
    assert len(entry.bullets) == len(entry.remarks) == int(bullet_count)
    subjects = tuple(dict.fromkeys(filter(None, [name, weight])))
    others = {relation: tuple(n.split()) for relation, n in RELATIONS.get(name, {}).items()}
    assert models(entry) == {"subject": subjects, **others}
    assert entry.papers == ()


@pytest.mark.realdata
def test_the_real_file_as_a_whole(real: Notes) -> None:
    assert len(real.entries) == 17
    assert real.years == (2022, 2021, 2020, 2019, 2018, 2017, 2015)
    assert [entry for entry in real.entries if entry.year == 2020] == []
    assert [(h.title, h.line) for h in real.headings if h.year is None] == [
        ("pytorch-image-models", 1)
    ]
    [link] = real.preamble[0].links
    assert (len(real.preamble), real.preamble[0].line, link.text) == (
        1,
        3,
        "results-imagenet-a-clean",
    )
    assert link.url.endswith("/results/results-imagenet-a-clean.csv")
    assert real.loose == ()
    assert [(finding.code, finding.line) for finding in real.findings] == [
        ("note_year_differs", 130)
    ]


@pytest.mark.realdata
def test_every_real_bullet_line_is_one_remark(real: Notes) -> None:
    lines = REAL.read_text(encoding="utf-8").split("\n")
    naive = {
        number: line.strip()[1:].strip()
        for number, line in enumerate(lines, start=1)
        if line.strip() == "-" or line.strip().startswith("- ")
    }
    remarks = [*real.preamble, *(remark for entry in real.entries for remark in entry.remarks)]
    assert [remark.line for remark in remarks] == list(naive)
    assert [remark.raw for remark in remarks] == [lines[line - 1] for line in naive]
    assert sum(len(entry.bullets) for entry in real.entries) == len(naive) - 1 == 156
    marks = str.maketrans("", "", "*[]")
    for remark in remarks:
        for link in remark.links:
            naive[remark.line] = naive[remark.line].replace(f"({link.url})", "")
        assert remark.text == naive[remark.line].translate(marks)


@pytest.mark.realdata
def test_the_nesting_of_the_real_coat_entry(real: Notes) -> None:
    # Lines 53 to 80: parents by line number, None directly under the entry.
    parents = dict.fromkeys((55, 56, 57, 58, 68, 69, 70, 71, 79))
    parents |= {59: 58, 63: 58, 66: 58}
    parents |= {60: 59, 61: 59, 62: 59, 64: 63, 65: 63, 67: 66}
    parents |= dict.fromkeys(range(72, 79), 71) | {80: 79}
    [coat] = [entry for entry in real.entries if entry.title == "timm/coat"]
    assert (coat.line, coat.end_line) == (53, 80)
    lines = {remark.position: remark.line for remark in coat.remarks}
    assert {r.line: lines.get(r.parent_position or 0) for r in coat.remarks} == dict(
        sorted(parents.items())
    )
    assert {r.line for r in coat.remarks if r.depth == 1} == {
        line for line, parent in parents.items() if parent is None
    }
    assert {r.line for r in coat.remarks if r.depth == 3} == {60, 61, 62, 64, 65, 67}


@pytest.mark.realdata
def test_relations_carry_their_words_links_years_and_places(real: Notes) -> None:
    coat, cs3, convnext = real.entries[4], real.entries[10], real.entries[2]
    related = [model for model in coat.models if model.relation == "related"]
    assert [model.stated_year for model in related] == [2022] * 8 + [None]
    assert {model.words for model in related[:8]} == {
        "참고 : Maxxvit와 결합한 버전 - 2022 vit이다."
    }
    assert related[0].link == "https://huggingface.co/timm/coatnet_nano_rw_224.sw_in1k"
    assert (related[0].architecture, related[0].tag) == ("coatnet_nano_rw_224", "sw_in1k")
    assert [model.link for model in related[1:]] == [None] * 8
    line = {remark.position: remark.line for remark in coat.remarks}
    assert [line[model.remark_position or 0] for model in related] == [71, *range(72, 79), 80]
    assert [line[model.stated_position or 0] for model in related] == [71] * 8 + [79]
    [trainer] = coat.trainers
    assert (trainer.token, trainer.person, line[trainer.remark_position]) == (
        "rw",
        "Ross Wightman",
        70,
    )
    assert {m.words for m in cs3.models if m.relation == "sibling"} == {
        "파라미터만 다를 뿐, 같은 형제들"
    }
    [best] = [model for model in convnext.models if model.relation == "best"]
    assert best.link == f"https://huggingface.co/timm/{BEST}"
    assert [e.title for e in real.entries if e.trainers] == ["timm/coat"]


def facts(entry: NoteEntry) -> tuple[object, ...]:
    return (
        (entry.year, entry.title, entry.link, entry.date and entry.date.date),
        entry.image_size_strings,
        [(m.relation, m.name_written, m.link, m.stated_year) for m in entry.models],
        [(trainer.token, trainer.person) for trainer in entry.trainers],
    )


@pytest.mark.realdata
def test_the_shipped_notes_hold_the_real_facts_in_other_words(real: Notes) -> None:
    shipped = read(SHIPPED)
    assert [facts(entry) for entry in shipped.entries] == [facts(entry) for entry in real.entries]
    assert shipped.years == real.years
    own = {remark.text for entry in shipped.entries for remark in entry.plain_remarks}
    assert not own & {remark.text for entry in real.entries for remark in entry.plain_remarks}


def test_the_shipped_notes_are_whole() -> None:
    shipped = read(SHIPPED)
    assert len(shipped.entries) == 17
    assert [finding.code for finding in shipped.findings] == ["note_year_differs"]
    assert all(entry.plain_remarks for entry in shipped.entries)


@pytest.mark.realdata
def test_the_report_tells_facts_and_plain_remarks(real: Notes) -> None:
    report = describe(real, file="catalog-notes.md")
    lines = report.split("\n")
    assert lines[0] == (
        "catalog-notes.md: 17 entries under 7 years (2022, 2021, 2020, 2019, 2018, 2017, 2015), "
        "156 bullets, 1 finding"
    )
    assert "2021  timm/coat  (line 53)" in lines
    assert "  covers    coat_lite, coat" in lines
    assert "  sizes     train 192x192, test 256x256" in lines
    assert "        - 효율적 컨볼루션과 유사한 구현" in lines
    assert lines[-1].startswith("catalog-notes.md:130: timm/dm_nfnet_f0.dm_in1k: dated 2022-02-11")
    plain = [remark for entry in real.entries for remark in entry.plain_remarks]
    assert sum(line.lstrip().startswith("-") and line.startswith("    ") for line in lines) == len(
        plain
    )
    assert describe(read(REAL), file="catalog-notes.md") == report
