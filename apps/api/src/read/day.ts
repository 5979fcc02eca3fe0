import { lastDay, parseEdtf } from '@peninsula/data/dates';
import type { QueryProblem } from '@peninsula/data/query';
import type { Context } from 'hono';

const DAY = 86_400_000;

/** A day as asked for: its last instant in UTC, its number from 1970 and its text. */
export interface AskedDay {
  readonly end: number;
  readonly day: number;
  readonly text: string;
}

/** Reads one date parameter (EDTF; a month or year means its last day). A bad one becomes a problem, and the preset stands in. */
export function readDay(c: Context, name: string, preset: string, problems: QueryProblem[]): AskedDay {
  const given = c.req.query(name) ?? '';
  return (
    parseDay(given) ??
    (given === '' ? undefined : refuse(name, given, preset, problems)) ??
    (parseDay(preset) as AskedDay)
  );
}

function parseDay(text: string): AskedDay | undefined {
  const parsed = parseEdtf(text);
  if (!parsed.ok || parsed.value.kind !== 'date') return undefined;
  const day = lastDay(parsed.value.date);
  return { day, end: (day + 1) * DAY - 1, text: new Date(day * DAY).toISOString().slice(0, 10) };
}

function refuse(parameter: string, value: string, preset: string, problems: QueryProblem[]): undefined {
  problems.push({
    code: 'invalid-date',
    parameter,
    value: value.slice(0, 40),
    detail: `${JSON.stringify(value.slice(0, 40))} is not a date`,
    suggestions: [preset],
  });
}
