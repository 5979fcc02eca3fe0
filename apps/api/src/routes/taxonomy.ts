import { Hono } from 'hono';
import type { Env, Service } from '../context.ts';
import { answer, unknownParameters } from '../respond/answer.ts';
import { splitExtension } from '../respond/format.ts';
import { badQuery, problem } from '../respond/problem.ts';

/** Code lists: types, issues, the position scales, the crosswalk to PLOVER and CAMEO. */
export function taxonomy(service: Service): Hono<Env> {
  const { types, issues } = service.record.snapshot;
  const lists: Record<string, readonly object[]> = {
    types,
    issues,
    scales: issues.flatMap((issue) => issue.scale.map(({ value, anchor }) => ({ issue: issue.id, value, anchor }))),
    crosswalk: types.map(({ id, family, plover, cameo, quad }) => ({ type: id, family, plover, cameo, quad })),
  };
  return new Hono<Env>().get('/taxonomy/:list', (c) => {
    const { id, extension } = splitExtension(c.req.param('list'));
    const rows = Object.hasOwn(lists, id) ? lists[id] : undefined;
    if (!rows) {
      return problem(c, 404, 'not-found', `There is no code list ${JSON.stringify(id.slice(0, 100))}.`, {
        nearest: Object.keys(lists).map((name) => ({
          id: name,
          href: new URL(`/v1/taxonomy/${name}`, c.req.url).href,
        })),
      });
    }
    const problems = unknownParameters(c, []);
    if (problems.length > 0) return badQuery(c, problems);
    return answer(c, {
      service,
      formats: ['json', 'ndjson', 'csv'],
      extension,
      columns: Object.keys(rows[0] ?? {}),
      query: '',
      find: () => ({ rows: rows.map((row) => service.rows.plain(row)), total: rows.length }),
    });
  });
}
