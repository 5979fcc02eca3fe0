/* Gamma and Poisson-Gamma distributions. Series and continued fraction after Numerical Recipes §6.2; ln Γ after Lanczos (g = 607/128, Godfrey). */

const LANCZOS = [
  0.9999999999999971, 57.15623566586292, -59.59796035547549, 14.136097974741746, -0.4919138160976202,
  3.399464998481189e-5, 4.652362892704858e-5, -9.837447530487956e-5, 0.0001580887032249125, -0.00021026444172410488,
  0.00021743961811521265, -0.0001643181065367639, 8.441822398385275e-5, -2.6190838401581408e-5, 3.6899182659531625e-6,
];
const HALF_LOG_2PI = 0.9189385332046727;
const TINY = 1e-300;

/** ln Γ(x) for x > 0. */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.abs(Math.sin(Math.PI * x))) - logGamma(1 - x);
  const shifted = x - 1;
  let sum = LANCZOS[0] ?? 0;
  for (let i = 1; i < LANCZOS.length; i++) sum += (LANCZOS[i] ?? 0) / (shifted + i);
  const base = shifted + 607 / 128 + 0.5;
  return (shifted + 0.5) * Math.log(base) - base + HALF_LOG_2PI + Math.log(sum);
}

/** P(X ≤ x) for X ~ Gamma(shape, rate 1). */
export function gammaCdf(x: number, shape: number): number {
  if (x <= 0) return 0;
  return x < shape + 1 ? lowerSeries(x, shape) : 1 - upperFraction(x, shape);
}

/** The x with P(X ≤ x) = p for X ~ Gamma(shape, rate): Newton steps in ln x, kept inside a bracket. 0 where it underflows. */
export function gammaQuantile(p: number, shape: number, rate = 1): number {
  if (p <= 0) return 0;
  if (p >= 1) return Infinity;
  const logP = Math.log(p);
  // where the lower tail is x^shape / Γ(shape+1), the start is already close to the answer
  let u = (logP + logGamma(shape + 1)) / shape;
  if (u < -700) return 0;
  if (shape > 1) u = Math.max(u, Math.log(Math.max(wilsonHilferty(p, shape), TINY)));
  let [low, high] = [-745, 20 + Math.log(shape + 1)];
  for (let i = 0; i < 200; i++) {
    const x = Math.exp(u);
    const miss = p < 0.5 ? gammaCdf(x, shape) - p : 1 - p - upperTail(x, shape);
    if (miss > 0) high = u;
    else low = u;
    const slope = Math.exp(shape * u - x - logGamma(shape));
    const step = miss / slope;
    const next = u - step;
    const inside = next > low && next < high && Number.isFinite(next);
    const moved = inside ? next : (low + high) / 2;
    if (Math.abs(moved - u) < 1e-15 * Math.max(1, Math.abs(u))) return Math.exp(moved) / rate;
    u = moved;
  }
  return Math.exp(u) / rate;
}

/** ln P(Y = y) of the negative binomial with this size and mean; y may be a fraction. */
export function negativeBinomialLog(y: number, size: number, mean: number): number {
  return (
    logGamma(y + size) -
    logGamma(size) -
    logGamma(y + 1) +
    size * Math.log(size / (size + mean)) +
    (y === 0 ? 0 : y * Math.log(mean / (size + mean)))
  );
}

function upperTail(x: number, shape: number): number {
  if (x <= 0) return 1;
  return x < shape + 1 ? 1 - lowerSeries(x, shape) : upperFraction(x, shape);
}

function lowerSeries(x: number, shape: number): number {
  let term = 1 / shape;
  let sum = term;
  for (let n = 1; n < 10_000; n++) {
    term *= x / (shape + n);
    sum += term;
    if (term < sum * 1e-17) break;
  }
  return sum * Math.exp(-x + shape * Math.log(x) - logGamma(shape));
}

function upperFraction(x: number, shape: number): number {
  let b = x + 1 - shape;
  let c = 1 / TINY;
  let d = 1 / b;
  let h = d;
  for (let i = 1; i < 10_000; i++) {
    const an = -i * (i - shape);
    b += 2;
    d = nonZero(an * d + b);
    c = nonZero(b + an / c);
    d = 1 / d;
    const factor = d * c;
    h *= factor;
    if (Math.abs(factor - 1) < 1e-16) break;
  }
  return Math.exp(-x + shape * Math.log(x) - logGamma(shape)) * h;
}

const nonZero = (value: number): number => (Math.abs(value) < TINY ? TINY : value);

/** First guess for larger shapes. */
function wilsonHilferty(p: number, shape: number): number {
  const cube = 1 - 1 / (9 * shape) + roughNormal(p) / (3 * Math.sqrt(shape));
  return shape * cube * cube * cube;
}

/** Normal quantile to 4.5e-4, as a start only (Abramowitz & Stegun 26.2.23). */
function roughNormal(p: number): number {
  const t = Math.sqrt(-2 * Math.log(Math.min(p, 1 - p)));
  const z =
    t - (2.515517 + 0.802853 * t + 0.010328 * t * t) / (1 + 1.432788 * t + 0.189269 * t * t + 0.001308 * t * t * t);
  return p < 0.5 ? -z : z;
}
