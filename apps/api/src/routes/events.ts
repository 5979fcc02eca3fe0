import {
  type EventQuery,
  formatQuery,
  parsePage,
  parseQuery,
  QueryError,
  type QueryProblem,
} from '@peninsula/data/query';
import type { Event, Lang, Snapshot } from '@peninsula/data/schema';
import { type Context, Hono } from 'hono';
import type { Env, Service } from '../context.ts';
import columns from '../generated/columns.json' with { type: 'json' };
import { answer, COMMON, type Result, type Row, unknownParameters, wrongCode } from '../respond/answer.ts';
import { splitExtension, withEndings } from '../respond/format.ts';
import { badQuery } from '../respond/problem.ts';
import { eventRenders } from '../render/events.ts';
import { EVENT_COLUMNS } from '../respond/rows.ts';
import { explainMissing } from './missing.ts';
import { doubtfulValues } from './doubts.ts';

export const EVENT_EXTRA = ['limit', 'cursor', 'fields', 'include', ...COMMON] as const;
export const INCLUDES = ['sources', 'actors', 'persons', 'place', 'stances'] as const;
type Include = (typeof INCLUDES)[number];

/** `/v1/events` and `/v1/events/{id}`. */
export function events(service: Service): Hono<Env> {
  const app = new Hono<Env>();
  withEndings('/events', (path, extension) => app.get(path, (c) => listEvents(c, service, extension)));
  return app.get('/events/:id', (c) => oneEvent(c, service, c.req.param('id')));
}

function listEvents(c: Context, service: Service, extension: string | undefined): Response {
  const params = [...new URL(c.req.url).searchParams];
  const parsed = parseQuery(params, { extra: EVENT_EXTRA });
  const page = parsePage(params);
  const shape = readShape(c);
  const problems = [...(parsed.ok ? [] : parsed.problems), ...(page.ok ? [] : page.problems), ...shape.problems];
  if (!parsed.ok || !page.ok || problems.length > 0) return badQuery(c, problems);

  const { value: query } = parsed;
  const pairs = [
    ...formatQuery(query),
    ...(page.value.limit === undefined ? [] : [['limit', String(page.value.limit)]]),
    ...(shape.fields ? [['fields', shape.fields.join(',')]] : []),
    ...(shape.include.length > 0 ? [['include', shape.include.join(',')]] : []),
  ] as [string, string][];
  let found: readonly Event[] = [];
  try {
    return answer(c, {
      service,
      formats: ['json', 'ndjson', 'csv'],
      extension,
      columns: EVENT_COLUMNS,
      query: pairs.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&'),
      page: page.value.cursor ?? '',
      renders: eventRenders(service.record.snapshot, () => found),
      find: (locale) => {
        const result = findEvents(service, query, page.value, shape, locale);
        found = result.events;
        return result;
      },
    });
  } catch (error) {
    if (error instanceof QueryError) return badQuery(c, error.problems);
    throw error;
  }
}

function findEvents(
  service: Service,
  query: EventQuery,
  page: { limit?: number; cursor?: string },
  shape: Shape,
  locale: Lang,
): Result & { events: readonly Event[] } {
  const found = service.record.events(query, page);
  const warnings = doubtfulValues(service.record, query);
  return {
    events: found.rows,
    rows: found.rows.map((event) => shapeRow(service, event, shape)),
    total: found.total,
    next: found.next,
    prev: found.prev,
    meta: {
      tz: query.tz,
      known_by: query.knownBy ?? null,
      ...untranslated(found.rows, locale),
      ...(warnings.length > 0 ? { warnings } : {}),
      ...(found.total === 0 ? { explain: explainEmpty(found.emptiedBy) } : {}),
    },
    ...(shape.include.length > 0 ? { included: includedFor(service.record.snapshot, found.rows, shape.include) } : {}),
  };
}

/** Events of the page whose summary is not written in the language asked for: what stands there is English. */
function untranslated(rows: readonly Event[], locale: Lang): object {
  const ids = rows.filter(({ summary }) => summary[locale] === undefined).map(({ id }) => id);
  return ids.length === 0 ? {} : { untranslated: { summary: ids } };
}

