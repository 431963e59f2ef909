// What stands where rows would: waiting, failing, finding nothing. Each says what to do.

import { openDialog } from "./dialogs.js";
import { announce, h } from "./dom.js";
import { t } from "./language.js";

const SLOW_MS = 4_000;

/** Show that something is awaited in `holder`; says so after a while. */
export function waiting(holder) {
  const words = h("p", {}, t("loading"));
  holder.replaceChildren(h("div", { class: "notice waiting" }, h("span", { class: "spinner", "aria-hidden": "true" }), words));
  const timer = setTimeout(() => {
    words.textContent = t("stillLoading");
    announce(t("stillLoading"));
  }, SLOW_MS);
  return () => clearTimeout(timer);
}

const kindOf = (error) => (["unreachable", "slow", "refused"].includes(error.kind) ? error.kind : "broken");

/** Say over the page that something that was asked for failed. */
export function complain(error) {
  const kind = kindOf(error);
  if (kind === "broken") console.error(error);
  openDialog(t(`failed.${kind}`), [h("p", {}, t(`mend.${kind}`)), h("p", { class: "detail" }, h("code", {}, error.message))], { role: "alertdialog" });
}

/** A failed question with its cause, what to do, and a button to try again. */
export function failure(error, retry) {
  const kind = kindOf(error);
  announce(t(`failed.${kind}`));
  return h(
    "div",
    { class: "notice failure", role: "alert" },
    h("h2", {}, t(`failed.${kind}`)),
    h("p", {}, t(`mend.${kind}`)),
    h("p", { class: "detail" }, h("code", {}, error.message)),
    h("button", { type: "button", class: "primary", onclick: retry }, t("retry")),
  );
}

/** Nothing was found: why, and a way out. */
export function nothing(title, advice, ...actions) {
  return h("div", { class: "notice" }, h("h2", {}, title), h("p", {}, advice), ...actions);
}

/** Run `job` with a waiting sign in `holder`; a failure is shown there with a button to try again. */
export async function showing(holder, job) {
  const done = waiting(holder);
  try {
    return await job();
  } catch (error) {
    if (!error.kind) console.error(error);
    holder.replaceChildren(failure(error, () => showing(holder, job)));
    return undefined;
  } finally {
    done();
  }
}
