// The forms of the explore page: what is measured, what is drawn, what is filtered.

import { field, gathered, h, select } from "./dom.js";
import { number, t } from "./language.js";
import { METRICS, metric, metricLabel } from "./metrics.js";
import { runOptions } from "./runs.js";

const BATCHES = ["", "1", "32", "64", "128", "256", "512", "1024", "-64", "-256"];

/** What is measured, and what is drawn. */
export function viewForm(state, choices) {
  const put = (key) => (value) => state.set({ [key]: value });
  const axis = (key) => (value) => state.set({ [key]: value, [`${key}log`]: metric(value).isLog ? "1" : "0", box: "" });
  const axes = METRICS.filter((one) => one.key !== "batch").map((one) => [one.key, metricLabel(one)]);
  const check = (key, label) => h("label", { class: "check" },
    h("input", { type: "checkbox", checked: state.get(key) === "1", onchange: (event) => state.set({ [key]: event.target.checked ? "1" : "0" }) }), label);
  return [
    h("form", { class: "controls", "aria-label": t("whatIsMeasured"), onsubmit: (event) => event.preventDefault() },
      field(t("dataset"), select(choices.datasets.map((one) => [one.name, one.title]), state.get("dataset"), (value) => state.set({ dataset: value, box: "" }))),
      choices.runs.length
        ? field(t("hardware"), select(runOptions(choices.runs), state.get("run"), (value) => state.set({ run: value, box: "" })))
        : null,
      choices.runs.length
        ? field(t("batch"), select(BATCHES.map((size) => [size, batchName(size)]), state.get("batch"), (value) => state.set({ batch: value, box: "" })), t("batchHint"))
        : null),
    h("form", { class: "controls", "aria-label": t("whatIsDrawn"), onsubmit: (event) => event.preventDefault() },
      field(t("xAxis"), select(axes, state.get("x"), axis("x"))),
      check("xlog", t("log")),
      field(t("yAxis"), select(axes, state.get("y"), axis("y"))),
      check("ylog", t("log")),
      field(t("colour"), select(["year", "family", "licence"].map((key) => [key, t(`colour.${key}`)]), state.get("colour"), put("colour"))),
      check("bysize", t("bySize"))),
  ];
}

/** A batch choice in words. */
export function batchName(text) {
  if (!text) return t("batchAsMeasured");
  return Number(text) > 0 ? number(Number(text)) : t("batchAtMost", { n: number(-Number(text)) });
}

/** The filters. */
export function filterForm(state, rows) {
  const put = gathered((changes) => state.set(changes, { replaces: true }));
  const input = (key, attributes) => h("input", { id: `filter-${key}`, value: state.get(key), autocomplete: "off", oninput: (event) => put({ [key]: event.target.value.trim() }), ...attributes });
  const figure = (key, step) => input(key, { type: "number", step, inputmode: "decimal", min: 0 });
  const years = [...new Set(rows.map((row) => row.year).filter(Boolean))].sort();
  const sizes = [...new Set(rows.map((row) => row.imgSize))].sort((a, b) => a - b);
  const families = [...new Map(rows.map((row) => [row.family, row.familyTitle])).entries()].filter(([key]) => key).sort((a, b) => a[1].localeCompare(b[1]));
  const any = ["", t("any")];
  const now = (key) => (value) => state.set({ [key]: value });
  return h(
    "form",
    { class: "filters", role: "search", "aria-label": t("filters"), onsubmit: (event) => event.preventDefault() },
    field(t("filter.q"), input("q", { type: "search", placeholder: t("filter.qExample") })),
    h("div", { class: "pair" },
      field(t("filter.from"), select([any, ...years.map((one) => [one, one])], state.get("from"), now("from"))),
      field(t("filter.to"), select([any, ...years.map((one) => [one, one])], state.get("to"), now("to")))),
    field(t("filter.size"), select([any, ...sizes.map((one) => [one, t("pixels", { n: one })])], state.get("size"), now("size"), { id: "filter-size" })),
    h("div", { class: "pair" },
      field(t("filter.above"), figure("above", "any")),
      field(t("filter.below"), figure("below", "any"))),
    field(t("filter.faster"), figure("faster", "any")),
    field(t("filter.use"), select([any, ["yes", t("use.yes")]], state.get("use"), now("use"))),
    field(t("filter.family"), select([any, ...families], state.get("family"), now("family"))),
    h("label", { class: "check" },
      h("input", { type: "checkbox", checked: state.get("front") === "1", onchange: (event) => state.set({ front: event.target.checked ? "1" : "" }) }),
      t("filter.front")),
  );
}
