import { changePoints, type TurningPoint, turningPoints } from './change-points.ts';
import { six } from './derived.ts';
import { binned, type Dimension, type Relation } from './relation.ts';

/** Weeks per bin, prior of segments and of boundaries: one boundary expected in a year. */
const WEEK = 7;
const BOUNDARY = 1 / 52;

/** A dated turning point; days count from 1970-01-01. */
export interface DatedTurn extends TurningPoint {
  readonly dimension: Dimension;
  readonly day: number;
  readonly day50: readonly [number, number];
  readonly day90: readonly [number, number];
  readonly rise: boolean;
  /** The event of most weight in this dimension around the turn; a name for the eye, not a cause. */
  readonly nearest: string | null;
}

/**
 * Turning points of one dimension: exact Bayesian change points over weekly weighted counts, scaled by φ so that one heavy event is
 * not taken for many. Report the interval, never the day alone.
 */
export function turnsOf(relation: Relation, dimension: Dimension): DatedTurn[] {
  const { from, phi } = relation.request;
  const counts = binned(relation, dimension, WEEK).map((count) => Math.round(count / phi));
  const mean = counts.reduce((sum, count) => sum + count, 0) / Math.max(1, counts.length);
  if (mean === 0) return [];
  const exposure = new Float64Array(counts.length).fill(1);
  const { probability, rate } = changePoints(counts, exposure, { a0: 1, b0: 1 / mean, pi: BOUNDARY });
  const start = (bin: number) => from + (bin + 1) * WEEK;
  // Logarithms differ in their last bits between engines; six digits are the same everywhere, and so are the intervals cut from them.
  return turningPoints(Float64Array.from(probability, six)).map((turn) => {
    const day90: [number, number] = [start(turn.from90) - WEEK, start(turn.to90) + WEEK - 1];
    return {
      ...turn,
      mass: six(turn.mass),
      dimension,
      day: start(turn.peak),
      day50: [start(turn.from50) - WEEK, start(turn.to50) + WEEK - 1],
      day90,
      rise: (rate[turn.to90 + 1] ?? 0) > (rate[Math.max(0, turn.from90)] ?? 0),
      nearest: heaviest(relation, dimension, day90, (rate[turn.to90 + 1] ?? 0) > (rate[Math.max(0, turn.from90)] ?? 0)),
    };
  });
}

/** A rise is named by the heaviest event within it, a fall by the last heavy one before it ends. */
function heaviest(
  relation: Relation,
  dimension: Dimension,
  [from, to]: readonly [number, number],
  rise: boolean,
): string | null {
  let best: { id: string; weight: number } | null = null;
  for (const event of relation.events) {
    if (event.to < from || event.from > to) continue;
    const weight = rise ? event[dimension] : event.coordination + event.rivalry;
    if (best === null || weight > best.weight) best = { id: event.id, weight };
  }
  return best?.id ?? null;
}
