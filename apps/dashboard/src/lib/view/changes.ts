import type { Event, Lang, PeninsulaRecord } from '@peninsula/data';
import { type Comparison, type DiffTable, listChanges, NOTABLE } from '@peninsula/data/releases';
import type { Manifest } from '@peninsula/data/schema';
import { signedLevel } from '#lib/charts/curves.ts';
import { writeDate } from '#lib/format/dates.ts';
import { label } from '#lib/format/labels.ts';
import { actorLabel, pick, type Said } from '#lib/format/lang.ts';
import { m } from '#lib/paraglide/messages.js';
import { pairAddress } from './pairs.ts';
import { eventRow, type EventRow } from './timeline.ts';

/** What one release changed against another, why, and which estimates moved with it. */
export interface ChangesView {
  readonly finding: string;
  readonly bump: string;
  readonly moved: {
    readonly finding: string;
    readonly window: string;
    /** Largest level shown, for the axis of the bars. */
    readonly most: number;
    readonly rows: readonly MovedRow[];
  };
  readonly tables: readonly TableRow[];
  readonly added: {
    readonly total: number;
    readonly year: string | null;
    /** How many of the added events begin in each year. */
    readonly years: readonly { readonly year: string; readonly n: number }[];
    readonly shown: number;
    readonly groups: readonly { readonly year: string; readonly n: number; readonly rows: readonly EventRow[] }[];
  };
  readonly retired: readonly {
    readonly table: string;
    readonly id: string;
    readonly to: readonly Linked[];
    /** In English, as the record keeps it. */
    readonly reason: string | null;
  }[];
  readonly changed: readonly {
    readonly table: string;
    readonly name: string;
    readonly total: number;
    /** Fields by the number of records in which they changed. */
    readonly fields: readonly { readonly field: string; readonly n: number }[];
    readonly rows: readonly (Linked & { readonly fields: readonly string[] })[];
  }[];
  readonly corrections: readonly CorrectionRow[];
}

interface MovedRow {
  readonly pair: string;
  readonly names: string;
  readonly dimension: string;
  readonly dimensionName: string;
  readonly day: string;
  readonly when: string;
  readonly before: number;
  readonly after: number;
  readonly by: string;
  readonly notable: boolean;
}

interface TableRow {
  readonly name: string;
  readonly before: number;
  readonly after: number;
  readonly added: number;
  readonly retired: number;
  readonly changed: number;
}

export interface Linked {
  readonly id: string;
  readonly title: string;
  /** Null where no page shows this kind of record. */
  readonly path: string | null;
  readonly lang: Lang;
}

export interface CorrectionRow extends Linked {
  readonly on: string;
  readonly what: string;
  readonly why: string;
  /** Made between the two releases compared. */
  readonly fresh: boolean;
}

/** Rows listed of what may be many; all are in the JSON. */
export const LISTED = 50;
/** Events listed before a year is chosen. */
export const FIRST = 20;

export function changesView(
  before: PeninsulaRecord,
  after: PeninsulaRecord,
  { tables, estimates, bump }: Comparison,
  year: string,
  lang: Lang,
): ChangesView {
  const { events } = tables;
  const names = Object.keys(tables) as DiffTable[];
  const retired = names.flatMap((table) =>
    tables[table].removed.map(({ id, to, reason }) => ({
      table: label('changes_table', table),
      id,
      to: to.map((one) => linkTo(after, table, one, lang)),
      reason,
    })),
  );
  return {
    finding: m.changes_finding({
      from: before.release,
      to: after.release,
      added: events.added.length,
      changed: events.changed.length,
      retired: events.removed.length,
    }),
    bump: label('changes_bump', bump),
    moved: moved(after, estimates, lang),
    tables: names
      .map((table) => ({
        name: label('changes_table', table),
        before: before.list(table).length,
        after: after.list(table).length,
        added: tables[table].added.length,
        retired: tables[table].removed.length,
        changed: tables[table].changed.length,
      }))
      .filter((row) => row.before + row.after > 0),
    added: added(after, events.added, year, lang),
    retired,
    changed: names
      .filter((table) => tables[table].changed.length > 0)
      .map((table) => changedRows(after, table, tables[table].changed, lang)),
    corrections: corrections(before, after, lang),
  };
}

function moved(after: PeninsulaRecord, estimates: Comparison['estimates'], lang: Lang): ChangesView['moved'] {
  const core = after.snapshot.manifest.coverage[0];
  const notable = estimates.filter((estimate) => estimate.notable).length;
  return {
    finding:
      notable === 0
        ? m.changes_moved_none({ all: estimates.length, by: NOTABLE })
        : m.changes_moved({ n: notable, all: estimates.length, by: NOTABLE }),
    window: core ? writeDate(`${core.from}/${core.to}`, lang) : '',
    most: Math.max(1, ...estimates.flatMap((estimate) => [estimate.before, estimate.after])),
    rows: estimates.map((estimate) => movedRow(after, estimate, lang)),
  };
}

function movedRow(
  record: PeninsulaRecord,
  { pair: compared, dimension, date, before, after, by, notable }: Comparison['estimates'][number],
  lang: Lang,
): MovedRow {
  const [a = '', b = ''] = compared.split('~');
  const pair = pairAddress(a, b);
  return {
    pair,
    names: pair
      .split('~')
      .map((id) => actorLabel(record, id, lang).name)
      .join(' – '),
    dimension,
    dimensionName: label('dimension', dimension),
    day: date,
    when: writeDate(date, lang, 'short'),
    before,
    after,
    by: signedLevel(by),
    notable,
  };
}

