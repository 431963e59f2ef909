// The columns of the table of results.

import { h, modelLink } from "./dom.js";
import { number, t } from "./language.js";
import { METRICS, metricLabel, metricShort } from "./metrics.js";

/** Columns shown unless others are chosen. */
export const DEFAULT_COLUMNS = ["family", "year", "size", "top1", "top5", "params", "gmacs", "speed", "licence"];

/** All columns; `selection` is the set of chosen weights, `isFrontier` tells the frontier's rows. */
export function columnsOf({ selection, isFrontier, ontoggle }) {
  const metrics = METRICS.map((one) => ({
    key: one.key,
    label: metricShort(one),
    hint: metricLabel(one),
    of: one.of,
    better: one.better,
    isNumber: true,
    show: (row) => (one.key === "year" ? year(row) : number(one.of(row), one.digits)),
  }));
  const early = ["year", "size"];
  const text = (key, of, show = of) => ({ key, label: t(`column.${key}`), of, show });
  return [
    {
      key: "select",
      label: t("column.select"),
      show: (row) =>
        h("input", {
          type: "checkbox",
          "aria-label": t("selectFor", { name: row.name }),
          "data-key": `select-${row.key}`,
          checked: selection.has(row.name),
          onchange: () => ontoggle(row.name),
        }),
    },
    {
      ...text("name", (row) => row.name, (row) => [
        modelLink(row.name, weightName(row.name)),
        isFrontier(row) ? h("span", { class: "badge", title: t("onFrontier") }, h("span", { "aria-hidden": "true" }, "◆"), h("span", { class: "unseen" }, t("onFrontier"))) : null,
      ]),
      isHeading: true,
    },
    text("family", (row) => row.familyTitle),
    ...metrics.filter((one) => early.includes(one.key)).reverse(),
    ...metrics.filter((one) => !early.includes(one.key)),
    text("licence", (row) => row.licence, (row) => licence(row.licence, row.commercialUse)),
    text("pretrained", (row) => row.pretrainedOn),
    text("paper", (row) => row.paper),
  ];
}

/** A name that may be broken after its underscores and dots. */
function breakable(name) {
  return name.split(/(?<=[_.])/).flatMap((part, i) => (i ? [h("wbr"), part] : [part]));
}

/** A weight's name with its tag set apart. */
export function weightName(name) {
  const dot = name.indexOf(".");
  if (dot < 0) return breakable(name);
  return [breakable(name.slice(0, dot)), h("wbr"), h("span", { class: "tag" }, breakable(name.slice(dot)))];
}

/** A year with a hint of the rule that gave it. */
function year(row) {
  return row.year === null ? "–" : h("span", { title: t(`yearSource.${row.yearSource}`) }, row.year);
}

/** A licence with what it permits. */
export function licence(name, commercialUse) {
  const sign = { yes: "✓", no: "✕", unknown: "?" }[commercialUse];
  return h(
    "span",
    { class: `licence ${commercialUse}`, title: t(`use.${commercialUse}`) },
    h("span", { "aria-hidden": "true" }, `${sign} `),
    name || t("noLicence"),
    h("span", { class: "unseen" }, ` (${t(`use.${commercialUse}`)})`),
  );
}
