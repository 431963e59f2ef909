// Figures of a few things as bars: a table, so that it reads, prints and is heard without the bars.

import { h, s } from "./dom.js";
import { number } from "./language.js";

/**
 * entries: {label, value, shown?, mark?}; `label` and `shown` may be elements. `name` tells what
 * the bars are and in which unit; `most` is the end of the axis.
 */
export function bars(name, entries, { digits = 2, most = Math.max(...entries.map(({ value }) => Math.abs(value ?? 0))) } = {}) {
  return h(
    "table",
    { class: "bars" },
    h("caption", {}, name),
    h("tbody", {}, entries.map(({ label, value, shown, mark = "group-0" }) => h(
      "tr",
      {},
      h("th", { scope: "row" }, label),
      h("td", { class: "length" }, bar((value ?? 0) / (most || 1), mark)),
      h("td", { class: "number" }, shown ?? number(value, digits)),
    ))),
  );
}

/** A bar as long as that share of its place. Below zero it has the colour of a loss. */
export function bar(share, mark = "group-0") {
  return s("svg", { class: "bar", viewBox: "0 0 100 6", preserveAspectRatio: "none", "aria-hidden": "true" },
    s("rect", { class: "ground", width: 100, height: 6 }),
    s("rect", { class: share < 0 ? "loss" : mark, width: Math.min(Math.abs(share) * 100, 100), height: 6 }));
}