function added(record: PeninsulaRecord, ids: readonly string[], asked: string, lang: Lang): ChangesView['added'] {
  const set = new Set(ids);
  const events = record.list('events').filter(({ id }) => set.has(id));
  const counts = new Map<string, number>();
  for (const event of events) counts.set(yearOf(event), (counts.get(yearOf(event)) ?? 0) + 1);
  const year = counts.has(asked) ? asked : null;
  const listed = year === null ? events.slice(0, FIRST) : events.filter((event) => yearOf(event) === year);
  const groups = new Map<string, EventRow[]>();
  for (const event of listed) {
    const rows = groups.get(yearOf(event)) ?? [];
    rows.push(eventRow(record, event, lang));
    groups.set(yearOf(event), rows);
  }
  return {
    total: events.length,
    year,
    years: [...counts].map(([one, n]) => ({ year: one, n })).sort((a, b) => (a.year < b.year ? -1 : 1)),
    shown: listed.length,
    groups: [...groups].map(([one, rows]) => ({ year: one, n: counts.get(one) ?? 0, rows })),
  };
}

const yearOf = (event: Event): string => /\d{4}/.exec(event.date.edtf)?.[0] ?? '';

function changedRows(
  record: PeninsulaRecord,
  table: DiffTable,
  rows: Comparison['tables'][DiffTable]['changed'],
  lang: Lang,
): ChangesView['changed'][number] {
  const counts = new Map<string, number>();
  for (const field of rows.flatMap(({ fields }) => fields)) counts.set(field, (counts.get(field) ?? 0) + 1);
  return {
    table,
    name: label('changes_table', table),
    total: rows.length,
    fields: [...counts].map(([field, n]) => ({ field, n })).sort((a, b) => b.n - a.n || (a.field < b.field ? -1 : 1)),
    rows: rows.slice(0, LISTED).map(({ id, fields }) => ({ ...linkTo(record, table, id, lang), fields })),
  };
}

/** Corrections on record, newest first, and which of them the later release brought. */
function corrections(before: PeninsulaRecord, after: PeninsulaRecord, lang: Lang): CorrectionRow[] {
  const key = ({ id, date, what }: { id: string; date: string; what: string }) => `${id} ${date} ${what}`;
  const old = new Set(listChanges(before.list('events'), []).map(key));
  return listChanges(after.list('events'), []).map((change) => ({
    ...linkTo(after, 'events', change.id, lang),
    on: writeDate(change.date, lang, 'short'),
    what: change.what,
    why: change.why,
    fresh: !old.has(key(change)),
  }));
}

const PAGES: Partial<Record<DiffTable, (id: string) => string>> = {
  events: (id) => `/events/${id}`,
  documents: (id) => `/documents/${id}`,
  claims: (id) => `/claims/${id}`,
  rules: (id) => `/count?rule=${id}`,
  persons: (id) => `/persons/${id}`,
  actors: (id) => `/actors/${id}`,
  places: (id) => `/timeline?place=${id}`,
  processes: (id) => `/timeline?process=${id}`,
};

function linkTo(record: PeninsulaRecord, table: DiffTable, id: string, lang: Lang): Linked {
  const found = record.get(table, id);
  const path = found.status === 'found' ? (PAGES[table]?.(id) ?? null) : null;
  return { id, path, ...titleOf(found.status === 'found' ? found.value : null, id, lang) };
}

function titleOf(row: object | null, id: string, lang: Lang): { title: string; lang: Lang } {
  const said = (text: Said) => ({ title: text.text, lang: text.lang });
  if (row === null) return { title: id, lang };
  if ('paraphrase' in row) return said(pick(row.paraphrase as Parameters<typeof pick>[0], lang));
  const name = 'name' in row ? row.name : 'title' in row ? row.title : null;
  return name !== null && typeof name === 'object'
    ? said(pick(name as Parameters<typeof pick>[0], lang))
    : { title: id, lang };
}

export interface Chosen {
  readonly from: string;
  readonly to: string;
  /** Asked for from the later to the earlier, and put in order. */
  readonly turned: boolean;
  readonly unknown: readonly { readonly name: 'from' | 'to'; readonly value: string }[];
}

/** The two releases asked for among those known, oldest first; unasked, the newest and the one before it. */
export function chosenReleases(asked: { from: string | null; to: string | null }, names: readonly string[]): Chosen {
  const from = asked.from || (names.at(-2) ?? names[0] ?? '');
  const to = asked.to || (names.at(-1) ?? '');
  const unknown = [
    { name: 'from' as const, value: from },
    { name: 'to' as const, value: to },
  ].filter(({ value }) => !names.includes(value));
  const turned = unknown.length === 0 && names.indexOf(from) > names.indexOf(to);
  return turned ? { from: to, to: from, turned, unknown } : { from, to, turned, unknown };
}

/** A release in the list of all. */
export interface ReleaseRow {
  readonly release: string;
  readonly when: string;
  readonly digest: string;
  readonly counts: readonly { readonly name: string; readonly n: number }[];
}

export function releaseRow({ release, released, digest, counts }: Manifest, lang: Lang): ReleaseRow {
  return {
    release,
    when: writeDate(released, lang),
    digest: digest.slice(0, 12),
    counts: (['events', 'sources', 'documents', 'stances'] as const).map((table) => ({
      name: label('changes_table', table),
      n: counts[table] ?? 0,
    })),
  };
}
