from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest

from db.errors import BackboneError, InputError
from ingest.snapshot import paper_links
from ingest.sources.timm import (
    Architecture,
    Registry,
    bundled_registry_path,
    parse_registry,
    registry_of_installed_timm,
)

HEADER = {
    "schema_version": 1,
    "timm": "1.0.31",
    "source": "https://example.org/timm",
    "licence": "Apache-2.0",
    "modules": 1,
    "architectures": 1,
    "weights": 2,
    "deprecated": 1,
    "defaults": {
        "num_classes": 1000,
        "input_size": [3, 224, 224],
        "fixed_input_size": False,
        "interpolation": "bicubic",
        "crop_pct": 0.875,
        "crop_mode": "center",
        "mean": [0.485, 0.456, 0.406],
        "std": [0.229, 0.224, 0.225],
    },
}
MODULE = {"module": "coat", "papers": [{"arxiv": "2104.06399", "title": "Co-Scale"}]}
ARCHITECTURE = {
    "architecture": "coat_tiny",
    "module": "coat",
    "parameters": 5_500_000,
    "num_classes": 1000,
    "default_tag": "in1k",
    "weights": [
        {"tag": "in1k", "hf_hub_id": "timm/coat_tiny.in1k", "paper_ids": ["arXiv:2104.06399v2"]},
        {"tag": None, "url": "https://example.org/coat.pth", "test_input_size": [3, 288, 320]},
    ],
}
DEPRECATED = {"deprecated": "coat_t", "module": "coat", "current": "coat_tiny.in1k"}

Lines = list[dict[str, Any]]


def sample() -> Lines:
    """A small whole snapshot: header, module, architecture, deprecated name."""
    lines: Lines = json.loads(json.dumps([HEADER, MODULE, ARCHITECTURE, DEPRECATED]))
    return lines


def text_of(lines: Lines) -> str:
    return "".join(f"{json.dumps(line)}\n" for line in lines)


def parse(lines: Lines) -> Registry:
    return parse_registry(text_of(lines), file="r.jsonl")


@pytest.fixture(scope="module")
def bundled() -> Registry:
    path = bundled_registry_path()
    return parse_registry(path.read_text("utf-8"), file=path.name)


@pytest.fixture(scope="module")
def by_name(bundled: Registry) -> dict[str, Architecture]:
    return {architecture.name: architecture for architecture in bundled.architectures}


def test_bundled_counts(bundled: Registry) -> None:
    weights = list(bundled.weights)
    assert bundled.timm_version == "1.0.31"
    assert bundled.licence == "Apache-2.0"
    assert len(bundled.architectures) == 1371
    assert len(weights) == 1826
    assert len(bundled.deprecated) == 209
    assert sum(weight.licence is not None for weight in weights) == 1812
    assert sum(weight.test_input_size is not None for weight in weights) == 308
    assert sum(bool(weight.papers) for weight in weights) == 146
    assert sum(weight.hub_id is not None for weight in weights) == 1807
    assert all((weight.hub_id is None) != (weight.url is None) for weight in weights)


def test_all_but_two_architectures_reach_an_arxiv_paper(bundled: Registry) -> None:
    without = {
        architecture.name
        for architecture in bundled.architectures
        if not any(paper.arxiv_id for paper in architecture.papers)
    }
    assert without == {"csatv2", "csatv2_21m"}


@pytest.mark.parametrize(
    ("name", "parameters"),
    [
        ("resnet50", 25_557_032),
        ("vgg16", 138_357_544),
        ("densenet121", 7_978_856),
        ("vit_base_patch16_224", 86_567_656),
        ("coat_lite_mini", 11_011_560),
        ("vit_7b_patch16_dinov3", 6_716_030_976),
    ],
)
def test_parameter_counts(by_name: dict[str, Architecture], name: str, parameters: int) -> None:
    assert by_name[name].parameters == parameters


def test_architecture_with_its_weight(by_name: dict[str, Architecture]) -> None:
    architecture = by_name["coat_lite_mini"]
    assert architecture.module == "coat"
    assert architecture.class_count == 1000
    assert architecture.default_tag == "in1k"
    (paper,) = architecture.papers
    assert (paper.level, paper.arxiv_id) == ("module", "2104.06399")
    assert paper.title == "Co-Scale Conv-Attentional Image Transformers"
    (weight,) = architecture.weights
    assert weight.name == "coat_lite_mini.in1k"
    assert weight.hub_id == "timm/coat_lite_mini.in1k"
    assert weight.input_size == (3, 224, 224)
    assert weight.is_fixed_input_size
    assert weight.crop_pct == 0.9
    assert weight.mean == (0.485, 0.456, 0.406)


