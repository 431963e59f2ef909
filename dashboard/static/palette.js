// Colours and shapes of groups. Shapes tell the groups apart where colours do not.

import { h, s } from "./dom.js";
import { t } from "./language.js";

const SHAPES = ["circle", "square", "triangle", "diamond", "down", "cross", "star"];
const FAMILIES_SHOWN = 7;

/** Path of a mark of radius `r` around a place. */
export function markPath(shape, r, cx, cy) {
  const round = (value) => Math.round(value * 10) / 10;
  const polygon = (points) => `M${points.map(([x, y]) => `${round(cx + x * r)} ${round(cy + y * r)}`).join("L")}Z`;
  switch (shape) {
    case "square":
      return polygon([[-0.88, -0.88], [0.88, -0.88], [0.88, 0.88], [-0.88, 0.88]]);
    case "triangle":
      return polygon([[0, -1.2], [1.1, 0.8], [-1.1, 0.8]]);
    case "down":
      return polygon([[0, 1.2], [1.1, -0.8], [-1.1, -0.8]]);
    case "diamond":
      return polygon([[0, -1.25], [1.1, 0], [0, 1.25], [-1.1, 0]]);
    case "cross":
      return polygon([[-0.4, -1.1], [0.4, -1.1], [0.4, -0.4], [1.1, -0.4], [1.1, 0.4], [0.4, 0.4], [0.4, 1.1], [-0.4, 1.1], [-0.4, 0.4], [-1.1, 0.4], [-1.1, -0.4], [-0.4, -0.4]]);
    case "star":
      return polygon([...Array(10).keys()].map((i) => {
        const [angle, reach] = [(i * Math.PI) / 5 - Math.PI / 2, i % 2 ? 0.55 : 1.3];
        return [Math.cos(angle) * reach, Math.sin(angle) * reach];
      }));
    default:
      return `M${round(cx - r)} ${round(cy)}a${r} ${r} 0 1 1 ${2 * r} 0a${r} ${r} 0 1 1 ${-2 * r} 0Z`;
  }
}

/**
 * Groups of rows by `what` (family, year or licence): a legend in its order, and the group of a row.
 * The stylesheet has the colours: `group-0`… for kinds, `step-0`… for years, `rest`.
 */
export function groups(what, rows) {
  if (what === "year") return byYear();
  if (what === "licence") return byLicence();
  return byFamily(rows);
}

function byYear() {
  const first = 2018;
  const steps = [...Array(8).keys()].map((i) => ({
    label: i === 0 ? t("upTo", { year: first }) : i === 7 ? t("since", { year: first + 7 }) : String(first + i),
    mark: `step-${i}`,
    shape: "circle",
  }));
  const rest = { label: t("unknownYear"), mark: "rest", shape: "circle" };
  return {
    legend: [...steps, rest],
    of: (row) => (row.year === null ? rest : steps[Math.min(Math.max(row.year - first, 0), 7)]),
  };
}

function byLicence() {
  const found = {
    yes: { label: t("use.yes"), mark: "group-0", shape: "circle" },
    no: { label: t("use.no"), mark: "group-1", shape: "triangle" },
    unknown: { label: t("use.unknown"), mark: "rest", shape: "square" },
  };
  return { legend: Object.values(found), of: (row) => found[row.commercialUse] };
}

function byFamily(rows) {
  const counts = new Map();
  for (const row of rows) {
    const one = counts.get(row.family) ?? { count: 0, title: row.familyTitle };
    one.count += 1;
    counts.set(row.family, one);
  }
  const largest = [...counts].filter(([key]) => key).sort((a, b) => b[1].count - a[1].count).slice(0, FAMILIES_SHOWN);
  const found = new Map(largest.map(([key, { title }], i) => [key, { label: title, mark: `group-${i}`, shape: SHAPES[i] }]));
  const rest = { label: t("otherFamilies"), mark: "rest", shape: "circle" };
  return {
    legend: counts.size > found.size ? [...found.values(), rest] : [...found.values()],
    of: (row) => found.get(row.family) ?? rest,
  };
}

/** Entries of the legend of groups, and of the frontier if there is one. */
export function legendEntries({ legend }, hasFrontier) {
  const sign = (mark, shape) => s("svg", { viewBox: "-6 -6 12 12", width: 12, height: 12, "aria-hidden": "true" }, s("path", { class: mark, d: markPath(shape, 4.2, 0, 0) }));
  return [
    ...legend.map(({ label, mark, shape }) => h("li", {}, sign(mark, shape), label)),
    hasFrontier ? h("li", {}, h("span", { class: "line", "aria-hidden": "true" }), t("frontier")) : "",
  ];
}
