import { scaleLinear } from 'd3-scale';
import { round } from './actors.ts';

export interface YearCount {
  readonly year: number;
  readonly lower: number;
  readonly upper: number;
}

export interface ColumnsChart {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly zero: number;
  readonly grid: readonly { readonly y: number; readonly value: number }[];
  readonly columns: readonly {
    readonly year: number;
    readonly x: number;
    readonly width: number;
    readonly total: number;
    readonly lower: { readonly y: number; readonly height: number };
    readonly upper: { readonly y: number; readonly height: number };
    /** Years are written where they do not collide. */
    readonly label: string;
  }[];
}

/** Two stacked counts per year, every year of the span drawn, those without one too. */
export function columnsChart(
  counts: readonly YearCount[],
  { width, height, left }: { width: number; height: number; left: number },
): ColumnsChart {
  const top = 22;
  const zero = height - 22;
  const first = counts[0]?.year ?? 0;
  const last = counts.at(-1)?.year ?? first;
  const byYear = new Map(counts.map((count) => [count.year, count]));
  const step = (width - left) / Math.max(1, last - first + 1);
  const y = scaleLinear([0, Math.max(1, ...counts.map(({ lower, upper }) => lower + upper))], [zero, top]);
  const every = Math.ceil(38 / step);
  return {
    width,
    height,
    left,
    zero,
    grid: y
      .ticks(4)
      .filter((value) => value > 0 && Number.isInteger(value))
      .map((value) => ({ value, y: round(y(value)) })),
    columns: Array.from({ length: last - first + 1 }, (_none, i) => {
      const { lower, upper } = byYear.get(first + i) ?? { lower: 0, upper: 0 };
      return {
        year: first + i,
        x: round(left + i * step + step * 0.12),
        width: round(step * 0.76),
        total: lower + upper,
        lower: { y: round(y(lower)), height: round(zero - y(lower)) },
        upper: { y: round(y(lower + upper)), height: round(y(lower) - y(lower + upper)) },
        label: i % every === 0 ? String(first + i) : '',
      };
    }),
  };
}
