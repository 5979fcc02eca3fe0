import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureChromium } from './chromium.js';
import { run } from './run-command.js';
import { serve } from './serve.js';
import { summarize } from './summary.js';
import { prepare } from './toolchain.js';

const root = join(import.meta.dirname, '..');
const [verb = '', ...rest] = process.argv.slice(2);

/** Each verb of package.json in the order it does its work. */
const verbs = {
  start: async (env) => {
    turbo(['build'], env);
    await serve(env);
  },
  test: async (env) => {
    ensureChromium();
    turbo(['build', 'check', 'test', 'e2e', 'lint'], env);
    summarize(root);
  },
  check: async (env) => {
    turbo(['build', 'check', 'lint'], env);
  },
  dev: (env) => forward('pnpm', ['turbo', 'dev'], env),
  bench: async (env) => {
    turbo(['build'], env);
    run('pnpm', ['turbo', 'bench', '--concurrency=1', '--output-logs=full', '--log-prefix=none'], { cwd: root, env });
  },
  new: async (env) =>
    run('pnpm', ['--filter', '@peninsula/data', '--silent', 'run', 'new', ...rest], { cwd: root, env }),
  'check-record': async (env) =>
    run('pnpm', ['--filter', '@peninsula/data', '--silent', 'run', 'check-record', ...rest], { cwd: root, env }),
  gaps: async (env) =>
    run('pnpm', ['--filter', '@peninsula/data', '--silent', 'run', 'gaps', ...rest], { cwd: root, env }),
  release: async (env) =>
    run('pnpm', ['--filter', '@peninsula/data', '--silent', 'run', 'release', ...rest], { cwd: root, env }),
  backtest: async (env) => {
    turbo(['build'], env);
    run('pnpm', ['--filter', '@peninsula/data', '--silent', 'run', 'backtest', ...rest], { cwd: root, env });
  },
};

if (!(verb in verbs)) {
  console.error(`There is no ${verb || 'empty'} command; use one of ${Object.keys(verbs).join(', ')}.`);
  process.exit(1);
}
await verbs[verb](prepare());

function turbo(tasks, env) {
  // Two at a time: a browser and a test runner already fill a small machine, and starved tests time out.
  const flags = ['--concurrency=2', '--log-prefix=none', '--output-logs=new-only'];
  run('pnpm', ['turbo', 'run', ...tasks, ...flags], { cwd: root, env });
}

/** Runs something that goes on until stopped, and stops with it. */
function forward(program, args, env) {
  const child = spawn(program, args, { cwd: root, env, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  return new Promise((done) => child.on('exit', (code) => done((process.exitCode = code ?? 0))));
}
