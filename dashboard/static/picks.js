// An answer before any question: a few rows that stand out, each by a rule that is said.

import { h, modelLink } from "./dom.js";
import { number, t } from "./language.js";
import { licence, weightName } from "./columns.js";

/** Top-1 points below the best that still count as good. */
const NEAR = 2;
const FAR = 5;

const best = (rows, of) => rows.reduce((found, row) => (found === null || of(row) > of(found) ? row : found), null);

/** [rule's text, row] of the rows that stand out. */
export function picks(rows) {
  const top = best(rows, (row) => row.top1);
  if (!top) return [];
  const within = (points) => rows.filter((row) => row.top1 >= top.top1 - points);
  const timed = (points) => within(points).filter((row) => row.samplesPerSecond !== null);
  const sized = within(FAR).filter((row) => row.paramCount !== null);
  return [
    [t("pick.best"), top],
    [t("pick.fast", { points: NEAR }), best(timed(NEAR), (row) => row.samplesPerSecond)],
    [t("pick.fast", { points: FAR }), best(timed(FAR), (row) => row.samplesPerSecond)],
    [t("pick.small", { points: FAR }), best(sized, (row) => -row.paramCount)],
  ].filter(([, row]) => row);
}

/** The cards of the rows that stand out. */
export function pickCards(rows) {
  return picks(rows).map(([rule, row]) =>
    h(
      "li",
      { class: "pick" },
      h("p", { class: "rule" }, rule),
      h("p", { class: "pick-name" }, modelLink(row.name, weightName(row.name))),
      h(
        "p",
        { class: "facts" },
        h("strong", {}, `${number(row.top1, 2)} %`),
        row.samplesPerSecond === null ? null : h("span", {}, t("imagesPerSecond", { n: number(row.samplesPerSecond, 0) })),
        h("span", {}, t("millions", { n: number(row.paramCount, 1) })),
        h("span", {}, t("pixels", { n: row.imgSize })),
        licence(row.licence, row.commercialUse),
      ),
    ),
  );
}
