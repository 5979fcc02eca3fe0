/**
 * Krippendorff's α (2011) for units coded by several coders; null marks a missing coding. `ordinal` distances follow his coincidence
 * definition. Constant data leave nothing to agree on: the answer is null, never 1.
 */
export function krippendorffAlpha(
  units: readonly (readonly (number | null)[])[],
  scale: 'nominal' | 'ordinal' | 'interval',
): number | null {
  const pairable = units
    .map((codes) => codes.filter((code): code is number => code !== null))
    .filter((codes) => codes.length > 1);
  const values = [...new Set(pairable.flat())].sort((a, b) => a - b);
  if (values.length < 2) return null;
  const at = new Map(values.map((value, i) => [value, i]));
  const size = values.length;
  const coincidence = new Float64Array(size * size);
  for (const codes of pairable) {
    for (const [i, a] of codes.entries()) {
      for (const [j, b] of codes.entries()) {
        if (i === j) continue;
        const cell = (at.get(a) ?? 0) * size + (at.get(b) ?? 0);
        coincidence[cell] = (coincidence[cell] ?? 0) + 1 / (codes.length - 1);
      }
    }
  }
  const totals = values.map((_value, i) =>
    values.reduce((sum, _other, j) => sum + (coincidence[i * size + j] ?? 0), 0),
  );
  const all = totals.reduce((sum, n) => sum + n, 0);
  const distance = (i: number, j: number): number => {
    if (i === j) return 0;
    if (scale === 'nominal') return 1;
    if (scale === 'interval') return ((values[i] ?? 0) - (values[j] ?? 0)) ** 2;
    const [low, high] = [Math.min(i, j), Math.max(i, j)];
    const between = totals.slice(low, high + 1).reduce((sum, n) => sum + n, 0);
    return (between - ((totals[low] ?? 0) + (totals[high] ?? 0)) / 2) ** 2;
  };
  let [observed, expected] = [0, 0];
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      observed += (coincidence[i * size + j] ?? 0) * distance(i, j);
      expected += ((totals[i] ?? 0) * (totals[j] ?? 0) * distance(i, j)) / (all - 1);
    }
  }
  return expected === 0 ? null : 1 - observed / expected;
}
