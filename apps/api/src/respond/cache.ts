import type { MiddlewareHandler } from 'hono';
import type { Env } from '../context.ts';
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
 * to read. What `send` finished is kept.
 */
export function kept(answers: AnswerCache): MiddlewareHandler<Env> {
  return async (c, next) => {
    const key = `${c.req.header('accept') ?? ''}\n${c.req.header('accept-language') ?? ''}\n${c.req.url}`;
    const known = answers.get(key);
    if (known) {
      c.set('whole', true);
      const own = { 'X-Request-Id': c.get('requestId'), 'Server-Timing': 'app;desc="kept"' };
      const current = isCurrent(c.req.header('if-none-match'), known.headers['ETag'] ?? '');
      // `c.body` and not a new answer: what a limiter has said of this client goes with it.
      return current
        ? c.body(null, 304, { ...unchanged(known), ...own })
        : c.body(known.body, 200, { ...known.headers, ...own });
    }
    await next();
    const made = c.get('finished');
    if (made) answers.set(key, { body: made.body, headers: { ...ALWAYS, ...made.headers } });
    return;
  };
}

function unchanged({ headers }: Finished): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => name !== 'Content-Type'));
}
