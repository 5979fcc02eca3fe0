import { firstDay, lastDay, parseEdtf } from '../dates/index.ts';
import type { Event } from '../schema/index.ts';
import { type Estimate, rateEstimate } from './derived.ts';
import { dailyDiscount } from './discounts.ts';
import { dpgFilter, dpgSmooth, dpgWeights, changeVariance, type Filtered, type Smoothed } from './dpg.ts';
import { type EvidenceFilter, type EvidenceSource, supported } from './evidence.ts';

/** How an intensity from 1 to 4 counts: as it stands, all alike, or doubling with each step. */
export const WEIGHTINGS = { linear: [1, 2, 3, 4], equal: [1, 1, 1, 1], doubling: [1, 2, 4, 8] } as const;
export type Weighting = keyof typeof WEIGHTINGS;
export const DIMENSIONS = ['coordination', 'rivalry'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** Which relation, over which days, under which assumptions and by which evidence. Days count from 1970-01-01. */
export interface RelationRequest extends EvidenceFilter {
  /** Two actors; signals of both directions count, or of the first towards the second alone. */
  readonly pair: readonly [string, string];
  readonly directed?: boolean;
  readonly from: number;
  readonly to: number;
  /** Days, one of `HALF_LIVES`. */
  readonly halfLife: number;
  readonly weighting: Weighting;
  /** Background weight in days of exposure. */
  readonly n0: number;
  /** Over-dispersion ≥ 1. */
  readonly phi: number;
}

/** One event's part in the data: its weight in each dimension, spread evenly over the days it may have happened on. */
export interface Contribution {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly coordination: number;
  readonly rivalry: number;
}

/** What the models read of an event; a published event has it all. */
export interface RelationEvent {
  readonly id: string;
  readonly date: { readonly edtf: string };
  readonly knownAt: string | null;
  readonly signals: readonly Pick<Event['signals'][number], 'from' | 'to' | 'coordination' | 'rivalry' | 'intensity'>[];
  readonly evidence: readonly { readonly source: string }[];
}

/** What the models read of a source. */
export type RelationSource = EvidenceSource;

type Sources = ReadonlyMap<string, RelationSource>;

interface Series {
  readonly y: Float64Array;
  readonly filtered: Filtered;
  readonly smoothed: Smoothed;
}

export interface Relation {
  readonly request: RelationRequest;
  /** Events that carry a signal between the two, in order of date and id; those before `from` or after `to` are left out. */
  readonly events: readonly Contribution[];
  readonly coordination: Series;
  readonly rivalry: Series;
}

/** One event's share of a level or of a change, per 30 days. */
export interface Share {
  readonly id: string;
  readonly amount: number;
}

/** Levels and changes are told per 30 days. */
export const PER = 30;

/**
 * Fits coordination and rivalry of a pair. The background rate is the mean of the series itself, so that no country has a number of
 * its own. Order of the input does not matter: events are sorted by date and id first. O(events + days).
 */
export function fitRelation(events: readonly RelationEvent[], sources: Sources, request: RelationRequest): Relation {
  const used = contributions(events, sources, request);
  const days = request.to - request.from + 1;
  const exposure = new Float64Array(days).fill(1);
  const fit = (dimension: Dimension): Series => {
    const y = new Float64Array(days);
    for (const event of used) {
      const share = event[dimension] / (event.to - event.from + 1);
      for (let day = Math.max(event.from, request.from); day <= Math.min(event.to, request.to); day++)
        y[day - request.from] = (y[day - request.from] ?? 0) + share;
    }
    let total = 0;
    for (const count of y) total += count;
    const mu0 = Math.max(total / days, 1e-6);
    const filtered = dpgFilter(y, exposure, {
      delta: dailyDiscount(request.halfLife),
      n0: request.n0,
      mu0,
      phi: request.phi,
    });
    return { y, filtered, smoothed: dpgSmooth(filtered) };
  };
  return { request, events: used, coordination: fit('coordination'), rivalry: fit('rivalry') };
}

/** The level on a day with its 90 % interval, per 30 days. Throws RangeError outside the days of the request. */
export function levelAt(relation: Relation, dimension: Dimension, day: number): Estimate {
  const t = stepOf(relation, day);
  const { mean, variance } = relation[dimension].smoothed;
  return scale(rateEstimate(mean[t] ?? 0, variance[t] ?? 0), PER);
}

/** What made the level of a day: a baseline and one share per event, adding up to the level exactly. */
export function explainLevel(
  relation: Relation,
  dimension: Dimension,
  day: number,
): { level: number; baseline: number; shares: Share[] } {
  const t = stepOf(relation, day);
  const { filtered, smoothed } = relation[dimension];
  const weights = dpgWeights(filtered, t, relation.request.phi);
  const shares = relation.events.map((event) => ({
    id: event.id,
    amount: amountOf(relation, event, dimension, weights) * PER,
  }));
  const level = (smoothed.mean[t] ?? 0) * PER;
  let told = 0;
  for (const { amount } of shares) told += amount;
  return { level, baseline: level - told, shares };
}

/** What moved the level from one day to another: the change, its interval, and each event's part, adding up to it. */
export function explainChange(
  relation: Relation,
  dimension: Dimension,
  from: number,
  to: number,
): { change: number; deviation: number; baseline: number; shares: Share[] } {
  const [early, late] = from <= to ? [from, to] : [to, from];
  const before = explainLevel(relation, dimension, early);
  const after = explainLevel(relation, dimension, late);
  const { filtered, smoothed } = relation[dimension];
  const t = stepOf(relation, early);
  return {
    change: after.level - before.level,
    deviation: Math.sqrt(Math.max(0, changeVariance(filtered, smoothed, t, late - early))) * PER,
    baseline: after.baseline - before.baseline,
    shares: after.shares
      .map(({ id, amount }, i) => ({ id, amount: amount - (before.shares[i]?.amount ?? 0) }))
      .sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount) || (a.id < b.id ? -1 : 1)),
  };
}

