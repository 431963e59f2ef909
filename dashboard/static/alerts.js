// What was flagged and confirmed: a card each, with its series and what can be said of it.

import { h, keepingFocus, modelLink, s } from "./dom.js";
import { instant, number, signed, t } from "./language.js";
import { decisionsOn, judge } from "./judging.js";
import { markPath } from "./palette.js";
import { timeline } from "./timeline.js";

const MARKS = { regression: "down", improvement: "triangle", environment_change: "diamond", common_mode: "square", missed_night: "cross" };

/** The card of an alert. */
export function alertCard(alert) {
  const card = h("article", { class: "card alert", "aria-label": alert.text });
  const chart = alert.series ? timeline(alert.series, { height: 170 }) : null;
  const draw = () => keepingFocus(card, () => card.replaceChildren(words(alert, draw), chart ?? ""));
  draw();
  return card;
}

function words(alert, redraw) {
  const { series } = alert;
  const percent = (ratio) => `${signed((ratio - 1) * 100, 1)} %`;
  const range = alert.ratioLow === null ? "" : ` (${percent(alert.ratioLow)} – ${percent(alert.ratioHigh)})`;
  const settings = series ? [series.task === "train" ? t("training") : null, series.precision, series.layout, series.compile === "off" ? null : t("compiled", { with: series.compile })] : [];
  const facts = [
    alert.ratio === null ? null : [t("change"), h("strong", { class: alert.ratio < 1 ? "worse" : "better" }, percent(alert.ratio)), range],
    [t("device"), alert.deviceKey],
    settings.length ? [t("settings"), settings.filter(Boolean).join(" · ")] : null,
    [t("raised"), instant(alert.raisedAt)],
    [t("stateOf"), stateText(alert)],
    alert.judgedAt ? [t("judgedBy"), `${alert.judgedBy ?? "–"}, ${instant(alert.judgedAt)}`] : null,
    alert.remark ? [t("remark"), alert.remark] : null,
  ].filter(Boolean);
  return h(
    "div",
    { class: "alert-words" },
    h("p", { class: "alert-kind" },
      s("svg", { viewBox: "-7 -7 14 14", width: 14, height: 14, "aria-hidden": "true", class: "alerts" }, s("path", { class: alert.kind, d: markPath(MARKS[alert.kind] ?? "circle", 5, 0, 0) })),
      t(`alert.${alert.kind}`)),
    h("h3", {}, series ? [modelLink(series.modelName), ` ${t("pixels", { n: series.imgSize })} · ${t("batchOf", { n: number(series.batchSize, 0) })}`] : alert.text),
    h("dl", { class: "alert-facts" }, facts.map(([label, ...value]) => [h("dt", {}, label), h("dd", {}, ...value)])),
    h("div", { class: "verdicts", role: "group", "aria-label": t("judgeIt") },
      decisionsOn(alert).map((decision) => h("button", { type: "button", onclick: () => judge(alert, decision, (state, verdict) => {
        Object.assign(alert, { state, verdict });
        redraw();
      }) }, t(`decision.${decision}`)))),
  );
}

function stateText({ state, verdict }) {
  return [t(`state.${state}`), verdict ? t(`verdict.${verdict}`) : null].filter(Boolean).join(", ");
}
