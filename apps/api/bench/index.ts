import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { snapshot } from '@peninsula/data/snapshot';
import autocannon from 'autocannon';

/*
 * Requests per second of the API, each path beside an empty Hono route that sends as many bytes (what the framework and the machine
 * allow) and beside json-server over the same records (what a developer would reach for), in one run. Each server is a process.
 */

const CONNECTIONS = 200;
const SECONDS = 2;
const ROUNDS = 7;

const root = join(import.meta.dirname, '..');
const out = join(root, 'test-results', 'bench');
mkdirSync(out, { recursive: true });
const db = join(out, 'db.json');
writeFileSync(db, JSON.stringify({ events: snapshot.events }));

/** What is asked for, and how json-server says the same where it can. */
const PATHS = [
  { what: 'record', path: '/v1/events/stockholm-talks-2019', peer: '/events/stockholm-talks-2019' },
  { what: 'filter', path: '/v1/events?type=talks&limit=20', peer: '/events?type=talks&_limit=20' },
  { what: 'list of 100', path: '/v1/events?limit=100', peer: '/events?_limit=100' },
  { what: 'search', path: '/v1/search?q=stockholm', peer: '/events?q=stockholm&_limit=20' },
  { what: 'explain', path: '/v1/relations/US~KP/explain?at=2019-12-20' },
  { what: 'stance', path: '/v1/stances?at=2019-12-20' },
] as const;

const floor = await start(8791, ['bench/empty.ts'], '/');
const ours = await start(8792, ['dist/node.js'], '/healthz');
const empty = await measure(`${floor.origin}/`, floor.pid);
console.log(`empty route, 2 bytes: ${empty.rps} requests a second, p99 ${empty.p99} ms`);
const rows = [];
for (const { what, path } of PATHS) {
  const bytes = (await (await fetch(ours.origin + path)).arrayBuffer()).byteLength;
  await measure(`${floor.origin}/${bytes}`, floor.pid);
  await measure(ours.origin + path, ours.pid);
  // In turn, seven times: the machine's speed drifts, so each round is a pair, and the ratio is the median of the pairs.
  const pairs = [];
  for (let i = 0; i < ROUNDS; i++)
    pairs.push({
      limit: await measure(`${floor.origin}/${bytes}`, floor.pid),
      made: await measure(ours.origin + path, ours.pid),
    });
  rows.push({
    what,
    bytes,
    rps: median(pairs.map(({ made }) => made.rps)),
    p99: median(pairs.map(({ made }) => made.p99)),
    limit: median(pairs.map(({ limit }) => limit.rps)),
    'p99 of limit': median(pairs.map(({ limit }) => limit.p99)),
    ratio: median(pairs.map(({ made, limit }) => made.rps / limit.rps)),
    'CPU ratio': median(pairs.map(({ made, limit }) => limit.cpu / made.cpu)),
  });
}
floor.stop();
ours.stop();

const peer = await start(
  8793,
  ['node_modules/json-server/lib/cli/bin.js', '--port', '8793', '--quiet', db],
  '/events?_limit=1',
);
const peers = new Map<string, { rps: number; p99: number; cpu: number }>();
for (const one of PATHS) if ('peer' in one) peers.set(one.what, await measure(peer.origin + one.peer, peer.pid));
peer.stop();
rmSync(db);

console.log(
  `\nRequests per second over ${CONNECTIONS} connections, ${SECONDS} s each, ${ROUNDS} rounds in turn. limit: an empty route sending as many bytes.`,
);
console.table(
  rows.map((row) => {
    const beside = peers.get(row.what);
    return {
      ...row,
      ratio: Number(row.ratio.toFixed(2)),
      'CPU ratio': Number(row['CPU ratio'].toFixed(2)),
      'json-server': beside?.rps ?? null,
      'p99 of it': beside?.p99 ?? null,
      times: beside ? Number((row.rps / beside.rps).toFixed(1)) : null,
    };
  }),
);
writeFileSync(
  join(out, 'api.json'),
  `${JSON.stringify({ node: process.version, connections: CONNECTIONS, seconds: SECONDS, empty, rows, peers: [...peers] }, null, 2)}\n`,
);

async function start(port: number, args: readonly string[], ready: string) {
  const server = spawn(process.execPath, args, {
    cwd: root,
    stdio: 'ignore',
    env: { ...process.env, API_PORT: String(port), RATE_LIMIT: '0' },
  });
  const origin = `http://127.0.0.1:${port}`;
  await answering(origin + ready);
  return { origin, pid: server.pid ?? 0, stop: () => server.kill() };
}

/** `cpu` is what the server itself used for a request: the load shares the machine, so requests a second measure both. */
async function measure(url: string, pid: number): Promise<{ rps: number; p99: number; cpu: number }> {
  const before = cpuOf(pid);
  const result = await autocannon({ url, connections: CONNECTIONS, duration: SECONDS });
  const cpu = Math.round((cpuOf(pid) - before) / Math.max(1, result.requests.total));
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${url}: ${result.non2xx + result.errors} failures`);
  return { rps: Math.round(result.requests.average), p99: result.latency.p99, cpu };
}

function median(list: readonly number[]): number {
  return list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? NaN;
}

/** CPU time of a process in microseconds, by /proc: user and system, in ticks of a hundredth. */
function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10_000;
}

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
