import { DEFAULTS, HALF_LIVES, WEIGHTINGS } from '@peninsula/data/models';
import { DATE_MATCHES, FIELDS, GROUP_KEYS, MAX_LIMIT, SORT_KEYS } from '@peninsula/data/query';
import { Lang, Manifest, Quality, type Snapshot, TABLES } from '@peninsula/data/schema';
import { z } from 'zod';
import { PROBLEMS } from './respond/problem.ts';
import { EVENT_COLUMNS } from './respond/rows.ts';
import { INCLUDES } from './routes/events.ts';
import { PLAIN_TABLES } from './routes/tables.ts';

type Json = Record<string, unknown>;

/** Example ids for path parameters, so that a reader's and a test's first try finds something. */
export type Examples = Readonly<Record<string, string>>;

/** The OpenAPI 3.1 document: made from the same tables and fields the routes run on, written at build. */
export function openapi(manifest: Snapshot['manifest'], examples: Examples): Json {
  return {
    openapi: '3.1.0',
    info: {
      title: manifest.title,
      version: manifest.release,
      description: manifest.description,
      license: { name: 'CC BY 4.0 (data), Apache-2.0 (code)', url: 'https://creativecommons.org/licenses/by/4.0/' },
    },
    servers: [{ url: '/' }],
    paths: paths(examples),
    components: {
      schemas: { ...componentSchemas(), Problem: problemSchema },
      responses: Object.fromEntries(
        Object.entries({
          BadRequest: 'invalid-value',
          NotFound: 'not-found',
          NotAcceptable: 'not-acceptable',
          Gone: 'gone',
        } as const).map(([name, type]) => [
          name,
          {
            description: PROBLEMS[type],
            content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
          },
        ]),
      ),
    },
  };
}

const pathPair: Json = { name: 'pair', in: 'path', required: true, schema: { type: 'string' }, example: 'KP~US' };

function relationParameters(): Json[] {
  return [
    query('from', { type: 'string' }, 'First day (EDTF); the core window where left out', { example: '2017' }),
    query('to', { type: 'string' }, 'Last day (EDTF)', { example: '2019' }),
    query('half_life', { enum: HALF_LIVES.map(String), default: String(DEFAULTS.halfLife) }, 'Half-life in days'),
    query('weights', { enum: Object.keys(WEIGHTINGS), default: DEFAULTS.weighting }, 'How intensity counts'),
    query('source_country', { type: 'string' }, 'Only events with a source from these countries', { example: 'US,CN' }),
    query('without_source', { type: 'string' }, 'Leave these sources out', { example: 'yna.co.kr-00000000' }),
    query('known_by', { type: 'string' }, 'Only events published by this day', { example: '2019-10-05' }),
  ];
}

