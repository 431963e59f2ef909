// The picture of an answer: points or bars, of columns that are chosen by themselves or by hand.

import { MOST_BARS, picture } from "./answers.js";
import { bars } from "./bars.js";
import { field, h, keepingFocus, select } from "./dom.js";
import { number, t } from "./language.js";
import { Scatter } from "./scatter.js";

/** A card with the picture of `rows`; the choices stand in the state under chart, x and y. */
export class AnswerChart {
  constructor(columns, rows, state) {
    Object.assign(this, { columns, rows, state, proposed: picture(columns, rows) });
    this.form = h("form", { class: "controls even", "aria-label": t("whatIsDrawn"), onsubmit: (event) => event.preventDefault() });
    this.picture = h("div", {});
    this.element = h("section", { class: "card", "aria-label": t("chart") }, this.form, this.picture);
  }

  /** Draw what is chosen. */
  draw() {
    const chosen = this.chosen();
    this.element.hidden = this.proposed.chart === "none";
    if (this.element.hidden) return;
    keepingFocus(this.form, () => this.form.replaceChildren(...this.controls(chosen)));
    if (chosen.chart === "points") this.points(chosen);
    else this.bars(chosen);
  }

  chosen() {
    const column = (key) => this.columns.find((one) => one.key === key);
    const chart = ["points", "bars"].includes(this.state.get("chart")) ? this.state.get("chart") : this.proposed.chart;
    const figures = this.columns.filter((one) => one.isNumber || one.isTime);
    const words = this.columns.filter((one) => !one.isNumber || one.name === "year");
    const isFit = (one) => one && (chart === "points" ? figures : words).includes(one);
    const x = [column(this.state.get("x")), column(this.proposed.x), ...(chart === "points" ? figures : words), this.columns[0]].find(isFit) ?? this.columns[0];
    const y = [column(this.state.get("y")), column(this.proposed.y)].find((one) => one?.isNumber);
    return { chart, x, y, across: chart === "points" ? figures : words.length ? words : this.columns };
  }

  controls({ chart, x, y, across }) {
    const put = (key) => (value) => {
      this.state.set({ [key]: value }, { replaces: true });
      this.draw();
    };
    const options = (list) => list.map((one) => [one.key, one.name]);
    return [
      field(t("chartKind"), select([["points", t("chart.points")], ["bars", t("chart.bars")]], chart, put("chart"))),
      field(chart === "points" ? t("xAxis") : t("barsOf"), select(options(across), x.key, put("x"))),
      field(chart === "points" ? t("yAxis") : t("barsShow"), select(options(this.columns.filter((one) => one.isNumber)), y.key, put("y"))),
    ];
  }

  points({ x, y }) {
    const holder = h("div", { class: "chart" });
    this.picture.replaceChildren(holder);
    const chart = new Scatter(holder, {
      describe: (row) => h("dl", {}, this.columns.slice(0, 14).map((one) => [h("dt", {}, one.name), h("dd", {}, one.show(row))])),
      summary: (_, count) => t("answerChart", { x: x.name, y: y.name, n: number(count) }),
      help: t("answerChartHelp"),
    });
    const values = this.rows.map(x.of).filter((value) => value !== null);
    const isWide = !x.isTime && Math.min(...values) > 0 && Math.max(...values) > 50 * Math.min(...values);
    chart.draw({
      rows: this.rows, x, y, xLog: isWide, yLog: false, box: null, frontier: [], bySize: false,
      groupOf: () => ({ mark: "group-0", shape: "circle" }),
    });
  }

  bars({ x, y }) {
    const entries = this.rows.slice(0, MOST_BARS).map((row) => ({ label: x.show(row), value: y.of(row) }));
    this.picture.replaceChildren(
      bars(y.name, entries, { digits: 3 }),
      this.rows.length > MOST_BARS ? h("p", { class: "hint" }, t("firstBars", { n: MOST_BARS, all: number(this.rows.length) })) : "");
  }
}
