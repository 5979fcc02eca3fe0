import { daysFromCivil, firstDay, lastDay, parseEdtf } from '@peninsula/data/dates';
import { DEFAULTS, HALF_LIVES, type RelationRequest, type Weighting, WEIGHTINGS } from '@peninsula/data/models';
import type { QueryProblem } from '@peninsula/data/query';
import type { Context } from 'hono';
import type { Service } from '../context.ts';
import { EVIDENCE_PARAMETERS, readEvidence, tellEvidence, writeEvidence } from './evidence.ts';

/** Parameters of every relation resource. */
export const RELATION_PARAMETERS = ['from', 'to', 'half_life', 'weights', ...EVIDENCE_PARAMETERS] as const;

export const iso = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

/** Reads a relation request; what is wrong with it becomes problems. */
export function readRelation(
  c: Context,
  dyad: string,
  core: { from: string; to: string } | undefined,
  problems: QueryProblem[],
): RelationRequest {
  const [a = '', b = ''] = dyad.split('~');
  const bounds = { from: dayOf(core?.from ?? '2017-01-01', 'from'), to: dayOf(core?.to ?? '2020-03-31', 'to') };
  const from = readBetween(c.req.query('from'), 'from', null, problems, bounds.from);
  const to = readBetween(c.req.query('to'), 'to', null, problems, bounds.to);
  if (from > to) problems.push(wrong('from', iso(from), `from ${iso(from)} is after to ${iso(to)}`, [iso(to)]));
  const halfLife = Number(readCode(c, 'half_life', HALF_LIVES.map(String), String(DEFAULTS.halfLife), problems));
  const weighting = readCode(c, 'weights', Object.keys(WEIGHTINGS), DEFAULTS.weighting, problems) as Weighting;
  return {
    pair: [a, b],
    from,
    to,
    halfLife,
    weighting,
    n0: DEFAULTS.n0,
    phi: DEFAULTS.phi,
    ...readEvidence(c, problems),
  };
}

/** The request in canonical form: the cache key, and what a citation repeats. */
export function writeRelation(request: RelationRequest): string {
  return [
    `from=${iso(request.from)}`,
    `half_life=${request.halfLife}`,
    `to=${iso(request.to)}`,
    `weights=${request.weighting}`,
    ...writeEvidence(request),
  ].join('&');
}

export function tellRelation(request: RelationRequest) {
  return { half_life: request.halfLife, weights: request.weighting, ...tellEvidence(request) };
}

/** The days a change or level is fitted over: the first span of the coverage statement that holds them, else the whole record. */
export function windowOf(service: Service, { from, to }: RelationRequest): { from: number; to: number } {
  const spans = service.record.snapshot.manifest.coverage.map((span) => ({
    from: dayOf(span.from, 'from'),
    to: dayOf(span.to, 'to'),
  }));
  return (
    spans.find((span) => span.from <= from && to <= span.to) ?? {
      from: Math.min(from, ...spans.map((span) => span.from)),
      to: Math.max(to, ...spans.map((span) => span.to)),
    }
  );
}

function readCode(
  c: Context,
  name: string,
  codes: readonly string[],
  fallback: string,
  problems: QueryProblem[],
): string {
  const text = c.req.query(name);
  if (text === undefined || text === '') return fallback;
  if (codes.includes(text)) return text;
  problems.push(wrong(name, text, `${JSON.stringify(text.slice(0, 40))} is not a value of ${name}`, codes));
  return fallback;
}

/** A day within bounds; those of the record where none are given. */
export function readBetween(
  text: string | undefined,
  name: string,
  within: { from: number; to: number } | null,
  problems: QueryProblem[],
  fallback: number,
): number {
  if (text === undefined || text === '') return fallback;
  const parsed = parseEdtf(text);
  if (!parsed.ok || parsed.value.kind !== 'date') {
    problems.push({
      code: 'invalid-date',
      parameter: name,
      value: text.slice(0, 40),
      detail: `${JSON.stringify(text.slice(0, 40))} is not a date`,
      suggestions: ['2019-12-20'],
    });
    return fallback;
  }
  const day = name === 'to' || name === 'at' ? lastDay(parsed.value.date) : firstDay(parsed.value.date);
  const [least, most] = within ? [within.from, within.to] : [daysFromCivil(1984, 1, 1), daysFromCivil(2026, 12, 31)];
  if (day < least || day > most) {
    problems.push(wrong(name, text, `${name} lies outside ${iso(least)} to ${iso(most)}`, [iso(least), iso(most)]));
    return fallback;
  }
  return day;
}

function dayOf(text: string, end: 'from' | 'to'): number {
  const parsed = parseEdtf(text);
  if (!parsed.ok || parsed.value.kind !== 'date') throw new RangeError(text);
  return end === 'from' ? firstDay(parsed.value.date) : lastDay(parsed.value.date);
}

function wrong(parameter: string, value: string, detail: string, suggestions: readonly string[]): QueryProblem {
  return { code: 'invalid-value', parameter, value: value.slice(0, 100), detail, suggestions };
}