function paths(examples: Examples): Json {
  const all: Json = {
    '/v1': get('The release, and every resource with its address', 'index', [], single({ type: 'object' }), ['json']),
    '/v1/events': get(
      'Events, filtered, in pages',
      'listEvents',
      [...eventParameters(), ...paging(), ...shaping()],
      list(eventRow()),
      ['json', 'ndjson', 'csv'],
      EVENT_COLUMNS,
    ),
    '/v1/events/{id}': get(
      'One event',
      'getEvent',
      [pathId(examples['events']), ...shaping()],
      single(eventRow()),
      ['json', 'csv'],
      EVENT_COLUMNS,
    ),
    '/v1/taxonomy/{list}': get(
      'A code list',
      'getTaxonomy',
      [
        {
          name: 'list',
          in: 'path',
          required: true,
          schema: { enum: ['types', 'issues', 'scales', 'crosswalk'] },
          example: 'types',
        },
      ],
      list({ type: 'object' }),
      ['json', 'ndjson', 'csv'],
    ),
    '/v1/search': get(
      'Everything in the record, by words in any of its languages',
      'search',
      [
        query('q', { type: 'string', maxLength: 300 }, 'Words, "phrases", -exclusions and field:value', {
          required: true,
          example: 'stockholm',
        }),
        query('limit', { type: 'integer', minimum: 1, maximum: 100, default: 20 }, 'How many'),
      ],
      list(searchHit),
      ['json', 'ndjson'],
    ),
    '/v1/aggregate': get(
      'Events counted by up to three keys',
      'aggregate',
      [
        query(
          'group_by',
          { type: 'string', pattern: `^(${GROUP_KEYS.join('|')})(,(${GROUP_KEYS.join('|')})){0,2}$` },
          `One to three of ${GROUP_KEYS.join(', ')}`,
          { required: true, example: 'year,family' },
        ),
        ...eventParameters(),
      ],
      list({ type: 'object', required: ['count'], properties: { count: { type: 'integer' } } }),
      ['json', 'ndjson', 'csv'],
    ),
    '/v1/relations': get(
      'Pairs of actors with a signal between them',
      'listRelations',
      [],
      list({ type: 'object', required: ['dyad', 'events'] }),
      ['json', 'ndjson', 'csv'],
    ),
    '/v1/relations/{pair}': get(
      'Coordination and rivalry of a pair, each way and both together, a point a week',
      'getRelation',
      [pathPair, ...relationParameters()],
      single({ type: 'object', required: ['pair', 'directed', 'both'] }),
      ['json', 'ndjson', 'csv'],
    ),
    '/v1/relations/{pair}/explain': get(
      'What made a level (at), or moved it between two days (from, to); the parts add up to it',
      'explainRelation',
      [pathPair, query('at', { type: 'string' }, 'The day (EDTF)', { example: '2019-12-20' }), ...relationParameters()],
      single({ type: 'object', required: ['directed', 'both'] }),
      ['json'],
    ),
    '/v1/relations/{pair}/turning-points': get(
      'When a level changed, as intervals of dates',
      'turningPoints',
      [pathPair, ...relationParameters()],
      list({ type: 'object', required: ['dimension', 'date', 'interval_90'] }),
      ['json'],
    ),
    '/v1/relations/{pair}/responses': get(
      'Whether one side’s events were followed by the other’s, against what it did anyway; with power',
      'listResponses',
      [pathPair, ...relationParameters()],
      list({ type: 'object', required: ['from', 'to', 'dimension', 'window', 'observed', 'expected', 'ratio'] }),
      ['json'],
    ),
    '/v1/quality': get(
      'The quality report: evidence, balance of sources, coverage, launches per year, agreement of two codings',
      'getQuality',
      [],
      single({ $ref: '#/components/schemas/quality' }),
      ['json'],
    ),
    '/v1/models': get(
      'Model cards',
      'listModels',
      [],
      list({ type: 'object', required: ['id', 'purpose', 'limits'] }),
      ['json'],
    ),
    '/v1/models/{id}': get(
      'One model card',
      'getModel',
      [{ name: 'id', in: 'path', required: true, schema: { type: 'string' }, example: 'dpg' }],
      single({ type: 'object', required: ['id', 'equations', 'limits'] }),
      ['json'],
    ),
    '/v1/stances': get(
      'What each actor held on each issue on a day',
      'listStances',
      [
        query('at', { type: 'string', default: '2019-12-20' }, 'The day (EDTF)', { example: '2019-12-20' }),
        query('actor', { type: 'string' }, 'Actors, comma-separated', { example: 'CN,US' }),
        query('issue', { type: 'string' }, 'Issues, comma-separated', { example: 'sanctions' }),
      ],
      list({ type: 'object', required: ['actor', 'issue', 'value', 'low', 'high', 'n', 'since', 'stale'] }),
      ['json', 'ndjson', 'csv'],
    ),
    '/v1/stances/{actor}/{issue}/explain': get(
      'The statement that holds on a day, what it superseded, and its sources',
      'explainStance',
      [
        { name: 'actor', in: 'path', required: true, schema: { type: 'string' }, example: 'CN' },
        { name: 'issue', in: 'path', required: true, schema: { type: 'string' }, example: 'sanctions' },
        query('at', { type: 'string', default: '2019-12-20' }, 'The day (EDTF)', { example: '2019-12-20' }),
      ],
      single({ type: 'object', required: ['at', 'value', 'holds', 'sources'] }),
      ['json'],
    ),
    '/v1/stances/{actor}/{issue}': get(
      'The statements of one actor on one issue, in order of date',
      'getStance',
      [
        { name: 'actor', in: 'path', required: true, schema: { type: 'string' }, example: 'CN' },
        { name: 'issue', in: 'path', required: true, schema: { type: 'string' }, example: 'sanctions' },
        query('against', { type: 'string' }, 'Another actor: adds the distance to it, month by month', {
          example: 'US',
        }),
      ],
      list({ $ref: '#/components/schemas/stances' }),
      ['json'],
    ),
    '/v1/schema/{name}': {
      get: {
        operationId: 'getSchema',
        summary: 'JSON Schema of a published table',
        parameters: [{ name: 'name', in: 'path', required: true, schema: { type: 'string' }, example: 'events.json' }],
        responses: {
          200: { description: 'The schema', content: { 'application/schema+json': { schema: { type: 'object' } } } },
          404: { $ref: '#/components/responses/NotFound' },
        },
      },
    },
    '/healthz': {
      get: {
        operationId: 'health',
        summary: 'Whether the service answers',
        parameters: [],
        responses: {
          200: {
            description: 'It does',
            content: { 'application/json': { schema: { type: 'object', required: ['status', 'release'] } } },
          },
        },
      },
    },
    '/openapi.json': {
      get: {
        operationId: 'openapi',
        summary: 'This document',
        parameters: [],
        responses: {
          200: {
            description: 'OpenAPI 3.1',
            content: { 'application/vnd.oai.openapi+json': { schema: { type: 'object' } } },
          },
        },
      },
    },
    '/problems/{type}': {
      get: {
        operationId: 'problemPage',
        summary: 'What a kind of problem means',
        parameters: [
          {
            name: 'type',
            in: 'path',
            required: true,
            schema: { enum: Object.keys(PROBLEMS) },
            example: 'unknown-parameter',
          },
        ],
        responses: {
          200: { description: 'A page', content: { 'text/html': { schema: { type: 'string' } } } },
          404: { $ref: '#/components/responses/NotFound' },
        },
      },
    },
  };
  for (const table of PLAIN_TABLES) {
    const row = { $ref: `#/components/schemas/${table}` };
    const columns = Object.keys(TABLES[table].shape);
    const at =
      table === 'actors' || table === 'persons'
        ? [
            query('at', { type: 'string' }, 'A date (EDTF): who held which office then, under `included`', {
              example: '2019-10-05',
            }),
          ]
        : [];
    all[`/v1/${table}`] = get(
      `The table of ${table}, in pages`,
      `list-${table}`,
      paging(),
      list(row),
      ['json', 'ndjson', 'csv'],
      columns,
    );
    all[`/v1/${table}/{id}`] = get(
      `One of the ${table}`,
      `get-${table}`,
      [pathId(examples[table]), ...at],
      single(row),
      ['json', 'csv'],
      columns,
    );
  }
  return all;
}

