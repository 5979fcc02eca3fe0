import { type Edtf, isZone, lastDay, parseEdtf, utcInterval } from '../dates/index.ts';
import type { DateMatch, EventQuery, Parsed, QueryProblem, SortKey, Terms } from './contract.ts';
import { FIELDS, type Field } from './fields.ts';
import { nearest } from './nearest.ts';
import { everyValue, mapTerms, readTerms } from './terms.ts';

export const DEFAULT_TZ = 'Asia/Seoul';
export const DATE_MATCHES: readonly DateMatch[] = ['overlaps', 'within', 'certain'];
export const SORT_KEYS: readonly SortKey[] = ['date', '-date', 'relevance', 'id', '-id', 'known', '-known'];

/** Bounds that keep the work of one query small whatever is asked. */
export const LIMITS = { values: 50, text: 300, parameters: 60 } as const;

const SCALARS = [
  'from',
  'to',
  'tz',
  'date_match',
  'known_by',
  'min_sources',
  'bbox',
  'q',
  'sample',
  'seed',
  'sort',
] as const;

/** Names of all record parameters, canonical order. */
export const PARAMETERS: readonly string[] = [
  ...SCALARS.slice(0, 4),
  ...FIELDS.map(({ name }) => name),
  ...SCALARS.slice(4),
];

/**
 * Reads URL parameters into a query. `extra` names parameters the caller handles itself (limit, format …). Empty values count as
 * absent, because that is what an untouched form field sends. All problems come back together, each with a way out.
 */
