// Environments over time: what newer software on the same device did to the same models.

import { bars } from "./bars.js";
import { h } from "./dom.js";
import { instant, number, signed, t } from "./language.js";
import { loadSpeedsOf } from "./pairs.js";
import { protocolName } from "./runs.js";

const version = ({ environment }) => (environment.torch ?? "0").split(".").map((part) => part.padStart(4, "0")).join(".");
const age = (run) => `${version(run)} ${run.startedAt ?? ""}`;
const kindOf = ({ environment, task, precision, layout, compile, protocol }) => [environment.deviceKey, task, precision, layout, compile, protocol].join(" ");

/** Devices with what was measured on each in several environments: [device, [runs of a kind, the oldest first]]. */
export function histories(runs) {
  const newest = new Map();
  for (const run of [...runs].sort((a, b) => (age(a) < age(b) ? -1 : 1))) newest.set(`${kindOf(run)} ${run.environment.slug}`, run);
  const kinds = [...Map.groupBy(newest.values(), kindOf).values()].filter((list) => list.length > 1);
  const devices = Map.groupBy(kinds, ([first]) => first.environment.deviceKey);
  return [...devices].sort(([, a], [, b]) => b.flat().length - a.flat().length);
}

/** One kind's environments as bars; `pick(before, after)` is called for a closer look at two of them. */
export async function environmentBars(list, pick) {
  const speeds = await Promise.all(list.map(loadSpeedsOf));
  const common = [...speeds[0].keys()].filter((key) => speeds.every((one) => one.has(key)));
  const [first] = list;
  const settings = [first.task === "train" ? t("training") : null, first.precision, first.layout, first.compile === "off" ? null : t("compiled", { with: first.compile })];
  const title = t("againstFirst", { settings: settings.filter(Boolean).join(" · "), protocol: protocolName(first) });
  if (!common.length) return h("div", {}, h("h3", {}, title), h("p", { class: "hint" }, t("noCommon")));
  const gain = (one) => Math.exp(common.reduce((sum, key) => sum + Math.log(one.get(key).samplesPerSecond / speeds[0].get(key).samplesPerSecond), 0) / common.length);
  const entries = list.map((run, i) => {
    const ratio = gain(speeds[i]);
    return {
      label: i === 0 ? environmentName(run) : h("button", { type: "button", class: "figure", title: t("lookCloser"), onclick: () => pick(list[i - 1], run) }, environmentName(run)),
      value: ratio,
      shown: i === 0 ? `×${number(1)}` : `×${number(ratio, 3)} (${signed((ratio - 1) * 100, 1)} %)`,
    };
  });
  return h("div", { class: "history" }, bars(title, entries), h("p", { class: "hint" }, t("modelsInCommon", { n: number(common.length) })));
}

function environmentName({ environment, startedAt }) {
  return [
    environment.torch && `PyTorch ${environment.torch}`,
    environment.cuda && `CUDA ${environment.cuda}`,
    startedAt && instant(startedAt),
  ].filter(Boolean).join(" · ") || environment.slug;
}
