import { logGamma } from './special/gamma.ts';

/**
 * Exact Bayesian change points of a count series: segments with their own Gamma(a0, b0) rate, a boundary after each step with
 * probability `pi` (Barry & Hartigan 1992; recursions of Fearnhead 2006). O(n²) for n steps.
 */
export interface ChangePointPrior {
  readonly a0: number;
  readonly b0: number;
  readonly pi: number;
}

export interface ChangePoints {
  readonly logEvidence: number;
  /** P(boundary after step k), k = 0 … n−2. */
  readonly probability: Float64Array;
  /** Posterior mean rate at each step. */
  readonly rate: Float64Array;
}

export function changePoints(
  y: ArrayLike<number>,
  exposure: ArrayLike<number>,
  { a0, b0, pi }: ChangePointPrior,
): ChangePoints {
  const n = y.length;
  const sumY = new Float64Array(n + 1);
  const sumE = new Float64Array(n + 1);
  const fact = new Float64Array(n + 1);
  for (let t = 0; t < n; t++) {
    const [count, covered] = [y[t] ?? 0, exposure[t] ?? 0];
    sumY[t + 1] = (sumY[t] ?? 0) + count;
    sumE[t + 1] = (sumE[t] ?? 0) + covered;
    fact[t + 1] = (fact[t] ?? 0) + (count > 0 && covered > 0 ? count * Math.log(covered) : 0) - logGamma(count + 1);
  }
  const prior = a0 * Math.log(b0) - logGamma(a0);
  /** Log marginal likelihood of steps i … j−1 as one segment. */
  const segment = (i: number, j: number): number => {
    const a = a0 + (sumY[j] ?? 0) - (sumY[i] ?? 0);
    const b = b0 + (sumE[j] ?? 0) - (sumE[i] ?? 0);
    return prior + logGamma(a) - a * Math.log(b) + (fact[j] ?? 0) - (fact[i] ?? 0);
  };
  const [logPi, logStay] = [Math.log(pi), Math.log1p(-pi)];
  const cell = new Float64Array((n + 1) * (n + 1));
  for (let i = 0; i < n; i++)
    for (let j = i + 1; j <= n; j++) cell[i * (n + 1) + j] = segment(i, j) + (j - i - 1) * logStay;
  // forward[j]: steps 0 … j−1 end with a segment at j; backward[i]: steps i … n−1 start with one at i
  const forward = new Float64Array(n + 1).fill(-Infinity);
  const backward = new Float64Array(n + 1).fill(-Infinity);
  forward[0] = 0;
  backward[n] = 0;
  for (let j = 1; j <= n; j++) {
    const terms: number[] = [];
    for (let i = 0; i < j; i++) terms.push((forward[i] ?? 0) + (cell[i * (n + 1) + j] ?? 0) + (i > 0 ? logPi : 0));
    forward[j] = logSum(terms);
  }
  for (let i = n - 1; i >= 0; i--) {
    const terms: number[] = [];
    for (let j = i + 1; j <= n; j++)
      terms.push((backward[j] ?? 0) + (cell[i * (n + 1) + j] ?? 0) + (j < n ? logPi : 0));
    backward[i] = logSum(terms);
  }
  const logEvidence = forward[n] ?? 0;
  const probability = new Float64Array(Math.max(0, n - 1));
  for (let k = 1; k < n; k++)
    probability[k - 1] = Math.exp((forward[k] ?? 0) + (backward[k] ?? 0) + logPi - logEvidence);
  const rate = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j <= n; j++) {
      const log =
        (forward[i] ?? 0) +
        (cell[i * (n + 1) + j] ?? 0) +
        (backward[j] ?? 0) +
        (i > 0 ? logPi : 0) +
        (j < n ? logPi : 0) -
        logEvidence;
      const mass = Math.exp(log);
      if (mass < 1e-18) continue;
      const mean = (a0 + (sumY[j] ?? 0) - (sumY[i] ?? 0)) / (b0 + (sumE[j] ?? 0) - (sumE[i] ?? 0));
      for (let t = i; t < j; t++) rate[t] = (rate[t] ?? 0) + mass * mean;
    }
  }
  return { logEvidence, probability, rate };
}

/** A turning point: the shortest run of steps that holds `mass` of one boundary's probability. */
export interface TurningPoint {
  /** Step after which the boundary most likely lies. */
  readonly peak: number;
  readonly from50: number;
  readonly to50: number;
  readonly from90: number;
  readonly to90: number;
  /** Expected boundaries in the run of 90 %. */
  readonly mass: number;
}

