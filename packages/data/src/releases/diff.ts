import type { Snapshot } from '../schema/index.ts';

/** Tables whose rows people refer to by id. */
const TABLES = [
  'events',
  'documents',
  'stances',
  'claims',
  'rules',
  'persons',
  'places',
  'processes',
  'actors',
  'sources',
] as const;
export type DiffTable = (typeof TABLES)[number];

export interface TableDiff {
  readonly added: readonly string[];
  /** Gone from the table, with where it went if it was retired. */
  readonly removed: readonly { readonly id: string; readonly to: readonly string[]; readonly reason: string | null }[];
  readonly changed: readonly { readonly id: string; readonly fields: readonly string[] }[];
}

export interface Diff {
  readonly from: string;
  readonly to: string;
  /** What plain semantic versioning of data asks for: major where an id is gone without a trace, minor where something was added or moved, patch where something was corrected. */
  readonly bump: 'major' | 'minor' | 'patch' | 'none';
  readonly tables: Readonly<Record<DiffTable, TableDiff>>;
}

/** What a release added, changed and retired against an earlier one. O(rows). */
export function diffSnapshots(before: Snapshot, after: Snapshot): Diff {
  const tables = Object.fromEntries(TABLES.map((table) => [table, diffTable(before, after, table)])) as Record<
    DiffTable,
    TableDiff
  >;
  const all = Object.values(tables);
  const lost = all.some(({ removed }) => removed.some(({ reason }) => reason === null));
  const grown = all.some(({ added, removed }) => added.length + removed.length > 0);
  const bump = lost ? 'major' : grown ? 'minor' : all.some(({ changed }) => changed.length > 0) ? 'patch' : 'none';
  return { from: before.manifest.release, to: after.manifest.release, bump, tables };
}

interface Row {
  readonly id: string;
}

function diffTable(before: Snapshot, after: Snapshot, table: DiffTable): TableDiff {
  const rows = (snapshot: Snapshot) => snapshot[table] as readonly Row[];
  const old = new Map(rows(before).map((row) => [row.id, row]));
  const now = new Map(rows(after).map((row) => [row.id, row]));
  return {
    added: [...now.keys()].filter((id) => !old.has(id)),
    removed: [...old.keys()].filter((id) => !now.has(id)).map((id) => retired(after, table, id)),
    changed: [...now].flatMap(([id, row]) => {
      const earlier = old.get(id);
      const fields = earlier === undefined ? [] : fieldsThatDiffer(earlier, row);
      return fields.length > 0 ? [{ id, fields }] : [];
    }),
  };
}

/** Stances and sources have derived ids: they go with the record that carried them, and need no redirect. */
const DERIVED: readonly DiffTable[] = ['stances', 'sources'];

function retired(after: Snapshot, table: DiffTable, id: string): TableDiff['removed'][number] {
  const redirect = after.redirects.find((one) => one.id === id);
  if (redirect) return { id, to: redirect.to, reason: redirect.reason };
  return { id, to: [], reason: DERIVED.includes(table) ? 'its record no longer carries it' : null };
}

/** Derived fields say nothing of the record itself. */
const SILENT = ['linkedFrom', 'citedBy'];

function fieldsThatDiffer(before: Row, after: Row): string[] {
  const [a, b] = [before, after] as unknown as [Record<string, unknown>, Record<string, unknown>];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter(
    (field) => !SILENT.includes(field) && JSON.stringify(a[field]) !== JSON.stringify(b[field]),
  );
}
