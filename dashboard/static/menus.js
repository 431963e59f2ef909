// Menus that open under a button.

import { h } from "./dom.js";
import { complain } from "./notices.js";

/** A menu: closes when the focus leaves it, and on Escape. */
export function menu(label, entries) {
  const shut = (event) => {
    event.currentTarget.open = false;
  };
  return h(
    "details",
    {
      class: "menu",
      onfocusout: (event) => event.currentTarget.contains(event.relatedTarget) || shut(event),
      onkeydown: (event) => {
        if (event.key !== "Escape") return;
        shut(event);
        event.currentTarget.querySelector("summary").focus();
      },
    },
    h("summary", {}, label),
    h("div", { class: "menu-list" }, entries),
  );
}

/** An entry of a menu that does something; what goes wrong then is said. */
export function menuItem(label, action) {
  return h("button", { type: "button", onclick: async (event) => {
    event.currentTarget.closest("details").open = false;
    try {
      await action();
    } catch (error) {
      complain(error);
    }
  } }, label);
}
