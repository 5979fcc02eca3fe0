import { askedDay, type AskedDay } from '@peninsula/data/dates';
import type { QueryProblem } from '@peninsula/data/query';
import type { Context } from 'hono';

/** Reads one date parameter (EDTF; a month or year means its last day). A bad one becomes a problem, and the preset stands in. */
export function readDay(c: Context, name: string, preset: string, problems: QueryProblem[]): AskedDay {
  const given = c.req.query(name) ?? '';
  return (
    askedDay(given) ??
    (given === '' ? undefined : refuse(name, given, preset, problems)) ??
    (askedDay(preset) as AskedDay)
  );
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
