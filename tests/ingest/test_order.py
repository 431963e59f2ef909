"""Rule 9: the order in which sources arrive leaves no trace."""

from __future__ import annotations

import itertools
import random
from datetime import timedelta
from pathlib import Path

import pytest

from db.bulk import table_of
from db.checks import check
from db.engine import Database
from db.migrate import upgrade
from db.provenance import DataState
from ingest.document import read_document
from ingest.kinds import identify
from ingest.pipeline import Ingestion
from tests.watch import bench_lines
from tests.watch.bench_lines import NIGHT

from ..conftest import Templates, real_sources
from ..support import (
    all_facts,
    benchmark_csv,
    differences,
    document,
    ingest,
    registry_jsonl,
    results_csv,
)

GROUPS = ("notes", "registry", "results")
ORDERS = [*itertools.permutations(GROUPS), "random 1", "random 2"]


def in_order(folder: Path, order: tuple[str, ...] | str) -> list[Path]:
    notes, registry, *results = real_sources(folder)
    if isinstance(order, str):
        sources = [notes, registry, *results]
        random.Random(order).shuffle(sources)
        return sources
    groups = {"notes": [notes], "registry": [registry], "results": results}
    return [path for group in order for path in groups[group]]


@pytest.mark.realdata
@pytest.mark.parametrize(
    ("engine", "order"),
    [
        *(("sqlite", order) for order in ORDERS),
        ("postgresql", ("results", "registry", "notes")),
        ("postgresql", "random 4"),
    ],
    ids=str,
)
def test_any_order_of_the_real_sources(
    loaded: Database, database: Database, real_data: Path, order: tuple[str, ...] | str
) -> None:
    ingestion = Ingestion(database)
    for path in in_order(real_data, order):
        ingestion.ingest(read_document(path))
    assert differences(all_facts(loaded), all_facts(database)) == []


# --- made-up sources, full of what is rare in the real ones ---

MODELS = {
    "resnet50": 25_557_032,
    "resnet50d": 25_576_264,
    "coat_lite_mini": 11_011_560,
    "resnext101_32x8d": 88_791_336,
    "densenet121": 7_978_856,
    "wibble_s": 1_000_000,
    "deit3_small_patch16_224": 22_059_496,
}
TAGS = ("in1k", "a1_in1k", "fb_swsl_ig1b_ft_in1k", "rw_in1k")
OLD_NAMES = (
    "ig_resnext101_32x8d",
    "swsl_resnext101_32x8d",
    "tv_densenet121",
    "ecawibble",
    "resnet50_old",
)
UNKNOWN = ("unknown_net", "unknown_net.tag", "resnet50.new")


