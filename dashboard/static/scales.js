// From figures to pixels, with ticks at round figures.

/** Accuracies at which an axis of the error's logarithm has ticks, percent. */
const ERROR_TICKS = [0, 20, 40, 50, 60, 70, 75, 80, 84, 86, 88, 90, 92, 94, 95, 96, 97, 98, 98.5, 99, 99.5];

/**
 * A scale from figures to `range`. `isLog`: logarithmic, where all figures are positive;
 * `isPercent` besides: by the logarithm of what is missing to 100, so that the best are told apart.
 */
export function scale(values, range, { isLog = false, isPercent = false } = {}) {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (low > high) [low, high] = [0, 1];
  const isError = isLog && isPercent && high < 100;
  const log = isLog && !isError && low > 0;
  const forth = isError ? (value) => -Math.log10(100 - value) : log ? Math.log10 : (value) => value;
  const back = isError ? (value) => 100 - 10 ** -value : log ? (value) => 10 ** value : (value) => value;
  let [a, b] = [forth(low), forth(high)];
  const room = (b - a || Math.abs(a) * 0.1 || 1) * 0.04;
  [a, b] = [a - room, b + room];
  const factor = (range[1] - range[0]) / (b - a);
  return {
    isLog: log,
    isError,
    at: (value) => range[0] + (forth(value) - a) * factor,
    invert: (pixel) => back(a + (pixel - range[0]) / factor),
    ticks: (count) => {
      if (isError) return ERROR_TICKS.filter((tick) => tick >= back(a) && tick <= back(b));
      return log ? logTicks(back(a), back(b), count) : linearTicks(a, b, count);
    },
  };
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
