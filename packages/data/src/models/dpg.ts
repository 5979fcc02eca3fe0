/**
 * Discounted Poisson–Gamma (DPG): how strongly something happens at a time, from dated counts, with an exact account of what made
 * each estimate. After Smith & Miller (1986), Harvey & Fernandes (1989) and West & Harrison (1997). Only + − × ÷ are used and the
 * order of operations is fixed, so that every engine gives the same bytes.
 *
 * `delta[t]` is the discount of the step t−1 → t; `delta[0]` applies to the start. All arrays have the length of `y`.
 */

/** Parameters of one series. */
export interface DpgParameters {
  /** Discount per step, in (0, 1]: 2^(−days/half-life), shipped as a number because `pow` differs between engines. */
  readonly delta: number | readonly number[];
  /** Weight of the background, in pseudo-observations (n0 > 0). */
  readonly n0: number;
  /** Background rate per unit of exposure (μ0 > 0). */
  readonly mu0: number;
  /** Over-dispersion, φ ≥ 1: widens intervals, never moves a level (with n0 given as n0/φ). */
  readonly phi: number;
  /** Start of the filter; the background where left out. */
  readonly a0?: number;
  readonly b0?: number;
}

/** The Gamma posterior of the rate at each step: before the step's data (`Pred`) and after. */
export interface Filtered {
  readonly aPred: Float64Array;
  readonly bPred: Float64Array;
  readonly a: Float64Array;
  readonly b: Float64Array;
  readonly delta: Float64Array;
}

/** Mean and variance of the rate at each step given all data. */
export interface Smoothed {
  readonly mean: Float64Array;
  readonly variance: Float64Array;
}

/**
 * Runs the filter. `y` counts per step (≥ 0, fractions allowed), `exposure` covered time per step (0 = no coverage: information
 * decays towards the background, the level does not fall to zero).
 */
export function dpgFilter(y: ArrayLike<number>, exposure: ArrayLike<number>, parameters: DpgParameters): Filtered {
  const { n0, mu0, phi } = parameters;
  const steps = y.length;
  const delta = discounts(parameters.delta, steps);
  const made = () => new Float64Array(steps);
  const [aPred, bPred, as, bs] = [made(), made(), made(), made()];
  const background = n0 * mu0;
  let a = parameters.a0 ?? background;
  let b = parameters.b0 ?? n0;
  for (let t = 0; t < steps; t++) {
    const d = delta[t] ?? 1;
    a = d * a + (1 - d) * background;
    b = d * b + (1 - d) * n0;
    aPred[t] = a;
    bPred[t] = b;
    a += (y[t] ?? 0) / phi;
    b += (exposure[t] ?? 0) / phi;
    as[t] = a;
    bs[t] = b;
  }
  return { aPred, bPred, a: as, b: bs, delta };
}

/** Backward pass: exact first two moments given all data. A smoothed variance may exceed the filtered one. */
export function dpgSmooth({ a, b, delta }: Filtered): Smoothed {
  const steps = a.length;
  const mean = new Float64Array(steps);
  const variance = new Float64Array(steps);
  for (let t = steps - 1; t >= 0; t--) {
    const [at, bt] = [a[t] ?? 0, b[t] ?? 1];
    const m = at / bt;
    const v = at / (bt * bt);
    const d = t === steps - 1 ? 0 : (delta[t + 1] ?? 1);
    mean[t] = d === 0 ? m : d * (mean[t + 1] ?? 0) + ((1 - d) * at) / bt;
    variance[t] = d === 0 ? v : d * d * (variance[t + 1] ?? 0) + ((1 - d) * at) / (bt * bt);
  }
  return { mean, variance };
}

/**
 * Weights of every step's data in the smoothed level of step `t`: level = baseline + Σ weight[s] · y[s], all weights ≥ 0. A step's
 * contribution equals the exact change of the level when its data are left out and the parameters are held. O(steps).
 */
export function dpgWeights({ b, delta }: Filtered, t: number, phi: number): Float64Array {
  const steps = b.length;
  const weights = new Float64Array(steps);
  const last = steps - 1;
  // G[k] = c_k / b_k + δ_{k+1} G_{k+1}, with c_k the share of the smoothed level at t that comes from the filtered level at k ≥ t
  const G = new Float64Array(steps);
  const share = new Float64Array(steps);
  let carried = 1;
  for (let k = t; k <= last; k++) {
    if (k > t) carried *= delta[k] ?? 1;
    share[k] = k === last ? carried : carried * (1 - (delta[k + 1] ?? 1));
  }
  for (let k = last; k >= t; k--) {
    const next = k === last ? 0 : (delta[k + 1] ?? 1) * (G[k + 1] ?? 0);
    G[k] = (share[k] ?? 0) / (b[k] ?? 1) + next;
  }
  for (let s = t; s <= last; s++) weights[s] = (G[s] ?? 0) / phi;
  let back = 1;
  for (let s = t - 1; s >= 0; s--) {
    back *= delta[s + 1] ?? 1;
    weights[s] = (back * (G[t] ?? 0)) / phi;
  }
  return weights;
}

/** Variance of the change over `k` steps ending at `t + k`, given all data: V_t (1 − 2δ^k…) in the general, unequal-step form. */
export function changeVariance({ delta }: Filtered, { variance }: Smoothed, t: number, k: number): number {
  let carried = 1;
  for (let s = t + 1; s <= t + k; s++) carried *= delta[s] ?? 1;
  const later = variance[t + k] ?? 0;
  return (variance[t] ?? 0) + later - 2 * carried * later;
}

function discounts(delta: DpgParameters['delta'], steps: number): Float64Array {
  return typeof delta === 'number' ? new Float64Array(steps).fill(delta) : Float64Array.from(delta);
}
