import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { Manifest, Quality, type Snapshot, TABLES, type TableName } from '../src/schema/index.ts';

const TYPE_NAMES: Record<TableName, string> = {
  events: 'Event',
  documents: 'Document',
  stances: 'Stance',
  codings: 'StanceCoding',
  claims: 'Claim',
  rules: 'CountingRule',
  sources: 'Source',
  actors: 'Actor',
  persons: 'Person',
  places: 'Place',
  processes: 'Process',
  types: 'EventType',
  issues: 'Issue',
  redirects: 'Redirect',
};

/**
 * Writes `<dist>/data`: tables and manifest as JSON, typed; the snapshot module; JSON Schemas. Everything goes into a new folder
 * that takes the old one's place in one rename, so a reader never meets half a release and a full disk leaves the last one standing.
 */
export function writeDist(snapshot: Snapshot, dist: string, relations: readonly object[] = []): void {
  const [data, next, old] = ['data', 'data.next', 'data.old'].map((name) => join(dist, name)) as [
    string,
    string,
    string,
  ];
  mkdirSync(dist, { recursive: true });
  if (!existsSync(data) && existsSync(old)) renameSync(old, data); // an earlier build was killed between its two renames
  rmSync(next, { recursive: true, force: true });
  mkdirSync(join(next, 'schema'), { recursive: true });
  try {
    for (const [name, text] of [...filesOf(snapshot), ...relationFiles(relations)])
      writeFileSync(join(next, name), text);
  } catch (error) {
    rmSync(next, { recursive: true, force: true });
    throw error;
  }
  rmSync(old, { recursive: true, force: true });
  if (existsSync(data)) renameSync(data, old);
  renameSync(next, data);
  rmSync(old, { recursive: true, force: true });
}

/** Levels and turning points of the main pairs, computed once so that other engines can be held to them. */
function relationFiles(relations: readonly object[]): [name: string, text: string][] {
  const rows = relations.map((relation) => JSON.stringify(relation)).join(',\n');
  return [
    ['relations.json', `[\n${rows}\n]\n`],
    [
      'relations.d.cts',
      "declare const value: { pair: string; events: number; levels: ReturnType<typeof import('../models/index.js', { with: { 'resolution-mode': 'import' } }).relationSeries>; turns: { dimension: string; direction: string; date: string; interval_50: [string, string]; interval_90: [string, string]; expected: number; nearest_event: string | null }[] }[];\nexport = value;\n",
    ],
  ];
}

/** Every file of the folder by name; pure, so that two builds can be compared without a disk. */
export function filesOf(snapshot: Snapshot): [name: string, text: string][] {
  const tables = Object.keys(TABLES) as TableName[];
  return [
    ...tables.flatMap((table): [string, string][] => [
      [`${table}.json`, `${JSON.stringify(snapshot[table])}\n`],
      [`${table}.d.cts`, jsonTypes(TYPE_NAMES[table], '[]')],
      [`schema/${table}.json`, jsonSchema(TABLES[table], table)],
    ]),
    ['manifest.json', `${JSON.stringify(snapshot.manifest, null, 2)}\n`],
    ['manifest.d.cts', jsonTypes('Manifest', '')],
    ['schema/manifest.json', jsonSchema(Manifest, 'manifest')],
    ['quality.json', `${JSON.stringify(snapshot.quality, null, 2)}\n`],
    ['quality.d.cts', jsonTypes('Quality', '')],
    ['schema/quality.json', jsonSchema(Quality, 'quality')],
    ['snapshot.js', snapshotModule([...tables, 'manifest', 'quality'])],
    [
      'snapshot.d.ts',
      `import type { Snapshot } from '../schema/index.js';\nexport declare const snapshot: Snapshot;\n`,
    ],
  ];
}

/** A JSON module has one value and no named exports: `export =` says so, and only a CommonJS declaration may. */
function jsonTypes(type: string, many: '[]' | ''): string {
  const from = `import('../schema/index.js', { with: { 'resolution-mode': 'import' } })`;
  return `declare const value: ${from}.${type}${many};\nexport = value;\n`;
}

function jsonSchema(schema: z.ZodType, table: string): string {
  const json = z.toJSONSchema(schema, { target: 'draft-2020-12' });
  return `${JSON.stringify({ $id: `${table}.json`, ...json }, null, 1)}\n`;
}

function snapshotModule(names: readonly string[]): string {
  const imports = names.map((name) => `import ${name} from './${name}.json' with { type: 'json' };`);
  return `${imports.join('\n')}\nexport const snapshot = { ${names.join(', ')} };\n`;
}
