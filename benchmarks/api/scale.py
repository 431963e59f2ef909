"""How much slower a hundred times the data is: the same questions to two databases, in turn.

    python -m benchmarks.api.scale REAL_URL LARGE_URL [--rounds 30]

``LARGE_URL`` is made by ``benchmarks.api.hundredfold``. Times are milliseconds in this process from
the text of a query to its response, documents and plans known, no cache of answers; the median of
the rounds. Goals: Q1 and Q2 at most twice their time on the real data, page 1,000 of a list at most
1.5 times its page 1 (a page takes 0.03 ms; reading the cursor is a part of that).
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from typing import Any

from api.execute import Executor
from api.limits import Limits
from benchmarks.api.queries import CARD, TREE
from db.engine import Database

#: Asked of both databases, at most twice as slow on the large one.
BOUND = {"Q1": CARD, "Q2": TREE}
#: Asked of both databases and reported.
REPORTED = {
    "Q1's totalCount": CARD.replace("nodes {", "totalCount nodes {", 1),
    "totalCount of models": "{ models(first: 1) { totalCount nodes { name } } }",
    "a model with its weights": (
        '{ model(name: "convnext_base") { name year variants(first: 100) { nodes { name '
        "evaluations(first: 100) { nodes { top1 dataset { name } } } } } } }"
    ),
    "fastest of a run": (
        '{ measurements(where: {run: {environment: {slug: {exact: "rtx4090-pt291-cu128"}}}}, '
        "orderBy: [{samplesPerSecond: DESC}], first: 20) { nodes { samplesPerSecond } } }"
    ),
    "search": '{ search(text: "convnxt bse") { nodes { text } } }',
}
#: Lists that are paged through.
PAGED = {
    "models by name": "models(orderBy: [{name: ASC}], ",
    "models, last first": "models(orderBy: [{name: DESC}], ",
    "evaluations by top-1": (
        'evaluations(where: {dataset: {name: {exact: "imagenet"}}, imgSize: {exact: 224}}, '
        "orderBy: [{top1: DESC}], "
    ),
    "evaluations by size": (
        'evaluations(where: {dataset: {name: {exact: "imagenet"}}}, '
        "orderBy: [{imgSize: DESC}, {top1: DESC}], "
    ),
    "evaluations": "evaluations(",
    "measurements": "measurements(",
}
#: The page that is compared with the first one.
FAR = 1_000
_PAGE = "query ($after: String) {{ page: {list}first: 20, after: $after) {{ {fields} }} }}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Timed:
    """Milliseconds of the same question on two databases, or of two pages of one.

    Attributes:
        name: what was asked.
        near: on the real data, or the first page.
        far: on the large data, or the thousandth page.
        goal: what ``far / near`` may be; None: nothing.
    """

    name: str
    near: float
    far: float
    goal: float | None = None

    @property
    def is_met(self) -> bool:
        """Whether the goal is reached."""
        return self.goal is None or self.far <= self.goal * self.near


def answered(executor: Executor, query: str, variables: Mapping[str, Any] | None = None) -> Any:
    """The data of a query.

    Raises:
        SystemExit: it has errors.
    """
    response = executor.execute(query, variables)
    if "errors" in response:
        raise SystemExit(f"{query}: {response['errors']}")
    return response["data"]


def _ms(executor: Executor, query: str, variables: Mapping[str, Any] | None = None) -> float:
    begun = time.perf_counter()
    answered(executor, query, variables)
    return (time.perf_counter() - begun) * 1000


def compared(real: Executor, large: Executor, rounds: int) -> Iterator[Timed]:
    """Every question on both databases, in turn."""
    for name, query in {**BOUND, **REPORTED}.items():
        slow = max(_ms(real, query), _ms(large, query))  # known from here on
        count = rounds if slow < 500 else 3
        times = [(_ms(real, query), _ms(large, query)) for _ in range(count)]
        near, far = (statistics.median(one) for one in zip(*times, strict=True))
        yield Timed(name=name, near=near, far=far, goal=2.0 if name in BOUND else None)


def paged(large: Executor, rounds: int) -> Iterator[Timed]:
    """The first and the thousandth page of every list, in turn."""
    for name, list_ in PAGED.items():
        walk = _PAGE.format(list=list_, fields="pageInfo { endCursor hasNextPage }")
        after = None
        for _ in range(FAR - 1):
            page = answered(large, walk, {"after": after})["page"]["pageInfo"]
            if not page["hasNextPage"]:
                raise SystemExit(f"{name}: there are no {FAR:,} pages")
            after = page["endCursor"]
        query = _PAGE.format(list=list_, fields="nodes { __typename } pageInfo { endCursor }")
        pages = ({"after": None}, {"after": after})
        for variables in pages:
            _ms(large, query, variables)
        times = [[_ms(large, query, variables) for variables in pages] for _ in range(rounds)]
        near, far = (statistics.median(one) for one in zip(*times, strict=True))
        yield Timed(name=name, near=near, far=far, goal=1.5)


def main() -> int:
    """Measure and print; 1 if a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("real")
    parser.add_argument("large")
    parser.add_argument("--rounds", type=int, default=30)
    options = parser.parse_args()
    limits = Limits(deadline_s=300)
    found = []
    with (
        Database(options.real) as real_database,
        Database(options.large) as large_database,
        closing(Executor(real_database, limits=limits)) as real,
        closing(Executor(large_database, limits=limits)) as large,
    ):
        print(f"{'ms':28} {'real':>9} {'x 100':>9} {'ratio':>7}")
        for timed in compared(real, large, options.rounds):
            found.append(timed)
            _print(timed)
        print(f"{'ms':28} {'page 1':>9} {f'page {FAR}':>9} {'ratio':>7}")
        for timed in paged(large, options.rounds):
            found.append(timed)
            _print(timed)
    return 0 if all(one.is_met for one in found) else 1


def _print(timed: Timed) -> None:
    verdict = "" if timed.goal is None else f"  goal {timed.goal:g}"
    ratio = timed.far / timed.near
    print(
        f"{timed.name:28} {timed.near:9.3f} {timed.far:9.3f} {ratio:7.2f}{verdict}"
        f"{'' if timed.is_met else ' MISSED'}",
        flush=True,
    )


if __name__ == "__main__":
    sys.exit(main())
