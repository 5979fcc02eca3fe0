import { seeded } from './random.ts';

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

/**
 * Percentile interval of α by resampling units, seeded so that a build always gives the same bytes. Draws that leave nothing to agree on are
 * left out; null where more than a tenth of them do, for then there is too little variation to speak of an interval.
 */
export function alphaInterval(
  units: readonly (readonly (number | null)[])[],
  scale: 'nominal' | 'ordinal' | 'interval',
  { draws = 1000, coverage = 0.95, seed = 1 } = {},
): [low: number, high: number] | null {
  const random = seeded(seed);
  const alphas: number[] = [];
  for (let draw = 0; draw < draws; draw++) {
    const sample = units.map(() => units[Math.floor(random() * units.length)] ?? []);
    const alpha = krippendorffAlpha(sample, scale);
    if (alpha !== null) alphas.push(alpha);
  }
  if (alphas.length < 0.9 * draws) return null;
  alphas.sort((a, b) => a - b);
  const at = (share: number) => alphas[Math.min(alphas.length - 1, Math.floor(share * alphas.length))] ?? 0;
  return [at((1 - coverage) / 2), at((1 + coverage) / 2)];
}

/**
 * Cohen's κ (1960, weighted 1968) for two coders and complete pairs; weights count disagreement by the distance of ranks, `equal` linearly,
 * `squared` quadratically. Ranks follow `values`, numerically ascending unless given. Null where chance alone would agree on everything.
 */
export function cohenKappa(
  pairs: readonly (readonly [number, number])[],
  weights: 'unweighted' | 'equal' | 'squared' = 'unweighted',
  values: readonly number[] = [...new Set(pairs.flat())].sort((a, b) => a - b),
): number | null {
  const rank = new Map(values.map((value, i) => [value, i]));
  const distance = (a: number, b: number): number => {
    const apart = Math.abs((rank.get(a) ?? 0) - (rank.get(b) ?? 0));
    return weights === 'unweighted' ? Number(apart > 0) : weights === 'equal' ? apart : apart * apart;
  };
  const n = pairs.length;
  const observed = pairs.reduce((sum, [a, b]) => sum + distance(a, b), 0) / n;
  const margin = (side: 0 | 1, value: number) => pairs.filter((pair) => pair[side] === value).length / n;
  let expected = 0;
  for (const a of values) for (const b of values) expected += margin(0, a) * margin(1, b) * distance(a, b);
  return expected === 0 || n === 0 ? null : 1 - observed / expected;
}
