// "Copy as": the present view as a question, ready to be copied.

import { asGraphQL, asPython, asSQL } from "./copies.js";
import { openDialog } from "./dialogs.js";
import { announce, h } from "./dom.js";
import { t } from "./language.js";

const FORMS = [["GraphQL", asGraphQL], ["SQL", asSQL], ["Python", asPython]];

/** Open a dialog with the view in the form of this name. */
export function openCopies(view, form) {
  const code = h("code", {});
  const hint = h("p", { class: "hint" });
  const button = h("button", { type: "button", class: "primary", onclick: () => copy(code, button) }, t("copy"));
  const tabs = FORMS.map(([name]) => h("button", { type: "button", role: "tab", id: `tab-${name}`, "aria-controls": "copy-panel", onclick: () => show(name) }, name));
  const show = (name) => {
    code.textContent = FORMS.find(([one]) => one === name)[1](view);
    hint.textContent = t(`copyHint.${name}`);
    button.textContent = t("copy");
    for (const tab of tabs) {
      const isChosen = tab.textContent === name;
      tab.setAttribute("aria-selected", isChosen);
      tab.tabIndex = isChosen ? 0 : -1;
      if (isChosen) panel.setAttribute("aria-labelledby", tab.id);
    }
  };
  const panel = h("div", { role: "tabpanel", id: "copy-panel" }, hint, h("pre", { tabindex: 0 }, code));
  show(form);
  openDialog(t("copyAs"), [panel, h("footer", {}, button)], {
    class: "copies",
    heading: h("div", { role: "tablist", "aria-label": t("copyAs"), onkeydown: (event) => turn(event, tabs) }, tabs),
  });
}

function turn(event, tabs) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  const next = tabs.at((tabs.indexOf(document.activeElement) + step) % tabs.length);
  next.focus();
  next.click();
}

async function copy(code, button) {
  try {
    await navigator.clipboard.writeText(code.textContent);
    button.textContent = t("copied");
    announce(t("copied"));
  } catch {
    // No clipboard without https or permission: mark the text, the reader's keys do the rest.
    getSelection().selectAllChildren(code);
    button.textContent = t("copyByHand");
  }
}
