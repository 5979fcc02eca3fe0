import { parsePage, QueryError } from '@peninsula/data/query';
import { describeDate, parseEdtf } from '@peninsula/data/dates';
import { type Context, Hono } from 'hono';
import type { Env, Service } from '../context.ts';
import columns from '../generated/columns.json' with { type: 'json' };
import { answer, unknownParameters } from '../respond/answer.ts';
import { splitExtension, withEndings } from '../respond/format.ts';
import { badQuery, problem } from '../respond/problem.ts';
import { explainMissing } from './missing.ts';

/** Tables served as they are: a list in pages, and one row by id. */
export const PLAIN_TABLES = ['actors', 'persons', 'places', 'sources', 'documents', 'processes'] as const;
type PlainTable = (typeof PLAIN_TABLES)[number];

export function tables(service: Service): Hono<Env> {
  const app = new Hono<Env>();
  for (const table of PLAIN_TABLES) {
    withEndings(`/${table}`, (path, extension) => app.get(path, (c) => listRows(c, service, table, extension)));
    app.get(`/${table}/:id`, (c) => oneRow(c, service, table, c.req.param('id')));
  }
  return app;
}

function listRows(c: Context, service: Service, table: PlainTable, extension: string | undefined): Response {
  const problems = unknownParameters(c, ['limit', 'cursor']);
  const page = parsePage(new URL(c.req.url).searchParams);
  if (!page.ok || problems.length > 0) return badQuery(c, [...problems, ...(page.ok ? [] : page.problems)]);
  const { limit, cursor } = page.value;
  try {
    return answer(c, {
      service,
      formats: ['json', 'ndjson', 'csv'],
      extension,
      columns: columns[table],
      query: limit === undefined ? '' : `limit=${limit}`,
      page: cursor ?? '',
      find: () => {
        const found = service.record.page(table, page.value);
        return { ...found, rows: found.rows.map((row) => service.rows.plain(row)) };
      },
    });
  } catch (error) {
    if (error instanceof QueryError) return badQuery(c, error.problems);
    throw error;
  }
}

function oneRow(c: Context, service: Service, table: PlainTable, path: string): Response {
  const { id, extension } = splitExtension(path);
  const dated = table === 'actors' || table === 'persons';
  const problems = unknownParameters(c, dated ? ['at'] : []);
  if (problems.length > 0) return badQuery(c, problems);
  const found = service.record.get(table, id);
  if (found.status !== 'found') return explainMissing(c, found, id);
  const at = dated ? c.req.query('at') : undefined;
  if (at !== undefined && at !== '') {
    const parsed = parseEdtf(at);
    if (!parsed.ok) {
      return badQuery(c, [
        {
          code: 'invalid-date',
          parameter: 'at',
          value: at.slice(0, 100),
          detail: parsed.detail,
          suggestions: ['2019-10-05'],
        },
      ]);
    }
  }
  return answer(c, {
    service,
    formats: ['json', 'csv'],
    extension,
    columns: columns[table],
    query: at === undefined || at === '' ? '' : `at=${encodeURIComponent(at)}`,
    find: () => ({
      rows: [service.rows.plain(found.value)],
      total: 1,
      single: true,
      ...(at === undefined || at === ''
        ? {}
        : { meta: { at: describeDate(at, 'UTC') }, included: { offices: officesAt(service, table, id, at) } }),
    }),
  });
}

/** Who held which office on a date: of one person, or of everybody who acted for an actor. */
function officesAt(service: Service, table: PlainTable, id: string, at: string): object[] {
  const persons = service.record.list('persons').filter((person) => (table === 'persons' ? person.id === id : true));
  return persons.flatMap((person) =>
    service.record
      .officesAt(person.id, at)
      .filter(({ actor }) => table === 'persons' || actor === id)
      .map((office) => ({ person: person.id, name: person.name, ...office })),
  );
}

/** For paths under a table that mean nothing. */
export function noSuchPath(c: Context): Response {
  return problem(c, 404, 'not-found', `There is nothing at ${c.req.path}. /v1 lists what there is.`);
}
