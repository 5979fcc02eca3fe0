import { join } from 'node:path';
import { lostIds, readLedger } from './ledger.ts';
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
const ledger = readLedger(join(root, '../../releases/ledger.json'));
const lost = ledger ? lostIds(ledger, result.snapshot) : [];
if (lost.length > 0) {
  for (const { table, id, since } of lost)
    console.error(`${table}/${id}, published since ${since}, no longer resolves: add it to redirects.yaml`);
  console.error('Nothing was written; the last good build still stands.');
  process.exit(1);
}
writeDist(result.snapshot, join(root, 'dist'), result.relations);
const { manifest, quality } = result.snapshot;
const { release, counts, digest } = manifest;
const rows = Object.entries(counts).map(([table, count]) => `${count} ${table}`);
console.log(`release ${release} (${digest.slice(0, 12)}): ${rows.join(', ')}`);
const percent = (value: number) => `${Math.round(value * 100)} %`;
const { evidence, sources, disagreement, commitments, reliability } = quality;
console.log(
  [
    `${commitments.n} commitments; sources of ${Object.keys(sources.countries).length} countries`,
    `${percent(evidence.official)} of events with an official or primary source, ${percent(evidence.independent)} with two publishers, ${percent(evidence.singleSource)} with one source only`,
    `${disagreement.events} events with differing accounts, ${disagreement.outcomes} with outcomes per party, ${quality.links.events} linked`,
    `${reliability.units} units in the second coding, α of positions ${reliability.position.alpha ?? 'none'}`,
    `${quality.brokenReferences.length} broken references`,
  ].join('\n'),
);
