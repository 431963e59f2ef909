// The present view as a question that anybody can ask: in GraphQL, in SQL, in Python.

import { ENDPOINT, Name, literal } from "./graphql.js";
import { active } from "./filters.js";
import { t } from "./language.js";
import { metric } from "./metrics.js";
import { batchChoice, runArguments } from "./rows.js";

const quoted = (text) => `'${String(text).replaceAll("'", "''")}'`;
const isSpeedColumn = (key) => ["speed", "step", "batch", "gmacs", "macts"].includes(key);

/** Orders by what is no figure: the path in the API, and the column of the warehouse. */
const ORDERS = {
  name: [(order) => ({ variant: { name: order } }), "name"],
  family: [(order) => ({ variant: { model: { family: { title: order } } } }), "family"],
  year: [(order) => ({ variant: { model: { year: order } } }), "year"],
  licence: [(order) => ({ variant: { licence: { name: order } } }), "licence"],
  pretrained: [(order) => ({ variant: { pretrainedOn: order } }), "pretrained_on"],
  paper: [(order) => ({ variant: { model: { paper: { title: order } } } }), "paper"],
};

/** Whether the view needs throughput: then it is a question to `tradeoffs`, else to `evaluations`. */
export function needsSpeed({ values, run }) {
  if (!run) return false;
  const isFiltered = active(values).some(([filter]) => filter.isSpeed);
  return isFiltered || [values.x, values.y, values.sort].some(isSpeedColumn);
}

function conditions(view) {
  const isSpeed = needsSpeed(view);
  const found = active(view.values).map(([filter, value]) => filter.graphql(value, filter.key === "q" ? view.found : null, isSpeed));
  return [...found, ...boxConditions(view, isSpeed)];
}

function boxConditions({ values, box }, isSpeed) {
  if (!box) return [];
  return [[values.x, box.x0, box.x1], [values.y, box.y0, box.y1]].map(([key, start, end]) => {
    const one = metric(key);
    if (key === "year") return { variant: { model: { year: { range: { start: Math.ceil(start), end: Math.floor(end) } } } } };
    const isCount = one.key === "size" || one.key === "batch";
    const condition = { [one.field]: { range: isCount ? { start: Math.ceil(start), end: Math.floor(end) } : { start, end } } };
    return one.isEvaluation && isSpeed ? { evaluation: condition } : condition;
  });
}

/** Conditions as one filter: nested into each other where they do not clash, else under AND. */
function merged(list) {
  const where = {};
  const further = list.filter((one) => !merge(where, one));
  if (further.length) where.AND = further;
  return where;
}

function merge(into, from) {
  const clashes = (a, b) =>
    Object.keys(b).some((key) => key === "AND" || key === "OR" || (key in a && (!isNested(a[key]) || !isNested(b[key]) || clashes(a[key], b[key]))));
  if (clashes(into, from)) return false;
  const put = (a, b) => {
    for (const [key, value] of Object.entries(b)) {
      if (key in a) put(a[key], value);
      else a[key] = structuredClone(value);
    }
  };
  put(into, from);
  return true;
}

const isNested = (value) => value !== null && typeof value === "object" && !Array.isArray(value);

function orderOf(values, isSpeed) {
  const order = new Name(values.dir === "asc" ? "ASC" : "DESC");
  const known = ORDERS[values.sort];
  if (known) return known[0](order);
  const one = metric(values.sort);
  return one.isEvaluation && isSpeed ? { evaluation: { [one.field]: order } } : { [one.field]: order };
}

