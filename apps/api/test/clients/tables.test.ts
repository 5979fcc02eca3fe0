import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { snapshot } from '@peninsula/data/snapshot';
import { expect, test } from 'vitest';
import { app, assets, origin, text } from './stored.ts';

const release = snapshot.manifest.release;
const folder = join(assets, 'bulk', release);
const database = await (await DuckDBInstance.create(':memory:')).connect();
const one = async (sql: string) => (await database.runAndReadAll(sql)).getRowObjectsJson()[0] ?? {};

test.each(['events', 'stances', 'sources', 'actors', 'event_participants', 'document_commitments'])(
  '%s has the same rows as CSV and as Parquet',
  async (table) => {
    const [csv, parquet] = await Promise.all([
      one(`select count(*)::int n from read_csv('${folder}/${table}.csv', all_varchar = true)`),
      one(`select count(*)::int n from '${folder}/${table}.parquet'`),
    ]);
    expect(csv).toEqual(parquet);
    expect(Number(csv['n'])).toBeGreaterThan(0);
  },
);

test('a question in SQL has the answer the API gives', async () => {
  const { n } = await one(`select count(*)::int n from '${folder}/events.parquet' where type = 'nuclear-test'`);
  const { meta } = JSON.parse(await text('/v1/events?type=nuclear-test')) as { meta: { total: number } };
  expect(n).toBe(meta.total);
});

test('CSV of a query is read by DuckDB as it is', async () => {
  const csv = await text('/v1/events.csv?type=summit&limit=500');
  const file = join(mkdtempSync(join(tmpdir(), 'peninsula-')), 'events.csv');
  writeFileSync(file, csv);
  const { n, first } = await one(`select count(*)::int n, min(date) as first from read_csv('${file}')`);
  expect(Number(n)).toBeGreaterThan(20);
  expect(String(first)).toMatch(/^\d{4}/);
});

test('every file of a release has the digest it is listed under, and says so when it is sent', async () => {
  const sums = new Map(
    readFileSync(join(folder, 'SHA256SUMS'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.split('  ') as [string, string])
      .map(([sum, name]) => [name, sum]),
  );
  const names = readdirSync(folder).filter((name) => !['SHA256SUMS', 'index.json'].includes(name));
  expect([...sums.keys()].sort()).toEqual(names.sort());
  for (const name of names) {
    const sum = createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex');
    expect(sums.get(name), name).toBe(sum);
  }
  const answer = await app.request(`${origin}/v1/bulk/${release}/actors.csv`);
  const digest = createHash('sha256')
    .update(readFileSync(join(folder, 'actors.csv')))
    .digest('base64');
  expect(answer.headers.get('content-digest')).toBe(`sha-256=:${digest}:`);
  expect(answer.headers.get('cache-control')).toContain('immutable');
  const again = await app.request(`${origin}/v1/bulk/${release}/actors.csv`, {
    headers: { 'if-none-match': answer.headers.get('etag') ?? '' },
  });
  expect(again.status).toBe(304);
});
