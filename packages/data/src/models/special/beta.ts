import { logGamma } from './gamma.ts';

/* Beta distribution: continued fraction after Lentz (Numerical Recipes §6.4), quantile by guarded Newton steps in logit x. */

const TINY = 1e-300;

/** P(X ≤ x) for X ~ Beta(a, b). */
export function betaCdf(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  return x < (a + 1) / (a + b + 2) ? tail(x, 1 - x, a, b) : 1 - tail(1 - x, x, b, a);
}

/** The x with P(X ≤ x) = p for X ~ Beta(a, b). */
export function betaQuantile(p: number, a: number, b: number): number {
  if (p <= 0) return 0;
  if (p >= 1) return 1;
  const logBeta = logGamma(a) + logGamma(b) - logGamma(a + b);
  let [low, high] = [-745, 745];
  // the lower tail is x^a / (a B(a, b)) where x is small; else start in the middle
  const small = (Math.log(p) + Math.log(a) + logBeta) / a;
  let u = small < -3 ? small : Math.log(a / b);
  for (let i = 0; i < 300; i++) {
    const x = logistic(u);
    const rest = logistic(-u);
    const miss = betaCdf2(x, rest, a, b) - p;
    if (miss > 0) high = u;
    else low = u;
    const slope = Math.exp(a * Math.log(x) + b * Math.log(rest) - logBeta);
    const next = u - miss / slope;
    const inside = next > low && next < high && Number.isFinite(next);
    const moved = inside ? next : (low + high) / 2;
    if (Math.abs(moved - u) < 1e-15 * Math.max(1, Math.abs(u))) return logistic(moved);
    u = moved;
  }
  return logistic(u);
}

const logistic = (u: number): number => (u < 0 ? Math.exp(u) / (1 + Math.exp(u)) : 1 / (1 + Math.exp(-u)));

function betaCdf2(x: number, rest: number, a: number, b: number): number {
  return x < (a + 1) / (a + b + 2) ? tail(x, rest, a, b) : 1 - tail(rest, x, b, a);
}

function tail(x: number, rest: number, a: number, b: number): number {
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(rest)) / a;
  let c = 1;
  let d = 1 / nonZero(1 - ((a + b) * x) / (a + 1));
  let h = d;
  for (let m = 1; m < 10_000; m++) {
    const even = (m * (b - m) * x) / ((a - 1 + 2 * m) * (a + 2 * m));
    d = 1 / nonZero(1 + even * d);
    c = nonZero(1 + even / c);
    h *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 1 + 2 * m));
    d = 1 / nonZero(1 + odd * d);
    c = nonZero(1 + odd / c);
    const factor = d * c;
    h *= factor;
    if (Math.abs(factor - 1) < 1e-16) break;
  }
  return front * h;
}

const nonZero = (value: number): number => (Math.abs(value) < TINY ? TINY : value);
