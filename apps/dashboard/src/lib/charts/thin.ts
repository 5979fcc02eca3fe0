export type Point = readonly [x: number, y: number];

/**
 * The points of a line that matter: without the others no part of it moves by more than `within`, in the units of the drawing
 * (Douglas and Peucker 1973, measured upright, since x is time). First and last stay. Costs n log n where the line is rough.
 */
export function thin(points: readonly Point[], within: number): Point[] {
  const keep = new Set([0, points.length - 1]);
  const spans: [number, number][] = [[0, points.length - 1]];
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [from, to] = span;
    const [x0, y0] = points[from] ?? [0, 0];
    const [x1, y1] = points[to] ?? [0, 0];
    let furthest = from;
    let most = within;
    for (let i = from + 1; i < to; i++) {
      const [x, y] = points[i] ?? [0, 0];
      const off = Math.abs(y - (y0 + ((y1 - y0) * (x - x0)) / (x1 - x0 || 1)));
      if (off > most) [furthest, most] = [i, off];
    }
    if (furthest === from) continue;
    keep.add(furthest);
    spans.push([from, furthest], [furthest, to]);
  }
  return points.filter((_point, i) => keep.has(i));
}
