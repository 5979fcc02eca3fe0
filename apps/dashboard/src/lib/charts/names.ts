import { round } from './actors.ts';

/** A turning point with a short name: its most probable day and the intervals that hold half and nine tenths of the probability. */
export interface NamedTurn {
  readonly id: string;
  readonly name: string;
  readonly when: string;
  readonly dimension: 'coordination' | 'rivalry';
  readonly day: number;
  readonly day50: readonly [number, number];
  readonly day90: readonly [number, number];
}

export interface PlacedTurn extends NamedTurn {
  readonly x: number;
  readonly half: readonly [number, number];
  readonly most: readonly [number, number];
}

/** Names that fit above a chart without meeting: the best dated first, each in the order of time at the end. O(n²) in a handful. */
export function placeTurns(turns: readonly NamedTurn[], x: (day: number) => number, gap: number): PlacedTurn[] {
  const width = ({ day50: [from, to] }: NamedTurn) => to - from;
  const kept: NamedTurn[] = [];
  for (const turn of [...turns].sort((a, b) => width(a) - width(b)))
    if (kept.every((other) => Math.abs(x(other.day) - x(turn.day)) >= gap)) kept.push(turn);
  return kept
    .sort((a, b) => a.day - b.day)
    .map((turn) => ({
      ...turn,
      x: round(x(turn.day)),
      half: [round(x(turn.day50[0])), round(x(turn.day50[1]))],
      most: [round(x(turn.day90[0])), round(x(turn.day90[1]))],
    }));
}
