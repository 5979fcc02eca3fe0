import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { openRecord } from '@peninsula/data';
import { check } from '@peninsula/data/claims';
import { snapshot } from '@peninsula/data/snapshot';
import { expect, test } from './page.ts';

const require = createRequire(import.meta.url);
const dist = dirname(dirname(require.resolve('@peninsula/data/relations.json')));
const MEDIA: Record<string, string> = { '.js': 'text/javascript', '.json': 'application/json' };

test.beforeEach(async ({ page }) => {
  await page.route('http://package.test/**', async (route) => {
    const path = new URL(route.request().url()).pathname;
    if (path === '/') return route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>package</title>' });
    return route.fulfill({ contentType: MEDIA[extname(path)] ?? 'text/plain', body: readFileSync(join(dist, path)) });
  });
  await page.goto('http://package.test/');
  // Run from the page itself, with the files of the published package and nothing else.
  await page.addScriptTag({
    type: 'module',
    content: `
      import { check } from '/claims/index.js';
      import { DEFAULTS, relationSeries } from '/models/index.js';
      import { daysFromCivil } from '/dates/index.js';
      import { openRecord } from '/query/index.js';
      import { snapshot } from '/data/snapshot.js';
      const sources = new Map(snapshot.sources.map((source) => [source.id, source]));
      const { from, to } = snapshot.manifest.coverage[0];
      const civil = (iso) => daysFromCivil(...iso.split('-').map(Number));
      const record = openRecord(snapshot);
      window.levelsOf = (pair) =>
        JSON.stringify(relationSeries(snapshot.events, sources, { pair: pair.split('~'), from: civil(from), to: civil(to), ...DEFAULTS }));
      window.checkOf = (id) => JSON.stringify(check(record, record.get('claims', id).value));
    `,
  });
  await page.waitForFunction(() => 'checkOf' in window);
});

interface InPage {
  levelsOf: (pair: string) => string;
  checkOf: (id: string) => string;
}

test('the package computes in Chromium, byte for byte, what the build computed on Node', async ({ page }) => {
  const built = JSON.parse(readFileSync(join(dist, 'data/relations.json'), 'utf8')) as {
    pair: string;
    levels: object;
  }[];
  expect(built.length).toBeGreaterThan(4);
  for (const { pair, levels } of built) {
    const there = await page.evaluate((name) => (window as unknown as InPage).levelsOf(name), pair);
    expect(there, pair).toBe(JSON.stringify(levels));
  }
});

test('every claim gives the same bytes in Chromium, in the package on Node, and on its page', async ({
  page,
  request,
}) => {
  const record = openRecord(snapshot);
  const claims = record.list('claims');
  expect(claims.length).toBeGreaterThan(20);
  for (const claim of claims) {
    const there = await page.evaluate((id) => (window as unknown as InPage).checkOf(id), claim.id);
    expect(there, claim.id).toBe(JSON.stringify(check(record, claim)));
    const answer = await request.get(`/claims/${claim.id}`);
    expect(jsonIn(await answer.text()), claim.id).toBe(there);
  }
});

/** The check as the page shows it, with entities read back. */
function jsonIn(html: string): string {
  const text = /<pre class="json[^>]*>([\s\S]*?)<\/pre>/.exec(html)?.[1] ?? '';
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
