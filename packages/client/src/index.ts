import createFetchClient, { type Client } from 'openapi-fetch';
import type { components, paths } from './generated/paths.ts';

export type { components, paths } from './generated/paths.ts';
/** Requests typed path by path, their answers as JSON. */
export type Peninsula = Client<paths, 'application/json'>;
/** An event as the API sends it; with `fields`, only those asked for are there. */
export type Event = paths['/v1/events']['get']['responses']['200']['content']['application/json']['data'][number];
/** A problem as the API tells it (RFC 9457). */
export type Problem = components['schemas']['Problem'];

export interface Options {
  /** Release every answer comes from; pins a study to what it saw. */
  readonly asOf?: string;
  /** Language of single-language fields: en, zh-Hans, zh-Hant or ko. */
  readonly locale?: string;
  /** Another fetch, for tests or caching. */
  readonly fetch?: (request: Request) => Promise<Response>;
}

/** A 4xx or 5xx answer: `problem.errors` says what to mend, `status` is that of HTTP. */
export class PeninsulaError extends Error {
  readonly status: number;
  readonly problem: Problem | undefined;

  constructor(status: number, problem: Problem | undefined) {
    super(problem?.detail ?? `the API answered ${status}`);
    this.name = 'PeninsulaError';
    this.status = status;
    this.problem = problem;
  }
}

/**
 * A client of the API at `baseUrl`, typed path by path. Refused requests throw a {@link PeninsulaError}, so `data` is always there.
 * @throws TypeError where `baseUrl` is not an http(s) address.
 */
export function createPeninsula(baseUrl: string, { asOf, locale, fetch }: Options = {}): Peninsula {
  if (!/^https?:$/.test(new URL(baseUrl).protocol)) throw new TypeError(`${baseUrl} is not an http address`);
  const client = createFetchClient<paths, 'application/json'>({
    baseUrl: baseUrl.replace(/\/$/, ''),
    ...(fetch ? { fetch } : {}),
  });
  client.use({
    onRequest({ request }) {
      const url = new URL(request.url);
      if (asOf !== undefined) url.searchParams.set('as_of', asOf);
      if (locale !== undefined) url.searchParams.set('locale', locale);
      return new Request(url, request);
    },
    async onResponse({ response }) {
      if (response.ok || response.status === 304) return;
      const problem = /json/.test(response.headers.get('content-type') ?? '')
        ? ((await response.clone().json()) as Problem)
        : undefined;
      throw new PeninsulaError(response.status, problem);
    },
  });
  return client;
}

type EventQuery = NonNullable<paths['/v1/events']['get']['parameters']['query']>;

/** Every event that matches, page after page, each once. Stops asking when the caller stops reading. */
export async function* allEvents(client: Peninsula, query: EventQuery = {}): AsyncGenerator<Event> {
  let cursor: string | undefined;
  do {
    const page = { limit: 500, ...query, ...(cursor === undefined ? {} : { cursor }) };
    const { data } = await client.GET('/v1/events', { params: { query: page } });
    yield* data?.data ?? [];
    const next = data?.links.next;
    cursor = next ? (new URL(next).searchParams.get('cursor') ?? undefined) : undefined;
  } while (cursor !== undefined);
}
