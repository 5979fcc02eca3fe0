import { openRecord } from '@peninsula/data/query';
import type { Snapshot } from '@peninsula/data/schema';
import { Hono } from 'hono';
import { cors } from 'hono/cors';
import type { Env, Service } from './context.ts';
import { guard, identify } from './middleware.ts';
import { AnswerCache } from './respond/cache.ts';
import { problem } from './respond/problem.ts';
import { RowStore } from './respond/rows.ts';
import { about, problemPage } from './routes/about.ts';
import { aggregate } from './routes/aggregate.ts';
import { claims } from './routes/claims.ts';
import { events } from './routes/events.ts';
import { relations } from './routes/relations.ts';
import { search } from './routes/search.ts';
import { stances } from './routes/stances.ts';
import { noSuchPath, tables } from './routes/tables.ts';
import { taxonomy } from './routes/taxonomy.ts';

export interface AppOptions {
  readonly openapi?: object;
  /** Characters of finished answers to keep; 32 Mi by default. */
  readonly cache?: number;
}

export const EXPOSED = ['ETag', 'Link', 'X-Request-Id', 'Server-Timing'];

/** The whole API over one snapshot. It keeps no state but caches, so any number of copies give the same answers. */
export function createApp(snapshot: Snapshot, options: AppOptions = {}): Hono<Env> {
  const service: Service = {
    record: openRecord(snapshot),
    openapi: options.openapi ?? {},
    answers: new AnswerCache(options.cache ?? 32 * 1024 * 1024),
    rows: new RowStore(snapshot),
  };
  const openapi = JSON.stringify(service.openapi);
  const app = new Hono<Env>();
  app.use(identify);
  app.use(cors({ origin: '*', allowMethods: ['GET', 'HEAD', 'OPTIONS'], exposeHeaders: EXPOSED, maxAge: 86400 }));
  app.use(guard);
  for (const resource of [about, events, claims, relations, stances, tables, taxonomy, search, aggregate])
    app.route('/v1', resource(service));
  app.get('/healthz', (c) =>
    c.json({ status: 'ok', release: service.record.release }, 200, { 'Cache-Control': 'no-store' }),
  );
  app.get('/openapi.json', (c) =>
    c.body(openapi, 200, {
      'Content-Type': 'application/vnd.oai.openapi+json; charset=utf-8',
      'Cache-Control': 'public, max-age=300',
    }),
  );
  app.get('/problems/:type', problemPage);
  app.get('/', (c) => c.redirect('/v1', 302));
  app.notFound(noSuchPath);
  app.onError((error, c) => {
    console.error(
      JSON.stringify({
        event: 'error',
        request_id: c.get('requestId'),
        path: c.req.path,
        message: error.message,
        stack: error.stack,
      }),
    );
    return problem(
      c,
      500,
      'internal',
      `Something failed on our side. Report it with the request id ${c.get('requestId')}.`,
    );
  });
  return app;
}

export type App = ReturnType<typeof createApp>;