class Scenario:
    """Small sources whose names collide, contradict each other and go astray."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        choose = self.random
        known = {
            name: (parameters, choose.sample(TAGS, choose.randint(0, 3)))
            for name, parameters in MODELS.items()
            if choose.random() < 0.7
        } or {"resnet50": (MODELS["resnet50"], ["in1k"])}
        old: dict[str, str | None] = {}
        for name in OLD_NAMES:
            model = choose.choice(list(known))
            targets = (model, f"{model}.{choose.choice(TAGS)}", f"{model}.gone_in1k", None)
            if choose.random() < 0.6:
                old[name] = choose.choice(targets)
        self.sources = {
            "timm-registry.jsonl": registry_jsonl(known, old),
            "results-imagenet.csv": self.results(),
            "results-sketch.csv": self.results(),
            "benchmark-infer-amp-nchw-pt240-cu124-rtx4090.csv": self.benchmark(),
            "model_metadata-in1k.csv": self.metadata(),
            "notes.md": self.notes(),
        }
        for night in range(choose.randint(0, 2)):
            self.sources[bench_lines.name(NIGHT + timedelta(night))] = self.night(night)
        if choose.random() < 0.4:
            self.sources["more.md"] = self.notes()
        if choose.random() < 0.4:
            self.sources["mine/results-imagenet.csv"] = self.results()

    def name(self) -> str:
        choose = self.random
        return choose.choice(
            (
                f"{choose.choice(list(MODELS))}.{choose.choice(TAGS)}",
                choose.choice(list(MODELS)),
                choose.choice(OLD_NAMES),
                f"{choose.choice(OLD_NAMES)}.{choose.choice(TAGS)}",
                choose.choice(UNKNOWN),
            )
        )

    def parameters(self, name: str) -> float:
        own = MODELS.get(name.partition(".")[0], 25_000_000) / 1e6
        return self.random.choice((own, 25.56, 88.79))

    def results(self) -> str:
        keys = {(self.name(), self.random.choice((224, 256))) for _ in range(8)}
        return results_csv(
            (
                name,
                size,
                round(self.random.uniform(50, 80), 3),
                round(self.random.uniform(80, 99), 3),
                self.parameters(name),
            )
            for name, size in sorted(keys)
        )

    def benchmark(self) -> str:
        names = (*MODELS, *OLD_NAMES, "unknown_net")
        keys = {(self.random.choice(names), self.random.choice((224, 256))) for _ in range(6)}
        return benchmark_csv(
            (name, size, 256, 1000.5, self.parameters(name)) for name, size in sorted(keys)
        )

    def night(self, number: int) -> str:
        at = NIGHT + timedelta(number)
        choose = self.random
        keys = {(choose.choice((*MODELS, *OLD_NAMES, "unknown_net")), choose.choice((1, 8)))}
        keys |= {(choose.choice(list(MODELS)), 1) for _ in range(3)}
        figures = [
            bench_lines.measurement(name, choose.uniform(1, 99), at, batch_size=size, status="oom")
            for name, size in sorted(keys)
        ]
        software = {"torch": choose.choice(("2.9.1", "2.10.0"))}
        return bench_lines.text([bench_lines.opening(at, software=software), *figures])

    def metadata(self) -> str:
        names = sorted({self.name() for _ in range(4)})
        return "model,pretrain\n" + "".join(f"{name},in1k\n" for name in names)

    def notes(self) -> str:
        text = ""
        for year in self.random.sample((2019, 2020, 2021, 2022), 2):
            text += f"# {year}\n\n"
            for _ in range(self.random.randint(1, 2)):
                name = self.name()
                title = self.random.choice((name.partition(".")[0], "coat", "densenet", name))
                address = self.random.choice(("", f"https://huggingface.co/timm/{name}"))
                text += f"[**timm/{title}**]({address})\n\n- 224x224\n- {year}.04.02 논문\n"
                text += "".join(self.bullet() for _ in range(self.random.randint(0, 4))) + "\n"
        return text

    def bullet(self) -> str:
        one, two = self.name(), self.name()
        paper = self.random.choice(("1512.03385", "2104.06399", "2201.00001"))
        return self.random.choice(
            (
                f"- {one}, {two} 해당\n",
                f"- 형제들\n\t- {one}\n\t- {two}\n",
                f"- 참고 2020 vit이다\n\t- {one}\n",
                f"- 가장 성능이 좋은 모델 : [{one}](https://huggingface.co/timm/{one})\n",
                "- rw 버전은 Ross Wightman이 직접 학습시킨 버전임\n",
                f"- {one} - Blur Pooling\n",
                f"- 논문 https://arxiv.org/abs/{paper}\n",
            )
        )


def ingested(
    templates: Templates, empty: str, sources: dict[str, str], order: list[str]
) -> dict[str, list[str]]:
    """Everything that a database holds after ingesting ``sources`` in ``order``."""
    with Database(templates.copy_url(empty)) as database:
        ingestion = Ingestion(database)
        for name in order:
            ingestion.ingest(document(name, sources[name]), identity=identify(name))
        assert [finding for _, finding in check(database) if finding] == []
        return all_facts(database)


@pytest.mark.parametrize(
    "seeds",
    [range(8), range(8, 16), range(16, 24), pytest.param(range(24, 300), marks=pytest.mark.long)],
    ids=str,
)
def test_any_order_of_made_up_sources(templates: Templates, seeds: range) -> None:
    empty = templates.empty_url("sqlite")
    with Database(empty) as database:
        upgrade(database)
    for seed in seeds:
        scenario = Scenario(seed)
        names = list(scenario.sources)
        orders = [names[::-1], *(scenario.random.sample(names, len(names)) for _ in range(3))]
        wanted = ingested(templates, empty, scenario.sources, names)
        for order in orders:
            found = ingested(templates, empty, scenario.sources, order)
            assert differences(wanted, found) == [], f"seed {seed}, order {order}"


@pytest.mark.parametrize("seed", range(100, 104))
def test_any_order_is_the_same_on_both_engines(
    engine: str, database_url: str, templates: Templates, seed: int
) -> None:
    sources = Scenario(seed).sources
    found = ingested(templates, database_url, sources, list(sources)[::-1])
    other = templates.empty_url("sqlite")
    with Database(other) as database:
        upgrade(database)
    assert differences(ingested(templates, other, sources, list(sources)), found) == []


@pytest.mark.parametrize("seed", range(4))
def test_what_was_derived_step_by_step_is_what_is_derived_at_once(
    database: Database, seed: int
) -> None:
    """Three revisions of every source in any order, then everything derived anew from the rows."""
    sources = [
        source for number in range(3) for source in Scenario(10 * seed + number).sources.items()
    ]
    random.Random(seed).shuffle(sources)
    for name, text in sources:
        ingest(database, name, text, force=True)
    before = all_facts(database)
    assert [finding for _, finding in check(database) if finding] == []
    with database.writing() as session:
        session.execute(table_of(DataState).update().values(rules_sha256="0" * 64))
    name, text = sources[-1]
    assert not ingest(database, name, text).is_new
    assert differences(before, all_facts(database)) == []
