// Explore: accuracy against speed, and the table of what the filters leave.

import { chips } from "../chips.js";
import { columnsOf, DEFAULT_COLUMNS } from "../columns.js";
import { batchName, filterForm, viewForm } from "../controls.js";
import { announce, h, keepingFocus, modelAddress } from "../dom.js";
import { facts } from "../facts.js";
import { CARD_QUERY, filtered, NO_FILTERS } from "../filters.js";
import { paretoFrontier } from "../frontier.js";
import { instant, number, t } from "../language.js";
import { metric, metricLabel } from "../metrics.js";
import { failure, nothing, showing } from "../notices.js";
import { groups, legendEntries } from "../palette.js";
import { pickCards } from "../picks.js";
import { join, loadChoices, loadEvaluations, loadSpeeds, searchFor } from "../rows.js";
import { defaultRun, protocolName, runName } from "../runs.js";
import { boxFrom, inside, Scatter } from "../scatter.js";
import { selectionBar } from "../selection.js";
import { State } from "../state.js";
import { sorted, Table } from "../table.js";
import { toolbar } from "../toolbar.js";

const MOST_COMPARED = 8;
/** Choices that leave the table at its page; others begin it anew. */
const KEEP_PAGE = ["page", "cols", "v"];
/** A word that has stood this long is meant as it is. */
const TYPING_MS = 200;

/** Show the page in `main`. */
export async function render(main) {
  document.title = `${t("nav.explore")} · backbonedb`;
  await showing(main, async () => {
    const wanted = new URLSearchParams(location.search).get("run");
    const choices = await loadChoices(wanted ? [wanted] : []);
    if (!choices.datasets.length) {
      main.replaceChildren(nothing(t("noData"), t("noDataAdvice"), h("pre", {}, h("code", {}, "backbonedb ingest timm\nbackbonedb ingest upstream"))));
      return;
    }
    const page = new Explore(main, choices);
    await page.load();
  });
}

class Explore {
  constructor(main, choices) {
    this.main = main;
    this.choices = choices;
    const run = defaultRun(choices.runs);
    const dataset = choices.datasets.find((one) => one.name === "imagenet") ?? choices.datasets[0];
    this.state = new State({
      dataset: dataset.name,
      run: run?.slug ?? "",
      batch: "",
      x: run ? "speed" : "params",
      xlog: "1",
      y: "top1",
      ylog: "1",
      colour: "year",
      bysize: "0",
      ...NO_FILTERS,
      sort: "top1",
      dir: "desc",
      page: "1",
      cols: DEFAULT_COLUMNS,
      v: [],
    }, (changes) => (Object.keys(changes).every((key) => KEEP_PAGE.includes(key)) ? changes : { ...changes, page: "1" }));
    this.found = null;
    this.frontierRows = new Set();
    this.state.listen((changed, isHistory) => this.change(changed, isHistory));
  }

  /** Fetch what the choices need and draw everything. */
  async load() {
    this.mend();
    const { dataset, run, batch } = this.state.values;
    const [rows, speeds] = await Promise.all([loadEvaluations(dataset), loadSpeeds(dataset, this.run(), batch)]);
    // A later choice may have been answered first.
    if (dataset !== this.state.get("dataset") || run !== this.state.get("run") || batch !== this.state.get("batch")) return;
    join(rows, speeds);
    this.rows = rows;
    if (!this.chart) this.build();
    this.drawFilters();
    this.draw();
    await this.find();
    if (this.found) this.draw();
  }

  /** An old link may name what is no more, or a run that has a newer one of its kind. */
  mend() {
    const { values, defaults } = this.state;
    if (!this.choices.datasets.some((one) => one.name === values.dataset)) values.dataset = defaults.dataset;
    values.run = this.choices.runLike(values.run)?.slug ?? defaults.run;
  }

  run() {
    return this.choices.runs.find((one) => one.slug === this.state.get("run")) ?? null;
  }

  box() {
    return boxFrom(this.state.get("box"));
  }

  async change(changed, isHistory) {
    if (["dataset", "run", "batch"].some((key) => changed.has(key))) {
      this.chart.holder.classList.add("stale");
      try {
        await this.load();
      } catch (error) {
        this.main.replaceChildren(failure(error, () => location.reload()));
        return;
      }
    } else if (changed.has("q")) {
      this.found = null;
      this.draw();
      await this.find();
      if (this.found) this.draw();
    } else {
      this.draw();
    }
    // The history changes everything, and a figure of an axis decides whether it is logarithmic.
    if (isHistory || changed.has("x") || changed.has("y")) this.drawForms();
  }

