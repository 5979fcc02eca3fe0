import { type Dimension, DIMENSIONS, explainChange, explainLevel, fitRelation, levelAt } from './relation.ts';
import { relationState } from './state.ts';
import type { Relation, RelationEvent, RelationRequest, RelationSource } from './relation.ts';

/** A level is told once a week: a day's level differs from the next by less than its line is wide. */
const STEP = 7;

/** A level on a day, per 30 days, with its 90 % interval. */
export interface Point {
  readonly date: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** One dimension of one direction; of both directions together where `from` and `to` are absent. */
export interface LevelSeries {
  readonly from?: string;
  readonly to?: string;
  readonly dimension: Dimension;
  readonly points: readonly Point[];
}

/** What made a level: level = baseline + Σ value. Largest first; events that add nothing are left out. */
export interface Explanation {
  readonly from?: string;
  readonly to?: string;
  readonly dimension: Dimension;
  readonly level: number;
  readonly baseline: number;
  readonly contributions: readonly { readonly event: string; readonly value: number }[];
}

/** What moved a level between two days: change = baseline + Σ value, with the standard deviation of the change. */
export interface ChangeExplanation extends Omit<Explanation, 'level'> {
  readonly change: number;
  readonly deviation: number;
  readonly level_from: number;
  readonly level_to: number;
}

type Events = readonly RelationEvent[];
type Sources = ReadonlyMap<string, RelationSource>;

/** Coordination and rivalry of a pair, each way and both together, a point a week. The same bytes in every engine. */
export function relationSeries(events: Events, sources: Sources, request: RelationRequest) {
  return told(events, sources, request, (relation, dimension) => ({
    dimension,
    points: pointsOf(relation, dimension),
  }));
}

/** What made the levels of a day, each way and both together. */
export function explainRelation(events: Events, sources: Sources, request: RelationRequest, at: number) {
  const { directed, both } = told(events, sources, request, (relation, dimension): Explanation => {
    const { level, baseline, shares } = explainLevel(relation, dimension, at);
    return { dimension, level, baseline, contributions: largest(shares) };
  });
  return { at: isoDay(at), directed, both, state: relationState(events, sources, request, at) };
}

/** What moved the levels from one day to another, each way and both together. */
export function explainRelationChange(
  events: Events,
  sources: Sources,
  request: RelationRequest,
  from: number,
  to: number,
) {
  const { directed, both } = told(events, sources, request, (relation, dimension): ChangeExplanation => {
    const { change, deviation, baseline, shares } = explainChange(relation, dimension, from, to);
    const level = (day: number) => explainLevel(relation, dimension, day).level;
    return {
      dimension,
      change,
      deviation,
      baseline,
      level_from: level(from),
      level_to: level(to),
      contributions: largest(shares),
    };
  });
  return { from: isoDay(from), to: isoDay(to), directed, both };
}

/** One telling per direction and dimension, and one per dimension for both directions. */
function told<T extends object>(
  events: Events,
  sources: Sources,
  request: RelationRequest,
  tell: (relation: Relation, dimension: Dimension) => T,
): { pair: string; directed: (T & { from: string; to: string })[]; both: T[] } {
  const [a, b] = request.pair;
  const directed = (
    [
      [a, b],
      [b, a],
    ] as const
  ).flatMap((pair) => {
    const relation = fitRelation(events, sources, { ...request, pair, directed: true });
    return DIMENSIONS.map((dimension) => ({ from: pair[0], to: pair[1], ...tell(relation, dimension) }));
  });
  const both = fitRelation(events, sources, request);
  return { pair: `${a}~${b}`, directed, both: DIMENSIONS.map((dimension) => tell(both, dimension)) };
}

function pointsOf(relation: Relation, dimension: Dimension): Point[] {
  const points: Point[] = [];
  for (let day = relation.request.from; day <= relation.request.to; day += STEP) {
    const { mean, low, high } = levelAt(relation, dimension, day);
    points.push({ date: isoDay(day), value: mean, low, high });
  }
  return points;
}

const largest = (shares: readonly { readonly id: string; readonly amount: number }[]) =>
  shares
    .filter(({ amount }) => amount !== 0)
    .sort((x, y) => Math.abs(y.amount) - Math.abs(x.amount) || (x.id < y.id ? -1 : 1))
    .map(({ id, amount }) => ({ event: id, value: amount }));

const isoDay = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);
