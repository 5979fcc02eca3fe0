import { firstDay, lastDay, parseEdtf } from '../dates/index.ts';
import type { Snapshot } from '../schema/index.ts';
import { type Diff, diffSnapshots } from './diff.ts';
import { type Moved, movedEstimates } from './estimates.ts';

/** Pairs whose levels are compared between releases: those of the founding article and the peninsula itself. */
export const COMPARED_PAIRS = [
  ['US', 'KP'],
  ['CN', 'KP'],
  ['CN', 'US'],
  ['KP', 'KR'],
  ['KP', 'RU'],
  ['JP', 'KP'],
] as const;

/** Estimates that moved by more than this are named. */
export const NOTABLE = 0.2;

export interface Comparison extends Diff {
  /** Largest move of each level over the core window of the later release, largest first. */
  readonly estimates: readonly (Moved & { readonly notable: boolean })[];
}

/** Everything one release changed against another: records, and the estimates that moved with them. */
export function compareReleases(before: Snapshot, after: Snapshot): Comparison {
  return { ...diffSnapshots(before, after), estimates: estimates(before, after) };
}

function estimates(before: Snapshot, after: Snapshot): Comparison['estimates'] {
  const core = after.manifest.coverage[0];
  if (!core) return [];
  const window = { from: dayOf(core.from, 'from'), to: dayOf(core.to, 'to') };
  return movedEstimates(before, after, COMPARED_PAIRS, window).map((moved) => ({
    ...moved,
    notable: Math.abs(moved.by) > NOTABLE,
  }));
}

function dayOf(edtf: string, end: 'from' | 'to'): number {
  const parsed = parseEdtf(edtf);
  if (!parsed.ok || parsed.value.kind !== 'date') throw new RangeError(edtf);
  return end === 'from' ? firstDay(parsed.value.date) : lastDay(parsed.value.date);
}
