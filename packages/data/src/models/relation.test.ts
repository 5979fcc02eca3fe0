import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { build } from '../../build/line.ts';
import { daysFromCivil } from '../dates/index.ts';
import type { Event } from '../schema/index.ts';
import { DEFAULTS, GRID } from './defaults.ts';
import { answering } from './answering.ts';
import { changePoints, pelt } from './change-points.ts';
import { dialogueWindow, quadrants } from './derived.ts';
import { dpgFilter, dpgSmooth, dpgWeights } from './dpg.ts';
import { seeded } from './random.ts';
import { krippendorffAlpha } from './reliability.ts';
import { answersTo, detectableRatio } from './responses.ts';
import { logGamma } from './special/gamma.ts';
import { smoothStance } from './smoothed.ts';
import { predictiveLog } from './fit.ts';
import { dailyDiscount } from './discounts.ts';
import { declaredAt, distance, statements, widest } from './declared.ts';
import {
  binned,
  DIMENSIONS,
  explainChange,
  explainLevel,
  fitRelation,
  levelAt,
  type RelationRequest,
} from './relation.ts';
import { turnsOf } from './turning.ts';

const built = build(join(import.meta.dirname, '../../records'));
if (!built.ok) throw new Error(built.problems.map(({ what }) => what).join('\n'));
const { snapshot } = built;
const sources = new Map(snapshot.sources.map((source) => [source.id as string, source]));
const FROM = daysFromCivil(2017, 1, 1);
const TO = daysFromCivil(2020, 3, 31);
const PAIRS = [
  ['US', 'KP'],
  ['CN', 'KP'],
  ['CN', 'US'],
  ['KR', 'KP'],
  ['JP', 'KP'],
  ['RU', 'KP'],
  ['KR', 'US'],
] as const;
const request = (pair: readonly [string, string], more: Partial<RelationRequest> = {}): RelationRequest => ({
  pair,
  from: FROM,
  to: TO,
  ...DEFAULTS,
  ...more,
});
const fit = (
  pair: readonly [string, string],
  more: Partial<RelationRequest> = {},
  events: readonly Event[] = snapshot.events,
) => fitRelation(events, sources, request(pair, more));

const pairs = fc.constantFrom(...PAIRS);
const days = fc.integer({ min: FROM, max: TO });
const dimensions = fc.constantFrom(...DIMENSIONS);

