import type { PublishedDate, Precision } from '../schema/index.ts';
import { type CalendarDate, type Edtf, parseEdtf } from './edtf.ts';
import { instant, utcInterval } from './zone.ts';

/** The published form of an authored date. Throws RangeError on bad EDTF or zone: check first. */
export function describeDate(text: string, tz: string): PublishedDate {
  const parsed = parseEdtf(text);
  if (!parsed.ok) throw new RangeError(`${JSON.stringify(text)}: ${parsed.detail}`);
  const { start, end } = utcInterval(parsed.value, tz);
  const dates = calendarDates(parsed.value);
  return {
    edtf: text,
    tz,
    start: start === null ? null : instant(start),
    end: end === null ? null : instant(end),
    precision: precisionOf(parsed.value),
    uncertain: dates.some((date) => date.uncertain),
    approximate: dates.some((date) => date.approximate),
  };
}

/** Order by start, then end, then text; open starts come first, open ends last. Total, so that sorting is stable across engines. */
export function compareDates(a: PublishedDate, b: PublishedDate): number {
  return (
    compareText(a.start ?? '', b.start ?? '') || compareText(a.end ?? '~', b.end ?? '~') || compareText(a.edtf, b.edtf)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function calendarDates(value: Edtf): CalendarDate[] {
  const bounds = value.kind === 'date' ? [value.date] : [value.from, value.to];
  return bounds.filter((bound): bound is CalendarDate => typeof bound === 'object');
}

function precisionOf(value: Edtf): Precision {
  if (value.kind === 'interval') return 'interval';
  const { day, month } = value.date;
  if (day !== null) return 'day';
  if (month === null) return 'year';
  return month > 12 ? 'season' : 'month';
}