/** Weighted counts per bin of `length` days, for change points and backtests; a last bin that is not full is left out. */
export function binned(relation: Relation, dimension: Dimension, length: number): Float64Array {
  const { y } = relation[dimension];
  const bins = new Float64Array(Math.floor(y.length / length));
  for (let day = 0; day < bins.length * length; day++) {
    const bin = Math.floor(day / length);
    bins[bin] = (bins[bin] ?? 0) + (y[day] ?? 0);
  }
  return bins;
}

function contributions(events: readonly RelationEvent[], sources: Sources, request: RelationRequest): Contribution[] {
  const weights = WEIGHTINGS[request.weighting];
  const [a, b] = request.pair;
  const used: Contribution[] = [];
  for (const event of events) {
    let [coordination, rivalry] = [0, 0];
    for (const signal of event.signals) {
      const there = signal.from === a && signal.to === b;
      const back = signal.from === b && signal.to === a && request.directed !== true;
      if (!there && !back) continue;
      const weight = weights[signal.intensity - 1] ?? 0;
      coordination += weight * signal.coordination;
      rivalry += weight * signal.rivalry;
    }
    if (coordination === 0 && rivalry === 0) continue;
    const { knownAt, evidence } = event;
    if (!supported({ knownAt, sources: evidence.map(({ source }) => source) }, sources, request)) continue;
    const span = daysOf(event.date.edtf);
    if (span.to < request.from || span.from > request.to) continue;
    used.push({ id: event.id, ...span, coordination, rivalry });
  }
  return used.sort((x, y) => x.from - y.from || (x.id < y.id ? -1 : 1));
}

/** First and last civil day of an EDTF date; an open end closes at the other. */
function daysOf(edtf: string): { from: number; to: number } {
  const parsed = parseEdtf(edtf);
  if (!parsed.ok) throw new RangeError(`${edtf}: ${parsed.detail}`);
  const { value } = parsed;
  if (value.kind === 'date') return { from: firstDay(value.date), to: lastDay(value.date) };
  const from = typeof value.from === 'object' ? value.from : value.to;
  const to = typeof value.to === 'object' ? value.to : value.from;
  if (typeof from !== 'object' || typeof to !== 'object') throw new RangeError(`${edtf}: no date at either end`);
  return { from: firstDay(from), to: lastDay(to) };
}

function amountOf({ request }: Relation, event: Contribution, dimension: Dimension, weights: Float64Array): number {
  const share = event[dimension] / (event.to - event.from + 1);
  let sum = 0;
  for (let day = Math.max(event.from, request.from); day <= Math.min(event.to, request.to); day++)
    sum += (weights[day - request.from] ?? 0) * share;
  return sum;
}

function stepOf({ request }: Relation, day: number): number {
  if (day < request.from || day > request.to)
    throw new RangeError(`day ${day} lies outside ${request.from} to ${request.to}`);
  return day - request.from;
}

function scale({ mean, low, high }: Estimate, by: number): Estimate {
  return { mean: mean * by, low: low * by, high: high * by };
}
