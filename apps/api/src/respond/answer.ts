import { LANGS } from '@peninsula/data/lists';
import { nearest, type QueryProblem } from '@peninsula/data/query';
import type { Lang } from '@peninsula/data/schema';
import type { Context } from 'hono';
import type { Env, Service } from '../context.ts';
import { toCsv } from './csv.ts';
import { type Format, MEDIA, negotiate } from './format.ts';
import { localeOf } from './locale.ts';
import { badQuery, problem } from './problem.ts';
import { send } from './send.ts';

/** Parameters every resource takes. */
export const COMMON = ['format', 'locale', 'as_of'] as const;

/** What a handler found: rows as values with their JSON, and where the pages around it are. */
export interface Result {
  readonly rows: readonly Row[];
  readonly total: number;
  /** The same as flat rows, for CSV and NDJSON where the JSON is one nested record. */
  readonly table?: readonly Row[];
  /** One record instead of a list. */
  readonly single?: boolean;
  readonly next?: string | null;
  readonly prev?: string | null;
  readonly meta?: Readonly<Record<string, unknown>>;
  readonly included?: Readonly<Record<string, unknown>>;
}

export interface Row {
  /** The row's JSON text. */
  readonly json: string;
  /** Its cells, made only when CSV is asked for. */
  cells(locale: Lang): Readonly<Record<string, unknown>>;
}

export interface Request {
  readonly service: Service;
  readonly formats: readonly Format[];
  /** Ending cut from the path, where there was one. */
  readonly extension: string | undefined;
  /** The query in canonical form, without format, locale and as_of. */
  readonly query: string;
  /** Cursor of the page asked for; empty for the first. */
  readonly page?: string;
  readonly columns?: readonly string[];
  /** Formats beyond JSON, NDJSON and CSV, each written from what was found. */
  readonly renders?: Renders;
  find(locale: Lang): Result;
}

export type Renders = Partial<Record<Format, (found: Result, about: About) => string>>;

/** What a feed or a calendar says about itself. */
export interface About {
  readonly self: string;
  readonly canonical: string;
  readonly origin: string;
  readonly locale: Lang;
  readonly release: string;
  readonly released: string;
}

/** The way every resource answers: format, language, release, ETag, cache, envelope, links. */
export function answer(c: Context<Env>, request: Request): Response {
  const { service, query } = request;
  const formats = [...request.formats, ...(Object.keys(request.renders ?? {}) as Format[])];
  const { release } = service.record;
  const format = negotiate(c, request.extension, formats);
  if (format === null) {
    return problem(c, 406, 'not-acceptable', `This resource exists as ${formats.join(', ')}.`, { available: formats });
  }
  const locale = localeOf(c);
  if (locale === null) return badQuery(c, [wrongCode('locale', c.req.query('locale') ?? '', LANGS)]);
  const asOf = c.req.query('as_of');
  if (asOf !== undefined && asOf !== '' && asOf !== release)
    return badQuery(c, [
      wrongCode(
        'as_of',
        asOf,
        service.releases.map((one) => one.release),
      ),
    ]);

  const url = new URL(c.req.url);
  const path = request.extension === undefined ? url.pathname : url.pathname.slice(0, -request.extension.length - 1);
  const pinned = asOf === release;
  const at = (parts: readonly (string | undefined)[]) => `${url.origin}${path}${suffix(parts)}`;
  const self = url.href;
  const cursor = request.page ? `cursor=${encodeURIComponent(request.page)}` : undefined;
  // A pinned answer stays pinned wherever its links lead.
  const pin = pinned ? `as_of=${release}` : undefined;
  const canonical = at([query, cursor, pin]);
  const key = `${path}?${query}&${cursor ?? ''}&locale=${locale}&pinned=${String(pinned)}`;
  const body = () => {
    const found = request.find(locale);
    const page = (to: string | null | undefined) => (to ? at([query, `cursor=${to}`, pin]) : null);
    const [next, prev] = [page(found.next), page(found.prev)];
    const finish = (text: string) => ({ text, next, prev });
    const flat = found.table ?? found.rows;
    const render = request.renders?.[format];
    if (render) {
      const { released } = service.record.snapshot.manifest;
      return finish(render(found, { self, canonical, origin: url.origin, locale, release, released }));
    }
    if (format === 'ndjson') return finish(flat.map(({ json }) => `${json}\n`).join(''));
    if (format === 'csv')
      return finish(
        toCsv(
          request.columns ?? [],
          flat.map((row) => row.cells(locale)),
        ),
      );
    const links = {
      self,
      canonical,
      next,
      prev,
      cite: `${url.origin}/v1/cite?url=${encodeURIComponent(canonical)}`,
      ...(formats.includes('csv') ? { csv: `${url.origin}${path}.csv${suffix([query, pin])}` } : {}),
      ...(formats.includes('atom') ? { feed: `${url.origin}${path}.atom${suffix([query, pin])}` } : {}),
    };
    const meta = {
      release,
      as_of: pinned ? release : null,
      known_by: null,
      tz: 'Asia/Seoul',
      locale,
      count: found.rows.length,
      total: found.total,
      query,
      ...found.meta,
    };
    const data =
      found.single === true ? (found.rows[0]?.json ?? 'null') : `[${found.rows.map(({ json }) => json).join(',')}]`;
    const included = found.included ? `,"included":${JSON.stringify(found.included)}` : '';
    return finish(`{"data":${data},"meta":${JSON.stringify(meta)},"links":${JSON.stringify(links)}${included}}`);
  };
  // Targets on this host are relative, as RFC 8288 allows: a header is sent with every answer, however small.
  const links = [
    `<${canonical}>; rel="canonical"`,
    '</openapi.json>; rel="describedby"',
    '<https://creativecommons.org/licenses/by/4.0/>; rel="license"',
    `</v1/cite?url=${encodeURIComponent(canonical)}>; rel="cite-as"`,
    ...formats
      .filter((other) => other !== format)
      .map(
        (other) =>
          `<${path}.${other}${suffix([query, pin])}>; rel="alternate"; type="${MEDIA[other].split(';')[0] ?? ''}"`,
      ),
  ];
  return send(c, { body, format, key, release, digest: service.record.snapshot.manifest.digest, pinned, links });
}

/** Problems of a request to a resource with few parameters: any it does not know. */
export function unknownParameters(
  c: Context,
  known: readonly string[],
  common: readonly string[] = COMMON,
): QueryProblem[] {
  const all = [...known, ...common];
  return Object.entries(c.req.queries())
    .filter(([name]) => !all.includes(name))
    .map(([name, [value = '']]) => {
      const suggestions = nearest(name, all, 3);
      const detail = `there is no parameter ${JSON.stringify(name)} here${suggestions[0] === undefined ? '' : `; did you mean ${suggestions[0]}?`}`;
      return { code: 'unknown-parameter', parameter: name, value: value.slice(0, 100), detail, suggestions };
    });
}

export function wrongCode(parameter: string, value: string, codes: readonly string[]): QueryProblem {
  const close = nearest(value, codes, 3);
  return {
    code: 'invalid-value',
    parameter,
    value: value.slice(0, 100),
    detail: `${JSON.stringify(value.slice(0, 60))} is not a value of ${parameter}; it takes ${codes.join(', ')}`,
    suggestions: close.length > 0 ? close : codes,
  };
}

function suffix(parts: readonly (string | undefined)[]): string {
  const given = parts.filter((part) => part !== undefined && part !== '');
  return given.length === 0 ? '' : `?${given.join('&')}`;
}
