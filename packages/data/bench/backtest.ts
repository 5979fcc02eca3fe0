import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DIMENSIONS, HALF_LIVES, dailyDiscount, dpgFilter, WEIGHTINGS } from '../dist/models/index.js';
import { snapshot } from '../dist/data/snapshot.js';
import type { Event } from '../src/schema/index.ts';

/*
 * `npm run backtest`: one month ahead, on our own record, by a protocol fixed before it was first run.
 *
 * Series    directed pairs of the six main actors, coordination and rivalry apart, with 40 events or more; weighted counts per calendar
 *           month, rounded. 2014-01 to 2025-12.
 * Origin    rolls month by month after a burn-in of 36. An event counts from the day some source had published it, not before.
 * Ours      DPG over a grid of half-life, background and over-dispersion, averaged with weights from the pooled log score of all series
 *           up to the origin, shrunk by the number of series.
 * Baselines last value, means of 3, 6, 12 and 24 months, all months so far: each with its background and over-dispersion chosen from the
 *           same grid by the same score on the same months, and the best window so far as one more.
 * Skill     is claimed only where the 90 % interval of a block bootstrap over months (blocks of 6, 2,000 draws, seeded) excludes zero.
 */
const FIRST = [2014, 0] as const;
const MONTHS = 144;
const BURN_IN = 36;
const LEAST_EVENTS = 40;
const MAX_COUNT = 160;
const MAIN = ['US', 'KP', 'CN', 'KR', 'JP', 'RU'];
const BACKGROUND = [1, 3];
const DISPERSION = [1, 1.5, 2.5, 4];

const month = (date: string): number =>
  (Number(date.slice(0, 4)) - FIRST[0]) * 12 + Number(date.slice(5, 7)) - 1 - FIRST[1];

interface Series {
  readonly name: string;
  /** Month of the event, month it was known, weight. */
  readonly dated: readonly (readonly [at: number, known: number, weight: number])[];
}

function seriesOf(events: readonly Event[]): Series[] {
  return MAIN.flatMap((from) =>
    MAIN.filter((to) => to !== from).flatMap((to) =>
      DIMENSIONS.flatMap((dimension) => {
        const dated = events.flatMap((event) => {
          const weight = event.signals
            .filter((signal) => signal.from === from && signal.to === to)
            .reduce((sum, signal) => sum + (WEIGHTINGS.linear[signal.intensity - 1] ?? 0) * signal[dimension], 0);
          const start = event.date.start;
          if (weight === 0 || start === null || event.date.precision !== 'day') return [];
          const at = month(event.date.edtf);
          return at < 0 || at >= MONTHS ? [] : [[at, Math.max(at, month(event.knownAt ?? start)), weight] as const];
        });
        return dated.length < LEAST_EVENTS ? [] : [{ name: `${from}→${to} ${dimension}`, dated }];
      }),
    ),
  );
}

/** Monthly counts as known at the end of month `origin` − 1. */
function knownAt({ dated }: Series, origin: number): number[] {
  const y = new Array<number>(origin).fill(0);
  for (const [at, known, weight] of dated) if (at < origin && known < origin) y[at] = (y[at] ?? 0) + weight;
  return y.map(Math.round);
}

/** P(Y = 0 … MAX_COUNT) of the negative binomial with this mean and variance φ·mean + extra. */
function forecast(mean: number, phi: number, extra: number): Float64Array {
  const m = Math.max(mean, 1e-4);
  const excess = (phi - 1) * m + extra;
  const size = (m * m) / Math.max(excess, 1e-9);
  const p = m / (m + size);
  const mass = new Float64Array(MAX_COUNT + 1);
  let log = -size * Math.log1p(m / size);
  for (let k = 0; k <= MAX_COUNT; k++) {
    mass[k] = Math.exp(log);
    log += Math.log(k + size) - Math.log(k + 1) + Math.log(p);
  }
  return mass;
}

const meanOf = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** A forecaster with one setting: what it says of the next month, given the months so far. */
type Forecaster = (y: readonly number[]) => Float64Array;

