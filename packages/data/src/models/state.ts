import { dialogueWindow, type Estimate, exceedance, quadrants, type Rate, six, tone, volume } from './derived.ts';
import { changeVariance } from './dpg.ts';
import {
  type Dimension,
  DIMENSIONS,
  fitRelation,
  PER,
  type Relation,
  type RelationEvent,
  type RelationRequest,
  type RelationSource,
} from './relation.ts';

/** How fast a level moved over the last days, with its standard deviation: “ebbed and flowed”. */
export interface Momentum {
  readonly days: number;
  readonly dimension: Dimension;
  readonly change: number;
  readonly deviation: number;
}

/** Where a relation stands on a day. Reference levels are the relation’s own means over the days fitted, so no actor has a number of its own. */
export interface RelationState {
  /** Share of coordination in all that was done, and the probability that it leads. */
  readonly tone: Estimate & { readonly coordinationLeads: number };
  /** Coordination and rivalry together, per 30 days. */
  readonly volume: Estimate;
  /** Probabilities of the four combinations of each intensity above or below its own mean. */
  readonly quadrants: ReturnType<typeof quadrants>;
  readonly momentum: readonly Momentum[];
  /** P(each side reaches out above its own mean). */
  readonly window: number;
}

const SPANS = [30, 90];

/** Tone, volume, quadrants, momentum and dialogue window of a pair on a day, from the smoothed levels. */
export function relationState(
  events: readonly RelationEvent[],
  sources: ReadonlyMap<string, RelationSource>,
  request: RelationRequest,
  at: number,
): RelationState {
  const both = fitRelation(events, sources, request);
  const t = at - request.from;
  const [c, r] = [rateOf(both, 'coordination', t), rateOf(both, 'rivalry', t)];
  const [a, b] = request.pair;
  const towards = (
    [
      [a, b],
      [b, a],
    ] as const
  ).map((pair) => fitRelation(events, sources, { ...request, pair, directed: true }));
  const [ab, ba] = towards.map((relation) => rateOf(relation, 'coordination', t)) as [Rate, Rate];
  const [own, other] = towards.map((relation) => meanOf(relation, 'coordination')) as [number, number];
  // A share needs both rates on one scale: the pseudo-exposure of the better known of the two.
  const exposure = Math.max(c.b, r.b);
  const [aC, aR] = [(c.a / c.b) * exposure, (r.a / r.b) * exposure];
  const scaled = volume(aC, aR, exposure);
  return {
    tone: rounded(tone(aC, aR)),
    volume: { mean: six(scaled.mean * PER), low: six(scaled.low * PER), high: six(scaled.high * PER) },
    quadrants: rounded(quadrants(c, r, { c: meanOf(both, 'coordination'), r: meanOf(both, 'rivalry') })),
    momentum: SPANS.flatMap((days) =>
      t < days ? [] : DIMENSIONS.map((dimension) => momentum(both, dimension, t, days)),
    ),
    window: six(
      own === other ? dialogueWindow(ab, ba, own) : exceedance(own, ab.a, ab.b) * exceedance(other, ba.a, ba.b),
    ),
  };
}

function momentum(relation: Relation, dimension: Dimension, t: number, days: number): Momentum {
  const { filtered, smoothed } = relation[dimension];
  const change = ((smoothed.mean[t] ?? 0) - (smoothed.mean[t - days] ?? 0)) * PER;
  const variance = Math.max(0, changeVariance(filtered, smoothed, t - days, days));
  return { days, dimension, change, deviation: six(Math.sqrt(variance) * PER) };
}

/** The smoothed level of a step as the Gamma rate with the same two moments. */
function rateOf(relation: Relation, dimension: Dimension, t: number): Rate {
  const { mean, variance } = relation[dimension].smoothed;
  const [m, v] = [mean[t] ?? 0, variance[t] ?? 1];
  return { a: (m * m) / v, b: m / v };
}

function meanOf(relation: Relation, dimension: Dimension): number {
  const { y } = relation[dimension];
  let total = 0;
  for (const count of y) total += count;
  return Math.max(total / y.length, 1e-6);
}

function rounded<T extends { readonly [K in keyof T]: number }>(values: T): T {
  return Object.fromEntries(Object.entries<number>(values).map(([key, value]) => [key, six(value)])) as T;
}
