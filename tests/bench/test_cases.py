from __future__ import annotations

import pytest

from bench.cases import Case, expand, parse_batch_sizes, parse_compile, parse_shard
from bench.errors import BenchError
from bench.fit import largest_that_fits

MODELS = [(f"model_{number}", 224) for number in range(37)]


def test_shards_are_disjoint_and_complete() -> None:
    whole = expand(MODELS, (1, 32), seed=7)
    shards = [expand(MODELS, (1, 32), seed=7, shard=(part, 8)) for part in range(1, 9)]
    together = [case for shard in shards for case in shard]
    assert len(together) == len(set(together)) == 74
    assert set(together) == set(whole)
    assert max(map(len, shards)) - min(map(len, shards)) <= 1


def test_order_follows_the_seed() -> None:
    assert expand(MODELS, (1,), seed=1) == expand(MODELS, (1,), seed=1)
    assert expand(MODELS, (1,), seed=1) != expand(MODELS, (1,), seed=2)


def test_batch_sizes() -> None:
    assert parse_batch_sizes("1,32,max,32") == (1, 32, None)
    assert str(Case(model="a", img_size=8, batch_size=None)) == "a 8 px, batch max"


@pytest.mark.parametrize("written", ["", "0", "-1", "1.5", "1,,2", "all", "１"])
def test_wrong_batch_sizes(written: str) -> None:
    with pytest.raises(BenchError, match="--batch-sizes"):
        parse_batch_sizes(written)


def test_compile() -> None:
    assert parse_compile("off") == ("off", None)
    assert parse_compile("inductor") == ("inductor", "default")
    assert parse_compile("inductor:max-autotune") == ("inductor", "max-autotune")
    for wrong in ("on", "inductor:fast", "off:default", ""):
        with pytest.raises(BenchError, match="--compile"):
            parse_compile(wrong)


def test_shard() -> None:
    assert parse_shard("3/8") == (3, 8)
    for wrong in ("0/8", "9/8", "3", "a/b", "3/"):
        with pytest.raises(BenchError, match="--shard"):
            parse_shard(wrong)


@pytest.mark.parametrize("capacity", [0, 1, 2, 3, 7, 8, 100, 127, 128, 129, 1000])
def test_largest_that_fits(capacity: int) -> None:
    tried: list[int] = []

    def fits(batch_size: int) -> bool:
        tried.append(batch_size)
        return batch_size <= capacity

    assert largest_that_fits(fits, 512) == min(capacity, 512)
    assert len(tried) == len(set(tried)) <= 20
