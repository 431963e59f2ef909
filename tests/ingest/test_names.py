"""Rule 3: what a name written in a source stands for."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from db.accuracy import Evaluation
from db.catalogue import Alias, Model, Variant
from db.engine import Database
from db.provenance import Problem
from db.speed import Measurement
from ingest.names import KnownNames, WrittenName, resolve_models, resolve_weights

from ..support import all_facts, benchmark_csv, differences, ingest, registry_jsonl, results_csv

RESULTS = "results-imagenet.csv"
BENCHMARK = "benchmark-infer-amp-nchw-pt240-cu124-rtx4090.csv"
REGISTRY = "timm-registry.jsonl"
KNOWN = KnownNames(
    models={"resnext101": 88_791_336, "vit_b": 86_567_656},
    variants=frozenset({"resnext101.fb_wsl", "resnext101.fb_swsl", "vit_b.augreg"}),
    deprecated={
        "ig_resnext101": "resnext101.fb_wsl",
        "swsl_resnext101": "resnext101.fb_swsl",
        "ssl_resnext101": "resnext101.fb_swsl",
        "vit_base": "vit_b",
        "vit_old": "vit_b.gone",
    },
)


def weights(*names: WrittenName | str) -> dict[str, tuple[str, str | None]]:
    """Name of the weight, and the code of the problem, for every name."""
    written = [name if isinstance(name, WrittenName) else WrittenName(name) for name in names]
    return {
        name: (target.variant, target.problem and target.problem[0])
        for name, target in resolve_weights(written, KNOWN).items()
    }


@pytest.mark.parametrize(
    ("name", "variant", "problem"),
    [
        ("resnext101.fb_wsl", "resnext101.fb_wsl", None),
        ("resnext101", "resnext101", None),  # never today's default tag
        ("resnext101.brand_new", "resnext101.brand_new", "unregistered_weight"),
        ("ig_resnext101", "resnext101.fb_wsl", None),
        ("vit_base", "vit_b", None),
        ("vit_base.augreg", "vit_b.augreg", None),
        ("ig_resnext101.tag", "ig_resnext101.tag", "unregistered_name"),
        ("nobody", "nobody", "unregistered_name"),
        ("nobody.tag", "nobody.tag", "unregistered_name"),
        ("vit_old", "vit_b.gone", None),
        ("VIT_B", "VIT_B", "unregistered_name"),
    ],
)
def test_a_name_alone(name: str, variant: str, problem: str | None) -> None:
    assert weights(name) == {name: (variant, problem)}


def test_two_old_names_of_one_weight_stay_themselves() -> None:
    assert weights("swsl_resnext101", "ssl_resnext101") == {
        "swsl_resnext101": ("swsl_resnext101", "ambiguous_deprecated_name"),
        "ssl_resnext101": ("ssl_resnext101", "ambiguous_deprecated_name"),
    }


def test_an_old_name_beside_the_present_one_stays_itself() -> None:
    assert weights("resnext101.fb_wsl", "ig_resnext101") == {
        "resnext101.fb_wsl": ("resnext101.fb_wsl", None),
        "ig_resnext101": ("ig_resnext101", "ambiguous_deprecated_name"),
    }


def test_old_names_of_different_revisions_do_not_rival() -> None:
    """One series, renamed at revision 5: both names may mean the weight, each in its time."""
    before = WrittenName("ig_resnext101", first=1, until=5)
    assert weights(before, WrittenName("resnext101.fb_wsl", first=5))["ig_resnext101"] == (
        "resnext101.fb_wsl",
        None,
    )
    overlapping = WrittenName("resnext101.fb_wsl", first=4)
    assert weights(before, overlapping)["ig_resnext101"][1] == "ambiguous_deprecated_name"


@pytest.mark.parametrize(
    ("millions", "agrees"),
    [(88.79, True), (88.0, True), (89.6, True), (87.9, False), (89.7, False), (None, True)],
)
def test_parameters_must_agree_within_one_percent(millions: float | None, agrees: bool) -> None:
    found = weights(WrittenName("ig_resnext101", param_count=millions))["ig_resnext101"]
    if agrees:
        assert found == ("resnext101.fb_wsl", None)
    else:
        assert found == ("ig_resnext101", "deprecated_name_differs")


def test_architectures_clash_sooner_than_weights() -> None:
    names = [WrittenName("ig_resnext101"), WrittenName("swsl_resnext101")]
    assert {target.problem for target in resolve_weights(names, KNOWN).values()} == {None}
    found = resolve_models(names, KNOWN)
    assert {name: target.model for name, target in found.items()} == {
        "ig_resnext101": "ig_resnext101",
        "swsl_resnext101": "swsl_resnext101",
    }


def test_the_answer_does_not_depend_on_the_order() -> None:
    names = ["swsl_resnext101", "ssl_resnext101", "resnext101", "ig_resnext101", "nobody"]
    assert weights(*names) == weights(*names[::-1])


# --- in the database ---


def variants(database: Database) -> dict[str, tuple[str, str | None, bool, bool]]:
    with database.reading() as session:
        return {
            written: (name, tag, is_registered, is_default)
            for written, name, tag, is_registered, is_default in session.execute(
                select(
                    Evaluation.name_written,
                    Variant.name,
                    Variant.tag,
                    Variant.is_registered,
                    Variant.is_default,
                ).join(Variant, Variant.id == Evaluation.variant_id)
            )
        }


def problems(database: Database) -> list[tuple[str, int | None]]:
    with database.reading() as session:
        found = session.execute(select(Problem.code, Problem.line).order_by(Problem.line)).all()
        return [(code, line) for code, line in found]


def test_an_untagged_name_is_a_variant_of_its_own(database: Database) -> None:
    ingest(database, REGISTRY, registry_jsonl({"net": (25_560_000, ["in1k"])}))
    ingest(database, RESULTS, results_csv([("net", 224, 80, 95), ("net.in1k", 224, 81, 95)]))
    assert variants(database) == {
        "net": ("net", None, False, False),
        "net.in1k": ("net.in1k", "in1k", True, True),
    }
    with database.reading() as session:
        assert len(session.scalars(select(Model.id)).all()) == 1
    assert problems(database) == []


def test_a_placeholder_is_promoted_by_a_later_registry(database: Database) -> None:
    ingest(database, RESULTS, results_csv([("net.in1k", 224, 80, 95)]))
    assert variants(database)["net.in1k"][2] is False
    assert problems(database) == [("unregistered_name", 2)]
    ingest(database, REGISTRY, registry_jsonl({"net": (25_560_000, ["in1k"])}))
    assert variants(database)["net.in1k"][2:] == (True, True)
    assert problems(database) == []
    with database.reading() as session:
        model = session.scalars(select(Model)).one()
        assert (model.is_registered, model.parameters) == (True, 25_560_000)


def test_a_placeholder_that_nothing_names_any_more_is_swept(database: Database) -> None:
    ingest(database, RESULTS, results_csv([("old_net", 224, 80, 95)]))
    ingest(database, BENCHMARK, benchmark_csv([("old_net", 224, 256, 100)]))
    known = registry_jsonl({"net": (25_560_000, ["in1k"])}, {"old_net": "net.in1k"})
    ingest(database, REGISTRY, known)
    assert variants(database)["old_net"][0] == "net.in1k"
    with database.reading() as session:
        assert session.scalars(select(Model.name)).all() == ["net"]
        assert session.scalars(select(Variant.name)).all() == ["net.in1k"]
        assert (
            session.scalar(select(Model.name).join(Measurement, Measurement.model_id == Model.id))
            == "net"
        )


def test_a_registry_that_forgets_a_name_makes_it_a_placeholder_again(database: Database) -> None:
    ingest(database, RESULTS, results_csv([("old_net", 224, 80, 95)]))
    before = all_facts(database)
    full = registry_jsonl({"net": (25_560_000, ["in1k"])}, {"old_net": "net.in1k"})
    ingest(database, REGISTRY, full)
    ingest(database, REGISTRY, registry_jsonl({"other": (25_560_000, ["in1k"])}))
    assert variants(database)["old_net"] == ("old_net", None, False, False)
    with database.reading() as session:
        assert set(session.scalars(select(Model.name))) == {"old_net", "other"}
        assert session.scalars(select(Alias.name)).all() == []
    after = all_facts(database)
    assert (
        differences({"evaluations": before["evaluations"]}, {"evaluations": after["evaluations"]})
        == []
    )


def test_four_old_names_that_timm_sends_to_one_weight(database: Database) -> None:
    """As in timm's own table, where ``ig_resnext101_32x8d`` to ``32x48d`` have one target."""
    sizes = {"32x8d": 88.79, "32x16d": 194.03, "32x32d": 468.53, "32x48d": 828.41}
    target = "resnext101_32x8d.fb_wsl"
    old = {f"ig_resnext101_{size}": target for size in sizes}
    ingest(database, REGISTRY, registry_jsonl({"resnext101_32x8d": (88_791_336, ["fb_wsl"])}, old))
    rows = [
        (f"ig_resnext101_{size}", 224, 80 + n, 95, count)
        for n, (size, count) in enumerate(sizes.items())
    ]
    ingest(database, RESULTS, results_csv(rows))
    assert {name: found[0] for name, found in variants(database).items()} == {
        name: name for name in old
    }
    assert len(problems(database)) == 4
    # One of them alone, with its own parameters, is the weight; with another's it is not.
    ingest(database, RESULTS, results_csv(rows[:1]))
    assert variants(database)["ig_resnext101_32x8d"][0] == "ig_resnext101_32x8d"  # both at once
    ingest(database, "results-sketch.csv", results_csv(rows[:1]))
    ingest(database, "results-imagenet-r.csv", results_csv(rows[1:2]))
    with database.reading() as session:
        names = session.execute(
            select(Evaluation.name_written, Variant.name)
            .join(Variant, Variant.id == Evaluation.variant_id)
            .where(Evaluation.source_id >= 4)
        ).all()
    assert dict(names) == {
        "ig_resnext101_32x8d": "resnext101_32x8d.fb_wsl",
        "ig_resnext101_32x16d": "ig_resnext101_32x16d",
    }


def test_a_name_with_two_parameter_counts_means_the_same_in_any_order(database: Database) -> None:
    known = registry_jsonl({"net": (10_000_000, ["in1k"])}, {"old_net": "net.in1k"})
    rows = [("old_net", 224, 80, 95, 20.0), ("old_net", 256, 81, 95, 10.0)]
    ingest(database, REGISTRY, known)
    ingest(database, RESULTS, results_csv(rows))
    first = variants(database)
    ingest(database, REGISTRY, known.replace('"9.9.9"', '"9.9.10"'))
    assert variants(database) == first
    ingest(database, RESULTS, results_csv(rows[::-1]))
    assert variants(database) == first


def test_nothing_is_dropped(database: Database) -> None:
    names = ["net", "net.in1k", "net.other", "old", "nobody", "nobody.tag", "old.x"]
    ingest(database, REGISTRY, registry_jsonl({"net": (25_560_000, ["in1k"])}, {"old": "net"}))
    ingest(database, RESULTS, results_csv((name, 224, 80, 95) for name in names))
    assert set(variants(database)) == set(names)
    assert all(model for model, *_ in variants(database).values())
