import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import type { Snapshot } from '../src/schema/index.ts';

/** Tables whose ids are promised to resolve for ever. */
export const PERMANENT = [
  'events',
  'documents',
  'claims',
  'rules',
  'persons',
  'places',
  'processes',
  'actors',
] as const;
export type Permanent = (typeof PERMANENT)[number];

/** Every id ever published: since which release, and a hash of its content as last published. */
export interface Ledger {
  readonly releases: readonly {
    readonly release: string;
    readonly released: string;
    readonly digest: string;
    readonly counts: Readonly<Record<string, number>>;
  }[];
  readonly ids: Readonly<Record<Permanent, Readonly<Record<string, readonly [since: string, hash: string]>>>>;
}

export function readLedger(file: string): Ledger | null {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Ledger) : null;
}

/** Published ids that no longer resolve: neither a living record nor a redirect answers to them. */
export function lostIds(ledger: Ledger, snapshot: Snapshot): { table: Permanent; id: string; since: string }[] {
  const retired = new Set(snapshot.redirects.map(({ id }) => id));
  return PERMANENT.flatMap((table) => {
    const living = new Set((snapshot[table] as readonly { id: string }[]).map(({ id }) => id));
    return Object.entries(ledger.ids[table] ?? {})
      .filter(([id]) => !living.has(id) && !retired.has(id))
      .map(([id, [since]]) => ({ table, id, since }));
  });
}

/** The ledger with one release more. */
export function entered(ledger: Ledger | null, snapshot: Snapshot): Ledger {
  const { release, released, digest, counts } = snapshot.manifest;
  const ids = Object.fromEntries(
    PERMANENT.map((table) => {
      const before = ledger?.ids[table] ?? {};
      const rows = snapshot[table] as readonly { id: string }[];
      const now = rows.map((row) => [row.id, [before[row.id]?.[0] ?? release, hashOf(row)]] as const);
      return [table, Object.fromEntries([...Object.entries(before), ...now].sort(([a], [b]) => (a < b ? -1 : 1)))];
    }),
  ) as unknown as Ledger['ids'];
  const others = (ledger?.releases ?? []).filter((one) => one.release !== release);
  return { releases: [...others, { release, released, digest, counts }], ids };
}

/** One line per id, so that a release reads well as a diff. */
export function writeLedger({ releases, ids }: Ledger): string {
  const table = (name: Permanent) =>
    `    "${name}": {\n${Object.entries(ids[name] ?? {})
      .map(([id, entry]) => `      ${JSON.stringify(id)}: ${JSON.stringify(entry)}`)
      .join(',\n')}\n    }`;
  return `{\n  "releases": [\n${releases.map((one) => `    ${JSON.stringify(one)}`).join(',\n')}\n  ],\n  "ids": {\n${PERMANENT.map(table).join(',\n')}\n  }\n}\n`;
}

const hashOf = (row: object): string => createHash('sha256').update(JSON.stringify(row)).digest('hex').slice(0, 12);
