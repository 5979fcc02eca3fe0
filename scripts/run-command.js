import { spawnSync } from 'node:child_process';

/** Runs a program to its end. Fails the whole command with its exit code unless told otherwise. */
export function run(program, args, { cwd, env, quiet = false, capture = false, allowFailure = false } = {}) {
  const result = spawnSync(program, args, {
    cwd,
    env: env ?? process.env,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    stdio: quiet || capture ? ['ignore', 'pipe', 'pipe'] : 'inherit',
  });
  if (result.status !== 0 && !allowFailure) {
    if (quiet || capture) process.stderr.write(`${result.stdout ?? ''}${result.stderr ?? ''}`);
    console.error(
      `\n${program} ${args.join(' ')} failed${result.error ? `: ${result.error.message}` : ` with exit code ${result.status}`}.`,
    );
    process.exit(result.status || 1);
  }
  return (result.stdout ?? '').trim();
}
