// The tooltip of a mark.

import { licence, weightName } from "./columns.js";
import { h, modelAddress } from "./dom.js";
import { number, t } from "./language.js";

/** All that is known of a row. */
export function facts(row) {
  const line = (label, value) => (value === null || value === "" || value === "–" ? null : [h("dt", {}, label), h("dd", {}, value)]);
  return h(
    "div",
    {},
    h("a", { class: "tooltip-name", href: modelAddress(row.name), tabindex: -1 }, weightName(row.name)),
    h("dl", {},
      line(t("column.family"), [row.familyTitle, row.year].filter(Boolean).join(", ")),
      line(t("short.top1"), `${number(row.top1, 3)} %`),
      line(t("short.top5"), `${number(row.top5, 3)} %`),
      line(t("short.size"), t("pixels", { n: row.imgSize })),
      line(t("short.params"), row.paramCount === null ? "" : t("millions", { n: number(row.paramCount) })),
      line(t("short.gmacs"), number(row.gmacs)),
      line(t("short.macts"), number(row.macts)),
      line(t("short.speed"), row.samplesPerSecond === null ? t("notMeasured") : t("atBatch", { n: number(row.samplesPerSecond, 1), batch: number(row.batchSize, 0) })),
      line(t("short.step"), number(row.stepTimeMs, 2)),
      line(t("column.pretrained"), row.pretrainedOn),
      line(t("column.licence"), licence(row.licence, row.commercialUse)),
      line(t("column.paper"), row.paper)),
  );
}
