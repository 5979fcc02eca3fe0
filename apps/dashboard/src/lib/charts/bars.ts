import { monthEnd, monthStart, type Span } from '#lib/format/days.ts';
import { round } from './actors.ts';
import { type Tick, timeScale, timeTicks } from './time-axis.ts';

export interface MonthCount {
  readonly month: string;
  readonly up: number;
  readonly down: number;
}

export interface BarsChart {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly zero: number;
  readonly ticks: readonly Tick[];
  /** Grid lines at whole counts; `value` is positive on both sides of zero. */
  readonly grid: readonly { readonly y: number; readonly value: number }[];
  readonly bars: readonly {
    readonly month: string;
    readonly x: number;
    readonly width: number;
    readonly up: number;
    readonly down: number;
    readonly upCount: number;
    readonly downCount: number;
  }[];
  readonly x: (day: number) => number;
}

/** Two counts per month on one axis of time, one above and one below a shared zero, on one scale. */
export function barsChart(
  counts: readonly MonthCount[],
  size: { width: number; left: number; top: number; unit: number },
  monthName: (month: string) => string,
): BarsChart {
  const span: Span = {
    from: monthStart(counts[0]?.month ?? '2017-01'),
    to: monthEnd(counts.at(-1)?.month ?? '2017-12'),
  };
  const most = (key: 'up' | 'down') => Math.max(1, ...counts.map((count) => count[key]));
  const right = size.width - 8;
  const scale = timeScale(span, size.left, right);
  const zero = size.top + most('up') * size.unit;
  const step = Math.max(1, Math.ceil(most('up') / 2));
  const values = [step, 2 * step].filter((n) => n <= most('up'));
  return {
    width: size.width,
    height: round(zero + most('down') * size.unit + 26),
    left: size.left,
    right,
    zero: round(zero),
    x: scale,
    ticks: timeTicks(span, scale, monthName),
    grid: values.map((value) => ({ value, y: round(zero - value * size.unit) })),
    bars: counts.map(({ month, up, down }) => {
      const x = scale(monthStart(month));
      return {
        month,
        x: round(x + 0.75),
        width: round(Math.max(1, scale(monthEnd(month)) - x - 1.5)),
        up: round(up * size.unit),
        down: round(down * size.unit),
        upCount: up,
        downCount: down,
      };
    }),
  };
}
