// Where a figure comes from: file, line and the cells as they were written.

import { openDialog } from "./dialogs.js";
import { h } from "./dom.js";
import { ask } from "./graphql.js";
import { instant, number, t } from "./language.js";
import { showing } from "./notices.js";

const PROVENANCE = `provenance {
  line cells
  source { name uri publisher revision publishedAt retrievedAt sha256 licence columns }
}`;

const EVALUATION = `query ($variant: String, $dataset: String, $imgSize: Int) {
  rows: evaluations(
    where: {variant: {name: {exact: $variant}}, dataset: {name: {exact: $dataset}}, imgSize: {exact: $imgSize}}
  ) { nodes { ${PROVENANCE} } }
}`;

const MEASUREMENT = `query ($model: String, $run: String, $imgSize: Int, $batchSize: Int) {
  rows: measurements(
    where: {model: {name: {exact: $model}}, run: {slug: {exact: $run}}, imgSize: {exact: $imgSize}, batchSize: {exact: $batchSize}}
  ) { nodes { ${PROVENANCE} } }
}`;

/** An accuracy that shows its source when pressed. */
export function evaluationFigure(text, variant, dataset, imgSize) {
  return figure(text, EVALUATION, { variant, dataset, imgSize });
}

/** A throughput that shows its source when pressed. */
export function measurementFigure(text, model, run, imgSize, batchSize) {
  return figure(text, MEASUREMENT, { model, run, imgSize, batchSize });
}

/** Show the source of a throughput. */
export function openMeasurement(text, model, run, imgSize, batchSize) {
  return open(t("sourceOf", { figure: text }), MEASUREMENT, { model, run, imgSize, batchSize });
}

function figure(text, query, variables) {
  const name = t("sourceOf", { figure: text });
  return h("button", { type: "button", class: "figure", title: name, onclick: () => open(name, query, variables) }, text, h("span", { class: "unseen" }, ` – ${name}`));
}

async function open(title, query, variables) {
  const body = h("div", {});
  openDialog(title, body);
  await showing(body, async () => {
    const { rows } = await ask(query, variables);
    body.replaceChildren(...rows.nodes.map(({ provenance }) => described(provenance)));
  });
}

function described({ line, cells, source }) {
  const fact = (label, value) => (value ? h("tr", {}, h("th", { scope: "row" }, label), h("td", {}, value)) : null);
  return h(
    "div",
    {},
    h("table", { class: "cells" }, h("tbody", {},
      fact(t("file"), source.name),
      fact(t("line"), number(line, 0)),
      fact(t("publisher"), source.publisher),
      fact(t("revision"), source.revision),
      fact(t("published"), source.publishedAt && instant(source.publishedAt)),
      fact(t("retrieved"), instant(source.retrievedAt)),
      fact(t("fileLicence"), source.licence),
      fact(t("sha256"), source.sha256))),
    h("h3", {}, t("asWritten")),
    h("table", { class: "cells" }, h("tbody", {}, written(cells, source.columns).map(([name, cell]) => h("tr", {}, h("th", { scope: "row" }, name), h("td", {}, cell))))),
  );
}

/** [name, text] of what a line held: the cells of a table, or the fields of a record. */
function written(cells, columns) {
  if (Array.isArray(cells)) return cells.map((cell, i) => [columns?.[i] ?? String(i + 1), cell]);
  return Object.entries(cells).map(([name, value]) => [name, typeof value === "string" ? value : JSON.stringify(value)]);
}
