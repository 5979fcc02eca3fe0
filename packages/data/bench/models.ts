import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { gzipSync } from 'node:zlib';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { build } from 'tsdown';
import { DEFAULTS, DIMENSIONS, explainLevel, fitRelation, type RelationRequest } from '../dist/models/index.js';
import { snapshot } from '../dist/data/snapshot.js';
import type { Event } from '../src/schema/index.ts';

/*
 * The models on the real record and on records grown from it: every pair over forty years, growth from a thousand to a million
 * events against a plain walk over the same array, and the size of the models alone.
 */

const DAY = 86_400_000;
const FROM = Date.UTC(1987, 0, 1) / DAY;
const TO = FROM + 40 * 365;
const sources = new Map(snapshot.sources.map((source) => [source.id as string, source]));

const pairs = [
  ...new Set(snapshot.events.flatMap(({ signals }) => signals.map(({ from, to }) => [from, to].sort().join('~')))),
].map((pair) => pair.split('~') as [string, string]);

function all(events: readonly Event[]): number {
  let told = 0;
  for (const pair of pairs) {
    const request: RelationRequest = { pair, from: FROM, to: TO, ...DEFAULTS };
    const relation = fitRelation(events, sources, request);
    for (const dimension of DIMENSIONS) told += explainLevel(relation, dimension, FROM + 12_000).shares.length;
  }
  return told;
}

function timed(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

const cold = timed(() => all(snapshot.events));
const warm = Math.min(...Array.from({ length: 5 }, () => timed(() => all(snapshot.events))));
console.log(
  `${pairs.length} pairs × 40 years, filter + smooth + explain: ${cold.toFixed(0)} ms cold, ${warm.toFixed(0)} ms warm`,
);

/** The core record repeated on other days until there are `n` events; ids differ, so that nothing is taken for the same. */
function grown(n: number): Event[] {
  const events: Event[] = [];
  for (let i = 0; events.length < n; i++) {
    const event = snapshot.events[i % snapshot.events.length];
    if (!event) break;
    const day = new Date((FROM + ((i * 7919) % (TO - FROM))) * DAY).toISOString().slice(0, 10);
    events.push({ ...event, id: `${event.id}-${i}` as Event['id'], date: { ...event.date, edtf: day } });
  }
  return events;
}

console.log('events     fit + explain one pair   per event   walk over the signals   ratio');
for (const n of [1_000, 10_000, 100_000, 1_000_000]) {
  const events = grown(n);
  const request: RelationRequest = { pair: ['US', 'KP'], from: FROM, to: TO, ...DEFAULTS };
  const once = () => explainLevel(fitRelation(events, sources, request), 'rivalry', FROM + 12_000);
  const walk = () => {
    let sum = 0;
    for (const event of events)
      for (const signal of event.signals) if (signal.from === 'US') sum += signal.rivalry * signal.intensity;
    return sum;
  };
  const rounds = n > 100_000 ? 3 : 7;
  const fit = Math.min(...Array.from({ length: rounds }, () => timed(once)));
  const plain = Math.min(...Array.from({ length: rounds }, () => timed(walk)));
  console.log(
    `${String(n).padStart(9)}  ${fit.toFixed(1).padStart(12)} ms  ${((fit / n) * 1000).toFixed(2).padStart(14)} µs  ${plain.toFixed(1).padStart(14)} ms  ${(fit / plain).toFixed(1).padStart(10)}`,
  );
}

const folder = mkdtempSync(join(tmpdir(), 'peninsula-models-'));
await build({
  entry: { models: join(import.meta.dirname, '../src/models/index.ts') },
  outDir: folder,
  platform: 'neutral',
  minify: true,
  dts: false,
  config: false,
  logLevel: 'silent',
});
const code = readdirSync(folder)
  .map((name) => readFileSync(join(folder, name)))
  .reduce((sum, text) => sum + gzipSync(text).length, 0);
rmSync(folder, { recursive: true });
console.log(`models alone, minified: ${(code / 1000).toFixed(1)} kB gzip, no event data`);