/**
 * Groups boundary probability into turning points: each local run whose expected number of boundaries reaches `least` (0.5). Runs
 * are parted where the probability falls below a tenth of the peak.
 */
export function turningPoints(probability: ArrayLike<number>, least = 0.5): TurningPoint[] {
  const found: TurningPoint[] = [];
  const used = new Uint8Array(probability.length);
  for (;;) {
    let peak = -1;
    for (let k = 0; k < probability.length; k++)
      if (used[k] === 0 && (peak < 0 || (probability[k] ?? 0) > (probability[peak] ?? 0))) peak = k;
    if (peak < 0) break;
    const floor = (probability[peak] ?? 0) / 10;
    let [from, to] = [peak, peak];
    let mass = probability[peak] ?? 0;
    while (from > 0 && used[from - 1] === 0 && (probability[from - 1] ?? 0) >= floor && mass < 1)
      mass += probability[--from] ?? 0;
    while (to < probability.length - 1 && used[to + 1] === 0 && (probability[to + 1] ?? 0) >= floor && mass < 1)
      mass += probability[++to] ?? 0;
    for (let k = from; k <= to; k++) used[k] = 1;
    if (mass < least) {
      if ((probability[peak] ?? 0) < least / 50) break;
      continue;
    }
    const [from90, to90] = shortest(probability, from, to, 0.9 * mass);
    const [from50, to50] = shortest(probability, from90, to90, 0.5 * mass);
    found.push({ peak, from50, to50, from90, to90, mass });
  }
  return found.sort((a, b) => a.peak - b.peak);
}

/** The shortest run inside [from, to] that holds `wanted`. */
function shortest(probability: ArrayLike<number>, from: number, to: number, wanted: number): [number, number] {
  let best: [number, number] = [from, to];
  for (let i = from; i <= to; i++) {
    let sum = 0;
    for (let j = i; j <= to; j++) {
      sum += probability[j] ?? 0;
      if (sum >= wanted - 1e-12) {
        if (j - i < best[1] - best[0]) best = [i, j];
        break;
      }
    }
  }
  return best;
}

/**
 * PELT (Killick, Fearnhead & Eckley 2012): the fast cross-check. The cost of a segment is that of Poisson counts, 2 S (ln n − ln S), or for
 * `normal` the squared distance from its mean. Gives the last step of each segment but the last, counted from 1.
 */
export function pelt(
  y: ArrayLike<number>,
  penalty: number,
  shortestSegment = 2,
  kind: 'poisson' | 'normal' = 'poisson',
): number[] {
  const n = y.length;
  const sum = new Float64Array(n + 1);
  const squares = new Float64Array(n + 1);
  for (let t = 0; t < n; t++) {
    sum[t + 1] = (sum[t] ?? 0) + (y[t] ?? 0);
    squares[t + 1] = (squares[t] ?? 0) + (y[t] ?? 0) ** 2;
  }
  const cost = (i: number, j: number): number => {
    const s = (sum[j] ?? 0) - (sum[i] ?? 0);
    if (kind === 'normal') return (squares[j] ?? 0) - (squares[i] ?? 0) - (s * s) / (j - i);
    return s <= 0 ? 0 : 2 * s * (Math.log(j - i) - Math.log(s));
  };
  const best = new Float64Array(n + 1).fill(Infinity);
  best[0] = -penalty;
  const from = new Int32Array(n + 1);
  let candidates = [0];
  for (let j = shortestSegment; j <= n; j++) {
    for (const i of candidates) {
      const value = (best[i] ?? 0) + cost(i, j) + penalty;
      if (value < (best[j] ?? 0)) {
        best[j] = value;
        from[j] = i;
      }
    }
    const next = j - shortestSegment + 1;
    candidates = candidates.filter((i) => (best[i] ?? 0) + cost(i, j) <= (best[j] ?? 0));
    if (next >= shortestSegment) candidates.push(next);
  }
  const found: number[] = [];
  for (let j = from[n] ?? 0; j > 0; j = from[j] ?? 0) found.unshift(j);
  return found;
}

function logSum(terms: readonly number[]): number {
  const top = Math.max(...terms);
  if (top === -Infinity) return top;
  let sum = 0;
  for (const term of terms) sum += Math.exp(term - top);
  return top + Math.log(sum);
}
