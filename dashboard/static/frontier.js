// Pareto frontier, by the API's rule: no other row is at least as good in both and better in one.

/** The rows that no other row beats in `x` and `y`; equal rows all stay, incomplete ones do not. */
export function paretoFrontier(rows, x, y) {
  if (!x.better || !y.better) return [];
  const sign = (metric) => (metric.better === "max" ? 1 : -1);
  const points = rows
    .filter((row) => x.of(row) !== null && y.of(row) !== null)
    .map((row) => ({ row, x: sign(x) * x.of(row), y: sign(y) * y.of(row) }))
    .sort((a, b) => b.x - a.x || b.y - a.y);
  const kept = [];
  let best = -Infinity;
  let bestX = null;
  for (const point of points) {
    if (point.y > best || (point.y === best && point.x === bestX)) {
      kept.push(point.row);
      best = point.y;
      bestX = point.x;
    }
  }
  return kept;
}
