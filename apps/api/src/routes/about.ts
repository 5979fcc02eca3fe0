import { type Context, Hono } from 'hono';
import type { Env, Service } from '../context.ts';
import columns from '../generated/columns.json' with { type: 'json' };
import { answer, unknownParameters } from '../respond/answer.ts';
import { splitExtension } from '../respond/format.ts';
import { badQuery, problem, PROBLEMS } from '../respond/problem.ts';
import { fileTag, isCurrent } from '../respond/tag.ts';
import { PLAIN_TABLES } from './tables.ts';

const SCHEMAS = [...Object.keys(columns), 'manifest', 'quality'];

/** Addresses to begin with, one per resource. */
const RESOURCES = [
  'events',
  ...PLAIN_TABLES,
  'stances?at=2019-12-20',
  'relations',
  'models',
  'claims',
  'rules',
  'count?rule=all-launches&from=2019-05&to=2019-10',
  'accounts',
  'disagreements',
  'terms',
  'taxonomy/types',
  'taxonomy/issues',
  'taxonomy/scales',
  'taxonomy/crosswalk',
  'search?q=stockholm',
  'suggest?q=stock',
  'aggregate?group_by=year,family',
  'releases',
  'changes',
  'cite?url=/v1/events/stockholm-talks-2019',
  'quality',
  'schema/events.json',
  'metadata/datapackage.json',
  'bulk',
];

/** `/v1` itself and the JSON Schemas of every table. */
export function about(service: Service): Hono<Env> {
  return new Hono<Env>()
    .get('/', (c) => {
      const problems = unknownParameters(c, []);
      if (problems.length > 0) return badQuery(c, problems);
      const href = (path: string) => new URL(`/v1/${path}`, c.req.url).href;
      const row = {
        manifest: service.record.snapshot.manifest,
        resources: RESOURCES.map(href),
        openapi: new URL('/openapi.json', c.req.url).href,
      };
      return answer(c, {
        service,
        formats: ['json'],
        extension: undefined,
        query: '',
        find: () => ({ rows: [service.rows.plain(row)], total: 1, single: true }),
      });
    })
    .get('/quality', (c) => {
      const problems = unknownParameters(c, []);
      if (problems.length > 0) return badQuery(c, problems);
      return answer(c, {
        service,
        formats: ['json'],
        extension: undefined,
        query: '',
        find: () => ({ rows: [service.rows.plain(service.record.snapshot.quality)], total: 1, single: true }),
      });
    })
    .get('/schema/:name', async (c) => {
      const { id, extension } = splitExtension(c.req.param('name'));
      const stored = SCHEMAS.includes(id) && extension === 'json' ? await service.files(`schema/${id}.json`) : null;
      if (!stored) {
        return problem(
          c,
          404,
          'not-found',
          `There is no schema ${JSON.stringify(c.req.param('name').slice(0, 100))}.`,
          {
            nearest: SCHEMAS.map((name) => ({
              id: `${name}.json`,
              href: new URL(`/v1/schema/${name}.json`, c.req.url).href,
            })),
          },
        );
      }
      const problems = unknownParameters(c, [], []);
      if (problems.length > 0) return badQuery(c, problems);
      const headers = {
        'Content-Type': 'application/schema+json; charset=utf-8',
        'Cache-Control': 'public, max-age=300',
        ETag: fileTag(service, c.req.path),
      };
      if (isCurrent(c.req.header('if-none-match'), headers.ETag)) return c.body(null, 304, headers);
      const schema = (await new Response(stored.body).json()) as object;
      return c.body(JSON.stringify({ ...schema, $id: c.req.url }), 200, headers);
    });
}

/** Pages the `type` of a problem points to. */
export function problemPage(c: Context): Response {
  const type = c.req.param('type') ?? '';
  const text = Object.hasOwn(PROBLEMS, type) ? PROBLEMS[type as keyof typeof PROBLEMS] : undefined;
  if (text === undefined)
    return problem(c, 404, 'not-found', 'There is no such kind of problem.', {
      nearest: Object.keys(PROBLEMS).map((id) => ({ id, href: new URL(`/problems/${id}`, c.req.url).href })),
    });
  const page = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${type}</title><h1>${type}</h1><p>${text}</p><p>The answer that led here lists every problem under <code>errors</code>, each with suggestions.</p></html>`;
  return c.html(page, 200, { 'Cache-Control': 'public, max-age=86400' });
}
