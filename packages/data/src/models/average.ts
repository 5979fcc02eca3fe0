import { dpgFilter, dpgSmooth } from './dpg.ts';
import { predictiveLog } from './fit.ts';
import { gammaQuantile } from './special/gamma.ts';

/** One setting of a model average: discount per step and weight of the background. */
export interface Component {
  readonly delta: number;
  readonly n0: number;
}

/**
 * DPG averaged over settings, each weighted by how well it forecast every step before seeing it (weights ∝ e^(log score), equal before the
 * data). Mean and variance of the mixture; its 90 % interval is that of the Gamma with the same two moments.
 */
export function averageDpg(
  y: ArrayLike<number>,
  exposure: ArrayLike<number>,
  components: readonly Component[],
  { mu0, phi }: { readonly mu0: number; readonly phi: number },
): {
  weights: number[];
  scores: number[];
  mean: Float64Array;
  variance: Float64Array;
  low: Float64Array;
  high: Float64Array;
} {
  const fits = components.map(({ delta, n0 }) => {
    const filtered = dpgFilter(y, exposure, { delta, n0, mu0, phi });
    let score = 0;
    for (const one of predictiveLog(y, exposure, filtered, phi)) score += one;
    return { score, ...dpgSmooth(filtered) };
  });
  const top = Math.max(...fits.map(({ score }) => score));
  const raw = fits.map(({ score }) => Math.exp(score - top));
  const total = raw.reduce((sum, one) => sum + one, 0);
  const weights = raw.map((one) => one / total);
  const over = (value: (fit: (typeof fits)[number], t: number) => number) =>
    Float64Array.from({ length: y.length }, (_none, t) =>
      fits.reduce((sum, fit, i) => sum + (weights[i] ?? 0) * value(fit, t), 0),
    );
  const mean = over((fit, t) => fit.mean[t] ?? 0);
  const square = over((fit, t) => (fit.variance[t] ?? 0) + (fit.mean[t] ?? 0) ** 2);
  const variance = mean.map((m, t) => (square[t] ?? 0) - m * m);
  const quantile = (p: number) =>
    mean.map((m, t) => gammaQuantile(p, (m * m) / (variance[t] ?? 1), m / (variance[t] ?? 1)));
  return { weights, scores: fits.map(({ score }) => score), mean, variance, low: quantile(0.05), high: quantile(0.95) };
}
