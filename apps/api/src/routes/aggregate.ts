import {
  canonicalQuery,
  GROUP_KEYS,
  type GroupKey,
  nearest,
  parseQuery,
  type QueryProblem,
} from '@peninsula/data/query';
import { type Context, Hono } from 'hono';
import type { Env, Service } from '../context.ts';
import { answer, COMMON } from '../respond/answer.ts';
import { withEndings } from '../respond/format.ts';
import { badQuery } from '../respond/problem.ts';

/** Groups past this are a download, not an answer. */
const MAX_GROUPS = 5000;

/** `/v1/aggregate?group_by=`: events counted by up to three keys, under any event filter. */
export function aggregate(service: Service): Hono<Env> {
  const handle = (c: Context, extension?: string) => {
    const parsed = parseQuery(new URL(c.req.url).searchParams, { extra: ['group_by', ...COMMON] });
    const keys = readKeys(c.req.query('group_by') ?? '');
    if (!parsed.ok || keys.problems.length > 0)
      return badQuery(c, [...(parsed.ok ? [] : parsed.problems), ...keys.problems]);
    const groups = service.record.aggregate(parsed.value, keys.keys);
    if (groups.length > MAX_GROUPS) {
      return badQuery(c, [
        {
          code: 'too-large',
          parameter: 'group_by',
          value: keys.keys.join(','),
          detail: `${groups.length} groups; ${MAX_GROUPS} is the limit. Use fewer keys or a narrower filter.`,
          suggestions: keys.keys.slice(0, 1),
        },
      ]);
    }
    return answer(c, {
      service,
      formats: ['json', 'ndjson', 'csv'],
      extension,
      columns: [...keys.keys, 'count'],
      query: [`group_by=${keys.keys.join(',')}`, canonicalQuery(parsed.value)].filter(Boolean).join('&'),
      find: () => ({
        rows: groups.map(({ key, count }) => service.rows.plain({ ...key, count })),
        total: groups.length,
        meta: { tz: parsed.value.tz, known_by: parsed.value.knownBy ?? null },
      }),
    });
  };
  const app = new Hono<Env>();
  withEndings('/aggregate', (path, extension) => app.get(path, (c) => handle(c, extension)));
  return app;
}

function readKeys(text: string): { keys: GroupKey[]; problems: QueryProblem[] } {
  const names = [
    ...new Set(
      text
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean),
    ),
  ];
  const keys = GROUP_KEYS.filter((key) => names.includes(key)).sort((a, b) => names.indexOf(a) - names.indexOf(b));
  const problems: QueryProblem[] = names
    .filter((name) => !(GROUP_KEYS as readonly string[]).includes(name))
    .slice(0, 10)
    .map((name) => ({
      code: 'invalid-value',
      parameter: 'group_by',
      value: name.slice(0, 100),
      detail: `${JSON.stringify(name.slice(0, 60))} is not a key to group by`,
      suggestions: withFallback(nearest(name, GROUP_KEYS, 3)),
    }));
  if (names.length === 0)
    problems.push({
      code: 'invalid-value',
      parameter: 'group_by',
      value: '',
      detail: 'group_by names one to three keys',
      suggestions: [...GROUP_KEYS],
    });
  if (names.length > 3)
    problems.push({
      code: 'too-large',
      parameter: 'group_by',
      value: text.slice(0, 100),
      detail: `${names.length} keys; three is the limit`,
      suggestions: [names.slice(0, 3).join(',')],
    });
  return { keys, problems };
}

function withFallback(close: string[]): readonly string[] {
  return close.length > 0 ? close : GROUP_KEYS;
}