/** The view's question in GraphQL. */
export function asGraphQL(view) {
  const { values, run } = view;
  const isSpeed = needsSpeed(view);
  const list = conditions(view);
  const filters = {};
  const dataset = { dataset: { name: { exact: values.dataset } } };
  const where = merged(isSpeed ? list : [dataset, ...list]);
  if (Object.keys(where).length) filters.where = where;
  filters.orderBy = [orderOf(values, isSpeed)];
  filters.first = 2000;
  let root = "evaluations";
  if (isSpeed) {
    root = "tradeoffs";
    Object.assign(filters, { dataset: values.dataset, ...runArguments(run) });
    const batch = batchChoice(values.batch);
    if (batch) filters.batch = batch;
    const [x, y] = [metric(values.x), metric(values.y)];
    if (values.front && x.pareto && y.pareto) {
      root = "paretoFrontier";
      filters.metrics = [x, y].map((one) => ({ metric: new Name(one.pareto), direction: new Name(one.better.toUpperCase()) }));
    }
  }
  const speed = isSpeed ? " samplesPerSecond stepTimeMs batchSize parameters gmacs macts" : " paramCount";
  const isPartial = values.front && root !== "paretoFrontier";
  return `${isPartial ? `# ${t("frontierByPage")}\n` : ""}{
  ${root}(
${Object.entries(filters).map(([key, value]) => `    ${key}: ${literal(value)}`).join("\n")}
  ) {
    totalCount
    nodes {
      top1 top5 imgSize${speed}
      variant {
        name
        licence { name commercialUse }
        model { name year yearSource family { name } paper { title arxivId } }
      }
    }
  }
}`;
}

/** The view's question in SQL, for `backbonedb sql`. */
export function asSQL(view) {
  const { values, run, found, box } = view;
  const isSpeed = needsSpeed(view);
  const columns = ["name", "model", "family", "year", "img_size", "top1", "top5", "param_count", "licence", "commercial_use", "paper"];
  if (isSpeed) columns.push("samples_per_second", "step_time_ms", "batch_size", "gmacs", "macts");
  const settings = [`dataset = ${quoted(values.dataset)}`];
  const batch = batchChoice(values.batch);
  if (isSpeed) {
    settings.push(...Object.entries(runArguments(run)).map(([column, value]) => `${column} = ${quoted(value)}`));
    if (batch) settings.push(batch.exact ? `batch_size = ${batch.exact}` : `batch_size <= ${batch.atMost}`);
  }
  const filters = active(values).map(([filter, value]) => filter.sql(value, filter.key === "q" ? found : null));
  if (box) {
    filters.push(`${metric(values.x).sql} BETWEEN ${box.x0} AND ${box.x1}`, `${metric(values.y).sql} BETWEEN ${box.y0} AND ${box.y1}`);
  }
  const order = `ORDER BY ${ORDERS[values.sort]?.[1] ?? metric(values.sort).sql} ${values.dir === "asc" ? "ASC" : "DESC"} NULLS LAST, name, img_size`;
  const list = `${columns.slice(0, 5).join(", ")},\n  ${columns.slice(5).join(", ")}`;
  const and = (conditions) => conditions.join("\n  AND ");
  // Our own runs take a model at several batch sizes, upstream's at one.
  const select = isSpeed && run.protocol !== "timm-mean"
    ? `WITH chosen AS (
SELECT * FROM tradeoffs
WHERE ${and(settings)}
QUALIFY row_number() OVER (PARTITION BY name, img_size ORDER BY ${batch?.atMost ? "batch_size" : "samples_per_second"} DESC) = 1
)
SELECT ${list}
FROM chosen${filters.length ? `\nWHERE ${and(filters)}` : ""}`
    : `SELECT ${list}
FROM ${isSpeed ? "tradeoffs" : "leaderboard"}
WHERE ${and([...settings, ...filters])}`;
  const [x, y] = [metric(values.x), metric(values.y)];
  if (!values.front || !x.better || !y.better) return `${select}\n${order}`;
  const beats = ({ sql, better }, sign) => `other.${sql} ${better === "max" ? ">" : "<"}${sign} found.${sql}`;
  return `WITH found AS (
${select}
)
SELECT * FROM found
WHERE ${x.sql} IS NOT NULL AND ${y.sql} IS NOT NULL AND NOT EXISTS (
  FROM found AS other
  WHERE ${beats(x, "=")} AND ${beats(y, "=")} AND (${beats(x, "")} OR ${beats(y, "")})
)
${order}`;
}

/** The view's question in Python, with the standard library alone. */
export function asPython(view) {
  return `import json
from urllib.request import Request, urlopen

QUERY = r"""
${asGraphQL(view)}
"""
request = Request(
    ${JSON.stringify(location.origin + ENDPOINT)},
    json.dumps({"query": QUERY}).encode(),
    {"Content-Type": "application/json"},
)
with urlopen(request) as response:
    answer = json.load(response)["data"]
rows = next(iter(answer.values()))["nodes"]
for row in rows[:10]:
    print(row["top1"], row["variant"]["name"])
`;
}
