import { type Context, Hono } from 'hono';
import type { Env, Service } from '../context.ts';
import { answer, unknownParameters } from '../respond/answer.ts';
import { type Format, withEndings } from '../respond/format.ts';
import { badQuery } from '../respond/problem.ts';

/** `/v1/search?q=`: everything in the record by words, in any of the four languages, best first. */
export function search(service: Service): Hono<Env> {
  const app = new Hono<Env>();
  withEndings('/search', (path, extension) => app.get(path, (c) => find(c, service, extension)));
  return app;
}

function find(c: Context, service: Service, extension: Format | undefined): Response {
  const problems = unknownParameters(c, ['q', 'limit']);
  const q = (c.req.query('q') ?? '').trim();
  const limit = c.req.query('limit') ?? '20';
  if (q === '') {
    problems.push({
      code: 'invalid-value',
      parameter: 'q',
      value: '',
      detail: 'q says what to look for',
      suggestions: ['q=stockholm', 'q=하노이'],
    });
  }
  if (q.length > 300)
    problems.push({
      code: 'too-large',
      parameter: 'q',
      value: `${q.slice(0, 20)}…`,
      detail: 'q holds at most 300 characters',
      suggestions: [],
    });
  if (!/^\d{1,2}$|^100$/.test(limit) || Number(limit) < 1) {
    problems.push({
      code: 'invalid-value',
      parameter: 'limit',
      value: limit.slice(0, 40),
      detail: 'limit is a whole number from 1 to 100',
      suggestions: ['20', '100'],
    });
  }
  if (problems.length > 0) return badQuery(c, problems);
  return answer(c, {
    service,
    formats: ['json', 'ndjson'],
    extension,
    query: `q=${encodeURIComponent(q)}${limit === '20' ? '' : `&limit=${limit}`}`,
    find: (locale) => {
      const hits = service.record.search(q, { lang: locale, limit: Number(limit) });
      const rows = hits.map((hit) => service.rows.plain({ ...hit, href: hrefOf(hit.table, hit.id, c.req.url) }));
      return {
        rows,
        total: rows.length,
        ...(rows.length === 0
          ? { meta: { explain: { message: 'Nothing holds all of these words. Try fewer, or another language.' } } }
          : {}),
      };
    },
  });
}

function hrefOf(table: string, id: string, base: string): string {
  return new URL(`/v1/${table}/${encodeURIComponent(id)}`, base).href;
}
