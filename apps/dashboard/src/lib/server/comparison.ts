import type { PeninsulaRecord } from '@peninsula/data';
import { compareReleases, type Comparison } from '@peninsula/data/releases';

/** Comparisons by the two releases; releases never change, so each is computed once for the life of the server. */
const known = new Map<string, Comparison>();

export function comparison(before: PeninsulaRecord, after: PeninsulaRecord): Comparison {
  const key = `${before.release} ${after.release}`;
  const found = known.get(key);
  if (found) return found;
  const made = compareReleases(before.snapshot, after.snapshot);
  known.set(key, made);
  return made;
}
