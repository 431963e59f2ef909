// Axes of a chart: lines and figures at round places, and what they count.

import { s } from "./dom.js";

/**
 * The axes between `edges` {left, right, top, bottom}. xs and ys: scales; xText and yText: figures
 * in words; xName and yName: what the axes count, with its unit.
 */
export function axes({ xs, ys, edges, size, xText, yText, xName, yName, xStep = 80, yStep = 60 }) {
  const { left, right, top, bottom } = edges;
  const middle = (top + bottom) / 2;
  return s(
    "g",
    { class: "axes", "aria-hidden": "true" },
    xs.ticks(size.width / xStep).map((tick) => [
      s("line", { x1: xs.at(tick), x2: xs.at(tick), y1: top, y2: bottom }),
      s("text", { x: xs.at(tick), y: bottom + 17, class: "x" }, xText(tick)),
    ]),
    ys.ticks(size.height / yStep).map((tick) => [
      s("line", { x1: left, x2: right, y1: ys.at(tick), y2: ys.at(tick) }),
      s("text", { x: left - 8, y: ys.at(tick) + 4, class: "y" }, yText(tick)),
    ]),
    xName ? s("text", { x: (left + right) / 2, y: size.height - 8, class: "name" }, xName) : null,
    yName ? s("text", { x: -middle, y: 14, transform: "rotate(-90)", class: "name" }, yName) : null,
  );
}
