import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

/** Serves the built API and dashboard until Ctrl-C; if one of them dies, both stop and the command fails. */
export async function serve(env) {
  const api = process.env.API_PORT ?? '8787';
  const dashboard = process.env.DASHBOARD_PORT ?? '4173';
  await Promise.all([free(api, 'API_PORT'), free(dashboard, 'DASHBOARD_PORT')]);
  const servers = [
    start('apps/api', ['dist/node.js'], { ...env, API_PORT: api }),
    start('apps/dashboard', ['build/output'], {
      ...env,
      PORT: dashboard,
      ORIGIN: `http://localhost:${dashboard}`,
      PUBLIC_API: `http://localhost:${api}`,
    }),
  ];
  let stopping = false;
  const stop = () => {
    stopping = true;
    for (const server of servers) server.kill('SIGTERM');
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop);
  await Promise.all([answers(`http://127.0.0.1:${api}/healthz`), answers(`http://127.0.0.1:${dashboard}/`)]);
  if (!stopping)
    console.log(
      `\n  Dashboard  http://localhost:${dashboard}\n  API        http://localhost:${api}/v1\n\nCtrl-C stops both.`,
    );
  const codes = await Promise.all(
    servers.map((server) => new Promise((done) => server.on('exit', (code) => (stop(), done(code ?? 0))))),
  );
  process.exit(codes.some((code) => code !== 0 && code !== 143) ? 1 : 0);
}

function start(folder, args, env) {
  return spawn('node', args, { cwd: join(root, folder), env, stdio: 'inherit' });
}

/** Waits until a server answers; gives up quietly after a minute, since its own log says why. */
async function answers(url) {
  for (let i = 0; i < 240; i++) {
    try {
      await fetch(url);
      return;
    } catch {
      await new Promise((done) => setTimeout(done, 250));
    }
  }
}

function free(port, variable) {
  return new Promise((done) => {
    const probe = createServer()
      .once('error', () => {
        console.error(`Port ${port} is taken. Stop what uses it, or set ${variable} to another.`);
        process.exit(1);
      })
      .listen(Number(port), () => probe.close(done));
  });
}
