import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { expect, test } from './page.ts';

const require = createRequire(import.meta.url);
const dist = dirname(dirname(require.resolve('@peninsula/data/relations.json')));
const MEDIA: Record<string, string> = { '.js': 'text/javascript', '.json': 'application/json' };

test('the package computes in Chromium, byte for byte, what the build computed on Node', async ({ page }) => {
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
      import { DEFAULTS, relationSeries } from '/models/index.js';
      import { daysFromCivil } from '/dates/index.js';
      import { snapshot } from '/data/snapshot.js';
      const sources = new Map(snapshot.sources.map((source) => [source.id, source]));
      const { from, to } = snapshot.manifest.coverage[0];
      const civil = (iso) => daysFromCivil(...iso.split('-').map(Number));
      window.levelsOf = (pair) =>
        JSON.stringify(relationSeries(snapshot.events, sources, { pair: pair.split('~'), from: civil(from), to: civil(to), ...DEFAULTS }));
    `,
  });
  await page.waitForFunction(() => 'levelsOf' in window);
  const built = JSON.parse(readFileSync(join(dist, 'data/relations.json'), 'utf8')) as {
    pair: string;
    levels: object;
  }[];
  expect(built.length).toBeGreaterThan(4);
  for (const { pair, levels } of built) {
    const there = await page.evaluate(
      (name) => (window as unknown as { levelsOf: (pair: string) => string }).levelsOf(name),
      pair,
    );
    expect(there, pair).toBe(JSON.stringify(levels));
  }
});
