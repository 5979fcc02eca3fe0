import { Hono, type MiddlewareHandler } from 'hono';
import type { Env, Service } from '../context.ts';
import { unknownParameters } from '../respond/answer.ts';
import { badQuery, problem } from '../respond/problem.ts';
import { fileTag, isCurrent } from '../respond/tag.ts';

/** A stored file: its bytes and what it is. */
export interface StoredFile {
  readonly body: ReadableStream | ArrayBuffer | Uint8Array<ArrayBuffer>;
  readonly bytes: number;
}

/** Where files of the build are kept: a folder on Node, static assets at the edge. Null where there is no such file. */
export type Files = (path: string) => Promise<StoredFile | null>;

const MEDIA: Readonly<Record<string, string>> = {
  json: 'application/json; charset=utf-8',
  ndjson: 'application/x-ndjson; charset=utf-8',
  csv: 'text/csv; charset=utf-8; header=present',
  parquet: 'application/vnd.apache.parquet',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  html: 'text/html; charset=utf-8',
};

export const METADATA_NAMES = ['datapackage.json', 'dcat.json', 'croissant.json', 'csvw.json'];

/** `/v1/bulk/{release}/{file}` and `/v1/metadata/{name}`: whole tables with their digests, and descriptions of the dataset. */
export function files(service: Service): Hono<Env> {
  const app = new Hono<Env>();
  // Files are what they are: no parameter changes them.
  const strict: MiddlewareHandler<Env> = async (c, next) => {
    const problems = unknownParameters(c, [], []);
    return problems.length > 0 ? badQuery(c, problems) : next();
  };
  app.use('/bulk/*', strict);
  app.use('/metadata/*', strict);
  app.get('/bulk', (c) => c.redirect(`/v1/bulk/${service.record.release}/index.json`, 302));
  app.get('/bulk/:release/:file', async (c) => {
    const { release, file } = c.req.param();
    const known = service.bulk.get(release)?.find(({ name }) => name === file);
    const sums = file === 'SHA256SUMS' || file === 'index.json';
    if (!known && !(sums && service.bulk.has(release)))
      return problem(c, 404, 'not-found', `There is no file ${JSON.stringify(`${release}/${file}`.slice(0, 80))}.`, {
        nearest: near(service, release, c.req.url),
      });
    const stored = await service.files(`bulk/${release}/${file}`);
    if (!stored) return problem(c, 404, 'not-found', `${release}/${file} is not stored here.`, { nearest: [] });
    const digest = known ? { 'Content-Digest': `sha-256=:${base64(known.sha256)}:` } : {};
    const etag = known ? `"${known.sha256.slice(0, 32)}"` : fileTag(service, c.req.path);
    const headers = {
      'Content-Type': MEDIA[file.split('.').at(-1) ?? ''] ?? 'text/plain; charset=utf-8',
      'Cache-Control': 'public, max-age=31536000, immutable',
      ETag: etag,
      ...digest,
    };
    if (isCurrent(c.req.header('if-none-match'), etag)) return c.body(null, 304, headers);
    return c.body(stored.body as ArrayBuffer, 200, { ...headers, 'Content-Length': String(stored.bytes) });
  });
  app.get('/metadata/:name', async (c) => {
    const { name } = c.req.param();
    const stored = METADATA_NAMES.includes(name) ? await service.files(`metadata/${name}`) : null;
    if (!stored)
      return problem(c, 404, 'not-found', `There is no description ${JSON.stringify(name.slice(0, 60))}.`, {
        nearest: METADATA_NAMES.map((id) => ({ id, href: new URL(`/v1/metadata/${id}`, c.req.url).href })),
      });
    const headers = {
      'Content-Type':
        name === 'datapackage.json' ? 'application/json; charset=utf-8' : 'application/ld+json; charset=utf-8',
      'Cache-Control': 'public, max-age=300, stale-while-revalidate=86400',
      ETag: fileTag(service, c.req.path),
    };
    return isCurrent(c.req.header('if-none-match'), headers.ETag)
      ? c.body(null, 304, headers)
      : c.body(stored.body as ArrayBuffer, 200, headers);
  });
  return app;
}

function near(service: Service, release: string, url: string) {
  const current = service.bulk.has(release) ? release : service.record.release;
  return (service.bulk.get(current) ?? []).slice(0, 12).map(({ name }) => ({
    id: `${current}/${name}`,
    href: new URL(`/v1/bulk/${current}/${name}`, url).href,
  }));
}

const base64 = (hex: string): string =>
  btoa(String.fromCharCode(...(hex.match(/../g) ?? []).map((byte) => Number.parseInt(byte, 16))));
