import { scaleLinear } from 'd3-scale';
import { type Day, monthsBetween, monthStart, type Span } from '#lib/format/days.ts';

export interface Tick {
  readonly day: Day;
  readonly x: number;
  readonly label: string;
}

export type TimeScale = (day: Day) => number;

/** Days to pixels. */
export function timeScale({ from, to }: Span, left: number, right: number): TimeScale {
  const scale = scaleLinear([from, Math.max(to, from + 1)], [left, right]);
  return (day) => Math.round(scale(day) * 10) / 10;
}

/** Years as ticks; months only when the span is at most two years and there is room for them. */
export function timeTicks(span: Span, scale: TimeScale, monthName: (month: string) => string): Tick[] {
  const months = monthsBetween(span.from, span.to);
  const years = months.filter((month) => month.endsWith('-01'));
  const width = scale(span.to) - scale(span.from);
  const step = [1, 2, 3, 6].find((n) => (width / months.length) * n >= 44) ?? 12;
  const shown =
    months.length <= 24 && step < 12
      ? months.filter((month) => (Number(month.slice(5)) - 1) % step === 0)
      : thin(years, width);
  return shown
    .map((month) => ({ day: monthStart(month), x: scale(Math.max(monthStart(month), span.from)), month }))
    .filter(({ day, x }) => day >= span.from - 31 && x <= scale(span.to) - 24)
    .map(({ day, x, month }) => ({
      day,
      x,
      label: months.length <= 24 && step < 12 && !month.endsWith('-01') ? monthName(month) : month.slice(0, 4),
    }));
}

/** Years far enough apart to be read. */
function thin(years: readonly string[], width: number): string[] {
  const every = [1, 2, 5, 10, 20].find((n) => (width / Math.max(years.length, 1)) * n >= 40) ?? 50;
  return years.filter((year) => Number(year.slice(0, 4)) % every === 0 || every === 1);
}
