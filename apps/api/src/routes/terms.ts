import { termsOfArt } from '@peninsula/data/query';
import { Hono } from 'hono';
import type { Env, Service } from '../context.ts';
import { answer, unknownParameters } from '../respond/answer.ts';
import { withEndings } from '../respond/format.ts';
import { badQuery } from '../respond/problem.ts';

/** `/v1/terms`: terms of art in their own language, with first and last use by each actor. */
export function terms(service: Service): Hono<Env> {
  const app = new Hono<Env>();
  withEndings('/terms', (path, extension) =>
    app.get(path, (c) => {
      const problems = unknownParameters(c, []);
      if (problems.length > 0) return badQuery(c, problems);
      return answer(c, {
        service,
        formats: ['json', 'ndjson', 'csv'],
        extension,
        columns: ['term', 'lang', 'issues', 'n', 'uses'],
        query: '',
        find: () => {
          const rows = termsOfArt(service.record.list('stances'));
          return { rows: rows.map((row) => service.rows.plain(row)), total: rows.length };
        },
      });
    }),
  );
  return app;
}
