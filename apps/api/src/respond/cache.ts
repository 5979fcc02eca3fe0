import type { Hono, MiddlewareHandler } from 'hono';
import { LRUCache } from 'lru-cache';
import type { Env } from '../context.ts';
import { rateHeaders } from '../limit.ts';
import { ALWAYS, requestId } from '../middleware.ts';
import { isCurrent } from './tag.ts';

/** A finished answer as it is sent. */
export interface Finished {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly headers: Readonly<Record<string, string>>;
}

export type Answers = LRUCache<string, Finished>;

/** Answers kept by name up to a number of bytes. Headers weigh about as much as their text. */
export const keepAnswers = (maxSize: number): Answers =>
  new LRUCache({
    maxSize,
    sizeCalculation: ({ body, headers }, key) => key.length + body.length + (headers['Link']?.length ?? 0) + 300,
  });

/** What an answer depends on within a release: its address, and what the client wishes to read. */
const nameOf = (url: string, header: (name: string) => string | null | undefined): string =>
  `${header('accept') ?? ''}\n${header('accept-language') ?? ''}\n${url}`;

/** Keeps what `send` finished, and gives it again, whole; an answer that has to be made waits for its `turn`. */
export function kept(answers: Answers, turn?: () => Promise<void>): MiddlewareHandler<Env> {
  return async (c, next) => {
    const header = (name: string) => c.req.header(name);
    const key = nameOf(c.req.url, header);
    if (turn && !answers.has(key)) await turn();
    // Looked for after the wait: who asked the same at the same time has it made by now.
    const known = answers.get(key);
    if (known) {
      c.set('whole', true);
      return again(known, c.get('requestId'), header('if-none-match'), rateHeaders(c));
    }
    await next();
    const made = c.get('finished');
    if (made && !c.get('unkept')) answers.set(key, { body: made.body, headers: { ...ALWAYS, ...made.headers } });
    return;
  };
}

/** Gives kept answers before any routing, where nothing has to be counted or written down for them. */
export function keptFirst(answers: Answers, next: Hono<Env>['fetch']): Hono<Env>['fetch'] {
  return (request, ...runtime) => {
    const header = (name: string) => request.headers.get(name);
    const known = request.method === 'GET' ? answers.get(nameOf(request.url, header)) : undefined;
    return known ? again(known, requestId(header('x-request-id')), header('if-none-match')) : next(request, ...runtime);
  };
}

/** A plain answer and not `c.body`, which builds its headers one by one: a quarter more answers in the same time. */
function again(
  { body, headers }: Finished,
  id: string,
  ifNoneMatch: string | null | undefined,
  more: Readonly<Record<string, string>> = {},
): Response {
  const own = { 'X-Request-Id': id, 'Server-Timing': 'app;desc="kept"', ...more };
  return isCurrent(ifNoneMatch, headers['ETag'] ?? '')
    ? new Response(null, { status: 304, headers: { ...unchanged(headers), ...own } })
    : new Response(body, { headers: { ...headers, ...own } });
}

const unchanged = (headers: Finished['headers']): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => name !== 'Content-Type'));
