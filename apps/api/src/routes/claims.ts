import { check, claimReview, compareRules, count } from '@peninsula/data/claims';
import { CLAIM_KINDS, VERDICTS } from '@peninsula/data/lists';
import { QueryError, type QueryProblem } from '@peninsula/data/query';
import type { Claim, CountingRule } from '@peninsula/data/schema';
import { type Context, Hono } from 'hono';
import type { Env, Service } from '../context.ts';
import columns from '../generated/columns.json' with { type: 'json' };
import { answer, COMMON, unknownParameters, wrongCode } from '../respond/answer.ts';
import { splitExtension, withEndings } from '../respond/format.ts';
import { badQuery } from '../respond/problem.ts';
import { explainMissing } from './missing.ts';

/** Rules laid side by side in one answer. */
const MAX_RULES = 12;

/** `/v1/claims`, `/v1/rules`, `/v1/count`: sentences that run, and numbers with their rule. */
export function claims(service: Service): Hono<Env> {
  const app = new Hono<Env>();
  withEndings('/claims', (path, extension) => app.get(path, (c) => listClaims(c, service, extension)));
  app.get('/claims/:id', (c) => oneClaim(c, service));
  app.get('/claims/:id/check', (c) => checkClaim(c, service));
  withEndings('/rules', (path, extension) => app.get(path, (c) => listRules(c, service, extension)));
  app.get('/rules/:id', (c) => oneRule(c, service));
  app.get('/count', (c) => countBy(c, service));
  return app;
}

function listClaims(c: Context, service: Service, extension: string | undefined): Response {
  const problems = unknownParameters(c, ['text', 'kind', 'verdict']);
  const texts = [...new Set(service.record.list('claims').map(({ text }) => text as string))];
  const codes = { text: texts, kind: CLAIM_KINDS, verdict: VERDICTS } as const;
  const asked = Object.entries(codes).flatMap(([name, known]): [keyof typeof codes, string][] => {
    const value = c.req.query(name);
    if (value === undefined || value === '') return [];
    if (!(known as readonly string[]).includes(value)) problems.push(wrongCode(name, value, known));
    return [[name as keyof typeof codes, value]];
  });
  if (problems.length > 0) return badQuery(c, problems);
  return answer(c, {
    service,
    formats: ['json', 'ndjson', 'csv'],
    extension,
    columns: columns.claims,
    query: asked.map(([name, value]) => `${name}=${value}`).join('&'),
    find: () => {
      const rows = service.record
        .list('claims')
        .filter((claim) => asked.every(([name, value]) => claim[name] === value));
      return { rows: rows.map((row) => service.rows.plain(row)), total: rows.length };
    },
  });
}

function oneClaim(c: Context, service: Service): Response {
  const { id, extension } = splitExtension(c.req.param('id') ?? '');
  const problems = unknownParameters(c, []);
  if (problems.length > 0) return badQuery(c, problems);
  const found = service.record.get('claims', id);
  if (found.status !== 'found') return explainMissing(c, found, id);
  const claim = found.value;
  return answer(c, {
    service,
    formats: ['json'],
    extension,
    query: '',
    renders: {
      jsonld: (_found, { origin }) =>
        JSON.stringify(claimReview(service.record, claim, check(service.record, claim), origin)),
    },
    find: () => ({ rows: [service.rows.plain(claim)], total: 1, single: true }),
  });
}

