// SQL over the published data: named questions, an editor, and each answer as a picture and a table.

import { answerColumns } from "../answers.js";
import { AnswerChart } from "../answer_chart.js";
import { announce, field, h, select } from "../dom.js";
import { csv, save } from "../downloads.js";
import { number, t } from "../language.js";
import { nothing, showing } from "../notices.js";
import { offered } from "../offers.js";
import { card, plainTable } from "../parts.js";
import { State } from "../state.js";
import { sorted, Table } from "../table.js";
import { answersSQL, askSQL, loadQuestions, SQLError } from "../warehouse.js";

const FIRST = "pareto-4090";
const RELATIONS = `SELECT table_name, column_name, data_type, comment
FROM duckdb_columns() WHERE NOT internal ORDER BY table_name, column_index`;

/** Show the page in `main`. */
export async function render(main) {
  document.title = `${t("nav.sql")} · backbonedb`;
  const graphiql = offered("graphiql");
  const title = [
    h("h1", {}, t("sqlTitle")),
    h("p", { class: "lead" }, t("sqlLead"), graphiql ? [" ", h("a", { href: graphiql }, t("toGraphiQL"))] : null),
  ];
  if (!answersSQL()) {
    main.replaceChildren(...title, nothing(t("sqlOff"), t("sqlOffAdvice"), h("pre", {}, h("code", {}, "backbonedb serve --sql\nbackbonedb sql \"SELECT ...\""))));
    return;
  }
  const holder = h("div", {});
  main.replaceChildren(...title, holder);
  await showing(holder, async () => {
    const playground = new Playground(await loadQuestions());
    holder.replaceChildren(playground.element);
    await playground.begin();
  });
}

class Playground {
  constructor(questions) {
    this.questions = questions;
    this.state = new State({ question: FIRST, sql: "", chart: "", x: "", y: "" });
    this.state.listen((changed, isHistory) => {
      if (isHistory) this.begin();
    });
    this.editor = h("textarea", {
      class: "editor",
      spellcheck: "false",
      autocapitalize: "off",
      autocomplete: "off",
      "aria-describedby": "editor-help",
      onkeydown: (event) => this.key(event),
      oninput: () => this.place.replaceChildren(),
    });
    this.place = h("div", { class: "error-place", role: "alert" });
    this.button = h("button", { type: "submit", class: "primary" }, t("runSQL"));
    this.meaning = h("p", { class: "hint", lang: "en" });
    this.pick = h("div", {});
    this.answer = h("div", { class: "stack" });
    this.element = h(
      "div",
      { class: "stack" },
      h("section", { class: "card", "aria-label": t("sqlQuestion") },
        h("form", { onsubmit: (event) => {
          event.preventDefault();
          this.run();
        } },
          this.pick, this.meaning,
          field(t("sqlStatement"), this.editor),
          this.place,
          h("div", { class: "actions" }, this.button, h("span", { class: "hint", id: "editor-help" }, t("editorHelp")))),
        this.relations()),
      this.answer,
    );
  }

  /** Show and answer what the address asks. */
  async begin() {
    const { question, sql } = this.state.values;
    const named = this.questions.find((one) => one.name === question) ?? this.questions[0];
    this.editor.value = sql || named.sql;
    this.editor.rows = Math.min(Math.max(this.editor.value.split("\n").length + 1, 5), 22);
    this.drawPick();
    await this.ask();
  }

  drawPick() {
    const own = this.state.get("sql");
    const named = this.questions.find((one) => one.name === this.state.get("question"));
    const options = [...(own ? [["", t("ownSQL")]] : []), ...this.questions.map((one) => [one.name, one.name])];
    this.pick.replaceChildren(field(t("namedQuestions"), select(options, own ? "" : named?.name, (name) => {
      this.state.set({ question: name || FIRST, sql: name ? "" : own, chart: "", x: "", y: "" });
      this.begin();
    })));
    this.meaning.textContent = own ? "" : (named?.text ?? "");
  }

  /** Answer what stands in the editor, and keep it in the address. */
  run() {
    const sql = this.editor.value.trim();
    const named = this.questions.find((one) => one.sql === sql);
    const isSame = named ? named.name === this.state.get("question") && !this.state.get("sql") : sql === this.state.get("sql");
    if (!isSame) this.state.set({ ...(named ? { question: named.name, sql: "" } : { sql }), chart: "", x: "", y: "" });
    this.drawPick();
    return this.ask();
  }

