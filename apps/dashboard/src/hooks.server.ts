import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { type Handle, type HandleServerError, sequence } from '@sveltejs/kit/hooks';
import { LRUCache } from 'lru-cache';
import { version } from '$app/env';
import { paraglideMiddleware } from '#lib/paraglide/server.js';
import { startLate } from '#lib/server/late.ts';
import { answerFrom, digest } from '#lib/server/record.ts';

/** An answer as it went over the wire. */
interface Kept {
  readonly headers: readonly [string, string][];
  readonly body: Uint8Array<ArrayBuffer>;
}

const MOST = 64 * 1024 * 1024;
/** Finished pages; one that would push out many is not kept. */
const kept = new LRUCache<string, Kept>({
  maxSize: MOST,
  maxEntrySize: MOST / 8,
  sizeCalculation: ({ body }) => body.length + 1,
});
/** A page is made of the build, the record and its address, and of nothing else. */
const ETAG = `W/"${version}-${digest.slice(0, 12)}"`;
/** Below this, compressing costs more than it saves. */
const WORTH = 1400;

const [toGzip, toBrotli] = [promisify(gzip), promisify(brotliCompress)];
/** Six of eleven: a page is made while somebody waits for it, and the rest would save a hundredth. */
const CODINGS = {
  br: (plain: Uint8Array) => toBrotli(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }),
  gzip: (plain: Uint8Array) => toGzip(plain, { level: 9 }),
} as const;
type Coding = keyof typeof CODINGS;
const BEST_FIRST = Object.keys(CODINGS) as Coding[];

/** What a reader's browser can read, by `Accept-Encoding`; null where it names neither, or refuses it. */
const codingFor = (accepted: string): Coding | null =>
  BEST_FIRST.find((name) =>
    accepted.split(',').some((one) => {
      const [coding = '', ...parameters] = one.split(';').map((part) => part.trim());
      return coding === name && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
    }),
  ) ?? null;

/** Pages are made once per address and travel compressed; a reader who has one is told so. */
const once: Handle = async ({ event, resolve }) => {
  const { request, url } = event;
  if (request.method !== 'GET') return resolve(event);
  const coding = codingFor(request.headers.get('accept-encoding') ?? '');
  const key = `${coding ?? 'plain'} ${event.isDataRequest ? 'data ' : ''}${url.href}`;
  const known = kept.get(key);
  if (known) return request.headers.get('if-none-match') === ETAG ? unchanged(known) : answered(known);

  const response = await resolve(event);
  const type = response.headers.get('content-type') ?? '';
  if (response.status !== 200 || !/text|json|xml/.test(type) || response.headers.has('content-encoding'))
    return response;
  const headers = new Headers(response.headers);
  headers.set('etag', ETAG);
  if (!headers.has('cache-control')) headers.set('cache-control', 'public, max-age=0, must-revalidate');
  headers.append('vary', 'accept-encoding');
  const text = await response.text();
  const plain = new TextEncoder().encode(type.includes('html') ? startLate(text) : text);
  const squeeze = coding && plain.length >= WORTH ? coding : null;
  const body = squeeze ? new Uint8Array(await CODINGS[squeeze](plain)) : plain;
  if (squeeze) headers.set('content-encoding', squeeze);
  headers.set('content-length', String(body.length));
  const made: Kept = { headers: [...headers], body };
  kept.set(key, made);
  return answered(made);
};

const answered = ({ headers, body }: Kept) => new Response(body, { headers: [...headers] });
const unchanged = ({ headers }: Kept) =>
  new Response(null, { status: 304, headers: headers.filter(([name]) => !name.startsWith('content-')) });

/** Sets the language of the page from its address, and the release where the address pins one. */
const localized: Handle = ({ event, resolve }) =>
  paraglideMiddleware(event.request, async ({ locale }) => {
    const answer = async () =>
      resolve(event, {
        transformPageChunk: ({ html }) =>
          html.replace('%lang%', locale).replace('%live%', () => `<script>${LIVE}</script>`),
        // The page reads without scripts: they come after it. The two faces every page has are asked for at once.
        preload: ({ type, path }) =>
          type === 'css' ||
          (type === 'font' && /source-(sans-3-latin-wght|serif-4-latin-600)-normal.*woff2/.test(path)),
      });
    const release = event.url.searchParams.get('as_of');
    // A release nobody made is answered from the newest, and the page says so.
    return (release ? await answerFrom(release, answer) : null) ?? answer();
  });

export const handle: Handle = sequence(once, localized);

/** The log gets the whole story of what nobody foresaw; the reader gets the default sentence. */
export const handleError: HandleServerError = ({ kind, error, event }) => {
  if (kind === 'unknown') console.error(`${event.request.method} ${event.url.pathname}`, error);
};
