import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parse } from 'yaml';

/*
 * Two ratios, each measured in one run on one machine: opening the package against opening web-features (a data package of about
 * the same kind), and building the record against a bare parse of its YAML.
 */

const root = join(import.meta.dirname, '..');
const ROUNDS = 15;

const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

/** Milliseconds of a whole Node process, median of many; alternating, so that a busy moment hits all alike. */
function processes(programs: Readonly<Record<string, readonly string[]>>): Record<string, number> {
  const times: Record<string, number[]> = {};
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, args] of Object.entries(programs)) {
      const start = performance.now();
      execFileSync(process.execPath, args, { cwd: root, stdio: 'ignore' });
      (times[name] ??= []).push(performance.now() - start);
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, list]) => [name, median(list)]));
}

const code = (text: string) => ['--input-type=module', '-e', text];
const opened = processes({
  node: code(''),
  'web-features': code(`import { features } from 'web-features'; features.grid;`),
  '@peninsula/data': code(
    `import { openRecord } from '@peninsula/data'; import { snapshot } from '@peninsula/data/snapshot'; openRecord(snapshot).get('events', 'stockholm-talks-2019');`,
  ),
  '@peninsula/data, first query': code(
    `import { openRecord } from '@peninsula/data'; import { snapshot } from '@peninsula/data/snapshot'; openRecord(snapshot).events({ actor: 'KP,US', type: 'talks' });`,
  ),
});

const built = processes({ 'bare YAML parse': ['bench/bare-parse.mjs'], 'build of the record': ['build/index.ts'] });

const files = readdirSync(join(root, 'records'), { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.yaml'),
);
const start = performance.now();
for (const file of files) parse(readFileSync(join(root, 'records', file), 'utf8'));
const parsing = performance.now() - start;

const net = (name: string) => (opened[name] ?? 0) - (opened['node'] ?? 0);
const rows = [
  { what: 'open web-features', ms: net('web-features'), ratio: 1, limit: 'reading and parsing its JSON' },
  {
    what: 'open @peninsula/data, one record',
    ms: net('@peninsula/data'),
    ratio: net('@peninsula/data') / net('web-features'),
    limit: 'parsing the JSON of the tables',
  },
  {
    what: 'open @peninsula/data, one query',
    ms: net('@peninsula/data, first query'),
    ratio: net('@peninsula/data, first query') / net('web-features'),
    limit: 'the same, and the first index',
  },
  {
    what: `bare parse of ${files.length} YAML files`,
    ms: built['bare YAML parse'] ?? 0,
    ratio: 1,
    limit: 'the YAML parser',
  },
  {
    what: 'build of the record',
    ms: built['build of the record'] ?? 0,
    ratio: (built['build of the record'] ?? 0) / (built['bare YAML parse'] ?? 1),
    limit: `YAML with line numbers (bare parse in one warm process: ${parsing.toFixed(0)} ms), then schema checks`,
  },
];
console.log(
  `\nMedians of ${ROUNDS} processes; opening is net of an empty Node process (${(opened['node'] ?? 0).toFixed(0)} ms).`,
);
console.table(
  rows.map(({ what, ms, ratio, limit }) => ({
    what,
    ms: Number(ms.toFixed(1)),
    ratio: Number(ratio.toFixed(2)),
    limit,
  })),
);
mkdirSync(join(root, 'test-results', 'bench'), { recursive: true });
writeFileSync(
  join(root, 'test-results', 'bench', 'data.json'),
  `${JSON.stringify({ node: process.version, rounds: ROUNDS, rows }, null, 2)}\n`,
);
