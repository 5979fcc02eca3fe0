import { Hono } from 'hono';
import type { Env, Service } from '../context.ts';
import { answer, unknownParameters } from '../respond/answer.ts';
import { badQuery } from '../respond/problem.ts';

const MOST = 10;

/** `/v1/suggest?q=`: what a reader may mean, as they type; names first, in the language asked for. */
export function suggest(service: Service): Hono<Env> {
  return new Hono<Env>().get('/suggest', (c) => {
    const problems = unknownParameters(c, ['q']);
    const q = (c.req.query('q') ?? '').trim();
    if (q === '' || q.length > 100)
      problems.push({
        code: q === '' ? 'invalid-value' : 'too-large',
        parameter: 'q',
        value: q.slice(0, 20),
        detail: 'q holds the first letters, 100 at most',
        suggestions: ['stock', '스톡'],
      });
    if (problems.length > 0) return badQuery(c, problems);
    return answer(c, {
      service,
      formats: ['json'],
      extension: undefined,
      query: `q=${encodeURIComponent(q)}`,
      find: (locale) => {
        const hits = service.record.search(q, { lang: locale, limit: MOST });
        return {
          rows: hits.map(({ table, id, title, lang }) =>
            service.rows.plain({
              table,
              id,
              title,
              lang,
              href: new URL(`/v1/${table}/${encodeURIComponent(id)}`, c.req.url).href,
            }),
          ),
          total: hits.length,
        };
      },
    });
  });
}