describe('relation', () => {
  test('contributions and baseline add up to the level, and every contribution is ≥ 0', () => {
    fc.assert(
      fc.property(pairs, dimensions, days, (pair, dimension, day) => {
        const { level, baseline, shares } = explainLevel(fit(pair), dimension, day);
        expect(Math.abs(baseline + shares.reduce((sum, { amount }) => sum + amount, 0) - level)).toBeLessThan(1e-9);
        expect(baseline).toBeGreaterThan(-1e-9);
        for (const { amount } of shares) expect(amount).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 1000 },
    );
  });

  test('leaving a day’s data out changes the smoothed level by its contribution', () => {
    const counts = fc.array(fc.nat(6), { minLength: 3, maxLength: 40 });
    fc.assert(
      fc.property(
        counts,
        fc.nat(39),
        fc.nat(39),
        fc.double({ min: 0.5, max: 0.999, noNaN: true }),
        fc.double({ min: 1, max: 4, noNaN: true }),
        (y, at, left, delta, phi) => {
          const [t, s] = [at % y.length, left % y.length];
          const parameters = { delta, n0: 2, mu0: 0.7, phi };
          const exposure = y.map(() => 1);
          const filtered = dpgFilter(y, exposure, parameters);
          const without = dpgSmooth(
            dpgFilter(
              y.map((count, i) => (i === s ? 0 : count)),
              exposure,
              parameters,
            ),
          );
          const change = (dpgSmooth(filtered).mean[t] ?? 0) - (without.mean[t] ?? 0);
          expect(Math.abs(change - (dpgWeights(filtered, t, phi)[s] ?? 0) * (y[s] ?? 0))).toBeLessThan(1e-10);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('scaling the counts scales the level; φ leaves it in place where n0 is ν0/φ', () => {
    const counts = fc.array(fc.nat(6), { minLength: 3, maxLength: 40 });
    fc.assert(
      fc.property(counts, fc.double({ min: 1, max: 5, noNaN: true }), (y, by) => {
        const exposure = y.map(() => 1);
        const level = (data: number[], mu0: number, n0: number, phi: number) => [
          ...dpgSmooth(dpgFilter(data, exposure, { delta: 0.97, n0, mu0, phi })).mean,
        ];
        const plain = level(y, 0.5, 3, 1);
        for (const [t, value] of level(
          y.map((count) => count * by),
          0.5 * by,
          3,
          1,
        ).entries())
          expect(Math.abs(value - (plain[t] ?? 0) * by)).toBeLessThan(1e-9 * (1 + by));
        for (const [t, value] of level(y, 0.5, 3 / by, by).entries())
          expect(Math.abs(value - (plain[t] ?? 0))).toBeLessThan(1e-9);
      }),
      { numRuns: 1000 },
    );
  });

  test('days without coverage only decay towards the background', () => {
    const filtered = dpgFilter([5, 0, 0, 0, 0], [1, 0, 0, 0, 0], { delta: 0.9, n0: 2, mu0: 0.5, phi: 1 });
    const means = [...filtered.a].map((a, t) => a / (filtered.b[t] ?? 1));
    for (let t = 1; t < 5; t++) {
      expect(means[t]).toBeLessThan(means[t - 1] ?? 0);
      expect(means[t]).toBeGreaterThan(0.5);
      expect(filtered.b[t]).toBeLessThan(filtered.b[t - 1] ?? 0);
    }
  });

  test('names of actors carry nothing: relabelling all of them relabels the results', { timeout: 60_000 }, () => {
    const actors = ['US', 'KP', 'CN', 'KR', 'JP', 'RU'];
    const core = snapshot.events.filter(({ date }) => date.edtf >= '2017' && date.edtf < '2020-04');
    fc.assert(
      fc.property(
        fc.shuffledSubarray(actors, { minLength: 6, maxLength: 6 }),
        pairs,
        dimensions,
        fc.boolean(),
        (names, [a, b], dimension, directed) => {
          const rename = (id: string) => names[actors.indexOf(id)] ?? id;
          const renamed = core.map((event) => ({
            ...event,
            signals: event.signals.map((signal) => ({ ...signal, from: rename(signal.from), to: rename(signal.to) })),
          })) as unknown as Event[];
          const plain = fit([a, b], { directed }, core)[dimension].smoothed.mean;
          expect(fit([rename(a), rename(b)], { directed }, renamed)[dimension].smoothed.mean).toEqual(plain);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('widening a date inside the window keeps its mass', { timeout: 60_000 }, () => {
    const [event] = snapshot.events.filter(({ id }) => id === 'stockholm-talks-2019');
    if (!event) throw new Error('the Stockholm talks are missing');
    const iso = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);
    const mass = (edtf: string) => {
      const dated = { ...event, date: { ...event.date, edtf } };
      return fit(['US', 'KP'], {}, [dated]).coordination.y.reduce((sum, count) => sum + count, 0);
    };
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 300 }), (from, more) => {
        expect(mass(`${iso(from)}/${iso(Math.min(TO, from + more))}`)).toBeCloseTo(mass(iso(from)), 10);
      }),
      { numRuns: 1000 },
    );
  });

  test('the order of the input changes no bit', { timeout: 60_000 }, () => {
    const core = snapshot.events.filter(({ signals }) =>
      signals.some(({ from, to }) => `${from}~${to}` === 'US~KP' || `${from}~${to}` === 'KP~US'),
    );
    const inOrder = [...fit(['US', 'KP']).rivalry.smoothed.mean];
    fc.assert(
      fc.property(fc.shuffledSubarray(core, { minLength: core.length, maxLength: core.length }), (shuffled) => {
        expect([...fit(['US', 'KP'], {}, shuffled).rivalry.smoothed.mean]).toEqual(inOrder);
      }),
      { numRuns: 1000 },
    );
  });

  test('a rough date keeps its mass', () => {
    const { events, rivalry } = fit(['US', 'KP']);
    const whole = events
      .filter(({ from, to }) => from >= FROM && to <= TO)
      .reduce((sum, event) => sum + event.rivalry, 0);
    const held = rivalry.y.reduce((sum, count) => sum + count, 0);
    const cut = events.filter(({ from, to }) => from < FROM || to > TO).reduce((sum, event) => sum + event.rivalry, 0);
    expect(held).toBeGreaterThanOrEqual(whole - 1e-9);
    expect(held).toBeLessThanOrEqual(whole + cut + 1e-9);
  });

  test('what moved a level between two days adds up to the change', () => {
    fc.assert(
      fc.property(pairs, dimensions, days, days, (pair, dimension, a, b) => {
        const { change, baseline, shares } = explainChange(fit(pair), dimension, a, b);
        expect(Math.abs(baseline + shares.reduce((sum, { amount }) => sum + amount, 0) - change)).toBeLessThan(1e-9);
      }),
      { numRuns: 1000 },
    );
  });

  test('an interval holds its level, and fewer events are never told as more', () => {
    const relation = fit(['US', 'KP']);
    const fromChina = fit(['US', 'KP'], { sourceCountries: ['CN'] });
    expect(fromChina.events.length).toBeLessThan(relation.events.length);
    for (let day = FROM; day <= TO; day += 50) {
      const { mean, low, high } = levelAt(relation, 'rivalry', day);
      expect(low).toBeLessThan(mean);
      expect(high).toBeGreaterThan(mean);
    }
    expect(
      fit(['US', 'KP'], { knownBy: '2018-01-01' }).events.every(({ from }) => from <= daysFromCivil(2018, 1, 1)),
    ).toBe(true);
    expect(() => levelAt(relation, 'rivalry', FROM - 1)).toThrow(RangeError);
    expect(() => fit(['US', 'KP'], { halfLife: 17 })).toThrow(/use one of/);
  });

  test('no parameters of the grid forecast the record clearly better than the defaults', () => {
    const series = PAIRS.flatMap((pair) =>
      DIMENSIONS.map((dimension) => ({ days: fit(pair)[dimension].y, months: binned(fit(pair), dimension, 30) })),
    );
    const all = series.map(({ days }) => days);
    let [squares, sums] = [0, 0];
    for (const y of all) for (const x of y) [squares, sums] = [squares + x * x, sums + x];
    expect(Math.abs(squares / sums - DEFAULTS.phi)).toBeLessThan(0.3);
    let [best, ours] = [-Infinity, -Infinity];
    for (const halfLife of GRID.halfLife) {
      for (const n0 of GRID.n0) {
        let score = 0;
        for (const { months } of series) {
          const mu0 = Math.max(months.reduce((sum, x) => sum + x, 0) / (months.length * 30), 1e-6);
          const exposure = new Float64Array(months.length).fill(30);
          const filtered = dpgFilter(months, exposure, {
            delta: dailyDiscount(halfLife) ** 30,
            n0,
            mu0,
            phi: DEFAULTS.phi,
          });
          for (const one of predictiveLog(months, exposure, filtered, DEFAULTS.phi)) score += one;
        }
        if (score > best) best = score;
        if (halfLife === DEFAULTS.halfLife && n0 === DEFAULTS.n0) ours = score;
      }
    }
    // Three natural-log units over all series and months: less than that is no reason to move every published level.
    expect(best - ours).toBeLessThan(3);
  });
});

test('turning points are intervals that hold their peak', () => {
  for (const pair of PAIRS.slice(0, 3)) {
    for (const dimension of DIMENSIONS) {
      for (const turn of turnsOf(fit(pair), dimension)) {
        expect(turn.day90[0]).toBeLessThanOrEqual(turn.day50[0]);
        expect(turn.day90[1]).toBeGreaterThanOrEqual(turn.day50[1]);
        expect(turn.mass).toBeGreaterThanOrEqual(0.5);
      }
    }
  }
});

describe('declared stance', () => {
  const at = Date.UTC(2019, 11, 20);

  test('a step function: the last statement holds, and nothing is said where nothing was', () => {
    const said = statements(snapshot.stances, 'CN', 'sanctions');
    const now = declaredAt(said, at);
    expect(now?.from).toBe(said.filter(({ date }) => Date.parse(date.start ?? '') <= at).at(-1)?.id);
    expect(declaredAt(said, Date.UTC(1980, 0, 1))).toBeNull();
    expect(declaredAt([], at)).toBeNull();
  });

  test('distance is symmetric, and its bounds hold the middle', () => {
    for (const { issue, middle, least, most, a, b } of widest(snapshot.stances, snapshot.issues, 'US', 'CN', at)) {
      expect(distance(b, a)?.middle, issue).toBe(middle);
      expect(least).toBeLessThanOrEqual(middle);
      expect(most).toBeGreaterThanOrEqual(middle);
    }
    expect(distance(null, declaredAt(statements(snapshot.stances, 'CN', 'sanctions'), at))).toBeNull();
  });
});

describe('action and reaction', () => {
  const random = seeded(7);
  const history = (n: number, days: number) =>
    Array.from({ length: n }, () => Math.floor(random() * days)).sort((a, b) => a - b);
  const settings = { delta: dailyDiscount(90), n0: 30, phi: 1 };

  test('unrelated histories are called answering about one time in twenty', { timeout: 60_000 }, () => {
    const runs = 300;
    let called = 0;
    for (let run = 0; run < runs; run++)
      if (answersTo(history(20, 1000), history(60, 1000), 1000, 30, settings, { draws: 99, seed: run }).p <= 0.05)
        called++;
    expect(called / runs).toBeGreaterThan(0.015);
    expect(called / runs).toBeLessThan(0.095);
  });

  test('answers that do follow are found, with a ratio above one', () => {
    const starts = [60, 210, 330, 470, 610, 700, 820, 930];
    const answers = [...starts.flatMap((day) => [day + 3, day + 6, day + 9]), 10, 150, 280, 400, 540, 760];
    const found = answersTo(starts, answers, 1000, 14, settings);
    expect(found.p).toBeLessThan(0.01);
    expect(found.low).toBeGreaterThan(1);
    expect(found.observed).toBe(24);
  });

  test('less to expect leaves only stronger answering detectable', () => {
    const detectable = [2, 5, 10, 30, 100].map(detectableRatio);
    expect([...detectable].sort((a, b) => b - a)).toEqual(detectable);
  });

  test('both ways, both dimensions, all windows, the same each time', () => {
    const rows = answering(snapshot.events, sources, request(['KP', 'US']));
    expect(rows).toHaveLength(12);
    expect(answering(snapshot.events, sources, request(['KP', 'US']))).toEqual(rows);
    for (const { observed, expected, low, mean, high } of rows) {
      expect(observed).toBeGreaterThanOrEqual(0);
      expect(expected).toBeGreaterThan(0);
      expect(low).toBeLessThan(mean);
      expect(high).toBeGreaterThan(mean);
    }
  });
});

describe('smoothed stance', () => {
  test('is refused below eight codings, and keeps to the range of what was said', () => {
    const said = statements(snapshot.stances, 'CN', 'sanctions');
    expect(smoothStance(said.slice(0, 7))).toBeNull();
    const points = smoothStance(said) ?? [];
    expect(points).toHaveLength(said.length);
    const middles = said.map(({ lo, hi }) => (lo + hi) / 2);
    for (const { mean, low, high } of points) {
      expect(mean).toBeGreaterThanOrEqual(Math.min(...middles) - 1e-9);
      expect(mean).toBeLessThanOrEqual(Math.max(...middles) + 1e-9);
      expect(low).toBeLessThan(high);
    }
  });
});

describe('where a relation stands', () => {
  const rate = fc.record({
    a: fc.double({ min: 0.2, max: 60, noNaN: true }),
    b: fc.double({ min: 0.5, max: 90, noNaN: true }),
  });

  test('the four quadrants make the whole; the window is open only when both reach out', () => {
    fc.assert(
      fc.property(rate, rate, fc.double({ min: 0.01, max: 3, noNaN: true }), (c, r, level) => {
        const { engaged, contested, hostile, distant } = quadrants(c, r, { c: level, r: level });
        expect(engaged + contested + hostile + distant).toBeCloseTo(1, 9);
        const window = dialogueWindow(c, r, level);
        expect(window).toBeLessThanOrEqual(
          Math.min(dialogueWindow(c, c, level), dialogueWindow(r, r, level)) ** 0.5 + 1e-9,
        );
        expect(window).toBe(dialogueWindow(r, c, level));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('algebra of the filter', () => {
  const counts = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 60 });
  const settings = fc.record({
    delta: fc.double({ min: 0.3, max: 0.9999, noNaN: true }),
    n0: fc.double({ min: 0.1, max: 100, noNaN: true }),
    mu0: fc.double({ min: 1e-6, max: 50, noNaN: true }),
    phi: fc.double({ min: 1, max: 8, noNaN: true }),
  });
  const ones = (y: readonly number[]) => y.map(() => 1);

  test('what comes later never changes what the filter said before', () => {
    fc.assert(
      fc.property(counts, settings, fc.nat(59), (y, parameters, cut) => {
        const n = 1 + (cut % y.length);
        const whole = dpgFilter(y, ones(y), parameters);
        const prefix = dpgFilter(y.slice(0, n), ones(y).slice(0, n), parameters);
        expect([...prefix.a]).toEqual([...whole.a.slice(0, n)]);
        expect([...prefix.b]).toEqual([...whole.b.slice(0, n)]);
      }),
      { numRuns: 1000 },
    );
  });

  test('no setting and no count makes a level that is not a number, and none below zero', () => {
    fc.assert(
      fc.property(counts, settings, (y, parameters) => {
        const { mean, variance } = dpgSmooth(dpgFilter(y, ones(y), parameters));
        for (const value of [...mean, ...variance]) expect(Number.isFinite(value) && value >= 0).toBe(true);
      }),
      { numRuns: 1000 },
    );
    const long = new Float64Array(100_000).fill(1e6);
    const { mean } = dpgSmooth(
      dpgFilter(long, new Float64Array(100_000).fill(1), { delta: 0.98, n0: 30, mu0: 0.1, phi: 2.6 }),
    );
    expect(mean.every(Number.isFinite)).toBe(true);
  });

  test('days without coverage in front move nothing but time', () => {
    fc.assert(
      fc.property(counts, settings, fc.integer({ min: 1, max: 20 }), (y, parameters, shift) => {
        const pad = new Array<number>(shift).fill(0);
        const plain = dpgSmooth(dpgFilter(y, ones(y), parameters)).mean;
        const later = dpgSmooth(dpgFilter([...pad, ...y], [...pad, ...ones(y)], parameters)).mean;
        y.forEach((_count, t) => {
          const [a, b] = [plain[t] ?? 0, later[t + shift] ?? 0];
          expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-9 * (1 + Math.abs(a)));
        });
      }),
      { numRuns: 1000 },
    );
  });

  test('contributions and baseline add up to the level to 1e-12 of it', () => {
    fc.assert(
      fc.property(counts, settings, fc.nat(59), (y, parameters, at) => {
        const t = at % y.length;
        const filtered = dpgFilter(y, ones(y), parameters);
        const weights = dpgWeights(filtered, t, parameters.phi);
        // The baseline is what the background alone gives.
        const baseline =
          dpgSmooth(
            dpgFilter(
              y.map(() => 0),
              ones(y),
              parameters,
            ),
          ).mean[t] ?? 0;
        const told = y.reduce((sum, count, s) => sum + count * (weights[s] ?? 0), baseline);
        const level = dpgSmooth(filtered).mean[t] ?? 0;
        expect(Math.abs(told - level)).toBeLessThanOrEqual(1e-12 * Math.max(1, level));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('reliability', () => {
  const pairsOfCodes = fc.array(fc.tuple(fc.integer({ min: -2, max: 2 }), fc.integer({ min: -2, max: 2 })), {
    minLength: 2,
    maxLength: 60,
  });

  test('α does not depend on the order of units or coders, nor, for nominal codes, on their names', () => {
    fc.assert(
      fc.property(pairsOfCodes, (units) => {
        const alpha = krippendorffAlpha(units, 'ordinal');
        const other = krippendorffAlpha(units.map(([a, b]) => [b, a]).reverse(), 'ordinal');
        if (alpha === null) expect(other).toBeNull();
        else expect(other).toBeCloseTo(alpha, 10);
        const renamed = units.map((codes) => codes.map((code) => [7, 3, 9, 1, 5][code + 2] ?? 0));
        const nominal = krippendorffAlpha(units, 'nominal');
        if (nominal !== null) expect(krippendorffAlpha(renamed, 'nominal')).toBeCloseTo(nominal, 10);
        const flipped = krippendorffAlpha(
          units.map((codes) => codes.map((code) => -code)),
          'ordinal',
        );
        if (alpha !== null) expect(flipped).toBeCloseTo(alpha, 10);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('turning points of small series', () => {
  test('the evidence and the boundaries equal the sum over all partitions', { timeout: 60_000 }, () => {
    const series = fc.array(fc.nat(9), { minLength: 2, maxLength: 9 });
    const prior = { a0: 1, b0: 0.5, pi: 0.2 };
    const { a0, b0, pi } = prior;
    const segment = (y: readonly number[]) => {
      const [a, b] = [a0 + y.reduce((sum, count) => sum + count, 0), b0 + y.length];
      return y.reduce(
        (sum, count) => sum - logGamma(count + 1),
        a0 * Math.log(b0) - logGamma(a0) + logGamma(a) - a * Math.log(b),
      );
    };
    fc.assert(
      fc.property(series, (y) => {
        const n = y.length;
        let evidence = 0;
        const boundary = new Float64Array(n - 1);
        for (let cuts = 0; cuts < 2 ** (n - 1); cuts++) {
          let [log, start] = [0, 0];
          for (let k = 0; k < n; k++) {
            const cut = k < n - 1 && (cuts >> k) % 2 === 1;
            if (k < n - 1) log += Math.log(cut ? pi : 1 - pi);
            if (cut || k === n - 1) {
              log += segment(y.slice(start, k + 1));
              start = k + 1;
            }
          }
          evidence += Math.exp(log);
          boundary.forEach((sum, k) => {
            if ((cuts >> k) % 2 === 1) boundary[k] = sum + Math.exp(log);
          });
        }
        const found = changePoints(
          y,
          y.map(() => 1),
          prior,
        );
        expect(Math.abs(found.logEvidence - Math.log(evidence))).toBeLessThan(1e-8);
        boundary.forEach((sum, k) => {
          expect(Math.abs((found.probability[k] ?? NaN) - sum / evidence)).toBeLessThan(1e-9);
        });
      }),
      { numRuns: 1000 },
    );
  });

  const short = fc.array(fc.nat(9), { minLength: 2, maxLength: 12 });

  test('PELT equals optimal partitioning by trying every last boundary', () => {
    const optimal = (y: readonly number[], penalty: number, least: number) => {
      const cost = (i: number, j: number) => {
        const s = y.slice(i, j).reduce((sum, count) => sum + count, 0);
        return s <= 0 ? 0 : 2 * s * (Math.log(j - i) - Math.log(s));
      };
      const best = [-penalty];
      for (let j = 1; j <= y.length; j++) {
        best[j] = Infinity;
        for (let i = 0; i <= j - least; i++)
          best[j] = Math.min(best[j] ?? Infinity, (best[i] ?? Infinity) + cost(i, j) + penalty);
      }
      return best[y.length] ?? Infinity;
    };
    const value = (y: readonly number[], cuts: readonly number[], penalty: number) =>
      [...cuts, y.length].reduce((sum, end, k) => {
        const start = cuts[k - 1] ?? 0;
        const s = y.slice(start, end).reduce((all, count) => all + count, 0);
        return sum + (s <= 0 ? 0 : 2 * s * (Math.log(end - start) - Math.log(s))) + (k > 0 ? penalty : 0);
      }, 0);
    fc.assert(
      fc.property(short, fc.double({ min: 0.1, max: 8, noNaN: true }), (y, penalty) => {
        expect(value(y, pelt(y, penalty, 1), penalty)).toBeCloseTo(optimal(y, penalty, 1), 8);
      }),
      { numRuns: 1000 },
    );
  });
});
