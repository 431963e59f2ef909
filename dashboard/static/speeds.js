// How fast a model is: a chart for each way of timing, so that unlike figures share no axis.

import { bars } from "./bars.js";
import { h } from "./dom.js";
import { number, t } from "./language.js";
import { card, plainTable } from "./parts.js";
import { kindOf, protocolName, runName } from "./runs.js";
import { measurementFigure } from "./sources.js";

const FIGURES = `totalCount
  nodes {
    samplesPerSecond stepTimeMs imgSize batchSize status
    run { slug task precision layout compile protocol startedAt environment { slug deviceKey deviceName cuda torch } }
  }`;

/** Fields of a model with its throughputs: upstream's, and the newest of our own. */
export const SPEEDS = `
  upstream: measurements(where: {run: {protocol: {exact: "timm-mean"}}}, first: 100) { ${FIGURES} }
  measurements(where: {run: {protocol: {exact: "backbonedb-median"}}, repeat: {exact: 1}}, orderBy: [{run: {startedAt: DESC}}], first: 100) { ${FIGURES} }`;

/** The card of a model's throughput. */
export function throughput(model) {
  const figures = [...model.upstream.nodes, ...newest(model.measurements.nodes)];
  if (!figures.length) return card(t("throughput"), h("p", { class: "hint" }, t("noMeasurements")));
  const charts = Map.groupBy(figures.filter((one) => one.samplesPerSecond !== null), ({ run }) => `${run.protocol} ${run.task}`);
  return card(
    t("throughput"),
    h("p", { class: "hint" }, t("throughputHint")),
    h("div", { class: "histories wide" }, [...charts.values()].map((list) => chart(model, list))),
    h("details", { class: "findings" }, h("summary", {}, t("allThroughputs", { n: number(figures.length) })), table(model, figures)),
  );
}

/** The newest figure of each kind of run at each size: nights before have their own chart. */
function newest(figures) {
  const found = new Map();
  for (const one of figures) {
    const key = `${kindOf(one.run)} ${one.imgSize} ${one.batchSize}`;
    if (!found.has(key)) found.set(key, one);
  }
  return [...found.values()];
}

/** Bars of the figures at the image size that most of them have. */
function chart(model, figures) {
  const sizes = Map.groupBy(figures, (one) => one.imgSize);
  const [size, list] = [...sizes].reduce((best, one) => (one[1].length > best[1].length ? one : best));
  const [{ run }] = list;
  const title = t("throughputAt", { size: t("pixels", { n: size }), task: t(run.task === "train" ? "training" : "inference"), protocol: protocolName(run) });
  const entries = list.sort((a, b) => b.samplesPerSecond - a.samplesPerSecond).map((one) => ({
    label: [runName({ ...one.run, task: null }), h("span", { class: "hint" }, ` · ${t("batchOf", { n: number(one.batchSize, 0) })}`)],
    value: one.samplesPerSecond,
    shown: figure(model, one),
  }));
  return h("div", {}, bars(title, entries));
}

function figure(model, one) {
  if (one.samplesPerSecond === null) return one.status;
  return measurementFigure(number(one.samplesPerSecond, 1), model.name, one.run.slug, one.imgSize, one.batchSize);
}

function table(model, figures) {
  return plainTable(t("throughput"), [
    { label: t("run"), show: (one) => runName(one.run) },
    { label: t("short.size"), isNumber: true, show: (one) => one.imgSize },
    { label: t("batchShort"), isNumber: true, show: (one) => number(one.batchSize, 0) },
    { label: t("short.speed"), isNumber: true, show: (one) => figure(model, one) },
    { label: t("short.step"), isNumber: true, show: (one) => number(one.stepTimeMs, 2) },
    { label: t("protocol"), show: (one) => protocolName(one.run) },
  ], figures);
}
