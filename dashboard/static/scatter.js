// The scatter: figures of rows against each other, drawn as SVG so that it prints sharply,
// follows the theme and needs no library.

import { axes } from "./axes.js";
import { announce, h, pointerIn, s, widthOf } from "./dom.js";
import { dayText, number, t } from "./language.js";
import { metricLabel } from "./metrics.js";
import { markPath } from "./palette.js";
import { scale } from "./scales.js";
import { Tooltip } from "./tooltip.js";

const MARGIN = { top: 14, right: 18, bottom: 46, left: 58 };
const REACH = 22; // pixels between the pointer and the mark that it means

/**
 * A scatter in `holder`. `describe(row)` gives the element of a tooltip; where they are given,
 * `open(row)` is called on a click, and `brush(box)` when a box was drawn ({x0, x1, y0, y1}) or
 * cleared (null).
 */
export class Scatter {
  constructor(holder, { describe, open = null, brush = null, summary, help = t("scatterHelp") }) {
    Object.assign(this, { holder, describe, open, brush, summary });
    this.svg = s("svg", {
      class: brush ? "scatter brushable" : "scatter",
      role: "application",
      tabindex: 0,
      "aria-roledescription": t("scatter"),
      "aria-describedby": "scatter-help",
    });
    this.tooltip = new Tooltip();
    holder.replaceChildren(this.svg, this.tooltip.element, h("p", { id: "scatter-help", class: "unseen" }, help));
    this.listen();
    this.width = widthOf(holder, (width) => {
      this.width = width;
      if (this.view) this.draw(this.view);
    });
  }

  /**
   * Draw `view`: rows, x and y (metrics), xLog, yLog, groupOf, bySize, frontier (rows), box,
   * xNote and yNote (words under the axes' names).
   */
  draw(view) {
    this.view = view;
    const { width } = this;
    const height = Math.round(Math.min(Math.max(width * 0.58, 300), 560));
    this.size = { width, height };
    const points = view.rows
      .map((row) => ({ row, a: view.x.of(row), b: view.y.of(row) }))
      .filter(({ a, b }) => a !== null && b !== null);
    const xs = scale(points.map(({ a }) => a), [MARGIN.left, width - MARGIN.right], { ...view.x, isLog: view.xLog });
    const ys = scale(points.map(({ b }) => b), [height - MARGIN.bottom, MARGIN.top], { ...view.y, isLog: view.yLog });
    this.scales = { xs, ys };
    this.points = points
      .map(({ row, a, b }) => ({ row, a, b, px: xs.at(a), py: ys.at(b), isOut: !inside(view.box, a, b) }))
      .sort((one, two) => one.px - two.px);
    this.svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
    this.svg.setAttribute("height", height);
    this.svg.setAttribute("aria-label", this.summary(view, points.length));
    this.cursor = s("path", { class: "cursor" });
    this.drawnBox = s("rect", { class: "brush" });
    this.svg.replaceChildren(
      this.axes(xs, ys, view),
      this.marks(view),
      this.frontier(view),
      this.drawnBox,
      this.cursor,
    );
    if (view.box) this.showBox(xs.at(view.box.x0), ys.at(view.box.y0), xs.at(view.box.x1), ys.at(view.box.y1));
    if (!points.length) this.svg.append(s("text", { class: "empty", x: width / 2, y: height / 2 }, t("nothingToDraw")));
    this.hide();
  }

  axes(xs, ys, view) {
    const { width, height } = this.size;
    const words = ({ key, isTime }, values) => (isTime ? dayText(values) : key === "year" || key.endsWith("-year") ? String : (value) => number(value, 3));
    return axes({
      xs, ys, size: this.size,
      edges: { left: MARGIN.left, right: width - MARGIN.right, top: MARGIN.top, bottom: height - MARGIN.bottom },
      xText: words(view.x, this.points.map(({ a }) => a)),
      yText: words(view.y, this.points.map(({ b }) => b)),
      xName: axisName(view.x, xs, view.xNote, width),
      yName: axisName(view.y, ys, view.yNote, height),
    });
  }

