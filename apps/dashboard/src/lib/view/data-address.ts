import { MAX_LIMIT, nearest, parseQuery } from '@peninsula/data/query';
import { askedDay } from '@peninsula/data/dates';
import type { PeninsulaRecord } from '@peninsula/data';
import { declaredAt, statements } from '@peninsula/data/models';
import { m } from '#lib/paraglide/messages.js';

type Filter = 'actor' | 'from' | 'to';
interface Resource {
  readonly filters: readonly Filter[];
  readonly formats: readonly string[];
}
const PLAIN = ['csv', 'json', 'ndjson'];
const TABLE: Resource = { filters: [], formats: PLAIN };

/** What can be asked for, with the filters it takes and the formats it exists in. */
export const RESOURCES = {
  events: { filters: ['actor', 'from', 'to'], formats: [...PLAIN, 'geojson', 'jsonld', 'ics', 'atom', 'jsonfeed'] },
  aggregate: { filters: ['actor', 'from', 'to'], formats: PLAIN },
  stances: { filters: ['actor', 'to'], formats: PLAIN },
  documents: TABLE,
  sources: TABLE,
  persons: TABLE,
  actors: TABLE,
  places: TABLE,
  processes: TABLE,
} as const satisfies Readonly<Record<string, Resource>>;
export type ResourceName = keyof typeof RESOURCES;
export const FORMATS = RESOURCES.events.formats;

/** Asked by the form, or as the page opens. */
export interface Asked {
  readonly resource: string;
  readonly actor: string;
  readonly from: string;
  readonly to: string;
  readonly format: string;
}
export const OPENING: Asked = { resource: 'events', actor: 'KP', from: '2019', to: '2019', format: 'csv' };

export interface BuiltAddress {
  /** Null while something asked for cannot be had. */
  readonly url: string | null;
  readonly rows: number;
  /** Answers come in pages, and this one does not fit into the first. */
  readonly paged: boolean;
  readonly notes: readonly string[];
  readonly problems: readonly {
    readonly text: string;
    readonly parameter: keyof Asked;
    readonly tries: readonly string[];
  }[];
}

/** The form as the address holds it; a form sent is taken as it is, and no form opens with an example. */
export function askedFor(params: URLSearchParams): Asked {
  const sent = Object.keys(OPENING).some((name) => params.has(name));
  const read = (name: keyof Asked, empty: string) => (sent ? params.get(name)?.trim() || empty : OPENING[name]);
  return {
    resource: read('resource', 'events'),
    actor: read('actor', ''),
    from: read('from', ''),
    to: read('to', ''),
    format: read('format', 'csv'),
  };
}

/** The address at the API that answers what was asked, and how many rows it holds. */
export function builtAddress(record: PeninsulaRecord, asked: Asked, api: string, pinned: boolean): BuiltAddress {
  const problems = problemsOf(record, asked);
  if (problems.length > 0) return { url: null, rows: 0, paged: false, notes: [], problems };
  const resource = asked.resource as ResourceName;
  const { filters } = RESOURCES[resource];
  const kept = (['actor', 'from', 'to'] as const).filter((name) => (filters as readonly Filter[]).includes(name));
  const dropped = (['actor', 'from', 'to'] as const).filter((name) => asked[name] !== '' && !kept.includes(name));
  const rows = countRows(record, resource, asked);
  const paged = resource !== 'aggregate' && resource !== 'stances';
  const day = resource === 'stances' ? askedDay(asked.to)?.text : undefined;
  const query = [
    ...(resource === 'aggregate' ? ['group_by=year,family'] : []),
    ...kept
      .filter((name) => asked[name] !== '' && (day === undefined || name !== 'to'))
      .map((name) => `${name}=${written(asked[name])}`),
    ...(day === undefined ? [] : [`at=${day}`]),
    ...(paged ? [`limit=${MAX_LIMIT}`] : []),
    ...(pinned ? [`as_of=${record.release}`] : []),
  ];
  return {
    url: `${api}/v1/${resource}.${asked.format}${query.length > 0 ? `?${query.join('&')}` : ''}`,
    rows,
    paged: paged && rows > MAX_LIMIT,
    notes: [
      ...(resource === 'stances' ? [m.data_note_day()] : []),
      ...(dropped.length > 0 ? [m.data_note_dropped({ names: dropped.join(', ') })] : []),
      ...(paged && rows > MAX_LIMIT ? [m.data_note_paged({ n: MAX_LIMIT })] : []),
    ],
    problems,
  };
}

