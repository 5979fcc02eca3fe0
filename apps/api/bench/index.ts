import { spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { snapshot } from '@peninsula/data/snapshot';
import autocannon from 'autocannon';

/*
 * Requests per second of the API against an empty Hono route (what the framework allows) and against json-server over the same
 * records (what a developer would reach for), one after the other in one run. Each server is a process of its own.
 */

const CONNECTIONS = 200;
const SECONDS = 5;

const root = join(import.meta.dirname, '..');
const out = join(root, 'test-results', 'bench');
mkdirSync(out, { recursive: true });
const db = join(out, 'db.json');
// json-server filters flat fields: give it the first actor of each event as one
writeFileSync(db, JSON.stringify({ events: snapshot.events }));

interface Server {
  readonly name: string;
  readonly args: readonly string[];
  readonly port: number;
  readonly paths: Readonly<Record<string, string>>;
}

const servers: readonly Server[] = [
  { name: 'empty Hono route', args: ['bench/empty.ts'], port: 8791, paths: { empty: '/' } },
  {
    name: 'Peninsula',
    args: ['dist/node.js'],
    port: 8792,
    paths: {
      record: '/v1/events/stockholm-talks-2019',
      'filtered page': '/v1/events?type=talks&limit=20',
      'page of 100': '/v1/events?limit=100',
      search: '/v1/search?q=stockholm',
      explain: '/v1/relations/US~KP/explain?at=2019-12-20',
      stance: '/v1/stances?at=2019-12-20',
    },
  },
  {
    name: 'json-server',
    args: ['node_modules/json-server/lib/cli/bin.js', '--port', '8793', '--quiet', db],
    port: 8793,
    paths: {
      record: '/events/stockholm-talks-2019',
      'filtered page': '/events?type=talks&_limit=20',
      'page of 100': '/events?_limit=100',
      search: '/events?q=stockholm',
    },
  },
];

const rows: { server: string; what: string; rps: number; p99: number; ratio: number; bytes: number }[] = [];
let empty = NaN;
for (const { name, args, port, paths } of servers) {
  const server = spawn(process.execPath, args, {
    cwd: root,
    stdio: 'ignore',
    env: { ...process.env, API_PORT: String(port), RATE_LIMIT: '0' },
  });
  const origin = `http://127.0.0.1:${port}`;
  await answering(origin + Object.values(paths)[0]);
  for (const [what, path] of Object.entries(paths)) {
    const answer = await fetch(origin + path);
    if (!answer.ok) throw new Error(`${name} answers ${answer.status} to ${path}`);
    const bytes = (await answer.arrayBuffer()).byteLength;
    await autocannon({ url: origin + path, connections: CONNECTIONS, duration: 1 });
    const result = await autocannon({ url: origin + path, connections: CONNECTIONS, duration: SECONDS });
    if (result.non2xx > 0) throw new Error(`${name} failed ${result.non2xx} requests to ${path}`);
    if (what === 'empty') empty = result.requests.average;
    rows.push({
      server: name,
      what,
      rps: Math.round(result.requests.average),
      p99: result.latency.p99,
      ratio: result.requests.average / empty,
      bytes,
    });
  }
  server.kill();
}
rmSync(db);

console.log(
  `\nRequests per second over ${CONNECTIONS} connections, ${SECONDS} s each; ratio to the empty route of the same run.`,
);
console.table(rows.map((row) => ({ ...row, ratio: Number(row.ratio.toFixed(2)) })));
for (const what of ['record', 'filtered page', 'page of 100', 'search']) {
  const of = (server: string) => rows.find((row) => row.server === server && row.what === what)?.rps ?? NaN;
  console.log(`${what}: ${(of('Peninsula') / of('json-server')).toFixed(1)} times json-server`);
}
writeFileSync(
  join(out, 'api.json'),
  `${JSON.stringify({ node: process.version, connections: CONNECTIONS, seconds: SECONDS, rows }, null, 2)}\n`,
);

async function answering(url: string): Promise<void> {
  for (let i = 0; i < 100; i++) {
    try {
      await fetch(url);
      return;
    } catch {
      await new Promise((done) => setTimeout(done, 100));
    }
  }
  throw new Error(`nothing answers at ${url}`);
}
