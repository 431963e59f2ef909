// Trends: what another environment or setting did to the speed of the same models.

import { field, h, modelLink, s, select } from "../dom.js";
import { askAll } from "../graphql.js";
import { number, t } from "../language.js";
import { nothing, showing } from "../notices.js";
import { card, plainTable } from "../parts.js";
import { loadRuns, protocolName, runName, runOptions } from "../runs.js";
import { State } from "../state.js";

const MEASUREMENTS = `query ($run: String!, $after: String) {
  rows: measurements(where: {run: {slug: {exact: $run}}, samplesPerSecond: {gt: 0}}, first: 2000, after: $after) {
    pageInfo { hasNextPage endCursor }
    nodes { imgSize batchSize samplesPerSecond model { name } }
  }
}`;
/** A ratio within this of 1 counts as the same: as fast within 5 %. */
const SAME = 0.05;
const EXTREMES = 12;

/** Show the page. */
export async function render(main) {
  document.title = `${t("nav.trends")} · backbonedb`;
  await showing(main, async () => {
    const runs = await loadRuns();
    if (runs.length < 2) {
      main.replaceChildren(nothing(t("fewerRuns"), t("fewerRunsAdvice"), h("pre", {}, h("code", {}, "backbonedb ingest upstream"))));
      return;
    }
    const [before, after] = defaultPair(runs);
    const state = new State({ before: before.slug, after: after.slug });
    const content = h("div", { class: "stack" });
    const forms = h("div", { class: "controls even" });
    const draw = async () => {
      const pick = (key) => field(t(key), select(runOptions(runs), state.get(key), (value) => state.set({ [key]: value })));
      forms.replaceChildren(pick("before"), pick("after"));
      const chosen = ["before", "after"].map((key) => runs.find((run) => run.slug === state.get(key)));
      await showing(content, async () => content.replaceChildren(...(await comparison(...chosen))));
    };
    state.listen(draw);
    main.replaceChildren(h("h1", {}, t("trendsTitle")), h("p", { class: "lead" }, t("trendsLead")), h("div", { class: "card spaced" }, forms), content);
    await draw();
  });
}

/** The newest run, not compiled if there is one, that has an older one of its kind; and that one. */
function defaultPair(runs) {
  const kind = ({ environment, task, precision, layout, compile, protocol }) => [environment.deviceKey, task, precision, layout, compile, protocol].join();
  const version = ({ environment }) => (environment.torch ?? "0").split(".").map((part) => part.padStart(4, "0")).join(".");
  const rank = (run) => `${run.compile === "off" ? 1 : 0} ${version(run)}`;
  const ordered = [...runs].sort((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0));
  for (const after of ordered.toReversed()) {
    const before = ordered.slice(0, ordered.indexOf(after)).findLast((one) => kind(one) === kind(after));
    if (before) return [before, after];
  }
  return ordered.slice(-2);
}

async function comparison(before, after) {
  const key = (one) => `${one.model.name} ${one.imgSize} ${one.batchSize}`;
  if (!before || !after) return [nothing(t("noCommon"), t("noCommonAdvice"))];
  if (before.protocol !== after.protocol) {
    return [nothing(t("noCommon"), t("mixedProtocols", { one: protocolName(before), two: protocolName(after) }))];
  }
  const [old, recent] = await Promise.all([before, after].map((run) => askAll(MEASUREMENTS, { run: run.slug })));
  const known = new Map(old.map((one) => [key(one), one.samplesPerSecond]));
  const pairs = recent
    .filter((one) => known.has(key(one)))
    .map((one) => ({ name: one.model.name, imgSize: one.imgSize, batchSize: one.batchSize, before: known.get(key(one)), after: one.samplesPerSecond, ratio: one.samplesPerSecond / known.get(key(one)) }))
    .sort((a, b) => a.ratio - b.ratio);
  if (!pairs.length) return [nothing(t("noCommon"), t("noCommonAdvice"))];
  const middle = pairs.length / 2;
  const median = Number.isInteger(middle) ? (pairs[middle - 1].ratio + pairs[middle].ratio) / 2 : pairs[Math.floor(middle)].ratio;
  const faster = pairs.filter((one) => one.ratio > 1 + SAME);
  const slower = pairs.filter((one) => one.ratio < 1 - SAME);
  return [
    card(
      t("ratioTitle", { n: number(pairs.length), median: `×${number(median, 3)}` }),
      histogram(pairs, t("ratioSummary", { n: number(pairs.length), faster: number(faster.length), slower: number(slower.length) })),
      h("ul", { class: "tally" },
        h("li", {}, t("fasterCount", { n: number(faster.length) })),
        h("li", {}, t("sameCount", { n: number(pairs.length - faster.length - slower.length) })),
        h("li", {}, t("slowerCount", { n: number(slower.length) }))),
      h("p", { class: "hint" }, `${runName(before)} → ${runName(after)}; ${protocolName(after)}`),
    ),
    h("div", { class: "split" },
      card(t("lost"), extremes(t("lost"), pairs.slice(0, EXTREMES))),
      card(t("gained"), extremes(t("gained"), pairs.slice(-EXTREMES).reverse()))),
  ];
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
  const [width, height, foot] = [900, 200, 34];
  const bins = 41;
  const logs = pairs.map((one) => Math.log2(one.ratio)).sort((a, b) => a - b);
  const at = (share) => Math.abs(logs[Math.round(share * (logs.length - 1))]);
  const reach = Math.max(at(0.005), at(0.995), Math.log2(1.2));
  const counts = new Array(bins).fill(0);
  for (const log of logs) {
    const bin = Math.floor(((log + reach) / (2 * reach)) * bins);
    counts[Math.min(Math.max(bin, 0), bins - 1)] += 1;
  }
  const most = Math.max(...counts);
  const step = width / bins;
  const place = (ratio) => ((Math.log2(ratio) + reach) / (2 * reach)) * width;
  const kind = (i) => {
    const ratio = 2 ** (((i + 0.5) / bins) * 2 * reach - reach);
    return ratio > 1 + SAME ? "faster" : ratio < 1 - SAME ? "slower" : "same";
  };
  const ticks = [0.125, 0.25, 0.5, 0.667, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 2, 3, 4, 8].filter((one) => Math.abs(Math.log2(one)) <= reach);
  return s(
    "svg",
    { class: "histogram", viewBox: `0 0 ${width} ${height + foot}`, role: "img", "aria-label": summary },
    counts.map((count, i) => s("rect", { class: kind(i), x: i * step + 1, width: step - 2, y: height - (count / most) * (height - 12), height: (count / most) * (height - 12) })),
    s("g", { class: "axes" },
      s("line", { x1: 0, x2: width, y1: height, y2: height }),
      ticks.map((tick) => s("text", { class: "x", x: place(tick), y: height + 15 }, `×${number(tick, 2)}`)),
      s("text", { class: "name", x: width / 2, y: height + 31 }, t("ratioAxis"))),
  );
}
