// The results of a test set joined with the throughput of a run, and what the filters leave of them.

import { ask, askAll } from "./graphql.js";
import { kindOf, loadRuns, newestOfKind } from "./runs.js";

const CHOICES = `{
  meta { dataChangedAt }
  datasets(first: 100) { nodes { name title cleanDataset { name } evaluations(first: 1) { totalCount } } }
}`;

const EVALUATIONS = `query ($dataset: String!, $after: String) {
  rows: evaluations(where: {dataset: {name: {exact: $dataset}}}, first: 2000, after: $after) {
    pageInfo { hasNextPage endCursor }
    nodes {
      top1 top5 imgSize paramCount cropPct interpolation
      variant {
        name pretrainedOn fineTunedOn
        licence { name commercialUse }
        model { name year yearSource family { name title } paper { title arxivId } }
      }
    }
  }
}`;

const SPEEDS = `query (
  $dataset: String!, $environment: String, $task: String, $precision: String, $layout: String,
  $compile: String, $protocol: String, $batch: BatchChoice, $after: String
) {
  rows: tradeoffs(
    dataset: $dataset, environment: $environment, task: $task, precision: $precision,
    layout: $layout, compile: $compile, protocol: $protocol, batch: $batch, first: 2000, after: $after
  ) {
    pageInfo { hasNextPage endCursor }
    nodes { imgSize samplesPerSecond stepTimeMs batchSize gmacs macts variant { name } }
  }
}`;

/**
 * Test sets and kinds of runs to choose from. `runLike(slug)`: the run that stands for that one, of
 * those known or `wanted`.
 */
export async function loadChoices(wanted) {
  const [data, all] = await Promise.all([ask(CHOICES), loadRuns(wanted)]);
  const runs = newestOfKind(all);
  const runLike = (slug) => {
    const found = all.find((run) => run.slug === slug);
    return found && runs.find((run) => kindOf(run) === kindOf(found));
  };
  return {
    changedAt: data.meta.dataChangedAt,
    datasets: data.datasets.nodes.filter((one) => one.evaluations.totalCount > 0),
    runs,
    runLike,
  };
}

/** The arguments of the API's tradeoffs that choose a run; the warehouse's columns have their names. */
export function runArguments(run) {
  if (!run) return {};
  const { environment, task, precision, layout, compile, protocol } = run;
  return { environment: environment.slug, task, precision, layout, compile, protocol };
}

/** The API's batch choice for the text in the address: "" as measured, "256" that, "-256" at most. */
export function batchChoice(text) {
  const size = Number.parseInt(text, 10);
  if (!size) return null;
  return size > 0 ? { exact: size } : { atMost: -size };
}

/** The results on a test set, flat. */
export async function loadEvaluations(dataset) {
  const nodes = await askAll(EVALUATIONS, { dataset });
  return nodes.map((node) => {
    const { variant } = node;
    const { model } = variant;
    return {
      key: `${variant.name} ${node.imgSize}`,
      name: variant.name,
      model: model.name,
      family: model.family?.name ?? "",
      familyTitle: model.family?.title ?? "",
      year: model.year,
      yearSource: model.yearSource,
      paper: model.paper?.title ?? "",
      arxivId: model.paper?.arxivId ?? "",
      licence: variant.licence?.name ?? "",
      commercialUse: variant.licence?.commercialUse ?? "unknown",
      pretrainedOn: variant.pretrainedOn ?? "",
      top1: node.top1,
      top5: node.top5,
      imgSize: node.imgSize,
      paramCount: node.paramCount,
      words: [variant.name, model.family?.title, model.paper?.title].join("\n").toLowerCase(),
      samplesPerSecond: null,
      stepTimeMs: null,
      batchSize: null,
      gmacs: null,
      macts: null,
    };
  });
}

/** Figures of a run by "name size". */
export async function loadSpeeds(dataset, run, batch) {
  if (!run) return new Map();
  const nodes = await askAll(SPEEDS, { dataset, ...runArguments(run), batch: batchChoice(batch) });
  return new Map(nodes.map(({ variant, ...figures }) => [`${variant.name} ${figures.imgSize}`, figures]));
}

/** Put the figures of a run on the results. */
export function join(rows, speeds) {
  const none = { samplesPerSecond: null, stepTimeMs: null, batchSize: null, gmacs: null, macts: null };
  for (const row of rows) Object.assign(row, none, speeds.get(row.key));
}

/** Words of a text search. */
export const wordsOf = (text) => text.toLowerCase().split(/\s+/).filter(Boolean);

/** What the API's search finds for words that nothing contains: keys of families and of models. */
export async function searchFor(text) {
  const data = await ask(
    `query ($text: String!) {
      search(text: $text, first: 50) {
        nodes { score model { name } variant { model { name } } family { name } }
      }
    }`,
    { text: text.slice(0, 200) },
  );
  const hits = data.search.nodes;
  // Weak hits share a few letters with the words and no more.
  const strong = hits.filter((hit) => hit.score >= 0.75 * hits[0].score);
  const families = strong.map((hit) => hit.family?.name).filter(Boolean);
  const models = strong.map((hit) => hit.model?.name ?? hit.variant?.model.name).filter(Boolean);
  return { families: [...new Set(families)], models: [...new Set(models)] };
}
