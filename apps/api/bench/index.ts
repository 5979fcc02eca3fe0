import { spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { snapshot } from '@peninsula/data/snapshot';
import autocannon from 'autocannon';
import { cpuOf } from './cpu.ts';

/*
 * Requests per second of the API, each path beside an empty Hono route that sends the same bytes (what the framework and the machine
 * allow) and beside json-server over the same records (what a developer would reach for), in one run. Each server is a process.
 */

const CONNECTIONS = 200;
const SECONDS = 2;
const ROUNDS = 7;
/** json-server is asked in fewer rounds and for longer: where it searches, its first answers take seconds. */
const PEER = { rounds: 3, seconds: 6 };

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
const peer = await start(
  8793,
  ['node_modules/json-server/lib/cli/bin.js', '--port', '8793', '--quiet', db],
  '/events?_limit=1',
);
const empty = await measure(`${floor.origin}/`, floor.pid);
console.log(`empty route, 2 bytes: ${empty.rps} requests a second, p99 ${empty.p99} ms`);
const rows = [];
for (const one of PATHS) {
  const { what, path } = one;
  const bytes = Number(await (await fetch(`${floor.origin}/copy?of=${encodeURIComponent(ours.origin + path)}`)).text());
  await measure(`${floor.origin}/${bytes}`, floor.pid);
  await measure(ours.origin + path, ours.pid);
  // In turn, seven times: the machine's speed drifts, so each ratio is the median of what was measured side by side.
  const rounds = [];
  for (let i = 0; i < ROUNDS; i++)
    rounds.push({
      limit: await measure(`${floor.origin}/${bytes}`, floor.pid),
      made: await measure(ours.origin + path, ours.pid),
      beside: 'peer' in one && i < PEER.rounds ? await measure(peer.origin + one.peer, peer.pid, PEER.seconds) : null,
    });
  const peers = rounds.flatMap(({ made, beside }) => (beside ? [{ made, beside }] : []));
  rows.push({
    what,
    bytes,
    rps: median(rounds.map(({ made }) => made.rps)),
    p99: median(rounds.map(({ made }) => made.p99)),
    limit: median(rounds.map(({ limit }) => limit.rps)),
    'p99 of limit': median(rounds.map(({ limit }) => limit.p99)),
    ratio: hundredths(median(rounds.map(({ made, limit }) => made.rps / limit.rps))),
    'CPU ratio': hundredths(median(rounds.map(({ made, limit }) => limit.cpu / made.cpu))),
    ...(peers.length > 0 && {
      'json-server': median(peers.map(({ beside }) => beside.rps)),
      'p99 of it': median(peers.map(({ beside }) => beside.p99)),
      // None where it answered nothing at all.
      times:
        median(peers.map(({ beside }) => beside.rps)) > 0
          ? hundredths(median(peers.map(({ made, beside }) => made.rps / beside.rps)))
          : 'none',
    }),
  });
}
for (const server of [floor, ours, peer]) server.stop();
rmSync(db);

console.log(
  `\nRequests per second over ${CONNECTIONS} connections, ${SECONDS} s each, ${ROUNDS} rounds in turn. limit: an empty route sending the same bytes.`,
);
console.table(rows);
writeFileSync(
  join(out, 'api.json'),
  `${JSON.stringify({ node: process.version, connections: CONNECTIONS, seconds: SECONDS, empty, rows }, null, 2)}\n`,
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
async function measure(
  url: string,
  pid: number,
  duration = SECONDS,
): Promise<{ rps: number; p99: number; cpu: number }> {
  const before = cpuOf(pid);
  const result = await autocannon({ url, connections: CONNECTIONS, duration, setupClient: unread });
  const cpu = Math.round((cpuOf(pid) - before) / Math.max(1, result.requests.total));
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${url}: ${result.non2xx + result.errors} failures`);
  return { rps: Math.round(result.requests.average), p99: result.latency.p99, cpu };
}

/** The load counts what it gets and does not decode it: text cut inside a character costs it several times as much, by chance. */
function unread(client: autocannon.Client): void {
  (client as unknown as { pipelinedRequests: { addBody: () => void } }).pipelinedRequests.addBody = () => undefined;
}

function median(list: readonly number[]): number {
  return list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? NaN;
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
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
