// Trends: what got slower or faster, night after night and from one environment to another.

import { alertCard } from "../alerts.js";
import { field, gathered, h, select } from "../dom.js";
import { environmentBars, histories } from "../environments.js";
import { ask } from "../graphql.js";
import { number, t, zone } from "../language.js";
import { ALERT, SERIES } from "../nights.js";
import { nothing, showing } from "../notices.js";
import { pairComparison } from "../pairs.js";
import { card } from "../parts.js";
import { loadRuns, newestOfKind, runOptions } from "../runs.js";
import { State } from "../state.js";
import { seriesCard, timelineLegend } from "../timeline.js";

const ALERTS = `query ($where: AlertFilter, $minChange: Float, $after: String) {
  rows: regressions(where: $where, minChange: $minChange, first: 6, after: $after) {
    totalCount
    pageInfo { hasNextPage endCursor }
    nodes { ${ALERT} series { ${SERIES} } }
  }
}`;
const TREND = `query ($where: SeriesFilter, $after: String) {
  rows: trend(where: $where, first: 6, after: $after) {
    totalCount
    pageInfo { hasNextPage endCursor }
    nodes { ${SERIES} }
  }
}`;
const CHANGES = ["0", "2", "3", "5", "10"];

/** Show the page. */
export async function render(main) {
  document.title = `${t("nav.trends")} · backbonedb`;
  await showing(main, async () => {
    const query = new URLSearchParams(location.search);
    const runs = await loadRuns([...query.getAll("before"), ...query.getAll("after")]);
    if (!runs.length) {
      main.replaceChildren(nothing(t("noRuns"), t("noRunsAdvice"), h("pre", {}, h("code", {}, "backbonedb ingest upstream\nbackbonedb bench nightly"))));
      return;
    }
    main.replaceChildren(h("h1", {}, t("trendsTitle")), h("p", { class: "lead" }, t("trendsLead")));
    const trends = new Trends(runs);
    const sections = runs.some((run) => run.protocol !== "timm-mean")
      ? [trends.confirmed(), trends.nightly(), trends.environments(), trends.pair()]
      : [trends.environments(), trends.pair(), nightlyHint()];
    main.append(h("div", { class: "stack" }, sections.map(({ element }) => element)));
    await Promise.all(sections.map(({ draw }) => draw()));
  });
}

class Trends {
  constructor(runs) {
    this.runs = runs;
    const [before, after] = defaultPair(newestOfKind(runs));
    this.histories = histories(runs);
    this.state = new State({
      before: before?.slug ?? "",
      after: after?.slug ?? "",
      device: this.histories[0]?.[0] ?? "",
      state: "open",
      change: "0",
      model: "",
    });
    this.drawers = [];
    this.state.listen((changed) => {
      for (const { keys, draw } of this.drawers) if (keys.some((key) => changed.has(key))) draw();
    });
  }

  /** A section that is drawn anew when one of its choices changes. */
  section(element, keys, draw) {
    this.drawers.push({ keys, draw });
    return { element, draw };
  }

  /** Regressions, improvements and what happened to the devices. */
  confirmed() {
    const list = h("div", { class: "alerts-list" });
    const form = h("form", { class: "controls even", onsubmit: (event) => event.preventDefault() });
    const element = h("section", { class: "plain", "aria-labelledby": "confirmed" },
      h("h2", { id: "confirmed" }, t("confirmedTitle")), h("p", { class: "hint" }, t("confirmedHint")), form, list);
    return this.section(element, ["state", "change"], async () => {
      form.replaceChildren(
        field(t("stateOf"), select(["open", "muted", "accepted", "closed", ""].map((one) => [one, one ? t(`state.${one}`) : t("any")]), this.state.get("state"), (value) => this.state.set({ state: value }))),
        field(t("atLeast"), select(CHANGES.map((one) => [one, one === "0" ? t("any") : `${one} %`]), this.state.get("change"), (value) => this.state.set({ change: value }))));
      const { state, change } = this.state.values;
      const variables = { where: state ? { state: { exact: state } } : {}, minChange: Number(change) || null };
      await pages(list, ALERTS, variables, alertCard, () => nothing(t("noAlerts"), t(state === "open" ? "noOpenAlertsAdvice" : "noAlertsAdvice")));
    });
  }

