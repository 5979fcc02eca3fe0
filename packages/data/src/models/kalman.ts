/**
 * Local level with known measurement variance: α moves as a random walk, y = α + noise. Kalman filter and Rauch–Tung–Striebel smoother
 * (Durbin & Koopman 2012, ch. 2). Times may be irregular. Without a prior the start is exactly diffuse: the first observation sets the level and
 * takes no part in the likelihood.
 */
export interface LocalLevel {
  /** Observations and the variance of each; times in any unit, ascending; unit steps where left out. */
  readonly y: readonly number[];
  readonly variance: readonly number[];
  readonly times?: readonly number[];
  /** Variance the level gains per unit of time. */
  readonly drift: number;
  readonly prior?: { readonly mean: number; readonly variance: number };
}

export interface Filtering {
  /** Before each observation. */
  readonly predicted: Float64Array;
  readonly predictedVariance: Float64Array;
  /** After it. */
  readonly mean: Float64Array;
  readonly variance: Float64Array;
  readonly logLikelihood: number;
}

const LOG_2PI = Math.log(2 * Math.PI);

/** Forward pass. O(n). */
export function kalmanFilter({ y, variance: noise, times, drift, prior }: LocalLevel): Filtering {
  const n = y.length;
  const [predicted, predictedVariance, mean, variance] = [0, 0, 0, 0].map(() => new Float64Array(n)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  let [m, p] = [prior?.mean ?? 0, prior?.variance ?? 0];
  let logLikelihood = 0;
  for (let i = 0; i < n; i++) {
    if (i > 0) p += drift * (times ? (times[i] ?? 0) - (times[i - 1] ?? 0) : 1);
    predicted[i] = m;
    predictedVariance[i] = p;
    const observed = y[i] ?? 0;
    const r = noise[i] ?? 0;
    if (i === 0 && prior === undefined) {
      [m, p] = [observed, r];
    } else {
      const innovation = observed - m;
      const total = p + r;
      logLikelihood -= (LOG_2PI + Math.log(total) + (innovation * innovation) / total) / 2;
      m += (p / total) * innovation;
      p *= r / total;
    }
    mean[i] = m;
    variance[i] = p;
  }
  return { predicted, predictedVariance, mean, variance, logLikelihood };
}

/** Backward pass: mean and variance of each level given all observations. O(n). */
export function kalmanSmooth({ predicted, predictedVariance, mean, variance }: Filtering): {
  mean: Float64Array;
  variance: Float64Array;
} {
  const [means, variances] = [Float64Array.from(mean), Float64Array.from(variance)];
  for (let i = mean.length - 2; i >= 0; i--) {
    const gain = (variance[i] ?? 0) / (predictedVariance[i + 1] ?? 1);
    means[i] = (mean[i] ?? 0) + gain * ((means[i + 1] ?? 0) - (predicted[i + 1] ?? 0));
    variances[i] = (variance[i] ?? 0) + gain * gain * ((variances[i + 1] ?? 0) - (predictedVariance[i + 1] ?? 0));
  }
  return { mean: means, variance: variances };
}

/**
 * Variances of noise and drift by maximum likelihood, for one common noise and unit steps: the noise is concentrated out and the ratio
 * searched on a log scale. At the border (no noise, or no drift) the ratio runs into its limit and the likelihood is still the largest found.
 */
export function fitLocalLevel(y: readonly number[]): { noise: number; drift: number; logLikelihood: number } {
  const ones = y.map(() => 1);
  const at = (logRatio: number) => {
    const ratio = Math.exp(logRatio);
    const { predicted, predictedVariance } = kalmanFilter({ y, variance: ones, drift: ratio });
    let [squares, logs] = [0, 0];
    for (let i = 1; i < y.length; i++) {
      const total = (predictedVariance[i] ?? 0) + 1;
      squares += ((y[i] ?? 0) - (predicted[i] ?? 0)) ** 2 / total;
      logs += Math.log(total);
    }
    const n = y.length - 1;
    const noise = squares / n;
    return { noise, drift: noise * ratio, logLikelihood: -(n * (LOG_2PI + 1 + Math.log(noise)) + logs) / 2 };
  };
  return at(maximise((logRatio) => at(logRatio).logLikelihood, -16, 16));
}

/** Drift by maximum likelihood where the noise of each observation is known. */
export function fitDrift(model: Omit<LocalLevel, 'drift'>): number {
  return Math.exp(maximise((log) => kalmanFilter({ ...model, drift: Math.exp(log) }).logLikelihood, -25, 5));
}

/** Where a function of one variable is largest: a coarse grid, then golden-section search around its best point. */
function maximise(f: (x: number) => number, low: number, high: number): number {
  const step = (high - low) / 40;
  let best = low;
  for (let x = low; x <= high; x += step) if (f(x) > f(best)) best = x;
  const ratio = (Math.sqrt(5) - 1) / 2;
  let [a, b] = [best - step, best + step];
  let [c, d] = [b - ratio * (b - a), a + ratio * (b - a)];
  while (b - a > 1e-9) {
    if (f(c) > f(d)) [b, d, c] = [d, c, d - ratio * (d - a)];
    else [a, c, d] = [c, d, c + ratio * (b - c)];
  }
  return (a + b) / 2;
}