def test_train_and_test_sizes(by_name: dict[str, Architecture]) -> None:
    weights = {weight.tag: weight for weight in by_name["resnet50"].weights}
    assert weights["a1_in1k"].input_size == (3, 224, 224)
    assert weights["a1_in1k"].test_input_size == (3, 288, 288)
    assert weights["a1_in1k"].test_crop_pct == 1.0


def test_paper_of_a_training_recipe_is_the_weights_not_the_architectures(
    by_name: dict[str, Architecture],
) -> None:
    architecture = by_name["resnet50"]
    weights = {weight.tag: weight for weight in architecture.weights}
    assert [paper.arxiv_id for paper in weights["a1_in1k"].papers] == ["2110.00476"]
    assert all(paper.level == "module" for paper in architecture.papers)


def test_paper_levels_go_from_specific_to_general(by_name: dict[str, Architecture]) -> None:
    levels = [paper.level for paper in by_name["convnextv2_tiny"].papers]
    assert levels[0] == "paper_ids"
    assert set(levels[1:]) == {"module"}
    levels = [paper.level for paper in by_name["repvgg_a0"].papers]
    assert levels[0] == "entry_point"
    assert set(levels[1:]) == {"module"}


def test_titles_prefer_the_full_wording(bundled: Registry) -> None:
    assert bundled.titles["2101.03697"] == "RepVGG: Making VGG-style ConvNets Great Again"
    assert bundled.titles["2301.00808"].startswith("ConvNeXt V2: Co-designing")


def test_deprecated_names_lead_to_architectures_or_their_weights(
    bundled: Registry, by_name: dict[str, Architecture]
) -> None:
    known = {weight.name for weight in bundled.weights} | set(by_name)
    astray = {old.name: old.target for old in bundled.deprecated if old.target not in known}
    # timm renamed the tag to `sam_in1k` and left these two behind.
    assert astray == {
        "vit_base_patch16_224_sam": "vit_base_patch16_224.sam",
        "vit_base_patch32_224_sam": "vit_base_patch32_224.sam",
    }
    targets = {old.name: old.target for old in bundled.deprecated}
    assert targets["tf_efficientnet_b0_ns"] == "tf_efficientnet_b0.ns_jft_in1k"


def test_lines_point_at_their_text(bundled: Registry) -> None:
    lines = bundled_registry_path().read_text("utf-8").split("\n")
    places = [(each.line, each.cells) for each in bundled.architectures]
    places += [(each.line, each.cells) for each in bundled.deprecated]
    assert all(lines[line - 1] == cells for line, cells in places)
    assert len(places) == 1371 + 209


def test_defaults_fill_what_a_weight_leaves_out() -> None:
    registry = parse(sample())
    tagged, untagged = registry.weights
    assert (tagged.class_count, tagged.crop_pct, tagged.interpolation) == (1000, 0.875, "bicubic")
    assert tagged.papers[0].arxiv_id == "2104.06399"
    assert tagged.papers[0].url == "https://arxiv.org/abs/2104.06399"
    assert untagged.tag is None
    assert untagged.name == "coat_tiny"
    assert untagged.test_input_size == (3, 288, 320)


def test_windows_line_ends_and_blank_lines_are_taken() -> None:
    text = text_of(sample()).replace("\n", "\r\n") + "\r\n"
    assert len(parse_registry(text, file="r.jsonl").architectures) == 1


def change(line: int, **facts: Any) -> Callable[[Lines], None]:
    return lambda lines: lines[line].update(facts)


def drop(line: int, key: str) -> Callable[[Lines], None]:
    def apply(lines: Lines) -> None:
        del lines[line][key]

    return apply


def weight(position: int, **facts: Any) -> Callable[[Lines], None]:
    return lambda lines: lines[2]["weights"][position].update(facts)