export function parseQuery(
  params: Iterable<readonly [string, string]>,
  options: { readonly tz?: string; readonly extra?: readonly string[] } = {},
): Parsed<EventQuery> {
  const problems: QueryProblem[] = [];
  const given = collect(params, options.extra ?? [], problems);
  const scalar = (name: string): string | undefined => {
    const values = given.get(name) ?? [];
    if (values.length > 1) {
      problems.push(
        problem('invalid-value', name, values.join(' '), `${name} is given ${values.length} times; give it once`),
      );
    }
    return values[0];
  };

  const tz =
    readCode('tz', scalar('tz'), problems, isZone, ['Asia/Seoul', 'Asia/Pyongyang', 'America/New_York', 'UTC']) ??
    options.tz ??
    DEFAULT_TZ;
  const from = readDate('from', scalar('from'), problems);
  const to = readDate('to', scalar('to'), problems);
  const knownBy = readDate('known_by', scalar('known_by'), problems);
  const query: Mutable<EventQuery> = {
    tz,
    dateMatch: readOption('date_match', scalar('date_match'), DATE_MATCHES, problems) ?? 'overlaps',
    sort: 'date',
  };
  if (from) query.from = from.text;
  if (to) query.to = to.text;
  if (knownBy) query.knownBy = isoDay(knownBy.value);
  for (const field of FIELDS) {
    const terms = readField(field, given.get(field.name) ?? [], problems);
    if (terms) Object.assign(query, { [field.key]: terms });
  }
  const minSources = readCount('min_sources', scalar('min_sources'), problems);
  if (minSources !== undefined) query.minSources = minSources;
  const bbox = readBox(scalar('bbox'), problems);
  if (bbox) query.bbox = bbox;
  const q = scalar('q')?.trim().replace(/\s+/g, ' ');
  if (q !== undefined && q.length > LIMITS.text) {
    problems.push(
      problem('too-large', 'q', `${q.slice(0, 20)}…`, `q has ${q.length} characters; ${LIMITS.text} is the limit`),
    );
  } else if (q) query.q = q;
  const sample = readCount('sample', scalar('sample'), problems);
  if (sample !== undefined) query.sample = sample;
  const seed = scalar('seed')?.trim();
  if (seed !== undefined && !/^[\w-]{1,40}$/.test(seed)) {
    problems.push(
      problem('invalid-value', 'seed', seed.slice(0, 100), 'seed is a word of letters, digits, - and _', ['1', 'a']),
    );
  } else if (seed !== undefined && sample !== undefined) query.seed = seed;
  query.sort =
    readOption('sort', scalar('sort'), SORT_KEYS, problems) ?? (query.q === undefined ? 'date' : 'relevance');

  if (from && to) {
    const start = utcInterval(from.value, tz).start;
    const end = utcInterval(to.value, tz).end;
    if (start !== null && end !== null && start >= end) {
      problems.push(
        problem(
          'conflicting-parameters',
          'from',
          from.text,
          `from ${from.text} is after to ${to.text}; nothing can match`,
          [`from=${to.text}&to=${from.text}`],
        ),
      );
    }
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: query };
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

function collect(
  params: Iterable<readonly [string, string]>,
  extra: readonly string[],
  problems: QueryProblem[],
): Map<string, string[]> {
  const given = new Map<string, string[]>();
  const unknown = new Set<string>();
  let count = 0;
  for (const [name, value] of params) {
    if (++count > LIMITS.parameters) {
      problems.push(problem('too-large', name, '', `more than ${LIMITS.parameters} parameters; ask for less at once`));
      break;
    }
    if (extra.includes(name)) continue;
    if (!PARAMETERS.includes(name)) {
      if (!unknown.has(name)) {
        const suggestions = nearest(name, [...PARAMETERS, ...extra], 3);
        problems.push(
          problem(
            'unknown-parameter',
            name,
            value.slice(0, 100),
            suggestions.length > 0
              ? `there is no parameter ${show(name)}; did you mean ${suggestions[0] ?? ''}?`
              : `there is no parameter ${show(name)}`,
            suggestions,
          ),
        );
      }
      unknown.add(name);
    } else if (value.trim() !== '') given.set(name, [...(given.get(name) ?? []), value]);
  }
  return given;
}

function readField(field: Field, values: readonly string[], problems: QueryProblem[]): Terms | undefined {
  if (values.length === 0) return undefined;
  const raw = readTerms(values);
  const asked = everyValue(raw);
  if (asked.length > LIMITS.values) {
    problems.push(
      problem('too-large', field.name, '', `${asked.length} values for ${field.name}; ${LIMITS.values} is the limit`),
    );
    return undefined;
  }
  const terms = field.expand ? mapTerms(raw, field.expand) : raw;
  for (const value of everyValue(terms)) {
    if (field.codes && !field.codes.includes(value)) {
      const suggestions = nearest(value, field.codes, 3);
      problems.push(
        problem(
          'invalid-value',
          field.name,
          value,
          `${show(value)} is not a ${field.name}`,
          suggestions.length > 0 ? suggestions : field.codes,
        ),
      );
    }
    if (field.key === 'dyad' && value.split('~').length !== 2) {
      problems.push(
        problem('invalid-value', 'dyad', value, `${show(value)} is not a dyad; write two actors, as in KP~US`, [
          'KP~US',
        ]),
      );
    }
  }
  return terms.all.length + terms.not.length > 0 ? terms : undefined;
}

function readDate(
  name: string,
  text: string | undefined,
  problems: QueryProblem[],
): { text: string; value: Edtf } | undefined {
  if (text === undefined) return undefined;
  const trimmed = text.trim();
  const parsed = parseEdtf(trimmed);
  if (parsed.ok && parsed.value.kind === 'date') return { text: trimmed, value: parsed.value };
  const detail = parsed.ok ? 'give one date here, and the other end in the other parameter' : parsed.detail;
  problems.push(
    problem('invalid-date', name, trimmed.slice(0, 100), `${show(trimmed)}: ${detail}`, [
      '2019',
      '2019-10',
      '2019-10-05',
    ]),
  );
  return undefined;
}

/** Last day a date may mean, as YYYY-MM-DD. */
function isoDay(value: Edtf): string {
  return value.kind === 'date' ? new Date(lastDay(value.date) * 86_400_000).toISOString().slice(0, 10) : '';
}

function readOption<T extends string>(
  name: string,
  text: string | undefined,
  allowed: readonly T[],
  problems: QueryProblem[],
): T | undefined {
  return readCode(name, text, problems, (value) => (allowed as readonly string[]).includes(value), allowed) as
    T | undefined;
}

function readCode(
  name: string,
  text: string | undefined,
  problems: QueryProblem[],
  fits: (value: string) => boolean,
  known: readonly string[],
): string | undefined {
  if (text === undefined || fits(text)) return text;
  const close = nearest(text, known, 3);
  problems.push(
    problem(
      'invalid-value',
      name,
      text.slice(0, 100),
      `${show(text)} is not a value of ${name}`,
      close.length > 0 ? close : known,
    ),
  );
  return undefined;
}

function readCount(name: string, text: string | undefined, problems: QueryProblem[]): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d{1,3}$/.test(text) && Number(text) >= 1) return Number(text);
  problems.push(
    problem('invalid-value', name, text.slice(0, 100), `${show(text)} is not a whole number from 1 to 999`, [
      '1',
      '2',
      '3',
    ]),
  );
  return undefined;
}

function readBox(text: string | undefined, problems: QueryProblem[]): EventQuery['bbox'] {
  if (text === undefined) return undefined;
  const numbers = text.split(',').map((part) => (part.trim() === '' ? NaN : Number(part)));
  const [west = NaN, south = NaN, east = NaN, north = NaN] = numbers;
  const sound =
    numbers.length === 4 &&
    Math.abs(west) <= 180 &&
    Math.abs(east) <= 180 &&
    south >= -90 &&
    north <= 90 &&
    south <= north;
  if (sound) return [west, south, east, north];
  problems.push(
    problem('invalid-value', 'bbox', text.slice(0, 100), 'bbox is west,south,east,north in degrees', ['124,33,132,43']),
  );
  return undefined;
}

function problem(
  code: QueryProblem['code'],
  parameter: string,
  value: string,
  detail: string,
  suggestions: readonly string[] = [],
): QueryProblem {
  return { code, parameter, value, detail, suggestions };
}

function show(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 57)}…` : text);
}
