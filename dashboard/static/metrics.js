// What a row has in figures: one entry a figure, with its unit, its better end and its API names.

import { t } from "./language.js";

/**
 * key: name in the address and in texts; of: the figure of a row; digits: decimals shown;
 * better: "max", "min" or null; isLog: whether an axis of it starts logarithmic;
 * isPercent: whether it ends at 100;
 * field: name in the API's tradeoffs; sql: column of the warehouse;
 * pareto: name in the API's ParetoMetric; isSpeed: whether it was measured on hardware.
 */
export const METRICS = [
  { key: "top1", of: (row) => row.top1, digits: 3, better: "max", isLog: true, isPercent: true, field: "top1", sql: "top1", pareto: "TOP1" },
  { key: "top5", of: (row) => row.top5, digits: 3, better: "max", isLog: true, isPercent: true, field: "top5", sql: "top5", pareto: "TOP5" },
  { key: "speed", of: (row) => row.samplesPerSecond, digits: 1, better: "max", isLog: true, isSpeed: true, field: "samplesPerSecond", sql: "samples_per_second", pareto: "SAMPLES_PER_SECOND" },
  { key: "step", of: (row) => row.stepTimeMs, digits: 2, better: "min", isLog: true, isSpeed: true, field: "stepTimeMs", sql: "step_time_ms", pareto: "STEP_TIME_MS" },
  { key: "batch", of: (row) => row.batchSize, digits: 0, better: null, isLog: true, isSpeed: true, field: "batchSize", sql: "batch_size" },
  { key: "params", of: (row) => row.paramCount, digits: 2, better: "min", isLog: true, isEvaluation: true, field: "paramCount", sql: "param_count" },
  { key: "gmacs", of: (row) => row.gmacs, digits: 2, better: "min", isLog: true, isSpeed: true, field: "gmacs", sql: "gmacs", pareto: "GMACS" },
  { key: "macts", of: (row) => row.macts, digits: 2, better: "min", isLog: true, isSpeed: true, field: "macts", sql: "macts", pareto: "MACTS" },
  { key: "size", of: (row) => row.imgSize, digits: 0, better: null, field: "imgSize", sql: "img_size" },
  { key: "year", of: (row) => row.year, digits: 0, better: null, sql: "year" },
];

/** The metric of a key; the first one for a key that is none. */
export const metric = (key) => METRICS.find((one) => one.key === key) ?? METRICS[0];

/** A metric's name with its unit, for axes and headings; a column of an answer brings its own. */
export const metricLabel = (one) => one.label ?? t(`metric.${one.key}`);

/** A metric's short name, for table headings. */
export const metricShort = (one) => t(`short.${one.key}`);