function get(
  summary: string,
  operationId: string,
  parameters: readonly Json[],
  schema: Json,
  formats: readonly string[],
  columns?: readonly string[],
): Json {
  const text = { schema: { type: 'string' } };
  return {
    get: {
      operationId,
      summary,
      parameters: [...parameters, ...common(formats)],
      responses: {
        200: {
          description: summary,
          headers: { ETag: { schema: { type: 'string' } }, Link: { schema: { type: 'string' } } },
          content: {
            'application/json': { schema },
            ...(formats.includes('ndjson') ? { 'application/x-ndjson': text } : {}),
            ...(formats.includes('csv')
              ? { 'text/csv': { ...text, ...(columns ? { example: columns.join(',') } : {}) } }
              : {}),
          },
        },
        304: { description: 'The client has it' },
        400: { $ref: '#/components/responses/BadRequest' },
        406: { $ref: '#/components/responses/NotAcceptable' },
        ...(operationId.startsWith('get')
          ? { 404: { $ref: '#/components/responses/NotFound' }, 410: { $ref: '#/components/responses/Gone' } }
          : {}),
      },
    },
  };
}

function eventParameters(): Json[] {
  const date = { type: 'string' };
  return [
    query('from', date, 'First day, EDTF date read in tz', { example: '2019' }),
    query('to', date, 'Last day, inclusive, EDTF date read in tz', { example: '2019-12-31' }),
    query('tz', { type: 'string', default: 'Asia/Seoul' }, 'IANA zone in which from and to are read'),
    query('date_match', { enum: DATE_MATCHES, default: 'overlaps' }, 'How an event’s date meets the window'),
    ...FIELDS.map(({ name, codes }) =>
      query(
        name,
        { type: 'string' },
        `Either of a,b; repeat for both; -a for not${codes ? `. Codes: ${codes.join(', ')}` : ''}`,
        codes?.[0] === undefined ? {} : { example: codes[0] },
      ),
    ),
    query('known_by', date, 'Only what had been published by this date', { example: '2019-12-31' }),
    query('min_sources', { type: 'integer', minimum: 1, maximum: 999 }, 'At least so many sources', { example: 2 }),
    query('bbox', { type: 'string' }, 'west,south,east,north in degrees', { example: '124,33,132,43' }),
    query('q', { type: 'string', maxLength: 300 }, 'Words, "phrases", -exclusions and field:value', {
      example: 'stockholm',
    }),
    query('sort', { enum: SORT_KEYS }, 'Order; relevance is the default with q, date without'),
  ];
}

