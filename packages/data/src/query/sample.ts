import type { Event } from '../schema/index.ts';

/**
 * `n` of the rows, drawn by a hash of seed and id: the same draw everywhere and always, whatever the order of the table, and an event keeps
 * its luck when others are added. Rows keep their order.
 */
export function sampleOf(rows: readonly number[], n: number, seed: string, events: readonly Event[]): number[] {
  const drawn = rows
    .map((row) => ({ row, luck: hash(`${seed} ${events[row]?.id ?? ''}`) }))
    .sort((a, b) => a.luck - b.luck || a.row - b.row)
    .slice(0, n);
  return drawn.map(({ row }) => row).sort((a, b) => a - b);
}

/** FNV-1a with a final mix, 32 bit: near ids do not land near each other. */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193) >>> 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b) >>> 0;
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35) >>> 0;
  return (h ^ (h >>> 16)) >>> 0;
}
