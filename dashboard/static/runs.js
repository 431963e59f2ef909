// Benchmark runs: which there are, what they are called, which stands for others.

import { ask, askAll } from "./graphql.js";
import { instant, t } from "./language.js";

const RUN = `slug task precision layout compile protocol startedAt
  environment { slug deviceKey deviceKind deviceName cuda torch }`;
const UPSTREAM = `query ($after: String) {
  rows: benchmarkRuns(where: {protocol: {exact: "timm-mean"}}, first: 100, after: $after) {
    pageInfo { hasNextPage endCursor }
    nodes { ${RUN} }
  }
}`;
// Nights grow in number for ever: the newest stand for their environments.
const OWN = `query ($wanted: [String!]) {
  newest: benchmarkRuns(where: {protocol: {exact: "backbonedb-median"}}, first: 100, orderBy: [{startedAt: DESC}]) { nodes { ${RUN} } }
  wanted: benchmarkRuns(where: {slug: {inList: $wanted}}, first: 100) { nodes { ${RUN} } }
}`;

/** Upstream's runs, the newest of our own, and those called `wanted`; the newest first. */
export async function loadRuns(wanted) {
  const [upstream, own] = await Promise.all([askAll(UPSTREAM), ask(OWN, { wanted })]);
  const found = new Map([...upstream, ...own.newest.nodes, ...own.wanted.nodes].map((run) => [run.slug, run]));
  const age = (run) => run.startedAt ?? "";
  return [...found.values()].sort((a, b) => (age(a) < age(b) ? 1 : age(a) > age(b) ? -1 : a.slug < b.slug ? -1 : 1));
}

/** What the figures of two runs must have in common to be of one kind. */
export const kindOf = ({ environment, task, precision, layout, compile, protocol }) =>
  [environment.slug, task, precision, layout, compile, protocol].join(" ");

/** The newest run of each kind: the API's tradeoffs choose by kind, and take the newest. */
export function newestOfKind(runs) {
  const found = new Map();
  for (const run of runs) if (!found.has(kindOf(run))) found.set(kindOf(run), run);
  return [...found.values()];
}

/** A run in words, e.g. "RTX 4090 · PyTorch 2.9.1 · CUDA 12.8 · amp · nchw". */
export function runName(run) {
  const { environment } = run;
  return [
    environment.deviceName ?? environment.deviceKey,
    environment.torch && `PyTorch ${environment.torch}`,
    environment.cuda && `CUDA ${environment.cuda}`,
    run.task === "train" ? t("training") : null,
    run.precision,
    run.layout,
    run.compile === "off" ? null : t("compiled", { with: run.compile }),
    run.startedAt && instant(run.startedAt),
  ].filter(Boolean).join(" · ");
}

/** How the figures of a run were taken. */
export const protocolName = (run) => t(`protocol.${run.protocol}`);

/** The run shown unless one is chosen: inference on a GPU, newest software, not compiled. */
export function defaultRun(runs) {
  const version = (run) => (run.environment.torch ?? "0").split(".").map((part) => part.padStart(4, "0")).join(".");
  const rank = (run) => [run.task === "infer", run.environment.deviceKind === "cuda", run.compile === "off"].map(Number).join("") + version(run);
  return [...runs].sort((a, b) => (rank(a) < rank(b) ? 1 : rank(a) > rank(b) ? -1 : a.slug < b.slug ? -1 : 1))[0] ?? null;
}

/** Runs as options, grouped by device, the newest software first. */
export function runOptions(runs) {
  const devices = new Map();
  for (const run of runs) {
    const { deviceKey } = run.environment;
    devices.set(deviceKey, [[run.slug, runName(run)], ...(devices.get(deviceKey) ?? [])]);
  }
  return [...devices].sort();
}
