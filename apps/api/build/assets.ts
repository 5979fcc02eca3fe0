import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { type Column, croissant, csvw, datapackage, type DataFile, dcat } from '@peninsula/data/metadata';
import { readSnapshot } from '@peninsula/data/releases';
import { snapshot } from '@peninsula/data/snapshot';
import type { Snapshot } from '@peninsula/data/schema';
import { DuckDBInstance } from '@duckdb/node-api';
import { toCsv } from '../src/respond/csv.ts';
import { type Flat, flatTables } from './flat.ts';
import { generate } from './generate.ts';

/*
 * Files served beside the API: every table of every release as JSON, NDJSON, CSV and Parquet with digests, descriptions of the dataset,
 * earlier snapshots, and the viewer of the documentation. Built into a new folder that takes the old one's place.
 */

const DUCK_TYPES: Readonly<Record<Column['type'], string>> = {
  string: 'VARCHAR',
  integer: 'BIGINT',
  number: 'DOUBLE',
  boolean: 'BOOLEAN',
};

const root = join(import.meta.dirname, '..');
const home = process.env['PENINSULA_API'] ?? '';
const target = join(root, 'dist/assets');
const next = `${target}.next`;
const archive = join(root, '../../releases');
const stampFile = join(root, 'dist/assets.stamp');

const inputs = [
  snapshot.manifest.digest,
  home,
  ...(existsSync(archive) ? readdirSync(archive) : []),
  ...['assets.ts', 'flat.ts'].map((name) => readFileSync(join(import.meta.dirname, name), 'utf8')),
];
const stamp = createHash('sha256').update(inputs.join('\n')).digest('hex');
const index = join(root, 'src/generated/bulk.json');
if (existsSync(target) && existsSync(index) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) {
  copyDescriptions(target);
  console.log('assets are those of this record');
  process.exit(0);
}

rmSync(next, { recursive: true, force: true });
const duck = await (await DuckDBInstance.create()).connect();
const bulk: Record<string, Omit<DataFile, 'url' | 'columns'>[]> = {};
const earlier: Snapshot['manifest'][] = [];
for (const name of existsSync(archive)
  ? readdirSync(archive)
      .filter((one) => one.endsWith('.json.gz'))
      .sort()
  : []) {
  const stored = readSnapshot(JSON.parse(gunzipSync(readFileSync(join(archive, name))).toString('utf8')) as Snapshot);
  if (stored.manifest.release === snapshot.manifest.release) continue;
  earlier.push(stored.manifest);
  put(`releases/${stored.manifest.release}.json`, JSON.stringify(stored));
  await writeRelease(stored);
}
put(`releases/${snapshot.manifest.release}.json`, JSON.stringify(snapshot));
const files = await writeRelease(snapshot);
const described = { manifest: snapshot.manifest, files, home: `${home}/v1` };
for (const [name, make] of Object.entries({ datapackage, dcat, croissant, csvw }))
  put(`metadata/${name}.json`, `${JSON.stringify(make(described), null, 1)}\n`);
copyViewer();
copyDescriptions(next);

rmSync(target, { recursive: true, force: true });
renameSync(next, target);
for (const [name, value] of Object.entries({ bulk, earlier, current: { release: snapshot.manifest.release } }))
  generate(`${name}.json`, value);
writeFileSync(stampFile, stamp);
console.log(`${files.length} files of release ${snapshot.manifest.release}, ${earlier.length} earlier releases`);

/** Writes every table of a release in every format, and the sums. */
async function writeRelease(of: Snapshot): Promise<DataFile[]> {
  const { release } = of.manifest;
  const made: DataFile[] = [];
  for (const flat of flatTables(of)) {
    const base = `bulk/${release}/${flat.table}`;
    put(`${base}.json`, `${JSON.stringify(flat.rows)}\n`);
    put(`${base}.ndjson`, flat.rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
    put(
      `${base}.csv`,
      toCsv(
        flat.columns.map(({ name }) => name),
        flat.cells,
      ),
    );
    await parquet(flat, `${base}.csv`, `${base}.parquet`);
    for (const format of ['json', 'ndjson', 'csv', 'parquet'] as const) made.push(describe(flat, release, format));
  }
  const listed = made.map(({ name, table, format, bytes, sha256, rows }) => ({
    name,
    table,
    format,
    bytes,
    sha256,
    rows,
  }));
  bulk[release] = listed;
  put(`bulk/${release}/SHA256SUMS`, listed.map(({ sha256, name }) => `${sha256}  ${name}\n`).join(''));
  put(
    `bulk/${release}/index.json`,
    `${JSON.stringify({ release, released: of.manifest.released, digest: of.manifest.digest, files: listed }, null, 1)}\n`,
  );
  return made;
}

function describe({ table, columns, rows }: Flat, release: string, format: DataFile['format']): DataFile {
  const name = `${table}.${format}`;
  const path = join(next, 'bulk', release, name);
  return {
    table,
    format,
    name,
    url: `${home}/v1/bulk/${release}/${name}`,
    bytes: statSync(path).size,
    sha256: createHash('sha256').update(readFileSync(path)).digest('hex'),
    rows: rows.length,
    ...(format === 'csv' || format === 'parquet' ? { columns } : {}),
  };
}

/** The CSV once more as Parquet, typed by its columns. */
async function parquet({ columns }: Flat, from: string, to: string): Promise<void> {
  const types = columns.map(({ name, type }) => `'${name}': '${DUCK_TYPES[type]}'`).join(', ');
  await duck.run(
    `COPY (SELECT * FROM read_csv('${join(next, from)}', header = true, columns = {${types}}, quote = '"', escape = '"', nullstr = '', parallel = false)) TO '${join(next, to)}' (FORMAT parquet, COMPRESSION zstd)`,
  );
}

/** The OpenAPI document and the JSON Schemas follow the code and not the record, so they are always copied. */
function copyDescriptions(to: string): void {
  const schemas = dirname(fileURLToPath(import.meta.resolve('@peninsula/data/schema/events.json')));
  mkdirSync(join(to, 'schema'), { recursive: true });
  replace(join(root, 'src/generated/openapi.json'), join(to, 'openapi.json'));
  for (const name of readdirSync(schemas)) replace(join(schemas, name), join(to, 'schema', name));
}

function replace(from: string, to: string): void {
  copyFileSync(from, `${to}.next`);
  renameSync(`${to}.next`, to);
}

function copyViewer(): void {
  const viewer = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
  mkdirSync(join(next, 'docs'), { recursive: true });
  for (const name of ['swagger-ui.css', 'swagger-ui-bundle.js'])
    copyFileSync(join(viewer, name), join(next, 'docs', name));
  put(
    'docs/start.js',
    "SwaggerUIBundle({ url: '/openapi.json', dom_id: '#viewer', deepLinking: true, docExpansion: 'list', defaultModelsExpandDepth: 0, tryItOutEnabled: true, validatorUrl: null });\n",
  );
}

function put(path: string, content: string): void {
  const file = join(next, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
