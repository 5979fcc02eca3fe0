import type { Column } from '@peninsula/data/metadata';
import { type Snapshot, TABLES, type TableName } from '@peninsula/data/schema';
import { EVENT_COLUMNS, RowStore } from '../src/respond/rows.ts';

/** A table as it is downloaded: rows as they are published, and flat cells for CSV and Parquet. */
export interface Flat {
  readonly table: string;
  readonly rows: readonly object[];
  readonly columns: readonly Column[];
  readonly cells: readonly Readonly<Record<string, unknown>>[];
}

/** Every published table, and four that lay nested lists out flat: participants, evidence, launches, commitments. */
export function flatTables(snapshot: Snapshot): Flat[] {
  return [...(Object.keys(TABLES) as TableName[]).map((table) => published(snapshot, table)), ...laidOut(snapshot)];
}

function published(snapshot: Snapshot, table: TableName): Flat {
  const store = new RowStore(snapshot);
  if (table === 'events') {
    const cells = snapshot.events.map((event) => store.event(event).cells('en'));
    return { table, rows: snapshot.events, cells, columns: typed(EVENT_COLUMNS, cells, describeEvent) };
  }
  const rows = snapshot[table] as readonly object[];
  const { shape } = TABLES[table];
  const names = Object.keys(shape);
  const cells = rows.map((row) => store.plain(row).cells('en'));
  const describe = (name: string) => (shape as Record<string, { description?: string }>)[name]?.description ?? name;
  return { table, rows, cells, columns: typed(names, cells, describe) };
}

const EVENT_TEXT: Readonly<Record<string, string>> = {
  date: 'Date, EDTF, in local civil time of tz',
  tz: 'IANA time zone of the date',
  start: 'First UTC instant the date may cover',
  end: 'First UTC instant after it',
  title: 'Title in English',
  summary: 'Summary in English',
  actors: 'Actors, joined by |',
  initiators: 'Actors in the role of initiator, joined by |',
  targets: 'Actors in the role of target, joined by |',
  issues: 'Issue areas, primary first, joined by |',
  sources: 'Source ids, joined by |',
  known_at: 'Day by which the earliest source had been published',
  review: 'Review state',
};

const describeEvent = (name: string): string =>
  EVENT_TEXT[name] ?? (TABLES.events.shape as Record<string, { description?: string }>)[name]?.description ?? name;

function laidOut({ events, documents }: Snapshot): Flat[] {
  return [
    flat(
      'event_participants',
      events.flatMap(({ id, participants }) =>
        participants.map(({ actor, role, level, persons }) => ({
          event: id,
          actor,
          role,
          level,
          persons: persons.map(({ person }) => person),
        })),
      ),
      { event: 'Event id', actor: 'Actor id', role: 'Role', level: 'Level', persons: 'Persons, joined by |' },
    ),
    flat(
      'event_evidence',
      events.flatMap(({ id, evidence }) =>
        evidence.map(({ source, says, locator }, i) => ({
          event: id,
          n: i + 1,
          source,
          says,
          locator: locator ?? null,
        })),
      ),
      {
        event: 'Event id',
        n: 'Number within the event',
        source: 'Source id',
        says: 'What the source says, in our words',
        locator: 'Where in it',
      },
    ),
    flat(
      'event_launches',
      events.flatMap(({ id, date, place, detail: { launch } }) =>
        launch
          ? [
              {
                event: id,
                date: date.edtf,
                place,
                time: launch.time ?? null,
                class: launch.class,
                outcome: launch.outcome,
                count_best: launch.count?.best ?? null,
                count_low: launch.count?.low ?? null,
                count_high: launch.count?.high ?? null,
                range_km: most(launch.rangeKm),
                apogee_km: most(launch.apogeeKm),
                systems: (launch.systems ?? []).map(({ value, by }) => `${value} (${by})`),
              },
            ]
          : [],
      ),
      {
        event: 'Event id',
        date: 'Date, EDTF, local',
        place: 'Place id',
        time: 'Local time of the first launch',
        class: 'Class by the prevailing assessment',
        outcome: 'Outcome',
        count_best: 'Projectiles, best count',
        count_low: 'Lowest published count',
        count_high: 'Highest published count',
        range_km: 'Largest published range, km',
        apogee_km: 'Largest published apogee, km',
        systems: 'Designations with their namers, joined by |',
      },
    ),
    flat(
      'document_commitments',
      documents.flatMap(({ id, commitments }) =>
        commitments.map(({ n, by, to, issue, text, status }) => ({
          document: id,
          n,
          by,
          to,
          issue,
          text: text.en,
          status: status.at(-1)?.status ?? null,
          since: status.at(-1)?.date.edtf ?? null,
          note: status.at(-1)?.note ?? null,
        })),
      ),
      {
        document: 'Document id',
        n: 'Number within the document',
        by: 'Who undertook it, joined by |',
        to: 'Towards whom, joined by |',
        issue: 'Issue area',
        text: 'The commitment in our words',
        status: 'Latest status',
        since: 'Since when',
        note: 'Why',
      },
    ),
  ];
}

const most = (values: readonly { readonly value: number }[] | undefined): number | null =>
  values && values.length > 0 ? Math.max(...values.map(({ value }) => value)) : null;

function flat(
  table: string,
  rows: readonly Readonly<Record<string, unknown>>[],
  about: Readonly<Record<string, string>>,
): Flat {
  return { table, rows, cells: rows, columns: typed(Object.keys(about), rows, (name) => about[name] ?? name) };
}

/** Column types from what the cells hold; a column that is ever text is text. */
function typed(
  names: readonly string[],
  cells: readonly Readonly<Record<string, unknown>>[],
  describe: (name: string) => string,
): Column[] {
  return names.map((name) => {
    const values = cells.map((row) => row[name]).filter((value) => value !== null && value !== undefined);
    const all = (test: (value: unknown) => boolean) => values.length > 0 && values.every(test);
    const type: Column['type'] = all((value) => typeof value === 'boolean')
      ? 'boolean'
      : all(Number.isInteger)
        ? 'integer'
        : all((value) => typeof value === 'number')
          ? 'number'
          : 'string';
    return { name, type, description: describe(name) };
  });
}
