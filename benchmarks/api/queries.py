"""The three questions that are measured, as GraphQL and as SQL for the bound."""

from __future__ import annotations

from typing import Any

CARD = """{
  evaluations(
    where: {dataset: {name: {exact: "imagenet"}}, imgSize: {exact: 224}, top1: {gt: 80},
            variant: {model: {year: {exact: 2021}}}}
    orderBy: [{top1: DESC}], first: 50
  ) {
    nodes { top1 top5 imgSize variant { name model { name } } }
  }
}"""

TREE = """{
  models(first: 50) {
    nodes { name year variants(first: 100) {
      nodes { name evaluations(first: 100) { nodes { top1 top5 imgSize dataset { name } } } }
    } }
  }
}"""

SPEED = """{
  tradeoffs(
    environment: "rtx4090-pt291-cu128", precision: "amp", layout: "nchw", compile: "off"
    first: 2000
  ) {
    nodes { top1 samplesPerSecond batchSize imgSize variant { name } model { name } }
  }
}"""

GRAPHQL = {"Q1": CARD, "Q2": TREE, "Q3": SPEED}

_CARD_SQL = """
SELECT e.top1, e.top5, e.img_size, v.name, m.name FROM evaluations e
JOIN variants v ON v.id = e.variant_id JOIN models m ON m.id = v.model_id
JOIN datasets d ON d.id = e.dataset_id
WHERE e.is_shown{true} AND d.name = 'imagenet' AND e.img_size = 224 AND e.top1 > 80
AND m.year = 2021
ORDER BY e.top1 DESC, e.id DESC LIMIT 50"""

_TREE_SQL = """
SELECT m.name, m.year, v.name, e.top1, e.top5, e.img_size, d.name
FROM (SELECT id, name, year FROM models ORDER BY name, id LIMIT 50) m
LEFT JOIN variants v ON v.model_id = m.id
LEFT JOIN evaluations e ON e.variant_id = v.id AND e.is_shown{true}
LEFT JOIN datasets d ON d.id = e.dataset_id
ORDER BY m.name, v.name, e.id"""

_SPEED_SQL = """
SELECT e.top1, b.samples_per_second, b.batch_size, e.img_size, v.name, m.name
FROM evaluations e JOIN datasets d ON d.id = e.dataset_id
JOIN variants v ON v.id = e.variant_id JOIN models m ON m.id = v.model_id
JOIN measurements b ON b.model_id = m.id AND b.img_size = e.img_size
AND b.run_id = (SELECT r.id FROM benchmark_runs r JOIN environments n ON n.id = r.environment_id
WHERE n.slug = 'rtx4090-pt291-cu128' AND r.precision = 'amp' AND r.layout = 'nchw'
AND r.compile = 'off' AND r.task = 'infer')
WHERE e.is_shown{true} AND d.name = 'imagenet'
AND b.until_source_id IS NULL AND b.status = 'ok' ORDER BY e.id"""

SQL = {"Q1": _CARD_SQL, "Q2": _TREE_SQL, "Q3": _SPEED_SQL}


def card(rows: list[Any]) -> dict[str, Any]:
    """The answer to Q1 from its rows."""
    nodes = [
        {
            "top1": r[0],
            "top5": r[1],
            "imgSize": r[2],
            "variant": {"name": r[3], "model": {"name": r[4]}},
        }
        for r in rows
    ]
    return {"data": {"evaluations": {"nodes": nodes}}}


def tree(rows: list[Any]) -> dict[str, Any]:
    """The answer to Q2 from its rows."""
    models: dict[str, tuple[dict[str, Any], dict[str, list[Any]]]] = {}
    for model, year, variant, top1, top5, size, dataset in rows:
        found = models.get(model)
        if found is None:
            found = models[model] = ({"name": model, "year": year, "variants": {"nodes": []}}, {})
        if variant is None:
            continue
        weight = found[1].get(variant)
        if weight is None:
            weight = found[1][variant] = []
            found[0]["variants"]["nodes"].append(
                {"name": variant, "evaluations": {"nodes": weight}}
            )
        if top1 is not None:
            weight.append(
                {"top1": top1, "top5": top5, "imgSize": size, "dataset": {"name": dataset}}
            )
    return {"data": {"models": {"nodes": [model for model, _ in models.values()]}}}


def speed(rows: list[Any]) -> dict[str, Any]:
    """The answer to Q3 from its rows."""
    nodes = [
        {
            "top1": r[0],
            "samplesPerSecond": r[1],
            "batchSize": r[2],
            "imgSize": r[3],
            "variant": {"name": r[4]},
            "model": {"name": r[5]},
        }
        for r in rows
    ]
    return {"data": {"tradeoffs": {"nodes": nodes}}}


ANSWER = {"Q1": card, "Q2": tree, "Q3": speed}
