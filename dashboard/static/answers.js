// What the columns of an answer are, and which picture of them says most.

import { instant, number } from "./language.js";

const NUMBERS = /^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|DOUBLE|FLOAT|DECIMAL\(.*\))$/;
const TIMES = /^(DATE|TIMESTAMP.*)$/;
/** Bars beyond these are left out: nobody compares more at a glance. */
export const MOST_BARS = 30;
/** What people ask about stands across or up rather than what it was measured at. */
const UP = /top1|top5|drop|speedup|ratio|change|accuracy/;
const ACROSS = /samples_per_second|param|speed|gmacs|step/;
const ASIDE = /(^|_)(id|line|position|img_size|batch_size|size)$/;

/**
 * The columns of an answer as the table and the charts take them: key, label, of(row), show(row),
 * and what they are: isNumber, isTime or neither.
 */
export function answerColumns(columns) {
  return columns.map(({ name, type }, i) => {
    const isNumber = NUMBERS.test(type);
    const isTime = TIMES.test(type);
    const of = (row) => figure(row[i], isNumber, isTime);
    const show = (row) => shown(row[i], { name, isNumber, isTime, isDay: type === "DATE" });
    return { key: `${i}-${name}`, name, label: name, type, isNumber, isTime, of, show, isHeading: i === 0, hint: type };
  });
}

function figure(value, isNumber, isTime) {
  if (value === null) return null;
  if (isNumber) return Number.isFinite(Number(value)) ? Number(value) : null;
  if (isTime) return Date.parse(instantText(value));
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** Instants come without a zone, and are UTC. */
const instantText = (text) => (/T.*\d$/.test(text) ? `${text}Z` : text);

function shown(value, { name, isNumber, isTime, isDay }) {
  if (value === null) return "–";
  if (isNumber) return name === "year" ? String(value) : number(Number(value), 3);
  if (isTime) return isDay ? value : instant(instantText(value));
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** The picture to begin with: {chart: "points", "bars" or "none", x, y}, columns by key. */
export function picture(columns, rows) {
  const figures = columns.filter((one) => one.isNumber && rows.some((row) => one.of(row) !== null));
  const times = columns.filter((one) => one.isTime || one.name === "year");
  const words = columns.filter((one) => !one.isNumber && !one.isTime);
  const best = (list, pattern) => list.find((one) => pattern.test(one.name)) ?? list.find((one) => !ASIDE.test(one.name)) ?? list[0];
  const y = best(figures.filter((one) => !times.includes(one)), UP);
  if (!y || !rows.length) return { chart: "none", x: "", y: "" };
  const others = figures.filter((one) => one !== y && !times.includes(one));
  if (times.length) return { chart: "points", x: times[0].key, y: y.key };
  const across = best(others, ACROSS);
  if (across && !ASIDE.test(across.name) && (rows.length > MOST_BARS || !words.length)) return { chart: "points", x: across.key, y: y.key };
  if (words.length) return { chart: "bars", x: words[0].key, y: y.key };
  return others.length ? { chart: "points", x: others[0].key, y: y.key } : { chart: "none", x: "", y: "" };
}
