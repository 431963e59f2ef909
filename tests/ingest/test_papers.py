from __future__ import annotations

import csv
import fnmatch
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest

from ingest.papers import (
    introducing_paper,
    introducing_paper_of_name,
    models_without_paper,
    paper_rules,
    paper_titles,
    reason_without_paper,
    submitted_from_arxiv_id,
    training_papers,
)
from ingest.sources.timm import Architecture, Registry, bundled_registry_path, parse_registry

AUDIT = Path(__file__).parents[2] / "docs" / "audits" / "introducing-papers.md"

# Untagged names that only older published files have.
OLD_NAMES = (
    "convnext_nano_hnf",
    "convnext_tiny_hnfd",
    "densenet121d",
    "densenet264",
    "densenet264d_iabn",
    "ese_vovnet99b_iabn",
    "gluon_xception65",
    "regnety_040s_gn",
    "regnetz_b",
    "regnetz_c",
    "regnetz_d",
    "resnetv2_50d_evob",
    "semobilevit_s",
    "vit_base_patch16_reg8_gap_256",
    "vit_deit_base_patch16_224",
    "vit_medium_patch16_reg4_256",
)


@pytest.fixture(scope="module")
def registry() -> Registry:
    path = bundled_registry_path()
    return parse_registry(path.read_text(encoding="utf-8"), file=path.name)


@pytest.fixture(scope="module")
def architectures(registry: Registry) -> dict[str, Architecture]:
    return {architecture.name: architecture for architecture in registry.architectures}


