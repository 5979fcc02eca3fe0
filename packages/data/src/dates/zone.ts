import { type Bound, type Edtf, firstDay, lastDay } from './edtf.ts';

const DAY = 86_400_000;
const formatters = new Map<string, Intl.DateTimeFormat | null>();

/** True for a zone the runtime's time zone database knows, e.g. `Asia/Pyongyang`. */
export function isZone(zone: string): boolean {
  return formatter(zone) !== null;
}

/**
 * UTC interval [start, end) in epoch milliseconds that a civil date covers in a zone; null where the interval is open or
 * unknown. Historic offsets count: Pyongyang stood at UTC+8:30 from 2015-08-15 to 2018-05-04. Throws RangeError on an unknown zone.
 */
export function utcInterval(value: Edtf, zone: string): { start: number | null; end: number | null } {
  const [from, to] = value.kind === 'date' ? [value.date, value.date] : [value.from, value.to];
  return {
    start: bound(from, (date) => midnight(firstDay(date), zone)),
    end: bound(to, (date) => midnight(lastDay(date) + 1, zone)),
  };
}

/** Epoch milliseconds of local midnight at the start of a day (days since 1970-01-01) in a zone. */
export function midnight(day: number, zone: string): number {
  const wall = day * DAY;
  // Two rounds settle the offset even where a change of clock falls between the guess and the answer.
  const first = wall - offsetAt(wall, zone);
  return wall - offsetAt(first, zone);
}

/** ISO 8601 instant with seconds, as published: `2019-10-04T22:00:00Z`. */
export function instant(ms: number): string {
  return new Date(ms).toISOString().replace('.000Z', 'Z');
}

/** Civil day `YYYY-MM-DD` on which an instant falls in a zone. */
export function dayIn(ms: number, zone: string): string {
  return new Date(ms + offsetAt(ms, zone)).toISOString().slice(0, 10);
}

function bound(date: Bound, edge: (date: Exclude<Bound, string>) => number): number | null {
  return typeof date === 'string' ? null : edge(date);
}

function offsetAt(ms: number, zone: string): number {
  if (zone === 'UTC') return 0;
  const format = formatter(zone);
  if (!format) throw new RangeError(`unknown time zone ${JSON.stringify(zone)}; use an IANA name such as Asia/Seoul`);
  const parts: Record<string, number> = {};
  for (const part of format.formatToParts(ms)) parts[part.type] = Number(part.value);
  const {
    year = 0,
    month = 1,
    day = 1,
    hour = 0,
    minute = 0,
    second = 0,
  } = parts as Partial<Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second', number>>;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(ms / 1000) * 1000;
}

function formatter(zone: string): Intl.DateTimeFormat | null {
  const known = formatters.get(zone);
  if (known !== undefined) return known;
  let made: Intl.DateTimeFormat | null = null;
  try {
    made = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    // A RangeError here is the runtime's way to say the zone does not exist; null says the same.
  }
  if (formatters.size < 1000) formatters.set(zone, made);
  return made;
}
