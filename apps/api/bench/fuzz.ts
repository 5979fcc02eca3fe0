import { once } from 'node:events';
import { connect } from 'node:net';
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import fc from 'fast-check';
import { document } from '../test/app.ts';
import { requests } from '../test/requests.ts';

/*
 * Requests by the ten thousand against the API on Node: made from the OpenAPI document, and raw bytes on the socket. Counts answers by
 * status and keeps the slowest and the largest; ends with 1 on any 5xx, hang, or answer over the bounds below.
 * Usage: node bench/fuzz.ts [requests, 100000] [seed]
 */

const RUNS = Number(process.argv[2] ?? 100_000);
const SEED = Number(process.argv[3] ?? 20_261_125);
const RAW = Math.round(RUNS / 50);
const PORT = 8795;
/** No answer takes longer or is larger than this on the slowest machine we test on. */
const BOUND = { ms: 5000, bytes: 32 * 1024 * 1024 };

const server = spawn(process.execPath, ['dist/node.js'], {
  cwd: join(import.meta.dirname, '..'),
  stdio: ['ignore', 'ignore', 'inherit'],
  env: { ...process.env, API_PORT: String(PORT), RATE_LIMIT: '0' },
});
const origin = `http://127.0.0.1:${PORT}`;
while (!(await fetch(`${origin}/healthz`).catch(() => undefined))?.ok)
  await new Promise((done) => setTimeout(done, 100));

const byStatus = new Map<number, number>();
const slowest = { ms: 0, url: '' };
const largest = { bytes: 0, url: '' };
const failures: string[] = [];

async function ask({ url, ...init }: { url: string; method: string; headers: Record<string, string>; body?: string }) {
  const target = url.replace('http://api.test', origin);
  const started = performance.now();
  try {
    const answer = await fetch(target, { ...init, redirect: 'manual', signal: AbortSignal.timeout(BOUND.ms) });
    const { byteLength: bytes } = await answer.arrayBuffer();
    const ms = performance.now() - started;
    byStatus.set(answer.status, (byStatus.get(answer.status) ?? 0) + 1);
    if (ms > slowest.ms) Object.assign(slowest, { ms, url });
    if (bytes > largest.bytes) Object.assign(largest, { bytes, url });
    if (answer.status >= 500 || bytes > BOUND.bytes) failures.push(`${answer.status} ${bytes} ${init.method} ${url}`);
  } catch (error) {
    const { cause } = error as Error;
    // fetch itself refuses some header values and methods; those never reached the server.
    if (error instanceof TypeError && cause === undefined) return;
    failures.push(`${String(error)} ${init.method} ${url}`);
  }
}

const CHUNK = 1000;
const started = performance.now();
for (let done = 0; done < RUNS; done += CHUNK) {
  const some = fc.sample(requests(document), { numRuns: Math.min(CHUNK, RUNS - done), seed: SEED + done });
  for (let i = 0; i < some.length; i += 20) await Promise.all(some.slice(i, i + 20).map(ask));
  if (done % 10_000 === 0) console.error(`${done} of ${RUNS}, ${failures.length} failures`);
}

let raw = 0;
for (let i = 0; i < RAW; i += 20)
  await Promise.all(
    Array.from({ length: Math.min(20, RAW - i) }, async (_none, j) => {
      const socket = connect(PORT, '127.0.0.1');
      socket.on('error', () => undefined);
      socket.resume();
      await once(socket, 'connect');
      const bytes = randomBytes(1 + ((i * 20 + j) % 600));
      socket.end(
        (i + j) % 2 === 0
          ? bytes
          : Buffer.concat([Buffer.from('GET /v1/events?'), bytes, Buffer.from(' HTTP/1.1\r\nHost: x\r\n\r\n')]),
      );
      await Promise.race([once(socket, 'close'), new Promise((done) => setTimeout(done, BOUND.ms))]);
      if (!socket.closed) failures.push(`raw ${bytes.toString('hex')} left the connection open`);
      socket.destroy();
      raw++;
    }),
  );
const alive = await fetch(`${origin}/healthz`);
if (!alive.ok) failures.push('the server no longer answers');
server.kill();

console.log(
  `${RUNS} requests and ${raw} raw sockets in ${((performance.now() - started) / 1000).toFixed(0)} s, seed ${SEED}`,
);
console.log(
  [...byStatus]
    .sort(([a], [b]) => a - b)
    .map(([status, n]) => `${status}: ${n}`)
    .join('  '),
);
console.log(`slowest ${slowest.ms.toFixed(0)} ms ${slowest.url.slice(0, 200)}`);
console.log(`largest ${largest.bytes} bytes ${largest.url.slice(0, 200)}`);
for (const failure of failures.slice(0, 20)) console.log(`FAILED ${failure.slice(0, 400)}`);
console.log(`${failures.length} failures`);
process.exit(failures.length > 0 ? 1 : 0);
