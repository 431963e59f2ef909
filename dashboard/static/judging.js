// Saying what an alert was, with a token. The token stays in this module: it is in no address and
// no storage, and gone when the page is left.

import { openDialog } from "./dialogs.js";
import { announce, field, h } from "./dom.js";
import { ask } from "./graphql.js";
import { t } from "./language.js";

const JUDGE = `mutation ($input: JudgeAlertInput!) {
  judgeAlert(input: $input) { alert state verdict }
}`;
let token = "";

/** What can be said of an alert; accepting a level needs a series. */
export const decisionsOn = (alert) => ["REAL", "NOISE", ...(alert.series ? ["ACCEPT"] : []), "MUTE"];

/** Ask for a token and a remark, then send the decision; `done(state, verdict)` when it was taken. */
export function judge(alert, decision, done) {
  const problem = h("div", { role: "alert" });
  const key = h("input", { type: "password", required: true, autocomplete: "off", spellcheck: "false", value: token });
  const remark = h("input", { maxlength: 1000, autocomplete: "off" });
  const send = h("button", { type: "submit", class: "primary" }, t(`decision.${decision}`));
  const form = h(
    "form",
    { class: "judging", onsubmit: async (event) => {
      event.preventDefault();
      send.disabled = true;
      problem.replaceChildren();
      try {
        const input = { alert: alert.id, decision, remark: remark.value.trim() || null };
        const { judgeAlert } = await ask(JUDGE, { input }, { token: key.value.trim() });
        token = key.value.trim();
        dialog.close();
        announce(t("judged", { state: t(`state.${judgeAlert.state}`) }));
        done(judgeAlert.state, judgeAlert.verdict);
      } catch (error) {
        problem.replaceChildren(h("p", { class: "worse" }, reason(error)), h("p", { class: "detail" }, h("code", {}, error.message)));
      } finally {
        send.disabled = false;
      }
    } },
    h("p", {}, alert.text),
    h("p", { class: "hint" }, t(`decisionHint.${decision}`)),
    field(t("remark"), remark),
    field(t("token"), key),
    h("p", { class: "hint" }, t("tokenHint"), " ", h("code", {}, "backbonedb token create --name NAME --scope judge --expires 90d")),
    problem,
    h("footer", {}, send),
  );
  const dialog = openDialog(t(`decision.${decision}`), form);
  (token ? remark : key).focus();
}

/** Why a decision was not taken, in words that say what to do. */
function reason(error) {
  const known = { UNAUTHENTICATED: "refused.token", FORBIDDEN: "refused.scope", NOT_CONFIGURED: "refused.writing" };
  if (error.code in known) return t(known[error.code]);
  return t(`failed.${["unreachable", "slow", "refused"].includes(error.kind) ? error.kind : "broken"}`);
}
