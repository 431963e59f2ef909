// The line of a series night after night, with its steps and alerts, drawn as SVG.

import { axes } from "./axes.js";
import { announce, h, modelLink, pointerIn, s, widthOf } from "./dom.js";
import { dayText, instant, number, signed, t } from "./language.js";
import { nightsOf, segmentsOf, softwareOf } from "./nights.js";
import { markPath } from "./palette.js";
import { scale } from "./scales.js";
import { openMeasurement } from "./sources.js";
import { Tooltip } from "./tooltip.js";

const MARGIN = { top: 30, right: 16, bottom: 28, left: 62 };
const LETTER = 6.6; // pixels that a letter beside a step takes, about
const ALERT_MARKS = { regression: "down", improvement: "triangle" };

/** The chart of a series as an element, `height` pixels high. */
export function timeline(series, { height = 190 } = {}) {
  const holder = h("div", { class: "chart timeline" });
  new Timeline(holder, series, height);
  return holder;
}

/** A card with the chart of a series, and what the series is of. */
export function seriesCard(series, { isNamed = true } = {}) {
  const of = [t("pixels", { n: series.imgSize }), t("batchOf", { n: number(series.batchSize, 0) })].join(" · ");
  const settings = [series.task === "train" ? t("training") : null, series.precision, series.layout, series.compile === "off" ? null : t("compiled", { with: series.compile })];
  return h(
    "article",
    { class: "card series" },
    h("h3", {}, isNamed ? [modelLink(series.modelName), ` ${of}`] : of),
    h("p", { class: "hint" }, [series.deviceKey, ...settings, t(`protocol.${series.protocol.split(" ")[0]}`)].filter(Boolean).join(" · ")),
    timeline(series),
    series.points.totalCount > series.points.nodes.length ? h("p", { class: "hint" }, t("lastPoints", { n: number(series.points.nodes.length), all: number(series.points.totalCount) })) : null,
  );
}

class Timeline {
  constructor(holder, series, height) {
    Object.assign(this, { holder, series, height, tooltip: new Tooltip(), nights: nightsOf(series) });
    this.segments = segmentsOf(this.nights);
    this.svg = s("svg", { role: "application", tabindex: 0, "aria-roledescription": t("timeline"), "aria-label": this.summary() });
    holder.append(this.svg, this.tooltip.element);
    this.listen();
    this.draw(widthOf(holder, (width) => this.draw(width)));
  }

  summary() {
    const { series, nights, segments } = this;
    const steps = segments.length - 1;
    return t("timelineSummary", { model: series.modelName, n: number(nights.length), steps: number(steps), level: number(segments.at(-1)?.level, 2) });
  }

  draw(width) {
    const { height, nights } = this;
    const edges = { left: MARGIN.left, right: width - MARGIN.right, top: MARGIN.top, bottom: height - MARGIN.bottom };
    const values = nights.flatMap((one) => [one.value, one.low, one.high]).filter((value) => value !== null);
    const xs = scale(nights.map((one) => one.startedAt), [edges.left, edges.right], { isTime: true });
    const ys = scale(values, [edges.bottom, edges.top], {});
    Object.assign(this, { width, edges, xs, ys });
    this.cursor = s("path", { class: "cursor" });
    this.svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
    this.svg.setAttribute("height", height);
    this.svg.replaceChildren(
      axes({
        xs, ys, edges, size: { width, height }, xStep: 90, yStep: 45,
        xText: dayText(nights.map((one) => one.startedAt)), yText: (value) => number(value, 3), yName: t("imagesPerSecondAxis"),
      }),
      this.steps(),
      this.figures(),
      this.alerts(),
      this.cursor,
    );
    this.hide();
  }

  /** Where one segment ends and the next begins, and by how much the level moved. */
  steps() {
    const { segments, xs, edges, width } = this;
    const ends = [0, 0]; // of the words so far, in two lines
    return s("g", { class: "steps", "aria-hidden": "true" }, segments.slice(1).map((segment, i) => {
      const before = segments[i];
      const [last, first] = [before.nights.at(-1), segment.nights[0]];
      const x = (xs.at(last.startedAt) + xs.at(first.startedAt)) / 2;
      const isSoftware = first.changes.some((one) => one.kind === "environment");
      const moved = before.level && segment.level ? `${signed((segment.level / before.level - 1) * 100, 1)} %` : "";
      const words = [isSoftware ? softwareOf(last, first) : null, moved].filter(Boolean).join(" · ");
      const from = Math.min(x + 5, width - words.length * LETTER);
      const row = ends.findIndex((end) => end <= from);
      if (row >= 0) ends[row] = from + words.length * LETTER;
      return [
        s("line", { class: isSoftware ? "software" : "step", x1: x, x2: x, y1: edges.top - 4, y2: edges.bottom }),
        row >= 0 ? s("text", { x: from, y: edges.top - 8 - row * 12 }, words) : null,
      ];
    }));
  }

