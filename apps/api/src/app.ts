import { openRecord } from '@peninsula/data/query';
import { readSnapshot } from '@peninsula/data/releases';
import type { Manifest, Snapshot } from '@peninsula/data/schema';
import { Hono, type MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import type { BulkFile, Env, Service } from './context.ts';
import { guard, identify, type Log, logged } from './middleware.ts';
import { type Answers, keepAnswers, kept, keptFirst } from './respond/cache.ts';
import { DEPRECATIONS, deprecated, type Deprecation } from './respond/deprecated.ts';
import { problem } from './respond/problem.ts';
import { RowStore } from './respond/rows.ts';
import { about, problemPage } from './routes/about.ts';
import { accounts } from './routes/accounts.ts';
import { aggregate } from './routes/aggregate.ts';
import { citations } from './routes/cite.ts';
import { claims } from './routes/claims.ts';
import { commitments } from './routes/commitments.ts';
import { events } from './routes/events.ts';
import { type Files, files } from './routes/files.ts';
import { mcp } from './routes/mcp.ts';
import { models } from './routes/models.ts';
import { pages } from './routes/pages.ts';
import { relations } from './routes/relations.ts';
import { releases } from './routes/releases.ts';
import { search } from './routes/search.ts';
import { stances } from './routes/stances.ts';
import { suggest } from './routes/suggest.ts';
import { noSuchPath, tables } from './routes/tables.ts';
import { taxonomy } from './routes/taxonomy.ts';
import { terms } from './routes/terms.ts';

export interface AppOptions {
  /** Bytes of finished answers to keep for each release that is asked for; 32 MiB by default. */
  readonly cache?: number;
  /** Earlier releases, oldest first, each read when first asked for. */
  readonly earlier?: readonly { readonly manifest: Manifest; readonly load: () => Promise<Snapshot> }[];
  /** Files of the build: bulk downloads, descriptions, the viewer of the documentation. */
  readonly files?: Files;
  readonly bulk?: Readonly<Record<string, readonly BulkFile[]>>;
  readonly log?: Log;
  /** Resources on their way out; those of the API where left out. */
  readonly deprecations?: readonly Deprecation[];
  /** Waits for the turn of an answer that has to be made, where the runtime gains from it (`turns.ts`). */
  readonly turn?: () => Promise<void>;
  /** Refuses clients that ask too much. */
  readonly limit?: MiddlewareHandler<Env>;
}

const ROUTERS = [
  about,
  events,
  releases,
  accounts,
  commitments,
  claims,
  relations,
  models,
  stances,
  terms,
  citations,
  suggest,
  files,
  tables,
  taxonomy,
  search,
  aggregate,
];

/** The whole API over one snapshot. It keeps no state but caches, so any number of copies give the same answers. */
export function createApp(snapshot: Snapshot, options: AppOptions = {}): Hono<Env> {
  const earlier = options.earlier ?? [];
  const manifests = [...earlier.map(({ manifest }) => manifest), snapshot.manifest];
  const load = async (release: string): Promise<Snapshot> => {
    if (release === snapshot.manifest.release) return snapshot;
    const stored = earlier.find(({ manifest }) => manifest.release === release);
    if (!stored) throw new RangeError(`no release ${release}`);
    return readSnapshot(await stored.load());
  };
  const serviceOf = (of: Snapshot): Service => ({
    record: openRecord(of),
    rows: new RowStore(of),
    // A pinned answer must not change when a later release appears: it knows those up to its own.
    releases: manifests.slice(0, manifests.findIndex(({ release }) => release === of.manifest.release) + 1),
    load,
    files: options.files ?? (() => Promise.resolve(null)),
    bulk: new Map(Object.entries(options.bulk ?? {})),
  });
  const limit = options.cache ?? 32 * 1024 * 1024;
  const service = serviceOf(snapshot);
  const past = new Map<string, Promise<Hono<Env>>>();
  const pinned = (release: string): Promise<Hono<Env>> => {
    const known = past.get(release);
    if (known) return known;
    const made = load(release).then((stored) => v1(serviceOf(stored), keepAnswers(limit), options.turn));
    past.set(release, made);
    return made;
  };

  const app = new Hono<Env>();
  app.use(identify);
  if (options.log) app.use(logged(options.log));
  // Answers carry their headers anyway; this speaks to browsers that ask first.
  app.options(
    '*',
    cors({ origin: '*', allowMethods: ['GET', 'HEAD', 'OPTIONS', 'POST'], allowHeaders: ['*'], maxAge: 86400 }),
  );
  if (options.limit) app.use(options.limit);
  app.use(guard);
  for (const one of options.deprecations ?? DEPRECATIONS) app.use(one.path, deprecated(one));
  app.use('/v1/*', async (c, next) => {
    const asked = c.req.query('as_of');
    const stored = asked !== undefined && earlier.some(({ manifest }) => manifest.release === asked);
    if (!stored) return next();
    const router = await pinned(asked);
    return router.fetch(withRequestId(c.req.raw, c.get('requestId')));
  });
  const answers = keepAnswers(limit);
  app.route('/', v1(service, answers, options.turn));
  app.route('/', mcp(service));
  app.route('/', pages(service));
  app.get('/healthz', (c) =>
    c.json({ status: 'ok', release: service.record.release }, 200, { 'Cache-Control': 'no-store' }),
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
  if (!options.limit && !options.log?.every) app.fetch = keptFirst(answers, app.fetch);
  return app;
}

/** Every resource under `/v1`, of one release. */
function v1(service: Service, answers: Answers, turn?: () => Promise<void>): Hono<Env> {
  const app = new Hono<Env>();
  app.use(async (c, next) => {
    if (!c.get('requestId')) c.set('requestId', c.req.header('x-request-id') ?? '');
    await next();
  });
  app.use('/v1/*', kept(answers, turn));
  for (const resource of ROUTERS) app.route('/v1', resource(service));
  app.notFound(noSuchPath);
  return app;
}

function withRequestId(request: Request, id: string): Request {
  const headers = new Headers(request.headers);
  headers.set('x-request-id', id);
  return new Request(request, { headers });
}

export type App = ReturnType<typeof createApp>;
