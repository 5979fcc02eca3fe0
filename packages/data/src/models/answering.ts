import { dailyDiscount } from './discounts.ts';
import {
  type Dimension,
  DIMENSIONS,
  fitRelation,
  type RelationEvent,
  type RelationRequest,
  type RelationSource,
} from './relation.ts';
import { type Answering, answersTo, WINDOWS } from './responses.ts';

/** How one side's events of a dimension were followed by the other side's of the same. */
export interface AnsweringRow extends Answering {
  readonly from: string;
  readonly to: string;
  readonly dimension: Dimension;
}

/**
 * Action and reaction of a pair, both ways, in both dimensions and all three windows. An event of both sides counts as an act of each. With about
 * a thousand events only strong answering is detectable; `detectable` says how strong. No causal reading.
 */
export function answering(
  events: readonly RelationEvent[],
  sources: ReadonlyMap<string, RelationSource>,
  request: RelationRequest,
): AnsweringRow[] {
  const [a, b] = request.pair;
  const days = request.to - request.from + 1;
  const delta = dailyDiscount(request.halfLife);
  const acts = (pair: readonly [string, string], dimension: Dimension) =>
    fitRelation(events, sources, { ...request, pair, directed: true })
      .events.filter((event) => event[dimension] > 0 && event.from >= request.from)
      .map(({ from }) => from - request.from);
  return (
    [
      [a, b],
      [b, a],
    ] as const
  ).flatMap(([from, to]) =>
    DIMENSIONS.flatMap((dimension) => {
      const [starts, answers] = [acts([from, to], dimension), acts([to, from], dimension)];
      return WINDOWS.map((window) => ({
        from,
        to,
        dimension,
        ...answersTo(starts, answers, days, window, { delta, n0: request.n0, phi: 1 }),
      }));
    }),
  );
}
