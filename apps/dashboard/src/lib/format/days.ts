import { type CalendarDate, daysFromCivil, firstDay, lastDay, parseEdtf } from '@peninsula/data/dates';

/** A civil day as days since 1970-01-01: what charts place, whatever the zone of the event. */
export type Day = number;

export interface Span {
  readonly from: Day;
  readonly to: Day;
}

/** First and last civil day an EDTF date may mean; an open end closes at the other. */
export function spanOf(edtf: string): Span {
  const parsed = parseEdtf(edtf);
  if (!parsed.ok) throw new RangeError(`${edtf}: ${parsed.detail}`);
  const { value } = parsed;
  if (value.kind === 'date') return between(value.date, value.date);
  const from = typeof value.from === 'object' ? value.from : value.to;
  const to = typeof value.to === 'object' ? value.to : value.from;
  return between(from as CalendarDate, to as CalendarDate);
}

function between(from: CalendarDate, to: CalendarDate): Span {
  return { from: firstDay(from), to: lastDay(to) };
}

export const isoDay = (day: Day): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

export const monthOf = (day: Day): string => isoDay(day).slice(0, 7);

/** Every month from one day to another, as YYYY-MM. */
export function monthsBetween(from: Day, to: Day): string[] {
  const months: string[] = [];
  for (let month = monthOf(from); month <= monthOf(to); month = nextMonth(month)) months.push(month);
  return months;
}

export const monthStart = (month: string): Day => daysFromCivil(yearOf(month), numberOf(month), 1);

/** The first day after a month. */
export const monthEnd = (month: string): Day => monthStart(nextMonth(month));

function nextMonth(month: string): string {
  const n = numberOf(month);
  return n === 12
    ? `${String(yearOf(month) + 1).padStart(4, '0')}-01`
    : `${month.slice(0, 5)}${String(n + 1).padStart(2, '0')}`;
}

const yearOf = (month: string): number => Number(month.slice(0, 4));
const numberOf = (month: string): number => Number(month.slice(5, 7));

/** A month in one short word, for an axis: May, 5월. */
export const monthName = (month: string, lang: string): string =>
  new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, { month: 'short', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  );
