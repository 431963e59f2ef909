// A series night after night: its figures, where it stepped, and what was made of that.

import { askAll } from "./graphql.js";
import { median } from "./scales.js";

export const ALERT = `id kind deviceKey state verdict ratio ratioLow ratioHigh text raisedAt judgedAt judgedBy remark run { slug night startedAt }`;

/** What is asked of a series; its last hundred measurements. */
export const SERIES = `
  modelName imgSize batchSize task precision layout compile deviceKey protocol
  points(first: 100, orderBy: [{startedAt: DESC}, {repeat: ASC}]) {
    totalCount
    nodes { value low high night startedAt status reason repeat environment { slug torch timm } run { slug } }
  }
  changePoints(first: 100) { nodes { kind ratio run { slug } } }
  alerts(first: 100) { nodes { ${ALERT} } }`;

const TREND = `query ($where: SeriesFilter, $after: String) {
  rows: trend(where: $where, first: 100, after: $after) {
    pageInfo { hasNextPage endCursor }
    nodes { ${SERIES} }
  }
}`;

/** The series of a model on all devices. */
export const loadSeries = (model) => askAll(TREND, { where: { modelName: { exact: model } } });

/**
 * The nights of a series, the oldest first: run, startedAt, night, environment, value (the median of
 * what was measured that night, or null), low, high, count, status, changes and alerts of that run.
 */
export function nightsOf(series) {
  const byRun = Map.groupBy(series.points.nodes, (point) => point.run.slug);
  const of = (list, slug) => list.nodes.filter((one) => one.run?.slug === slug);
  return [...byRun].map(([slug, points]) => {
    const values = points.map((one) => one.value).filter((value) => value !== null).sort((a, b) => a - b);
    const found = (key) => points.map((one) => one[key]).filter((value) => value !== null);
    const [low, high] = [found("low"), found("high")];
    return {
      slug,
      startedAt: Date.parse(points[0].startedAt),
      night: points[0].night,
      environment: points[0].environment,
      status: points[0].status,
      reason: points[0].reason,
      value: median(values),
      low: low.length ? Math.min(...low) : null,
      high: high.length ? Math.max(...high) : null,
      count: points.length,
      changes: of(series.changePoints, slug),
      alerts: of(series.alerts, slug),
    };
  }).sort((a, b) => a.startedAt - b.startedAt);
}

/** Nights between two steps, each with the level of its figures. */
export function segmentsOf(nights) {
  const segments = [];
  for (const night of nights) {
    if (!segments.length || night.changes.length) segments.push({ nights: [] });
    segments.at(-1).nights.push(night);
  }
  for (const segment of segments) {
    segment.level = median(segment.nights.map((one) => one.value).filter((value) => value !== null).sort((a, b) => a - b));
  }
  return segments;
}

/** What makes the figures of a night another software's: for words beside a step. */
export function softwareOf(before, after) {
  const parts = [["torch", "PyTorch"], ["timm", "timm"]];
  return parts.filter(([key]) => before.environment[key] !== after.environment[key]).map(([key, name]) => `${name} ${after.environment[key] ?? "–"}`).join(", ");
}
