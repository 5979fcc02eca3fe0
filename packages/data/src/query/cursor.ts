import type { PageRequest, Parsed, QueryProblem } from './contract.ts';

export const DEFAULT_LIMIT = 50;
export const MAX_LIMIT = 500;

/**
 * A cursor names a row of one query's result in one release. The record never changes within a release, so an offset is exact;
 * the hash makes a cursor of another query or release an error instead of a wrong page.
 */
export function writeCursor(offset: number, boundTo: string): string {
  return `${offset.toString(36)}-${hash(boundTo)}`;
}

export function readCursor(cursor: string, boundTo: string): Parsed<number> {
  const match = /^([0-9a-z]{1,7})-([0-9a-z]{1,7})$/.exec(cursor);
  if (match?.[1] !== undefined && match[2] === hash(boundTo)) return { ok: true, value: Number.parseInt(match[1], 36) };
  const detail = match
    ? 'this cursor belongs to another query or release; start again without it'
    : 'this is not a cursor; take one from links.next, or start without it';
  return {
    ok: false,
    problems: [{ code: 'cursor-mismatch', parameter: 'cursor', value: cursor.slice(0, 40), detail, suggestions: [] }],
  };
}

/** Reads `limit` and `cursor` from URL parameters. */
export function parsePage(params: Iterable<readonly [string, string]>): Parsed<PageRequest> {
  const page: { limit?: number; cursor?: string } = {};
  const problems: QueryProblem[] = [];
  for (const [name, value] of params) {
    if (value === '') continue;
    if (name === 'limit') {
      if (/^\d{1,3}$/.test(value) && Number(value) >= 1 && Number(value) <= MAX_LIMIT) page.limit = Number(value);
      else {
        const detail = `${JSON.stringify(value.slice(0, 40))} is not a whole number from 1 to ${MAX_LIMIT}`;
        problems.push({
          code: 'invalid-value',
          parameter: 'limit',
          value: value.slice(0, 40),
          detail,
          suggestions: ['50', '500'],
        });
      }
    } else if (name === 'cursor') page.cursor = value;
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: page };
}

/** FNV-1a, 32 bit: short, stable, and not a secret. */
function hash(text: string): string {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    h ^= text.charCodeAt(i);
    h = Math.imul(h, 0x01000193) >>> 0;
  }
  return h.toString(36);
}
