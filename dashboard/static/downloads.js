// The rows on the page as files.

import { askAll } from "./graphql.js";

/** Let the browser save a text, or bytes. */
export function save(name, type, content) {
  const kind = typeof content === "string" ? `${type};charset=utf-8` : type;
  const address = URL.createObjectURL(new Blob([content], { type: kind }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** Name of a column, key of a row, type in Parquet. */
const COLUMNS = [
  ["name", "name", "STRING"], ["model", "model", "STRING"], ["family", "family", "STRING"],
  ["year", "year", "INT32"], ["year_source", "yearSource", "STRING"], ["img_size", "imgSize", "INT32"],
  ["top1", "top1", "DOUBLE"], ["top5", "top5", "DOUBLE"], ["param_count", "paramCount", "DOUBLE"],
  ["gmacs", "gmacs", "DOUBLE"], ["macts", "macts", "DOUBLE"],
  ["samples_per_second", "samplesPerSecond", "DOUBLE"], ["step_time_ms", "stepTimeMs", "DOUBLE"],
  ["batch_size", "batchSize", "INT32"], ["licence", "licence", "STRING"],
  ["commercial_use", "commercialUse", "STRING"], ["paper", "arxivId", "STRING"],
];

/** Lines of cells as CSV (RFC 4180). */
export function csv(lines) {
  const cell = (value) => {
    const text = value === null || value === undefined ? "" : typeof value === "object" ? JSON.stringify(value) : String(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return lines.map((line) => line.map(cell).join(",")).join("\r\n") + "\r\n";
}

/** Rows as CSV, with the names of the command line's columns. */
export function asCSV(rows) {
  return csv([COLUMNS.map(([name]) => name), ...rows.map((row) => COLUMNS.map(([, key]) => row[key]))]);
}

/** Rows as a Parquet file, with CSV's columns. Its writer is fetched when somebody asks for one. */
export async function asParquet(rows) {
  const { parquetWriteBuffer } = await import("./vendor/parquet.js");
  const given = (value) => (value === "" || value === undefined ? null : value);
  const columnData = COLUMNS.map(([name, key, type]) => ({ name, type, data: rows.map((row) => given(row[key])) }));
  return parquetWriteBuffer({ columnData, createdBy: "backbonedb" });
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