  async ask() {
    const sql = this.editor.value;
    this.place.replaceChildren();
    this.running?.abort();
    const running = new AbortController();
    this.running = running;
    this.button.disabled = true;
    const start = performance.now();
    this.answer.classList.add("stale");
    try {
      await showing(this.answer, async () => {
        const answer = await this.asked(sql, running.signal);
        if (answer) this.show(answer, performance.now() - start);
      });
    } finally {
      if (this.running === running) {
        this.button.disabled = false;
        this.answer.classList.remove("stale");
      }
    }
  }

  /** The answer; null where a later question took its place, or where the statement is wrong. */
  async asked(sql, signal) {
    try {
      return await askSQL(sql, signal);
    } catch (error) {
      if (error.name === "AbortError") return null;
      if (error.code === "warehouse_empty") {
        this.answer.replaceChildren(nothing(t("notPublished"), t("notPublishedAdvice"), h("pre", {}, h("code", {}, "backbonedb publish"))));
        return null;
      }
      if (!(error instanceof SQLError)) throw error;
      this.answer.replaceChildren();
      this.complain(error);
      return null;
    }
  }

  /** Say what is wrong with the statement, and go to the place. */
  complain({ message, line, column }) {
    this.place.replaceChildren(
      h("p", {}, line === null ? h("strong", {}, t("sqlRefused")) : h("strong", {}, t("sqlRefusedAt", { line, column }))),
      h("pre", {}, h("code", {}, message.replaceAll("; ", "\n"))));
    if (line === null) return;
    const before = this.editor.value.split("\n").slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0);
    const start = before + column - 1;
    const word = /^(\w+|.)?/.exec(this.editor.value.slice(start))[0].length;
    this.editor.focus();
    this.editor.setSelectionRange(start, start + word);
  }

  show({ columns: described, rows, isCut, version }, took) {
    const columns = answerColumns(described);
    const words = [t("answerRows", { n: number(rows.length) }), isCut ? t("answerCut") : null, t("answerTook", { s: number(took / 1000, 2), version: Number(version) })];
    announce(words[0]);
    const holder = h("div", { class: "table-holder" });
    const table = new Table(holder, {
      caption: t("answer"),
      onsort: (key) => draw({ key, direction: key === shown.key && shown.direction === "asc" ? "desc" : "asc", page: 1 }),
      onpage: (page) => draw({ page }),
    });
    const shown = { key: null, direction: "asc", page: 1 };
    const draw = (changes) => {
      Object.assign(shown, changes);
      const column = columns.find((one) => one.key === shown.key);
      const ordered = column ? sorted(rows, column, shown.direction, () => 0) : rows;
      table.draw(ordered, columns, { ...shown, sort: shown.key, empty: nothing(t("answerEmpty"), t("answerEmptyAdvice")) });
    };
    draw({});
    const chart = new AnswerChart(columns, rows, this.state);
    this.answer.replaceChildren(
      chart.element,
      h("section", { class: "results-of-sql", "aria-label": t("answer") },
        h("div", { class: "toolbar" },
          h("p", { class: "count" }, words[0]),
          h("span", { class: isCut ? "cut" : "hint" }, words.slice(1).filter(Boolean).join(" · ")),
          rows.length
            ? h("button", { type: "button", onclick: () => save("backbonedb-sql.csv", "text/csv", csv([columns.map((one) => one.name), ...rows])) }, t("downloadCSV"))
            : null),
        holder));
    chart.draw();
  }

  /** Tables and columns, asked for when somebody wants to see them. */
  relations() {
    const body = h("div", {});
    return h("details", { class: "relations", ontoggle: (event) => {
      if (!event.currentTarget.open || body.childElementCount) return;
      showing(body, async () => {
        const { rows } = await askSQL(RELATIONS);
        const byTable = Map.groupBy(rows, ([table]) => table);
        body.replaceChildren(...[...byTable].map(([name, list]) => h("details", { class: "findings" },
          h("summary", {}, h("code", {}, name)),
          plainTable(name, [
            { label: t("column.column"), show: ([, column]) => h("code", {}, column) },
            { label: t("column.type"), show: ([, , type]) => h("code", {}, type) },
            { label: t("column.meaning"), show: ([, , , comment]) => comment ?? "–" },
          ], list))));
      });
    } }, h("summary", {}, t("relations")), body);
  }

  key(event) {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      this.run();
    }
  }
}