@pytest.mark.parametrize(
    ("model", "arxiv_id", "source"),
    [
        ("aimv2_large_patch14_224", "2411.14402", "curated"),
        ("bat_resnext26ts", "1611.05431", "curated"),
        ("beit_base_patch16_224", "2106.08254", "curated"),
        ("beitv2_base_patch16_224", "2208.06366", "curated"),
        ("botnet26t_256", "2101.11605", "curated"),
        ("caformer_s18", "2210.13452", "curated"),
        ("cait_xxs36_224", "2103.17239", "module"),
        ("coat_lite_mini", "2104.06399", "module"),
        ("coatnet_0_rw_224", "2106.04803", "curated"),
        ("convit_base", "2103.10697", "module"),
        ("convmixer_768_32", "2201.09792", "module"),
        ("convnext_tiny", "2201.03545", "curated"),
        ("convnextv2_tiny", "2301.00808", "paper_ids"),
        ("convnextv2_small", "2301.00808", "curated"),
        ("crossvit_9_240", "2103.14899", "module"),
        ("cs3darknet_focus_l", "1911.11929", "curated"),
        ("darknet53", "1804.02767", "curated"),
        ("davit_tiny", "2204.03645", "curated"),
        ("davit_base_fl", "2311.06242", "curated"),
        ("deit3_base_patch16_224", "2204.07118", "entry_point"),
        ("deit_base_patch16_224", "2012.12877", "entry_point"),
        ("densenet121", "1608.06993", "entry_point"),
        ("densenetblur121d", "1608.06993", "entry_point"),
        ("dla34", "1707.06484", "curated"),
        ("dla60_res2net", "1904.01169", "curated"),
        ("dm_nfnet_f0", "2102.06171", "curated"),
        ("dpn68", "1707.01629", "module"),
        ("ecaresnet50d", "1910.03151", "curated"),
        ("ecaresnet50d_pruned", "2002.08258", "entry_point"),
        ("edgenext_base", "2206.10589", "module"),
        ("efficientnet_b0", "1905.11946", "curated"),
        ("efficientnet_x_b5", "2102.05610", "curated"),
        ("tf_efficientnet_cc_b0_4e", "1904.04971", "curated"),
        ("tf_efficientnet_l2", "1911.04252", "curated"),
        ("tf_efficientnetv2_s", "2104.00298", "curated"),
        ("efficientvit_b0", "2205.14756", "module"),
        ("efficientvit_m0", "2305.07027", "module"),
        ("ese_vovnet39b", "1911.06667", "curated"),
        ("eva02_base_patch14_224", "2303.11331", "entry_point"),
        ("eva02_large_patch14_clip_224", "2303.15389", "curated"),
        ("eva_giant_patch14_224", "2211.07636", "entry_point"),
        ("fastvit_mci2", "2311.17049", "curated"),
        ("fastvit_mci4", "2508.20691", "curated"),
        ("fastvit_t8", "2303.14189", "curated"),
        ("fbnetc_100", "1812.03443", "curated"),
        ("fbnetv3_b", "2006.02049", "curated"),
        ("gcresnet50t", "1904.11492", "curated"),
        ("gernet_l", "2006.14090", "entry_point"),
        ("ghostnetv2_100", "2211.12905", "curated"),
        ("gmlp_s16_224", "2105.08050", "entry_point"),
        ("halonet50ts", "2103.12731", "curated"),
        ("hiera_base_abswin_256", "2311.05613", "curated"),
        ("hrnet_w18_ssld", "1908.07919", "module"),
        ("inception_resnet_v2", "1602.07261", "module"),
        ("inception_v3", "1512.00567", "module"),
        ("lambda_resnet50ts", "2102.08602", "curated"),
        ("lcnet_100", "2109.15099", "curated"),
        ("legacy_xception", "1610.02357", "module"),
        ("levit_256", "2104.01136", "module"),
        ("maxvit_tiny_tf_224", "2204.01697", "curated"),
        ("mixer_b16_224", "2105.01601", "entry_point"),
        ("mixnet_s", "1907.09595", "curated"),
        ("mnasnet_100", "1807.11626", "curated"),
        ("mobilenetv2_100", "1801.04381", "curated"),
        ("mobilenetv3_large_100", "1905.02244", "curated"),
        ("mobilenetv4_conv_small", "2404.10518", "curated"),
        ("mobileone_s0", "2206.04040", "curated"),
        ("mobilevitv2_100", "2206.02680", "curated"),
        ("nf_resnet50", "2101.08692", "curated"),
        ("poolformer_s12", "2111.11418", "curated"),
        ("poolformerv2_s12", "2210.13452", "curated"),
        ("regnety_032", "2003.13678", "curated"),
        ("regnetz_c16", "2103.06877", "curated"),
        ("repvgg_b0", "2101.03697", "entry_point"),
        ("resnest50d", "2004.08955", "entry_point"),
        ("resnet50", "1512.03385", "curated"),
        ("resnet50_clip", "2103.00020", "curated"),
        ("resnet50_gn", "1803.08494", "curated"),
        ("resnet50d", "1812.01187", "curated"),
        ("resnetaa50", "1904.11486", "curated"),
        ("resnetrs50", "2103.07579", "entry_point"),
        ("resnetv2_50", "1603.05027", "curated"),
        ("resnetv2_50x1_bit", "1912.11370", "curated"),
        ("resnext50_32x4d", "1611.05431", "curated"),
        ("samvit_base_patch16", "2304.02643", "curated"),
        ("seresnet50", "1709.01507", "curated"),
        ("seresnext101_32x8d", "1709.01507", "curated"),
        ("skresnet18", "1903.06586", "curated"),
        ("swin_s3_tiny_224", "2111.14725", "entry_point"),
        ("swin_tiny_patch4_window7_224", "2103.14030", "curated"),
        ("swinv2_cr_small_224", "2111.09883", "module"),
        ("tinynet_a", "2010.14819", "curated"),
        ("tresnet_l", "2003.13630", "module"),
        ("vgg16", "1409.1556", "entry_point"),
        ("vit_base_patch14_dinov2", "2304.07193", "curated"),
        ("vit_base_patch14_reg4_dinov2", "2309.16588", "curated"),
        ("vit_base_patch16_224", "2010.11929", "entry_point"),
        ("vit_base_patch16_dinov3", "2508.10104", "entry_point"),
        ("vit_base_patch16_radio_v3", "2412.07679", "paper_ids"),
        ("vit_base_patch16_siglip_224", "2303.15343", "curated"),
        ("vit_giant_patch14_224", "2106.04560", "entry_point"),
        ("vit_small_r26_s32_224", "2106.10270", "curated"),
        ("vit_so400m_patch14_siglip_384", "2305.13035", "curated"),
        ("vovnet39a", "1904.09730", "curated"),
        ("wide_resnet50_2", "1605.07146", "curated"),
        ("xception65", "1802.02611", "curated"),
    ],
)
def test_introducing_paper_of_known_architectures(
    architectures: dict[str, Architecture], model: str, arxiv_id: str, source: str
) -> None:
    claim = introducing_paper(architectures[model])
    assert claim is not None
    assert (claim.arxiv_id, claim.source) == (arxiv_id, source)
    assert claim.title == paper_titles()[arxiv_id]
    assert claim.url == f"https://arxiv.org/abs/{arxiv_id}"


