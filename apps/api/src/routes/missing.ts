import type { Found } from '@peninsula/data/query';
import type { Context } from 'hono';
import { problem } from '../respond/problem.ts';

/** 301, 410 or 404 for an id that names no living record. */
export function explainMissing(c: Context, found: Exclude<Found<unknown>, { status: 'found' }>, id: string): Response {
  const url = new URL(c.req.url);
  const beside = (other: string) => url.href.replace(`/${encodeURIComponent(id)}`, `/${other}`);
  if (found.status === 'moved') {
    c.header('Cache-Control', 'public, max-age=86400');
    return c.redirect(beside(found.to), 301);
  }
  if (found.status === 'gone') {
    const { kind, to, on, reason } = found;
    return problem(c, 410, 'gone', `${id} was ${kind === 'split' ? 'split' : 'withdrawn'} on ${on}: ${reason}`, {
      reason,
      on,
      targets: to.map((other) => ({ id: other, href: beside(other) })),
    });
  }
  return problem(c, 404, 'not-found', `There is no record ${JSON.stringify(id.slice(0, 100))} here.`, {
    nearest: found.nearest.map((other) => ({ id: other, href: beside(other) })),
  });
}
