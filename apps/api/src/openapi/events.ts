import { DATE_MATCHES, FIELDS, GROUP_KEYS, MAX_LIMIT, SORT_KEYS } from '@peninsula/data/query';
import { EVENT_COLUMNS } from '../respond/rows.ts';
import { ACCOUNT_COLUMNS } from '../routes/accounts.ts';
import { INCLUDES } from '../routes/events.ts';
import { componentSchemas } from './document.ts';
import { type Examples, get, inPath, type Json, list, paging, type Paths, query, row, single } from './parts.ts';

/** What a list of events can be had as. */
const FORMATS = ['json', 'ndjson', 'csv', 'jsonld', 'geojson', 'ics', 'atom', 'jsonfeed'] as const;

export const events = (examples: Examples): Paths => ({
  '/v1/events': get({
    summary: 'Events, filtered, in pages',
    id: 'listEvents',
    parameters: [...eventParameters(), ...sampling(), ...paging({ max: MAX_LIMIT, preset: 50 }), ...shaping()],
    answer: list(eventRow()),
    formats: FORMATS,
    columns: EVENT_COLUMNS,
  }),
  '/v1/events/{id}': get({
    summary: 'One event',
    id: 'getEvent',
    parameters: [inPath('id', examples['events']), ...shaping()],
    answer: single(eventRow()),
    formats: FORMATS.filter((format) => format !== 'ndjson'),
    columns: EVENT_COLUMNS,
  }),
  '/v1/events/{id}/history': get({
    summary: 'One event through the releases: when it was added, which fields changed, and its corrections',
    id: 'getEventHistory',
    parameters: [inPath('id', examples['events'])],
    answer: list(row('release', 'released', 'what', 'fields')),
  }),
  '/v1/accounts': get({
    summary: 'Fields with more than one account, and what each side said came of an event',
    id: 'listAccounts',
    parameters: eventParameters(),
    answer: list(row(...ACCOUNT_COLUMNS)),
    formats: ['json', 'ndjson', 'csv'],
    columns: ACCOUNT_COLUMNS,
  }),
  '/v1/disagreements': get({
    summary: 'Those accounts that differ',
    id: 'listDisagreements',
    parameters: eventParameters(),
    answer: list(row(...ACCOUNT_COLUMNS)),
    formats: ['json', 'ndjson', 'csv'],
    columns: ACCOUNT_COLUMNS,
  }),
  '/v1/search': get({
    summary: 'Everything in the record, by words in any of its languages',
    id: 'search',
    parameters: [
      query('q', { type: 'string', maxLength: 300 }, 'Words, "phrases", -exclusions and field:value', {
        required: true,
        example: 'stockholm',
      }),
      query('limit', { type: 'integer', minimum: 1, maximum: 100, default: 20 }, 'How many'),
    ],
    answer: list(row('table', 'id', 'title', 'lang', 'date', 'excerpt', 'marks', 'score', 'href')),
    formats: ['json', 'ndjson'],
  }),
  '/v1/aggregate': get({
    summary: 'Events counted by up to three keys',
    id: 'aggregate',
    parameters: [
      query(
        'group_by',
        { type: 'string', pattern: `^(${GROUP_KEYS.join('|')})(,(${GROUP_KEYS.join('|')})){0,2}$` },
        `One to three of ${GROUP_KEYS.join(', ')}`,
        { required: true, example: 'year,family' },
      ),
      ...eventParameters(),
    ],
    answer: list({ type: 'object', required: ['count'], properties: { count: { type: 'integer' } } }),
    formats: ['json', 'ndjson', 'csv'],
  }),
});

export function eventParameters(): Json[] {
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

/** A random part of what matches, the same for the same seed and release. */
function sampling(): Json[] {
  return [
    query('sample', { type: 'integer', minimum: 1, maximum: MAX_LIMIT }, 'So many events, drawn evenly', {
      example: 3,
    }),
    query('seed', { type: 'string' }, 'Which draw; another seed gives another sample'),
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

/** An event with evidence that names publisher and URL; every field may be absent, since `fields` chooses. */
function eventRow(): Json {
  const extended = { url: { type: 'string' }, publisher: { type: 'string' } };
  const event = componentSchemas()['events'] as { properties: { evidence: { items: { properties: Json } } } & Json };
  return {
    type: 'object',
    required: ['id'],
    additionalProperties: false,
    properties: {
      ...event.properties,
      evidence: {
        type: 'array',
        items: {
          type: 'object',
          required: ['source', 'says', ...Object.keys(extended)],
          properties: { ...event.properties.evidence.items.properties, ...extended },
        },
      },
    },
  };
}
