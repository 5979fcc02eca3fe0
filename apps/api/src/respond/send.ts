import type { Context } from 'hono';
import type { Env } from '../context.ts';
import { MEDIA, type Format } from './format.ts';
import { entityTag, isCurrent } from './tag.ts';

/** The text of an answer and the pages beside it. */
export interface Made {
  readonly text: string;
  readonly next: string | null;
  readonly prev: string | null;
}

export interface Answer {
  /** Made only when the client does not have it. */
  readonly body: () => Made;
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
export function send(c: Context<Env>, answer: Answer): Response {
  const etag = entityTag(answer);
  const headers: Record<string, string> = {
    ETag: etag,
    'Cache-Control': answer.pinned ? PINNED : LIVE,
    Vary: 'Accept, Accept-Language',
    Link: answer.links.join(', '),
  };
  if (isCurrent(c.req.header('if-none-match'), etag)) return c.body(null, 304, headers);
  const { text, next, prev } = answer.body();
  const pages = [next && `<${next}>; rel="next"`, prev && `<${prev}>; rel="prev"`].filter((link) => link !== null);
  const Link = [...answer.links, ...pages].join(', ');
  const finished = {
    body: new TextEncoder().encode(text),
    headers: { ...headers, Link, 'Content-Type': MEDIA[answer.format] },
  };
  c.set('finished', finished);
  return c.body(finished.body, 200, finished.headers);
}
