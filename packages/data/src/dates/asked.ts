import { lastDay, parseEdtf } from './edtf.ts';

const DAY = 86_400_000;

/** A day as asked for: its last instant in UTC, its number from 1970 and its text. */
export interface AskedDay {
  readonly end: number;
  readonly day: number;
  readonly text: string;
}

/** Reads one date (EDTF; a month or year means its last day); undefined where it is none. */
export function askedDay(text: string): AskedDay | undefined {
  const parsed = parseEdtf(text);
  if (!parsed.ok || parsed.value.kind !== 'date') return undefined;
  const day = lastDay(parsed.value.date);
  return { day, end: (day + 1) * DAY - 1, text: new Date(day * DAY).toISOString().slice(0, 10) };
}
