// Words and numbers in the reader's language.

import { ENGLISH } from "./text/en.js";
import { KOREAN } from "./text/ko.js";

export const LANGUAGES = { en: "English", ko: "한국어" };

/** The language in use: `en` or `ko`. */
export const language = document.documentElement.lang === "ko" ? "ko" : "en";
const texts = language === "ko" ? KOREAN : ENGLISH;

/** A text; `{name}` in it stands for `values.name`, and what stands before a `|` is for one alone. */
export function t(key, values = {}) {
  const [one, more = one] = (texts[key] ?? ENGLISH[key] ?? key).split("|");
  return (String(values.n) === "1" ? one : more).replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));
}

/** Whether there is a text of that key. */
export const hasText = (key) => key in ENGLISH;

const formats = new Map();

/** A number with at most `digits` decimals; a dash for none. */
export function number(value, digits = 2) {
  if (value === null || value === undefined || Number.isNaN(value)) return "–";
  if (!formats.has(digits)) {
    formats.set(digits, new Intl.NumberFormat(language, { maximumFractionDigits: digits }));
  }
  return formats.get(digits).format(value);
}

/** A number with its sign. */
export function signed(value, digits = 2) {
  return `${value > 0 ? "+" : value < 0 ? "−" : "±"}${number(Math.abs(value), digits)}`;
}

const instants = new Intl.DateTimeFormat(language, {
  year: "numeric", month: "short", day: "numeric", hour: "numeric", minute: "2-digit", timeZoneName: "short",
});

/** An instant in the browser's zone, with the zone's name. */
export const instant = (text) => (text ? instants.format(new Date(text)) : "–");

/** The browser's time zone, named. */
export const zone = () => instants.resolvedOptions().timeZone;

const days = new Intl.DateTimeFormat(language, { month: "short", day: "numeric" });
const months = new Intl.DateTimeFormat(language, { month: "short", year: "numeric" });
const LONG_MS = 300 * 86_400_000;

/** How to write the days of a time axis: with the year where they are months apart. */
export function dayText(instantsMs) {
  const isLong = Math.max(...instantsMs) - Math.min(...instantsMs) > LONG_MS;
  return (value) => (isLong ? months : days).format(value);
}

const ages = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
const UNITS = [["year", 31_557_600], ["month", 2_629_800], ["day", 86_400], ["hour", 3_600], ["minute", 60]];

/** How long ago an instant was. */
export function age(text) {
  if (!text) return "–";
  const seconds = (Date.now() - new Date(text).getTime()) / 1000;
  const [unit, size] = UNITS.find(([, one]) => seconds >= one) ?? ["minute", 60];
  return ages.format(-Math.round(seconds / size), unit);
}
