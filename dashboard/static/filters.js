// The filters: one entry each says which rows stay, in the page, in GraphQL and in SQL alike.

import { wordsOf } from "./rows.js";

const quoted = (text) => `'${String(text).replaceAll("'", "''")}'`;
const listed = (texts) => `(${texts.map(quoted).join(", ")})`;
/** A pattern of SQL's LIKE that finds a word as it is written. */
const pattern = (word) => quoted(`%${word.replace(/[\\%_]/g, "\\$&")}%`);
const isNumber = (value) => value !== "" && Number.isFinite(Number(value));

/**
 * key: name in the address; isSet: whether a value filters at all; keep: whether a row stays;
 * graphql: conditions for the API's evaluations and tradeoffs; sql: condition on the warehouse's
 * tables. `found` is what the API's search said of a text, or null.
 */
export const FILTERS = [
  {
    key: "q",
    isSet: (value) => wordsOf(value).length > 0,
    keep: (row, value, found) =>
      found
        ? found.families.includes(row.family) || found.models.includes(row.model)
        : wordsOf(value).every((word) => row.words.includes(word)),
    graphql: (value, found) =>
      found
        ? { variant: { model: { OR: [{ family: { name: { inList: found.families } } }, { name: { inList: found.models } }] } } }
        : {
            AND: wordsOf(value).map((word) => ({
              variant: {
                OR: [
                  { name: { iContains: word } },
                  { model: { family: { title: { iContains: word } } } },
                  { model: { paper: { title: { iContains: word } } } },
                ],
              },
            })),
          },
    sql: (value, found) =>
      found
        ? `(family IN ${listed([...found.families, ""])} OR model IN ${listed([...found.models, ""])})`
        : wordsOf(value)
            .map((word) => {
              const like = (text) => `${text} ILIKE ${pattern(word)} ESCAPE '\\'`;
              const titles = `SELECT name FROM families WHERE ${like("title")}`;
              const papers = `SELECT arxiv_id FROM papers WHERE ${like("title")}`;
              return `(${like("name")} OR family IN (${titles}) OR paper IN (${papers}))`;
            })
            .join(" AND "),
  },
  bound("from", (row) => row.year, (limit) => ({ variant: { model: { year: { gte: limit } } } }), "year", ">="),
  bound("to", (row) => row.year, (limit) => ({ variant: { model: { year: { lte: limit } } } }), "year", "<="),
  bound("size", (row) => row.imgSize, (size) => ({ imgSize: { exact: size } }), "img_size", "="),
  bound("above", (row) => row.top1, (limit) => ({ top1: { gt: limit } }), "top1", ">"),
  bound("below", (row) => row.paramCount, (limit, isSpeed) => {
    const condition = { paramCount: { lt: limit } };
    return isSpeed ? { evaluation: condition } : condition;
  }, "param_count", "<"),
  { ...bound("faster", (row) => row.samplesPerSecond, (limit) => ({ samplesPerSecond: { gt: limit } }), "samples_per_second", ">"), isSpeed: true },
  {
    key: "use",
    isSet: (value) => value !== "",
    keep: (row, value) => row.commercialUse === value,
    graphql: (value) => ({ variant: { licence: { commercialUse: { exact: value } } } }),
    sql: (value) => `commercial_use = ${quoted(value)}`,
  },
  {
    key: "family",
    isSet: (value) => value !== "",
    keep: (row, value) => row.family === value,
    graphql: (value) => ({ variant: { model: { family: { name: { exact: value } } } } }),
    sql: (value) => `family = ${quoted(value)}`,
  },
];

const HOLDS = {
  ">": (a, b) => a > b,
  "<": (a, b) => a < b,
  ">=": (a, b) => a >= b,
  "<=": (a, b) => a <= b,
  "=": (a, b) => a === b,
};

function bound(key, of, condition, column, sign) {
  return {
    key,
    isSet: isNumber,
    // A row without the figure fails every bound, as in the API.
    keep: (row, value) => of(row) !== null && HOLDS[sign](of(row), Number(value)),
    graphql: (value, _, isSpeed) => condition(Number(value), isSpeed),
    sql: (value) => `${column} ${sign} ${Number(value)}`,
  };
}

/** Choices that let every row stay. */
export const NO_FILTERS = { ...Object.fromEntries(FILTERS.map(({ key }) => [key, ""])), front: "", box: "" };

/** Choices of "2021 models with 224 input above 80 % top-1". */
export const CARD_QUERY = { ...NO_FILTERS, dataset: "imagenet", from: "2021", to: "2021", size: "224", above: "80", sort: "top1", dir: "desc" };

/** The filters that are set, as [filter, value]. */
export function active(values) {
  return FILTERS.map((filter) => [filter, values[filter.key]]).filter(([filter, value]) => filter.isSet(value));
}

/** The rows that stay. */
export function filtered(rows, values, found) {
  const chosen = active(values);
  return rows.filter((row) => chosen.every(([filter, value]) => filter.keep(row, value, found)));
}