  /** Where no row has the words of the search, ask the API for what they may mean. */
  async find() {
    const text = this.state.get("q");
    this.found = null;
    if (!text || filtered(this.rows, { ...this.state.defaults, q: text }, null).length) return;
    await new Promise((resolve) => setTimeout(resolve, TYPING_MS));
    if (this.state.get("q") !== text) return;
    try {
      const found = await searchFor(text);
      if (this.state.get("q") === text && (found.families.length || found.models.length)) this.found = found;
    } catch {
      // The page still filters by the words as they are.
    }
  }

  /** The page's frame; forms are built anew so that they show the state. */
  build() {
    const { state } = this;
    this.picks = h("ul", { class: "picks", "aria-label": t("picks") });
    const holder = h("div", { class: "chart" });
    this.chart = new Scatter(holder, {
      describe: facts,
      open: (row) => location.assign(modelAddress(row.name)),
      brush: (box) => state.set({ box: box ? [box.x0, box.x1, box.y0, box.y1].join(",") : "" }),
      summary: (view, count) => t("scatterSummary", { x: metricLabel(view.x), y: metricLabel(view.y), n: number(count), f: number(view.frontier.length) }),
    });
    this.legend = h("ul", { class: "legend", "aria-label": t("legend") });
    this.chartNote = h("p", { class: "hint" });
    this.count = h("p", { class: "count" });
    this.chips = h("ul", { class: "chips", "aria-label": t("activeFilters") });
    this.selection = h("div", { class: "selection", role: "region", "aria-label": t("selected") });
    this.tableHolder = h("div", { class: "table-holder" });
    this.table = new Table(this.tableHolder, { caption: t("results"), onsort: (key) => this.sort(key), onpage: (page) => state.set({ page: String(page) }, { replaces: true }) });
    this.formHolder = h("div", { class: "form-holder" });
    this.viewHolder = h("div", { class: "view-holder" });
    this.summary = h("p", { class: "lead" });
    this.viewHolder.replaceChildren(...viewForm(state, this.choices));
    const bar = toolbar({
      count: this.count,
      columns: this.allColumns(),
      chosen: state.get("cols"),
      ontoggle: (key, isOn) => this.toggleColumn(key, isOn),
      name: () => `backbonedb-${state.get("dataset")}`,
      view: () => this.view(),
      rows: () => this.shown,
      shownColumns: () => this.shownColumns(),
    });
    this.main.replaceChildren(
      h("div", { class: "hero" }, h("h1", {}, t("question")), this.summary),
      this.picks,
      h("div", { class: "explore" },
        h("details", { class: "panel", open: innerWidth > 900 }, h("summary", {}, t("filters")), this.formHolder),
        h("section", { class: "board", "aria-label": t("chart") },
          this.viewHolder, holder, this.legend, this.chartNote)),
      h("section", { class: "results", "aria-label": t("results") }, bar, this.chips, this.selection, this.tableHolder),
    );
  }

  drawForms() {
    keepingFocus(this.viewHolder, () => this.viewHolder.replaceChildren(...viewForm(this.state, this.choices)));
    this.drawFilters();
  }

  drawFilters() {
    keepingFocus(this.formHolder, () => this.formHolder.replaceChildren(
      h("button", { type: "button", class: "card-query", onclick: () => this.apply(CARD_QUERY) }, t("cardQuery")),
      filterForm(this.state, this.rows),
      h("button", { type: "button", class: "quiet wide", onclick: () => this.apply(NO_FILTERS) }, t("clearFilters")),
    ));
  }

  /** Set several choices at once and show them in the forms. */
  apply(changes) {
    this.state.set(changes);
    this.drawForms();
  }

  view() {
    return { values: { ...this.state.values, front: this.state.get("front") === "1" }, run: this.run(), found: this.found, box: this.box() };
  }

  allColumns() {
    return columnsOf({
      selection: new Set(this.state.get("v")),
      isFrontier: (row) => this.frontierRows.has(row),
      ontoggle: (name) => this.toggleSelection(name),
    });
  }

  shownColumns() {
    const chosen = new Set([...this.state.get("cols"), "select", "name"]);
    return this.allColumns().filter((one) => chosen.has(one.key));
  }

