import { stanceAt } from './stance-scale.ts';

/** A position with the range of what was said, on the scale from −2 to +2. */
export interface Position {
  readonly lo: number;
  readonly hi: number;
}

export interface ApartChart {
  readonly width: number;
  readonly height: number;
  /** One line per side, in the order given; null where it said nothing. */
  readonly lines: readonly {
    readonly y: number;
    readonly at: number;
    readonly from: number;
    readonly to: number;
  }[];
  /** What lies between the two, where both said something. */
  readonly gap: { readonly x: number; readonly width: number } | null;
  readonly zero: number;
}

const ROW = 12;

/** Two positions one above the other on one scale, with the distance between their middles. */
export function apartChart(sides: readonly (Position | null)[], width: number): ApartChart {
  const lines = sides.flatMap((side, i) =>
    side
      ? [
          {
            y: ROW * (i + 0.5) + 1,
            at: stanceAt((side.lo + side.hi) / 2, width),
            from: stanceAt(side.lo, width),
            to: stanceAt(side.hi, width),
          },
        ]
      : [],
  );
  const [a, b] = lines;
  return {
    width,
    height: ROW * sides.length + 2,
    lines,
    gap: a && b && a.at !== b.at ? { x: Math.min(a.at, b.at), width: Math.abs(a.at - b.at) } : null,
    zero: stanceAt(0, width),
  };
}