/** Parameters of the claim are query parameters; what it does not take is refused by name, with those it takes. */
function checkClaim(c: Context, service: Service): Response {
  const id = c.req.param('id') ?? '';
  const found = service.record.get('claims', id);
  if (found.status !== 'found') return explainMissing(c, found, id);
  const claim: Claim = found.value;
  const given = Object.entries(c.req.query()).filter(
    ([name, value]) => ![...COMMON, 'known_by'].includes(name as 'format') && value !== '',
  );
  const knownBy = c.req.query('known_by') || undefined;
  try {
    const result = check(service.record, claim, {
      parameters: Object.fromEntries(given),
      ...(knownBy === undefined ? {} : { knownBy }),
    });
    const query = [
      ...given.sort(([a], [b]) => (a < b ? -1 : 1)),
      ...(knownBy === undefined ? [] : [['known_by', knownBy]]),
    ];
    return answer(c, {
      service,
      formats: ['json'],
      extension: undefined,
      query: query.map(([name = '', value = '']) => `${name}=${encodeURIComponent(value)}`).join('&'),
      find: () => ({
        rows: [service.rows.plain(result)],
        total: 1,
        single: true,
        meta: { known_by: knownBy ?? null },
      }),
    });
  } catch (error) {
    if (error instanceof QueryError) return badQuery(c, error.problems);
    throw error;
  }
}

function listRules(c: Context, service: Service, extension: string | undefined): Response {
  const problems = unknownParameters(c, []);
  if (problems.length > 0) return badQuery(c, problems);
  const rules = service.record.list('rules');
  return answer(c, {
    service,
    formats: ['json', 'ndjson', 'csv'],
    extension,
    columns: columns.rules,
    query: '',
    find: () => ({ rows: rules.map((rule) => service.rows.plain(rule)), total: rules.length }),
  });
}

function oneRule(c: Context, service: Service): Response {
  const { id, extension } = splitExtension(c.req.param('id') ?? '');
  const problems = unknownParameters(c, []);
  if (problems.length > 0) return badQuery(c, problems);
  const found = service.record.get('rules', id);
  if (found.status !== 'found') return explainMissing(c, found, id);
  return answer(c, {
    service,
    formats: ['json'],
    extension,
    query: '',
    find: () => ({ rows: [service.rows.plain(found.value)], total: 1, single: true }),
  });
}

/** One rule gives one count; several give the count of the first, and beside it those of the others and where they differ. */
function countBy(c: Context, service: Service): Response {
  const problems = unknownParameters(c, ['rule', 'from', 'to']);
  const rules = readRules(c, service, problems);
  if (problems.length > 0) return badQuery(c, problems);
  const window = { from: c.req.query('from') || '2019-05', to: c.req.query('to') || '2019-10' };
  try {
    const [first, ...others] = rules.map((rule) => count(service.record, rule, window));
    if (!first)
      return badQuery(c, [
        wrongCode(
          'rule',
          '',
          service.record.list('rules').map(({ id }) => id),
        ),
      ]);
    return answer(c, {
      service,
      formats: ['json'],
      extension: undefined,
      query: `rule=${rules.map(({ id }) => id).join(',')}&from=${encodeURIComponent(window.from)}&to=${encodeURIComponent(window.to)}`,
      find: () => ({
        rows: [service.rows.plain(first)],
        total: 1,
        single: true,
        meta: { tz: first.window.tz },
        ...(others.length === 0
          ? {}
          : {
              included: {
                others,
                differences: others.map((other) => ({
                  a: first.rule,
                  b: other.rule,
                  events: compareRules(first, other),
                })),
              },
            }),
      }),
    });
  } catch (error) {
    if (error instanceof QueryError) return badQuery(c, error.problems);
    throw error;
  }
}

function readRules(c: Context, service: Service, problems: QueryProblem[]): CountingRule[] {
  const ids = service.record.list('rules').map(({ id }) => id as string);
  const asked = [
    ...new Set(
      (c.req.query('rule') ?? '')
        .split(',')
        .map((one) => one.trim())
        .filter(Boolean),
    ),
  ];
  if (asked.length === 0) problems.push(wrongCode('rule', '', ids));
  if (asked.length > MAX_RULES)
    problems.push({
      code: 'too-large',
      parameter: 'rule',
      value: asked.slice(0, 3).join(','),
      detail: `${asked.length} rules; ${MAX_RULES} is the limit`,
      suggestions: [asked.slice(0, MAX_RULES).join(',')],
    });
  return asked.slice(0, MAX_RULES).flatMap((id) => {
    const found = service.record.get('rules', id);
    if (found.status === 'found') return [found.value];
    problems.push(wrongCode('rule', id, ids));
    return [];
  });
}
