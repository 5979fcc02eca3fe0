import { dpgFilter, dpgSmooth, type DpgParameters } from './dpg.ts';
import { seeded } from './random.ts';
import { gammaCdf, gammaQuantile, logGamma } from './special/gamma.ts';

/** Windows fixed beforehand, in days: an answer falls in (s, s + W]. */
export const WINDOWS = [14, 30, 60] as const;

/** Observed over expected answers with a Gamma interval of the rate ratio; 1 is what the background alone would give. */
export interface Ratio {
  readonly observed: number;
  readonly expected: number;
  readonly mean: number;
  readonly low: number;
  readonly median: number;
  readonly high: number;
  /** P(ratio > 1). */
  readonly above: number;
}

const PRIOR = 0.5;

/** Posterior of the rate ratio: Gamma(½ + O, ½ + E). */
export function rateRatio(observed: number, expected: number): Ratio {
  const [a, b] = [PRIOR + observed, PRIOR + expected];
  return {
    observed,
    expected,
    mean: a / b,
    low: gammaQuantile(0.05, a, b),
    median: gammaQuantile(0.5, a, b),
    high: gammaQuantile(0.95, a, b),
    above: 1 - gammaCdf(b, a),
  };
}

/** Marks the days 0 … days − 1 that lie in (s, s + W] of any s; overlapping windows count once. */
export function windowsAfter(starts: readonly number[], window: number, days: number): Uint8Array {
  const inside = new Uint8Array(days);
  for (const start of starts)
    for (let day = Math.max(0, start + 1); day <= Math.min(days - 1, start + window); day++) inside[day] = 1;
  return inside;
}

/** Answers before against after each initiating day, windows that run over an edge left out; one-sided binomial p of so many after. */
export function beforeAfter(
  starts: readonly number[],
  answers: readonly number[],
  window: number,
  last: number,
): { before: number; after: number; p: number } {
  let [before, after] = [0, 0];
  for (const start of starts) {
    if (start - window < 1 || start + window > last) continue;
    before += answers.filter((day) => day >= start - window && day < start).length;
    after += answers.filter((day) => day > start && day <= start + window).length;
  }
  const n = before + after;
  let p = 0;
  for (let k = after; k <= n; k++)
    p += Math.exp(logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1) - n * Math.LN2);
  return { before, after, p: Math.min(1, p) };
}

export interface Answering extends Ratio {
  readonly window: number;
  readonly initiating: number;
  readonly answering: number;
  /** Share of jittered histories with a ratio at least as large; small where answers follow the initiating days and not merely their season. */
  readonly p: number;
  /** The smallest ratio that eight of ten such records would show at p < 0.05. */
  readonly detectable: number;
}

/**
 * Does one side answer the other? Counts answers in the windows after initiating days against what the answering side did outside them, a DPG
 * fitted with the windows uncovered. Tested by moving each initiating day within ±180 days. Says nothing of cause. Days count from 0.
 */
export function answersTo(
  starts: readonly number[],
  answers: readonly number[],
  days: number,
  window: number,
  parameters: Omit<DpgParameters, 'mu0'>,
  { draws = 999, seed = 1, reach = 180 } = {},
): Answering {
  const y = new Float64Array(days);
  for (const day of answers) y[day] = (y[day] ?? 0) + 1;
  const inside = windowsAfter(starts, window, days);
  const outside = y.map((count, day) => (inside[day] === 1 ? 0 : count));
  const covered = Float64Array.from(inside, (mark) => 1 - mark);
  const sum = (values: Float64Array) => values.reduce((all, one) => all + one, 0);
  const mu0 = Math.max(sum(outside) / Math.max(1, sum(covered)), 1e-6);
  const background = dpgSmooth(dpgFilter(outside, covered, { ...parameters, mu0 })).mean;
  const counted = (marks: Uint8Array) => {
    let [observed, expected] = [0, 0];
    for (let day = 0; day < days; day++) {
      if (marks[day] !== 1) continue;
      observed += y[day] ?? 0;
      expected += background[day] ?? 0;
    }
    return { observed, expected };
  };
  const { observed, expected } = counted(inside);
  const size = (one: { observed: number; expected: number }) => (one.observed + PRIOR) / (one.expected + PRIOR);
  const random = seeded(seed);
  let asLarge = 0;
  for (let draw = 0; draw < draws; draw++) {
    const moved = starts.map((start) => {
      const day = start + Math.floor(random() * (2 * reach + 1)) - reach;
      return day < 0 ? -day : day >= days ? 2 * (days - 1) - day : day;
    });
    if (size(counted(windowsAfter(moved, window, days))) >= size({ observed, expected })) asLarge++;
  }
  return {
    ...rateRatio(observed, expected),
    window,
    initiating: starts.length,
    answering: answers.length,
    p: (1 + asLarge) / (1 + draws),
    detectable: detectableRatio(expected),
  };
}

/** Smallest rate ratio, to 0.1, that a Poisson count with this expectation shows at 5 % in four records of five. */
export function detectableRatio(expected: number): number {
  let critical = 0;
  while (poissonCdf(critical, expected) < 0.95) critical++;
  for (let ratio = 1.1; ratio < 50; ratio += 0.1)
    if (1 - poissonCdf(critical, ratio * expected) >= 0.8) return Math.round(ratio * 10) / 10;
  return Infinity;
}

const poissonCdf = (k: number, mean: number): number => (k < 0 ? 0 : 1 - gammaCdf(mean, k + 1));