@pytest.mark.parametrize(
    ("damage", "place", "reason"),
    [
        (change(0, schema_version=2), "1:schema_version", "2 cannot be read here, only 1"),
        (drop(0, "timm"), "1:timm", "is missing"),
        (drop(0, "schema_version"), "1:schema_version", "is missing"),
        (change(0, architectures=2), "1:architectures", "the header says 2, the file holds 1"),
        (change(0, weights=1), "1:weights", "the header says 1, the file holds 2"),
        (change(1, module=""), "2:module", 'expected a text, found ""'),
        (change(1, papers="none"), "2:papers", 'expected a list, found "none"'),
        (change(1, papers=[{}]), "2:papers[0].url", "is missing"),
        (change(2, parameters=1.5), "3:parameters", "expected a whole number from 0, found 1.5"),
        (change(2, parameters=True), "3:parameters", "expected a whole number from 0, found true"),
        (change(2, module="coot"), "3:module", "coot is not among the modules above"),
        (change(2, colour="red"), "3:colour", "is not a known fact here"),
        (drop(2, "num_classes"), "3:num_classes", "is missing"),
        (change(2, weights=[7]), "3:weights[0]", "expected a JSON object, found 7"),
        (weight(1, tag="in1k"), "3:weights[1].tag", "coat_tiny.in1k stands here a second time"),
        (weight(0, input_size=[3, 224]), "3:weights[0].input_size", "expected channels, height"),
        (weight(0, crop_pct="0.9"), "3:weights[0].crop_pct", 'expected a number, found "0.9"'),
        (weight(0, licence="mit"), "3:weights[0].licence", "is not a known fact here"),
        (weight(0, fixed_input_size=1), "3:weights[0].fixed_input_size", "expected true or false"),
        (change(3, current="coot"), "4:current", "coot is not among the architectures above"),
        (change(3, deprecated="coat_tiny"), "4:deprecated", "is an architecture above"),
        (lambda lines: lines.append(lines[1]), "5:module", "coat stands here a second time"),
        (lambda lines: lines.append(lines[2]), "5:architecture", "stands here a second time"),
        (lambda lines: lines.append(lines[3]), "5:deprecated", "stands here a second time"),
        (lambda lines: lines.pop(), "1:deprecated", "the header says 1, the file holds 0"),
    ],
)
def test_damage_is_refused_at_its_place(
    damage: Callable[[Lines], None], place: str, reason: str
) -> None:
    lines = sample()
    damage(lines)
    with pytest.raises(InputError) as caught:
        parse(lines)
    assert str(caught.value).startswith(f"r.jsonl:{place}: ")
    assert reason in caught.value.reason


def test_cut_off_last_line_is_refused() -> None:
    with pytest.raises(InputError, match=r"^r\.jsonl:4:\d+: no JSON: "):
        parse_registry(text_of(sample())[:-20], file="r.jsonl")


@pytest.mark.parametrize("text", ["", "\n\n"])
def test_empty_file_is_refused(text: str) -> None:
    with pytest.raises(InputError, match=r"^r\.jsonl: is empty"):
        parse_registry(text, file="r.jsonl")


def test_csv_is_refused() -> None:
    with pytest.raises(InputError, match=r"^r\.jsonl:1:1: no JSON: "):
        parse_registry("model,top1\nresnet50,80.0\n", file="r.jsonl")


@pytest.mark.parametrize("value", ["NaN", "1e999"])
def test_non_finite_numbers_are_refused(value: str) -> None:
    text = text_of(sample()).replace("0.875", value)
    with pytest.raises(InputError, match=r"^r\.jsonl:"):
        parse_registry(text, file="r.jsonl")


def test_without_timm_the_error_names_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "timm", None)
    with pytest.raises(BackboneError, match=r"pip install 'backbonedb\[bench\]'"):
        registry_of_installed_timm()


def test_importing_the_modules_imports_neither_timm_nor_torch() -> None:
    code = (
        "import sys, ingest.snapshot, ingest.sources.timm;"
        "print(sorted({'timm', 'torch'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


@pytest.mark.parametrize(
    ("docstring", "papers"),
    [
        (
            "Papers:\n    * `A Title` - https://arxiv.org/abs/2104.06399\n",
            [{"arxiv": "2104.06399", "title": "A Title"}],
        ),
        (
            'From `"Quoted Title" <https://arxiv.org/pdf/1608.06993.pdf>`_.',
            [{"arxiv": "1608.06993", "title": "Quoted Title"}],
        ),
        (
            'From the\n    `"On Two\n    Lines"\n    <https://arxiv.org/abs/1712.00559>`_ paper.',
            [{"arxiv": "1712.00559"}],
        ),
        (
            "Paper: `Title`\n        - https://arxiv.org/abs/2105.03404",
            [{"arxiv": "2105.03404", "title": "Title"}],
        ),
        (
            "Paper:  'Single: Quotes' - https://arxiv.org/abs/2105.01601",
            [{"arxiv": "2105.01601", "title": "Single: Quotes"}],
        ),
        (
            "`Run, Don't Walk` - https://arxiv.org/abs/2303.03667v3",
            [{"arxiv": "2303.03667", "title": "Run, Don't Walk"}],
        ),
        ("EVA-g model (https://arxiv.org/abs/2211.07636).", [{"arxiv": "2211.07636"}]),
        (
            "(https://arxiv.org/abs/2106.08254) * `BEiT` - https://arxiv.org/abs/2106.08254",
            [{"arxiv": "2106.08254", "title": "BEiT"}],
        ),
        (
            "url={https://openreview.net/forum?id=p-BhZSz59o4}",
            [{"url": "https://openreview.net/forum?id=p-BhZSz59o4"}],
        ),
        ("Code: https://github.com/mlpc-ucsd/CoaT", []),
        ("", []),
    ],
)
def test_paper_links_of_a_docstring(docstring: str, papers: list[dict[str, str]]) -> None:
    assert paper_links(docstring) == papers
