from __future__ import annotations

import csv
import re
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

from ingest.families import Family, families, family_of
from ingest.sources.timm import Registry, bundled_registry_path, parse_registry

# Untagged names that only older published files have.
OLD_NAMES = ("gluon_xception65", "semobilevit_s", "vit_deit_base_patch16_224")


@pytest.fixture(scope="module")
def registry() -> Registry:
    path = bundled_registry_path()
    return parse_registry(path.read_text(encoding="utf-8"), file=path.name)


@pytest.fixture(scope="module")
def names(registry: Registry) -> list[str]:
    return [
        *(architecture.name for architecture in registry.architectures),
        *(old.name for old in registry.deprecated),
        *OLD_NAMES,
    ]


@cache
def begins_with(prefix: str) -> re.Pattern[str]:
    return re.compile(re.escape(prefix).replace(r"\*", ".+") + r"(?=_|\d|$)")


@pytest.mark.parametrize(
    ("model", "family"),
    [
        ("deit3_base_patch16_224", "deit3"),
        ("deit_base_patch16_224", "deit"),
        ("beitv2_base_patch16_224", "beitv2"),
        ("beit_base_patch16_224", "beit"),
        ("beit3_base_patch16_224", "beit3"),
        ("inception_v3", "inception_v3"),
        ("inception_v4", "inception_v4"),
        ("inception_next_tiny", "inception_next"),
        ("coat_lite_mini", "coat"),
        ("coatnet_0_rw_224", "coatnet"),
        ("coatnext_nano_rw_224", "coatnext"),
        ("convnextv2_huge", "convnextv2"),
        ("convnext_atto", "convnext"),
        ("densenet121", "densenet"),
        ("densenetblur121d", "densenetblur"),
        ("dla34", "dla"),
        ("dla46x_c", "dla"),
        ("dpn68", "dpn"),
        ("dpn68b", "dpn"),
        ("bat_resnext26ts", "bat_resnext"),
        ("botnet26t_256", "botnet"),
        ("eca_botnext26ts_256", "botnet"),
        ("dm_nfnet_f0", "nfnet"),
        ("nf_resnet50", "nf_resnet"),
        ("darknet53", "darknet"),
        ("cspdarknet53", "cspdarknet"),
        ("cs3darknet_focus_l", "cs3darknet"),
        ("cs3sedarknet_x", "cs3darknet"),
        ("cs3se_edgenet_x", "cs3darknet"),
        ("tf_efficientnet_b0", "efficientnet"),
        ("tf_efficientnetv2_s", "efficientnetv2"),
        ("gc_efficientnetv2_rw_t", "efficientnetv2"),
        ("efficientnet_lite0", "efficientnet_lite"),
        ("efficientvit_b0", "efficientvit_mit"),
        ("efficientvit_m0", "efficientvit_msra"),
        ("legacy_xception", "xception"),
        ("xception41p", "xception_aligned"),
        ("resnet50", "resnet"),
        ("resnet50x4_clip_gap", "resnet_clip"),
        ("resnetv2_50", "resnetv2"),
        ("resnetv2_50x1_bit", "bit"),
        ("ig_resnext101_32x48d", "resnext"),
        ("vit_base_patch16_224", "vit"),
        ("vit_base_r50_s16_224", "vit_hybrid"),
        ("vit_base_patch16_clip_224", "vit_clip"),
        ("vit_so400m_patch14_siglip_gap_384", "vit_siglip"),
        ("vit_base_patch14_reg4_dinov2", "vit_dinov2"),
        ("vit_medium_patch16_reg4_gap_256", "vit_reg"),
        ("vit_small_patch16_rope_224", "vit_rope"),
        ("vitamin_small_224", "vitamin"),
        ("fastvit_mci2", "mobileclip"),
        ("fastvit_mci4", "mobileclip2"),
        ("swin_s3_tiny_224", "swin_s3"),
        ("pvt_v2_b2_li", "pvt_v2"),
        ("nasnetalarge", "nasnet"),
        ("pnasnet5large", "pnasnet"),
    ],
)
def test_model_belongs_to_its_longest_prefix(model: str, family: str) -> None:
    reached = family_of(model)
    assert reached is not None
    assert reached.name == family


@pytest.mark.parametrize("model", ["coatfoo", "coater_base", "vitx", "", "no_such_network"])
def test_unknown_name_has_no_family(model: str) -> None:
    assert family_of(model) is None


def test_every_name_of_timm_has_a_family(names: list[str]) -> None:
    assert [name for name in names if family_of(name) is None] == []


def test_every_name_has_one_longest_prefix(names: list[str]) -> None:
    """Written apart from the index: every prefix of every family is tried on every name."""
    prefixes = [
        (begins_with(prefix), family) for family in families() for prefix in family.prefixes
    ]
    for name in names:
        reached = [(m.end(), family) for prefix, family in prefixes if (m := prefix.match(name))]
        longest = max(end for end, _ in reached)
        assert [family for end, family in reached if end == longest] == [family_of(name)], name


def test_no_two_families_share_name_title_or_prefix() -> None:
    listed = families()
    prefixes = [prefix for family in listed for prefix in family.prefixes]
    assert len({family.name for family in listed}) == len(listed)
    assert len({family.title for family in listed}) == len(listed)
    assert len(set(prefixes)) == len(prefixes)


def test_every_prefix_is_needed(names: list[str]) -> None:
    """Each prefix brings its family a model that the family's other prefixes do not reach."""
    models: dict[Family, list[str]] = defaultdict(list)
    for name in names:
        if family := family_of(name):
            models[family].append(name)
    for family in families():
        for prefix in family.prefixes:
            others = [begins_with(other) for other in family.prefixes if other != prefix]
            assert [
                name
                for name in models[family]
                if begins_with(prefix).match(name) and not any(o.match(name) for o in others)
            ], f"{prefix} of {family.name}"


@pytest.mark.realdata
def test_every_name_of_the_published_files_has_a_family(real_data: Path) -> None:
    models = set()
    for path in (real_data / "timm-results").glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            models |= {row["model"].partition(".")[0] for row in csv.DictReader(file)}
    assert len(models) > 1_300
    assert sorted(name for name in models if family_of(name) is None) == []
