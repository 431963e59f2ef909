// The active filters, each with a way to remove it.

import { h } from "./dom.js";
import { active } from "./filters.js";
import { t } from "./language.js";

/** List entries for the filters that are set; `apply(changes)` removes one. */
export function chips(state, { familyTitle, found, apply }) {
  const chip = (text, off) =>
    h("li", {}, h("button", { type: "button", onclick: () => apply(off) },
      text, h("span", { "aria-hidden": "true" }, " ✕"), h("span", { class: "unseen" }, ` ${t("remove")}`)));
  const list = active(state.values).map(([{ key }, value]) =>
    chip(t(`chip.${key}`, { value: key === "family" ? familyTitle ?? value : value }), { [key]: "" }));
  if (state.get("box")) list.push(chip(t("chip.box"), { box: "" }));
  if (state.get("front") === "1") list.push(chip(t("filter.front"), { front: "" }));
  if (found) list.push(h("li", { class: "hint" }, t("searchedLike", { text: state.get("q") })));
  return list;
}
