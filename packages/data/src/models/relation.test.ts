import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { build } from '../../build/line.ts';
import { daysFromCivil } from '../dates/index.ts';
import type { Event } from '../schema/index.ts';
import { DEFAULTS, GRID } from './cards.ts';
import { dpgFilter, dpgSmooth, dpgWeights } from './dpg.ts';
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
      { numRuns: 100 },
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

  test('swapping the labels of two actors swaps nothing but the labels', () => {
    const swap = (id: string) => (id === 'US' ? 'KP' : id === 'KP' ? 'US' : id);
    const swapped = snapshot.events.map((event) => ({
      ...event,
      signals: event.signals.map((signal) => ({ ...signal, from: swap(signal.from), to: swap(signal.to) })),
    })) as unknown as Event[];
    for (const dimension of DIMENSIONS) {
      expect([...fit(['CN', 'US'], {}, swapped)[dimension].smoothed.mean]).toEqual([
        ...fit(['CN', 'KP'])[dimension].smoothed.mean,
      ]);
      expect([...fit(['US', 'KP'], { directed: true }, swapped)[dimension].smoothed.mean]).toEqual([
        ...fit(['KP', 'US'], { directed: true })[dimension].smoothed.mean,
      ]);
    }
  });

  test('the order of the input changes no bit', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(snapshot.events, { minLength: snapshot.events.length, maxLength: snapshot.events.length }),
        (shuffled) => {
          expect([...fit(['US', 'KP'], {}, shuffled).rivalry.smoothed.mean]).toEqual([
            ...fit(['US', 'KP']).rivalry.smoothed.mean,
          ]);
        },
      ),
      { numRuns: 20 },
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
      { numRuns: 60 },
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
