from __future__ import annotations

import pytest

from ingest.sources.timm import bundled_registry_path, parse_registry
from ingest.tags import TagFacts, parse_tag, split_tag, vocabulary

IN1K, IN12K = "ImageNet-1k", "ImageNet-12k"
IN21K, IN22K = "ImageNet-21k", "ImageNet-22k"
ROSS = "Ross Wightman"

#: Verified by hand against timm's model definitions, its model cards and the papers.
EXPECTED = {
    "in1k": TagFacts(pretrained_on=IN1K),
    "in12k_ft_in1k": TagFacts(pretrained_on=IN12K, fine_tuned_on=IN1K),
    "in12k_ft_in1k_384": TagFacts(pretrained_on=IN12K, fine_tuned_on=IN1K),
    "in22k_ft_in22k_in1k": TagFacts(
        pretrained_on=IN22K, fine_tuned_on="ImageNet-22k then ImageNet-1k"
    ),
    "ft_in1k": TagFacts(fine_tuned_on=IN1K),
    "fb_in1k": TagFacts(pretrained_on=IN1K, origin="Meta AI"),
    "fb_in22k_ft_in1k": TagFacts(pretrained_on=IN22K, fine_tuned_on=IN1K, origin="Meta AI"),
    "fb_dist_in1k": TagFacts(pretrained_on=IN1K, origin="Meta AI", is_distilled=True),
    "fb_distilled_in1k": TagFacts(pretrained_on=IN1K, origin="Meta AI", is_distilled=True),
    "fb_inw21k": TagFacts(pretrained_on="ImageNet-21k (winter 2021)", origin="Meta AI"),
    "fb_r896_2pt1": TagFacts(origin="Meta AI"),
    "dist_in22k_ft_in1k": TagFacts(pretrained_on=IN22K, fine_tuned_on=IN1K, is_distilled=True),
    "fcmae_ft_in22k_in1k_384": TagFacts(
        pretrained_on=IN1K,
        fine_tuned_on="ImageNet-22k then ImageNet-1k",
        recipe="FCMAE",
        origin="Meta AI",
    ),
    "mim_m38m_ft_in22k_in1k": TagFacts(
        pretrained_on="Merged-38M",
        fine_tuned_on="ImageNet-22k then ImageNet-1k",
        recipe="masked image modelling",
        origin="BAAI",
        extra_data="Merged-38M",
    ),
    "mae_in1k_ft_in1k": TagFacts(
        pretrained_on=IN1K, fine_tuned_on=IN1K, recipe="MAE", origin="Meta AI"
    ),
    "in22k_ijepa": TagFacts(pretrained_on=IN22K, recipe="I-JEPA", origin="Meta AI"),
    "dino": TagFacts(pretrained_on=IN1K, recipe="DINO", origin="Meta AI"),
    "lvd142m": TagFacts(pretrained_on="LVD-142M", origin="Meta AI", extra_data="LVD-142M"),
    "eupe_lvd1689m": TagFacts(
        pretrained_on="LVD-1689M",
        recipe="EUPE",
        origin="Meta AI",
        is_distilled=True,
        extra_data="LVD-1689M",
    ),
    "sa1b": TagFacts(pretrained_on="SA-1B", extra_data="SA-1B"),
    "webli_ft_in1k": TagFacts(
        pretrained_on="WebLI", fine_tuned_on=IN1K, origin="Google", extra_data="WebLI"
    ),
    "v2_webli": TagFacts(
        pretrained_on="WebLI", recipe="SigLIP 2", origin="Google", extra_data="WebLI"
    ),
    "pali2_10b_docci": TagFacts(
        fine_tuned_on="DOCCI", recipe="PaliGemma 2", origin="Google", extra_data="DOCCI"
    ),
    "laion2b_ft_in12k_in1k": TagFacts(
        pretrained_on="LAION-2B",
        fine_tuned_on="ImageNet-12k then ImageNet-1k",
        extra_data="LAION-2B",
    ),
    "clip_laion2b_augreg_ft_in12k_in1k_384": TagFacts(
        pretrained_on="LAION-2B",
        fine_tuned_on="ImageNet-12k then ImageNet-1k",
        recipe="CLIP, AugReg",
        extra_data="LAION-2B",
    ),
    "clip_laion2b_ft_soup_320": TagFacts(
        pretrained_on="LAION-2B", recipe="CLIP, model soup", extra_data="LAION-2B"
    ),
    "clip_ft_in1k": TagFacts(fine_tuned_on=IN1K, recipe="CLIP"),
    "openai_ft_in12k_in1k": TagFacts(
        pretrained_on="WIT-400M",
        fine_tuned_on="ImageNet-12k then ImageNet-1k",
        origin="OpenAI",
        extra_data="WIT-400M",
    ),
    "metaclip_2pt5b": TagFacts(
        pretrained_on="MetaCLIP-2.5B", origin="Meta AI", extra_data="MetaCLIP-2.5B"
    ),
    "dfn2b_s39b": TagFacts(pretrained_on="DFN-2B", origin="Apple", extra_data="DFN-2B"),
    "apple_mclip2_dfndr2b": TagFacts(
        pretrained_on="DFNDR-2B", recipe="MobileCLIP2", origin="Apple", extra_data="DFNDR-2B"
    ),
    "tinyclip_yfcc15m": TagFacts(
        pretrained_on="YFCC-15M", recipe="TinyCLIP", is_distilled=True, extra_data="YFCC-15M"
    ),
    "fb_wsl_ig1b_ft_in1k": TagFacts(
        pretrained_on="Instagram-1B",
        fine_tuned_on=IN1K,
        recipe="weakly supervised",
        origin="Meta AI",
        extra_data="Instagram-1B",
    ),
    "fb_swsl_ig1b_ft_in1k": TagFacts(
        pretrained_on="Instagram-1B",
        fine_tuned_on=IN1K,
        recipe="semi-weakly supervised",
        origin="Meta AI",
        extra_data="Instagram-1B",
    ),
    "fb_ssl_yfcc100m_ft_in1k": TagFacts(
        pretrained_on="YFCC-100M",
        fine_tuned_on=IN1K,
        recipe="semi-supervised",
        origin="Meta AI",
        extra_data="YFCC-100M",
    ),
    "swag_lc_in1k": TagFacts(
        pretrained_on="Instagram-3.6B",
        fine_tuned_on=IN1K,
        recipe="SWAG",
        origin="Meta AI",
        extra_data="Instagram-3.6B",
    ),
    "ns_jft_in1k_475": TagFacts(
        pretrained_on="JFT-300M + ImageNet-1k",
        recipe="Noisy Student",
        origin="Google",
        extra_data="JFT-300M",
    ),
    "ssld_stage1_in22k_in1k": TagFacts(
        pretrained_on="ImageNet-22k + ImageNet-1k", recipe="SSLD", is_distilled=True
    ),
    "bd_ssld_6m_in1k_384": TagFacts(
        pretrained_on="ImageNet-1k-6M", recipe="SSLD", origin="ByteDance", is_distilled=True
    ),
    "msft_florence2": TagFacts(
        pretrained_on="FLD-5B", recipe="Florence-2", origin="Microsoft", extra_data="FLD-5B"
    ),
    "augreg2_in21k_ft_in1k": TagFacts(
        pretrained_on=IN21K,
        fine_tuned_on=IN1K,
        recipe="AugReg, fine-tuned anew",
        trained_by=ROSS,
    ),
    "orig_in21k_ft_in1k": TagFacts(pretrained_on=IN21K, fine_tuned_on=IN1K),
    "sam_in1k": TagFacts(pretrained_on=IN1K, recipe="sharpness-aware minimization"),
    "sw_in12k_ft_in1k": TagFacts(
        pretrained_on=IN12K,
        fine_tuned_on=IN1K,
        recipe="based on the Swin Transformer recipe",
        origin="timm",
        trained_by=ROSS,
    ),
    "sbb2_pd_e200_in12k_ft_in1k": TagFacts(
        pretrained_on=IN12K,
        fine_tuned_on=IN1K,
        recipe="Searching for Better ViT Baselines, second recipe, patch dropout",
        origin="timm",
        trained_by=ROSS,
    ),
    "ra4_e3600_r224_in1k": TagFacts(
        pretrained_on=IN1K, recipe="RandAugment RA4", origin="timm", trained_by=ROSS
    ),
    "ra_in1k": TagFacts(pretrained_on=IN1K, recipe="RandAugment"),
    "a1_in1k": TagFacts(pretrained_on=IN1K, recipe="ResNet strikes back A1", origin="timm"),
    "rsb_a1_in1k": TagFacts(pretrained_on=IN1K, recipe="ResNet strikes back A1"),
    "tf_ens_adv_in1k": TagFacts(
        pretrained_on=IN1K, recipe="ensemble adversarial training", origin="Google"
    ),
    "tv2_in1k": TagFacts(pretrained_on=IN1K, recipe="torchvision V2", origin="torchvision"),
    "miil_green_in1k": TagFacts(pretrained_on=IN1K, origin="Alibaba"),
    "e180_ad_r384_in12k": TagFacts(pretrained_on=IN12K),
    "1200ep_in1k": TagFacts(pretrained_on=IN1K),
    "patch30_in21k": TagFacts(pretrained_on=IN21K),
    "c_radio": TagFacts(recipe="C-RADIO", origin="NVIDIA", is_distilled=True),
    "qwen3_vl_235b_a22b": TagFacts(recipe="Qwen3-VL-235B-A22B", origin="Alibaba"),
    "gemma4_e4b_it": TagFacts(recipe="Gemma 4 E4B", origin="Google"),
    "pt": TagFacts(),
}


