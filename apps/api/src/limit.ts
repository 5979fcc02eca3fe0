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

/** On Node: a count per client and minute in this process, told in the RateLimit headers (draft 7). */
export const limitOnNode = (limit = PER_MINUTE) =>
  rateLimiter<Env>({
    windowMs: MINUTE,
    limit,
    standardHeaders: 'draft-7',
    keyGenerator: clientOf,
    handler: refuse(limit),
  });

/** At the edge: Cloudflare’s rate-limiting binding, which counts per location and tells no remainder, so only the policy is said. */
export function limitAtEdge(binding: (c: Context) => Binding): MiddlewareHandler<Env> {
  const limiter = rateLimiter<Env>({ binding, keyGenerator: clientOf, handler: refuse(PER_MINUTE) });
  return (c, next) => {
    c.header('RateLimit-Policy', `${PER_MINUTE};w=${MINUTE / 1000}`);
    return limiter(c, next);
  };
}