const dpgs: Forecaster[] = HALF_LIVES.flatMap((halfLife) =>
  BACKGROUND.flatMap((n0) =>
    DISPERSION.map((phi): Forecaster => {
      const delta = dailyDiscount(halfLife) ** 30;
      return (y) => {
        const mu0 = Math.max(meanOf(y), 0.01);
        const { a, b } = dpgFilter(
          y,
          y.map(() => 1),
          { delta, n0, mu0, phi },
        );
        const [at, bt] = [a.at(-1) ?? n0 * mu0, b.at(-1) ?? n0];
        const [next, rate] = [delta * at + (1 - delta) * n0 * mu0, delta * bt + (1 - delta) * n0];
        return forecast(next / rate, phi, next / (rate * rate));
      };
    }),
  ),
);

const movingMean = (window: number): Forecaster[] =>
  BACKGROUND.flatMap((n0) =>
    DISPERSION.map((phi): Forecaster => (y) => {
      const recent = y.slice(-window);
      const mean = (recent.reduce((sum, value) => sum + value, 0) + n0 * meanOf(y)) / (recent.length + n0);
      return forecast(mean, phi, mean / (recent.length + n0));
    }),
  );

const WINDOWS: Record<string, number> = {
  'last value': 1,
  'mean of 3': 3,
  'mean of 6': 6,
  'mean of 12': 12,
  'mean of 24': 24,
  'all months': 9999,
};
const baselines = Object.entries(WINDOWS).map(([name, window]) => ({ name, settings: movingMean(window) }));

interface Score {
  log: number;
  crps: number;
  pit: [number, number];
}

function scored(mass: Float64Array, count: number): Score {
  const y = Math.min(count, MAX_COUNT);
  let [below, crps] = [0, 0];
  let pit: [number, number] = [0, 1];
  for (let k = 0; k <= MAX_COUNT; k++) {
    const before = below;
    below += mass[k] ?? 0;
    if (k === y) pit = [before, below];
    crps += (below - (y <= k ? 1 : 0)) ** 2;
  }
  return { log: -Math.log(Math.max(mass[y] ?? 0, 1e-300)), crps, pit };
}

function mix(parts: readonly Float64Array[], weights: readonly number[]): Float64Array {
  const mixed = new Float64Array(MAX_COUNT + 1);
  parts.forEach((part, i) => {
    const weight = weights[i] ?? 0;
    if (weight > 1e-8) for (let k = 0; k <= MAX_COUNT; k++) mixed[k] = (mixed[k] ?? 0) + weight * (part[k] ?? 0);
  });
  return mixed;
}

const series = seriesOf(snapshot.events);
if (series.length === 0) throw new Error('no series has enough events');
const methods = ['DPG, averaged', ...baselines.map(({ name }) => name), 'best window so far'];
/** Scores per method, month and series. */
const scores = new Map(methods.map((method) => [method, [] as Score[][]]));
/** Log score so far of each setting, pooled over series. */
const ours = dpgs.map(() => 0);
const theirs = baselines.map(({ settings }) => settings.map(() => 0));

for (let origin = 12; origin < MONTHS; origin++) {
  const rows: Score[][] = methods.map(() => []);
  const top = Math.max(...ours.map((score) => -score));
  const raw = ours.map((score) => Math.exp((-score - top) / series.length));
  const total = raw.reduce((sum, value) => sum + value, 0);
  const weights = raw.map((value) => value / total);
  const chosen = theirs.map((list) => list.indexOf(Math.min(...list)));
  const best = theirs
    .map((list, i) => ({ i, score: list[chosen[i] ?? 0] ?? 0 }))
    .reduce((a, b) => (b.score < a.score ? b : a)).i;
  for (const one of series) {
    const y = knownAt(one, origin);
    const actual = knownAt(one, MONTHS + 1200)[origin] ?? 0;
    const parts = dpgs.map((forecaster) => forecaster(y));
    rows[0]?.push(scored(mix(parts, weights), actual));
    parts.forEach((part, i) => (ours[i] = (ours[i] ?? 0) + scored(part, actual).log));
    const tuned = baselines.map(({ settings }, b) => {
      const said = settings.map((forecaster) => forecaster(y));
      const list = theirs[b] ?? [];
      const used = said[chosen[b] ?? 0] as Float64Array;
      said.forEach((part, i) => (list[i] = (list[i] ?? 0) + scored(part, actual).log));
      return used;
    });
    tuned.forEach((mass, b) => rows[b + 1]?.push(scored(mass, actual)));
    rows[methods.length - 1]?.push(scored(tuned[best] as Float64Array, actual));
  }
  if (origin >= BURN_IN) methods.forEach((method, i) => scores.get(method)?.push(rows[i] ?? []));
}

