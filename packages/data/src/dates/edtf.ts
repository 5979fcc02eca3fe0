/**
 * EDTF level 1 (ISO 8601-2:2019, as profiled by the Library of Congress), for calendar dates.
 * Times of day and years past four digits are refused: the record codes neither as a date.
 */

/** A calendar date with the precision it was written in; `X` digits keep their breadth. */
export interface CalendarDate {
  readonly year: number;
  /** Years covered from `year` on: 1, or 10, 100, 1000 for unspecified digits. */
  readonly years: number;
  /** 1–12, a season 21–24, or null. */
  readonly month: number | null;
  readonly day: number | null;
  readonly uncertain: boolean;
  readonly approximate: boolean;
}

/** `open`: `..`, goes on without end. `unknown`: left empty. */
export type Bound = CalendarDate | 'open' | 'unknown';

export type Edtf =
  | { readonly kind: 'date'; readonly date: CalendarDate }
  | { readonly kind: 'interval'; readonly from: Bound; readonly to: Bound };

export type EdtfResult = { readonly ok: true; readonly value: Edtf } | { readonly ok: false; readonly detail: string };

/** Parses EDTF level 1. Never throws; `detail` says what to write instead. */
export function parseEdtf(text: string): EdtfResult {
  const parts = text.split('/');
  if (parts.length === 1) {
    const date = parseDate(text);
    return typeof date === 'string' ? { ok: false, detail: date } : { ok: true, value: { kind: 'date', date } };
  }
  if (parts.length > 2) return { ok: false, detail: 'an interval has one slash, as in 2019-05/2019-10' };
  const from = parseBound(parts[0] ?? '');
  const to = parseBound(parts[1] ?? '');
  if (typeof from === 'string' && from !== 'open' && from !== 'unknown') return { ok: false, detail: from };
  if (typeof to === 'string' && to !== 'open' && to !== 'unknown') return { ok: false, detail: to };
  if (typeof from === 'string' && typeof to === 'string') {
    return { ok: false, detail: 'an interval needs a date at one end at least' };
  }
  if (typeof from === 'object' && typeof to === 'object' && firstDay(from) > lastDay(to)) {
    return { ok: false, detail: 'the interval ends before it starts; swap the two dates' };
  }
  return { ok: true, value: { kind: 'interval', from: from as Bound, to: to as Bound } };
}

/** First day a date may mean, in days since 1970-01-01. */
export function firstDay(date: CalendarDate): number {
  if (date.month === null) return daysFromCivil(date.year, 1, 1);
  return daysFromCivil(date.year, monthsOf(date.month)[0], date.day ?? 1);
}

/** Last day a date may mean, in days since 1970-01-01. */
export function lastDay(date: CalendarDate): number {
  if (date.month === null) return daysFromCivil(date.year + date.years, 1, 1) - 1;
  if (date.day !== null) return daysFromCivil(date.year, date.month, date.day);
  const last = monthsOf(date.month)[1];
  return (last >= 12 ? daysFromCivil(date.year + 1, last - 11, 1) : daysFromCivil(date.year, last + 1, 1)) - 1;
}

/** Days since 1970-01-01 in the proleptic Gregorian calendar (after Hinnant's days_from_civil). */
export function daysFromCivil(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
}

const DATE = /^(-?)(\d{4}|\d{3}X|\d{2}XX|\dXXX)(?:-(\d{2}|XX)(?:-(\d{2}|XX))?)?([?~%]?)$/;

function parseDate(text: string): CalendarDate | string {
  const match = DATE.exec(text);
  if (!match) return explain(text);
  const [, sign = '', digits = '', month, day, mark] = match;
  const unspecified = digits.length - digits.replaceAll('X', '').length;
  if (unspecified > 0 && month !== undefined) return 'a year with X digits takes no month; write 201X alone';
  const breadth = 10 ** unspecified;
  const low = Number(digits.replaceAll('X', '0'));
  const year = sign ? -(low + breadth - 1) : low;
  const base = {
    year,
    years: breadth,
    uncertain: mark === '?' || mark === '%',
    approximate: mark === '~' || mark === '%',
  };
  if (month === undefined || month === 'XX') {
    if (day !== undefined && day !== 'XX') return 'a day needs its month; write 1985-XX-XX or 1985';
    return { ...base, month: null, day: null };
  }
  const m = Number(month);
  const isSeason = m >= 21 && m <= 24;
  if (!isSeason && (m < 1 || m > 12)) return `month ${month} does not exist; use 01–12, or 21–24 for a season`;
  if (day === undefined || day === 'XX') return { ...base, month: m, day: null };
  if (isSeason) return 'a season takes no day';
  const d = Number(day);
  if (d < 1 || d > daysInMonth(year, m)) return `${text.slice(0, 7)} has no day ${day}`;
  return { ...base, month: m, day: d };
}

function parseBound(text: string): CalendarDate | 'open' | 'unknown' | string {
  if (text === '..') return 'open';
  if (text === '') return 'unknown';
  return parseDate(text);
}

/** Seasons are those of the northern hemisphere; winter runs December to February. */
function monthsOf(month: number): readonly [first: number, last: number] {
  if (month <= 12) return [month, month];
  const first = 3 * (month - 20);
  return [first, first + 2];
}

function daysInMonth(year: number, month: number): number {
  return (
    (month === 12 ? daysFromCivil(year + 1, 1, 1) : daysFromCivil(year, month + 1, 1)) - daysFromCivil(year, month, 1)
  );
}

function explain(text: string): string {
  if (/T\d/.test(text)) return 'a time of day is not part of a date; give the date alone, the time belongs in detail';
  if (/^Y/.test(text)) return 'years past four digits are outside the record';
  if (/^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$/.test(text)) return 'write the year first: 2019-10-05';
  if (/^\d{8}$/.test(text)) return `write hyphens: ${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
  return 'not an EDTF level 1 date; write 2019-10-05, 2019-10, 2019, 2019-10-05?, 2019-10~ or 2019-05/2019-10';
}
