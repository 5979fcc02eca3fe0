import { join } from 'node:path';
import { build } from './line.ts';
import { formatProblems } from './problem.ts';
import { writeDist } from './write.ts';

const root = join(import.meta.dirname, '..');
const result = build(join(root, 'records'));
if (!result.ok) {
  console.error(formatProblems(result.problems));
  console.error('Nothing was written; the last good build still stands.');
  process.exit(1);
}
writeDist(result.snapshot, join(root, 'dist'));
const { release, counts, digest } = result.snapshot.manifest;
const rows = Object.entries(counts).map(([table, count]) => `${count} ${table}`);
console.log(`release ${release} (${digest.slice(0, 12)}): ${rows.join(', ')}`);
