// Two runs held against each other: the same models at the same image and batch size.

import { h, modelLink, s, widthOf } from "./dom.js";
import { askAll } from "./graphql.js";
import { number, t } from "./language.js";
import { nothing } from "./notices.js";
import { plainTable } from "./parts.js";
import { protocolName, runName } from "./runs.js";
import { median } from "./scales.js";

const MEASUREMENTS = `query ($run: String!, $after: String) {
  rows: measurements(where: {run: {slug: {exact: $run}}, samplesPerSecond: {gt: 0}, repeat: {exact: 1}}, first: 2000, after: $after) {
    pageInfo { hasNextPage endCursor }
    nodes { imgSize batchSize samplesPerSecond model { name } }
  }
}`;
/** A ratio within this of 1 counts as the same: as fast within 5 %. */
const SAME = 0.05;
const EXTREMES = 12;

const keyOf = (one) => `${one.model.name} ${one.imgSize} ${one.batchSize}`;
const loaded = new Map();

/** Throughputs of a run by model, image size and batch size; asked for once. */
export function loadSpeedsOf(run) {
  if (!loaded.has(run.slug)) {
    const asked = askAll(MEASUREMENTS, { run: run.slug }).then((list) => new Map(list.map((one) => [keyOf(one), one])));
    asked.catch(() => loaded.delete(run.slug));
    loaded.set(run.slug, asked);
  }
  return loaded.get(run.slug);
}

/** Elements that show what changed from one run to another. */
export async function pairComparison(before, after) {
  if (!before || !after) return [nothing(t("noCommon"), t("noCommonAdvice"))];
  if (before.protocol !== after.protocol) {
    return [nothing(t("noCommon"), t("mixedProtocols", { one: protocolName(before), two: protocolName(after) }))];
  }
  const [known, recent] = await Promise.all([before, after].map(loadSpeedsOf));
  const pairs = [...recent]
    .filter(([key]) => known.has(key))
    .map(([key, one]) => {
      const old = known.get(key).samplesPerSecond;
      return { name: one.model.name, imgSize: one.imgSize, batchSize: one.batchSize, before: old, after: one.samplesPerSecond, ratio: one.samplesPerSecond / old };
    })
    .sort((a, b) => a.ratio - b.ratio);
  if (!pairs.length) return [nothing(t("noCommon"), t("noCommonAdvice"))];
  const faster = pairs.filter((one) => one.ratio > 1 + SAME);
  const slower = pairs.filter((one) => one.ratio < 1 - SAME);
  const middle = median(pairs.map((one) => one.ratio));
  return [
    h("h3", { class: "ratio-title" }, t("ratioTitle", { n: number(pairs.length), median: `×${number(middle, 3)}` })),
    histogram(pairs, t("ratioSummary", { n: number(pairs.length), faster: number(faster.length), slower: number(slower.length) })),
    h("ul", { class: "tally" },
      tally("faster", t("fasterCount", { n: number(faster.length) })),
      tally("same", t("sameCount", { n: number(pairs.length - faster.length - slower.length) })),
      tally("slower", t("slowerCount", { n: number(slower.length) }))),
    h("p", { class: "hint" }, `${runName(before)} → ${runName(after)}; ${protocolName(after)}`),
    h("div", { class: "split" },
      h("div", {}, h("h3", {}, t("lost")), extremes(t("lost"), pairs.slice(0, EXTREMES))),
      h("div", {}, h("h3", {}, t("gained")), extremes(t("gained"), pairs.slice(-EXTREMES).reverse()))),
  ];
}

function tally(kind, words) {
  return h("li", {}, s("svg", { class: "histogram-key", viewBox: "0 0 10 10", width: 10, height: 10, "aria-hidden": "true" }, s("rect", { class: kind, width: 10, height: 10 })), words);
}

function extremes(caption, pairs) {
  return plainTable(caption, [
    { label: t("column.model"), show: (one) => modelLink(one.name) },
    { label: t("short.size"), isNumber: true, show: (one) => one.imgSize },
    { label: t("batchShort"), isNumber: true, show: (one) => number(one.batchSize, 0) },
    { label: t("before"), isNumber: true, show: (one) => number(one.before, 1) },
    { label: t("after"), isNumber: true, show: (one) => number(one.after, 1) },
    { label: t("ratio"), isNumber: true, show: (one) => h("span", { class: one.ratio < 1 - SAME ? "worse" : one.ratio > 1 + SAME ? "better" : null }, `×${number(one.ratio, 3)}`) },
  ], pairs);
}

/** Ratios in bins of equal factors; what is beyond the outer bins is counted there. */
function histogram(pairs, summary) {
  const svg = s("svg", { class: "histogram", role: "img", "aria-label": summary });
  const holder = h("div", { class: "histogram-holder" }, svg);
  const logs = pairs.map((one) => Math.log2(one.ratio));
  drawHistogram(svg, logs, widthOf(holder, (width) => drawHistogram(svg, logs, width)));
  return holder;
}

function drawHistogram(svg, logs, width) {
  const [height, foot, left] = [190, 40, 46];
  const bins = width < 500 ? 21 : 41;
  const at = (share) => Math.abs(logs[Math.round(share * (logs.length - 1))]);
  const reach = Math.max(at(0.005), at(0.995), Math.log2(1.2));
  const counts = new Array(bins).fill(0);
  for (const log of logs) {
    const bin = Math.floor(((log + reach) / (2 * reach)) * bins);
    counts[Math.min(Math.max(bin, 0), bins - 1)] += 1;
  }
  const most = Math.max(...counts);
  const room = width - left - 6;
  const step = room / bins;
  const place = (log) => left + ((log + reach) / (2 * reach)) * room;
  const up = (count) => height - (count / most) * (height - 14);
  const kind = (i) => {
    const ratio = 2 ** (((i + 0.5) / bins) * 2 * reach - reach);
    return ratio > 1 + SAME ? "faster" : ratio < 1 - SAME ? "slower" : "same";
  };
  const ticks = [0.125, 0.25, 0.5, 0.67, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 2, 3, 4, 8]
    .map((ratio) => ({ ratio, x: place(Math.log2(ratio)) }))
    .filter(({ x }, i, all) => x > left && x < width - 12 && (i === 0 || x - all[i - 1].x > 34));
  svg.setAttribute("viewBox", `0 0 ${width} ${height + foot}`);
  svg.setAttribute("height", height + foot);
  svg.replaceChildren(
    s("g", { class: "axes", "aria-hidden": "true" },
      s("line", { x1: left, x2: width - 6, y1: up(most), y2: up(most) }),
      s("text", { class: "y", x: left - 8, y: up(most) + 4 }, number(most)),
      s("text", { class: "y", x: left - 8, y: height + 4 }, "0"),
      s("text", { class: "name", x: -height / 2, y: 12, transform: "rotate(-90)" }, t("countAxis")),
      s("line", { x1: left, x2: width - 6, y1: height, y2: height }),
      ticks.map(({ ratio, x }) => s("text", { class: "x", x, y: height + 16 }, `×${number(ratio, 2)}`)),
      s("text", { class: "name", x: left + room / 2, y: height + 34 }, t("ratioAxis"))),
    ...counts.map((count, i) => s("rect", { class: kind(i), x: left + i * step + 0.5, width: Math.max(step - 1, 1), y: up(count), height: height - up(count) })),
  );
}
