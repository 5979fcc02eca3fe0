import type { Event, Lang, Snapshot, Source } from '@peninsula/data/schema';
import type { Row } from './answer.ts';

/** An event as the API gives it: its evidence says who published what, so that no second request is needed to read it. */
export interface EventRow extends Omit<Event, 'evidence'> {
  readonly evidence: (Event['evidence'][number] &
    Pick<Source, 'url' | 'publisher' | 'via' | 'country' | 'kind' | 'title' | 'published'>)[];
}

/** Rows with their JSON made once per process: a list answer is mostly joining strings. */
export class RowStore {
  readonly #events = new Map<string, Row>();
  readonly #rows = new WeakMap<object, Row>();
  readonly #sources: ReadonlyMap<string, Source>;

  constructor(snapshot: Snapshot) {
    this.#sources = new Map(snapshot.sources.map((source) => [source.id, source]));
  }

  event(event: Event): Row {
    const known = this.#events.get(event.id);
    if (known) return known;
    const row: Row = { json: JSON.stringify(this.eventRow(event)), cells: (locale) => eventCells(event, locale) };
    this.#events.set(event.id, row);
    return row;
  }

  eventRow(event: Event): EventRow {
    const evidence = event.evidence.flatMap((item) => {
      const source = this.#sources.get(item.source);
      if (!source) return [];
      const { url, publisher, via, country, kind, title, published } = source;
      return [{ ...item, url, publisher, via, country, kind, title, published }];
    });
    return { ...event, evidence };
  }

  /** Any other row, as it is. */
  plain(value: object): Row {
    const known = this.#rows.get(value);
    if (known) return known;
    const row: Row = { json: JSON.stringify(value), cells: (locale) => plainCells(value, locale) };
    this.#rows.set(value, row);
    return row;
  }
}

export const EVENT_COLUMNS = [
  'id',
  'date',
  'tz',
  'start',
  'end',
  'type',
  'family',
  'modality',
  'title',
  'summary',
  'actors',
  'initiators',
  'targets',
  'level',
  'place',
  'process',
  'issues',
  'sources',
  'known_at',
  'review',
] as const;

function eventCells(event: Event, locale: Lang): Record<(typeof EVENT_COLUMNS)[number], unknown> {
  const inRole = (...roles: string[]) =>
    event.participants.filter(({ role }) => roles.length === 0 || roles.includes(role)).map(({ actor }) => actor);
  return {
    id: event.id,
    date: event.date.edtf,
    tz: event.date.tz,
    start: event.date.start,
    end: event.date.end,
    type: event.type,
    family: event.family,
    modality: event.modality,
    title: event.title[locale],
    summary: event.summary[locale] ?? event.summary.en,
    actors: inRole(),
    initiators: inRole('initiator'),
    targets: inRole('target'),
    level: event.level,
    place: event.place,
    process: event.process,
    issues: event.issues,
    sources: event.evidence.map(({ source }) => source),
    known_at: event.knownAt,
    review: event.coding.review,
  };
}

/** Scalars as they are, names in the language asked for, the rest as JSON. */
function plainCells(value: object, locale: Lang): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).map(([key, field]: [string, unknown]) => {
      if (isNamed(field)) return [key, field[locale] ?? field['en']];
      if (Array.isArray(field) && field.every((item) => typeof item !== 'object')) return [key, field];
      return [key, field];
    }),
  );
}

function isNamed(field: unknown): field is Record<string, string> {
  return typeof field === 'object' && field !== null && 'en' in field;
}