function bootstrap(differences: readonly number[]): [number, number] {
  let state = 20170101;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
  const means = Array.from({ length: 2000 }, () => {
    let [sum, n] = [0, 0];
    while (n < differences.length) {
      const start = Math.floor(random() * differences.length);
      for (let k = 0; k < 6 && n < differences.length; k++, n++)
        sum += differences[(start + k) % differences.length] ?? 0;
    }
    return sum / n;
  }).sort((a, b) => a - b);
  return [means[100] ?? 0, means[1899] ?? 0];
}

const all = (method: string) => scores.get(method) ?? [];
const perMonth = (method: string, key: 'log' | 'crps') =>
  all(method).map((row) => meanOf(row.map((score) => score[key])));
const inside = (method: string, wanted: number) => {
  const flat = all(method).flat();
  const side = (1 - wanted) / 2;
  return meanOf(flat.map(({ pit: [below, upTo] }) => (upTo >= side && below <= 1 - side ? 1 : 0)));
};
const pit = (method: string) => {
  const flat = all(method).flat();
  const share = (u: number) =>
    meanOf(flat.map(({ pit: [below, upTo] }) => (u <= below ? 0 : u >= upTo ? 1 : (u - below) / (upTo - below))));
  return Array.from({ length: 10 }, (_none, i) => (share((i + 1) / 10) - share(i / 10)) * 10);
};

const lines = methods.map((method) => {
  const [log, crps] = [perMonth(method, 'log'), perMonth(method, 'crps')];
  const reference = perMonth('DPG, averaged', 'log');
  const differences = log.map((value, i) => value - (reference[i] ?? 0));
  const [low, high] = bootstrap(differences);
  const verdict = method === 'DPG, averaged' ? '' : low > 0 ? 'DPG better' : high < 0 ? 'DPG worse' : 'tie';
  const gain =
    method === 'DPG, averaged' ? '' : `${meanOf(differences).toFixed(3)} (${low.toFixed(3)} … ${high.toFixed(3)})`;
  return `| ${method} | ${meanOf(log).toFixed(3)} | ${meanOf(crps).toFixed(3)} | ${(100 * inside(method, 0.5)).toFixed(0)} % | ${(100 * inside(method, 0.9)).toFixed(0)} % | ${gain} | ${verdict} |`;
});
const table = [
  `Release ${snapshot.manifest.release}: ${series.length} series, ${all(methods[0] ?? '').length} months ahead of which a forecast was made. Lower scores are better; a difference above 0 speaks for the DPG.`,
  '',
  '| forecast | log score | CRPS | in 50 % | in 90 % | log score against DPG (90 %) | verdict |',
  '| --- | --- | --- | --- | --- | --- | --- |',
  ...lines,
  '',
  `PIT histogram of the DPG, ten bins, level at 1: ${pit('DPG, averaged')
    .map((height) => height.toFixed(2))
    .join(' · ')}. Counts are small and discrete, so central intervals hold more than their nominal share.`,
].join('\n');
console.log(table);

const root = join(import.meta.dirname, '../../..');
const file = join(root, 'docs/models.md');
const text = readFileSync(file, 'utf8');
const marked = /(<!-- generated: backtest -->\n)[\s\S]*?(\n<!-- end -->)/;
if (!marked.test(text)) throw new Error('docs/models.md has no place marked for the backtest');
writeFileSync(
  `${file}.next`,
  text.replace(marked, (_all, before: string, after: string) => `${before}\n${table}\n${after}`),
);
renameSync(`${file}.next`, file);
mkdirSync(join(root, 'packages/data/test-results'), { recursive: true });
writeFileSync(join(root, 'packages/data/test-results/backtest.md'), `${table}\n`);