def published_tags() -> list[str]:
    path = bundled_registry_path()
    registry = parse_registry(path.read_text("utf-8"), file=path.name)
    return sorted({weight.tag for weight in registry.weights if weight.tag})


@pytest.mark.parametrize("tag", EXPECTED)
def test_facts_of_a_tag(tag: str) -> None:
    assert parse_tag(tag) == EXPECTED[tag]


def test_expectations_are_of_real_tags() -> None:
    assert set(EXPECTED) <= set(published_tags())


@pytest.mark.parametrize("tag", published_tags())
def test_every_part_of_every_published_tag_is_known(tag: str) -> None:
    assert parse_tag(tag).unknown_parts == ()
    assert "_".join(key for key, _ in split_tag(tag)) == tag


def test_every_entry_of_the_vocabulary_is_in_use() -> None:
    used = {key for tag in published_tags() for key, _ in split_tag(tag)}
    assert set(vocabulary()) - used == set()


@pytest.mark.parametrize("tag", [None, ""])
def test_no_tag_states_nothing(tag: str | None) -> None:
    assert parse_tag(tag) == TagFacts()


def test_unknown_parts_are_told_and_the_rest_is_read() -> None:
    facts = parse_tag("acme_in22k_ft_in1k_zeta")
    assert facts.unknown_parts == ("acme", "zeta")
    assert facts.pretrained_on == IN22K
    assert facts.fine_tuned_on == IN1K


def test_silence_about_distillation_is_not_a_no() -> None:
    assert parse_tag("fb_in1k").is_distilled is None
