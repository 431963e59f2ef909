// The rows on the page as files.

import { askAll } from "./graphql.js";

/** Let the browser save a text. */
export function save(name, type, text) {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

const COLUMNS = [
  ["name", "name"], ["model", "model"], ["family", "family"], ["year", "year"], ["year_source", "yearSource"],
  ["img_size", "imgSize"], ["top1", "top1"], ["top5", "top5"], ["param_count", "paramCount"],
  ["gmacs", "gmacs"], ["macts", "macts"], ["samples_per_second", "samplesPerSecond"], ["step_time_ms", "stepTimeMs"],
  ["batch_size", "batchSize"], ["licence", "licence"], ["commercial_use", "commercialUse"], ["paper", "arxivId"],
];

/** Rows as CSV (RFC 4180), with the names of the command line's columns. */
export function asCSV(rows) {
  const cell = (value) => {
    const text = value === null || value === undefined ? "" : String(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const lines = [COLUMNS.map(([name]) => name), ...rows.map((row) => COLUMNS.map(([, key]) => row[key]))];
  return lines.map((line) => line.map(cell).join(",")).join("\r\n") + "\r\n";
}

/** Rows as a Markdown table of the columns shown. */
export function asMarkdown(rows, columns) {
  const cell = (value) => String(value ?? "").replace(/[\\|<>*_`[\]]/g, "\\$&").replace(/\s+/g, " ");
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [
    line(columns.map((column) => cell(column.label))),
    line(columns.map((column) => (column.isNumber ? "---:" : "---"))),
    ...rows.map((row) => line(columns.map((column) => cell(column.of(row))))),
    "",
  ].join("\n");
}

const PAPERS = `query ($ids: [String!], $after: String) {
  rows: papers(where: {arxivId: {inList: $ids}}, first: 100, after: $after) {
    pageInfo { hasNextPage endCursor }
    nodes { arxivId title submitted authors doi }
  }
}`;

/** BibTeX of the papers with these arXiv ids. */
export async function asBibTeX(ids) {
  const chosen = [...new Set(ids.filter(Boolean))];
  if (!chosen.length) return "";
  return (await askAll(PAPERS, { ids: chosen })).map(bibtex).join("\n");
}

/** A paper's BibTeX entry; what is not known is left out. */
export function bibtex(paper) {
  const escaped = (text) => text.replace(/[\\{}$&#%_^~]/g, (mark) => ({ "\\": "\\textbackslash{}", "^": "\\^{}", "~": "\\~{}" })[mark] ?? `\\${mark}`);
  const fields = [
    ["title", paper.title && `{${escaped(paper.title)}}`],
    ["author", paper.authors?.length ? paper.authors.map(escaped).join(" and ") : null],
    ["year", paper.submitted?.slice(0, 4)],
    ["eprint", paper.arxivId],
    ["archivePrefix", "arXiv"],
    ["doi", paper.doi],
    ["url", `https://arxiv.org/abs/${paper.arxivId}`],
  ];
  const lines = fields.filter(([, value]) => value).map(([name, value]) => `  ${name} = {${value}}`);
  return `@misc{arXiv:${paper.arxivId},\n${lines.join(",\n")}\n}\n`;
}
