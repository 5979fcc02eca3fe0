import { spawn } from 'node:child_process';
import type { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import autocannon from 'autocannon';

/*
 * Full load for minutes: reads that repeat and reads that never do, and the memory of the server every ten seconds. Ends with 1 on any
 * failed request, or where the second half needs more than a tenth more memory than the first.
 * Usage: node bench/soak.ts [seconds, 300]
 */

const SECONDS = Number(process.argv[2] ?? 300);
const CONNECTIONS = 200;
const PORT = 8796;
const origin = `http://127.0.0.1:${PORT}`;
const server = spawn(process.execPath, ['dist/node.js'], {
  cwd: join(import.meta.dirname, '..'),
  stdio: ['ignore', 'ignore', 'inherit'],
  env: { ...process.env, API_PORT: String(PORT), RATE_LIMIT: '0' },
});
while (!(await fetch(`${origin}/healthz`).catch(() => undefined))?.ok)
  await new Promise((done) => setTimeout(done, 100));

const memory: number[] = [];
const measure = () => {
  const status = readFileSync(`/proc/${server.pid}/status`, 'utf8');
  memory.push(Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024));
};
const timer = setInterval(measure, 10_000);
let n = 0;
const never = (path: (i: number) => string) => ({
  setupRequest: (request: autocannon.Request) => ({ ...request, path: path(n++) }),
});
const day = (i: number) => new Date(Date.UTC(2017, 0, 1 + (i % 1100))).toISOString().slice(0, 10);
/** What failed and at which seconds. */
const failures = new Map<string, number[]>();
const began = performance.now();
const fail = (what: string) =>
  failures.set(what, [...(failures.get(what) ?? []), Math.round((performance.now() - began) / 1000)]);
const result = await autocannon({
  url: origin,
  connections: CONNECTIONS,
  duration: SECONDS,
  setupClient: (client) => {
    const talk = client as unknown as EventEmitter & { requestIterator: { currentRequest: { path: string } } };
    talk.on('timeout', () => fail(`no answer in ten seconds to ${talk.requestIterator.currentRequest.path}`));
    talk.on('connError', (error: Error) => fail(error.message));
  },
  requests: [
    { path: '/v1/events/stockholm-talks-2019' },
    { path: '/v1/events?type=talks&limit=20' },
    { path: '/v1/search?q=stockholm' },
    { path: '/v1/stances?at=2019-12-20' },
    never((i) => `/v1/events?from=${day(i)}&limit=20&q=${i % 977}`),
    never((i) => `/v1/relations/US~KP/explain?at=${day(i * 7)}&half_life=${[15, 30, 45, 90][i % 4]}`),
    never((i) => `/v1/suggest?q=s${i % 5000}`),
  ],
});
clearInterval(timer);
measure();
server.kill();

const half = Math.floor(memory.length / 2);
const most = (list: readonly number[]) => Math.max(...list);
const [first, second] = [most(memory.slice(0, half)), most(memory.slice(half))];
console.log(
  `${SECONDS} s at ${CONNECTIONS} connections: ${result.requests.total} requests, ${result.requests.average.toFixed(0)} a second, p99 ${result.latency.p99} ms, ${result.non2xx} not 2xx, ${result.errors} errors`,
);
console.log(`memory in MB every ten seconds: ${memory.join(' ')}`);
for (const [what, seconds] of failures) console.log(`${what}: ${seconds.length} times, at ${seconds.join(' ')} s`);
console.log(`most in the first half ${first} MB, in the second ${second} MB`);
process.exit(result.non2xx + result.errors > 0 || second > first * 1.1 ? 1 : 0);