  figures() {
    const { segments, xs, ys, edges } = this;
    const at = (night) => [xs.at(night.startedAt), ys.at(night.value)].map((value) => value.toFixed(1)).join(" ");
    const measured = (nights) => nights.filter((one) => one.value !== null);
    const ends = (segment) => [segment.nights[0], segment.nights.at(-1)].map((one) => xs.at(one.startedAt));
    const failed = segments.flatMap((one) => one.nights).filter((one) => one.value === null);
    return s(
      "g",
      { class: "figures", "aria-hidden": "true" },
      segments.map((segment) => {
        const nights = measured(segment.nights);
        if (!nights.length) return null;
        const [from, to] = ends(segment);
        return [
          s("path", { class: "spread", d: nights.filter((one) => one.high > one.low).map((one) => `M${xs.at(one.startedAt).toFixed(1)} ${ys.at(one.low).toFixed(1)}V${ys.at(one.high).toFixed(1)}`).join("") }),
          s("line", { class: "level", x1: from - 4, x2: to + 4, y1: ys.at(segment.level), y2: ys.at(segment.level) }),
          s("path", { class: "line", d: `M${nights.map(at).join("L")}` }),
          s("path", { class: "dots", d: nights.map((one) => markPath("circle", 2.6, xs.at(one.startedAt), ys.at(one.value))).join("") }),
        ];
      }),
      s("path", { class: "failed", d: failed.map((one) => markPath("cross", 4, xs.at(one.startedAt), edges.bottom - 6)).join("") }),
    );
  }

  alerts() {
    const { xs, ys, nights, edges } = this;
    const flagged = nights.flatMap((night) => night.alerts.filter((one) => one.kind in ALERT_MARKS).map((alert) => ({ night, alert })));
    return s("g", { class: "alerts", "aria-hidden": "true" }, flagged.map(({ night, alert }) => {
      const isLow = alert.kind === "improvement";
      const y = Math.min(Math.max(ys.at(night.value ?? ys.invert(edges.bottom)) + (isLow ? 14 : -14), edges.top + 6), edges.bottom - 6);
      return s("path", { class: alert.kind, d: markPath(ALERT_MARKS[alert.kind], 6, xs.at(night.startedAt), y) });
    }));
  }

  listen() {
    const nearest = (event) => {
      const [px] = pointerIn(this.svg, event, this.width);
      return this.nights.reduce((best, one) => (best === null || Math.abs(this.xs.at(one.startedAt) - px) < Math.abs(this.xs.at(best.startedAt) - px) ? one : best), null);
    };
    this.svg.addEventListener("pointermove", (event) => this.show(nearest(event)));
    this.svg.addEventListener("pointerup", (event) => {
      const night = nearest(event);
      if (event.pointerType === "touch" && night !== this.shown) this.show(night);
      else this.open(night);
    });
    this.svg.addEventListener("pointerleave", () => this.hide());
    this.svg.addEventListener("blur", () => this.hide());
    this.svg.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (event.key === "Escape") this.hide();
      else if (event.key === "Enter" && this.shown) this.open(this.shown);
      else if (step) {
        const present = this.shown ? this.nights.indexOf(this.shown) + step : this.nights.length - 1;
        this.show(this.nights[Math.min(Math.max(present, 0), this.nights.length - 1)]);
        announce(this.tooltip.text);
      } else return;
      event.preventDefault();
    });
  }

  show(night) {
    if (!night || night === this.shown) return;
    this.shown = night;
    const [px, py] = [this.xs.at(night.startedAt), night.value === null ? this.edges.bottom - 6 : this.ys.at(night.value)];
    this.cursor.setAttribute("d", markPath("circle", 6, px, py));
    this.tooltip.show(facts(night), px, py, this.width);
  }

  /** Show where the figures of a night come from. */
  open(night) {
    const { modelName, imgSize, batchSize } = this.series;
    const figure = night.value === null ? night.status : number(night.value, 2);
    openMeasurement(figure, modelName, night.slug, imgSize, batchSize);
  }

  hide() {
    this.shown = null;
    this.tooltip.hide();
    this.cursor?.setAttribute("d", "");
  }
}

function facts(night) {
  const line = (label, value) => (value ? [h("dt", {}, label), h("dd", {}, value)] : null);
  const range = night.high > night.low ? t("rangeOf", { low: number(night.low, 2), high: number(night.high, 2) }) : null;
  const software = [night.environment.torch && `PyTorch ${night.environment.torch}`, night.environment.timm && `timm ${night.environment.timm}`];
  return h(
    "div",
    {},
    h("strong", {}, instant(night.startedAt)),
    h("dl", {},
      line(t("short.speed"), night.value === null ? [night.status, night.reason].filter(Boolean).join(": ") : number(night.value, 2)),
      line(t("stepRange"), range),
      line(t("measuredTimes"), night.count > 1 ? number(night.count) : null),
      line(t("software"), software.filter(Boolean).join(", ")),
      night.alerts.map((alert) => line(t(`alert.${alert.kind}`), alert.text))),
  );
}

/** What the marks of such charts mean. */
export function timelineLegend() {
  const sign = (...children) => s("svg", { viewBox: "-9 -7 18 14", width: 18, height: 14, "aria-hidden": "true" }, ...children);
  const entry = (picture, words) => h("li", {}, picture, words);
  return h("ul", { class: "legend", "aria-label": t("legend") },
    entry(sign(s("g", { class: "figures" }, s("path", { class: "spread", d: "M0 -6V6" }), s("path", { class: "dots", d: markPath("circle", 2.6, 0, 0) }))), t("legendNight")),
    entry(sign(s("g", { class: "figures" }, s("line", { class: "level", x1: -9, x2: 9, y1: 0, y2: 0 }))), t("legendLevel")),
    entry(sign(s("g", { class: "steps" }, s("line", { class: "software", x1: 0, x2: 0, y1: -7, y2: 7 }))), t("legendSoftware")),
    entry(sign(s("g", { class: "steps" }, s("line", { class: "step", x1: 0, x2: 0, y1: -7, y2: 7 }))), t("legendStep")),
    entry(sign(s("g", { class: "alerts" }, s("path", { class: "regression", d: markPath("down", 5, 0, 0) }))), t("alert.regression")),
    entry(sign(s("g", { class: "alerts" }, s("path", { class: "improvement", d: markPath("triangle", 5, 0, 0) }))), t("alert.improvement")));
}