/** As a person would write it: a comma and a tilde need no escape in a query. */
const written = (value: string): string =>
  encodeURIComponent(value).replace(/%2C/g, ',').replace(/%7E/g, '~').replace(/%2F/g, '/');

function countRows(record: PeninsulaRecord, resource: ResourceName, asked: Asked): number {
  if (resource === 'events' || resource === 'aggregate') {
    const parsed = parseQuery(eventParams(asked));
    if (!parsed.ok) return 0;
    return resource === 'events'
      ? record.events(parsed.value, { limit: 1 }).total
      : record.aggregate(parsed.value, ['year', 'family']).length;
  }
  if (resource !== 'stances') return record.list(resource).length;
  const end = askedDay(asked.to || '2019-12-20')?.end ?? 0;
  const all = record.list('stances');
  const actors = asked.actor === '' ? stanceActors(record) : asked.actor.split(',');
  return actors
    .flatMap((actor) => record.list('issues').map((issue) => declaredAt(statements(all, actor, issue.id), end)))
    .filter(Boolean).length;
}

function problemsOf(record: PeninsulaRecord, asked: Asked): BuiltAddress['problems'] {
  const names = Object.keys(RESOURCES);
  if (!names.includes(asked.resource))
    return [
      wrong('resource', m.data_bad_resource({ value: short(asked.resource) }), nearest(asked.resource, names, 2)),
    ];
  const resource = asked.resource as ResourceName;
  const formats: readonly string[] = RESOURCES[resource].formats;
  const filters: readonly Filter[] = RESOURCES[resource].filters;
  const actors = resource === 'stances' ? stanceActors(record) : record.list('actors').map(({ id }) => id as string);
  const unknown = asked.actor.split(',').filter((id) => id !== '' && !actors.includes(id));
  const dates = parseQuery(eventParams({ ...asked, actor: '' }));
  return [
    ...(formats.includes(asked.format)
      ? []
      : [
          wrong(
            'format',
            m.data_bad_format({ value: short(asked.format), formats: formats.join(', ') }),
            formats.slice(0, 2),
          ),
        ]),
    ...(filters.includes('actor') && unknown[0] !== undefined
      ? [wrong('actor', m.data_bad_actor({ value: short(unknown[0]) }), nearest(unknown[0], actors, 3))]
      : []),
    ...(dates.ok || !filters.includes('to')
      ? []
      : dates.problems.map(({ parameter, value, suggestions }) =>
          wrong(parameter === 'to' ? 'to' : 'from', m.data_bad_date({ value: short(value) }), suggestions.slice(0, 2)),
        )),
  ];
}

const wrong = (parameter: keyof Asked, text: string, tries: readonly string[]) => ({ parameter, text, tries });
const short = (value: string): string => value.slice(0, 40);
const eventParams = (asked: Asked): [string, string][] =>
  (['actor', 'from', 'to'] as const).flatMap((name) =>
    asked[name] === '' ? [] : [[name, asked[name]] as [string, string]],
  );

const known = new WeakMap<PeninsulaRecord, string[]>();
/** Actors that hold a position somewhere; the API knows no others for stances. */
function stanceActors(record: PeninsulaRecord): string[] {
  const found = known.get(record) ?? [...new Set(record.list('stances').map(({ actor }) => actor as string))];
  known.set(record, found);
  return found;
}
