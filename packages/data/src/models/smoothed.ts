import type { Stance } from '../schema/index.ts';
import { fitDrift, kalmanFilter, kalmanSmooth } from './kalman.ts';

/** Fewer codings than this leave a smoother nothing to learn from. */
export const LEAST_CODINGS = 8;

/** A point of the smooth course: position with its 90 % interval on the issue scale. */
export interface SmoothedPoint {
  readonly from: string;
  readonly date: string;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/**
 * A smooth course through the positions of one actor on one issue, in order of date. A range [lo, hi] on a scale of whole steps is known to
 * ±½, so its variance is that of the uniform over lo − ½ … hi + ½. Null below `LEAST_CODINGS`.
 */
export function smoothStance(statements: readonly Stance[]): SmoothedPoint[] | null {
  const dated = statements.filter(({ date }) => date.start !== null);
  if (dated.length < LEAST_CODINGS) return null;
  const times = dated.map(({ date }) => Date.parse(date.start ?? '') / 86_400_000);
  const y = dated.map(({ lo, hi }) => (lo + hi) / 2);
  const variance = dated.map(({ lo, hi }) => (hi - lo + 1) ** 2 / 12);
  const drift = fitDrift({ y, variance, times });
  const smoothed = kalmanSmooth(kalmanFilter({ y, variance, times, drift }));
  return dated.map((statement, i) => {
    const mean = smoothed.mean[i] ?? 0;
    const half = 1.6448536269514722 * Math.sqrt(smoothed.variance[i] ?? 0);
    return {
      from: statement.id,
      date: statement.date.edtf,
      mean: Number(mean.toPrecision(6)),
      low: Number((mean - half).toPrecision(6)),
      high: Number((mean + half).toPrecision(6)),
    };
  });
}