function paging(): Json[] {
  return [
    query('limit', { type: 'integer', minimum: 1, maximum: MAX_LIMIT, default: 50 }, 'Rows per page', { example: 5 }),
    query('cursor', { type: 'string' }, 'From links.next or links.prev'),
  ];
}

function shaping(): Json[] {
  return [
    query('fields', { type: 'string' }, 'Only these fields, comma-separated; id always stays', {
      example: 'title,date',
    }),
    query('include', { type: 'string' }, `Whole rows under \`included\`: ${INCLUDES.join(', ')}`, {
      example: 'sources',
    }),
  ];
}

function common(formats: readonly string[]): Json[] {
  return [
    query('format', { enum: formats }, 'Format, where neither extension nor Accept is handy'),
    query('locale', { enum: Lang.options }, 'Language of single-language fields; else Accept-Language'),
    query('as_of', { type: 'string' }, 'Release to answer from; pins the answer for ever'),
  ];
}

function query(name: string, schema: Json, description: string, more: Json = {}): Json {
  return { name, in: 'query', required: false, schema, description, ...more };
}

function pathId(example: string | undefined): Json {
  return {
    name: 'id',
    in: 'path',
    required: true,
    schema: { type: 'string' },
    ...(example === undefined ? {} : { example }),
  };
}

function componentSchemas(): Json {
  const schemas = { ...TABLES, manifest: Manifest, quality: Quality };
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => {
      const json = z.toJSONSchema(schema, { target: 'draft-2020-12' }) as Json;
      delete json['$schema'];
      return [name, json];
    }),
  );
}

const extended = { url: { type: 'string' }, publisher: { type: 'string' } };

/** An event with evidence that names publisher and URL; every field may be absent, since `fields` chooses. */
function eventRow(): Json {
  const event = componentSchemas()['events'] as { properties: Json };
  return {
    type: 'object',
    required: ['id'],
    additionalProperties: false,
    properties: {
      ...event.properties,
      evidence: {
        type: 'array',
        items: { type: 'object', required: ['source', 'says', ...Object.keys(extended)], properties: extended },
      },
    },
  };
}

const searchHit: Json = {
  type: 'object',
  required: ['table', 'id', 'title', 'lang', 'date', 'excerpt', 'marks', 'score', 'href'],
};

const meta: Json = {
  type: 'object',
  required: ['release', 'as_of', 'known_by', 'tz', 'locale', 'count', 'total', 'query'],
};
const links: Json = { type: 'object', required: ['self', 'canonical', 'next', 'prev'] };

function list(row: Json): Json {
  return {
    type: 'object',
    required: ['data', 'meta', 'links'],
    properties: { data: { type: 'array', items: row }, meta, links },
  };
}

function single(row: Json): Json {
  return { type: 'object', required: ['data', 'meta', 'links'], properties: { data: row, meta, links } };
}

const problemSchema: Json = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'instance', 'request_id'],
  properties: {
    type: { type: 'string', format: 'uri' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['code', 'parameter', 'value', 'detail', 'suggestions'],
        properties: { suggestions: { type: 'array', items: { type: 'string' } } },
      },
    },
    nearest: { type: 'array', items: { type: 'object', required: ['id', 'href'] } },
  },
};
