import type { Filtered } from './dpg.ts';
import { negativeBinomialLog } from './special/gamma.ts';

/**
 * Log score of each step's count under the one-step forecast: negative binomial with mean E a⁻/b⁻ and variance φ·mean + E² a⁻/b⁻²,
 * matched by its first two moments. Steps without coverage score 0.
 */
export function predictiveLog(
  y: ArrayLike<number>,
  exposure: ArrayLike<number>,
  { aPred, bPred }: Filtered,
  phi: number,
): Float64Array {
  const scores = new Float64Array(y.length);
  for (let t = 0; t < y.length; t++) {
    const [a, b, covered] = [aPred[t] ?? 0, bPred[t] ?? 1, exposure[t] ?? 0];
    if (covered === 0) continue;
    const mean = (covered * a) / b;
    const excess = (phi - 1) * mean + (covered * covered * a) / (b * b);
    scores[t] = negativeBinomialLog(y[t] ?? 0, (mean * mean) / excess, mean);
  }
  return scores;
}