def test_every_architecture_has_a_paper_or_a_reason(
    architectures: dict[str, Architecture],
) -> None:
    for name, architecture in architectures.items():
        claim = introducing_paper(architecture)
        assert (claim is None) == (reason_without_paper(name) is not None), name
        assert claim is None or claim.title, name


def test_paper_that_only_trained_weights_introduces_nothing(registry: Registry) -> None:
    claims = [introducing_paper(architecture) for architecture in registry.architectures]
    linked = {link.arxiv_id for each in registry.architectures for link in each.papers}
    assert set(training_papers()) <= linked
    assert not {claim.arxiv_id for claim in claims if claim} & set(training_papers())


def test_curated_reason_and_confidence_are_told() -> None:
    claim = introducing_paper_of_name("coatnext_nano_rw_224")
    assert claim is not None
    assert (claim.source, claim.confidence) == ("curated", "low")
    assert claim.reason


@pytest.mark.parametrize(
    ("model", "arxiv_id"),
    [
        ("semobilevit_s", "2110.02178"),
        ("gluon_xception65", "1802.02611"),
        ("ig_resnext101_32x48d", "1611.05431"),
        ("gluon_resnet50_v1d", "1812.01187"),
        ("swsl_resnet18", "1512.03385"),
        ("tf_efficientnet_b0_ap", "1905.11946"),
        ("vit_deit_base_patch16_224", "2012.12877"),
    ],
)
def test_unregistered_name_is_told_by_the_rules(model: str, arxiv_id: str) -> None:
    claim = introducing_paper_of_name(model)
    assert claim is not None
    assert claim.arxiv_id == arxiv_id


@pytest.mark.parametrize("model", ["no_such_network", "", "hgnet_tiny", "test_vit"])
def test_name_without_rule_has_no_paper(model: str) -> None:
    assert introducing_paper_of_name(model) is None


def test_every_old_name_has_a_paper(registry: Registry) -> None:
    names = [*(old.name for old in registry.deprecated), *OLD_NAMES]
    assert [name for name in names if introducing_paper_of_name(name) is None] == []


def test_every_pattern_of_every_rule_decides_for_some_name(registry: Registry) -> None:
    """A rule behind a wider one, or for a model that timm's links already tell, is dead."""
    told_by_rules = [
        *(
            architecture.name
            for architecture in registry.architectures
            if (claim := introducing_paper(architecture)) and claim.source == "curated"
        ),
        *(old.name for old in registry.deprecated),
        *OLD_NAMES,
    ]
    deciding = Counter(
        (rule.arxiv_id, glob)
        for name in told_by_rules
        for rule in [next(rule for rule in paper_rules() if _matches(name, rule.models))]
        for glob in rule.models
        if fnmatch.fnmatchcase(name, glob)
    )
    dead = [
        (rule.arxiv_id, glob)
        for rule in paper_rules()
        for glob in rule.models
        if not deciding[rule.arxiv_id, glob]
    ]
    assert dead == []


def test_every_pattern_without_paper_names_a_model(architectures: dict[str, Architecture]) -> None:
    for glob, reason in models_without_paper():
        assert reason
        assert fnmatch.filter(architectures, glob), glob


