import type { MiddlewareHandler } from 'hono';
import type { Env } from '../context.ts';

/** What is on its way out: where, since when, until when, and what takes its place. Twelve months lie between the two days. */
export interface Deprecation {
  /** A path as routes are written, such as `/v1/old/:id`. */
  readonly path: string;
  /** Only requests that carry this parameter. */
  readonly parameter?: string;
  /** Days, YYYY-MM-DD. */
  readonly since: string;
  readonly sunset: string;
  /** Address of the page that says how to move. */
  readonly guide: string;
}

/** Nothing is at present. */
export const DEPRECATIONS: readonly Deprecation[] = [];

const seconds = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 1000;

/** Says on each answer of a deprecated resource that it is (RFC 9745), and when it ends (RFC 8594). */
export const deprecated =
  ({ parameter, since, sunset, guide }: Deprecation): MiddlewareHandler<Env> =>
  async (c, next) => {
    if (parameter !== undefined && c.req.query(parameter) === undefined) return next();
    c.set('unkept', true);
    await next();
    c.res.headers.set('Deprecation', `@${seconds(since)}`);
    c.res.headers.set('Sunset', new Date(seconds(sunset) * 1000).toUTCString());
    c.res.headers.append('Link', `<${guide}>; rel="deprecation"; type="text/html"`);
  };
