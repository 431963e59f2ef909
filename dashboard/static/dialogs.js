// Dialogs over the page: closed by their button, by Escape, and gone then.

import { h } from "./dom.js";
import { t } from "./language.js";

/** Open a dialog. `heading` (its title, unless something else is given) stands beside the close button. */
export function openDialog(title, content, { heading = h("h2", {}, title), ...attributes } = {}) {
  const dialog = h(
    "dialog",
    { "aria-label": title, ...attributes, onclose: () => dialog.remove() },
    h("header", {}, heading,
      h("button", { type: "button", class: "quiet", "aria-label": t("close"), onclick: () => dialog.close() }, "✕")),
    content,
  );
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}
