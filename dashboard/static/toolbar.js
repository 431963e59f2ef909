// Above the table: its columns, and ways to take the view elsewhere.

import { h } from "./dom.js";
import { asBibTeX, asCSV, asMarkdown, asParquet, save } from "./downloads.js";
import { t } from "./language.js";
import { menu, menuItem } from "./menus.js";
import { openCopies } from "./share.js";

/** The bar. `name`, `view`, `rows` and `shownColumns` are asked when something is taken. */
export function toolbar({ count, columns, chosen, ontoggle, name, view, rows, shownColumns }) {
  const column = (one) => h("label", { class: "check" },
    h("input", { type: "checkbox", checked: chosen.includes(one.key), onchange: (event) => ontoggle(one.key, event.target.checked) }),
    one.hint ?? one.label);
  return h(
    "div",
    { class: "toolbar" },
    count,
    menu(t("columns"), columns.filter((one) => one.of && one.key !== "name").map(column)),
    menu(t("copyAs"), ["GraphQL", "SQL", "Python"].map((form) => menuItem(form, () => openCopies(view(), form)))),
    menu(t("download"), [
      menuItem("CSV", () => save(`${name()}.csv`, "text/csv", asCSV(rows()))),
      menuItem("Parquet", async () => save(`${name()}.parquet`, "application/vnd.apache.parquet", await asParquet(rows()))),
      menuItem("Markdown", () => save(`${name()}.md`, "text/markdown", asMarkdown(rows(), shownColumns().filter((one) => one.of)))),
      menuItem(t("bibtex"), async () => save(`${name()}.bib`, "application/x-bibtex", await asBibTeX(rows().map((row) => row.arxivId)))),
    ]),
  );
}
