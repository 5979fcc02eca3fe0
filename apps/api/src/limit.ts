import type { Context, MiddlewareHandler } from 'hono';
import { rateLimiter } from 'hono-rate-limiter';
import type { Env } from './context.ts';
import { problem } from './respond/problem.ts';

/** Requests a client may make in a minute: far above any reader, below what would crowd out the others. */
export const PER_MINUTE = 1200;
const MINUTE = 60_000;

interface Binding {
  limit(options: { key: string }): Promise<{ success: boolean }>;
}

/** The client as the edge or a proxy in front names it. */
const clientOf = (c: Context): string =>
  c.req.header('cf-connecting-ip') ?? c.req.header('x-forwarded-for')?.split(',')[0]?.trim() ?? 'direct';

const refuse =
  (limit: number) =>
  (c: Context): Response => {
    c.header('Retry-After', '60');
    return problem(
      c,
      429,
      'too-many-requests',
      `More than ${limit} requests in a minute came from here. Come back in a minute, or take the whole tables from /v1/bulk.`,
    );
  };

/** Sets what `rateHeaders` tells, and runs the limiter. */
const telling =
  (limit: number, limiter: MiddlewareHandler<Env>): MiddlewareHandler<Env> =>
  (c, next) => {
    c.set('ratePolicy', `${limit};w=${MINUTE / 1000}`);
    return limiter(c, next);
  };

/** On Node: a count per client and minute in this process. */
export const limitOnNode = (limit = PER_MINUTE): MiddlewareHandler<Env> =>
  telling(
    limit,
    rateLimiter<Env>({
      windowMs: MINUTE,
      limit,
      standardHeaders: false,
      keyGenerator: clientOf,
      handler: refuse(limit),
    }),
  );

/** At the edge: Cloudflare’s rate-limiting binding, which counts per location and tells no remainder. */
export const limitAtEdge = (binding: (c: Context) => Binding): MiddlewareHandler<Env> =>
  telling(PER_MINUTE, rateLimiter<Env>({ binding, keyGenerator: clientOf, handler: refuse(PER_MINUTE) }));

/** The RateLimit headers (draft 7) of an answer: the policy, and what is left of it where the limiter tells. */
export function rateHeaders(c: Context<Env>): Record<string, string> {
  const policy = c.get('ratePolicy');
  if (policy === undefined) return {};
  const known = c.get('rateLimit');
  if (!known) return { 'RateLimit-Policy': policy };
  const reset = Math.max(0, Math.ceil(((known.resetTime?.getTime() ?? Date.now() + MINUTE) - Date.now()) / 1000));
  return {
    'RateLimit-Policy': policy,
    RateLimit: `limit=${known.limit}, remaining=${known.remaining}, reset=${reset}`,
  };
}
