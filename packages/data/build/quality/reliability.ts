import { alphaInterval, krippendorffAlpha } from '../../src/models/reliability.ts';
import type { Agreement, Quality } from '../../src/schema/index.ts';
import type { Tables } from './index.ts';
import { share } from './tally.ts';

type Pair = readonly [first: number, second: number];

/** Agreement of the first coding with the blind second one, as it is: nothing is settled by rewriting. */
export function reliabilityOf({ codings, stances, issues }: Tables): Quality['reliability'] {
  const first = new Map(stances.map((stance) => [stance.id, stance]));
  const units = codings.map((second) => ({
    second,
    first: second.stance === null ? undefined : first.get(second.stance),
  }));
  const both = units.flatMap(({ first: a, second: b }) =>
    a && b.lo !== null && b.hi !== null ? [{ issue: b.issue, a: [a.lo, a.hi] as const, b: [b.lo, b.hi] as const }] : [],
  );
  const middles = (list: typeof both): Pair[] => list.map(({ a, b }) => [(a[0] + a[1]) / 2, (b[0] + b[1]) / 2]);
  return {
    units: units.length,
    applicability: agreement(
      units.map(({ first: a, second: b }): Pair => [a ? 1 : 0, b.applicable ? 1 : 0]),
      'nominal',
    ),
    position: agreement(middles(both), 'ordinal'),
    issues: issues.map(({ id }) => ({
      issue: id,
      position: agreement(middles(both.filter(({ issue }) => issue === id)), 'ordinal'),
    })),
    overlap:
      both.length === 0 ? null : share(both.filter(({ a, b }) => a[0] <= b[1] && b[0] <= a[1]).length, both.length),
  };
}

function agreement(pairs: readonly Pair[], scale: 'nominal' | 'ordinal'): Agreement {
  const alpha = krippendorffAlpha(pairs, scale);
  const interval = alphaInterval(pairs, scale);
  return {
    units: pairs.length,
    alpha: alpha === null ? null : round(alpha),
    low: interval === null ? null : round(interval[0]),
    high: interval === null ? null : round(interval[1]),
  };
}

const round = (value: number) => Math.round(value * 1000) / 1000;
