import { snapshot } from '@peninsula/data/snapshot';
import { Manifest, Quality, type Snapshot, TABLES } from '@peninsula/data/schema';
import * as z from 'zod';
import { createApp } from '../src/app.ts';
import type { Files } from '../src/routes/files.ts';
import openapi from '../src/generated/openapi.json' with { type: 'json' };

/** The real record, plus what a real one does not have yet: retired ids and a hostile title. */
export const world: Snapshot = {
  ...snapshot,
  events: snapshot.events.map((event) =>
    event.id === 'us-midterms-2018' ? { ...event, title: { ...event.title, en: '=<script>alert(1)</script>' } } : event,
  ),
  redirects: [
    { id: 'old-stockholm', kind: 'moved', to: ['stockholm-talks-2019'], on: '2026-01-01', reason: 'renamed' },
    {
      id: 'two-in-one',
      kind: 'split',
      to: ['hanoi-summit-2019', 'stockholm-talks-2019'],
      on: '2026-01-01',
      reason: 'two events',
    },
    { id: 'never-was', kind: 'withdrawn', to: [], on: '2026-01-02', reason: 'the source corrected itself' },
  ],
};

/** A few files stand for those of the build, so that the tests need no disk; the build's own are read in the tests of clients. */
const FILES: Record<string, string> = {
  [`bulk/${world.manifest.release}/index.json`]: '{"files":[]}',
  [`bulk/${world.manifest.release}/actors.csv`]: 'id\r\nKP\r\n',
  'metadata/datapackage.json': '{}',
  'metadata/dcat.json': '{}',
  'metadata/croissant.json': '{}',
  'metadata/csvw.json': '{}',
  'docs/start.js': 'start();',
  'openapi.json': JSON.stringify(openapi),
  ...Object.fromEntries(
    Object.entries({ ...TABLES, manifest: Manifest, quality: Quality }).map(([name, shape]) => [
      `schema/${name}.json`,
      JSON.stringify(z.toJSONSchema(shape)),
    ]),
  ),
};
const files: Files = (path) => {
  const body = FILES[path];
  return Promise.resolve(
    body === undefined ? null : { body: new TextEncoder().encode(body), bytes: new TextEncoder().encode(body).length },
  );
};
const sha256 = '0'.repeat(64);
const bulk = {
  [world.manifest.release]: [{ name: 'actors.csv', table: 'actors', format: 'csv', bytes: 8, sha256, rows: 1 }],
};

export const app = createApp(world, { files, bulk });
export const document = openapi;

export async function get(path: string, headers: Record<string, string> = {}) {
  const response = await app.request(`http://api.test${path}`, { headers });
  // Bytes, because workerd warns of text() on media types it does not know for text.
  const text = new TextDecoder().decode(await response.arrayBuffer());
  const isJson =
    /json/.test(response.headers.get('content-type') ?? '') &&
    !/ndjson/.test(response.headers.get('content-type') ?? '');
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: (isJson && text !== '' ? JSON.parse(text) : undefined) as never as Body,
  };
}

/** Loose on purpose: the contract test checks shapes, these tests check behaviour. */
export interface Body {
  data: Record<string, unknown>[] & Record<string, unknown>;
  meta: {
    total: number;
    count: number;
    explain: { message: string; without: { parameter: string; total: number }[] };
    warnings: { suggestions: string[] }[];
  };
  links: { next: string | null; prev: string | null; self: string };
  errors: { code: string; parameter: string; suggestions: string[] }[];
  nearest: { id: string; href: string }[];
  targets: { id: string }[];
  included: Record<string, Record<string, unknown>[]>;
  type: string;
}
