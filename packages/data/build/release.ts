import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { type Diff, diffSnapshots, readSnapshot } from '../src/releases/index.ts';
import type { Snapshot } from '../src/schema/index.ts';
import { entered, lostIds, readLedger, writeLedger } from './ledger.ts';
import { build } from './line.ts';
import { formatProblems } from './problem.ts';

/*
 * npm run release: says what the record adds and corrects against the last release, whether the version in dataset.yaml fits, and, where
 * it does, archives the snapshot, enters its ids in the ledger and writes the changeset. Nothing half-written is ever left.
 */

const root = join(import.meta.dirname, '../../..');
const folder = join(root, 'releases');
const file = join(folder, 'ledger.json');

const result = build(join(import.meta.dirname, '../records'));
if (!result.ok) fail(formatProblems(result.problems));
const { snapshot } = result;
const ledger = readLedger(file);
const lost = ledger ? lostIds(ledger, snapshot) : [];
if (lost.length > 0)
  fail(
    `${lost.length} published ids no longer resolve: ${lost.map(({ table, id }) => `${table}/${id}`).join(', ')}.\nAdd each to redirects.yaml as moved, split or withdrawn.`,
  );
const last = ledger?.releases.at(-1);
const { release, released } = snapshot.manifest;
if (last && last.release === release) fail(`release ${release} exists; raise release and released in dataset.yaml`);
const diff = last ? diffSnapshots(archived(last.release), snapshot) : null;
if (diff) {
  const wanted = raise(last?.release ?? '0.0.0', diff.bump);
  console.log(told(diff));
  if (compare(release, wanted) < 0)
    fail(`this is a ${diff.bump} release: ${wanted} or higher, and dataset.yaml says ${release}`);
}
mkdirSync(folder, { recursive: true });
const archive = join(folder, `${release}.json.gz`);
put(archive, gzipSync(JSON.stringify(snapshot), { level: 9 }));
put(file, writeLedger(entered(ledger, snapshot)));
if (diff) {
  const level = diff.bump === 'none' ? 'patch' : diff.bump;
  put(
    join(root, '.changeset', `data-${release}.md`),
    `---\n'@peninsula/data': ${level}\n---\n\nData release ${release} of ${released}. ${told(diff)}\n`,
  );
}
console.log(`release ${release} archived: ${archive}`);

function archived(name: string): Snapshot {
  const at = join(folder, `${name}.json.gz`);
  if (!existsSync(at)) fail(`the archive of ${name} is missing: ${at}`);
  return readSnapshot(JSON.parse(gunzipSync(readFileSync(at)).toString('utf8')) as Snapshot);
}

/** What changed, in words that go into the changelog. */
function told({ tables }: Diff): string {
  const parts = Object.entries(tables).flatMap(([table, { added, removed, changed }]) => {
    const counts = [
      added.length > 0 ? `${added.length} added` : '',
      changed.length > 0 ? `${changed.length} changed` : '',
      removed.length > 0 ? `${removed.length} retired` : '',
    ].filter(Boolean);
    return counts.length > 0 ? [`${table}: ${counts.join(', ')}`] : [];
  });
  return parts.length > 0 ? `${parts.join('; ')}.` : 'No record changed.';
}

function raise(version: string, bump: Diff['bump']): string {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  // Before 1.0 what would be major is minor, as semantic versioning has it.
  if (bump === 'major' && major > 0) return `${major + 1}.0.0`;
  if (bump === 'major' || bump === 'minor') return `${major}.${minor + 1}.0`;
  return `${major}.${minor}.${patch + 1}`;
}

function compare(a: string, b: string): number {
  const [x, y] = [a, b].map((version) => version.split('.').map(Number));
  for (let i = 0; i < 3; i++) if (x?.[i] !== y?.[i]) return (x?.[i] ?? 0) - (y?.[i] ?? 0);
  return 0;
}

function put(path: string, content: string | Uint8Array): void {
  writeFileSync(`${path}.next`, content);
  renameSync(`${path}.next`, path);
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
