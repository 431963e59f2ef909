// A table with sortable headings, shown page by page.

import { h } from "./dom.js";
import { number, t } from "./language.js";

/** Rows of a page: laying them out is the dearest part of showing what a filter leaves. */
const PAGE = 25;

/** Order of rows whose figures are equal: by name, then by image size. */
const byName = (one, two) => (one.name < two.name ? -1 : one.name > two.name ? 1 : one.imgSize - two.imgSize);

/**
 * Sorted copies of rows by a column ({key, of, better?}); rows without a value last, ties by `tie`.
 * `direction`: "asc" or "desc".
 */
export function sorted(rows, column, direction, tie = byName) {
  const sign = direction === "desc" ? -1 : 1;
  const isEmpty = (value) => value === null || value === undefined || value === "";
  return [...rows].sort((one, two) => {
    const [a, b] = [column.of(one), column.of(two)];
    if (isEmpty(a) || isEmpty(b)) return Number(isEmpty(a)) - Number(isEmpty(b));
    if (a !== b) return (a < b ? -1 : 1) * sign;
    return tie(one, two);
  });
}

/**
 * columns: {key, label, of, show(row), isNumber, isHeading, hint}; `onsort(key)` and `onpage(page)`
 * are called when a heading or the pager is pressed.
 */
export class Table {
  constructor(holder, { caption, onsort, onpage }) {
    Object.assign(this, { holder, caption, onsort, onpage });
  }

  /** Show a page of `rows`, the first one is 1. `empty`: element for no rows. */
  draw(rows, columns, { sort, direction, empty, page = 1 }) {
    Object.assign(this, { rows, columns, sort, direction, empty, page: Math.max(Math.floor(page) - 1, 0) || 0 });
    this.render();
  }

  render() {
    const { rows, columns } = this;
    if (!rows.length) {
      this.holder.replaceChildren(this.empty);
      return;
    }
    const last = Math.ceil(rows.length / PAGE) - 1;
    this.page = Math.min(this.page, last);
    const shown = rows.slice(this.page * PAGE, (this.page + 1) * PAGE);
    const focused = this.holder.contains(document.activeElement) ? document.activeElement.dataset.key : null;
    this.holder.replaceChildren(
      h(
        "div",
        { class: "scrolling", tabindex: 0, role: "region", "aria-label": this.caption },
        h(
          "table",
          { class: "rows" },
          h("caption", { class: "unseen" }, this.caption),
          h("thead", {}, h("tr", {}, columns.map((column) => this.heading(column)))),
          h("tbody", {}, shown.map((row) => h("tr", {}, columns.map((column) =>
            h(column.isHeading ? "th" : "td", { scope: column.isHeading ? "row" : null, class: column.isNumber ? "number" : null }, column.show(row)))))),
        ),
      ),
      last > 0 ? this.pager(last) : "",
    );
    if (focused) this.holder.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
  }

  heading(column) {
    const isSorted = column.key === this.sort;
    const direction = isSorted ? (this.direction === "desc" ? "descending" : "ascending") : null;
    const attributes = { scope: "col", class: column.isNumber ? "number" : null, "aria-sort": direction };
    if (!column.of) return h("td", attributes, h("span", { class: "unseen" }, column.label));
    const arrow = isSorted ? h("span", { "aria-hidden": "true" }, this.direction === "desc" ? " ↓" : " ↑") : null;
    return h("th", attributes, h("button", { type: "button", "data-key": `sort-${column.key}`, title: column.hint, onclick: () => this.onsort(column.key) }, column.label, arrow));
  }

  pager(last) {
    const go = (page) => () => this.onpage(page + 1);
    const from = this.page * PAGE + 1;
    const to = Math.min(from + PAGE - 1, this.rows.length);
    return h(
      "nav",
      { class: "pager", "aria-label": t("pages") },
      h("button", { type: "button", "data-key": "page-back", disabled: this.page === 0, onclick: go(this.page - 1) }, `← ${t("previous")}`),
      h("span", {}, t("rowsOf", { from: number(from), to: number(to), all: number(this.rows.length) })),
      h("button", { type: "button", "data-key": "page-on", disabled: this.page === last, onclick: go(this.page + 1) }, `${t("next")} →`),
    );
  }
}