  toggleColumn(key, isOn) {
    const rest = this.state.get("cols").filter((one) => one !== key);
    this.state.set({ cols: isOn ? [...rest, key] : rest }, { replaces: true });
  }

  toggleSelection(name) {
    const chosen = this.state.get("v");
    if (chosen.includes(name)) this.state.set({ v: chosen.filter((one) => one !== name) }, { replaces: true });
    else if (chosen.length < MOST_COMPARED) this.state.set({ v: [...chosen, name] }, { replaces: true });
    else announce(t("mostCompared", { n: MOST_COMPARED }));
  }

  sort(key) {
    const column = this.allColumns().find((one) => one.key === key);
    const first = column.isNumber && column.better !== "min" ? "desc" : "asc";
    const isSame = this.state.get("sort") === key;
    this.state.set({ sort: key, dir: isSame ? (this.state.get("dir") === "asc" ? "desc" : "asc") : first });
  }

  draw() {
    const { values } = this.state;
    const [x, y, box] = [metric(values.x), metric(values.y), this.box()];
    const kept = filtered(this.rows, values, this.found);
    const boxed = box ? kept.filter((row) => inside(box, x.of(row), y.of(row))) : kept;
    const frontier = paretoFrontier(boxed, x, y);
    this.frontierRows = new Set(frontier);
    const rest = values.front === "1" && x.better && y.better ? boxed.filter((row) => this.frontierRows.has(row)) : boxed;
    const column = this.allColumns().find((one) => one.key === values.sort && one.of) ?? this.allColumns().find((one) => one.key === "top1");
    this.shown = sorted(rest, column, values.dir);
    const grouping = groups(values.colour, rest);
    const notes = (one) => (one.isSpeed && this.run() ? `${this.run().environment.deviceKey} · ${protocolName(this.run())}` : "");
    this.chart.draw({
      rows: values.front === "1" && x.better && y.better ? rest : kept,
      x, y, box, frontier,
      xLog: values.xlog === "1",
      yLog: values.ylog === "1",
      xNote: notes(x),
      yNote: notes(y),
      groupOf: grouping.of,
      bySize: values.bysize === "1",
    });
    this.chart.holder.classList.remove("stale");
    this.drawAround(grouping, kept, x, y);
    this.table.draw(this.shown, this.shownColumns(), {
      sort: column.key,
      direction: values.dir,
      page: Number(values.page),
      empty: nothing(t("nothingFound"), t("nothingFoundAdvice"), h("button", { type: "button", class: "primary", onclick: () => this.apply(NO_FILTERS) }, t("clearFilters"))),
    });
    this.drawSelection();
    performance.mark("drawn");
  }

  /** The words around chart and table. */
  drawAround(grouping, kept, x, y) {
    const { values } = this.state;
    const dataset = this.choices.datasets.find((one) => one.name === values.dataset);
    const names = new Set(this.rows.map((row) => row.name));
    const run = this.run();
    this.summary.replaceChildren(t("lead", { results: number(this.rows.length), weights: number(names.size), dataset: dataset?.title ?? values.dataset, at: instant(this.choices.changedAt) }));
    this.picks.replaceChildren(...pickCards(this.shown));
    this.count.textContent = t("found", { n: number(this.shown.length), all: number(this.rows.length) });
    announce(this.count.textContent);
    this.legend.replaceChildren(...legendEntries(grouping, x.better && y.better));
    const missing = kept.filter((row) => x.of(row) === null || y.of(row) === null).length;
    this.chartNote.replaceChildren(
      [
        run && (x.isSpeed || y.isSpeed) ? t("speedFrom", { run: runName(run), protocol: protocolName(run), batch: batchName(values.batch) }) : null,
        missing ? t("missing", { n: number(missing) }) : null,
        t("brushHint"),
      ].filter(Boolean).join(" "),
    );
    this.chips.replaceChildren(...chips(this.state, {
      familyTitle: this.rows.find((row) => row.family === values.family)?.familyTitle,
      found: this.found,
      apply: (changes) => this.apply(changes),
    }));
  }

  drawSelection() {
    const chosen = this.state.get("v");
    this.selection.hidden = !chosen.length;
    this.selection.replaceChildren(...selectionBar(chosen, MOST_COMPARED, () => this.state.set({ v: [] }, { replaces: true })));
  }
}
