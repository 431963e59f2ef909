// Small parts that several pages show.

import { h } from "./dom.js";

/** A section with a heading. */
export function card(title, ...content) {
  return h("section", { class: "card" }, h("h2", {}, title), ...content);
}

/** A plain table: `columns` are {label, show(row), isNumber}; the first one names the row. */
export function plainTable(caption, columns, rows, rowAttributes = () => ({})) {
  return h(
    "div",
    { class: "scrolling", tabindex: 0, role: "region", "aria-label": caption },
    h("table", {},
      h("caption", { class: "unseen" }, caption),
      h("thead", {}, h("tr", {}, columns.map((one) => h("th", { scope: "col", class: one.isNumber ? "number" : null }, one.label)))),
      h("tbody", {}, rows.map((row) => h("tr", rowAttributes(row), columns.map((one, i) =>
        h(i ? "td" : "th", { scope: i ? null : "row", class: one.isNumber ? "number" : null }, one.show(row))))))),
  );
}

/** The name of a test set, short enough for a heading. */
export function shortDataset(name) {
  return { imagenet: "ImageNet", "imagenet-real": "ReaL", "imagenetv2-matched-frequency": "V2", sketch: "Sketch", "imagenet-a": "A", "imagenet-a-clean": "A clean", "imagenet-r": "R", "imagenet-r-clean": "R clean" }[name] ?? name;
}
