/**
 * Self- and mutually exciting point process with exponential kernel (Hawkes 1971; EM after Veen & Schoenberg 2008): a reference for how events
 * cluster. `alpha[d][e]` is the expected number of d-events that one e-event sets off; ties excite nothing. O(events × series²).
 */
export interface Hawkes {
  readonly mu: readonly number[];
  readonly alpha: readonly (readonly number[])[];
  readonly beta: number;
}

/** Log-likelihood of the dated events of each series over [0, T]. */
export function hawkesLogLikelihood(times: readonly (readonly number[])[], end: number, model: Hawkes): number {
  let sum = 0;
  for (const { rate } of walk(times, model)) sum += Math.log(rate);
  return (
    sum -
    total(model.mu) * end -
    total(mass(times, end, model).map((of, e) => of * total(model.alpha.map((row) => row[e] ?? 0))))
  );
}

/** One EM step: background and branching re-estimated, the decay held. Never lowers the likelihood. */
export function hawkesStep(times: readonly (readonly number[])[], end: number, model: Hawkes): Hawkes {
  const mu = model.mu.map(() => 0);
  const alpha = model.alpha.map((row) => row.map(() => 0));
  for (const { series, rate, excited } of walk(times, model)) {
    mu[series] = (mu[series] ?? 0) + (model.mu[series] ?? 0) / rate;
    const row = alpha[series] ?? [];
    excited.forEach((by, e) => (row[e] = (row[e] ?? 0) + by / rate));
  }
  const of = mass(times, end, model);
  return {
    mu: mu.map((count) => count / end),
    alpha: alpha.map((row) => row.map((count, e) => count / (of[e] ?? 1))),
    beta: model.beta,
  };
}

/** Every event in order of time with its rate, and the part of it that each series excited. */
function* walk(times: readonly (readonly number[])[], { mu, alpha, beta }: Hawkes) {
  const events = times
    .flatMap((of, series) => of.map((time) => ({ time, series })))
    .sort((a, b) => a.time - b.time || a.series - b.series);
  const recent = times.map(() => 0);
  let [last, waiting]: [number, number[]] = [0, []];
  for (const { time, series } of events) {
    if (time > last) {
      for (const e of waiting) recent[e] = (recent[e] ?? 0) + 1;
      waiting = [];
      const fade = Math.exp(-beta * (time - last));
      recent.forEach((value, e) => (recent[e] = value * fade));
      last = time;
    }
    const excited = recent.map((value, e) => (alpha[series]?.[e] ?? 0) * beta * value);
    yield { series, rate: (mu[series] ?? 0) + total(excited), excited };
    waiting.push(series);
  }
}

/** Kernel mass of each series' events that falls before the end. */
const mass = (times: readonly (readonly number[])[], end: number, { beta }: Hawkes): number[] =>
  times.map((of) => total(of.map((time) => 1 - Math.exp(-beta * (end - time)))));

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