  marks(view) {
    const chosen = new Set(view.frontier);
    // One path a group: a thousand marks are drawn as a dozen elements.
    const paths = new Map();
    const plain = this.size.width < 500 ? 2.4 : 3.6;
    for (const point of this.points) {
      const { mark, shape } = view.groupOf(point.row);
      const radius = view.bySize ? radiusOf(point.row.paramCount) : plain;
      const key = `${point.isOut ? "out " : ""}${mark}`;
      const d = markPath(shape, radius, point.px, point.py);
      if (!paths.has(key)) paths.set(key, []);
      paths.get(key).push(d);
      point.radius = radius;
      point.isFrontier = chosen.has(point.row);
    }
    // Picked rows above the others, new years above old ones.
    const order = [...paths].sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1));
    return s("g", { class: "marks", "aria-hidden": "true" }, order.map(([key, d]) => s("path", { class: key, d: d.join("") })));
  }

  frontier(view) {
    const points = this.points.filter((point) => point.isFrontier);
    if (points.length < 2) return s("g");
    const rises = view.x.better === "min";
    let d = `M${points[0].px.toFixed(1)} ${points[0].py.toFixed(1)}`;
    for (let i = 1; i < points.length; i += 1) {
      d += rises ? `H${points[i].px.toFixed(1)}V${points[i].py.toFixed(1)}` : `V${points[i].py.toFixed(1)}H${points[i].px.toFixed(1)}`;
    }
    return s(
      "g",
      { class: "frontier", "aria-hidden": "true" },
      s("path", { d }),
      s("path", { class: "rings", d: points.map((point) => markPath("circle", point.radius + (this.size.width < 500 ? 1 : 2), point.px, point.py)).join("") }),
      this.labels(points, rises),
    );
  }

  /** Names beside the frontier, as many as have room. */
  labels(points, isLeft) {
    const { width } = this.size;
    const isNarrow = width < 500;
    const count = isNarrow ? 3 : 9;
    const taken = [];
    const labels = [];
    const spread = points.length <= count ? points : points.filter((_, i) => i % Math.ceil(points.length / (count * 2)) === 0 || i === points.length - 1);
    for (const point of [spread[0], spread.at(-1), ...spread.slice(1, -1)]) {
      if (labels.length >= count) break;
      const text = point.row.model;
      const length = text.length * 6.1 + 4;
      const candidates = isLeft ? [[-9, -7, "end"], [9, -7, "start"]] : [[9, -7, "start"], [-9, -7, "end"]];
      const fitting = candidates
        .slice(0, isNarrow && point !== points.at(-1) ? 1 : 2)
        .map(([dx, dy, anchor]) => ({ x: point.px + dx, y: point.py + dy, anchor }))
        .map((one) => ({ ...one, from: one.anchor === "start" ? one.x : one.x - length }))
        .find(({ from, y }) =>
          from > MARGIN.left && from + length < width - 4 && y > 10 &&
          taken.every((other) => from > other.from + other.length || from + length < other.from || Math.abs(y - other.y) > 15));
      if (!fitting) continue;
      taken.push({ from: fitting.from, length, y: fitting.y });
      labels.push(s("text", { x: fitting.x, y: fitting.y, "text-anchor": fitting.anchor }, text));
    }
    return labels;
  }

  listen() {
    const at = (event) => pointerIn(this.svg, event, this.size.width);
    this.svg.addEventListener("pointerdown", (event) => {
      if (event.pointerType === "touch" || event.button !== 0 || !this.brush) return;
      this.start = at(event);
      this.svg.setPointerCapture(event.pointerId);
    });
    this.svg.addEventListener("pointermove", (event) => {
      const here = at(event);
      if (this.start && distance(this.start, here) > 5) {
        this.isBrushing = true;
        this.hide();
        this.showBox(...this.start, ...here);
      } else if (!this.start) {
        this.show(this.nearest(...here));
      }
    });
    this.svg.addEventListener("pointerup", (event) => {
      const [start, isBrushing] = [this.start, this.isBrushing];
      this.start = null;
      this.isBrushing = false;
      if (isBrushing) this.brush(this.boxOf(start, at(event)));
      else if (event.pointerType === "touch") this.show(this.nearest(...at(event)));
      else {
        const found = this.nearest(...at(event));
        if (found) this.open?.(found.row);
        else if (this.view.box) this.brush(null);
      }
    });
    this.svg.addEventListener("pointerleave", () => this.start || this.hide());
    this.svg.addEventListener("keydown", (event) => this.key(event));
    this.svg.addEventListener("blur", () => this.hide());
  }

  key(event) {
    const steps = { ArrowRight: 1, ArrowLeft: -1, ArrowUp: 1, ArrowDown: -1 };
    if (event.key in steps) {
      const isAlong = event.key === "ArrowUp" || event.key === "ArrowDown";
      const among = this.points.filter((point) => !point.isOut && (!isAlong || point.isFrontier));
      if (!among.length) return;
      const present = this.shown ? among.findIndex((point) => point.px >= this.shown.px) : -1;
      const same = among.indexOf(this.shown);
      const from = same >= 0 ? same : present;
      this.show(among[Math.min(Math.max(from + steps[event.key], 0), among.length - 1)], { isSaid: true });
    } else if (event.key === "Enter" && this.shown && this.open) {
      this.open(this.shown.row);
    } else if (event.key === "Escape") {
      this.hide();
      if (this.view.box) this.brush(null);
    } else {
      return;
    }
    event.preventDefault();
  }

  nearest(px, py) {
    let best = null;
    let least = REACH;
    for (const point of this.points ?? []) {
      const away = distance([point.px, point.py], [px, py]) + (point.isOut ? 8 : 0) - (point.isFrontier ? 2 : 0);
      if (away < least) [best, least] = [point, away];
    }
    return best;
  }

  show(point, { isSaid = false } = {}) {
    if (!point) return this.hide();
    if (point === this.shown) return;
    this.shown = point;
    this.cursor.setAttribute("d", markPath("circle", point.radius + 4, point.px, point.py));
    this.tooltip.show(this.describe(point.row), point.px, point.py, this.size.width);
    if (isSaid) announce(this.tooltip.text);
  }

  hide() {
    this.shown = null;
    this.tooltip.hide();
    this.cursor?.setAttribute("d", "");
  }

  showBox(x0, y0, x1, y1) {
    const box = { x: Math.min(x0, x1), y: Math.min(y0, y1), width: Math.abs(x1 - x0), height: Math.abs(y1 - y0) };
    for (const [name, value] of Object.entries(box)) this.drawnBox.setAttribute(name, value);
  }

  boxOf(one, two) {
    const { xs, ys } = this.scales;
    const ends = (scaled, i) => [scaled.invert(one[i]), scaled.invert(two[i])].sort((a, b) => a - b).map((value) => Number(value.toPrecision(4)));
    const [[x0, x1], [y0, y1]] = [ends(xs, 0), ends(ys, 1)];
    return { x0, x1, y0, y1 };
  }
}

/** The box of a text "x0,x1,y0,y1"; null where it is none. */
export function boxFrom(text) {
  const [x0, x1, y0, y1] = text.split(",").map(Number);
  return text && Number.isFinite(y1) ? { x0, x1, y0, y1 } : null;
}

/** Whether figures are inside a box; everything is inside none. */
export function inside(box, a, b) {
  return !box || (a !== null && b !== null && a >= box.x0 && a <= box.x1 && b >= box.y0 && b <= box.y1);
}

const distance = ([ax, ay], [bx, by]) => Math.hypot(ax - bx, ay - by);
const radiusOf = (millions) => Math.round(Math.min(2.2 + Math.sqrt(millions ?? 1) * 0.42, 16) * 10) / 10;
const rank = (key) => (key.startsWith("out") ? 0 : key === "rest" ? 1 : 2);

function axisName(metric, scaled, note, room) {
  const kind = scaled.isError ? t("errorLog") : scaled.isLog ? t("logarithmic") : "";
  const text = metricLabel(metric) + (kind && ` (${kind})`);
  const full = note ? `${text} · ${note}` : text;
  return full.length * 6.4 < room - 70 ? full : text;
}
