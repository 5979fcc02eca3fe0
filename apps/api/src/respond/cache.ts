import type { Context, MiddlewareHandler } from 'hono';
import type { Env } from '../context.ts';
import { rateHeaders } from '../limit.ts';
import { ALWAYS } from '../middleware.ts';
import { isCurrent } from './tag.ts';

/** A finished answer as it is sent. */
export interface Finished {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly headers: Readonly<Record<string, string>>;
}

/** Answers kept by name up to a number of bytes; the least recently used goes first. */
export class AnswerCache {
  readonly #answers = new Map<string, Finished>();
  readonly #limit: number;
  #size = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  has(key: string): boolean {
    return this.#answers.has(key);
  }

  get(key: string): Finished | undefined {
    const known = this.#answers.get(key);
    if (known !== undefined) {
      this.#answers.delete(key);
      this.#answers.set(key, known);
    }
    return known;
  }

  set(key: string, made: Finished): void {
    if (this.#answers.has(key)) return;
    this.#answers.set(key, made);
    this.#size += weight(key, made);
    for (const [oldest, gone] of this.#answers) {
      if (this.#size <= this.#limit) break;
      this.#answers.delete(oldest);
      this.#size -= weight(oldest, gone);
    }
  }
}

/** Headers weigh about as much as their text. */
const weight = (key: string, { body, headers }: Finished): number =>
  key.length + body.length + (headers['Link']?.length ?? 0) + 300;

/**
 * Gives an answer made before, whole: within a release it depends on nothing but the address and what the client wishes
 * to read. What `send` finished is kept; one that has to be made waits for its `turn`.
 */
export function kept(answers: AnswerCache, turn?: () => Promise<void>): MiddlewareHandler<Env> {
  return async (c, next) => {
    const key = `${c.req.header('accept') ?? ''}\n${c.req.header('accept-language') ?? ''}\n${c.req.url}`;
    if (turn && !answers.has(key)) await turn();
    // Looked for after the wait: who asked the same at the same time has it made by now.
    const known = answers.get(key);
    if (known) return again(c, known);
    await next();
    const made = c.get('finished');
    if (made) answers.set(key, { body: made.body, headers: { ...ALWAYS, ...made.headers } });
    return;
  };
}

/** A plain answer and not `c.body`, which builds its headers one by one: a quarter more answers in the same time. */
function again(c: Context<Env>, known: Finished): Response {
  c.set('whole', true);
  const own = { 'X-Request-Id': c.get('requestId'), 'Server-Timing': 'app;desc="kept"', ...rateHeaders(c) };
  return isCurrent(c.req.header('if-none-match'), known.headers['ETag'] ?? '')
    ? new Response(null, { status: 304, headers: { ...unchanged(known), ...own } })
    : new Response(known.body, { headers: { ...known.headers, ...own } });
}

function unchanged({ headers }: Finished): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => name !== 'Content-Type'));
}
