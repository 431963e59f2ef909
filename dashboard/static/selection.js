// The weights that are ticked to be compared.

import { h } from "./dom.js";
import { t } from "./language.js";

/** What stands in the bar over the page: how many of `most` are chosen, the way on, and none again. */
export function selectionBar(chosen, most, clear) {
  const query = new URLSearchParams(chosen.map((name) => ["v", name]));
  return [
    h("span", {}, t("selectedCount", { n: chosen.length, most })),
    h("a", { class: "button primary", href: `/compare?${query}` }, t("compareThese")),
    h("button", { type: "button", class: "quiet", onclick: clear }, t("clear")),
  ];
}
