import type { Context } from 'hono';
import type { Finished } from './cache.ts';
import { MEDIA, type Format } from './format.ts';

export interface Answer {
  /** Made only when the client does not have it. */
  readonly body: () => Finished;
  readonly format: Format;
  /** Names the answer within a release: path, canonical query, format, locale. */
  readonly key: string;
  readonly release: string;
  readonly digest: string;
  /** True where the request pinned the release, so that the answer never changes. */
  readonly pinned: boolean;
  readonly links: readonly string[];
}

const LIVE = 'public, max-age=300, stale-while-revalidate=86400';
const PINNED = 'public, max-age=31536000, immutable';

/** Sends an answer, or 304 where the client has it. */
export function send(c: Context, answer: Answer): Response {
  const etag = entityTag(answer);
  const headers: Record<string, string> = {
    ETag: etag,
    'Cache-Control': answer.pinned ? PINNED : LIVE,
    Vary: 'Accept, Accept-Language',
    Link: answer.links.join(', '),
  };
  if (matches(c.req.header('if-none-match'), etag)) return c.body(null, 304, headers);
  const { text, next, prev } = answer.body();
  const pages = [next && `<${next}>; rel="next"`, prev && `<${prev}>; rel="prev"`].filter((link) => link !== null);
  const Link = [...answer.links, ...pages].join(', ');
  return c.body(text, 200, { ...headers, Link, 'Content-Type': MEDIA[answer.format] });
}

/**
 * Strong tag from what determines the bytes: the data's digest, the canonical request, the format. It never hashes the body, so a
 * 304 costs no query.
 */
export function entityTag({
  release,
  digest,
  key,
  format,
}: Pick<Answer, 'release' | 'digest' | 'key' | 'format'>): string {
  return `"${release}-${fnv(`${digest}\n${format}\n${key}`)}"`;
}

function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return header === '*' || header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}

/** 64 bits of FNV-1a as two seeded halves: short, and the same in every runtime. */
function fnv(text: string): string {
  let a = 0x811c9dc5;
  let b = 0xcbf29ce4;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193) >>> 0;
    b = Math.imul(b ^ code, 0x01000197) >>> 0;
  }
  return a.toString(16).padStart(8, '0') + b.toString(16).padStart(8, '0');
}
