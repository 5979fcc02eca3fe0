import type { MiddlewareHandler } from 'hono';
import type { Env } from './context.ts';
import { rateHeaders } from './limit.ts';
import { problem } from './respond/problem.ts';

/** The longest URL that any useful query needs. */
const MAX_URL = 4096;
/** Paths that read what is posted to them. */
const POSTED = ['/mcp'];

/** Headers a page of another origin may read. */
const EXPOSED = [
  'ETag',
  'Link',
  'X-Request-Id',
  'Server-Timing',
  'Content-Digest',
  'RateLimit',
  'RateLimit-Policy',
  'Retry-After',
  'Deprecation',
  'Sunset',
];

/** Headers of every answer, unless its handler said otherwise. */
export const ALWAYS = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Strict-Transport-Security': 'max-age=31536000',
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': EXPOSED.join(','),
};

/** The id of a request: the client's own where it is sane. */
export const requestId = (given: string | null | undefined): string =>
  given && /^[\w-]{8,64}$/.test(given) ? given : crypto.randomUUID();

/** Gives each request an id, and sets the headers every answer carries. */
export const identify: MiddlewareHandler<Env> = async (c, next) => {
  const id = requestId(c.req.header('x-request-id'));
  c.set('requestId', id);
  const started = performance.now();
  await next();
  if (c.get('whole')) return;
  const { headers } = c.res;
  for (const [name, value] of Object.entries(ALWAYS)) if (!headers.has(name)) headers.set(name, value);
  for (const [name, value] of Object.entries(rateHeaders(c))) headers.set(name, value);
  headers.set('X-Request-Id', id);
  headers.set('Server-Timing', `app;dur=${(performance.now() - started).toFixed(2)}`);
};

/** Refuses what the API never does: writing, and URLs without end. */
export const guard: MiddlewareHandler<Env> = async (c, next) => {
  const posted = POSTED.includes(c.req.path);
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD' && !posted) {
    c.header('Allow', 'GET, HEAD, OPTIONS');
    return problem(c, 405, 'method-not-allowed', `${c.req.method} is not possible; the API only reads.`);
  }
  if (c.req.url.length > MAX_URL)
    return problem(c, 414, 'uri-too-long', `The URL has ${c.req.url.length} characters; ${MAX_URL} is the limit.`);
  return next();
};

/** One line of the log. */
export interface LogLine {
  readonly event: 'request';
  readonly request_id: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly ms: number;
}

export interface Log {
  /** Every request, or only those that failed or took long. */
  readonly every: boolean;
  write(line: LogLine): void;
}

const SLOW = 250;

/** Writes a structured line per request; by default only for answers that failed, were refused for rate, or were slow. */
export const logged =
  (log: Log): MiddlewareHandler<Env> =>
  async (c, next) => {
    const started = performance.now();
    await next();
    const ms = performance.now() - started;
    const { status } = c.res;
    if (!log.every && status < 500 && status !== 429 && ms < SLOW) return;
    log.write({
      event: 'request',
      request_id: c.get('requestId'),
      method: c.req.method,
      path: c.req.path,
      status,
      ms: Math.round(ms * 10) / 10,
    });
  };