def test_the_first_rule_that_matches_decides(registry: Registry) -> None:
    for name in {*(architecture.name for architecture in registry.architectures), *OLD_NAMES}:
        if reason_without_paper(name) is None:
            first = next((rule for rule in paper_rules() if _matches(name, rule.models)), None)
            claim = introducing_paper_of_name(name)
            assert (claim and claim.arxiv_id) == (first and first.arxiv_id), name


def _matches(name: str, globs: Iterable[str]) -> bool:
    return any(fnmatch.fnmatchcase(name, glob) for glob in globs)


def test_reviewed_identifiers_are_well_formed_and_titled() -> None:
    for rule in paper_rules():
        assert rule.arxiv_id in paper_titles(), rule.models
        assert rule.confidence in {"high", "medium", "low"}
        assert rule.reason
    for arxiv_id, title in paper_titles().items():
        assert re.fullmatch(r"\d{4}\.\d{4,5}", arxiv_id)
        assert (2014, 9) <= submitted_from_arxiv_id(arxiv_id) <= (2026, 12)
        assert title == title.strip()
    assert len(set(paper_titles().values())) == len(paper_titles())


def test_every_paper_of_the_registry_has_a_title(registry: Registry) -> None:
    linked = {
        link.arxiv_id
        for architecture in registry.architectures
        for link in (*architecture.papers, *(p for w in architecture.weights for p in w.papers))
        if link.arxiv_id
    }
    assert linked - set(paper_titles()) == set()
    assert {
        arxiv_id: title
        for arxiv_id, title in registry.titles.items()
        if title != paper_titles()[arxiv_id]
    } == {}


@pytest.mark.parametrize(
    ("arxiv_id", "submitted"),
    [
        ("2104.06399", (2021, 4)),
        ("2104.10972v4", (2021, 4)),
        ("1409.1556", (2014, 9)),
        ("0704.0001", (2007, 4)),
        ("cs/0501001", (2005, 1)),
        ("math.GT/0309136v1", (2003, 9)),
        ("hep-th/9108001", (1991, 8)),
        ("cs/0012007", (2000, 12)),
    ],
)
def test_submission_month_from_identifier(arxiv_id: str, submitted: tuple[int, int]) -> None:
    assert submitted_from_arxiv_id(arxiv_id) == submitted


@pytest.mark.parametrize(
    "text",
    ["", "2113.06399", "2100.06399", "210.06399", "2104.063999", "arXiv:2104.06399", "cs/05"],
)
def test_wrong_identifier_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no arXiv identifier"):
        submitted_from_arxiv_id(text)


def audit_rows() -> list[list[str]]:
    lines = AUDIT.read_text(encoding="utf-8").splitlines()
    start = lines.index("| architecture | arXiv | title | source | confidence | verdict | why |")
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[start + 2 :]]


def test_audit_judges_what_the_rules_say_today(architectures: dict[str, Architecture]) -> None:
    rows = audit_rows()
    assert len({row[0] for row in rows}) == 100
    for name, arxiv_id, title, source, confidence, verdict, why in rows:
        claim = introducing_paper(architectures[name])
        assert claim is not None
        assert (arxiv_id, title) == (claim.arxiv_id, claim.title)
        assert (source, confidence) == (claim.source, claim.confidence)
        assert verdict in {"right", "right (variant)", "debatable", "wrong"}
        assert why
    verdicts = Counter(row[5].partition(" ")[0] for row in rows)
    assert verdicts["right"] >= 98


@pytest.mark.realdata
def test_every_model_with_an_imagenet_row_has_a_paper_or_a_reason(
    architectures: dict[str, Architecture], real_data: Path
) -> None:
    with (real_data / "timm-results/results-imagenet.csv").open(
        encoding="utf-8", newline=""
    ) as file:
        tested = {row["model"].partition(".")[0] for row in csv.DictReader(file)}
    without = {name for name in tested if introducing_paper(architectures[name]) is None}
    assert len(tested) == 900
    assert all(map(reason_without_paper, without))
    assert Counter(name.partition("_")[0] for name in without) == {
        "hgnet": 3,
        "hgnetv2": 7,
        "test": 13,
    }
