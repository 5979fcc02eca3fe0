import { COMMON_DOCS } from './common.ts';

export type Json = Record<string, unknown>;

/** Example ids for path parameters, so that a reader's and a test's first try finds something. */
export type Examples = Readonly<Record<string, string>>;

/** Paths of one resource. */
export type Paths = Record<string, Json>;

const MEDIA: Readonly<Record<string, string>> = {
  json: 'application/json',
  jsonld: 'application/ld+json',
  ndjson: 'application/x-ndjson',
  csv: 'text/csv',
  geojson: 'application/geo+json',
  ics: 'text/calendar',
  atom: 'application/atom+xml',
  jsonfeed: 'application/feed+json',
};

export interface Operation {
  readonly summary: string;
  /** Starts with `get` where an id may be unknown or retired. */
  readonly id: string;
  readonly parameters?: readonly Json[];
  /** Schema of the JSON answer. */
  readonly answer: Json;
  readonly formats?: readonly string[];
  readonly columns?: readonly string[];
}

/** A path that only reads. */
export function get({ summary, id, parameters = [], answer, formats = ['json'], columns }: Operation): Json {
  const content = Object.fromEntries(
    formats.map((format) => {
      const example = format === 'csv' && columns ? { example: columns.join(',') } : {};
      const schema =
        format === 'json'
          ? answer
          : /json|geo/.test(format) && format !== 'ndjson'
            ? { type: 'object' }
            : { type: 'string' };
      return [MEDIA[format], { schema, ...example }];
    }),
  );
  return {
    get: {
      operationId: id,
      summary,
      parameters: [...parameters, ...COMMON_DOCS(formats)],
      responses: {
        200: {
          description: summary,
          headers: { ETag: { schema: { type: 'string' } }, Link: { schema: { type: 'string' } } },
          content,
        },
        304: { description: 'The client has it' },
        400: { $ref: '#/components/responses/BadRequest' },
        406: { $ref: '#/components/responses/NotAcceptable' },
        429: { $ref: '#/components/responses/TooManyRequests' },
        ...(id.startsWith('get')
          ? { 404: { $ref: '#/components/responses/NotFound' }, 410: { $ref: '#/components/responses/Gone' } }
          : {}),
      },
    },
  };
}

/** What a file of the build answers beside itself: it takes no parameter and carries an ETag. */
const TAGGED: Json = {
  304: { description: 'The client has it' },
  400: { $ref: '#/components/responses/BadRequest' },
};

/** A path that is not an envelope: a file, a page, a health check. */
export function plain(
  summary: string,
  id: string,
  media: string,
  parameters: readonly Json[] = [],
  missing = false,
  tagged = false,
): Json {
  return {
    get: {
      operationId: id,
      summary,
      parameters,
      responses: {
        200: {
          description: summary,
          content: { [media]: { schema: /json/.test(media) ? { type: 'object' } : { type: 'string' } } },
        },
        ...(missing ? { 404: { $ref: '#/components/responses/NotFound' } } : {}),
        ...(tagged ? TAGGED : {}),
      },
    },
  };
}

export function query(name: string, schema: Json, description: string, more: Json = {}): Json {
  return { name, in: 'query', required: false, schema, description, ...more };
}

export function inPath(name: string, example: string | undefined, schema: Json = { type: 'string' }): Json {
  return { name, in: 'path', required: true, schema, ...(example === undefined ? {} : { example }) };
}

const textOrNull: Json = { type: ['string', 'null'] };
const meta: Json = {
  type: 'object',
  required: ['release', 'as_of', 'known_by', 'tz', 'locale', 'count', 'total', 'query'],
  properties: {
    release: { type: 'string' },
    as_of: textOrNull,
    known_by: textOrNull,
    tz: { type: 'string' },
    locale: { type: 'string' },
    count: { type: 'integer' },
    total: { type: 'integer' },
    query: { type: 'string' },
  },
};
const links: Json = {
  type: 'object',
  required: ['self', 'canonical', 'next', 'prev', 'cite'],
  properties: {
    self: { type: 'string' },
    canonical: { type: 'string' },
    next: textOrNull,
    prev: textOrNull,
    cite: { type: 'string' },
    csv: { type: 'string' },
    feed: { type: 'string' },
  },
};
const envelope = (data: Json): Json => ({
  type: 'object',
  required: ['data', 'meta', 'links'],
  properties: { data, meta, links },
});

export const list = (row: Json): Json => envelope({ type: 'array', items: row });
export const single = (row: Json): Json => envelope(row);
export const row = (...required: string[]): Json => ({
  type: 'object',
  required,
  properties: Object.fromEntries(required.map((name) => [name, {}])),
});
export const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });

export function paging(limit: { max: number; preset: number }): Json[] {
  return [
    query('limit', { type: 'integer', minimum: 1, maximum: limit.max, default: limit.preset }, 'Rows per page', {
      example: 5,
    }),
    query('cursor', { type: 'string' }, 'From links.next or links.prev'),
  ];
}
