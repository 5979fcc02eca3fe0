import { logGamma, negativeBinomialLog } from './special/gamma.ts';

/* Proper scores and calibration of count forecasts (Gneiting & Raftery 2007; Czado, Gneiting & Held 2009). Lower scores are better. */

/** A negative binomial forecast: size r and probability p, mean r (1 − p) / p. */
export interface NegativeBinomial {
  readonly size: number;
  readonly prob: number;
}

/** −ln P(Y = y). */
export function logScore(y: number, { size, prob }: NegativeBinomial): number {
  return -negativeBinomialLog(y, size, (size * (1 - prob)) / prob);
}

/** Continuous ranked probability score: Σ_k (P(Y ≤ k) − [y ≤ k])², summed until the tail is below 1e-14. */
export function crps(y: number, forecast: NegativeBinomial): number {
  let [sum, k, below] = [0, 0, 0];
  for (; k < 1e6; k++) {
    below += mass(k, forecast);
    const miss = below - (y <= k ? 1 : 0);
    sum += miss * miss;
    if (k > y && 1 - below < 1e-14) break;
  }
  return sum;
}

/** P(Y ≤ y); 0 below 0. */
export function negativeBinomialCdf(y: number, forecast: NegativeBinomial): number {
  let sum = 0;
  for (let k = 0; k <= y; k++) sum += mass(k, forecast);
  return Math.min(1, sum);
}

/**
 * Heights of the non-randomised PIT histogram, mean 1: level where forecasts are calibrated, U-shaped where they are too narrow, hump-shaped where too wide.
 */
export function pitHistogram(y: readonly number[], forecasts: readonly NegativeBinomial[], bins = 10): number[] {
  const share = (u: number) =>
    y.reduce((sum, count, i) => {
      const forecast = forecasts[i];
      if (!forecast) return sum;
      const below = negativeBinomialCdf(count - 1, forecast);
      const upTo = below + mass(count, forecast);
      return sum + (u <= below ? 0 : u >= upTo ? 1 : (u - below) / (upTo - below));
    }, 0) / y.length;
  const edges = Array.from({ length: bins + 1 }, (_none, i) => share(i / bins));
  return edges.slice(1).map((edge, i) => (edge - (edges[i] ?? 0)) * bins);
}

/** Share of outcomes inside the central interval of each forecast that holds at least `mass` of its probability. */
export function coverage(y: readonly number[], forecasts: readonly NegativeBinomial[], wanted: number): number {
  const side = (1 - wanted) / 2;
  const inside = y.filter((count, i) => {
    const forecast = forecasts[i];
    if (!forecast) return false;
    return negativeBinomialCdf(count, forecast) >= side && negativeBinomialCdf(count - 1, forecast) <= 1 - side;
  });
  return inside.length / y.length;
}

/** ln of the normal density, sign changed. */
export function normalLogScore(y: number, mean: number, sd: number): number {
  const z = (y - mean) / sd;
  return (Math.log(2 * Math.PI) + z * z) / 2 + Math.log(sd);
}

/** CRPS of a normal forecast (Gneiting & Raftery 2007, eq. 21). */
export function normalCrps(y: number, mean: number, sd: number): number {
  const z = (y - mean) / sd;
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  return sd * (z * (2 * normalCdf(z) - 1) + 2 * density - 1 / Math.sqrt(Math.PI));
}

/** Φ(z) by its series near 0 and continued fraction beyond, to about 1e-15. */
function normalCdf(z: number): number {
  const x = Math.abs(z);
  const density = Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
  if (x < 3) {
    let [term, sum] = [x, x];
    for (let k = 1; k < 200 && term > 1e-17 * sum; k++) {
      term *= (x * x) / (2 * k + 1);
      sum += term;
    }
    return z < 0 ? 0.5 - density * sum : 0.5 + density * sum;
  }
  let fraction = 0;
  for (let k = 60; k > 0; k--) fraction = k / (x + fraction);
  const tail = density / (x + fraction);
  return z < 0 ? tail : 1 - tail;
}

function mass(k: number, { size, prob }: NegativeBinomial): number {
  return Math.exp(
    logGamma(k + size) - logGamma(size) - logGamma(k + 1) + size * Math.log(prob) + k * Math.log1p(-prob),
  );
}