/** An empty answer says which single filter, left out, would fill it. */
function explainEmpty(emptiedBy: readonly { parameter: string; total: number }[]): object {
  const [best] = emptiedBy;
  const message = best
    ? `No event matches. Without ${best.parameter} there are ${best.total}.`
    : 'No event matches, and leaving out any one filter does not help.';
  return { message, without: emptiedBy };
}

function oneEvent(c: Context, service: Service, path: string): Response {
  const { id, extension } = splitExtension(path);
  const shape = readShape(c);
  const problems = [...unknownParameters(c, ['fields', 'include']), ...shape.problems];
  if (problems.length > 0) return badQuery(c, problems);
  const found = service.record.get('events', id);
  if (found.status !== 'found') return explainMissing(c, found, id);
  const query = [
    ...(shape.fields ? [`fields=${shape.fields.join(',')}`] : []),
    ...(shape.include.length > 0 ? [`include=${shape.include.join(',')}`] : []),
  ].join('&');
  return answer(c, {
    service,
    formats: ['json', 'csv'],
    extension,
    columns: EVENT_COLUMNS,
    query,
    renders: eventRenders(service.record.snapshot, () => [found.value]),
    find: (locale) => ({
      rows: [shapeRow(service, found.value, shape)],
      total: 1,
      single: true,
      meta: { tz: found.value.date.tz, ...untranslated([found.value], locale) },
      ...(shape.include.length > 0
        ? { included: includedFor(service.record.snapshot, [found.value], shape.include) }
        : {}),
    }),
  });
}

interface Shape {
  readonly fields: readonly string[] | undefined;
  readonly include: readonly Include[];
  readonly problems: readonly QueryProblem[];
}

const FIELD_NAMES = columns.events;

function readShape(c: Context): Shape {
  const split = (name: string) =>
    (c.req.query(name) ?? '')
      .split(',')
      .map((text) => text.trim())
      .filter(Boolean);
  const fields = split('fields');
  const include = split('include');
  return {
    fields: fields.length > 0 ? FIELD_NAMES.filter((name) => name === 'id' || fields.includes(name)) : undefined,
    include: INCLUDES.filter((name) => include.includes(name)),
    problems: [
      ...fields
        .filter((name) => !FIELD_NAMES.includes(name))
        .slice(0, 20)
        .map((name) => wrongCode('fields', name, FIELD_NAMES)),
      ...include
        .filter((name) => !(INCLUDES as readonly string[]).includes(name))
        .slice(0, 20)
        .map((name) => wrongCode('include', name, INCLUDES)),
    ],
  };
}

function shapeRow(service: Service, event: Event, { fields }: Shape): Row {
  const row = service.rows.event(event);
  if (!fields) return row;
  const full = service.rows.eventRow(event) as unknown as Record<string, unknown>;
  return { ...row, json: JSON.stringify(Object.fromEntries(fields.map((name) => [name, full[name]]))) };
}

function includedFor(snapshot: Snapshot, rows: readonly Event[], include: readonly Include[]): Record<string, unknown> {
  const pick = <T extends { id: string }>(table: readonly T[], ids: readonly (string | null)[]): T[] => {
    const wanted = new Set(ids);
    return table.filter(({ id }) => wanted.has(id));
  };
  const makers: Record<Include, () => unknown> = {
    sources: () =>
      pick(
        snapshot.sources,
        rows.flatMap(({ evidence }) => evidence.map(({ source }) => source)),
      ),
    actors: () =>
      pick(
        snapshot.actors,
        rows.flatMap(({ participants }) => participants.map(({ actor }) => actor)),
      ),
    persons: () =>
      pick(
        snapshot.persons,
        rows.flatMap(({ participants }) => participants.flatMap(({ persons }) => persons.map(({ person }) => person))),
      ),
    place: () =>
      pick(
        snapshot.places,
        rows.map(({ place }) => place),
      ),
    stances: () =>
      pick(
        snapshot.stances,
        rows.flatMap(({ stances }) => stances),
      ),
  };
  return Object.fromEntries(include.map((name) => [name, makers[name]()]));
}
