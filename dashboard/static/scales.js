// From figures to pixels, with ticks at round figures.

/** Accuracies at which an axis of the error's logarithm has ticks, percent. */
const ERROR_TICKS = [0, 20, 40, 50, 60, 70, 75, 80, 84, 86, 88, 90, 92, 94, 95, 96, 97, 98, 98.5, 99, 99.5];

const DAY_MS = 86_400_000;
/** Steps of a time axis: [unit, count, days that it takes]. */
const TIME_STEPS = [
  ["Date", 1, 1], ["Date", 2, 2], ["Date", 7, 7], ["Date", 14, 14],
  ["Month", 1, 31], ["Month", 3, 92], ["Month", 6, 184], ["FullYear", 1, 366], ["FullYear", 5, 1827],
];

/**
 * A scale from figures to `range`. `isTime`: instants in milliseconds; `isLog`: logarithmic, where all figures are positive;
 * `isPercent` besides: by the logarithm of what is missing to 100, so that the best are told apart.
 */
export function scale(values, range, { isLog = false, isPercent = false, isTime = false } = {}) {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (low > high) [low, high] = [0, 1];
  const isError = isLog && isPercent && high < 100;
  const log = isLog && !isError && !isTime && low > 0;
  const forth = isError ? (value) => -Math.log10(100 - value) : log ? Math.log10 : (value) => value;
  const back = isError ? (value) => 100 - 10 ** -value : log ? (value) => 10 ** value : (value) => value;
  let [a, b] = [forth(low), forth(high)];
  const room = isTime ? Math.max((b - a) * 0.04, DAY_MS / 2) : (b - a || Math.abs(a) * 0.1 || 1) * 0.04;
  [a, b] = [a - room, b + room];
  const factor = (range[1] - range[0]) / (b - a);
  return {
    isLog: log,
    isError,
    at: (value) => range[0] + (forth(value) - a) * factor,
    invert: (pixel) => back(a + (pixel - range[0]) / factor),
    ticks: (count) => {
      if (isTime) return timeTicks(a, b, count);
      if (isError) return ERROR_TICKS.filter((tick) => tick >= back(a) && tick <= back(b));
      return log ? logTicks(back(a), back(b), count) : linearTicks(a, b, count);
    },
  };
}

/** Midnights of the browser's zone, the first of months, or new years. */
function timeTicks(low, high, count) {
  const days = (high - low) / DAY_MS;
  const [unit, step] = TIME_STEPS.find(([, , one]) => days / one <= count) ?? TIME_STEPS.at(-1);
  const tick = new Date(low);
  tick.setHours(0, 0, 0, 0);
  if (unit !== "Date") tick.setDate(1);
  if (unit === "FullYear") tick.setMonth(0);
  const ticks = [];
  for (; tick.getTime() <= high; tick[`set${unit}`](tick[`get${unit}`]() + step)) {
    if (tick.getTime() >= low) ticks.push(tick.getTime());
  }
  return ticks;
}

function linearTicks(low, high, count) {
  const rough = (high - low) / Math.max(count, 1);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((one) => one * power).find((one) => one >= rough);
  const ticks = [];
  for (let i = Math.ceil(low / step); i * step <= high; i += 1) ticks.push(Number((i * step).toPrecision(12)));
  return ticks;
}

function logTicks(low, high, count) {
  const decades = Math.log10(high / low);
  const steps = decades * 3 <= count * 1.3 ? [1, 2, 5] : [1];
  const ticks = [];
  for (let power = Math.floor(Math.log10(low)); power <= Math.log10(high); power += 1) {
    for (const step of steps) {
      const tick = Number((step * 10 ** power).toPrecision(12));
      if (tick >= low && tick <= high) ticks.push(tick);
    }
  }
  return ticks.length >= 2 ? ticks : linearTicks(low, high, count);
}

/** The middle of numbers in ascending order; null of none. */
export function median(ordered) {
  if (!ordered.length) return null;
  const middle = (ordered.length - 1) / 2;
  return (ordered[Math.floor(middle)] + ordered[Math.ceil(middle)]) / 2;
}