  /** The line of every series. */
  nightly() {
    const put = gathered((changes) => this.state.set(changes, { replaces: true }));
    const list = h("div", { class: "series-list" });
    const words = h("input", { type: "search", value: this.state.get("model"), autocomplete: "off", placeholder: t("modelExample"), oninput: (event) => put({ model: event.target.value.trim() }) });
    const element = h("section", { class: "plain", "aria-labelledby": "nightly" },
      h("h2", { id: "nightly" }, t("nightlyTitle")), h("p", { class: "hint" }, t("nightlyHint", { zone: zone() })),
      h("form", { class: "controls even", onsubmit: (event) => event.preventDefault() }, field(t("column.model"), words)),
      timelineLegend(), list);
    return this.section(element, ["model"], async () => {
      const text = this.state.get("model");
      if (words.value.trim() !== text) words.value = text;
      const where = text ? { modelName: { iContains: text } } : {};
      await pages(list, TREND, { where }, (series) => seriesCard(series), () => nothing(t("noSeries"), t("noSeriesAdvice")));
    });
  }

  /** What newer software did on a device. */
  environments() {
    const content = h("div", {});
    const form = h("form", { class: "controls even", onsubmit: (event) => event.preventDefault() });
    const element = card(t("environmentsTitle"), h("p", { class: "hint" }, t("environmentsHint")), form, content);
    return this.section(element, ["device"], async () => {
      if (!this.histories.length) {
        content.replaceChildren(h("p", {}, t("fewerRuns")), h("p", { class: "hint" }, t("fewerRunsAdvice")));
        return;
      }
      const [device, kinds] = this.histories.find(([one]) => one === this.state.get("device")) ?? this.histories[0];
      form.replaceChildren(field(t("device"), select(this.histories.map(([one]) => [one, one]), device, (value) => this.state.set({ device: value }))));
      const pick = (before, after) => {
        this.state.set({ before: before.slug, after: after.slug });
        document.getElementById("pair").scrollIntoView();
      };
      await showing(content, async () => content.replaceChildren(h("div", { class: "histories" }, await Promise.all(kinds.map((list) => environmentBars(list, pick))))));
    });
  }

  /** Two runs against each other. */
  pair() {
    const runs = newestOfKind(this.runs);
    const content = h("div", {});
    const forms = h("form", { class: "controls even", onsubmit: (event) => event.preventDefault() });
    const element = h("section", { class: "card", "aria-labelledby": "pair" }, h("h2", { id: "pair" }, t("pairTitle")), h("p", { class: "hint" }, t("pairHint")), forms, content);
    return this.section(element, ["before", "after"], async () => {
      const chosen = ["before", "after"].map((key) => this.runs.find((run) => run.slug === this.state.get(key)));
      // An older night may be asked for by its address.
      const offered = [...new Set([...runs, ...chosen.filter(Boolean)])];
      forms.replaceChildren(...["before", "after"].map((key) => field(t(key), select(runOptions(offered), this.state.get(key), (value) => this.state.set({ [key]: value })))));
      await showing(content, async () => content.replaceChildren(...(await pairComparison(...chosen))));
    });
  }
}

/** The newest run, not compiled if there is one, that has an older one of its kind; and that one. */
function defaultPair(runs) {
  const kind = ({ environment, task, precision, layout, compile, protocol }) => [environment.deviceKey, task, precision, layout, compile, protocol].join();
  const version = ({ environment }) => (environment.torch ?? "0").split(".").map((part) => part.padStart(4, "0")).join(".");
  const rank = (run) => `${run.compile === "off" ? 1 : 0} ${version(run)}`;
  const ordered = [...runs].sort((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0));
  for (const after of ordered.toReversed()) {
    const before = ordered.slice(0, ordered.indexOf(after)).findLast((one) => kind(one) === kind(after));
    if (before) return [before, after];
  }
  return ordered.slice(-2);
}

function nightlyHint() {
  const element = card(t("nightlyTitle"), h("p", {}, t("noNights")), h("pre", {}, h("code", {}, "backbonedb bench nightly --budget 2h")));
  return { element, draw: async () => {} };
}

/** A list that is fetched page by page: `show(node)` makes an entry, `empty()` what stands for none. */
async function pages(holder, query, variables, show, empty) {
  const more = async (after, entries) => {
    const { rows } = await ask(query, { ...variables, after });
    entries.push(...rows.nodes.map(show));
    if (!entries.length) return holder.replaceChildren(empty());
    const left = rows.totalCount - entries.length;
    const button = h("button", { type: "button", class: "quiet wide", onclick: async () => {
      button.disabled = true;
      const place = entries.length;
      await more(rows.pageInfo.endCursor, entries);
      entries[place]?.querySelector("a, button, [tabindex]")?.focus();
    } }, t("showMore", { n: number(left) }));
    return holder.replaceChildren(...entries, rows.pageInfo.hasNextPage ? button : "");
  };
  await showing(holder, () => more(null, []));
}
