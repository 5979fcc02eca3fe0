import { isoDay, type Span } from '#lib/format/days.ts';
import { type Tick, timeScale, timeTicks } from './time-axis.ts';

/** One way of counting: a name, its number, and every event looked at. */
export interface DotRow {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly strong: boolean;
  readonly dots: readonly {
    readonly id: string;
    readonly day: number;
    readonly counted: boolean;
    readonly title: string;
  }[];
}

export interface DotsChart {
  readonly width: number;
  readonly height: number;
  readonly foot: number;
  readonly ticks: readonly Tick[];
  readonly rows: readonly (Omit<DotRow, 'dots'> & {
    readonly y: number;
    readonly dots: readonly {
      readonly id: string;
      readonly x: number;
      readonly counted: boolean;
      readonly title: string;
    }[];
  })[];
}

const ROW = 54;
/** Dots of one day stand this far apart, so that two launches are two dots. */
const APART = 9;

/** Events in rows on one time axis: a dot where a rule counts the event, a cross where it leaves it out. */
export function dotsChart(
  rows: readonly DotRow[],
  span: Span,
  width: number,
  monthName: (month: string) => string,
): DotsChart {
  const x = timeScale(span, 8, width - 8);
  const foot = rows.length * ROW + 6;
  return {
    width,
    height: foot + 24,
    foot,
    ticks: timeTicks(span, x, monthName),
    rows: rows.map(({ dots, ...row }, i) => {
      const last = new Map<number, number>();
      return {
        ...row,
        y: 40 + i * ROW,
        dots: dots.map(({ id, day, counted, title }) => {
          const before = last.get(day) ?? -1;
          last.set(day, before + 1);
          return {
            id,
            x: Math.round((x(day) + (before + 1) * APART) * 10) / 10,
            counted,
            title: `${title}, ${isoDay(day)}`,
          };
        }),
      };
    }),
  };
}
