import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cpuOf } from './cpu.ts';

/*
 * CPU of the worker in workerd: of its start alone, by wrangler's own profile; and, read from /proc (Linux), until it has answered its
 * first request (which reads the record), and per request over a mix of paths, first asked and asked again. Usage: node bench/worker.ts
 */

const PORT = 8797;
const origin = `http://127.0.0.1:${PORT}`;
const MIX = [
  '/v1/events/stockholm-talks-2019',
  '/v1/events?type=talks&limit=20',
  '/v1/events?limit=100',
  '/v1/search?q=stockholm',
  '/v1/relations/US~KP/explain?at=2019-12-20',
  '/v1/stances?at=2019-12-20',
];

const root = join(import.meta.dirname, '..');
const env = { ...process.env, WRANGLER_SEND_METRICS: 'false' };
const bin = 'node_modules/wrangler/bin/wrangler.js';
const profile = join(root, 'test-results', 'bench', 'startup.cpuprofile');
mkdirSync(dirname(profile), { recursive: true });
execFileSync(process.execPath, [bin, 'check', 'startup', '--outfile', profile], { cwd: root, env });
console.log(`CPU of the start, nothing asked yet: ${startOf(profile).toFixed(0)} ms`);
const wrangler = spawn(process.execPath, [bin, 'dev', '--port', String(PORT), '--log-level', 'error'], {
  cwd: root,
  stdio: 'ignore',
  detached: true,
  env,
});
try {
  while (!(await fetch(`${origin}/healthz`).catch(() => undefined))) await pause(50);
  const first = cpu();
  for (const path of MIX) await ask(path);
  const cold = cpu();
  const rounds = 100;
  for (let i = 0; i < rounds; i++)
    for (const path of MIX) await ask(`${path}${path.includes('?') ? '&' : '?'}locale=en`);
  const warm = cpu();
  // Another spelling of the same question is another answer: nothing is kept for it.
  for (let i = 0; i < 20; i++) for (const path of MIX) await ask(path, `en;q=0.${i + 10}`);
  const fresh = cpu();
  console.log(`CPU of workerd until the first answer, the record read: ${first} ms`);
  console.log(
    `six kinds of question, each for the first time: ${((cold - first) / MIX.length).toFixed(1)} ms a request`,
  );
  console.log(`the same again, kept: ${((warm - cold) / (rounds * MIX.length)).toFixed(2)} ms a request`);
  console.log(`made anew on a warm isolate: ${((fresh - warm) / (20 * MIX.length)).toFixed(2)} ms a request`);
} finally {
  process.kill(-(wrangler.pid ?? 0));
}

async function ask(path: string, language = 'en'): Promise<void> {
  const answer = await fetch(origin + path, { headers: { 'accept-language': language } });
  if (!answer.ok) throw new Error(`${answer.status} to ${path}`);
  await answer.arrayBuffer();
}

/** Milliseconds of a CPU profile that were not idle. */
function startOf(file: string): number {
  const { nodes, samples, timeDeltas } = JSON.parse(readFileSync(file, 'utf8')) as {
    nodes: { id: number; callFrame: { functionName: string } }[];
    samples: number[];
    timeDeltas: number[];
  };
  const idle = new Set(nodes.filter(({ callFrame }) => callFrame.functionName === '(idle)').map(({ id }) => id));
  return samples.reduce((sum, id, i) => sum + (idle.has(id) ? 0 : (timeDeltas[i] ?? 0)), 0) / 1000;
}

/** CPU time in ms of every workerd on this machine. */
function cpu(): number {
  let us = 0;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      if (readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === 'workerd') us += cpuOf(pid);
    } catch {
      // gone meanwhile
    }
  }
  return us / 1000;
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}
